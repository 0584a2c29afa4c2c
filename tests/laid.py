"""A report with all its figures, laid out by whoever writes its tables, and how well it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govreport.readers import read
from govreport.reading import Reading
from govreport.standard import Standard
from tests.corpus.decoration import plain_style, print_table
from tests.corpus.expected import cells
from tests.corpus.printed import PrintedCell, PrintedTable
from tests.corpus.scoring import Score, score
from tests.corpus.truth import Truth, truth

SEED = 50007
CHAPTERS = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")
OVERVIEW = "2023年，本机关按要求推进政府信息公开工作。"
Write = Callable[[PrintedTable], str]


def filled(edition: str, standard: Standard, blanks: str = "full") -> Truth:
    return truth(SEED, standard, blanks=blanks, regime="town", editions=(edition,))


def text(report: Truth, write: Write, overview: str = OVERVIEW) -> str:
    tables = [write(print_table(table, plain_style())) for table in report.tables.values()]
    parts = [part for pair in zip(CHAPTERS, (overview, *tables), strict=True) for part in pair]
    return "\n".join(["2023年政府信息公开工作年度报告", *parts, "五、存在的主要问题及改进情况", "公开内容还不够丰富。"])


def page(report: Truth, write: Write, overview: str = OVERVIEW) -> str:
    lines = text(report, write, overview).split("\n")
    return "<!DOCTYPE html><html><body>" + "\n".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines) + "</body></html>"


def result(source: str, report: Truth, standard: Standard) -> tuple[Reading, Score]:
    found = read(source.encode(), "name", standard)
    return found, score(found, cells(report, standard, "none", None), standard)


def words(row: Sequence[PrintedCell]) -> tuple[str, list[str]]:
    """Return the innermost label of a row, and its figures."""
    return [cell.text for cell in row if cell.place is None][-1:][0] if any(cell.place is None for cell in row) else "", [c.text for c in row if c.place]


def tabbed(table: PrintedTable) -> str:
    return "\n".join("\t".join(cell.text for cell in row) for row in table.rows)


def tagged(table: PrintedTable, cell: str = "{}", loose: str = "\n") -> str:
    rows = [
        "<tr>" + "".join(f'<td colspan="{each.colspan}" rowspan="{each.rowspan}">{cell.format(each.text)}</td>' for each in row) + "</tr>" for row in table.rows
    ]
    return f"<table>{loose.join(rows)}</table>"
