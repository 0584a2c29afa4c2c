"""Lines of text in PDF: on the grid, without forbidden marks at their ends, numbers with their units, no last word alone, titles in shape."""

from __future__ import annotations

import random

import pytest

from govreport.writers.pdf.lines import Line, Measure, broken
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.style import page_style
from govreport.writers.pdf.titles import balanced

STYLE = page_style()
RULES = STYLE.kinsoku
BODY = cascades()["body"]
MEASURE = Measure(BODY.advances, 16.0, STYLE.cell, STYLE.width)
HAN = "政府信息公开工作年度报告主动依申请处理决定总体情况"


def _random_text(rng: random.Random) -> str:
    """Return prose with marks, numbers with units, Latin words, quotations and titles of books in it, never many marks in a row."""
    parts = []
    for _ in range(rng.randint(1, 60)):
        parts.append("".join(rng.choices(HAN, k=rng.randint(1, 12))))
        kind = rng.randrange(9)
        if kind < 4:
            parts.append(rng.choice("，。、；：？！"))
        elif kind == 4:
            parts.append("《" + "".join(rng.choices(HAN, k=rng.randint(1, 10))) + "》")
        elif kind == 5:
            parts.append(f"{rng.randint(1, 10 ** rng.randint(1, 7)):{rng.choice(('', ','))}}{rng.choice(RULES.units)}")
        elif kind == 6:
            parts.append("（“" + "".join(rng.choices(HAN, k=rng.randint(1, 6))) + rng.choice(("”）。", "”）、")))
        elif kind == 7:
            parts.append(rng.choice(("——", "……", "APP", "www.gov.cn", "3.14%")))
        else:
            parts.append(" ")
    return "".join(parts).strip()


@pytest.mark.parametrize("seed", range(8))
def test_random_prose(seed: int) -> None:
    rng = random.Random(f"kinsoku {seed}")
    for _ in range(25):
        text = _random_text(rng)
        first = rng.choice((0.0, 2 * STYLE.cell))
        lines = broken(text, MEASURE, RULES, first=first)
        assert "".join(line.text for line in lines) == text
        for line in lines:
            assert line.indent + line.width <= STYLE.width + 0.01
        for line in lines[:-1]:
            assert line.indent + line.width >= STYLE.width - 0.01
            assert 0 <= line.spread <= 0.5 * STYLE.cell
            assert line.text.rstrip()[-1] not in RULES.end
        for line in lines[1:]:
            assert line.text[0] not in RULES.start
        _keeps_numbers(text, lines)
        if len(lines) > 1 and RULES.weight(lines[-2].text) > 8:
            assert RULES.weight(lines[-1].text) > 1


def _keeps_numbers(text: str, lines: list[Line]) -> None:
    at = 0
    for line in lines[:-1]:
        at += len(line.text)
        assert not (text[at - 1].isdigit() and text[at].isdigit())
        assert not (at > 1 and text[at - 1] in ",，" and text[at - 2].isdigit() and text[at : at + 3].isdigit())
        if text[at - 1].isdigit():
            assert not any(text.startswith(unit, at) for unit in RULES.units)


def test_the_thousands_of_a_number_stay_together() -> None:
    """A separator of thousands ends no line; a comma of a sentence, behind a number too, may."""
    for number in ("12,345,678", "12，345"):
        parted = [at for at in range(1, len(number)) if RULES.breaks(number, at)]
        assert not parted
    for text in ("12，3456", "12,34 ", "件，345"):
        at = text.replace("，", ",").index(",") + 1
        assert RULES.breaks(text, at)


def test_twenty_eight_characters_a_line() -> None:
    lines = broken("政" * 100, MEASURE, RULES, first=2 * STYLE.cell)
    assert [len(line.text) for line in lines] == [26, 28, 28, 18]
    assert all(line.spread == 0 and not line.squeezed for line in lines)


def test_a_closing_mark_is_taken_in_by_squeezing() -> None:
    text = "政" * 13 + "，" + "政" * 14 + "。" + "府" * 10
    first = broken(text, MEASURE, RULES)[0]
    assert len(first.text) == 29 and first.squeezed
    assert first.width == pytest.approx(STYLE.width, abs=0.01)


def test_a_long_word_is_broken_where_it_has_to_be() -> None:
    for text in ("https://www.example.gov.cn/" + "a" * 500, "公开" * 12 + "x" * 60 + "公开", "。" * 300, "（" * 300, " " * 300 + "公", "9" * 400 + "件"):
        lines = broken(text, MEASURE, RULES)
        assert "".join(line.text for line in lines) == text
        assert all(line.indent + line.width <= STYLE.width + 0.01 for line in lines)


def test_lines_that_are_not_justified_part_no_word_and_leave_none_alone() -> None:
    """A cell has no spread to hold to: a word that fits on a line stands on one, the last line has two characters."""
    for text, length, wanted in (
        ("结果维持", 3.2, ["结果", "维持"]),
        ("自然人", 2.2, ["自然", "人"]),
        ("Annual Report on Government Information", 10.0, ["Annual Report on ", "Government ", "Information"]),
        ("其他情况2023年度", 5.0, ["其他情况", "2023年度"]),
        ("公开a" + "b" * 30, 5.0, None),
    ):
        lines = broken(text, Measure(BODY.advances, 10.0, 10.0, length * 10.0), RULES, justified=False)
        assert "".join(line.text for line in lines) == text
        assert wanted is None or [line.text for line in lines] == wanted
        assert wanted or lines[0].text.startswith("公开a")


def test_a_hundred_thousand_characters_take_no_time() -> None:
    text = "".join(random.Random(2).choices(HAN + "，。", k=100_000))
    assert sum(len(line.text) for line in broken(text, MEASURE, RULES)) == 100_000


TITLE = Measure(cascades()["title"].advances, 22.0, 22.0, STYLE.width)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("临江县教育局2023年政府信息公开工作年度报告", 2),
        ("临江县青石镇人民政府2023年政府信息公开工作年度报告", 2),
        ("临江市经济技术开发区管理委员会住房和城乡建设局2023年政府信息公开工作年度报告", 2),
        ("中国（临江）自由贸易试验区临江片区管理委员会综合行政执法局（城市管理局）2023年政府信息公开工作年度报告", 3),
        ("年度报告", 1),
    ],
)
def test_titles_are_balanced(title: str, lines: int) -> None:
    found = balanced(title, TITLE, RULES, STYLE.whole)
    assert "".join(line.text for line in found) == title
    assert len(found) == lines
    widths = [line.width for line in found]
    assert max(widths) <= STYLE.width
    assert all(not (one > two < three) for one, two, three in zip(widths, widths[1:], widths[2:], strict=False))
    assert min(widths) > 0.5 * max(widths)
    assert not any(line.text.endswith(("2", "20", "202", "2023", "政", "政府信", "年度报")) for line in found)


def test_hostile_titles_are_broken_as_text() -> None:
    for title in ("政" * 5000, "。" * 100, "a" * 300, "x"):
        assert "".join(line.text for line in balanced(title, TITLE, RULES, STYLE.whole)) == title
