"""Hostile documents that are too large to keep: each is made when a test wants it. The small ones stand in ``fixtures/hostile``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
NAMESPACE = "urn:govreport:report:1"
TABLES = "urn:govreport:report:1:2021"
HEAD = "一、总体情况\n本年度主动公开政府信息工作。\n"
LIMIT, MALFORMED, KIND = "SYS-LIMIT", "XSD-MALFORMED", "DOC-KIND"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A document by its file name: how it is made, and the codes of which at least one must be said of it; none where it is only to end."""

    name: str
    make: Callable[[], bytes]
    codes: frozenset[str] = frozenset()


def _report(inside: str, more: str = "") -> bytes:
    return f'<report xmlns="{NAMESPACE}" schema="1.0"{more}><metadata/><chapter key="overview" number="1" title="t">{inside}</chapter></report>'.encode()


def _annotated(piece: str) -> bytes:
    inside = piece * 199_000
    return f'<report xmlns="{NAMESPACE}" schema="1.0"><metadata/><annotations>{inside}</annotations></report>'.encode()


def _times(piece: str, count: int) -> str:
    return piece * count


def _attributes(count: int) -> str:
    return "".join(f' a{each}="1"' for each in range(count))


def _json(blocks: str, more: str = "") -> bytes:
    return f'{{"schema":"1.0","metadata":{{}},"chapters":[{{"key":"overview","number":"1","title":"t","blocks":[{blocks}]}}]{more}}}'.encode()


