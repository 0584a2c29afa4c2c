"""The commands that ask an archive, as they are typed: totals, progress, search, cells."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from govreport.cli.main import main
from govreport.cli.sheets import Page, save
from govreport.standard import Standard
from tests.archives import ARCHIVIST, CLERK, REVIEWER, document, furnished

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Path]:
    """A folder with an archive in which one township has published and one department has handed in nothing."""
    from govreport.archive import Request

    place = tmp_path_factory.mktemp("asking")
    with furnished(place / "archive", shipped) as archive:
        blank = document().replace(b'<licences decisions="63"/>', b"<licences/>")
        receipt = archive.deposit(Request(blank, "a.xml", profile="legacy"), ARCHIVIST)
        archive.act("submit", receipt.id, CLERK)
        archive.act("accept", receipt.id, REVIEWER)
    yield place


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of the archive: its code, what it printed, what it said of failures."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GOVREPORT_ARCHIVE", "archive")
    monkeypatch.setenv("GOVREPORT_LANG", "en")

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(["archive", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_totals_are_shown_and_written(run: Run, folder: Path) -> None:
    code, text, _ = run("totals", "--organ", "linjiang", "--year", "2023")
    assert code == 0
    assert "1 counted, 1 missing, 0 left out" in text
    assert "jiaoyu  临江县教育局  missing: nothing handed in" in text
    assert "members that left it blank" not in text and "not compared (no aggregate was accepted)" in text
    found = json.loads(run("totals", "--organ", "linjiang", "--year", "2023", "--json")[1])
    assert found["counts"] == {"counted": 1, "missing": 1, "excluded": 0}
    sums = {(each["table"], each["row"], each["column"]): each for each in found["sums"]}
    assert sums["applications", "received", "total"]["total"] == 7
    assert sums["proactiveDisclosure", "licences", "decisions"]["complete"] is False
    assert run("totals", "--organ", "linjiang", "--year", "2023", "-o", "sums.xlsx", "--members", "members.csv")[0] == 0
    book = CalamineWorkbook.from_path(str(folder / "sums.xlsx"))
    rows = book.get_sheet_by_index(0).to_python()
    assert len(book.sheet_names) == 3 and ["2021", "applications", "received", "total"] in [row[:4] for row in rows]
    assert {type(row[5]) for row in rows[1:]} == {float, str} and all(row[5] == "" for row in rows[1:] if isinstance(row[5], str)), "sums are numbers"
    with (folder / "members.csv").open(encoding="utf-8-sig") as stream:
        assert [row[0] for row in csv.reader(stream)] == ["organ", "jiaoyu", "qingshi"]


def test_what_totals_find_beside_others_names_the_cell(run: Run, tmp_path: Path, shipped: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    from govreport.archive import Request

    with furnished(tmp_path / "archive", shipped) as archive:
        for year, closing in ((2023, b'"4"'), (2024, b'"1"')):
            data = document(year=year).replace(b'<carriedOut naturalPerson="1"', b"<carriedOut naturalPerson=" + closing)
            receipt = archive.deposit(Request(data, "a.xml", profile="legacy"), ARCHIVIST)
            archive.act("submit", receipt.id, CLERK)
            archive.act("accept", receipt.id, REVIEWER)
    monkeypatch.chdir(tmp_path)
    asked = ("totals", "--organ", "linjiang", "--year", "2024")
    cell = "表三 · 二、上年结转政府信息公开申请数量 · 自然人"
    assert f"YEAR-CARRY{cell}:".replace(" ", "") in "".join(run(*asked)[1].split())
    (found, *_) = json.loads(run(*asked, "--json")[1])["last_year"]["found"]
    assert (found["cell"], found["table"], found["row"], found["col"]) == (cell, "applications", "carriedIn", "naturalPerson")
    assert run(*asked, "-o", "totals.xlsx")[0] == 0
    rows = CalamineWorkbook.from_path("totals.xlsx").get_sheet_by_index(2).to_python()
    assert rows[0][2] == "cell" and rows[1][:3] == ["last_year", "YEAR-CARRY", cell]


def test_totals_become_a_draft(run: Run) -> None:
    assert run("totals", "--organ", "linjiang", "--year", "2023", "--deposit")[0] == 2
    code, text, _ = run("totals", "--organ", "linjiang", "--year", "2023", "--deposit", "--as", CLERK, "--json")
    receipt = json.loads(text)["receipt"]
    # a blank of a member stays a blank of the sum, and the profile refuses it
    assert (code, receipt["id"], receipt["state"]) == (1, "linjiang.2023.aggregate", "refused")
    Path("other.xml").write_bytes(document(8, year=2022, wrong=True))
    assert run("deposit", "other.xml", "--as", CLERK)[0] == 1
    again = run("totals", "--organ", "linjiang", "--year", "2023", "--deposit", "--as", CLERK, "--json")
    assert json.loads(again[1])["receipt"] == receipt
    code, text, _ = run("get", "linjiang.2023.aggregate", "--what", "xml")
    assert "<scope>aggregate</scope>" in text and "qingshi.2023.government" in text and 'total="7"' in text
    code, _, error = run("totals", "--organ", "jiaoyu", "--year", "2023", "--deposit", "--as", CLERK)
    assert code == 1 and "no aggregate" in error


def test_progress_is_shown_and_written(run: Run, folder: Path) -> None:
    code, text, _ = run("progress", "--year", "2023", "--organ", "linjiang", "--day", "2024-02-05")
    assert code == 0
    assert "accepted" in text and "overdue (days: 5)" in text and "to be reminded" in text
    late = json.loads(run("progress", "--year", "2023", "--organ", "linjiang", "--day", "2024-02-05", "--late", "--json")[1])
    assert [each["organ"] for each in late["organs"]] == ["jiaoyu"]
    assert run("progress", "--year", "2023", "-o", "late.xlsx", "--late", "--day", "2024-02-05")[0] == 0
    rows = CalamineWorkbook.from_path(str(folder / "late.xlsx")).get_sheet_by_index(0).to_python()
    assert "jiaoyu" in [row[0] for row in rows]
    assert run("progress", "--year", "2023", "-o", "late.csv", "--organ", "jiaoyu", "--lang", "zh")[0] == 0
    assert run("totals", "--organ", "linjiang", "--year", "2023", "--members", "members.csv", "--lang", "zh")[0] == 0
    for name in ("late.csv", "members.csv"):
        with (folder / name).open(encoding="utf-8-sig") as stream:
            assert ["部门", "县"] in [row[2:4] for row in csv.reader(stream)], "kind and level stand in the words of the rest"
    assert run("progress")[0] == run("progress", "--year", "2023", "--day", "x")[0] == 2


def test_search_is_shown(run: Run) -> None:
    code, text, _ = run("search", "三审三校")
    assert code == 0 and "【三审三校】" in text
    (line,) = run("search", "--where", "applications.received.total > 6", "--json")[1].splitlines()
    assert json.loads(line)["id"] == "qingshi.2023.government"
    assert run("search", "--where", "applications.received.total > 7")[0] == 1
    for wrong, said in (("total > 7", "no condition"), ("applications.none.total > 7", "no edition")):
        code, _, error = run("search", "--where", wrong)
        assert code == 2 and said in error and error.count("\n") == 1


def test_cells_are_one_long_table(run: Run, folder: Path) -> None:
    assert run("cells", "-o", "cells.csv", "--organ", "linjiang")[0] == 0
    with (folder / "cells.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["report"] for row in rows} == {"qingshi.2023.government"}
    assert [row["value"] for row in rows if (row["table"], row["row"], row["column"]) == ("applications", "received", "total")] == ["7"]
    assert run("cells", "-o", "cells.parquet")[0] == 0
    from pyarrow import parquet

    assert parquet.read_table(folder / "cells.parquet").num_rows == len(rows)
    assert run("cells", "-o", "cells.doc")[0] == 2
    assert run("cells", "-o", "none.csv", "--year", "1999")[0] == 0
    assert (folder / "none.csv").read_text("utf-8").count("\n") == 1


def test_an_answer_out_of_a_catalogue_that_lacks_some_is_undetermined(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (("search", "农"), ("search", "没有这样的话"), ("totals", "--organ", "linjiang", "--year", "2023"))
    codes = [run(*each)[0] for each in asked]
    assert codes == [0, 1, 0]
    with monkeypatch.context() as patch:
        patch.setattr("govreport.archive.archive.take_in", lambda *_: 0)
        patch.setattr("govreport.archive.catalogue.contents.mark", lambda _: 0)
        patch.setattr("govreport.archive.catalogue.figures.readable", lambda *_: frozenset())
        for each in asked:
            code, out, error = run(*each)
            assert code == 3 and "had yet to be taken in" in error and "cannot be read" not in out


def test_a_table_has_numbers_as_numbers_and_no_formula(tmp_path: Path) -> None:
    rows = [["a", -6], ["b", Decimal("-3.250")], ["-c", Decimal("1E+3")]]
    for name in ("table.csv", "table.xlsx"):
        save(str(tmp_path / name), [Page("page", ["name", "figure"], ["name", "figure"], rows)])
    assert (tmp_path / "table.csv").read_text("utf-8-sig").splitlines() == ["name,figure", "a,-6", "b,-3.25", "'-c,1000"]
    sheet = CalamineWorkbook.from_path(str(tmp_path / "table.xlsx")).get_sheet_by_index(0).to_python()
    assert sheet == [["name", "figure"], ["a", -6.0], ["b", -3.25], ["-c", 1000.0]]
