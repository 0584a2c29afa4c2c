"""Cases: a truth, printed, brought into a form and disturbed, with its bytes and the cells to be found."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from govreport.standard import Standard

from . import forms_grids, forms_lines, forms_pages, forms_pipes, noise_combined  # noqa: F401  (they register themselves)
from .decoration import free_style, plain_style, print_table
from .expected import Expected, cells
from .forms import FORMS
from .noise import NOISES
from .printed import Place
from .prose import document
from .truth import Truth, truth


@dataclass(frozen=True)
class Case:
    """A legacy text with what should be read from it."""

    name: str
    data: bytes
    truth: Truth
    expected: dict[Place, Expected]


def case(form: str, noise: str, seed: int, standard: Standard) -> Case:
    """Return the case of a form, a noise and a seed: the same bytes every time."""
    shape, disturbance = FORMS[form], NOISES[noise]
    report = truth(seed, standard, blanks="full" if shape.plain else None)
    rng = Random(f"{form} {noise} {seed}")
    disturbance.author(report, rng)
    quiet = shape.plain or disturbance.plain or seed % 2 == 0
    style = plain_style(shape.blank) if quiet else free_style(rng, report.year, shape.blank)
    page, slots = document(report, standard, rng, plain=quiet)
    for key, at in sorted(slots.items(), key=lambda pair: -pair[1]):
        page.items.insert(at, print_table(report.tables[key], style))
    rendered = disturbance.text(shape.render(disturbance.page(page, rng), rng), rng)
    data = disturbance.encode(rendered.text, rng)
    return Case(f"{form}+{noise}-{seed}", data, report, cells(report, standard, shape.loss, rendered.kept, rendered.unplaced))
