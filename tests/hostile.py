"""Hostile documents that are too large to keep: each is made when a test wants it. The small ones stand in ``fixtures/hostile``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from govreport.contents import PROSE

MEGABYTE = 1024 * 1024
LOOKED = PROSE - 100
"""Characters of a paragraph that rules look through, with room for what stands beside it."""
NAMESPACE = "urn:govreport:report:1"
TABLES = "urn:govreport:report:1:2021"
LIMIT, FOREIGN, MALFORMED, UNKNOWN, MISSING, ROW = "SYS-LIMIT", "SYS-FORMAT", "XSD-MALFORMED", "XSD-UNKNOWN", "XSD-MISSING", "XSD-ROW"
ABSENT = "DOC-CHAPTER"
"""What is said of a document whose content is in order as far as it goes."""

LARGE = 256 * MEGABYTE
"""What a document of 31 MB of nothing but prose may take, which stands in memory as source, text and canonical XML."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A document by its file name: how it is made, a code that must be said of it, and the bytes it may take where these are not the usual."""

    name: str
    code: str
    make: Callable[[], bytes]
    resident: int | None = None


def report(inside: str, annotations: str = "") -> bytes:
    """Return an XML document with something in its only chapter."""
    chapter = f'<chapter key="overview" number="1" title="t">{inside}</chapter>'
    return f'<report xmlns="{NAMESPACE}" schema="1.0"><metadata/>{chapter}{annotations}</report>'.encode()


def _paragraph(text: str) -> str:
    return f"<paragraph>{text}</paragraph>"


def _table(rows: str, prefix: str = "") -> str:
    space, name = ("xmlns", "applications") if not prefix else (f"xmlns:{prefix}", f"{prefix}:applications")
    return f'<{name} {space}="{TABLES}">{rows}</{name}>'


def _annotated(piece: str, count: int) -> bytes:
    return report("", f"<annotations>{piece * count}</annotations>")


def _attributes(count: int, name: str = "a") -> str:
    return "".join(f' {name}{each}="1"' for each in range(count))


def _nested(depth: int, spaces: int) -> bytes:
    opened = "".join(f"<p{each}" + "".join(f' xmlns:n{each}-{number}="u"' for number in range(spaces)) + ">" for each in range(depth))
    return report(opened + "<a/>" * 10_000 + "".join(f"</p{each}>" for each in reversed(range(depth))))


def json(blocks: str) -> bytes:
    """Return a JSON document with blocks in its only chapter."""
    return f'{{"schema":"1.0","metadata":{{}},"chapters":[{{"key":"overview","number":"1","title":"t","blocks":[{blocks}]}}]}}'.encode()


def _json_rows(rows: str, table: str = "applications") -> bytes:
    return json(f'{{"table":"{table}","edition":"2021","rows":{{{rows}}}}}')


def _members(members: str) -> bytes:
    return f'{{"schema":"1.0",{members}"chapters":[]}}'.encode()


def csv(lines: str) -> bytes:
    """Return a CSV document with lines under the head."""
    return ("table,edition,row,column,value,state,unit\n" + lines).encode()


def pipes(body: str) -> bytes:
    """Return a canonical text with something in its only chapter."""
    return ("---\ngovreport: 1.0\n---\n\n# 一 总体情况 {#overview}\n\n" + body).encode()


