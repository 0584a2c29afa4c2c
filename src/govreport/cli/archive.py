"""The commands of the archive with their arguments and options; the work is imported when a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.archiveoptions import As, Catalogue, Context, Id, Json, Number, Organ, Place, Reason, Scope, Year


def archive(context: Context) -> None:
    """The commands of the archive."""


def init(
    context: Context,
    folder: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.archive-folder")],
    catalogue: Catalogue = "sqlite",
    json: Json = False,
) -> int:
    """Make an empty archive."""
    from govreport.cli.holding import init

    return init(context.obj, folder, catalogue, json)


def deposit(
    context: Context,
    sources: Annotated[list[str], typer.Argument(metavar="metavar.source", help="argument.sources")],
    place: Place = "",
    actor: As = "",
    organ: Organ = "",
    year: Year = "",
    scope: Scope = "",
    profile: Annotated[str, typer.Option("--profile", metavar="metavar.profile", help="option.deposit-profile")] = "",
    source_format: Annotated[str, typer.Option("--from", metavar="metavar.format", help="option.from")] = "",
    reason: Reason = "",
    key: Annotated[str, typer.Option("--key", metavar="metavar.text", help="option.key")] = "",
    submit: Annotated[bool, typer.Option("--submit", help="option.submit")] = False,
    json: Json = False,
) -> int:
    """Deposit reports."""
    from govreport.cli.depositing import Wish, deposit

    wish = Wish(tuple(sources), organ, year, scope, profile, source_format, reason, key, submit)
    return deposit(context.obj, place, actor, wish, json)


def submit(context: Context, id: Id, place: Place = "", actor: As = "", version: Number = "", reason: Reason = "", json: Json = False) -> int:
    """Submit a draft."""
    from govreport.cli.depositing import act

    return act(context.obj, place, "submit", id, actor, version, reason, json)


def return_(context: Context, id: Id, place: Place = "", actor: As = "", version: Number = "", reason: Reason = "", json: Json = False) -> int:
    """Return what was submitted."""
    from govreport.cli.depositing import act

    return act(context.obj, place, "return", id, actor, version, reason, json)


def accept(context: Context, id: Id, place: Place = "", actor: As = "", version: Number = "", reason: Reason = "", json: Json = False) -> int:
    """Accept what was submitted."""
    from govreport.cli.depositing import act

    return act(context.obj, place, "accept", id, actor, version, reason, json)


def publish(context: Context, id: Id, place: Place = "", actor: As = "", version: Number = "", reason: Reason = "", json: Json = False) -> int:
    """Publish what was accepted."""
    from govreport.cli.depositing import act

    return act(context.obj, place, "publish", id, actor, version, reason, json)


def withdraw(context: Context, id: Id, place: Place = "", actor: As = "", version: Number = "", reason: Reason = "", json: Json = False) -> int:
    """Withdraw what was accepted or published."""
    from govreport.cli.depositing import act

    return act(context.obj, place, "withdraw", id, actor, version, reason, json)


def redact(
    context: Context,
    id: Id,
    place: Place = "",
    actor: As = "",
    version: Number = "",
    reason: Reason = "",
    basis: Annotated[str, typer.Option("--basis", metavar="metavar.text", help="option.basis")] = "",
    json: Json = False,
) -> int:
    """Destroy content that the law orders deleted."""
    from govreport.cli.depositing import redact

    return redact(context.obj, place, id, actor, version, (reason, basis), json)


def list_(
    context: Context,
    place: Place = "",
    organ: Organ = "",
    year: Year = "",
    scope: Scope = "",
    state: Annotated[list[str], typer.Option("--state", metavar="metavar.state", help="option.state")] = [],  # noqa: B006 (typer copies it)
    all_versions: Annotated[bool, typer.Option("--all", help="option.all-versions")] = False,
    json: Json = False,
) -> int:
    """List reports."""
    from govreport.cli.looking import list_reports

    return list_reports(context.obj, place, (organ, year, scope), state, all_versions, json)


def show(context: Context, id: Id, place: Place = "", version: Number = "", json: Json = False) -> int:
    """Print a version and its history."""
    from govreport.cli.looking import show

    return show(context.obj, place, id, version, json)


def versions(context: Context, id: Id, place: Place = "", json: Json = False) -> int:
    """List the versions of a report."""
    from govreport.cli.looking import versions

    return versions(context.obj, place, id, json)


def get(
    context: Context,
    id: Id,
    place: Place = "",
    version: Number = "",
    what: Annotated[str, typer.Option("--what", metavar="metavar.what", help="option.what")] = "original",
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.output", help="option.output")] = "-",
    json: Json = False,
) -> int:
    """Take out what is kept of a version."""
    from govreport.cli.looking import get

    return get(context.obj, place, id, version, what, output, json)
