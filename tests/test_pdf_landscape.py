"""Tables wider than an upright page: no number is broken, columns give way, then the type, then the page lies on its side."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from govreport import readers, standard
from govreport.forms import TableForm
from govreport.model import NA, Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Table, Value
from govreport.standard import Standard
from govreport.writers.pdf import write
from tests import schematrees
from tests.pdf import validators
from tests.pdf.extraction import STYLE, squeezed

Filled = Callable[[int], Value | None]
WIDE = 24


@dataclass(frozen=True)
class Sheet:
    """A page as it is shown: whether it lies on its side, its lines of content from the top down, all its text with page numbers."""

    lying: bool
    lines: tuple[str, ...]
    text: str


def sheets(data: bytes) -> list[Sheet]:
    """Return the pages of a file as they are shown."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [Sheet(page.rotation == 90, tuple(_lines(page)), squeezed(page.extract_text() or "")) for page in document.pages]


def _lines(page: pdfplumber.page.Page) -> Iterator[str]:
    found = [each for each in page.chars if each.get("mcid") is not None]
    for _, line in itertools.groupby(found, key=lambda each: round((each["top"] + each["bottom"]) / 2)):
        yield "".join(str(each["text"]) for each in line)


def report(known: Standard, edition: str, filled: Filled, *behind: Block) -> Report:
    """Return a report of an edition's tables, each in a chapter between two paragraphs; ``filled`` gives the value of a cell by its number."""
    chapters = [Chapter("overview", "一", "总体情况", (Paragraph("概况。"),))]
    for number, form in zip("二三四五六七八", known.forms[edition].tables.values(), strict=False):
        chapters.append(Chapter(form.key, number, form.label, (Paragraph("表前。"), table(form, filled), Paragraph("表后。"))))
    chapters.append(Chapter("otherMatters", "末", "其他", behind))
    return Report(known.claim, Metadata(title="报告", year=2023), tuple(chapters))


def table(form: TableForm, filled: Filled) -> Table:
    """Return a table of a form."""
    values = {cell: filled(at) for at, cell in enumerate(form.cells)}
    return Table(form.key, form.edition, {cell: value for cell, value in values.items() if value is not None})


def numbers(count: int) -> Filled:
    """Return what fills every cell with a number of so many digits."""
    return lambda at: 10 ** (count - 1) + at


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("digits", [5, 8, 10, 12])
def test_no_number_is_broken(edition: str, digits: int, shipped: Standard) -> None:
    made = report(shipped, edition, numbers(digits))
    data = write(made, shipped)
    text = "\n".join(line for sheet in sheets(data) for line in sheet.lines)
    for form in shipped.forms[edition].tables.values():
        assert all(str(10 ** (digits - 1) + at) in text for at in range(len(form.cells)))
    assert readers.read(data, "report.pdf", shipped).report == made


def test_one_long_number_takes_width_from_its_neighbours(shipped: Standard) -> None:
    for form in shipped.newest.tables.values():
        for place in range(0, len(form.cells), 31):
            made = report(shipped, shipped.newest.edition, lambda at, place=place: 123_456_789_012 if at == place else 7)  # type: ignore[misc]
            found = sheets(write(made, shipped))
            assert not any(sheet.lying for sheet in found)
            wanted = sum(place < len(each.cells) for each in shipped.newest.tables.values())
            assert sum("123456789012" in line for sheet in found for line in sheet.lines) == wanted


def test_a_page_lies_where_an_upright_one_is_too_narrow_and_only_there(shipped: Standard) -> None:
    data = write(report(shipped, "2021", numbers(12)), shipped)
    found = sheets(data)
    assert "".join(line for sheet in found if not sheet.lying for line in sheet.lines).count("表后。") == 3
    lying = ["".join(sheet.lines) for sheet in found if sheet.lying]
    assert lying and not any("表前。" in text or "表后。" in text for text in lying)
    assert all(sheet.lines for sheet in found), "no page is blank"
    for number, (sheet, page) in enumerate(zip(found, pypdfium2.PdfDocument(data), strict=True), 1):
        assert f"—{number}—" in (sheet.text if not sheet.lying else squeezed(page.get_textpage().get_text_range()))
        assert page.get_width() > page.get_height() if sheet.lying else page.get_width() < page.get_height()


