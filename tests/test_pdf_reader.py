"""Published PDFs read: a real one, seeded ones in every manner of ruling and tearing, and files that are to be refused in bounded time and memory."""

from __future__ import annotations

import io
import os
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from govreport import readers, standard
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.pdf import extraction, worker
from govreport.readers.pdf.blocks import Table, layout
from govreport.readers.pdf.columns import UnsureError, columns, place
from govreport.readers.pdf.furniture import furniture
from govreport.readers.pdf.pages import Character, Page, upright
from govreport.reading import Reading
from tests import pdf_files
from tests.corpus.paper import MANNERS, paper_case
from tests.corpus.scoring import Score, score

REAL = Path(__file__).resolve().parents[1].parent / "shared" / "cases" / "real" / "huaian-2024.pdf"
LEAST = {"raised": 0.7, "no-rulings": 0.6, "no-rulings-middle": 0.75, "across-only": 0.6, "beyond": 0.7}
"""Shares of cells read at least, where a manner hides some of them."""
HUAIAN = {
    ("proactiveDisclosure", "normativeDocuments"): [8, 26, 66],
    ("proactiveDisclosure", "penalties"): [3985758],
    ("proactiveDisclosure", "fees"): [Decimal("96171.6")],
    ("applications", "received"): [3001, 53, 0, 0, 61, 4, 3119],
    ("applications", "results.partlyGranted"): [447, 7, 0, 0, 0, 0, 454],
    ("applications", "results.unavailable.notHeld"): [746, 12, 0, 0, 10, 1, 769],
    ("applications", "results.unavailable.requiresCreation"): [11, 0, 0, 0, 0, 0, 11],
    ("applications", "results.other.notCorrected"): [67, 3, 0, 0, 1, 0, 71],
    ("applications", "results.total"): [2932, 53, 0, 0, 61, 4, 3050],
    ("applications", "carriedOut"): [103, 0, 0, 0, 0, 0, 103],
    ("reviewAndLitigation", "reconsideration"): [72, 64, 178, 37, 351],
    ("reviewAndLitigation", "litigation.direct"): [13, 4, 8, 1, 26],
    ("reviewAndLitigation", "litigation.afterReconsideration"): [12, 1, 1, 6, 20],
}


def read(data: bytes, name: str = "report.pdf") -> Reading:
    return readers.read(data, name, standard.load())


def codes(reading: Reading) -> set[str]:
    return {each.code for each in reading.diagnostics}


@pytest.mark.skipif(not REAL.is_file(), reason="the published PDF is not here")
def test_a_published_report_comes_out_whole() -> None:
    start = sum(os.times()[:4])
    reading = read(REAL.read_bytes())
    assert sum(os.times()[:4]) - start < 3  # of the processor, its own process and those it started
    assert reading.report is not None
    assert codes(reading) == {"TEXT-METADATA"}
    tables = {table.key: table for table in reading.report.tables()}
    assert {key: (table.edition, len(table.cells)) for key, table in tables.items()} == {
        "proactiveDisclosure": ("2021", 10),
        "applications": ("2021", 175),
        "reviewAndLitigation": ("2021", 15),
    }
    for (key, row), values in HUAIAN.items():
        assert [value for (name, _), value in tables[key].cells.items() if name == row] == values
    overview = next(chapter for chapter in reading.report.chapters if chapter.key == "overview")
    assert len(overview.blocks) == 6, "six paragraphs and heads, each whole though their lines are broken"


@pytest.mark.skipif(not REAL.is_file(), reason="the published PDF is not here")
def test_every_cell_has_its_page_and_box() -> None:
    found = [each for each in read(REAL.read_bytes()).evidence if each.value is not None]
    assert len(found) == 200
    for each in found:
        assert each.page in (3, 4, 5)
        assert each.box is not None
        left, top, right, bottom = each.box
        assert 60 < left < right < 540 and 60 < top < bottom < 780
        assert each.raw


@pytest.mark.parametrize("manner", MANNERS)
def test_no_cell_is_wrong_and_none_missed_silently(manner: str) -> None:
    total = _total(manner, range(2))
    assert total.share > LEAST.get(manner, 0.98), "\n".join(total.faults[:20])


