"""The commands by which reports leave an archive and come into another, with their arguments and options."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.archiveoptions import As, Context, Json, Organ, Place, Scope, Year


def export(
    context: Context,
    target: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.package-new")],
    place: Place = "",
    organ: Organ = "",
    year: Year = "",
    scope: Scope = "",
    state: Annotated[list[str], typer.Option("--state", metavar="metavar.state", help="option.export-state")] = [],  # noqa: B006 (typer copies it)
    whole: Annotated[bool, typer.Option("--whole", help="option.whole")] = False,
    layout: Annotated[str, typer.Option("--layout", metavar="metavar.layout", help="option.package-layout")] = "bag",
    json: Json = False,
) -> int:
    """Hand reports over as a package."""
    from govreport.cli.handover import export

    return export(context.obj, place, target, (organ, year, scope), state, (whole, layout), json)


def import_(
    context: Context,
    package: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.package")],
    place: Place = "",
    actor: As = "",
    json: Json = False,
) -> int:
    """Take in a package."""
    from govreport.cli.handover import import_

    return import_(context.obj, place, package, actor, json)


def inspect(
    context: Context,
    package: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.package-inspected")] = "",
    place: Place = "",
    profile: Annotated[str, typer.Option("--profile", metavar="metavar.profile", help="option.examination")] = "",
    organ: Organ = "",
    year: Year = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.output", help="option.examination-output")] = "",
    json: Json = False,
) -> int:
    """Examine the four properties of electronic records."""
    from govreport.cli.handover import inspect

    return inspect(context.obj, place, package, profile, (organ, year), output, json)
