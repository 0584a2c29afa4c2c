"""What a hand or a program leaves in a PDF beside the figures: lines through them, lines under them, footnotes between the parts of a torn row."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govreport.readers.guard import DEFAULT
from govreport.readers.legacy.labels import label_index
from govreport.readers.pdf import extraction
from govreport.readers.pdf.blocks import Layout, Table, layout
from govreport.readers.pdf.pages import upright
from govreport.readers.pdf.stitching import stitched
from govreport.standard import Standard

FONT = "STSong-Light"


def drawn(*pages: Sequence[Sequence[str]], foot: str = "", line: tuple[float, int] | None = None, thin: bool = False) -> list[Layout]:
    """Return pages of tables as they are read: ``line`` is drawn so far above the base of the first characters of each figure (share of the size, count)."""
    data = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(data, pagesize=(595, 842), invariant=True)
    for number, rows in enumerate(pages):
        canvas.setFont(FONT, 10)
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                left, base = 75 + 110 * across, 760 - 20 * down
                canvas.rect(left, base, 110, 20)
                canvas.drawString(left + 5, base + 6, text)
                if line and text.isdigit():
                    share, count = line
                    width, height = pdfmetrics.stringWidth(text[:count], FONT, 10), base + 6 + share * 10
                    if thin:
                        canvas.rect(left + 5, height, width, 0.6, stroke=0, fill=1)
                    else:
                        canvas.line(left + 5, height, left + 5 + width, height)
        if foot and not number:
            canvas.drawString(75, 90, foot)
        canvas.showPage()
    canvas.save()
    return [layout(upright(page), set()) for page in extraction.extract(data.getvalue(), "a.pdf", DEFAULT).pages]


def tables(layouts: Sequence[Layout]) -> list[Table]:
    return [each for page in layouts for each in page.blocks if isinstance(each, Table)]


@pytest.mark.parametrize("thin", [False, True])
@pytest.mark.parametrize(("share", "count", "doubt"), [(0.3, 2, "struck"), (0.35, 3, "struck"), (0.25, 1, "struck"), (-0.12, 3, None), (-0.15, 2, None)])
def test_a_line_through_a_figure_strikes_it_out_and_one_under_it_does_not(share: float, count: int, doubt: str | None, thin: bool) -> None:
    """Deleted figures stay in sight where changes are tracked, beside those that take their place: 870 is 0 with 87 struck out."""
    (table,) = tables(drawn([("行政许可", "870"), ("行政处罚", "无")], line=(share, count), thin=thin))
    cells = {cell.text.replace("\u0336", ""): cell.doubt for cell in table.cells}
    assert cells == {"行政许可": None, "870": doubt, "行政处罚": None, "无": None}
    assert ("8\u0336" in "".join(cell.text for cell in table.cells)) is (doubt is not None)


def test_a_row_that_a_page_break_cuts_is_one_also_where_footnotes_stand_between(shipped: Standard) -> None:
    """A number that fills its cell went on below the footnotes of its page, and was read without its end."""
    first = [("行政许可", "85"), ("2.没有现成信息需", "8564584")]
    for rest in (("要另行制作", "21"), ("", "21")):
        layouts = drawn(first, [rest, ("3.补正后申请内容仍不明确", "7")], foot="1 系全县数。")
        blocks = stitched(layouts, label_index(shipped))
        (table,) = (each for each in blocks if isinstance(each, Table))
        assert {cell.doubt for cell in table.cells if cell.text.startswith("8564584")} == {"broken"}
        assert "系全县数" in "".join(each.text for each in blocks if not isinstance(each, Table))


def test_a_table_that_begins_with_a_row_of_its_own_does_not_go_on_in_another(shipped: Standard) -> None:
    layouts = drawn([("行政许可", "85")], [("行政处罚", "21"), ("行政强制", "7")], foot="1 系全县数。")
    assert len([each for each in stitched(layouts, label_index(shipped)) if isinstance(each, Table)]) == 2


def beside(size: float = 10, alpha: float = 1) -> Table:
    """Return a table in which behind the figure 12 stands a digit of that size, drawn in a form so opaque."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 842), invariant=True)
    canvas.beginForm("digit")
    canvas.setFont("Helvetica", size)
    canvas.drawString(75 + 5 + pdfmetrics.stringWidth("12", "Helvetica", 10), 766, "3")
    canvas.endForm()
    canvas.setFont("Helvetica", 10)
    for across, text in enumerate(("12", "7")):
        canvas.rect(75 + 110 * across, 760, 110, 20)
        canvas.drawString(80 + 110 * across, 766, text)
    canvas.setFillAlpha(alpha)
    canvas.doForm("digit")
    canvas.save()
    (table,) = tables([layout(upright(page), set()) for page in extraction.extract(data.getvalue(), "a.pdf", DEFAULT).pages])
    return table


def test_a_digit_that_is_drawn_so_that_nobody_sees_it_is_no_part_of_a_figure() -> None:
    assert [(cell.text, cell.doubt) for cell in beside(alpha=1).cells] == [("123", None), ("7", None)]
    assert [(cell.text, cell.doubt) for cell in beside(alpha=0.01).cells] == [("12", None), ("7", None)]


@pytest.mark.parametrize("size", [3, 4, 5, 7])
def test_a_smaller_digit_behind_a_figure_is_hardly_a_part_of_it(size: float) -> None:
    """One of half the size was taken for a character whose box is only its ink, and made as high as its neighbour."""
    assert [cell.doubt for cell in beside(size=size).cells] == ["broken", None]


def test_a_cell_whose_figure_nobody_sees_is_said() -> None:
    """Where a program draws text with a shadow, the text may be drawn without colour and its shadow without text."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 842), invariant=True)
    for across, text in enumerate(("12", "7")):
        canvas.rect(75 + 110 * across, 760, 110, 20)
        canvas.setFillAlpha(across)
        canvas.drawString(80 + 110 * across, 766, text)
    canvas.save()
    (table,) = tables([layout(upright(page), set()) for page in extraction.extract(data.getvalue(), "a.pdf", DEFAULT).pages])
    assert [(cell.text, cell.doubt) for cell in table.cells] == [("", "hidden"), ("7", None)]
