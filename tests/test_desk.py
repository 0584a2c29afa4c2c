"""The desk without pages: sheets of any edition, fields and reports, prose as lines, what last year gives, how a report begins, drafts of two editors."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from govreport import generate, profiles, readers
from govreport.forms import Form
from govreport.layout import layout
from govreport.metadata import Agency
from govreport.model import NA, Chapter, Grid, Note, Paragraph, Report, Section, Table
from govreport.standard import Standard, read_standard
from govreport.web.desk import arithmetic, beginning, carrying, checking, entries, fieldnames, prose, sheet
from govreport.web.desk.skeleton import skeleton
from govreport.writers import write
from tests import schematrees
from tests.filled import report, seeded, zeros
from tests.judged import outcomes
from tests.services import county, token

ROOT = Path(__file__).resolve().parents[1]
REPORTS = sorted((ROOT / "fixtures" / "reports").glob("*/*.xml"))
SUBJECT = beginning.Subject(Agency("临江县青石镇人民政府"), 2024, "organ", "临江县青石镇人民政府2024年政府信息公开工作年度报告")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """A schema tree with an edition that the code has never seen."""
    tree = schematrees.with_invented_edition(tmp_path_factory.mktemp("desk"))
    generate.build(tree)
    return read_standard(tree)


@pytest.fixture(scope="module")
def township(shipped: Standard) -> Report:
    """A sound report of 2023."""
    return read(ROOT / "fixtures" / "reports" / "2021" / "township.xml", shipped)


def read(path: Path, standard: Standard) -> Report:
    """Return the report of a file."""
    found = readers.read(path.read_bytes(), path.name, standard).report
    assert found is not None
    return found


def forms(standard: Standard) -> Iterator[Form]:
    """Yield every edition."""
    yield from standard.forms.values()


def test_every_cell_of_every_edition_is_a_field_with_a_name_of_its_own(invented: Standard) -> None:
    for form in forms(invented):
        for table in form.tables.values():
            drawn = sheet.sheet(table)
            assert drawn.fields == tuple(fieldnames.cell(table.key, *cell) for cell in _printed(table))
            squares = [square for line in (*drawn.head, *drawn.body) for square in line if square.field]
            assert len({square.label for square in squares}) == len(squares) == len(table.cells)
            assert len({(square.line, square.place) for square in squares}) == len(squares)
            headings = {square.id for line in (*drawn.head, *drawn.body) for square in line if square.id}
            assert all(square.headers and set(square.headers) <= headings for square in squares)


def _printed(table: object) -> list[tuple[str, str]]:
    return [(cell.row, cell.column) for line in layout(table).lines for cell in line if cell.kind == "data"]  # type: ignore[arg-type]


def test_a_cell_is_called_as_the_clerk_calls_it(shipped: Standard) -> None:
    table = shipped.forms["2021"].tables["applications"]
    assert sheet.label(table, "results.refused.stateSecret", "naturalPerson") == "三（三）1.属于国家秘密，自然人"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_goes_through_the_fields_unchanged(path: Path, shipped: Standard) -> None:
    before = read(path, shipped)
    found = entries.assembled(entries.fields(before, shipped), before, shipped)
    assert not found.problems and not found.noticed
    assert write(found.report, "xml", shipped) == write(before, "xml", shipped)


@pytest.mark.parametrize("seed", range(6))
def test_seeded_tables_go_through_the_fields_unchanged(seed: int, invented: Standard) -> None:
    for form in forms(invented):
        before = report(invented, form, seeded(form, seed))
        found = entries.assembled(entries.fields(before, invented), before, invented)
        assert not found.problems
        assert list(found.report.tables()) == list(before.tables())
        assert found.undone == sum(len(form.tables[table.key].cells) - len(table.cells) for table in before.tables())


def test_what_was_typed_stays_and_is_reported_where_it_is_no_number(shipped: Standard) -> None:
    form = shipped.newest
    base = skeleton(shipped, 2023)
    typed = {"naturalPerson": "１２", "commercialEnterprise": "1,234", "researchInstitution": "5件", "otherOrganization": "-3", "total": "/"}
    sent = {fieldnames.cell("applications", "received", column): text for column, text in typed.items()}
    money = fieldnames.cell("proactiveDisclosure", "fees", "amount")
    found = entries.assembled({**sent, money: "12.50", fieldnames.meta("published"): "明天"}, base, shipped)
    table = found.report.table("applications")
    assert table is not None and dict(table.cells) == {
        ("received", "naturalPerson"): 12,
        ("received", "commercialEnterprise"): 1234,
        ("received", "total"): NA,
    }
    assert {(problem.field, problem.raw) for problem in found.problems} == {
        (fieldnames.cell("applications", "received", "researchInstitution"), "5件"),
        (fieldnames.cell("applications", "received", "otherOrganization"), "-3"),
        (fieldnames.meta("published"), "明天"),
    }
    assert found.report.annotations.notes == (Note("applications", "/", "received", "total", "mark"),)
    disclosure = found.report.table("proactiveDisclosure")
    assert disclosure is not None and disclosure.get("fees", "amount") == Decimal("12.5")
    assert found.undone == sum(len(table.cells) for table in form.tables.values()) - 4


def test_an_inferred_figure_that_is_changed_is_inferred_no_longer(township: Report, shipped: Standard) -> None:
    note = Note("applications", "由合计推得", "received", "total", "inferred")
    before = replace(township, annotations=replace(township.annotations, notes=(note, *township.annotations.notes)))
    sent = entries.fields(before, shipped)
    assert note in entries.assembled(sent, before, shipped).report.annotations.notes
    sent[fieldnames.cell("applications", "received", "total")] = "99"
    assert note not in entries.assembled(sent, before, shipped).report.annotations.notes


def test_a_declaration_of_nothing_stands_as_long_as_every_figure_is_zero(shipped: Standard) -> None:
    table = shipped.newest.tables["reviewAndLitigation"]
    sent = {fieldnames.cell(table.key, row, column): "0" for row, column in table.cells}
    sent |= {fieldnames.zero(table.key, fieldnames.BY): "李办事", fieldnames.zero(table.key, fieldnames.ON): "2024-01-12"}
    base = skeleton(shipped, 2023)
    declared = entries.assembled(sent, base, shipped).report.annotations.zero_declarations
    assert [(each.table, each.by, str(each.on)) for each in declared] == [(table.key, "李办事", "2024-01-12")]
    first = fieldnames.cell(table.key, *table.cells[0])
    for text in ("1", "", "/"):
        assert not entries.assembled({**sent, first: text}, base, shipped).report.annotations.zero_declarations


AWKWARD = (
    "# 不是章",
    "{note}",
    "table: applications",
    "{table applications 2021}",
    "{attachment}",
    "| 甲 | 乙 |",
    "\\反斜线",
    "---",
    "## （一） 小标题 {#key}",
    "{end ##}",
    "段落\x0b中断\u2028又一段",
)


def test_no_line_of_prose_begins_anything_but_prose(shipped: Standard) -> None:
    base = skeleton(shipped, 2023)
    chance = random.Random(7)
    for _ in range(60):
        lines = chance.sample(AWKWARD, 6)
        sent = {fieldnames.prose(key, 0): "\r\n".join(lines) for key in ("overview", "applications", "closing")}
        found = entries.assembled(sent, base, shipped).report
        assert [chapter.key for chapter in found.chapters] == [chapter.key for chapter in base.chapters]
        assert [table.key for table in found.tables()] == [table.key for table in base.tables()]
        assert not found.attachments and not found.annotations
        write(found, "xml", shipped)


def test_prose_with_headings_grids_and_a_table_in_the_middle_comes_back(shipped: Standard) -> None:
    table = Table("applications", "2021", {})
    inner = Section("1.", "细目", (Paragraph("{看似机器行}"), Grid((("甲", "乙|丙"), ("", "1")), "附表")))
    blocks = (Paragraph("#号开头"), Section("（一）", "收到", (Paragraph("一段。"), inner)), Paragraph("表前"), table, Section(None, "只有题", ()))
    chapter = Chapter("applications", "三", "申请", blocks)
    found, noticed = prose.read([chapter], [prose.written(blocks, shipped)], shipped)
    assert found == (chapter,) and not noticed


def test_last_year_gives_what_the_form_carries_over_and_nothing_else(township: Report, shipped: Standard) -> None:
    form, last = shipped.newest, township.table("applications")
    assert last is not None
    found = carrying.carried(form, township, shipped)
    columns = form.tables["applications"].columns["carriedIn"]
    assert found == {fieldnames.cell("applications", "carriedIn", column): str(last.get("carriedOut", column)) for column in columns}


def test_an_older_edition_carries_over_by_the_migration(shipped: Standard) -> None:
    old = read(ROOT / "fixtures" / "reports" / "2019" / "department.xml", shipped)
    found = carrying.carried(shipped.newest, old, shipped)
    last = old.table("applications")
    assert last is not None and found
    assert {place.row for name in found if (place := fieldnames.place(name))} == {"carriedIn"}


def test_paragraphs_of_last_year_are_known(township: Report) -> None:
    chapter = township.chapter("overview")
    assert chapter is not None
    changed = replace(township, chapters=(replace(chapter, blocks=(*chapter.blocks, Paragraph("今年新写的一段。"))),))
    found = carrying.taken(changed, township)
    assert found[fieldnames.prose("overview", 0)] == tuple(chapter.paragraphs())
    assert not carrying.taken(changed, None)


def test_the_data_for_the_script_says_what_the_relations_say(invented: Standard) -> None:
    """Evaluated as the script does it, the data gives the failures of the rules, for seeded tables of every edition."""
    for form in forms(invented):
        data = json.loads(json.dumps(arithmetic.relations(form, None, invented)))
        for seed in range(12):
            tables = seeded(form, seed)
            sent = entries.fields(report(invented, form, tables), invented)
            failed = {(outcome.equation.relation.code, _name(outcome.equation.at)) for outcome in outcomes(form, {t.key: t for t in tables}) if outcome.failed}
            present = {table.key for table in tables}
            told = {
                (each["code"], each["at"])
                for each in data
                if {term["field"].split("/")[1] for term in (*each["left"], *each["right"])} <= present and _fails(each, sent, form)
            }
            assert told == failed


def _name(cell: object) -> str:
    return fieldnames.cell(cell.table, cell.row, cell.column)  # type: ignore[attr-defined]


def _fails(each: dict[str, list[dict[str, str]]], sent: dict[str, str], form: Form) -> bool:
    """Return what ``static/desk.js`` finds of an equation."""

    def side(terms: list[dict[str, str]]) -> tuple[Decimal, int, bool]:
        texts = [sent.get(term["field"], "") for term in terms]
        blank = [text in ("", "NA") for text in texts]
        signed = any(empty and _signed(term["field"], form) for empty, term in zip(blank, terms, strict=True))
        return sum((Decimal(text) for text, empty in zip(texts, blank, strict=True) if not empty), Decimal(0)), sum(blank), signed

    left, right = side(each["left"]), side(each["right"])
    unsure = left[1] + right[1] == len(each["left"]) + len(each["right"]) or left[2] or right[2]
    return not unsure and ((left[0] < right[0] and not left[1]) or (right[0] < left[0] and not right[1]))


def _signed(name: str, form: Form) -> bool:
    place = fieldnames.place(name)
    assert place is not None
    column = form.tables[place.table].column(place.row, place.column)
    return column is not None and column.kind == "change"


def test_a_report_begun_from_last_years_has_its_words_and_no_figures(township: Report, shipped: Standard) -> None:
    found = beginning.from_last(SUBJECT, township, shipped)
    assert not any(name.startswith(fieldnames.CELL) for name in found.fields)
    assert found.fields["prose/overview"] == entries.fields(township, shipped)["prose/overview"]
    assert found.fields["meta/title"] == (township.metadata.title or "").replace("2023", "2024")
    made = entries.assembled(found.fields, found.base, shipped).report
    assert made.metadata.year == 2024 and not made.annotations and made.provenance is None
    assert [table.edition for table in made.tables()] == [shipped.newest.edition] * 3


def test_a_report_begun_from_a_file_keeps_what_was_read(township: Report, shipped: Standard) -> None:
    source = readers.read((ROOT / "fixtures" / "legacy" / "demo.txt").read_bytes(), "demo.txt", shipped).report
    assert source is not None
    found = beginning.from_file(SUBJECT, source, shipped)
    made = entries.assembled(found.fields, found.base, shipped).report
    assert list(made.tables()) == list(source.tables()) and made.provenance == source.provenance
    own = beginning.from_file(replace(SUBJECT, agency=Agency(township.metadata.agency.name)), township, shipped).base
    assert own.metadata.agency == township.metadata.agency and own.metadata.agency.division  # what it says of its own agency stays
    assert (made.metadata.agency, made.metadata.year, made.metadata.scope, made.metadata.period) == (SUBJECT.agency, 2024, "organ", None)


def test_a_report_of_another_organ_is_known_by_its_name(township: Report) -> None:
    """A short form of the organ's own name is no other organ, nor is one that was merged with it."""
    here = replace(SUBJECT, names=("临江县青石镇人民政府", "临江县青石乡人民政府"))
    for name, other in (("临江县青石镇人民政府", False), ("青石乡人民政府", False), ("白河镇人民政府", True), (None, False)):
        metadata = replace(township.metadata, agency=Agency(name))
        assert beginning.is_other(replace(township, metadata=metadata), here) == other
    merged = replace(township, metadata=replace(township.metadata, agency=Agency("临江县白河镇人民政府")))
    assert not beginning.is_other(merged, here, ["临江县白河镇人民政府"])


