"""Hostile web pages that are too large to keep: each is made when a test wants it."""

from __future__ import annotations

from tests.hostile import LIMIT, MEGABYTE, Recipe

UNKNOWN = "DOC-KIND"
"""What is said of a page that holds nothing of the form."""

_ROW = "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>"
_SAVED = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n"
_PART = "--b\nContent-Type: text/html\n\n<p>政府信息公开工作年度报告\n"


def page(body: str, head: str = "") -> bytes:
    """Return a page with a title of the form and something behind it."""
    return f"<html><head>{head}</head><body><p>政府信息公开工作年度报告</p>{body}</body></html>".encode()


def _attributes(count: int, value: str = "=1") -> str:
    return " ".join(f"a{each}{value}" for each in range(count))


PAGES = (
    Recipe("rows.html", LIMIT, lambda: page(f"<table>{_ROW * 30_000}</table>")),
    Recipe("loose-cells.html", LIMIT, lambda: page("<table>" + "<td>1" * 190_000)),
    Recipe("wide-row.html", LIMIT, lambda: page(f"<table><tr>{'<td>1</td>' * 190_000}</tr></table>")),
    Recipe("tables.html", LIMIT, lambda: page("<table><tr><td>规章</td><td>1</td></tr></table>" * 20_000)),
    Recipe("paragraphs.html", LIMIT, lambda: page("<p>一、总体情况</p><p>新收政府信息公开申请1件。</p>" * 20_000)),
    Recipe("spans.html", LIMIT, lambda: page("<p>" + "<span style='x'>公</span>" * 120_000)),
    Recipe("entities.html", LIMIT, lambda: page("&nbsp;&#20844;&amp;" * 300_000)),
    Recipe("closing-tags.html", LIMIT, lambda: page("</p>" * 7 * MEGABYTE)),
    Recipe("attributes.html", LIMIT, lambda: page(f"<p {_attributes(99)}>公</p>" * 30_000)),
    Recipe("bare-attributes.html", LIMIT, lambda: page(f"<p {_attributes(300, '')}>公</p>" * 18_000)),
    Recipe("lines.html", LIMIT, lambda: page("<pre>" + "规章 1\n" * 150_000)),
    Recipe("frames.html", UNKNOWN, lambda: page("<iframe src=a></iframe>" * 120_000)),
    Recipe("blanks.html", UNKNOWN, lambda: page("<i> </i>\n" * 190_000)),
    Recipe("style-sheets.html", UNKNOWN, lambda: page("", ("<style>" + "." * 1999 + "{" + "a" * 1999 + "</style>") * 7_000)),
    Recipe("parts.mht", LIMIT, lambda: (_SAVED + "\n" + _PART * 300_000).replace("html", "plain").encode()),
    Recipe("long-part.mht", LIMIT, lambda: (_SAVED + "\n" + _PART + "a" * 30 * MEGABYTE).encode()),
    Recipe("head.mht", UNKNOWN, lambda: (_SAVED + "a: b\n" * 6 * MEGABYTE + "\n" + _PART).encode()),
    Recipe("pictures.mht", UNKNOWN, lambda: (_SAVED + "\n" + _PART + "--b\nContent-Type: image/png\n\n" + ("A" * 76 + "\n") * 400_000).encode()),
)
