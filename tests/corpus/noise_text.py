"""Text noise: page furniture, lost bytes, advertising, punctuation, indents."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .forms import Rendered
from .noise import Noise, register

ALIGNED = ("space-columns", "html2text-padded")
ONE_LINE = ("one-line",)
ABOVE = (
    "当前页面：首页 > 政务公开 > 信息公开年报",
    "当前位置：首页??>?政务公开?>?年报",
    "【打印】 【关闭】 【字体：大 中 小】",
    "索引号：{code} | 发布日期：{year}-01-20 | 来源：办公室 | 浏览次数：{count}",
    "发布时间：{year}-01-20 09:30 来源：本站 阅读：{count} 次",
    "(20241月1日)",
)
BELOW = (
    "附件下载：",
    "附件：1.报告全文.docx",
    "扫一扫在手机打开当前页",
    "上一篇：没有了",
    "主办：示例市人民政府办公室 备案号：京ICP备{code}号",
    "第 1 页 共 5 页",
)
ADVERTS = ("澳门新葡京", "澳门永利皇宫", "365体育投注", "皇冠体育官网", "博彩公司排名")
ASCII = str.maketrans({"（": "(", "）": ")", "，": ",", "：": ":", "；": ";", "“": '"', "”": '"'})
HAN = re.compile(r"[\u4e00-\u9fff]")


def _with_lines(change: Callable[[list[str], Random], list[str]]) -> Callable[[Rendered, Random], Rendered]:
    def apply(rendered: Rendered, rng: Random) -> Rendered:
        return Rendered("\n".join(change(rendered.text.split("\n"), rng)), rendered.kept, rendered.unplaced)

    return apply


def _furniture(lines: list[str], rng: Random) -> list[str]:
    names = {"code": str(rng.randint(100000, 999999)), "year": str(rng.randint(2020, 2026)), "count": str(rng.randint(1, 9999))}
    above = [text.format(**names) for text in rng.sample(ABOVE, rng.randint(2, 4))]
    below = [text.format(**names) for text in rng.sample(BELOW, rng.randint(2, 4))]
    return [*above, "", *lines, *below]


def _page_numbers(lines: list[str], rng: Random) -> list[str]:
    """Put a page number every forty lines or so, wherever that is."""
    out: list[str] = []
    for number, line in enumerate(lines):
        out.append(line)
        if number % 40 == 39:
            out.append(rng.choice(("— {} —", "- {} -", "第{}页", "－{}－")).format(number // 40 + 1))
    return out


def _lost_bytes(lines: list[str], rng: Random) -> list[str]:
    """Lose characters of prose and of long labels, at most one in six of a cell."""

    def cell(text: str) -> str:
        if len(HAN.findall(text)) < 7 or rng.random() < 0.6:
            return text
        where = [found.start() for found in HAN.finditer(text)]
        for at in sorted(rng.sample(where, max(1, len(where) // 40)), reverse=True):
            text = text[:at] + rng.choice(("?", "??", "\ufffd")) + text[at + 1 :]
        return text

    return ["|".join(map(cell, line.split("|"))) if "|" in line else cell(line) for line in lines]


def _adverts(lines: list[str], rng: Random) -> list[str]:
    """Put names of gambling sites into sentences, titles and some long labels, between two characters or at an end."""

    def cell(text: str) -> str:
        if len(HAN.findall(text)) < 6 or rng.random() < 0.85:
            return text
        at = rng.choice([found.start() for found in HAN.finditer(text)][2:])
        return text[:at] + rng.choice(ADVERTS) + text[at:]

    return ["|".join(map(cell, line.split("|"))) if "|" in line else cell(line) for line in lines]


def _ascii(lines: list[str], rng: Random) -> list[str]:
    return [line.translate(ASCII) for line in lines]


def _indented(lines: list[str], rng: Random) -> list[str]:
    """Indent prose and titles by two full-width blanks, end lines with blanks."""
    prose = re.compile(r"[。；]$|^[一二三四五六]、")
    return ["\u3000\u3000" + line if prose.search(line) and "|" not in line else line + rng.choice(("", "", " ")) for line in lines]


def _spread(lines: list[str], rng: Random) -> list[str]:
    """Put an empty line, or one of a no-break space outside of tables, behind every line."""
    return [part for line in lines for part in (line, "")]


register(Noise("furniture", text=_with_lines(_furniture)))
register(Noise("page-numbers", text=_with_lines(_page_numbers), unfit=ALIGNED))
register(Noise("lost-bytes", text=_with_lines(_lost_bytes), unfit=(*ALIGNED, *ONE_LINE, "characters-down", "page-text", "space-rows")))
register(Noise("adverts", text=_with_lines(_adverts), unfit=(*ALIGNED, *ONE_LINE, "characters-down", "page-text", "space-rows", "tab-rows")))
register(Noise("ascii-punctuation", text=_with_lines(_ascii), unfit=ALIGNED))
register(Noise("indented", text=_with_lines(_indented), unfit=ALIGNED))
register(Noise("empty-lines", text=_with_lines(_spread)))
