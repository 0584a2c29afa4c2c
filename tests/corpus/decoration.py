"""What clerks and copying do to labels and numbers before the page is flattened: units, notes, signs, misprints, breaks, added rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from .printed import PrintedCell, PrintedTable, lay_out
from .truth import Mark, Number, TrueTable

BREAKS = {
    "本年新制作数量": "本年新\n制作数量",
    "本年新公开数量": "本年新\n公开数量",
    "商业企业": "商业\n企业",
    "科研机构": "科研\n机构",
    "结果维持": "结果\n维持",
    "结果纠正": "结果\n纠正",
}
MISPRINTS = (
    ("其他法律行政法规禁止公开", "其他法律行政止公开"),
    ("“三安全一稳定”", '"三安全一稳定"'),
    ("不补正、行政", "不补正,行政"),
    ("（六）其他处理", "（六）其他"),
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人无正当理由逾期不补正"),
    ("结果维持", "结 果 维持"),
    ("三、本年度办理结果", "三 、本 年 度 办 理 结 果"),
    ("第二十条第", "第二十条 第"),
    ("本年增/减", "本年增/"),
    ("本年新公开数量", "本年新制作数量"),
    ("采购总金额", "采购总金额（万元）"),
    ("上一年项目数量", "上一年项目数量（指{last}年事项数）"),
    ("处理决定数量", "处理决定数量（指{year}年办件量）"),
    ("现行有效件数", "现行有效件"),
    ("行政规范性文件", "规范性文件"),
    ("规范性文件", "规范性文件（一般情况下属于规范性文件的公文）"),
    ("要求提供公开出版物", "要求提供公开出 版物"),
)
ADDED = "其他主动公开文件（除规范性文件以外的主动公开文件）"


@dataclass(frozen=True)
class Style:
    """How a document is printed: label text, number text, what a blank cell holds, whether a row is added."""

    label: Callable[[str], str]
    number: Callable[[Number, str], str]
    blank: str = ""
    added: bool = False


def plain_style(blank: str = "") -> Style:
    """Return the style of a careful clerk: labels as in the form, numbers bare."""
    return Style(lambda text: text, lambda value, kind: bare(value), blank)


def bare(value: Number) -> str:
    """Return a number without exponent or trailing zeros."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def free_style(rng: Random, year: int, blank: str = "") -> Style:
    """Return a style with some of the variations seen in real print, the same throughout one document."""
    chosen = [pair for pair in MISPRINTS if rng.random() < 0.15]
    breaks = {text: broken for text, broken in BREAKS.items() if rng.random() < 0.4}
    enumerator = rng.choice((".", ".", ".", "、", ". "))
    manner = rng.choice(("bare", "bare", "bare", "units", "signs", "notes", "wide", "thousands", "spaced"))

    def label(text: str) -> str:
        for right, wrong in chosen:
            if right in text and (right == text or len(right) > 4 or text.endswith(right)):
                text = text.replace(right, wrong.format(year=year, last=year - 1))
                break
        text = breaks.get(text, text)
        return re.sub(r"^(\d)\.", lambda found: found[1] + enumerator, text)

    def number(value: Number, kind: str) -> str:
        return _dressed(value, kind, manner, rng)

    return Style(label, number, blank, rng.random() < 0.1)


def _dressed(value: Number, kind: str, manner: str, rng: Random) -> str:
    text = bare(value)
    if kind == "money":
        return text
    if manner == "units":
        return text + rng.choice(("件", "件", "项", "")) if kind == "count" else text
    if manner == "signs":
        return "+" + text if kind == "change" and value > 0 else text
    if manner == "notes":
        return f"{text}（其中修订 {int(value) - 1} 件）" if kind == "count" and 10 < value < 100 else text
    if manner == "wide":
        return text.translate({ord(c): ord(c) - 0x30 + 0xFF10 for c in "0123456789"})
    if manner == "thousands":
        return f"{value:,}" if isinstance(value, int) else text
    return "\u00a0" + text if manner == "spaced" and rng.random() < 0.2 else text


def print_table(table: TrueTable, style: Style) -> PrintedTable:
    """Return a true table as printed in a style."""
    texts = {}
    for (row, column), value in table.cells.items():
        kind = table.form.columns[row][column].kind
        if value is None:
            texts[row, column] = style.blank
        elif isinstance(value, Mark):
            texts[row, column] = value.text
        else:
            unit = table.units.get(row, "") if kind == "money" else ""
            texts[row, column] = style.number(value, kind) + unit
    printed = lay_out(table.form, texts, style.label, table.removed)
    if style.added and not table.form.across and table.form.blocks[0].label:
        _add_row(printed)
    return printed


def _add_row(printed: PrintedTable) -> None:
    """Put a row that is not in the form below the first block's rows."""
    at = next(y for y, row in enumerate(printed.rows) if y > 1 and len(row) == 1)
    last = printed.rows[at - 1]
    printed.rows.insert(at, [PrintedCell(ADDED), *(PrintedCell(str(80 + x), cell.colspan) for x, cell in enumerate(last[1:]))])