XML = (
    Recipe("elements.xml", LIMIT, lambda: report("<a/>" * 1_000_000)),
    Recipe("rows.xml", LIMIT, lambda: report(_table("<received/>" * 1_000_000))),
    Recipe("attributes.xml", LIMIT, lambda: report(f"<paragraph{_attributes(100_000)}/>")),
    Recipe("nodes.xml", LIMIT, lambda: report('<paragraph x="1" y="2">t</paragraph>' * 199_000)),
    Recipe("namespaces.xml", LIMIT, lambda: report("<a" + "".join(f' xmlns:n{each}="u"' for each in range(100_000)) + "/>")),
    Recipe("deep.xml", LIMIT, lambda: report("<section>" * 1_000_000)),
    Recipe("deep-closed.xml", LIMIT, lambda: report("<section>" * 5_000 + "</section>" * 5_000)),
    Recipe("too-large.xml", LIMIT, lambda: b"<a>" + b"x" * 200 * MEGABYTE),
    Recipe("text.xml", LIMIT, lambda: report(_paragraph("a" * 20 * MEGABYTE))),
    Recipe("cdata.xml", LIMIT, lambda: report(_paragraph(f"<![CDATA[{']' * 20 * MEGABYTE}]]>"))),
    Recipe("attribute.xml", LIMIT, lambda: report(f'<section number="1" title="{"a" * 12 * MEGABYTE}"/>')),
    Recipe("name.xml", LIMIT, lambda: report(f"<{'a' * 20 * MEGABYTE}/>")),
    Recipe("comment.xml", LIMIT, lambda: report(f"<!--{'a' * 20 * MEGABYTE}-->")),
    Recipe("instruction.xml", LIMIT, lambda: b"<?xml-stylesheet " + b"a" * 20 * MEGABYTE + b"?>" + report("")),
    Recipe("doctype-late.xml", "XSD-DOCTYPE", lambda: b"<!--" + b"a" * 9 * MEGABYTE + b"--><!DOCTYPE a []>" + report("")),
    Recipe("blank.xml", LIMIT, lambda: b" " * 30 * MEGABYTE),
    Recipe("less-than.xml", MALFORMED, lambda: b"<" * 30 * MEGABYTE),
    Recipe("nul.xml", LIMIT, lambda: b"\0" * 30 * MEGABYTE),
    Recipe("nul-inside.xml", MALFORMED, lambda: report(_paragraph("a" * MEGABYTE + "\0b"))),
    Recipe("references.xml", ABSENT, lambda: report(_paragraph("&#65;" * 4 * MEGABYTE))),
    Recipe("unknown-elements.xml", UNKNOWN, lambda: report("<a/>" * 199_000)),
    Recipe("different-elements.xml", UNKNOWN, lambda: report("".join(f"<a{each}/>" for each in range(150_000)))),
    Recipe("foreign-elements.xml", "XSD-TABLE", lambda: report("".join(f'<n{each}:a xmlns:n{each}="u{each}"/>' for each in range(80_000)))),
    Recipe("nested-namespaces.xml", UNKNOWN, lambda: _nested(90, 900)),
    Recipe("nested-elements.xml", UNKNOWN, lambda: report("<section>" * 97 + "<a/>" * 190_000 + "</section>" * 97)),
    Recipe("empty-paragraphs.xml", "XSD-TEXT", lambda: report("<paragraph/>" * 199_000)),
    Recipe("instance-attributes.xml", UNKNOWN, lambda: report('<paragraph xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="1"/>' * 80_000)),
    Recipe("wrong-attributes.xml", UNKNOWN, lambda: report('<paragraph x="1" y="2">t</paragraph>' * 80_000)),
    Recipe("many-attributes.xml", UNKNOWN, lambda: report(f"<paragraph{_attributes(990)}>t</paragraph>" * 150)),
    Recipe("attributes-of-rows.xml", ROW, lambda: report(_table(f"<received{_attributes(990)}/>" * 150))),
    Recipe("equal-tables.xml", MISSING, lambda: report(_table('<received naturalPerson="1"/>') * 60_000)),
    Recipe("different-tables.xml", "DOC-TABLE", lambda: report("".join(_table(f'<t:received total="{each}"/>', "t") for each in range(60_000)))),
    Recipe("stray-rows.xml", ROW, lambda: report(_table('<r naturalPerson="1"/>' * 120_000))),
    Recipe("wrong-cells.xml", ROW, lambda: report(_table('<received naturalPerson="x"/>' * 120_000))),
    Recipe("long-cell.xml", "XSD-CELL", lambda: report(_table(f'<received total="{"9" * 9 * MEGABYTE}"/>'))),
    Recipe("chapters.xml", ABSENT, lambda: report('</chapter><chapter key="overview" number="1" title="t">' * 60_000)),
    Recipe("grid.xml", ABSENT, lambda: report("<grid>" + ("<tr>" + "<td>a</td>" * 99 + "</tr>") * 1_990 + "</grid>")),
    Recipe("wide-grid.xml", ABSENT, lambda: report("<grid><tr>" + "<td>a</td>" * 199_000 + "</tr></grid>")),
    Recipe("waivers.xml", ABSENT, lambda: _annotated('<waiver code="CELL-BLANK">x</waiver>', 120_000)),
    Recipe("notes.xml", ABSENT, lambda: _annotated('<note table="a" kind="mark">x</note>', 80_000)),
    Recipe("restatements.xml", ABSENT, lambda: _annotated('<restatement table="a" row="b" column="c" before="1" after="2" reason="other"/>', 34_000)),
    Recipe("paragraphs.xml", ABSENT, lambda: report(_paragraph("公开政府信息三五条" * 5) * 180_000)),
    Recipe("long-texts.xml", ABSENT, lambda: report(_paragraph("a" * 3 * MEGABYTE) * 10)),
    Recipe("long-han.xml", ABSENT, lambda: report(_paragraph("公" * MEGABYTE) * 10)),
    Recipe("long-digits.xml", ABSENT, lambda: report(_paragraph("1" * 3 * MEGABYTE) * 6)),
    Recipe("long-commas.xml", ABSENT, lambda: report(_paragraph("共1件，" + "1," * (LOOKED // 2)))),
    Recipe("long-brackets.xml", ABSENT, lambda: report(_paragraph("（" * LOOKED))),
    Recipe("long-figures.xml", ABSENT, lambda: report(_paragraph("新收申请1件，其中2件。" * (LOOKED // 12)))),
    Recipe("long-sums.xml", ABSENT, lambda: report(_paragraph("共1条。其中，" + "1条，" * (LOOKED // 3)))),
    Recipe("long-totals.xml", ABSENT, lambda: report(_paragraph("共1条，" * (LOOKED // 4)))),
    Recipe("long-telephones.xml", "TEXT-SENSITIVE", lambda: report(_paragraph("13800138000，" * (LOOKED // 12)))),
    Recipe("long-identities.xml", "TEXT-SENSITIVE", lambda: report(_paragraph("11010519491231002X，" * (LOOKED // 19)))),
    Recipe("long-phrases.xml", ABSENT, lambda: report(_paragraph("新收政府信息公开申请1件，" * (LOOKED // 13)))),
    Recipe("long-years.xml", ABSENT, lambda: report(_paragraph("2023年" * (LOOKED // 5)))),
    Recipe("long-periods.xml", ABSENT, lambda: report(_paragraph("2023年1月1日至2023年12月31日" * (LOOKED // 21)))),
    Recipe("long-templates.xml", "TEXT-TEMPLATE", lambda: report(_paragraph("××" * (LOOKED // 2)))),
    Recipe("templates.xml", "TEXT-TEMPLATE", lambda: report("<paragraph>有××件。</paragraph>" * 190_000)),
    Recipe("long-crosses.xml", ABSENT, lambda: report(_paragraph("x" * 3 * MEGABYTE) * 10)),
    Recipe("long-crosses-judged.xml", ABSENT, lambda: report(_paragraph("x" * LOOKED))),
)

JSON = (
    Recipe("deep.json", LIMIT, lambda: b'{"chapters":' + b"[" * 1_000_000),
    Recipe("deep-objects.json", LIMIT, lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    Recipe("deep-sections.json", LIMIT, lambda: json('{"section":{"number":"1","title":"t","blocks":[' * 120 + "]}}" * 120)),
    Recipe("values.json", LIMIT, lambda: json(",".join(['{"paragraph":"a"}'] * 400_000))),
    Recipe("members.json", LIMIT, lambda: _members("".join(f'"a{each}":1,' for each in range(190_000)))),
    Recipe("text.json", LIMIT, lambda: json('{"paragraph":"' + "a" * 12 * MEGABYTE + '"}')),
    Recipe("unclosed.json", LIMIT, lambda: b'{"schema":"' + b"a\\" * 15 * MEGABYTE),
    Recipe("quotes.json", LIMIT, lambda: b'{"schema":' + b'"' * 30 * MEGABYTE),
    Recipe("backslashes.json", LIMIT, lambda: b'{"schema":"' + b"\\" * 30 * MEGABYTE),
    Recipe("blank.json", MALFORMED, lambda: b"{" + b" " * 30 * MEGABYTE),
    Recipe("lines.json", UNKNOWN, lambda: b"{" + b"\n" * 30 * MEGABYTE + b'"schema":1,"x":2}'),
    Recipe("objects.json", "XSD-VALUE", lambda: json(",".join(['{"paragraph":1}'] * 60_000))),
    Recipe("numbers.json", "XSD-VALUE", lambda: json(",".join(["1"] * 199_000))),
    Recipe("doubled.json", "XSD-DUPLICATE", lambda: _members('"a":1,' * 120_000)),
    Recipe("doubled-each.json", "XSD-DUPLICATE", lambda: _members("".join(f'"a{each}":1,"a{each}":2,' for each in range(60_000)))),
    Recipe("unknown.json", UNKNOWN, lambda: _members("".join(f'"a{each}":1,' for each in range(120_000)))),
    Recipe("long-name.json", UNKNOWN, lambda: _members('"' + "a" * 9 * MEGABYTE + '":1,')),
    Recipe("many-digits.json", "XSD-VALUE", lambda: _members('"metadata":{"year":' + "9" * 9 * MEGABYTE + "},")),
    Recipe("rows.json", ROW, lambda: _json_rows(",".join(f'"a{each}":{{"x":1}}' for each in range(50_000)))),
    Recipe("columns.json", ROW, lambda: _json_rows('"received":{' + ",".join(f'"a{each}":1' for each in range(120_000)) + "}")),
    Recipe("diagonal.json", "XSD-TABLE", lambda: _json_rows(",".join(f'"r{each}":{{"c{each}":1}}' for each in range(50_000)), "none")),
    Recipe("long-texts.json", ABSENT, lambda: json(",".join(['{"paragraph":"' + "a" * 3 * MEGABYTE + '"}'] * 10)), LARGE),
    Recipe("long-han.json", ABSENT, lambda: json(",".join(['{"paragraph":"' + "公" * MEGABYTE + '"}'] * 10)), LARGE),
    Recipe("long-escapes.json", ABSENT, lambda: json(",".join(['{"paragraph":"' + "\\u516c" * MEGABYTE + '"}'] * 4))),
)

_CELL = "applications,2021,received,total,1,number,\n"

CSV = (
    Recipe("columns.csv", LIMIT, lambda: csv("a," * 1_000_000 + "\n")),
    Recipe("head.csv", LIMIT, lambda: b"table,edition,row,column,value," + b",".join(b"c%d" % each for each in range(1_000_000)) + b"\n"),
    Recipe("lines.csv", LIMIT, lambda: csv(_CELL * 700_000)),
    Recipe("empty-lines.csv", LIMIT, lambda: csv("\n" * 30 * MEGABYTE)),
    Recipe("commas.csv", LIMIT, lambda: csv("," * 30 * MEGABYTE)),
    Recipe("quotes.csv", MALFORMED, lambda: csv('"' * 30 * MEGABYTE)),
    Recipe("unclosed.csv", MALFORMED, lambda: csv('applications,2021,received,total,"' + "a\n" * 90_000)),
    Recipe("field.csv", MALFORMED, lambda: csv("a" * 30 * MEGABYTE + ",2021\n")),
    Recipe("cells.csv", MISSING, lambda: csv(_CELL * 28_000)),
    Recipe("strays.csv", "XSD-TABLE", lambda: csv("".join(f"t{each},2021,received,total,1,number,\n" for each in range(28_000)))),
    Recipe("stray-rows.csv", ROW, lambda: csv("".join(f"applications,2021,r{each},c{each},1,number,\n" for each in range(28_000)))),
    Recipe("formulas.csv", "XSD-CELL", lambda: csv("applications,2021,received,total,=cmd|' /C calc'!A0,number,\n" * 28_000)),
    Recipe("wide-lines.csv", "XSD-WIDTH", lambda: csv((",".join("a" * 20) + "\n") * 9_000)),
)

PIPES = (
    Recipe("line.txt", LIMIT, lambda: pipes("| a " * 2_500_000)),
    Recipe("long-line.txt", LIMIT, lambda: pipes("a" * 10 * MEGABYTE + "\n")),
    Recipe("escapes.txt", LIMIT, lambda: pipes("|" + "\\|" * 4_000_000 + "\n")),
    Recipe("hashes.txt", LIMIT, lambda: pipes("#" * 9 * MEGABYTE)),
    Recipe("headings.txt", LIMIT, lambda: pipes("## a\n" * 199_000)),
    Recipe("bars.txt", ABSENT, lambda: pipes("|" * 190_000 + "\n")),
    Recipe("escaped-bars.txt", ABSENT, lambda: pipes("|" + "\\|" * 190_000 + "\n")),
    Recipe("sections.txt", ABSENT, lambda: pipes("## a\n" * 90_000)),
    Recipe("deep-sections.txt", "XSD-LINE", lambda: pipes(("#" * 99 + " a\n# b\n") * 45_000)),
    Recipe("keys.txt", ABSENT, lambda: pipes("# " + "{#" * 4 * MEGABYTE + "\n")),
    Recipe("records.txt", MISSING, lambda: pipes("{note}\ntext: a\n" * 90_000)),
    Recipe("unknown-lines.txt", "XSD-LINE", lambda: pipes("{a}\n" * 199_000)),
    Recipe("tables.txt", MISSING, lambda: pipes("{table applications 2021}\n| a |\n" * 8_000)),
    Recipe("table-rows.txt", MISSING, lambda: pipes("{table applications 2021}\n" + "| | | | | | | | | | |\n" * 16_000)),
    Recipe("table-cell.txt", MISSING, lambda: pipes("{table applications 2021}\n|" + "a" * 9 * MEGABYTE + "|\n")),
    Recipe("rule.txt", ABSENT, lambda: pipes("| a |\n|" + "-" * 9 * MEGABYTE + "|\n")),
    Recipe("no-rule.txt", ABSENT, lambda: pipes("| a |\n|" + "-" * 9 * MEGABYTE + "x|\n")),
    Recipe("front.txt", "XSD-DUPLICATE", lambda: b"---\ngovreport: 1.0\n" + b"a: b\n" * 199_000),
    Recipe("front-line.txt", "XSD-LINE", lambda: b"---\ngovreport: 1.0\n" + b"a" * 9 * MEGABYTE + b"\n---\n"),
    Recipe("paragraphs.txt", ABSENT, lambda: pipes("a\n" * 199_000)),
)

TEXT = (
    Recipe("too-large.txt", LIMIT, lambda: b"a" * 200 * MEGABYTE),
    Recipe("letters.txt", LIMIT, lambda: b"a" * 30 * MEGABYTE),
    Recipe("lines.txt", LIMIT, lambda: b"\n" * MEGABYTE),
    Recipe("spaces.txt", LIMIT, lambda: b"1 " * 400_000),
    Recipe("nul.txt", FOREIGN, lambda: b"\0" * 900_000),
    Recipe("bytes.txt", FOREIGN, lambda: bytes(range(256)) * 4_000),
    Recipe("high.txt", FOREIGN, lambda: b"\xff" * 900_000),
    Recipe("cells.txt", LIMIT, lambda: "|规章|1|2|3|\n".encode() * 28_000),
    Recipe("alternating.txt", "DOC-KIND", lambda: b"\x81a" * 500_000),
)

RUNS = {
    "digits": "1", "dashes": "-", "long-dashes": "—", "brackets": "（", "closing": "）", "brackets-ascii": "(", "pairs": "(a)", "pairs-full": "（a）",
    "pinyin": "公(gōng)", "pinyin-plain": "的(de)", "pinyin-only": "(de)", "spaces": " ", "spaces-wide": "　", "tabs": "\t", "dots": ".",
    "dots-full": "。", "han-numerals": "一", "han-numbers": "一、", "han-brackets": "（一）", "bars": "|", "bar-cells": "| 0 ", "bar-digits": "|1",
    "zero-cells": "0 ", "commas": ",", "thousands": "1,000,", "slashes": "/", "backslashes": "\\", "questions": "?", "stars": "*", "bold": "**a**",
    "underlines": "__", "entities": "&amp;", "entity-starts": "&", "hashes": "#", "quotes": "“", "notes": "注：", "totals": "总计", "labels": "1.属于国家秘密",
    "labels-cells": "规章 1 2 3 ", "years": "2023年", "dates": "2023年1月1日", "units": "1万元", "units-no": "件", "percent": "%", "addresses": "http://a.b/",
    "breaks": "<br>", "tags": "<td>", "less": "<", "agency": "人民政府", "combining": "e\u0301", "combining-run": "\u0301", "radicals": "⼀",
    "zero-width": "\u200b", "traditional": "政府資訊公開", "replacement": "\ufffd", "surrogate-range": "𠀀", "circled": "①", "full-digits": "１",
    "roman": "Ⅳ", "hangul": "가", "colon": "：", "copies": "（注：1）", "letters": "a", "letters-words": "ab ", "plus": "+1 ", "signs": "+-",
    "numbers-dots": "1.1.", "numbers-spaces": "1 2", "pages": "- 1 -", "arrows": "->", "equals": "=1+1", "chapter": "二、主动公开政府信息情况",
    "attachment": "附件：", "na": "无 ", "date-like": "2023-01-01", "number-brackets": "1（2）", "brackets-numbers": "（1", "identity": "11010119900101001X",
    "telephone": "13800138000",
}  # fmt: skip
"""Pieces whose repetition tempts the patterns of a reader of legacy texts."""


def run_of(name: str, size: int, lines: int = 0, head: bytes = "一、总体情况\n本年度主动公开政府信息工作。\n".encode()) -> bytes:
    """Return a legacy text that repeats the piece of a name to about so many bytes, on one line or on lines of so many pieces."""
    piece = RUNS[name]
    line = piece * lines + "\n" if lines else piece
    return head + (line * (size // len(line.encode()) + 1)).encode()
