"""The commands by which an archive is kept whole, with their arguments and options; the work is imported when a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.archiveoptions import As, Catalogue, Context, Json, Number, Place


def seal(
    context: Context,
    id: Annotated[str, typer.Argument(metavar="metavar.id", help="argument.id")] = "",
    place: Place = "",
    actor: As = "",
    version: Number = "",
    everything: Annotated[bool, typer.Option("--all", help="option.seal-all")] = False,
    json: Json = False,
) -> int:
    """Make OCFL objects of what is accepted."""
    from govreport.cli.keeping import seal

    return seal(context.obj, place, id, actor, version, everything, json)


def verify(
    context: Context,
    place: Place = "",
    sample: Annotated[str, typer.Option("--sample", metavar="metavar.percent", help="option.sample")] = "100",
    resume: Annotated[str, typer.Option("--resume", metavar="metavar.file", help="option.resume")] = "",
    replica: Annotated[str, typer.Option("--replica", metavar="metavar.dir", help="option.replica")] = "",
    repair: Annotated[bool, typer.Option("--repair", help="option.repair")] = False,
    json: Json = False,
) -> int:
    """Check that everything kept is there as it was."""
    from govreport.cli.keeping import verify

    return verify(context.obj, place, sample, resume, (replica, repair), json)


def audit(
    context: Context,
    place: Place = "",
    list_: Annotated[bool, typer.Option("--list", help="option.audit-list")] = False,
    against: Annotated[list[str], typer.Option("--against", metavar="metavar.anchor", help="option.against")] = [],  # noqa: B006 (typer copies it)
    key: Annotated[str, typer.Option("--key", metavar="metavar.file", help="option.trusted-key")] = "",
    json: Json = False,
) -> int:
    """Check the audit log."""
    from govreport.cli.keeping import audit

    return audit(context.obj, place, list_, (against, key), json)


def anchor(
    context: Context,
    target: Annotated[str, typer.Argument(metavar="metavar.output", help="argument.anchor")],
    key: Annotated[str, typer.Option("--key", metavar="metavar.file", help="option.anchor-key")] = "",
    make_key: Annotated[bool, typer.Option("--make-key", help="option.make-key")] = False,
    place: Place = "",
    json: Json = False,
) -> int:
    """Sign the end of the audit log."""
    from govreport.cli.anchoring import anchor

    return anchor(context.obj, place, target, key, make_key, json)


def rebuild(context: Context, place: Place = "", json: Json = False) -> int:
    """Make the catalogue anew from the store."""
    from govreport.cli.keeping import rebuild

    return rebuild(context.obj, place, json)


def downgrade(
    context: Context,
    step: Annotated[str, typer.Argument(metavar="metavar.number", help="argument.step")],
    drop: Annotated[bool, typer.Option("--drop", help="option.drop")] = False,
    place: Place = "",
    json: Json = False,
) -> int:
    """Take the catalogue back for an older program."""
    from govreport.cli.keeping import downgrade

    return downgrade(context.obj, place, step, drop, json)


def backup(
    context: Context, target: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.backup")], place: Place = "", json: Json = False
) -> int:
    """Copy the archive while it is at work."""
    from govreport.cli.keeping import backup

    return backup(context.obj, place, target, json)


def restore(
    context: Context,
    source: Annotated[str, typer.Argument(metavar="metavar.backup", help="argument.backup")],
    target: Annotated[str, typer.Argument(metavar="metavar.archive", help="argument.archive-folder")],
    catalogue: Catalogue = "",
    json: Json = False,
) -> int:
    """Make an archive of a backup."""
    from govreport.cli.keeping import restore

    return restore(context.obj, source, target, catalogue, json)
