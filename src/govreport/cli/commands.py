"""The commands with their arguments and options; help texts are keys of ``texts.toml``, the work is imported when a command runs."""

from __future__ import annotations

import os
from typing import Annotated

import typer

Context = typer.Context
Sources = Annotated[list[str], typer.Argument(metavar="metavar.source", help="argument.sources")]
Source = Annotated[str, typer.Argument(metavar="metavar.source", help="argument.source")]
From = Annotated[str, typer.Option("--from", metavar="metavar.format", help="option.from")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="metavar.output", help="option.output")]
Jobs = Annotated[str, typer.Option("--jobs", "-j", metavar="metavar.number", help="option.jobs")]
Limit = Annotated[list[str], typer.Option("--limit", metavar="metavar.limit", help="option.limit")]
Profile = Annotated[str, typer.Option("--profile", metavar="metavar.profile", help="option.profile")]


def written_formats(incomplete: str) -> list[str]:
    """Return the formats that can be written whose names begin in such a way, for the shell to complete."""
    from govreport.formats import formats

    return [each.name for each in formats() if each.writes and each.name.startswith(incomplete)]


def print_version(context: Context, value: bool) -> bool:
    """Print the versions of the tool and of the standard, then leave."""
    if value and not context.resilient_parsing:
        from govreport.cli.listings import version

        raise typer.Exit(version(context.obj))
    return value


def root(
    context: Context,
    lang: Annotated[str, typer.Option("--lang", metavar="metavar.lang", help="option.lang")] = "",
    schema: Annotated[str, typer.Option("--schema", metavar="metavar.dir", help="option.schema")] = "",
    version: Annotated[bool, typer.Option("--version", help="option.version", is_eager=True, callback=print_version)] = False,
) -> None:
    """The options before the command; --lang and --schema have been taken out of the arguments by then (``settings.split``)."""


def convert(
    context: Context,
    sources: Sources,
    to: Annotated[str, typer.Option("--to", metavar="metavar.format", help="option.to", autocompletion=written_formats)] = "",
    source_format: From = "",
    output: Output = "-",
    jobs: Jobs = "",
    diagnostics: Annotated[str, typer.Option("--diagnostics", metavar="metavar.file", help="option.diagnostics")] = "",
    evidence: Annotated[str, typer.Option("--evidence", metavar="metavar.file", help="option.evidence")] = "",
    no_proof: Annotated[bool, typer.Option("--no-proof", help="option.no-proof")] = False,
    font: Annotated[list[str], typer.Option("--font", metavar="metavar.font", help="option.font")] = [],  # noqa: B006 (typer copies it)
    red_head: Annotated[bool, typer.Option("--red-head", help="option.red-head")] = False,
    download: Annotated[list[str], typer.Option("--download", metavar="metavar.format", help="option.download")] = [],  # noqa: B006 (typer copies it)
    findings: Annotated[str, typer.Option("--findings", metavar="metavar.profile", help="option.page-findings")] = "",
    limit: Limit = [],  # noqa: B006 (typer copies it)
) -> int:
    """Convert reports into another format."""
    from govreport.cli.converting import Wish, convert
    from govreport.cli.pages import Extras

    if font:
        from govreport.cli.fonts import choose

        choose(font)
    if red_head:
        from govreport.writers.pdf import RED_HEAD

        os.environ[RED_HEAD] = "true"
    extras = Extras(tuple(download), findings)
    wish = Wish(tuple(sources), to, source_format or None, output, jobs, diagnostics or None, evidence or None, not no_proof, tuple(limit), extras)
    return convert(context.obj, wish)


