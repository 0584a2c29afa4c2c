"""How the pages look: pictures compared with accepted ones, in the fonts that come with the package alone; ``make accept`` takes new ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from govreport import readers
from govreport.standard import Standard
from govreport.writers.pdf import discovery, faces
from govreport.writers.pdf.report import write_report

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
ACCEPTED = FIXTURES / "looks"
SCALE = 0.6
TOLERANCE = 0.004
"""Of all pixels: so many may differ clearly, as rasterisers do."""
CLEARLY = 96
CASES = {"township": ("2021", False), "department": ("2019", False), "township-red": ("2021", True)}


@pytest.fixture(autouse=True)
def packaged_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Hide the fonts that this machine has beyond those of the package."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    discovery.forget()
    faces._chain.cache_clear()


def _pictures(name: str, standard: Standard) -> list[Image.Image]:
    year, red = CASES[name]
    path = FIXTURES / "reports" / year / f"{name.removesuffix('-red')}.xml"
    report = readers.read(path.read_bytes(), path.name, standard).report
    assert report is not None
    data = write_report(report, standard, red=red, choice=faces.Choice((("latin", _serif(), 0),), False))
    pages = list(pypdfium2.PdfDocument(data))[: 1 if red else None]
    return [page.render(scale=SCALE, grayscale=not red).to_pil() for page in pages]


def _serif() -> Path:
    return faces.chain("table", faces.Choice((), False))[0].path


@pytest.mark.parametrize("name", CASES)
def test_pages_look_as_accepted(name: str, shipped: Standard, accept: bool) -> None:
    pictures = _pictures(name, shipped)
    if accept:
        ACCEPTED.mkdir(exist_ok=True)
        for old in ACCEPTED.glob(f"{name}-[0-9].png"):
            old.unlink()
        for number, picture in enumerate(pictures, 1):
            picture.quantize(16).save(ACCEPTED / f"{name}-{number}.png", optimize=True)
    accepted = sorted(ACCEPTED.glob(f"{name}-[0-9].png"))
    assert len(accepted) == len(pictures), "make accept, after looking at the pages"
    for picture, path in zip(pictures, accepted, strict=True):
        with Image.open(path) as wanted:
            assert _difference(picture, wanted) <= TOLERANCE, path.name


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Return which part of the pixels of two pictures differs clearly."""
    assert one.size == other.size
    levels = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(levels[CLEARLY:]) / (one.width * one.height)


def test_another_page_is_told_apart(shipped: Standard) -> None:
    first, second, *_ = _pictures("township", shipped)
    assert _difference(first, second) > 5 * TOLERANCE
    assert os.environ["XDG_DATA_HOME"]
