"""Reports beside one another: copies in a batch, what a batch has in common, last year's report, the members of an aggregate."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import profiles
from govreport.contents import contents
from govreport.diagnostics import Diagnostic
from govreport.model import Agency, Chapter, Metadata, Paragraph, Report, Table
from govreport.rules import Context, judge
from govreport.rules.alike import BLOCK, Essence, essence, letters, likeness, sketch
from govreport.standard import Standard
from govreport.validation.companions import Companions
from govreport.validation.series import Series, Shelf, kept

WORDS = "公开信息政府群众服务平台规范制度管理依法办理责任监督培训栏目网站更新解读政策文件审查机制完善问题整改措施部门社区财政预算补贴项目建设"


def plain(text: str) -> Essence:
    return essence(text, lambda sentence, found: False)


def prose(chance: random.Random, count: int) -> str:
    return "".join("".join(chance.choices(WORDS, k=chance.randint(15, 30))) + f"{chance.randint(1, 99)}件。" for _ in range(count))


def told(name: str, *paragraphs: str, year: int = 2023, scope: str | None = "organ", uscc: str | None = None) -> Report:
    chapter = Chapter("overview", None, "总体情况", tuple(map(Paragraph, paragraphs)))
    return Report("1.0", Metadata(Agency(name, uscc=uscc), year=year, scope=scope), (chapter,))


def batch(folder: Path, reports: Sequence[Report], shipped: Standard, series: bool = True) -> Series:
    shelf = Shelf(folder / "batch.sqlite", shipped)
    for number, report in enumerate(reports):
        shelf.add(kept(str(number), report, shipped))
    shelf.beside(None, ())
    shelf.seal(series)
    return Series(folder / "batch.sqlite")


def findings(found: Series, reports: Sequence[Report], shipped: Standard) -> list[list[Diagnostic]]:
    """Return what the rules over several reports say of each report of a batch."""

    def of(number: int, report: Report) -> list[Diagnostic]:
        beside = found.companions(str(number), report, shipped)
        context = Context(contents(report), shipped, profiles.load(), beside.previous, beside.members, beside.fellows, beside.common, beside.in_series)
        return [raised.diagnostic for raised in judge(context, "series")]

    return [of(number, report) for number, report in enumerate(reports)]


def copies(said: list[Diagnostic]) -> list[Diagnostic]:
    return [each for each in said if each.code == "TEXT-COPY"]


def test_a_copy_of_another_agency_is_found_with_share_and_passage(tmp_path: Path, shipped: Standard) -> None:
    chance = random.Random(1)
    texts = [prose(chance, 12) for _ in range(8)]
    copied = texts[2].replace("公开", "披露", 1)
    reports = [*(told(f"第{number}镇", text) for number, text in enumerate(texts)), told("抄写镇", copied)]
    said = findings(batch(tmp_path, reports, shipped), reports, shipped)
    assert [number for number, each in enumerate(said) if copies(each)] == [2, 8]
    (found,) = copies(said[8])
    assert found.params["other"] == "第2镇 2023" and 90 <= int(found.params["share"]) <= 100
    assert str(found.params["quote"]).strip("\u2026") in copied
    assert found.location.path == "/report/chapter"


def test_figures_do_not_hide_a_copy(tmp_path: Path, shipped: Standard) -> None:
    chance = random.Random(2)
    text = prose(chance, 12)
    other = "".join(str(chance.randint(100, 999)) if character.isdigit() else character for character in text)
    reports = [told("甲镇", text), told("乙镇", other)]
    assert all(copies(each) for each in findings(batch(tmp_path, reports, shipped), reports, shipped))


def test_what_half_the_batch_says_is_no_copy(tmp_path: Path, shipped: Standard) -> None:
    chance = random.Random(3)
    shared, own = prose(chance, 12), [prose(chance, 2) for _ in range(12)]
    reports = [told(f"第{number}镇", shared + own[number] if number < 7 else prose(chance, 14)) for number in range(12)]
    assert not any(map(copies, findings(batch(tmp_path, reports, shipped), reports, shipped)))


def test_what_few_share_is_a_copy_even_if_they_are_the_batch(tmp_path: Path, shipped: Standard) -> None:
    text = prose(random.Random(4), 12)
    reports = [told("甲镇", text), told("乙镇", text), told("丙镇", text)]
    assert all(copies(each) for each in findings(batch(tmp_path, reports, shipped), reports, shipped))


def test_an_agency_that_repeats_itself_copies_last_year_and_is_not_common(tmp_path: Path, shipped: Standard) -> None:
    chance = random.Random(5)
    text = prose(chance, 12)
    reports = [told("甲镇", text, year=year) for year in range(2019, 2026)] + [told(f"第{number}镇", prose(chance, 12)) for number in range(6)]
    said = findings(batch(tmp_path, reports, shipped), reports, shipped)
    assert [each.params["other"] for each in copies(said[3])] == ["previous"]
    assert [each.params["problem"] for each in said[0]] == ["absent"], "the first year of the batch has none before it"


def test_a_text_that_many_share_is_found_through_any_of_them(tmp_path: Path, shipped: Standard) -> None:
    chance = random.Random(6)
    text = prose(chance, 12)
    reports = [told(f"第{number}镇", text if number % 3 == 0 else prose(chance, 12)) for number in range(90)]
    said = findings(batch(tmp_path, reports, shipped), reports, shipped)
    assert [bool(copies(each)) for each in said] == [number % 3 == 0 for number in range(90)]


def test_short_chapters_and_statutes_are_left_out(tmp_path: Path, shipped: Standard) -> None:
    statute = "对照《中华人民共和国政府信息公开条例》的要求，" + prose(random.Random(7), 6).replace("。", "，")
    for text in ("本年度没有其他需要报告的事项。", statute):
        (tmp_path / str(len(text))).mkdir()
        reports = [told("甲镇", text), told("乙镇", text)]
        assert not any(map(copies, findings(batch(tmp_path / str(len(text)), reports, shipped), reports, shipped)))


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ({"name": "甲镇"}, True),
        ({"name": "甲镇", "scope": None}, True),
        ({"name": "甲镇", "scope": "aggregate"}, False),
        ({"name": "甲镇", "year": 2021}, False),
        ({"name": "乙镇"}, False),
        ({"name": "改名后的甲镇", "uscc": "11341702486344515H"}, True),
        ({"name": "甲镇", "uscc": "11341702003256079T"}, False),
    ],
)
def test_last_years_report_is_found_by_agency_scope_and_year(last: dict[str, object], found: bool, tmp_path: Path, shipped: Standard) -> None:
    this = told("甲镇", "一。", uscc="11341702486344515H")
    before = told(str(last["name"]), "二。", **{"year": 2022, **{key: value for key, value in last.items() if key != "name"}})  # type: ignore[arg-type]
    previous = batch(tmp_path, [before, this], shipped).companions("1", this, shipped).previous
    assert (previous is not None) is found
    if previous is not None:
        assert previous.metadata == before.metadata and previous.chapters == before.chapters


def test_a_shelf_that_is_no_series_holds_what_stands_beside(tmp_path: Path, shipped: Standard) -> None:
    shelf = Shelf(tmp_path / "beside.sqlite", shipped)
    last, member = told("甲镇", "二。", year=2022), told("乙镇", "三。")
    shelf.beside(last, (member,))
    shelf.seal(series=False)
    beside = Series(tmp_path / "beside.sqlite").companions("x", told("甲镇", "一。"), shipped)
    assert beside == Companions(last, (member,)) and beside


def aggregate(number: int, scope: str | None = "aggregate", name: str = "某县", year: int = 2023) -> Report:
    table = Table("proactiveDisclosure", "2021", {("licences", "decisions"): number})
    return Report("1.0", Metadata(Agency(name), year=year, scope=scope), (Chapter("proactiveDisclosure", None, None, (table,)),))


@pytest.mark.parametrize(
    ("report", "members", "codes"),
    [
        (aggregate(3), [aggregate(1, "organ", "甲"), aggregate(2, "organ", "乙")], []),
        (aggregate(4), [aggregate(1, "organ", "甲"), aggregate(2, "organ", "乙")], ["ROLL-SUM"]),
        (aggregate(4, "organ"), [aggregate(1, "organ", "甲")], []),
        (aggregate(1), [aggregate(1, "organ", "甲"), aggregate(1)], []),
        (aggregate(1), [aggregate(1, "organ", "甲"), aggregate(9, "organ", "乙", 2022)], ["ROLL-MISSING"]),
        (aggregate(1), [aggregate(1, "organ", "甲"), replace(aggregate(1, "organ", "乙"), chapters=())], ["ROLL-MISSING"]),
    ],
)
def test_members_of_an_aggregate(report: Report, members: list[Report], codes: list[str], shipped: Standard) -> None:
    context = Context(contents(report), shipped, profiles.load(), members=tuple(members))
    assert [raised.diagnostic.code for raised in judge(context, "series")] == codes


@settings(derandomize=True, max_examples=150)
@given(st.text("甲乙丙。，12①a \n", max_size=120))
def test_letters_know_their_places(text: str) -> None:
    found = plain(text)
    assert len(found.places) == len(found.letters) == len(letters(text)) or "\n" in text
    assert all(text[place] == letter or text[place].isdecimal() for place, letter in zip(found.places, found.letters, strict=True))


@settings(derandomize=True, max_examples=80)
@given(st.integers(0, 10**6), st.integers(0, 12))
def test_likeness_is_the_share_that_was_kept(seed: int, kept_sentences: int) -> None:
    chance = random.Random(seed)
    own = [prose(chance, 1) for _ in range(12)]
    other = own[:kept_sentences] + [prose(chance, 1) for _ in range(12 - kept_sentences)]
    found = likeness(plain("".join(own)), plain("".join(other)))
    exact = len(letters("".join(own[:kept_sentences]))) / len(letters("".join(own)))
    assert exact - 0.05 <= found.share <= exact + 0.1
    assert (not found.passage) or (found.passage in "".join(own) and len(letters(found.passage)) >= BLOCK)


def test_sketches_of_copies_meet() -> None:
    met = 0
    for seed in range(200):
        chance = random.Random(seed)
        own = [prose(chance, 1) for _ in range(20)]
        other = own[:16] + [prose(chance, 1) for _ in range(4)]
        met += len(sketch(plain("".join(own))) & sketch(plain("".join(other)))) > 1
    assert met >= 199
