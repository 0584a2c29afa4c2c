"""Tables in PDF: of 1 to 400 rows with random spans, cut by pages or not, every cell's text is there once, inside the area, in order."""

from __future__ import annotations

import random

import pytest

from govreport.model import Chapter, Grid, Metadata, Paragraph, Report, Table
from govreport.standard import Standard
from govreport.writers.pdf import write
from govreport.writers.pdf.cascade import Fonts
from govreport.writers.pdf.columns import grid_columns
from govreport.writers.pdf.flow import Flow
from govreport.writers.pdf.geometry import Geometry, measured
from govreport.writers.pdf.pages import Pages
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.shapes import Cell, Shape
from govreport.writers.pdf.style import page_style
from govreport.writers.pdf.tables import Placed, set_table
from govreport.writers.pdf.tags import Tree
from tests.pdf.extraction import content, pages, squeezed

STYLE = page_style()
WORDS = "公开信息申请数量行政许可处罚强制收费事项本年处理决定其他总计"


def spanned(rows: int, columns: int, rng: random.Random) -> Shape:
    """Return a shape whose cells span at random, up to all its rows; every cell has a text of its own."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            down = min(rng.choice((1, 1, 1, 1, 1, 2, 3, 8, 25, 70)), rows - row) if row else 1
            across = min(rng.choice((1, 1, 1, 2)), columns - column)
            while any((row, column + at) in taken for at in range(across)):
                across -= 1
            taken.update((row + one, column + other) for one in range(down) for other in range(across))
            long = rng.choice((0, 0, 0, 0, 3, 12, 60)) if rng.random() < 0.9 else rng.randint(0, 300)
            text = f"{row}.{column}" + "".join(rng.choices(WORDS, k=long))
            cells.append(Cell(row, column, down, across, text if rng.random() < 0.9 else ""))
    return Shape(rows, columns, rng.choice((0, 1)) if rows > 1 else 0, tuple(cells))


def flow() -> Flow:
    """Return a flow on an empty page."""
    return Flow(Pages(STYLE, Fonts(cascades())), Tree())


def geometry(shape: Shape, size: float) -> Geometry:
    """Return a shape in measures."""
    cascade = cascades()[STYLE.table.role]
    edges = tuple(each * size for each in grid_columns(shape, cascade, STYLE.kinsoku, STYLE.width / size, STYLE.table.padding / size))
    return measured(shape, [cell.text for cell in shape.cells], cascade, STYLE.table, size, edges, STYLE.kinsoku)


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 9, 14, 20, 27, 33, 40, 61, 80, 120, 400])
def test_tables_of_any_height(rows: int) -> None:
    for seed in range(4 if rows < 100 else 1):
        rng = random.Random(f"{rows} {seed}")
        shape = spanned(rows, rng.randint(1, 8), rng)
        into = flow()
        into.pages.y = rng.randint(0, 20) * STYLE.pitch
        set_table(into, shape, lambda size, shape=shape: geometry(shape, size))  # type: ignore[misc]
        assert into.pages.y <= STYLE.height + 0.1
        _holds_every_cell_once(into, shape)
        _stays_inside(into)


def _holds_every_cell_once(into: Flow, shape: Shape) -> None:
    """Hold that the pieces marked as content are the cells' lines, each set once."""
    table = into.tree.root.kids[-1]
    assert not isinstance(table, tuple)
    cells = [cell for row in table.kids for cell in row.kids]  # type: ignore[union-attr]
    assert len(cells) == len(shape.cells)
    for cell, element in zip(shape.cells, cells, strict=True):
        assert bool(element.kids) == bool(cell.text)  # type: ignore[union-attr]
    shown = "".join(_shown(into, element) for element in cells)
    assert squeezed(shown) == squeezed("".join(cell.text for cell in shape.cells))


def _shown(into: Flow, element: object) -> str:
    """Return the text of an element's pieces, from the operators of the pages by the codes of their fonts."""
    characters = {(drawn.font, drawn.code): character for font in into.pages.fonts.roles.values() for character, drawn in font.items()}
    texts = []
    for page, number in element.kids:  # type: ignore[attr-defined]
        code = into.pages.pages[page].code
        start = next(at for at, each in enumerate(code) if each.endswith(f"<</MCID {number}>> BDC"))
        font = _font(code[:start])
        for each in code[start : code.index("EMC", start)]:
            if each.startswith("/F"):
                font = int(each[2:].split()[0])
            if "<" in each and "MCID" not in each:
                codes = "".join(part.split(">")[0] for part in each.split("<")[1:])
                texts += [characters[font, codes[at : at + 4]] for at in range(0, len(codes), 4)]
    return "".join(texts)


def _font(code: list[str]) -> int:
    return next((int(each[2:].split()[0]) for each in reversed(code) if each.startswith("/F")), 0)


def _stays_inside(into: Flow) -> None:
    for page in into.pages.pages:
        for each in page.code:
            if each.endswith(" S"):
                numbers = each.split(" J ")[1].replace("m", "").replace("l", "").replace("S", "").split()
                assert min(map(float, numbers[1::2])) >= into.pages.top - STYLE.height - 0.6
                assert max(map(float, numbers[1::2])) <= into.pages.top + 0.6


