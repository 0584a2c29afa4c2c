"""``govreport site`` with its arguments and options; the work is imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from govreport.cli.commands import Context, Jobs, Limit, Sources


def site(
    context: Context,
    sources: Sources,
    output: Annotated[str, typer.Option("--output", "-o", metavar="metavar.dir", help="option.site-output")],
    base_url: Annotated[str, typer.Option("--base-url", metavar="metavar.url", help="option.base-url")] = "",
    title: Annotated[str, typer.Option("--title", metavar="metavar.title", help="option.title")] = "",
    organs: Annotated[str, typer.Option("--organs", metavar="metavar.file", help="option.organs")] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help="option.pdf")] = False,
    profile: Annotated[str, typer.Option("--profile", metavar="metavar.profile", help="option.site-profile")] = "",
    jobs: Jobs = "",
    limit: Limit = [],  # noqa: B006 (typer copies it)
) -> int:
    """Build a static site of many reports."""
    from govreport.cli.publishing import Wish, publish

    return publish(context.obj, Wish(tuple(sources), output, base_url, title, organs or None, pdf, profile, jobs, tuple(limit)))
