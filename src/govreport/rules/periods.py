"""The period of the figures, and the years that title and text name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from govreport.diagnostics import Diagnostic, Location
from govreport.model import Period
from govreport.rules.context import Context, finding
from govreport.rules.registry import rule
from govreport.rules.sentences import around

CODE = "DOC-PERIOD"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?<![0-9]{5})(?![0-9])")
_DIGITS = re.compile(r"[0-9]+")
_FIRST, _LAST = (1, 1), (12, 31)


@rule(CODE)
def the_year_is_stated(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-PERIOD where the report does not say for which year it is: nothing that depends on the year can be judged then."""
    if context.year is None:
        yield finding(CODE, Location(path="/report/metadata"), problem="unknown")


@rule(CODE)
def the_period_is_the_year(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-PERIOD where the period is not 1 January to 31 December of the reporting year."""
    metadata = context.metadata
    period = metadata.period
    if period is None:
        return
    year = metadata.year if metadata.year is not None else period.start.year
    if period != Period(datetime.date(year, *_FIRST), datetime.date(year, *_LAST)):
        dates = {"from": period.start.isoformat(), "to": period.end.isoformat()}
        yield finding(CODE, Location(path="/report/metadata/period"), problem="period", year=year, **dates)


@rule(CODE)
def the_title_names_the_year(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-PERIOD where the title names years and the reporting year is not among them."""
    metadata = context.metadata
    if metadata.year is None or not metadata.title:
        return
    named = [int(found) for found in _YEAR.findall(metadata.title)]
    if named and metadata.year not in named:
        yield finding(CODE, Location(path="/report/metadata/title"), problem="title", year=metadata.year, other=named[0])


@rule(CODE)
def the_text_counts_the_year(context: Context) -> Iterator[Diagnostic]:
    """Give DOC-PERIOD where the text states a whole calendar year as the period, or names what it counted, and it is not the reporting year."""
    metadata = context.metadata
    if metadata.year is None:
        return
    own = str(metadata.year)
    others = {number for number in context.prose.numbers if number != own and _YEAR.fullmatch(number)}
    for passage in context.prose.having((), runs=others):
        if all(year == own for year in _YEAR.findall(passage.text)):
            continue
        for use, years_of in (("period", _whole_year), ("period-counted", _years)):
            for pattern in context.vocabulary.patterns(use):
                for found in pattern.finditer(passage.text):
                    years = years_of(found)
                    other = next((year for year in years if year != metadata.year), None)
                    if other is not None and not _is_period(metadata.period, years):
                        quote = around(passage.text, found.start(), found.end())
                        yield finding(CODE, passage.place(), problem="prose", year=metadata.year, other=other, quote=quote)
                        return


def _whole_year(found: re.Match[str]) -> tuple[int, ...]:
    """Return the first and the last year of a stated period that is a calendar year, none where it is not."""
    groups = found.groupdict()
    start, end = ([int(digits) for digits in _DIGITS.findall(groups.get(name) or "")] for name in ("start", "end"))
    if not end and groups.get("same"):
        end = start[:1] + [int(digits) for digits in _DIGITS.findall(groups["same"])]
    if start[1:] == [*_FIRST] and end[1:] == [*_LAST] and start[0] == end[0]:
        return start[0], end[0]
    return ()


def _years(found: re.Match[str]) -> tuple[int, ...]:
    """Return the first and the last year of a stated period, whatever its days are."""
    return tuple(int(found[name][:4]) for name in ("start", "end"))


def _is_period(period: Period | None, years: tuple[int, ...]) -> bool:
    """Return whether the metadata hold a period of these very years, so that it was said already."""
    return period is not None and (period.start.year, period.end.year) == years
