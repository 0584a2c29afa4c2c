"""``archive search``: reports by what they say, with the places."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govreport.cli.archives import need_known, number, opened, put, year_of
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.cli.terminal import aligned

if TYPE_CHECKING:
    from govreport.archive.searching import Found, Hit, Snippet


@dataclass(frozen=True)
class Asked:
    """A query as it is typed."""

    text: str
    organ: str
    line: bool
    year: str
    level: str
    scope: str
    codes: tuple[str, ...]
    where: tuple[str, ...]
    states: tuple[str, ...]
    everything: bool
    limit: str
    before: str


def search(settings: Settings, place: str, asked: Asked, as_json: bool) -> int:
    """Print what is found, newest first; exits 1 where nothing is, 3 where a catalogue that is read-only does not have all that was to be searched."""
    year, limit, before = year_of(asked.year), number(asked.limit, "--limit"), number(asked.before, "--before")
    if limit == 0:
        raise CommandError(USAGE, "error.option-number", name="--limit", value=asked.limit)
    with opened(settings, place) as archive:
        from govreport import diagnostics
        from govreport.archive import Query, search
        from govreport.archive.organs import AREA, LINE

        need_known(archive, asked.organ, (asked.scope,), asked.level, asked.states)
        query = Query(
            asked.text,
            asked.organ or None,
            LINE if asked.line else AREA,
            year,
            asked.level or None,
            asked.scope or None,
            asked.codes,
            asked.where,
            asked.states,
            asked.everything,
            limit=limit or 1,
            before=before,
        )
        found = search(archive, query)
        unknown = [code for code in asked.codes if code not in diagnostics.catalogue_in(archive.standard.root).entries]
    if unknown and not found.hits:
        raise CommandError(USAGE, "error.archive.no-code", name=" ".join(unknown))
    _print(settings, found, as_json)
    if found.unread:
        print(settings.say("archive.unread", count=found.unread), file=sys.stderr)
        return UNDETERMINED
    return ACCEPTED if found.hits else REJECTED


def _print(settings: Settings, found: Found, as_json: bool) -> None:
    """Print each version that was found with the passages that show why, and how to go on where there are more."""
    for hit in found.hits:
        if as_json:
            put({**hit.version.row(), "agency": hit.agency, "snippets": [{"text": each.text, "marks": each.marks} for each in hit.snippets]})
        else:
            for line in aligned([_head(hit, settings)]):
                print(line)
            for snippet in hit.snippets:
                print("  " + _marked(snippet))
    if as_json:
        return
    if found.more:
        print(settings.say("search.more", before=found.hits[-1].version.sequence))
    elif not found.hits:
        print(settings.say("search.nothing"))


def _head(hit: Hit, settings: Settings) -> tuple[str, ...]:
    version = hit.version
    return version.subject, settings.say(f"archive.state.{version.state}"), version.title or version.name


def _marked(snippet: Snippet) -> str:
    """Return a snippet with what was looked for between corner brackets."""
    parts, at = [], 0
    for start, end in snippet.marks:
        if start >= at:
            parts += [snippet.text[at:start], _OPEN, snippet.text[start:end], _CLOSE]
            at = end
    return "".join((*parts, snippet.text[at:]))


_OPEN, _CLOSE = "\u3010", "\u3011"
