"""A site of many reports: on one process and on two, once more with nothing changed, and with one report changed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.reports import report
from bench.timing import COMMAND, Ratio, command
from govreport import standard

AGENCIES, YEARS = 40, 5
_AGENCY, _TITLE = re.compile(r"<agency[^>]*>.*?</agency>", re.S), re.compile("<title>[^<]*</title>")


def lines() -> Iterator[str | Ratio]:
    """Yield what a site costs, and every ratio that has a target."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder, "reports")
        number = write_province(reports, AGENCIES, YEARS)
        site = (*COMMAND, "site", str(reports), "-o")
        one, two = (command([*site, f"{folder}/{jobs}", "--jobs", jobs], 1) for jobs in ("1", "2"))
        yield Ratio(f"a site of {number} reports: one process / two", one / two, 1.6, False, (one, two))
        again = command([*site, f"{folder}/1", "--jobs", "1"], 1)
        yield Ratio("the site again, nothing changed / built anew", again / one, 0.1, True, (again, one))
        changed = next(iter(sorted(reports.rglob("*.xml"))))
        changed.write_text(_TITLE.sub("<title>更正</title>", changed.read_text("utf-8"), count=1), "utf-8")
        less = command([*site, f"{folder}/1", "--jobs", "1"], 1)
        yield Ratio("the site again, one report changed / built anew", less / one, 0.3, True, (less, one))


def write_province(folder: Path, agencies: int, years: int) -> int:
    """Return how many reports were written: those of agencies of a province's counties and townships, a folder each, over years."""
    known = standard.load()
    pool: dict[int, list[str]] = {}
    for seed in range(agencies + years * 8):
        text = report(seed, known).decode()
        pool.setdefault(int(text.partition("<year>")[2][:4]), []).append(text)
    chance, number = Random("province"), 0
    for agency in range(agencies):
        code, level = (f"99{agency % 5 + 1:02}21", "county") if agency < 5 else (f"99{agency % 5 + 1:02}21{100 + agency // 5:03}", "township")
        name = f"示例省第{agency}号人民政府"
        said = f'<agency kind="government" level="{level}"><name>{name}</name><division code="{code}"/></agency>'
        for year in sorted(pool)[-years:]:
            text = _AGENCY.sub(said, chance.choice(pool[year]), count=1)
            path = folder / f"{agency:04}" / f"{year}.xml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_TITLE.sub(f"<title>{name}{year}年政府信息公开工作年度报告</title>", text, count=1), "utf-8")
            number += 1
    return number
