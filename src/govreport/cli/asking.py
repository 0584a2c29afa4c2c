"""The commands that ask an archive, with their arguments and options; the work is imported when a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.archiveoptions import As, Context, Json, Place, Reason, Year

Above = Annotated[str, typer.Option("--organ", metavar="metavar.id", help="option.above")]
Line = Annotated[bool, typer.Option("--line", help="option.line")]
State = Annotated[list[str], typer.Option("--state", metavar="metavar.state", help="option.state")]
Scopes = Annotated[list[str], typer.Option("--scope", metavar="metavar.scope", help="option.scopes")]


def totals(
    context: Context,
    place: Place = "",
    organ: Above = "",
    year: Year = "",
    line: Line = False,
    scope: Scopes = [],  # noqa: B006 (typer copies it)
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.table", help="option.totals-output")] = "",
    members: Annotated[str, typer.Option("--members", metavar="metavar.table", help="option.members-output")] = "",
    deposit: Annotated[bool, typer.Option("--deposit", help="option.totals-deposit")] = False,
    actor: As = "",
    reason: Reason = "",
    json: Json = False,
) -> int:
    """Add up what an organ's members report."""
    from govreport.cli.adding import Asked, totals

    asked = Asked(organ, year, line, tuple(scope), output, members, actor if deposit else None, reason)
    return totals(context.obj, place, asked, json)


def progress(
    context: Context,
    place: Place = "",
    organ: Above = "",
    year: Year = "",
    line: Line = False,
    late: Annotated[bool, typer.Option("--late", help="option.late")] = False,
    day: Annotated[str, typer.Option("--day", metavar="metavar.day", help="option.day")] = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.table", help="option.table-output")] = "",
    json: Json = False,
) -> int:
    """Tell who has handed in and who is late."""
    from govreport.cli.awaiting import Asked, progress

    return progress(context.obj, place, Asked(organ, year, line, late, day, output), json)


def search(
    context: Context,
    text: Annotated[list[str], typer.Argument(metavar="metavar.text", help="argument.search")] = [],  # noqa: B006 (typer copies it)
    place: Place = "",
    organ: Above = "",
    line: Line = False,
    year: Year = "",
    level: Annotated[str, typer.Option("--level", metavar="metavar.level", help="option.level")] = "",
    scope: Annotated[str, typer.Option("--scope", metavar="metavar.scope", help="option.scope")] = "",
    code: Annotated[list[str], typer.Option("--code", metavar="metavar.code", help="option.code")] = [],  # noqa: B006 (typer copies it)
    where: Annotated[list[str], typer.Option("--where", metavar="metavar.condition", help="option.where")] = [],  # noqa: B006 (typer copies it)
    state: State = [],  # noqa: B006 (typer copies it)
    everything: Annotated[bool, typer.Option("--all", help="option.all-versions")] = False,
    limit: Annotated[str, typer.Option("--limit", metavar="metavar.number", help="option.hits")] = "20",
    before: Annotated[str, typer.Option("--before", metavar="metavar.number", help="option.before")] = "",
    json: Json = False,
) -> int:
    """Find reports by what they say."""
    from govreport.cli.finding import Asked, search

    asked = Asked(" ".join(text), organ, line, year, level, scope, tuple(code), tuple(where), tuple(state), everything, limit, before)
    return search(context.obj, place, asked, json)


def cells(
    context: Context,
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.output", help="option.cells-output")],
    place: Place = "",
    organ: Above = "",
    line: Line = False,
    year: Year = "",
    state: State = [],  # noqa: B006 (typer copies it)
    everything: Annotated[bool, typer.Option("--all", help="option.all-versions")] = False,
) -> int:
    """Write the cells of all reports as one long table."""
    from govreport.cli.celltable import cells

    return cells(context.obj, place, output, (organ, line, year), state, everything)
