"""Kinds of sites, in the shape of real ones: content management systems, pastes from office programs, mobile pages, pages without tables."""

from __future__ import annotations

from random import Random

from .web import TEMPLATES, Template, WebTable, Write, documented, escaped, hiding, tabular

NAVIGATION = (
    '<div class="top"><a href="/">网站首页</a> | <a href="/zw">政务公开</a> | <a href="/fw">政务服务</a> | <a href="/hd">互动交流</a></div>'
    '<ul class="menu"><li><a href="/1">行政许可</a></li><li><a href="/2">行政处罚</a></li><li><a href="/3">规章</a></li><li><a href="/4">其他</a></li></ul>'
)
SHARE = '<div class="share">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="#">打印本页</a> <a href="#">关闭窗口</a></div>'
FOOTER = (
    '<div class="footer"><p><a href="/about">关于我们</a> | <a href="/map">网站地图</a></p><p>主办：示例市人民政府办公室 备案号：示例ICP备05000001号</p>'
    "<p>网站标识码：1234560001</p></div>"
)
SCRIPT = "<script>var a = '<td>99</td>'; document.write(\"<table><tr><td>5</td></tr></table>\");</script>"
RECORD = (
    '<table class="xxgk"><tr><td>索引号</td><td>000014348/2024-00012</td><td>发布机构</td><td>示例办公室</td></tr>'
    "<tr><td>发布日期</td><td>2024-01-25</td><td>文号</td><td></td></tr></table>"
)


def _plain(text: str, rng: Random) -> str:
    return escaped(text)


def _filled(text: str, rng: Random) -> str:
    return escaped(text) or "&nbsp;"


def _paragraphed(text: str, rng: Random) -> str:
    return f'<p style="text-align: center;">{escaped(text) or rng.choice(("&nbsp;", "<br/>", ""))}</p>'


def _word(text: str, rng: Random) -> str:
    """As Word pastes it: a run a script, numbers in a run of their own, an empty paragraph mark in every cell, lines broken anywhere."""
    if not text:
        inner = '<span lang="EN-US"><o:p>&nbsp;</o:p></span>'
    elif text.isascii():
        cut = rng.randint(0, len(text))
        parts = [part for part in (text[:cut], text[cut:]) if part] if rng.random() < 0.3 else [text]
        inner = "".join(f"<span\n  lang=EN-US style='font-size:10.5pt;mso-font-kerning:0pt'>{escaped(part)}</span>" for part in parts) + "<o:p></o:p>"
    else:
        inner = f"<span style='font-family:宋体;mso-bidi-font-family:宋体'>{escaped(text)}<span\nlang=EN-US><o:p></o:p></span></span>"
    return f"<p class=MsoNormal align=center style='mso-pagination:widow-orphan'><!--[if !supportEmptyParas]--><!--[endif]-->{inner}</p>"


def _wps(text: str, rng: Random) -> str:
    font = '<font face="仿宋_GB2312">'
    inner = f"<span style=\"mso-spacerun:'yes';font-family:仿宋_GB2312;\">{font}{escaped(text)}</font></span>" if text else "<span>&nbsp;</span>"
    return f'<p class="MsoNormal" style="text-align:center;">{inner}<span style="font-family:宋体;"><o:p></o:p></span></p>'


def _p(text: str, rng: Random) -> str:
    return f"<p>\u3000\u3000{escaped(text)}</p>\n"


def _word_p(text: str, rng: Random) -> str:
    inner = f"<span style='font-size:16.0pt;\nfont-family:仿宋'>{escaped(text)}<span lang=EN-US><o:p></o:p></span></span>"
    return f"<p class=MsoNormal style='text-indent:32.0pt'>{inner}</p>\n"


def _div_p(text: str, rng: Random) -> str:
    return f"<div><span>&emsp;&emsp;{escaped(text)}</span></div>\n"


def _br_p(text: str, rng: Random) -> str:
    return f"&nbsp;&nbsp;{escaped(text)}<br/>\n"


def _trs(title: str, parts: list[str], rng: Random) -> str:
    inner = "".join(parts)
    body = (
        f'{SCRIPT}{NAVIGATION}<table width="1000" class="main"><tr><td width="200">{NAVIGATION}</td><td><table><tr><td class="lj">当前位置：'
        f'<a href="/">首页</a> &gt; <a href="/gk">政务公开</a></td></tr><tr><td>{SHARE}</td></tr><tr><td>'
        '<div class="TRS_Editor"><div class="Custom_UnionStyle">'
        f"<style>.TRS_Editor P{{line-height:2}}</style>{inner}</div></div></td></tr></table></td></tr></table>{FOOTER}"
    )
    return documented(body, title)


def _jcms(title: str, parts: list[str], rng: Random) -> str:
    head = '<meta name="ArticleTitle" content="年度报告"/><meta name="PubDate" content="2024-01-25 10:00"/><meta name="ContentSource" content="示例办公室"/>'
    body = f'<header>{NAVIGATION}</header><div class="article"><div id="zoom">{RECORD}{SHARE}{"".join(parts)}</div></div><footer>{FOOTER}</footer>{SCRIPT}'
    return documented(body, title, head)


