"""The reader against the corpus: every form and every noise with a few seeds; no wrong cell, nearly all found, nothing missed silently."""

from __future__ import annotations

import pytest

from govreport import standard as standards
from tests.corpus.accuracy import Key, keys_of, run, table
from tests.corpus.cases import case
from tests.corpus.forms import FORMS
from tests.corpus.noise import NOISES
from tests.corpus.scoring import Score

FOUND = 0.99
MET = {
    "ocr-markdown": (1013, 1031, 1034, 1044, 1089, 1098, 2113),
    "bare-lines-deduplicated": (716, 1001, 1173),
    "pipes-bar-alone": (709,),
    "space-columns": (1101, 1169, 1193, 1195, 5013, 5051),
    "markdownify-short-rows": (701,),
    "markdown-grid-compact": (1021, 2295),
}
"""Seeds by form of which cells were once read wrong, or many not at all."""

MET_WITHOUT_COLUMNS = {"markdown-grid-compact": (1035, 1043), "markdown-grid-repeated": (1002, 1043)}
"""The same where the author removed columns."""

MET_OVER_PAGES = {"space-columns": (9810,)}
"""The same where pages break tables, and labels."""

MET_WITH_ADVERTS = {"pipes-bar-before": (9500,)}
"""The same where advertising stands inside of labels."""


@pytest.fixture(scope="module")
def results() -> list[tuple[Key, Score, float]]:
    every_form = keys_of(list(FORMS), ["none"], 6)
    every_noise = keys_of(["pipes-dropped", "pipes-nbsp", "bare-lines", "markdown-grid", "one-line"], list(NOISES), 2)
    met = [(form, "none", seed) for form, seeds in MET.items() for seed in seeds]
    met += [(form, "columns-removed", seed) for form, seeds in MET_WITHOUT_COLUMNS.items() for seed in seeds]
    met += [(form, "pages-broken", seed) for form, seeds in MET_OVER_PAGES.items() for seed in seeds]
    met += [(form, "adverts", seed) for form, seeds in MET_WITH_ADVERTS.items() for seed in seeds]
    return run(dict.fromkeys([*every_form, *every_noise, *met]))


def total(results: list[tuple[Key, Score, float]]) -> Score:
    everything = Score()
    for _, score, _ in results:
        everything += score
    return everything


def test_no_cell_is_wrong(results: list[tuple[Key, Score, float]]) -> None:
    wrong = [f"{'+'.join(map(str, key))}: {fault}" for key, score, _ in results for fault in score.faults if fault.startswith("WRONG")]
    assert not wrong, "\n".join(wrong[:20])


def test_nearly_every_cell_is_found(results: list[tuple[Key, Score, float]]) -> None:
    score = total(results)
    assert score.share >= FOUND, table(results)
    assert score.nonzero_share >= FOUND, table(results)


def test_nothing_is_missed_silently(results: list[tuple[Key, Score, float]]) -> None:
    silent = [f"{'+'.join(map(str, key))}: {fault}" for key, score, _ in results for fault in score.faults if fault.startswith("SILENT")]
    assert not silent, "\n".join(silent[:20])


def test_a_case_is_the_same_every_time() -> None:
    standard = standards.load()
    assert case("pipes-dropped", "furniture", 3, standard) == case("pipes-dropped", "furniture", 3, standard)
