"""The commands of the service with their arguments and options; the work is imported when a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.archiveoptions import As, Context, Json, Organ, Place, Reason, Scope, Year

Account = Annotated[str, typer.Argument(metavar="metavar.person", help="argument.account")]


def serve(
    context: Context,
    place: Place = "",
    settings: Annotated[str, typer.Option("--settings", metavar="metavar.file", help="option.settings")] = "",
    host: Annotated[str, typer.Option("--host", metavar="metavar.host", help="option.host")] = "",
    port: Annotated[str, typer.Option("--port", metavar="metavar.number", help="option.port")] = "",
    workers: Annotated[str, typer.Option("--workers", metavar="metavar.number", help="option.workers")] = "",
) -> int:
    """Serve an archive."""
    from govreport.cli.serving import serve

    return serve(context.obj, place, settings, host, port, workers)


def users(context: Context) -> None:
    """The commands of the accounts of the service."""


def users_add(
    context: Context,
    name: Account,
    role: Annotated[list[str], typer.Option("--role", metavar="metavar.role", help="option.user-role")] = [],  # noqa: B006 (typer copies it)
    organ: Annotated[str, typer.Option("--organ", metavar="metavar.id", help="option.account-organ")] = "",
    place: Place = "",
    actor: As = "",
    json: Json = False,
) -> int:
    """Make an account."""
    from govreport.cli.serving import users_add

    return users_add(context.obj, place, name, role, organ, actor, json)


def users_list(context: Context, place: Place = "", json: Json = False) -> int:
    """List the accounts."""
    from govreport.cli.serving import users_list

    return users_list(context.obj, place, json)


def users_reset(context: Context, name: Account, place: Place = "", actor: As = "", json: Json = False) -> int:
    """Give an account a new password."""
    from govreport.cli.serving import users_reset

    return users_reset(context.obj, place, name, actor, json)


def users_end(context: Context, name: Account, place: Place = "", actor: As = "", json: Json = False) -> int:
    """End an account."""
    from govreport.cli.serving import users_end

    return users_end(context.obj, place, name, actor, json)


def users_key(
    context: Context,
    name: Account,
    label: Annotated[str, typer.Option("--label", metavar="metavar.text", help="option.label")] = "",
    days: Annotated[str, typer.Option("--days", metavar="metavar.number", help="option.days")] = "",
    place: Place = "",
    actor: As = "",
    json: Json = False,
) -> int:
    """Make an API key of an account."""
    from govreport.cli.serving import users_key

    return users_key(context.obj, place, name, label, days, actor, json)


def submit(
    context: Context,
    sources: Annotated[list[str], typer.Argument(metavar="metavar.source", help="argument.sources")],
    to: Annotated[str, typer.Option("--to", metavar="metavar.url", help="option.submit-to")],
    receipts: Annotated[str, typer.Option("--receipts", metavar="metavar.dir", help="option.receipts")] = "receipts",
    key_file: Annotated[str, typer.Option("--key-file", metavar="metavar.file", help="option.key-file")] = "",
    authorities: Annotated[str, typer.Option("--ca", metavar="metavar.file", help="option.ca")] = "",
    organ: Organ = "",
    year: Year = "",
    scope: Scope = "",
    reason: Reason = "",
    draft: Annotated[bool, typer.Option("--draft", help="option.draft")] = False,
    json: Json = False,
) -> int:
    """Send reports to a service, or pack them for one."""
    from govreport.cli.submitting import Sending, submit

    sending = Sending(tuple(sources), to, receipts, key_file, authorities, organ, year, scope, reason, draft)
    return submit(context.obj, sending, json)


def exchange(
    context: Context,
    folder: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.exchange")],
    place: Place = "",
    json: Json = False,
) -> int:
    """Take packages from a folder and put receipts out."""
    from govreport.cli.submitting import exchange

    return exchange(context.obj, place, folder, json)