def _founder(title: str, parts: list[str], rng: Random) -> str:
    body = f'{NAVIGATION}<div class="box"><founder-content><!--enpcontent-->{"".join(parts)}<!--/enpcontent--></founder-content>{SHARE}</div>{FOOTER}'
    return documented(body, title)


def _word_page(title: str, parts: list[str], rng: Random) -> str:
    head = "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style>"
    body = f"<div class=WordSection1 style='layout-grid:15.6pt'><![if !vml]>{''.join(parts)}<![endif]></div>"
    return documented(body, title, head)


def _mobile(title: str, parts: list[str], rng: Random) -> str:
    wrapped = [f'<div style="overflow-x:auto"><section>{part}</section></div>' if "<table" in part else part for part in parts]
    hidden = "".join(part for part in parts if "<table" in part)
    head = '<meta name="viewport" content="width=device-width"/>'
    body = f'<div style="display:none">{hidden}</div><main><section class="detail">{"".join(wrapped)}</section></main><nav>{NAVIGATION}</nav>{FOOTER}'
    return documented(body, title, head)


def _fragment(title: str, parts: list[str], rng: Random) -> str:
    return "".join(parts)


def _saved(title: str, parts: list[str], rng: Random) -> str:
    return documented(f'<iframe src="./share.html"></iframe>{NAVIGATION}<div class="view">{"".join(parts)}</div>{FOOTER}', title)


def _mega(title: str, parts: list[str], rng: Random) -> str:
    """One table for everything: titles and prose in rows of one cell, the rows of all tables below each other."""
    rows = []
    for part in parts:
        if "<table" in part:
            start = part.index("<tbody>") + len("<tbody>")
            rows.append(part[start : part.index("</tbody>")])
        else:
            rows.append(f'<tr><td colspan="15">{part}</td></tr>')
    return documented(f'{NAVIGATION}<div class="view"><table border="1">{"".join(rows)}</table></div>{FOOTER}', title)


def _split(table: WebTable, cell: Write, rng: Random) -> str:
    """A table a page: the heads again over the second part, a page number between."""
    if not table.head or len(table.rows) < 12:
        return tabular(table, cell, rng)
    at = next((y for y in range(table.head + 4, len(table.rows)) if not _reaches(table, y)), len(table.rows))
    first = WebTable(table.rows[:at], table.head, table.width)
    second = WebTable([*table.rows[: table.head], *table.rows[at:]], table.head, table.width)
    return tabular(first, cell, rng) + '<p style="text-align:center">— 3 —</p>' + (tabular(second, cell, rng) if at < len(table.rows) else "")


def _reaches(table: WebTable, at: int) -> bool:
    """Return whether a cell reaches over the border between two rows."""
    return any(cell.rowspan > at - y for y, row in enumerate(table.rows[:at]) for cell in row)


def _grid(table: WebTable, cell: Write, rng: Random) -> str:
    """Rows and cells made of boxes; labels of groups on rows of their own."""
    rows = []
    for number, row in enumerate(table.rows):
        labels = [each for each in row if each.place is None and each.shown]
        values = [each for each in row if each not in labels]
        if number < table.head or not any(each.place for each in values):
            rows.append('<div class="tr">' + "".join(f'<div class="td"{hiding(each, True, rng)}>{escaped(each.text)}</div>' for each in row) + "</div>")
            continue
        rows += [f'<div class="group"{hiding(each, True, rng)}>{escaped(each.text)}</div>' for each in labels[:-1]]
        boxes = [*labels[-1:], *values]
        rows.append('<div class="tr">' + "".join(f'<div class="td"{hiding(each, True, rng)}>{escaped(each.text)}</div>' for each in boxes) + "</div>")
    return '<div class="grid">' + "\n".join(rows) + "</div>\n"


def _word_table(table: WebTable, cell: Write, rng: Random) -> str:
    return tabular(
        table, cell, rng, " class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'", " width=67 style='padding:0cm 5.4pt'"
    )


for _each in (
    Template("cms-layout", _paragraphed, _p, tabular, _trs),
    Template("jcms", _filled, _p, tabular, _jcms),
    Template("founder-gbk", _filled, _p, tabular, _founder, "gb18030", "gb2312"),
    Template("word-paste", _word, _word_p, _word_table, _word_page, "gb18030", "gb2312"),
    Template("wps-paste", _wps, _p, tabular, _trs),
    Template("div-grid", _plain, _div_p, _grid, _jcms),
    Template("split-tables", _paragraphed, _p, _split, _saved),
    Template("mega-table", _paragraphed, _div_p, tabular, _mega, "gb18030", "utf-8"),
    Template("mobile", _plain, _br_p, tabular, _mobile),
    Template("fragment", _plain, _p, tabular, _fragment),
    Template("mht", _paragraphed, _p, tabular, _saved, "gb18030", "gb2312", True),
):
    TEMPLATES[_each.name] = _each
