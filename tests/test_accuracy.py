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


@pytest.fixture(scope="module")
def results() -> list[tuple[Key, Score, float]]:
    every_form = keys_of(list(FORMS), ["none"], 6)
    every_noise = keys_of(["pipes-dropped", "pipes-nbsp", "bare-lines", "markdown-grid", "one-line"], list(NOISES), 2)
    return run(dict.fromkeys([*every_form, *every_noise]))


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
