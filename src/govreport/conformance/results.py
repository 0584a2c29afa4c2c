"""What an engine comes to under the suite: every document passed, failed or not covered, with what was missing and what was too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from govreport.conformance.engines import Engine, Said
from govreport.conformance.suite import CONVERSIONS, CaseFile, Place, Suite

PASSED, FAILED, NOT_COVERED = "passed", "failed", "not-covered"


@dataclass(frozen=True)
class Result:
    """The result of one document or conversion; ``group`` is its code, or ``conversion``; ``missing`` and ``surplus`` say why it failed."""

    group: str
    name: str
    state: str
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


def run(suite: Suite, engine: Engine) -> Iterator[Result]:
    """Yield the result of every document and every conversion of a suite, in its order."""
    for file in suite.files:
        yield _file(file, engine)
    for case in suite.conversions:
        wrong = engine.convert(case)
        state = NOT_COVERED if wrong is None else FAILED if wrong else PASSED
        yield Result(CONVERSIONS, case.name, state, tuple(wrong or ()))


def _file(file: CaseFile, engine: Engine) -> Result:
    said = engine.say(file) if file.code in engine.covered else None
    if said is None:
        return Result(file.code, file.name, NOT_COVERED)
    expected = _of(file.expected, engine.covered)
    found = _of(said.places, engine.covered)
    missing = expected - found if file.exact else Counter(place for place in expected if place[0] not in {each[0] for each in found})
    surplus = found - expected if file.exact else Counter[Place]()
    wrong = _verdict(file, said)
    if missing or surplus or wrong:
        return Result(file.code, file.name, FAILED, (*_words(missing), *wrong), tuple(_words(surplus)))
    return Result(file.code, file.name, PASSED)


def _of(places: Counter[Place], codes: frozenset[str]) -> Counter[Place]:
    return Counter({place: count for place, count in places.items() if place[0] in codes})


def _verdict(file: CaseFile, said: Said) -> tuple[str, ...]:
    return (file.verdict,) if file.verdict and said.verdict and file.verdict != said.verdict else ()


def _words(places: Counter[Place]) -> Iterator[str]:
    for (code, *keys), count in places.items():
        yield " ".join([code, "/".join(key for key in keys if key), *([f"({count})"] if count > 1 else [])]).strip()
