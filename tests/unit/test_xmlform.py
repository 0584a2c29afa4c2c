"""What is taken for our own XML by its look: never anything that the writer would write otherwise, and all ordinary reports."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bench.reports import report as ordinary
from govreport import generate, readers, standard, validation
from govreport.archive import judging
from govreport.model import Chapter, Metadata, Report
from govreport.profiles import load
from govreport.standard import Standard, read_standard
from govreport.writers import write
from tests import schematrees, strategies
from tests.filled import zeros

SHIPPED = standard.load()
REPORTS = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
MUTATIONS = 500
"""Changed documents, from which one in ten or so still is what the writer writes."""

Mutation = Callable[[list[str], int, random.Random], None]


def _told(data: bytes, known: Standard = SHIPPED) -> bool:
    """Return whether a document was told by its look; hold that what the archive keeps of it is what the writer writes."""
    findings = validation.validate(data, "a.xml", known, load("submission", known.root), format="xml")
    kept = judging.canonical(findings, data, "xml")
    assert kept == (None if findings.report is None else write(findings.report, "xml", known))
    return kept is data


def test_ordinary_reports_are_told_by_their_look() -> None:
    """Reports of the size and make of real ones are, unless a number in them is not written as numbers are."""
    assert sum(_told(ordinary(seed, SHIPPED)) for seed in range(12)) >= 10


def test_tables_of_an_edition_never_seen_are_told(tmp_path: Path) -> None:
    """Tables are told by their form."""
    tree = schematrees.with_invented_edition(tmp_path)
    generate.build(tree)
    known = read_standard(tree)
    tables = tuple(zeros(form) for form in known.forms["2099"].tables.values())
    assert _told(write(Report(known.claim, Metadata(year=2099), (Chapter(None, None, None, tables),)), "xml", known), known)


@settings(derandomize=True, deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(strategies.reports(SHIPPED))
def test_of_any_report_is_kept_what_is_written(report: Report) -> None:
    """Of any report the archive keeps what the writer writes, whether that was told by its look or is written."""
    data = write(report, "xml", SHIPPED)
    findings = validation.validate(data, "a.xml", SHIPPED, load("submission", SHIPPED.root), format="xml")
    assert judging.canonical(findings, data, "xml") == data


def _other(lines: list[str], at: int, chance: random.Random) -> int:
    return min(max(at + chance.choice((-1, 1, 2)), 0), len(lines) - 1)


def _exchange(lines: list[str], at: int, chance: random.Random) -> None:
    other = _other(lines, at, chance)
    lines[at], lines[other] = lines[other], lines[at]


def _twice(lines: list[str], at: int, _: random.Random) -> None:
    lines.insert(at, lines[at])


def _gone(lines: list[str], at: int, _: random.Random) -> None:
    del lines[at]


def _join(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] += lines.pop(_other(lines, at, chance)) if len(lines) > 1 else ""


def _attributes(lines: list[str], at: int, chance: random.Random) -> None:
    """Exchange two attributes."""
    parts = lines[at].split('" ')
    if len(parts) > 2:
        middle = parts[1:-1]
        chance.shuffle(middle)
        lines[at] = '" '.join((parts[0], *middle, parts[-1]))


def _edit(lines: list[str], at: int, chance: random.Random) -> None:
    """Put something in at any place of a line, or in the stead of a character."""
    line, place = lines[at], chance.randrange(len(lines[at]) + 1)
    lines[at] = line[:place] + chance.choice(PIECES) + line[place + chance.randint(0, 1) :]


def _replaced(lines: list[str], at: int, chance: random.Random) -> None:
    """Write the same in another way."""
    before, after = chance.choice(WAYS)
    lines[at] = lines[at].replace(before, after, 1)


MUTATE: tuple[Mutation, ...] = (_exchange, _twice, _gone, _join, _attributes, _edit, _edit, _edit, _replaced, _replaced)
PIECES = (
    " ", "  ", "\t", "\n", "\r\n", "　", "\u00a0", "\u2028", "甲", "a", "0", "-", ">",
    "&amp;", "&#9;", "&gt;", '"', "'", "<!-- -->", "<?a?>", "<![CDATA[甲]]>", ".0", "1",
)  # fmt: skip
WAYS = (
    ("/>", " />"), ("/>", "></td>"), ("<td/>", "<td></td>"), ("<td/>", "<td> </td>"), ('"', "'"), ("=", " = "), ("<paragraph>", "<paragraph> "),
    ("</", " </"), (">", " >"), ("  ", ""), ("  ", "\t"), ('="0"', '="00"'), ('="0"', '="-0"'), ('="0"', '="0.0"'), ('="0"', '="+0"'), ('="1', '="01'),
    ("<tr>", "<tr><td/>"), ("<tr>", "<tr> "), ("<tr/>", "<tr></tr>"), ("<metadata>", "<metadata >"), ("UTF-8", "utf-8"), ("1.0", "1.00"),
    ("</paragraph>", "\n</paragraph>"), ("<section", '<section title="甲"'), ("<chapter", "<chapter "), ("<year>", "<year>0"), ("</year>", " </year>"),
)  # fmt: skip


def _bases() -> list[bytes]:
    kept = [readers.read(path.read_bytes(), path.name, SHIPPED).report for path in sorted(REPORTS.rglob("*.xml"))]
    return [*(write(each, "xml", SHIPPED) for each in kept if each is not None), ordinary(1, SHIPPED)]


def test_a_document_that_differs_is_never_told_by_its_look() -> None:
    """Whatever is changed in a document: it is told only where it is still, byte for byte, what the writer writes."""
    bases, told = _bases(), 0
    for seed in range(MUTATIONS):
        chance = random.Random(seed)
        lines = chance.choice(bases).decode("utf-8").split("\n")
        for _ in range(chance.choice((1, 1, 2))):
            chance.choice(MUTATE)(lines, chance.randrange(max(len(lines) - 1, 1)), chance)
        told += _told("\n".join(lines).encode("utf-8"))
    assert told > MUTATIONS // 20


@pytest.mark.parametrize(
    ("before", "after"),
    [("<paragraph>", "<paragraph>\ufeff"), ("</report>\n", "</report>"), ("</report>\n", "</report>\n\n"), ('<?xml version="1.0" encoding="UTF-8"?>\n', "")],
)
def test_what_differs_at_the_ends_is_written(before: str, after: str) -> None:
    """The head and the end of a document count as all else."""
    data = ordinary(1, SHIPPED)
    assert _told(data)
    changed = data.decode("utf-8").replace(before, after, 1).encode("utf-8")
    assert _told(changed) == (before == "<paragraph>")