def test_a_blank_report_is_a_form_with_every_cell_undone(invented: Standard) -> None:
    subject = replace(SUBJECT, year=2099)
    found = beginning.blank(subject, invented)
    made = entries.assembled(found.fields, found.base, invented)
    assert made.undone == sum(len(table.cells) for table in invented.forms["2099"].tables.values())
    assert [(table.edition, table.key) for table in made.report.tables()] == [("2099", key) for key in invented.forms["2099"].tables]


def test_findings_lead_to_their_fields_errors_first(shipped: Standard) -> None:
    form, profile = shipped.newest, profiles.load("submission")
    base = skeleton(shipped, 2023)
    full = report(shipped, form, [zeros(table) for table in form.tables.values()])
    sent = {**entries.fields(full, shipped), fieldnames.cell("applications", "received", "total"): "4"}
    found = checking.checked(entries.assembled(sent, base, shipped), shipped, profile, None, "zh")
    assert not found.accepted and found.errors
    ranks = ["error", "warning", "info", "waived"]
    assert [ranks.index(each.severity) for each in found.remarks] == sorted(ranks.index(each.severity) for each in found.remarks)
    sums = next(each for each in found.remarks if each.code == "T3-ROW")
    assert sums.targets[0].field == fieldnames.cell("applications", "received", "total")
    assert found.cells[sums.targets[0].field][0] == "error"
    blanks = checking.checked(entries.assembled({}, base, shipped), shipped, profile, None, "zh")
    folded = [each for each in blanks.remarks if each.code == "CELL-BLANK"]
    assert len(folded) == len(form.tables) and sum(each.count for each in folded) == sum(len(table.cells) for table in form.tables.values())


