"""Texts as they come out of a site that has spoiled them, and what repairs make of them."""

from __future__ import annotations

from govreport import standard, vocabulary
from govreport.diagnostics import Diagnostic
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.repairs import Repaired, repair
from govreport.readers.legacy.script import plain

STANDARD, VOCABULARY = standard.load(), vocabulary.load()
SIMPLE = (
    "一、总体情况\n2022年,清泉乡着力推进政府信息公开工作,效果显著。\n二、主动公开政府信息情况\n"
    "第二十条第(一)项 | |||\n规章 | 0 | 0 | 6 |\n行政强制 | 0 | ||\n"
    "三、收到和处理政府信息公开申请情况\n1.属于国家秘密 | 0 | | | 1 | ||\n(六)其他处理 | 0 | ||\n六、其他需要报告的事项\n无。"
)
TRADITIONAL = (
    "一、總體情況\n2022年,清泉鄉著力推進政府信息公開工作,效果顯著。\n二、主動公開政府信息情況\n"
    "第二十條第(一)項 | |||\n規章 | 0 | 0 | 6 |\n行政強制 | 0 | ||\n"
    "三、收到和處理政府信息公開申請情況\n1.屬于國家秘密 | 0 | | | 1 | ||\n(六)其他處理 | 0 | ||\n六、其他需要報告的事項\n無。"
)


def repaired(text: str) -> Repaired:
    return repair(Decoded(text, "utf-8"), STANDARD, VOCABULARY)


def texts(result: Repaired) -> str:
    return "\n".join(line.text for line in result.lines)


def said(result: Repaired, code: str) -> list[Diagnostic]:
    return [diagnostic for diagnostic in result.diagnostics if diagnostic.code == code]


def with_pinyin(text: str, form: str) -> str:
    """Return a text in which every character that conversion changed carries its pinyin in brackets."""
    from pypinyin import Style, lazy_pinyin

    parts = []
    for old, new in zip(SIMPLE, text, strict=True):
        reading = lazy_pinyin(old, style=Style.TONE)[0] if old != new else ""
        parts.append(new + (form.format(toned=reading, plain=plain(reading)) if reading else ""))
    return "".join(parts)
