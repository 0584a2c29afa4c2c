"""The options that the commands of the archive share."""

from __future__ import annotations

from typing import Annotated

import typer

Context = typer.Context
Place = Annotated[str, typer.Option("--archive", metavar="metavar.archive", help="option.archive", envvar="GOVREPORT_ARCHIVE", show_envvar=False)]
As = Annotated[str, typer.Option("--as", metavar="metavar.person", help="option.as")]
Json = Annotated[bool, typer.Option("--json", help="option.json")]
Id = Annotated[str, typer.Argument(metavar="metavar.id", help="argument.id")]
Number = Annotated[str, typer.Option("--version", metavar="metavar.number", help="option.version-number")]
Reason = Annotated[str, typer.Option("--reason", metavar="metavar.text", help="option.reason")]
Catalogue = Annotated[str, typer.Option("--catalogue", metavar="metavar.url", help="option.catalogue")]
Organ = Annotated[str, typer.Option("--organ", metavar="metavar.id", help="option.organ")]
Year = Annotated[str, typer.Option("--year", metavar="metavar.year", help="option.year")]
Scope = Annotated[str, typer.Option("--scope", metavar="metavar.scope", help="option.scope")]