@pytest.mark.long
@pytest.mark.parametrize("manner", MANNERS)
def test_no_cell_of_many_reports_is_wrong(manner: str) -> None:
    total = _total(manner, range(10, 40))
    assert total.share > LEAST.get(manner, 0.9), "\n".join(total.faults[:20])


def _total(manner: str, seeds: range) -> Score:
    total = Score()
    for seed in seeds:
        case = paper_case(manner, seed, standard.load())
        total += score(read(case.data), case.expected, standard.load())
    assert not total.wrong and not total.silent, "\n".join(total.faults[:20])
    return total


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "scanned": (pdf_files.scanned, "TEXT-SCANNED"),
    "mojibake": (pdf_files.mojibake, "TEXT-MOJIBAKE"),
    "locked": (partial(pdf_files.locked, "secret"), "SYS-PASSWORD"),
    "owner": (partial(pdf_files.locked, ""), "DOC-KIND"),
    "looped": (pdf_files.looped, "DOC-KIND"),
    "nested": (pdf_files.nested, "DOC-KIND"),
    "form-loop": (pdf_files.form_loop, "SYS-LIMIT"),
    "many-pages": (pdf_files.many_pages, "SYS-LIMIT"),
    "many-lines": (partial(pdf_files.many_lines, 250_000), "SYS-LIMIT"),
    "bomb": (pdf_files.bomb, "SYS-LIMIT"),
    "head": (lambda: b"%PDF-1.4", "SYS-DAMAGED"),
}
"""What makes each document, made where it is read and not by every process that collects tests, and the code that it ends with."""


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused(name: str) -> None:
    made, code = UNREADABLE[name]
    # in a process of its own, whose children are those of this reading and no others
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        refused, said, taken, resident = pool.submit(told, made()).result()
    assert refused
    assert code in said
    assert taken < extraction.CLOCK
    assert resident < 2 * extraction.MEMORY


def told(data: bytes) -> tuple[bool, set[str], float, int]:
    """Return whether a reading gave no report, its codes, its seconds, and the most bytes that a process of it held."""
    start = time.perf_counter()
    reading = read(data)
    taken = time.perf_counter() - start
    return reading.report is None, codes(reading), taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def test_a_cell_cut_off_by_the_paper_stays_blank() -> None:
    found = read(paper_case("beyond", 0, standard.load()).data).diagnostics
    assert any(each.code == "TEXT-VALUE" and each.params["reason"] == "cut" for each in found)


def test_columns_without_rulings_are_told_by_full_rows_or_by_heads() -> None:
    full = [[(10.0, 12.0), (20.0, 22.0)], [(9.0, 13.0)]]
    assert columns(full, [], []) == [(9.0, 13.0), (20.0, 22.0)]
    assert columns([[(10.0, 12.0)]], [(8.0, 14.0), (18.0, 24.0)], []) == [(8.0, 14.0), (18.0, 24.0)]
    with pytest.raises(UnsureError):
        columns([[(15.0, 17.0)]], [(8.0, 14.0), (18.0, 24.0)], [])
    with pytest.raises(UnsureError):
        place([(10.0, 12.0), (11.0, 13.0)], [(9.0, 13.0), (20.0, 22.0)])


def test_a_cut_file_ends_with_a_diagnostic() -> None:
    whole = paper_case("torn", 2, standard.load()).data
    for part in range(1, 8):
        reading = read(whole[: len(whole) * part // 8])
        assert reading.diagnostics or reading.report is not None


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "LIBRARY", "no_such_library")
    reading = read(pdf_files.scanned())
    assert codes(reading) == {"SYS-EXTRA"}
    assert reading.diagnostics[0].params["extra"] == "pdf"


def test_text_that_nobody_sees_is_named() -> None:
    assert any(each.code == "TEXT-NOISE" and each.params["kind"] == "hidden" for each in read(paper_case("white", 0, standard.load()).data).diagnostics)


def test_a_foot_of_five_thousand_digits_is_no_page_number(shipped: standard.Standard) -> None:
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(14_400, 842), invariant=True)
    for _ in range(2):
        canvas.setFont("Helvetica", 4)
        canvas.drawString(20, 20, "1" * 5000)
        canvas.showPage()
    canvas.save()
    reading = readers.read(drawn.getvalue(), "report.pdf", shipped)
    assert reading.report is None
    assert {each.code for each in reading.diagnostics} == {"DOC-KIND"}


