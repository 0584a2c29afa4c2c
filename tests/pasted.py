"""Pages of a table or two, as they are pasted, and what is read of them."""

from __future__ import annotations

from govreport import readers
from govreport.model import Report, Table
from govreport.reading import Reading
from govreport.standard import Standard
from tests.corpus import web_disturbances, web_templates  # noqa: F401  (they register themselves)


def read(page: str | bytes, own: Standard, name: str = "page.html") -> Reading:
    return readers.read(page.encode() if isinstance(page, str) else page, name, own)


def codes(reading: Reading) -> set[str]:
    return {each.code for each in reading.diagnostics}


def table(report: Report | None, key: str) -> Table:
    assert report is not None
    return next(each for each in report.tables() if each.key == key)


def page_of(rows: str, before: str = "") -> str:
    return f"<html><body>{before}<p>示例县档案局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table border=1>{rows}</table></body></html>"


def proactive(*cells: str) -> str:
    """The 2021 table with the three cells of its first row as given."""
    return page_of(
        "<tr><td colspan=4>第二十条第（一）项</td></tr>"
        "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
        f"<tr><td>规章</td>{''.join(cells)}</tr><tr><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr>"
        "<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td colspan=3>7</td></tr><tr><td colspan=4>第二十条第（六）项</td></tr>"
        "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>行政处罚</td><td colspan=3>8</td></tr>"
        "<tr><td>行政强制</td><td colspan=3>9</td></tr>"
        "<tr><td colspan=4>第二十条第（八）项</td></tr><tr><td>信息内容</td><td colspan=3>本年收费金额（单位：万元）</td></tr>"
        "<tr><td>行政事业性收费</td><td colspan=3>1.5</td></tr>"
    )


def first_row(reading: Reading) -> list[object]:
    found = table(reading.report, "proactiveDisclosure")
    return [found.cells.get(("regulations", column)) for column in ("issued", "repealed", "inForce")]