def test_the_pages_know_an_edition_that_the_code_has_never_seen(invented: Standard, tmp_path: Path) -> None:
    with county(tmp_path / "archive", invented) as service, closing(service.browser("submitter")) as clerk:
        begin = "/desk/drafts/qingshi.2099.organ/begin"
        clerk.post(begin, data={"csrf": token(clerk, begin), "from": "blank"})
        page = clerk.get("/desk/drafts/qingshi.2099.organ/form").text
        for table in invented.forms["2099"].tables.values():
            assert table.label in page and all(f'id="{fieldnames.cell(table.key, *cell)}"' in page for cell in table.cells)
        assert 'id="unit/proactiveDisclosure/fees"' in page
        sent = {"csrf": token(clerk, begin), "revision": "1", "do": "zero/platforms"}
        assert clerk.post("/desk/drafts/qingshi.2099.organ/form", data=sent).status_code == 303
        assert "submitter" in clerk.get("/desk/drafts/qingshi.2099.organ/form").text.split("notice good")[1]


def test_files_of_others_are_as_they_were_published() -> None:
    folder = ROOT / "src" / "govreport" / "web" / "static" / "vendor"
    listed = re.findall(r"^\| (\S+) \|.* \| ([0-9a-f]{64}) \|$", (folder / "README.md").read_text("utf-8"), re.M)
    assert {name for name, _ in listed} == {path.name for path in folder.iterdir() if path.suffix in (".js", ".css", ".woff2")}
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in listed)


def test_an_empty_choice_has_a_word_where_it_may_be_made() -> None:
    for path in (ROOT / "src" / "govreport" / "web" / "templates").rglob("*.html"):
        for tag in re.findall(r'(<select[^>]*>)<option value=""></option>', path.read_text("utf-8")):
            assert " required" in tag, f"{path.name}: {tag}"
