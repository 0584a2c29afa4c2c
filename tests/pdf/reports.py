"""Reports that the tests set as PDF: fixtures, and some made to show one thing each."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from govreport import readers, standard
from govreport.model import Agency, Attachment, Chapter, Grid, Metadata, Paragraph, Report, Section

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"
SHIPPED = standard.load()
RARE = "𣲗𬭎䶮㛃𨱑𫖯㘵"
HAN = "政府信息公开工作年度报告主动依申请处理决定总体情况"
EACH = 12
"""One of so many cases of the conformance suite is validated every time, all of them in the long run."""


def read(path: Path) -> Report | None:
    """Return the report of a file, None where it holds none."""
    return readers.read(path.read_bytes(), path.name, SHIPPED).report


def prose(*texts: str, **metadata: object) -> Report:
    """Return a report of one chapter with paragraphs."""
    said = Metadata(**({"title": "年度报告", "year": 2023} | metadata))  # type: ignore[arg-type]
    return Report(SHIPPED.claim, said, (Chapter("overview", "一", "总体情况", tuple(map(Paragraph, texts))),))


TOWNSHIP = read(FIXTURES / "reports" / "2021" / "township.xml")


def special() -> dict[str, Report]:
    """Return reports that the fixtures do not have, by name."""
    assert TOWNSHIP is not None
    rng = random.Random(3)
    deep: tuple[Section, ...] = ()
    for number in range(9, 0, -1):
        deep = (Section(f"（{number}）", f"第{number}层", (Paragraph("内容。"), *deep)),)
    grid = Grid((("序号", "事项", "说明"), *((str(row), "公开事项", "".join(rng.choices(HAN, k=row % 40))) for row in range(120))), "一览表")
    attachments = (Attachment("目录", blocks=(grid,)), Attachment("名单", "names.pdf", "application/pdf"), Attachment("只有标题"))
    bare = Report(SHIPPED.claim, Metadata(), (Chapter(None, None, None, (Paragraph("没有标题的一段。"),)),))
    return {
        "rare": prose(f"地名人名：{RARE}。", agency=Agency(f"临江县{RARE[0]}水镇人民政府")),
        "deep": Report(SHIPPED.claim, Metadata(title="层次"), (Chapter("overview", "一", "总体情况", deep),)),
        "empty": Report(SHIPPED.claim),
        "bare": bare,
        "long": prose("".join(rng.choices(HAN + "，。", k=20_000))),
        "invisible": prose("零宽\u200b、软连\u00ad字、标记\ufeff、制表\t、下划\u2028行、不断\u00a0行、控制\u0085\u007f"),
        "brackets": prose("( \\ ) < > [ ] { } / % ]]> &amp; <</S/P>> stream endstream 1 0 obj", title="(标题\\)"),
        "attachments": replace(TOWNSHIP, attachments=attachments),
        "grids": prose_with(grid, Grid((("甲", "乙"), ("1", "2")))),
    }


def prose_with(*blocks: Grid) -> Report:
    """Return a report of one chapter with grids."""
    return Report(SHIPPED.claim, Metadata(title="表格"), (Chapter("overview", "一", "总体情况", blocks),))


@lru_cache(maxsize=1)
def fixtures() -> dict[str, Report]:
    """Return every report that the fixtures hold, by name: those under ``reports`` and those of the conformance suite."""
    paths = [*sorted((FIXTURES / "reports").glob("*/*.xml")), *sorted((FIXTURES / "conformance").glob("*/*.xml"))]
    found = {f"{path.parent.name}-{path.stem}": read(path) for path in paths}
    return {name: report for name, report in found.items() if report is not None}


def main_reports() -> dict[str, Report]:
    """Return the reports of the fixtures that are no cases of the conformance suite."""
    return {name: report for name, report in fixtures().items() if name.startswith("20")}