def validate(
    context: Context,
    sources: Sources,
    profile: Profile = "submission",
    output_format: Annotated[str, typer.Option("--format", metavar="metavar.findings", help="option.findings")] = "text",
    previous: Annotated[str, typer.Option("--previous", metavar="metavar.source", help="option.previous")] = "",
    members: Annotated[str, typer.Option("--members", metavar="metavar.dir", help="option.members")] = "",
    series: Annotated[bool, typer.Option("--series", help="option.series")] = False,
    waivers: Annotated[str, typer.Option("--waivers", metavar="metavar.file", help="option.waivers")] = "",
    source_format: From = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.output", help="option.findings-output")] = "-",
    jobs: Jobs = "",
    brief: Annotated[bool, typer.Option("--brief", help="option.brief")] = False,
    report: Annotated[str, typer.Option("--report", metavar="metavar.table", help="option.report")] = "",
    journal: Annotated[str, typer.Option("--journal", metavar="metavar.file", help="option.journal")] = "",
    limit: Limit = [],  # noqa: B006 (typer copies it)
) -> int:
    """Judge reports by the rules of a profile."""
    from govreport.cli.validating import Wish, validate

    beside = (members or None, series, waivers or None)
    options = (source_format or None, jobs, brief, tuple(limit), output, *beside, report or None, journal or None)
    wish = Wish(tuple(sources), profile, output_format, previous or None, *options)
    return validate(context.obj, wish)


def show(context: Context, source: Source, source_format: From = "", profile: Profile = "submission") -> int:
    """Print a report for reading."""
    from govreport.cli.showing import show

    return show(context.obj, source, source_format or None, profile)


def compare(
    context: Context,
    left: Annotated[str, typer.Argument(metavar="metavar.left", help="argument.left")],
    right: Annotated[str, typer.Argument(metavar="metavar.right", help="argument.right")],
    source_format: From = "",
) -> int:
    """Print what differs between two reports."""
    from govreport.cli.comparing import compare

    return compare(context.obj, left, right, source_format or None)


def migrate(
    context: Context,
    source: Source,
    to_edition: Annotated[str, typer.Option("--to-edition", metavar="metavar.edition", help="option.to-edition")],
    to: Annotated[str, typer.Option("--to", metavar="metavar.format", help="option.to", autocompletion=written_formats)] = "xml",
    source_format: From = "",
    output: Output = "-",
) -> int:
    """Carry a report over to another edition of the form."""
    from govreport.cli.migrating import migrate

    return migrate(context.obj, source, to_edition, to, source_format or None, output)


def forms(context: Context) -> int:
    """List the editions of the form."""
    from govreport.cli.listings import forms

    return forms(context.obj)


def fonts(
    context: Context,
    action: Annotated[str, typer.Argument(metavar="metavar.fonts", help="argument.fonts")] = "list",
    offline: Annotated[bool, typer.Option("--offline", help="option.offline")] = False,
) -> int:
    """List or install the fonts of the PDF."""
    from govreport.cli.fonts import fonts

    return fonts(context.obj, action, offline)


def formats(context: Context) -> int:
    """List the formats that can be read and written."""
    from govreport.cli.listings import formats

    return formats(context.obj)


def conformance(
    context: Context,
    folder: Annotated[str, typer.Argument(metavar="metavar.dir", help="argument.suite")] = "",
    engine: Annotated[str, typer.Option("--engine", metavar="metavar.engine", help="option.engine")] = "python",
    findings: Annotated[str, typer.Option("--findings", metavar="metavar.file", help="option.recorded")] = "",
) -> int:
    """Run the conformance suite."""
    from govreport.cli.conformance import conformance

    return conformance(context.obj, folder or None, engine, findings or None)


def schema(context: Context) -> None:
    """The commands of the standard's editors."""


def build(context: Context) -> int:
    """Build what is made from the forms."""
    from govreport.cli.schema import build

    return build(context.obj)


def check(context: Context) -> int:
    """Check the schema tree for drift and faults."""
    from govreport.cli.schema import check

    return check(context.obj)


def release(context: Context, number: Annotated[str, typer.Argument(metavar="metavar.release", help="argument.release")]) -> int:
    """Freeze a release of the standard."""
    from govreport.cli.schema import release

    return release(context.obj, number)


def docs(
    context: Context,
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.dir", help="option.docs-output")],
    to: Annotated[str, typer.Option("--to", metavar="metavar.docs", help="option.docs-to")] = "html",
    suite: Annotated[str, typer.Option("--suite", metavar="metavar.dir", help="argument.suite")] = "",
) -> int:
    """Write the documentation of the standard."""
    from govreport.cli.schema import docs

    return docs(context.obj, output, to, suite or None)
