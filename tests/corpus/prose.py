"""Titles, prose and page furniture of reports, in the variants met in real ones."""

from __future__ import annotations

from random import Random

from govreport.standard import Standard

from .printed import Document, Heading, Prose
from .truth import Truth

OVERVIEW = (
    "（一）主动公开。通过网站公开信息12条。",
    "（二）依申请公开。依法办理。",
    "（三）政府信息管理。落实审核制度。",
    "（四）平台建设。加强网站维护。",
    "（五）监督保障。组织培训3次。",
)
PROBLEMS = ("（一）存在问题。公开内容还不够丰富。", "（二）改进措施。加强培训。")
OTHER = ("本年度没有收取信息处理费。", "无。", "无其他需要报告的事项。")
TITLES = {
    "overview": ("总体情况", "工作基本情况", "概述", "{year}政府信息公开情况", "{year}年政府信息公开工作的总体情况", "总体情况"),
    "proactiveDisclosure": ("主动公开政府信息情况", "主动公开政府信息的情况", "行政机关主动公开政府信息情况", "主动公开政府政府情况", "主动公开政府信息情况"),
    "applications": ("收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况"),
    "reviewAndLitigation": ("政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、行政诉讼情况"),
    "problemsAndImprovements": (
        "存在的主要问题及改进情况",
        "存在问题及改进情况",
        "政府信息公开工作存在的主要问题及改进情况",
        "政府信息公开工作存在的主要问题及整改措施",
    ),
}
PREFACES = (
    "编制说明：本年度报告内容包括总体情况等六项内容。",
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "本报告所列数据的统计期限自{year}-1-1起至{year}-12-31止。",
    "本报告所列数据的统计期限自{year}11日起至{year}1231日止。",
    "根据《中华人民共和国政府信息公开条例》规定，现公布{agency}{year}年度政府信息公开工作年度报告。",
)
NUMBERINGS = ("usual", "usual", "usual", "restarted", "lost", "spaced")


def document(truth: Truth, standard: Standard, rng: Random, *, plain: bool) -> tuple[Document, dict[str, int]]:
    """Return the report without its tables, and for each table key the index at which its printed table belongs."""
    form = standard.newest
    page, slots = Document(), {}
    names = {"year": str(truth.year), "agency": truth.agency}
    if plain or rng.random() < 0.5:
        page.items += [Prose(truth.agency), Prose(f"{truth.year}年政府信息公开工作年度报告")]
    if not plain and rng.random() < 0.5:
        page.items += [Prose(text.format(**names)) for text in rng.sample(PREFACES, rng.randint(1, 2))]
    numbering = "usual" if plain else rng.choice(NUMBERINGS)
    for count, chapter in enumerate(chapter for chapter in form.chapters if chapter.title):
        title = (chapter.title or "") if plain else rng.choice(TITLES.get(chapter.key, (chapter.title or "",))).format(**names)
        page.items.append(Heading(_number(chapter.number or "", count, numbering) + title))
        if chapter.tables:
            if not plain and rng.random() < 0.2:
                page.items.append(Prose(f"{truth.year}年，本机关依法办理，没有发生其他情况。"))
            slots |= dict.fromkeys(reversed(chapter.tables), len(page.items))
        else:
            page.items += [Prose(text) for text in _prose(chapter.key, truth, rng)]
    if not plain and rng.random() < 0.4:
        page.items += [Prose(truth.agency), Prose(f"{truth.year + 1}年1月{rng.randint(5, 30)}日")]
    return page, slots


def _prose(key: str, truth: Truth, rng: Random) -> list[str]:
    if key == "overview":
        return [f"{truth.year}年，{truth.agency}按要求推进政府信息公开工作，全年公开信息若干条。", *OVERVIEW[: rng.randint(3, 5)]]
    return list(PROBLEMS) if key == "problemsAndImprovements" else [rng.choice(OTHER)]


def _number(number: str, count: int, numbering: str) -> str:
    if numbering == "restarted" and count >= 1:
        return "一二三四五六"[count - 1] + "、"
    if numbering == "lost" and count == 3:
        return ""
    return number + ("、 " if numbering == "spaced" else "、")
