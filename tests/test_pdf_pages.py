"""What stands on the pages of a PDF, and where: lines, type, order, signatures, marks."""

from __future__ import annotations

import io
import random
import re
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pypdfium2
import pytest

from govreport.model import Agency, Attachment, Chapter, Metadata, Note, Paragraph, Report, Section
from govreport.writers.pdf import write
from govreport.writers.pdf.cascade import Fonts
from govreport.writers.pdf.lines import Line
from govreport.writers.pdf.pages import Pages
from govreport.writers.pdf.report import write_report
from govreport.writers.pdf.roles import cascades
from tests.pdf.extraction import LEFT, STYLE, TOP, content, lines, pages, report_texts, squeezed
from tests.pdf.reports import HAN, SHIPPED, TOWNSHIP, fixtures, prose, special


def test_twenty_two_lines_of_twenty_eight_characters() -> None:
    page = pages(write(prose("".join(random.Random(1).choices(HAN, k=28 * 80)), title="题"), SHIPPED))[1]
    grid = lines(page, 16)
    assert len(grid) == STYLE.lines == 22
    assert {len(line) for line in grid} == {28}
    for number, line in enumerate(grid):
        for column, each in enumerate(line):
            assert each.x0 == pytest.approx(LEFT + column * STYLE.cell, abs=0.02)
        assert abs(line[0].middle - TOP - (number + 0.5) * STYLE.pitch) < 3
    gaps = [lower[0].middle - upper[0].middle for upper, lower in pairwise(grid)]
    assert gaps == pytest.approx([STYLE.pitch] * 21, abs=0.02)
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


def test_a_long_name_of_an_attachment_goes_on_below_its_first_character() -> None:
    """GB/T 9704, 7.3.4."""
    for names in (("目录" * 30,), ("目录" * 30, "名单" * 30)):
        report = replace(prose("内容。"), attachments=tuple(map(Attachment, names)))
        page = lines(pages(write(report, SHIPPED))[0], 16)
        for name in names:
            own = [line for line in page if line[-1].text in name]
            starts = [next(each.x0 for each in own[0] if each.text == name[0]), *(line[0].x0 for line in own[1:])]
            assert len(starts) == 3 and starts == pytest.approx([starts[0]] * 3, abs=3)  # a justified line is spread
