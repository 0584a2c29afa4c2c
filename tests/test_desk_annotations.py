"""What a clerk states about figures: restatements, waivers and notes by the page, without script; kept in the report, shown to the reviewer."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from govreport import readers
from govreport.archive import Request
from govreport.archive.drafts import Drafts
from govreport.model import Annotations, Note, Report, Restatement, Waiver
from govreport.standard import Standard
from govreport.web.accounts.account import Account
from govreport.web.desk import annotating, entries, fieldnames
from tests import archives
from tests.services import PASSWORD, Served, county, token

ORGAN, YEAR = "qingshi", 2024
ID = f"{ORGAN}.{YEAR}.organ"
DRAFT = f"/desk/drafts/{ID}"
PAGE = f"{DRAFT}/annotations"
CARRIED = "applications/carriedIn/naturalPerson"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    """A service on an archive that has the report of the year before."""
    with county(tmp_path_factory.mktemp("annotations") / "archive", shipped) as found:
        receipt = found.archive.deposit(Request(archives.document(), "last.xml", ORGAN, YEAR - 1, "organ"), archives.CLERK)
        found.archive.act("submit", receipt.id, archives.CLERK)
        found.archive.act("accept", receipt.id, archives.REVIEWER)
        found.here.accounts.add(Account("spare-hand", ("submitter",), ORGAN), archives.ARCHIVIST, PASSWORD)
        yield found


@pytest.fixture
def clerk(service: Served) -> Iterator[httpx.Client]:
    """A clerk with a draft whose figures do not follow from last year's."""
    with closing(service.browser("submitter")) as found:
        begin = f"{DRAFT}/begin"
        text = archives.document(1, year=YEAR).decode().replace('<carriedIn naturalPerson="1"', '<carriedIn naturalPerson="3"')
        sent = {"csrf": token(found, begin), "from": "file", "pasted": text, "whose": "told"}
        assert found.post(begin, data=sent).headers["location"] == f"{DRAFT}/form"
        yield found


def stated(client: httpx.Client, **sent: str) -> httpx.Response:
    """Return the answer to a statement made on the page."""
    page = client.get(PAGE).text
    revision = re.search(r'name="revision" value="(\d+)"', page)
    assert revision
    return client.post(PAGE, data={"csrf": token(client, PAGE), "revision": revision[1], **sent})


def drafted(service: Served, standard: Standard) -> Report:
    """Return the report of the draft."""
    draft = Drafts(service.archive.database).get(ID)
    base = readers.read(draft.base.encode(), "base.xml", standard, "xml").report
    assert base is not None
    return entries.assembled(draft.fields, base, standard).report


def places(page: str, code: str) -> str:
    """Return the places of a finding that the page offers to dismiss."""
    found = re.search(rf'name="places" value="([^"]*\b{code}/[^"]*)"', page)
    assert found, code
    return html.unescape(found[1])


def test_a_figure_of_last_year_is_stated_anew(service: Served, clerk: httpx.Client, shipped: Standard) -> None:
    page = clerk.get(PAGE).text
    assert f'name="restatement/{CARRIED}"' in page and "上年报告是 1，按本年填报上年应为 3" in page
    assert "请选择原因" in stated(clerk, do="restatement", **{f"restatement/{CARRIED}": "on"}).text
    assert "请至少勾选" in stated(clerk, do="restatement", reason="correction").text
    answer = stated(clerk, do="restatement", reason="reorganisation", text="并入两件", **{f"restatement/{CARRIED}": "on"})
    assert answer.status_code == 303
    made = drafted(service, shipped).annotations.restatements
    assert made == (Restatement(*CARRIED.split("/"), Decimal(1), Decimal(3), "reorganisation", "并入两件"),)
    form = clerk.get(f"{DRAFT}/form").text
    assert "上年数由 1 改为 3；机构改革；并入两件" in form and "YEAR-RESTATED" in form
    stated(clerk, do=f"drop/{fieldnames.restatement(*CARRIED.split('/'), '')}")
    assert not drafted(service, shipped).annotations.restatements