def test_the_number_of_a_lying_page_stands_where_that_of_an_upright_one_does(shipped: Standard) -> None:
    """GB/T 9704, 7.5 and its tables that lie: on paper the number is where every page has it, the table's head is at the left."""
    form = shipped.newest.tables["reviewAndLitigation"]
    wide = tuple(Chapter(form.key, "四", form.label, (Paragraph("表前。"), table(form, numbers(12)))) for _ in range(2))
    document = pypdfium2.PdfDocument(write(Report(shipped.claim, Metadata(title="报告", year=2023), wide), shipped))
    assert [page.get_rotation() for page in document] == [0, 90, 0, 90]
    for page in document:
        page.set_rotation(0)
    boxes = [page.render(scale=1).to_pil().convert("L").point(lambda value: 255 if value < 200 else 0).getbbox() for page in document]
    bottoms = [_bottom(page) for page in document]
    assert max(bottoms) - min(bottoms) < 1
    assert all(boxes[at][0] == pytest.approx(STYLE.left, abs=2) for at in (1, 3))


def _bottom(page: pypdfium2.PdfPage) -> int:
    image = page.render(scale=1).to_pil().convert("L").point(lambda value: 255 if value < 200 else 0)
    box = image.crop((0, int(STYLE.top + STYLE.height + 6), image.width, image.height)).getbbox()
    assert box is not None
    return int(box[3])


def test_a_heading_right_above_goes_with_its_table_and_nothing_blank_is_left(shipped: Standard) -> None:
    form = shipped.newest.tables["reviewAndLitigation"]
    for before in ((), (Paragraph("一段。"),)):
        chapters = (Chapter("overview", "一", "总体", before), Chapter(form.key, "四", "诉讼情况", (table(form, numbers(12)),)))
        data = write(Report(shipped.claim, Metadata(title="报告", year=2023), chapters), shipped)
        found = sheets(data)
        assert [sheet.lying for sheet in found] == [False, True]
        assert "四、诉讼情况" in [line.strip() for line in found[1].lines] and "诉讼情况" not in "".join(found[0].lines)
        last = list(pypdfium2.PdfDocument(data).get_toc())[-1]
        assert last.get_dest().get_index() == 1


def test_attachments_and_what_follows_a_lying_page_stand_upright(shipped: Standard) -> None:
    form = shipped.newest.tables["reviewAndLitigation"]
    chapter = Chapter(form.key, "四", "诉讼情况", (table(form, numbers(8)), table(form, numbers(8))))
    attachments = (Attachment("目录", blocks=(Paragraph("内容。"),)),)
    found = sheets(write(Report(shipped.claim, Metadata(title="报告", year=2023), (chapter,), attachments), shipped))
    assert [sheet.lying for sheet in found] == [False, True, False, False]
    assert found[2].lines[0].strip().startswith("附件") and found[3].lines[0].strip() == "附件"


def test_a_mark_is_no_number_that_lays_a_page(shipped: Standard) -> None:
    assert not any(sheet.lying for sheet in sheets(write(report(shipped, "2021", lambda at: NA if at % 2 else None), shipped)))


def wide_edition(folder: Path, columns: int = WIDE) -> Standard:
    """Return the shipped standard with an edition that has tables of many columns, in one row and below one another."""
    tree = schematrees.copy(folder)
    kinds = "".join(f'<column key="k{at}" label="第{at}类事项办理数"/>' for at in range(columns))
    rows = "".join(f'<row key="r{at}" label="{at}.办理情况" />' for at in range(9))
    (tree / "2098").mkdir()
    (tree / "2098" / "form.xml").write_text(
        '<form edition="2098" revision="1"><instrument number="虚构〔2098〕1号" date="2098-01-01" issuer="虚构"/><years from="2098"/>'
        '<chapter key="preface" kind="lead"/><chapter key="overview" number="一" title="概述" kind="prose" required="true" role="overview"/>'
        '<chapter key="kinds" number="二" title="各类事项" kind="table" required="true">'
        f'<table key="kinds" name="表甲" label="各类事项" corner="栏目">{kinds}{rows}</table>'
        f'<table key="across" name="表乙" label="一行" arrangement="across">{kinds}<row key="all" label="全部"/></table></chapter></form>',
        "utf-8",
    )
    return standard.read_standard(tree)


