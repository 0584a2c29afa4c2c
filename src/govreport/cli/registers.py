"""The commands of the archive's registers, of organs and of persons, with their arguments and options."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.archiveoptions import As, Context, Json, Place, Year


def organs(context: Context) -> None:
    """The commands of the register of organs."""


def organs_import(
    context: Context,
    file: Annotated[str, typer.Argument(metavar="metavar.file", help="argument.organs")],
    place: Place = "",
    actor: As = "",
    json: Json = False,
) -> int:
    """Take organs from a CSV or xlsx file into the register."""
    from govreport.cli.holding import organs_import

    return organs_import(context.obj, place, file, actor, json)


def organs_list(context: Context, place: Place = "", year: Year = "", json: Json = False) -> int:
    """List organs."""
    from govreport.cli.holding import organs_list

    return organs_list(context.obj, place, year, json)


def organs_tree(
    context: Context,
    root: Annotated[str, typer.Argument(metavar="metavar.id", help="argument.organ")] = "",
    place: Place = "",
    year: Year = "",
    line: Annotated[bool, typer.Option("--line", help="option.line")] = False,
    json: Json = False,
) -> int:
    """Print the tree of organs of a year."""
    from govreport.cli.holding import organs_tree

    return organs_tree(context.obj, place, root, year, line, json)


def persons(context: Context) -> None:
    """The commands of the persons who act."""


def persons_add(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="metavar.person", help="argument.person")],
    role: Annotated[list[str], typer.Option("--role", metavar="metavar.role", help="option.role")] = [],  # noqa: B006 (typer copies it)
    place: Place = "",
    actor: As = "",
    json: Json = False,
) -> int:
    """Register a person or change their roles."""
    from govreport.cli.holding import persons_add

    return persons_add(context.obj, place, name, role, actor, json)


def persons_end(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="metavar.person", help="argument.person")],
    place: Place = "",
    actor: As = "",
    json: Json = False,
) -> int:
    """End a person's right to act."""
    from govreport.cli.holding import persons_end

    return persons_end(context.obj, place, name, actor, json)


def persons_list(context: Context, place: Place = "", json: Json = False) -> int:
    """List the persons."""
    from govreport.cli.holding import persons_list

    return persons_list(context.obj, place, json)