def test_a_label_is_not_cut_and_three_rows_are_left_over() -> None:
    rows = 45
    cells = [Cell(0, 0, 1, 1, "类别", "TH"), Cell(0, 1, 1, 1, "数量", "TH"), Cell(1, 0, 44, 1, "办理结果合计", "TH"), Cell(1, 1, 1, 1, "1")]
    cells += [Cell(row, 1, 1, 1, str(row)) for row in range(2, rows)]
    shape = Shape(rows, 2, 1, tuple(cells))
    into = flow()
    set_table(into, shape, lambda size: geometry(shape, size))
    assert len(into.pages.pages) == 2
    second = into.pages.pages[1]
    assert len(second.marked) >= STYLE.table.rest
    assert sum("/Artifact <</Type /Pagination>>" in each for each in second.code) == 2  # the head and the label again


def test_a_cell_longer_than_a_page_goes_on() -> None:
    text = "".join(random.Random(1).choices(WORDS, k=9000))
    shape = Shape(2, 2, 0, (Cell(0, 0, 1, 1, "甲"), Cell(0, 1, 1, 1, text), Cell(1, 0, 1, 1, "乙"), Cell(1, 1, 1, 1, "丙")))
    into = flow()
    set_table(into, shape, lambda size: geometry(shape, size))
    assert len(into.pages.pages) > 3
    _holds_every_cell_once(into, shape)
    _stays_inside(into)


def test_a_table_shrinks_before_it_is_parted() -> None:
    into = flow()
    rows = tuple((str(row), "事项") for row in range(36))
    shape = Shape(36, 2, 0, tuple(Cell(row, column, 1, 1, text) for row, line in enumerate(rows) for column, text in enumerate(line)))
    used: list[float] = []

    def measure(size: float) -> Geometry:
        used.append(size)
        return geometry(shape, size)

    set_table(into, shape, measure)
    assert len(into.pages.pages) == 1 and used[-1] < used[0]
    assert used[-1] >= STYLE.table.sizes[-1]


def _report(*blocks: object) -> Report:
    return Report("1.0", Metadata(title="报告", year=2023), (Chapter("overview", "一", "总体情况", tuple(blocks)),))  # type: ignore[arg-type]


def test_wide_grids_are_set_side_by_side(shipped: Standard) -> None:
    rows = tuple(tuple(f"{row}-{column}" for column in range(200)) for row in range(3))
    text = content(write(_report(Grid(rows, "很宽的表")), shipped))
    assert all(cell in text for row in rows for cell in row)


def test_ragged_and_empty_grids(shipped: Standard) -> None:
    blocks = (Grid(()), Grid(((), ())), Grid((), "只有标题"), Grid((("甲",), ("乙", "", "丙"), ())), Paragraph("完"))
    assert content(write(_report(*blocks), shipped)) == "报告一、总体情况只有标题甲乙丙完"


def test_thousands_of_grids_are_bounded(shipped: Standard) -> None:
    blocks = [Grid(((f"行{number}", "1"), ("合计", "2"))) for number in range(2000)]
    data = write(_report(*blocks), shipped)
    assert len(data) < 6_000_000


def test_long_numbers_fit_their_cells(shipped: Standard) -> None:
    form = shipped.newest.tables["applications"]
    table = Table(form.key, form.edition, {cell: 10**11 + at for at, cell in enumerate(form.cells)})
    data = write(_report(table), shipped)
    text = content(data)
    assert all(str(10**11 + at) in text for at in range(len(form.cells)))
    right = STYLE.paper[1] - STYLE.top  # of a page that lies
    assert all(each.x1 <= right + 0.1 for page in pages(data) for each in page)


def test_placing_goes_on_whatever_room_there_is() -> None:
    for room in range(0, 22):
        shape = spanned(6, 3, random.Random(room))
        into = flow()
        into.pages.y = STYLE.height - room
        Placed(into, shape, geometry(shape, 9), into.tree.root).set()
        assert len(into.pages.pages) >= 2


def test_eight_digits_stand_on_one_line(shipped: Standard) -> None:
    form = shipped.newest.tables["applications"]
    table = Table(form.key, form.edition, {cell: 88_000_000 + at for at, cell in enumerate(form.cells)})
    found = [each for page in pages(write(_report(table), shipped)) for each in page if each.content]
    text = "".join(each.text for each in found)
    for at in range(len(form.cells)):
        start = text.index(str(88_000_000 + at))
        assert len({round(each.middle) for each in found[start : start + 8]}) == 1


def test_a_number_in_a_grid_is_not_broken_beside_long_texts() -> None:
    """A column of numbers is as wide as they are, whatever the texts beside it ask for."""
    rows = [("1", "事项" * 5, "说明" * 60, "96171.6"), ("2", "事项", "说明" * 90, "1,234,567")]
    cells = tuple(Cell(row, column, 1, 1, text) for row, texts in enumerate(rows) for column, text in enumerate(texts))
    made = geometry(Shape(2, 4, 0, cells), 10.5)
    assert [len(own) for cell, own in zip(cells, made.lines, strict=True) if cell.column in (0, 3)] == [1, 1, 1, 1]
    assert made.edges[-1] <= STYLE.width + 0.01