def test_twenty_four_columns_lie(tmp_path: Path) -> None:
    known = wide_edition(tmp_path)
    for digits in (1, 5):
        made = report(known, "2098", numbers(digits))
        data = write(made, known)
        found = sheets(data)
        assert sum(sheet.lying for sheet in found) == 2
        text = "\n".join(line for sheet in found for line in sheet.lines)
        assert all(str(10 ** (digits - 1) + at) in text for at in range(WIDE))
        assert readers.read(data, "report.pdf", known).report == made


@pytest.mark.parametrize(("columns", "digits"), [(WIDE, 12), (60, 4), (200, 1)])
def test_what_is_too_wide_even_for_a_page_that_lies_is_cut_between_columns(columns: int, digits: int, tmp_path: Path) -> None:
    """Every part has the labels of the rows again, and headings of its own that its cells name."""
    known = wide_edition(tmp_path, columns)
    made = report(known, "2098", numbers(digits))
    data = write(made, known)
    found = [sheet for sheet in sheets(data) if sheet.lying]
    text = "\n".join(line for sheet in found for line in sheet.lines)
    assert all(text.count(str(10 ** (digits - 1) + at)) >= 1 for at in range(columns * 9))
    assert text.count("栏目") > 1 and text.count("栏目") == text.count("8.办理情况")
    assert readers.read(data, "report.pdf", known).report == made
    assert validators.page_failures(data) == []


def test_a_table_is_cut_between_its_groups(shipped: Standard) -> None:
    form = shipped.newest.tables["reviewAndLitigation"]
    chapter = Chapter(form.key, "四", form.label, (table(form, numbers(12)),))
    found = sheets(write(Report(shipped.claim, Metadata(title="报告"), (chapter,)), shipped))[-1]
    assert [line.count("1000") for line in found.lines if "1000" in line] == [5, 5, 5]


def test_wide_grids_lie_and_break_no_number(shipped: Standard) -> None:
    rows = (tuple(f"第{at}项" for at in range(16)), *(tuple(str(10**7 + row * 100 + at) for at in range(16)) for row in range(5)))
    chapter = Chapter("overview", "一", "总体情况", (Paragraph("前。"), Grid(rows, "一览表"), Paragraph("后。")))
    found = sheets(write(Report(shipped.claim, Metadata(title="报告"), (chapter,)), shipped))
    assert [sheet.lying for sheet in found] == [False, True, False]
    assert all(cell in "\n".join(found[1].lines) for row in rows for cell in row)


def test_numbers_of_a_grid_stay_with_their_signs_and_units(shipped: Standard) -> None:
    texts = ("1234.5%", "156.32万元", "1,234,567件", "-12345.67")
    rows = (tuple(f"第{at}季度办理数量" for at in range(9)), *(tuple(texts[(row + at) % 4] for at in range(9)) for row in range(4)))
    chapter = Chapter("overview", "一", "总体情况", (Grid(rows),))
    lines = [line for sheet in sheets(write(Report(shipped.claim, Metadata(title="报告"), (chapter,)), shipped)) for line in sheet.lines]
    assert sum(line.count(text) for line in lines for text in texts) == 36


def test_lying_pages_are_archival_and_read_aloud(tmp_path: Path, shipped: Standard) -> None:
    files = {edition: write(report(shipped, edition, numbers(12)), shipped) for edition in ("2019", "2021")}
    for name, data in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
        assert validators.page_failures(data) == []
    found = validators.vera(sorted(tmp_path.glob("*.pdf")), tmp_path)
    assert {verdict for verdict, _ in found.values()} == {"pass"} and len(found) == 2 * len(files)