def _long(piece: str, size: int, lines: int = 0) -> bytes:
    """Return a text of so many bytes that repeats a piece; with ``lines``, broken after every so many pieces."""
    line = piece * lines + "\n" if lines else piece
    return (HEAD + line * (size // len(line.encode()) + 1)).encode()


def _csv(lines: str) -> bytes:
    return ("table,edition,row,column,value,state,unit\n" + lines).encode()


def _pipes(body: str) -> bytes:
    return ("---\ngovreport: 1.0\n---\n\n# 一 总体情况 {#overview}\n\n" + body).encode()


_TABLE_ROW = '<r naturalPerson="1"/>'

XML = (
    Recipe("million-elements.xml", lambda: _report(_times("<a/>", 1_000_000)), frozenset({LIMIT})),
    Recipe("million-rows.xml", lambda: _report(f'<applications xmlns="{TABLES}">' + _times("<received/>", 1_000_000) + "</applications>"), frozenset({LIMIT})),
    Recipe("unknown-elements.xml", lambda: _report(_times("<a/>", 199_000)), frozenset({"XSD-UNKNOWN", "SYS-OMITTED"})),
    Recipe("different-elements.xml", lambda: _report("".join(f"<a{each}/>" for each in range(199_000))), frozenset({"XSD-UNKNOWN"})),
    Recipe("empty-paragraphs.xml", lambda: _report(_times("<paragraph/>", 199_000)), frozenset({"XSD-TEXT"})),
    Recipe("wrong-attributes.xml", lambda: _report(_times('<paragraph x="1" y="2">t</paragraph>', 199_000)), frozenset({"XSD-UNKNOWN"})),
    Recipe("doubled-tables.xml", lambda: _report(_times(f'<applications xmlns="{TABLES}"><received naturalPerson="1"/></applications>', 99_000)), frozenset({"XSD-MISSING"})),
    Recipe(
        "different-tables.xml",
        lambda: _report("".join(f'<t:applications xmlns:t="{TABLES}"><t:received naturalPerson="{each}"/></t:applications>' for each in range(99_000))),
        frozenset({"DOC-TABLE", "SYS-OMITTED"}),
    ),
    Recipe("stray-rows.xml", lambda: _report(f'<applications xmlns="{TABLES}">' + _times(_TABLE_ROW, 199_000) + "</applications>"), frozenset({"XSD-ROW"})),
    Recipe(
        "wrong-cells.xml",
        lambda: _report(f'<applications xmlns="{TABLES}">' + _times('<received naturalPerson="x"/>', 199_000) + "</applications>"),
        frozenset({"XSD-ROW", "XSD-CELL"}),
    ),
    Recipe("attributes.xml", lambda: _report(f"<paragraph{_attributes(100_000)}/>"), frozenset({LIMIT})),
    Recipe("attributes-within.xml", lambda: _report(_times(f"<paragraph{_attributes(990)}>t</paragraph>", 150)), frozenset({"XSD-UNKNOWN"})),
    Recipe("attributes-row.xml", lambda: _report(f'<applications xmlns="{TABLES}">' + _times(f"<received{_attributes(990)}/>", 150) + "</applications>")),
    Recipe("namespaces.xml", lambda: _report("<a" + "".join(f' xmlns:n{each}="u"' for each in range(100_000)) + "/>"), frozenset({LIMIT, MALFORMED})),
    Recipe("namespaces-within.xml", lambda: _report("".join(f'<n{each}:a xmlns:n{each}="u{each}"/>' for each in range(100_000)))),
    Recipe("namespaces-nested.xml", lambda: _report(
        "".join(f"<p{depth}" + "".join(f' xmlns:n{depth}-{each}="u"' for each in range(900)) + ">" for depth in range(90))
        + _times("<a/>", 10_000) + "".join(f"</p{depth}>" for depth in reversed(range(90))))),
    Recipe("deep.xml", lambda: _report(_times("<section>", 1_000_000)), frozenset({LIMIT, MALFORMED})),
    Recipe("deep-closed.xml", lambda: _report(_times('<section number="1" title="t">', 5000) + _times("</section>", 5000)), frozenset({LIMIT})),
    Recipe("deep-within.xml", lambda: _report(_times('<section number="1" title="t">', 97) + _times("<a/>", 190_000) + _times("</section>", 97))),
    Recipe("long-text.xml", lambda: _report("<paragraph>" + _times("a", 20 * MEGABYTE) + "</paragraph>"), frozenset({LIMIT})),
    Recipe("long-texts.xml", lambda: _report(_times("<paragraph>" + _times("a", 3 * MEGABYTE) + "</paragraph>", 10))),
    Recipe("long-han.xml", lambda: _report(_times("<paragraph>" + _times("公", MEGABYTE) + "</paragraph>", 10))),
    Recipe("long-figures.xml", lambda: _report(_times("<paragraph>" + _times("新收申请1件，其中2件。", 100_000) + "</paragraph>", 8))),
    Recipe("long-brackets.xml", lambda: _report(_times("<paragraph>" + _times("（", MEGABYTE) + "</paragraph>", 8))),
    Recipe("long-digits.xml", lambda: _report(_times("<paragraph>" + _times("1", 3 * MEGABYTE) + "</paragraph>", 8))),
    Recipe("long-sums.xml", lambda: _report("<paragraph>共1条。其中，" + _times("1条，", MEGABYTE) + "</paragraph>")),
    Recipe("long-totals.xml", lambda: _report("<paragraph>" + _times("共1条，", MEGABYTE) + "</paragraph>")),
    Recipe("long-attribute.xml", lambda: _report(f'<section number="1" title="{_times("a", 12 * MEGABYTE)}"/>'), frozenset({LIMIT})),
    Recipe("long-cell.xml", lambda: _report(f'<applications xmlns="{TABLES}"><received total="{_times("9", 9 * MEGABYTE)}"/></applications>'), frozenset({"XSD-CELL"})),
    Recipe("long-name.xml", lambda: _report(f"<{_times('a', 20 * MEGABYTE)}/>"), frozenset({LIMIT, MALFORMED})),
    Recipe("long-comment.xml", lambda: _report(f"<!--{_times('a', 20 * MEGABYTE)}-->")),
    Recipe("long-instruction.xml", lambda: b"<?xml-stylesheet " + b"a" * 20 * MEGABYTE + b"?>" + _report("")),
    Recipe("long-cdata.xml", lambda: _report(f"<paragraph><![CDATA[{_times(']', 20 * MEGABYTE)}]]></paragraph>"), frozenset({LIMIT})),
    Recipe("references.xml", lambda: _report("<paragraph>" + _times("&#65;", 5 * MEGABYTE) + "</paragraph>")),
    Recipe("blank.xml", lambda: b" " * 30 * MEGABYTE, frozenset({MALFORMED, KIND})),
    Recipe("blank-first.xml", lambda: b"\n" * 30 * MEGABYTE + _report("")),
    Recipe("less-than.xml", lambda: b"<" * 30 * MEGABYTE, frozenset({MALFORMED})),
    Recipe("nul.xml", lambda: b"\0" * 30 * MEGABYTE, frozenset({MALFORMED, KIND, "SYS-ENCODING"})),
    Recipe("nul-inside.xml", lambda: _report("<paragraph>a\0b</paragraph>"), frozenset({MALFORMED})),
    Recipe("gzip.xml", lambda: __import__("gzip").compress(_report(_times("<a/>", 1_000_000))), frozenset({KIND})),
    Recipe("too-large.xml", lambda: b"<a>" + b"x" * 200 * MEGABYTE, frozenset({LIMIT})),
    Recipe("doctype-late.xml", lambda: b"<!--" + b"a" * 9 * MEGABYTE + b"--><!DOCTYPE a []>" + _report(""), frozenset({"XSD-DOCTYPE"})),
    Recipe("grid.xml", lambda: _report("<grid>" + _times("<tr>" + _times("<td>a</td>", 99) + "</tr>", 1_990) + "</grid>")),
    Recipe("grid-wide.xml", lambda: _report("<grid><tr>" + _times("<td>a</td>", 199_000) + "</tr></grid>")),
    Recipe("chapters.xml", lambda: _report("</chapter>" + _times('<chapter key="overview" number="1" title="t"/>', 199_000) + '<chapter key="a" number="1" title="t">')),
    Recipe("waivers.xml", lambda: _annotated('<waiver code="CELL-BLANK">x</waiver>')),
    Recipe("notes.xml", lambda: _annotated('<note table="a" kind="mark">x</note>')),
    Recipe("restatements.xml", lambda: _annotated('<restatement table="a" row="b" column="c" before="1" after="2" reason="other"/>')),
)

JSON = (
    Recipe("deep.json", lambda: b'{"chapters":' + b"[" * 1_000_000, frozenset({LIMIT})),
    Recipe("deep-objects.json", lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000, frozenset({LIMIT})),
    Recipe("deep-within.json", lambda: _json('{"section":{"number":"1","title":"t","blocks":[' * 120 + "]}}" * 120), frozenset({LIMIT})),
    Recipe("values.json", lambda: _json(",".join(['{"paragraph":"a"}'] * 400_000)), frozenset({LIMIT})),
    Recipe("values-within.json", lambda: _json(",".join(['{"paragraph":1}'] * 99_000)), frozenset({"XSD-VALUE"})),
    Recipe("numbers-within.json", lambda: _json(",".join(["1"] * 199_000)), frozenset({"XSD-VALUE"})),
    Recipe("long-text.json", lambda: _json('{"paragraph":"' + "a" * 12 * MEGABYTE + '"}'), frozenset({LIMIT})),
    Recipe("long-texts.json", lambda: _json(",".join(['{"paragraph":"' + "a" * 3 * MEGABYTE + '"}'] * 10))),
    Recipe("long-han.json", lambda: _json(",".join(['{"paragraph":"' + "公" * MEGABYTE + '"}'] * 10))),
    Recipe("long-escapes.json", lambda: _json(",".join(['{"paragraph":"' + "\\u516c" * MEGABYTE + '"}'] * 4))),
    Recipe("unclosed.json", lambda: b'{"schema":"' + b"a\\" * 15 * MEGABYTE, frozenset({LIMIT, MALFORMED})),
    Recipe("quotes.json", lambda: b'{"schema":' + b'"' * 30 * MEGABYTE, frozenset({MALFORMED})),
    Recipe("backslashes.json", lambda: b'{"schema":"' + b"\\" * 30 * MEGABYTE, frozenset({LIMIT, MALFORMED})),
    Recipe("doubled.json", lambda: b'{"schema":"1.0",' + b'"a":1,' * 199_000 + b'"chapters":[]}', frozenset({"XSD-DUPLICATE"})),
    Recipe("doubled-each.json", lambda: ('{"schema":"1.0",' + "".join(f'"a{each}":1,"a{each}":2,' for each in range(99_000)) + '"chapters":[]}').encode(), frozenset({"XSD-DUPLICATE"})),
    Recipe("unknown.json", lambda: ('{"schema":"1.0",' + "".join(f'"a{each}":1,' for each in range(190_000)) + '"chapters":[]}').encode(), frozenset({"XSD-UNKNOWN"})),
    Recipe("long-name.json", lambda: b'{"schema":"1.0","' + b"a" * 9 * MEGABYTE + b'":1}', frozenset({"XSD-UNKNOWN"})),
    Recipe("digits.json", lambda: b'{"schema":"1.0","metadata":{"year":' + b"9" * 10_000 + b"}}", frozenset({"XSD-VALUE"})),
    Recipe("many-digits.json", lambda: b'{"schema":"1.0","metadata":{"year":' + b"9" * 9 * MEGABYTE + b"}}", frozenset({"XSD-VALUE"})),
    Recipe("blank.json", lambda: b"{" + b" " * 30 * MEGABYTE, frozenset({MALFORMED})),
    Recipe("lines.json", lambda: b"{" + b"\n" * 30 * MEGABYTE + b'"schema":1,"x":2}'),
    Recipe("rows.json", lambda: _json('{"table":"applications","edition":"2021","rows":{' + ",".join(f'"a{each}":{{"x":1}}' for each in range(60_000)) + "}}"), frozenset({"XSD-ROW"})),
    Recipe("columns.json", lambda: _json('{"table":"applications","edition":"2021","rows":{"received":{' + ",".join(f'"a{each}":1' for each in range(190_000)) + "}}}"), frozenset({"XSD-ROW"})),
    Recipe("diagonal.json", lambda: _json('{"table":"none","edition":"2021","rows":{' + ",".join(f'"r{each}":{{"c{each}":1}}' for each in range(60_000)) + "}}"), frozenset({"XSD-TABLE"})),
)

CSV = (
    Recipe("columns.csv", lambda: _csv("a," * 1_000_000 + "\n"), frozenset({"XSD-WIDTH"})),
    Recipe("head.csv", lambda: b"table,edition,row,column,value," + b",".join(b"c%d" % each for each in range(1_000_000)) + b"\n", frozenset({LIMIT, "XSD-ROOT"})),
    Recipe("head-lines.csv", lambda: b"table,edition,row,column,value," + b",".join(b"c%d" % each for each in range(1_000)) + b"\n" + (b"," * 1004 + b"\n") * 20_000, frozenset({LIMIT})),
    Recipe("lines.csv", lambda: _csv("applications,2021,received,total,1,number,\n" * 700_000), frozenset({LIMIT})),
    Recipe("lines-within.csv", lambda: _csv("applications,2021,received,total,1,number,\n" * 199_000)),
    Recipe("strays.csv", lambda: _csv("".join(f"t{each},2021,received,total,1,number,\n" for each in range(199_000))), frozenset({"XSD-TABLE"})),
    Recipe("stray-rows.csv", lambda: _csv("".join(f"applications,2021,r{each},c{each},1,number,\n" for each in range(199_000))), frozenset({"XSD-ROW"})),
    Recipe("wrong-cells.csv", lambda: _csv("applications,2021,received,total,=cmd|' /C calc'!A0,number,\n" * 199_000), frozenset({"XSD-CELL"})),
    Recipe("unclosed.csv", lambda: _csv('applications,2021,received,total,"' + "a\n" * 9 * MEGABYTE), frozenset({MALFORMED})),
    Recipe("quotes.csv", lambda: _csv('"' * 30 * MEGABYTE), frozenset({MALFORMED})),
    Recipe("commas.csv", lambda: _csv("," * 30 * MEGABYTE), frozenset({LIMIT})),
    Recipe("commas-lines.csv", lambda: _csv((",,,,,,\n") * 4 * MEGABYTE)),
    Recipe("empty-lines.csv", lambda: _csv("\n" * 30 * MEGABYTE)),
    Recipe("digits.csv", lambda: _csv("applications,2021,received,total," + "9" * 10_000 + ",number,\n"), frozenset({"XSD-CELL"})),
    Recipe("wide-lines.csv", lambda: _csv((",".join("a" * 20) + "\n") * 190_000), frozenset({"XSD-WIDTH"})),
)

PIPES = (
    Recipe("line.txt", lambda: _pipes("| a " * 2_500_000), frozenset({LIMIT})),
    Recipe("long-line.txt", lambda: _pipes("a" * 10 * MEGABYTE + "\n"), frozenset({LIMIT})),
    Recipe("bars.txt", lambda: _pipes("|" * 190_000 + "\n")),
    Recipe("escapes.txt", lambda: _pipes("|" + "\\|" * 4_000_000 + "\n"), frozenset({LIMIT})),
    Recipe("escapes-within.txt", lambda: _pipes("|" + "\\|" * 190_000 + "\n")),
    Recipe("headings.txt", lambda: _pipes("#" * 9 * MEGABYTE), frozenset({LIMIT})),
    Recipe("headings-within.txt", lambda: _pipes("## a\n" * 199_000)),
    Recipe("headings-deep.txt", lambda: _pipes(("#" * 99 + " a\n# b\n") * 99_000)),
    Recipe("headings-keys.txt", lambda: _pipes("# " + "{#" * 4 * MEGABYTE + "\n")),
    Recipe("machine-lines.txt", lambda: _pipes("{note}\ntext: a\n" * 99_000), frozenset({"XSD-MISSING"})),
    Recipe("unknown-lines.txt", lambda: _pipes("{a}\n" * 199_000), frozenset({"XSD-LINE"})),
    Recipe("tables.txt", lambda: _pipes("{table applications 2021}\n| a |\n" * 66_000), frozenset({"XSD-MISSING"})),
    Recipe("table-rows.txt", lambda: _pipes("{table applications 2021}\n" + "| | | | | | | | | | |\n" * 16_000)),
    Recipe("table-cell.txt", lambda: _pipes("{table applications 2021}\n|" + "a" * 9 * MEGABYTE + "|\n")),
    Recipe("delimiters.txt", lambda: _pipes("| a |\n|" + "-" * 9 * MEGABYTE + "|\n")),
    Recipe("delimiters-odd.txt", lambda: _pipes("| a |\n|" + "-" * 9 * MEGABYTE + "x|\n")),
    Recipe("front.txt", lambda: b"---\ngovreport: 1.0\n" + b"a: b\n" * 199_000, frozenset({"XSD-DUPLICATE"})),
    Recipe("front-names.txt", lambda: b"---\ngovreport: 1.0\n" + b"a" * 9 * MEGABYTE + b"\n---\n"),
    Recipe("paragraphs.txt", lambda: _pipes("a\n" * 199_000)),
)

RUNS = {
    "digits": "1", "dashes": "-", "long-dashes": "—", "brackets": "（", "closing": "）", "brackets-ascii": "(", "pairs": "(a)", "pairs-full": "（a）", "pinyin": "公(gōng)", "pinyin-plain": "的(de)",
    "pinyin-only": "(de)", "spaces": " ", "spaces-wide": "　", "tabs": "\t", "dots": ".", "dots-full": "。", "han-numerals": "一", "han-numbers": "一、", "han-brackets": "（一）", "bars": "|",
    "bar-cells": "| 0 ", "bar-digits": "|1", "zero-cells": "0 ", "commas": ",", "thousands": "1,000,", "slashes": "/", "backslashes": "\\", "questions": "?", "stars": "*", "bold": "**a**",
    "underlines": "__", "entities": "&amp;", "entity-starts": "&", "hashes": "#", "quotes": "“", "notes": "注：", "totals": "总计", "labels": "1.属于国家秘密", "labels-cells": "规章 1 2 3 ", "years": "2023年",
    "dates": "2023年1月1日", "units": "1万元", "units-no": "件", "percent": "%", "addresses": "http://a.b/", "breaks": "<br>", "tags": "<td>", "less": "<", "agency": "人民政府", "combining": "e\u0301",
    "combining-run": "\u0301", "radicals": "⼀", "zero-width": "\u200b", "traditional": "政府資訊公開", "replacement": "\ufffd", "surrogate-range": "𠀀", "circled": "①", "full-digits": "１", "roman": "Ⅳ",
    "hangul": "가", "colon": "：", "copies": "（注：1）", "letters": "a", "letters-words": "ab ", "plus": "+1 ", "signs": "+-", "numbers-dots": "1.1.", "numbers-spaces": "1 2", "pages": "- 1 -", "arrows": "->", "equals": "=1+1",
    "chapter": "二、主动公开政府信息情况", "attachment": "附件：", "na": "无 ", "date-like": "2023-01-01", "number-brackets": "1（2）", "brackets-numbers": "（1", "identity": "11010119900101001X", "telephone": "13800138000",
}  # fmt: skip
"""Pieces whose repetition tempts the patterns of a reader of legacy texts."""


def run_of(name: str, size: int, lines: int = 0) -> bytes:
    """Return a legacy text of about so many bytes that repeats the piece of a name, on one line or on lines of so many pieces."""
    return _long(RUNS[name], size, lines)


TEXT = (
    Recipe("nul.txt", lambda: b"\0" * MEGABYTE, frozenset({KIND})),
    Recipe("bytes.txt", lambda: bytes(range(256)) * 4096, frozenset({KIND})),
    Recipe("high.txt", lambda: b"\xff" * MEGABYTE, frozenset({KIND})),
    Recipe("too-large.txt", lambda: b"a" * 200 * MEGABYTE, frozenset({LIMIT})),
    Recipe("lines.txt", lambda: b"\n" * MEGABYTE, frozenset({LIMIT})),
)