def pages_with(*figures: tuple[str, float], foot: str = "") -> list[Page]:
    """Return pages with one figure each, its middle so far down, and a foot with the page's number."""
    made = []
    for number, (text, y) in enumerate(figures, 1):
        drawn = [(text, 100.0, y), *([(foot.format(number), 300.0, 800.0)] if foot else [])]
        characters = tuple(
            Character(each, x + 6 * at, y - 5, x + 6 * at + 5, y + 5, 0, number, (x, y - 5, x + 5, y + 5))
            for words, x, y in drawn
            for at, each in enumerate(words)
        )
        made.append(Page(number, 595.0, 842.0, characters, (), (), (), (), 0))
    return made


def test_of_figures_that_count_with_the_pages_the_outermost_are_their_numbers() -> None:
    assert [len(found) for found in furniture(pages_with(("7", 60.0), ("8", 60.0))).values()] == [1, 1]
    left = furniture(pages_with(("7", 60.0), ("8", 60.0), foot="{}"))
    assert {each.text for found in left.values() for each in found} == {"1", "2"}
    left = furniture(pages_with(("7", 60.0), ("8", 60.0), foot="-{}-"))
    assert {each.text for found in left.values() for each in found} == {"1", "2", "-"}


@pytest.mark.parametrize(("spare", "codes"), [(0, set()), (-1, {"SYS-LIMIT"})])
def test_a_pdf_has_a_quarter_of_the_characters_of_a_text(shipped: standard.Standard, spare: int, codes: set[str]) -> None:
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(595, 842), invariant=True)
    for _ in range(2):
        canvas.drawString(90, 700, "1" * 20)
        canvas.drawString(90, 600, "1" * 30)
        canvas.showPage()
    canvas.save()
    reading = readers.read(drawn.getvalue(), "report.pdf", shipped, limits=Limits(legacy=4 * (100 + spare)))
    assert {each.code for each in reading.diagnostics} & {"SYS-LIMIT"} == codes


def test_a_cell_that_a_page_number_may_have_robbed_is_doubted() -> None:
    """Without page numbers, one figure a page at the same place, counting: nobody can tell."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(595, 842), invariant=True)
    for number in range(2):
        canvas.setFont("Helvetica", 10)
        for row in range(3):
            for column in range(2):
                canvas.rect(75 + 100 * column, 760 - 20 * row, 100, 20)
                canvas.drawString(90 + 100 * column, 766 - 20 * row, str(4 + number) if row == 0 and column == 0 else "90")
        canvas.showPage()
    canvas.save()
    pages = [upright(page) for page in extraction.extract(drawn.getvalue(), "a.pdf", DEFAULT).pages]
    beside = furniture(pages)
    for page in pages:
        table = next(each for each in layout(page, beside[page.number]).blocks if isinstance(each, Table))
        assert [cell.doubt for cell in table.cells] == ["broken", None, None, None, None, None]


def test_characters_that_are_told_in_the_measures_of_a_form_stand_where_the_page_shows_them() -> None:
    extraction_of = worker.Extraction(worker.Bounds(1, 9, 9, 9, 9))
    form = (100.0, 800.0, 140.0, 840.0)
    extraction_of._inside[7] = ((0.5, 0.0, 0.0, 0.5, 0.0, 0.0), list(form), [each / 2 for each in form])
    assert extraction_of._placed(form, 100.0, 805.0, 7) == ([50.0, 400.0, 70.0, 420.0], 402.5)
    assert extraction_of._placed((50.0, 400.0, 70.0, 420.0), 50.0, 402.5, 7) == ([50.0, 400.0, 70.0, 420.0], 402.5)