def test_a_finding_is_dismissed_with_a_reason_where_the_profile_lets_it(service: Served, clerk: httpx.Client, shipped: Standard) -> None:
    page = clerk.get(PAGE).text
    before, meant = drafted(service, shipped).annotations.waivers, places(page, "YEAR-CARRY")
    assert "请写明理由" in stated(clerk, do="waiver/YEAR-CARRY", places=meant).text
    assert stated(clerk, do="waiver/YEAR-CARRY", places=meant, text="核实无误").status_code == 303
    waivers = [each for each in drafted(service, shipped).annotations.waivers if each not in before]
    assert waivers and all((each.code, each.text, each.by, each.row) == ("YEAR-CARRY", "核实无误", "submitter", "carriedIn") for each in waivers)
    assert waivers[0].on == service.archive.ledger.clock().date()
    assert "理由：核实无误（submitter" in clerk.get(f"{DRAFT}/form").text
    refused = stated(clerk, do="waiver/T3-ROW", places="T3-ROW/applications/carriedIn/total", text="就是这样")
    assert refused.status_code == 422 and "必须改正，不能用说明代替" in refused.text
    assert len(drafted(service, shipped).annotations.waivers) == len(before) + len(waivers)
    assert "这个问题已不存在" in stated(clerk, do="waiver/T2-UNIT", places="T2-UNIT/proactiveDisclosure/fees/amount", text="已核").text
    for each in waivers:
        stated(clerk, do=f"drop/{annotating.waiver_field(each, '')}")
    assert drafted(service, shipped).annotations.waivers == before


def test_notes_stand_on_tables_rows_and_cells(service: Served, clerk: httpx.Client, shipped: Standard) -> None:
    before = drafted(service, shipped).annotations.notes
    for place, text in (("applications//", "全表"), ("applications/received/", "整行"), (CARRIED, "其中 2 件并入"), (CARRIED, "另一条")):
        assert stated(clerk, do="note", place=place, text=text).status_code == 303
    notes = [each for each in drafted(service, shipped).annotations.notes if each not in before]
    assert [(each.row, each.column, each.text) for each in notes] == [
        (None, None, "全表"),
        ("received", None, "整行"),
        ("carriedIn", "naturalPerson", "其中 2 件并入"),
        ("carriedIn", "naturalPerson", "另一条"),
    ]
    assert "其中 2 件并入" in clerk.get(f"{DRAFT}/page").text
    stated(clerk, do=f"drop/{fieldnames.note(*CARRIED.split('/'))}", line="其中 2 件并入")
    assert "其中 2 件并入" not in [each.text for each in drafted(service, shipped).annotations.notes]
    assert stated(clerk, do="note", place="applications/nowhere/", text="x").status_code == 422
    assert "请写附注内容" in stated(clerk, do="note", place="applications//").text
    selected = clerk.get(PAGE, params={"field": f"cell/{CARRIED}"}).text
    assert f'<option value="{CARRIED}" selected>' in selected


def test_two_who_annotate_one_cell_lose_nothing(service: Served, clerk: httpx.Client) -> None:
    name = fieldnames.note(*CARRIED.split("/"))
    with closing(service.browser("spare-hand")) as other:
        opened = {client: (token(client, PAGE), str(Drafts(service.archive.database).get(ID).revision)) for client in (clerk, other)}
        for client, text in ((clerk, "甲"), (other, "乙")):
            csrf, revision = opened[client]
            answer = client.post(PAGE, data={"csrf": csrf, "revision": revision, "do": "note", "place": CARRIED, "text": text})
            assert answer.status_code == 303
        draft = Drafts(service.archive.database).get(ID)
        texts = {draft.fields[name], *(each.text for each in draft.clashes)}
        assert {"甲", "乙"} <= {line for text in texts for line in text.split("\n")}
        assert "附注" in other.get(f"{DRAFT}/form").text


def test_annotations_go_through_the_fields_unchanged(shipped: Standard) -> None:
    """Also several of one place, and those of tables that the form does not have."""
    base = readers.read((Path(__file__).parents[1] / "fixtures" / "reports" / "2021" / "township.xml").read_bytes(), "t.xml", shipped).report
    assert base is not None
    row = ("applications", "received", "total")
    notes = (Note(row[0], "一", row[1]), Note("unknown", "二"), Note(row[0], "三", row[1]), Note(row[0], "一", row[1]))
    twice = tuple(Restatement(*row, Decimal(1), Decimal(number), "other") for number in (2, 3))
    found = Annotations(notes, twice, (Waiver("T2-UNIT", "理由"), Waiver("T2-UNIT", "又一个理由"), Waiver("CELL-NA", "无", *row)))
    report = replace(base, annotations=found)
    sent = entries.fields(report, shipped)
    assert entries.assembled(sent, report, shipped).report.annotations == found
    sent[fieldnames.note(row[0], row[1], "")] = "三\n四"
    changed = entries.assembled(sent, report, shipped).report.annotations
    assert [each.text for each in changed.notes] == ["二", "三", "四"] and changed.waivers == found.waivers
