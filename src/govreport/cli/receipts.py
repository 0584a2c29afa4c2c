"""The receipt of a deposit as a line for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govreport.cli.errors import CommandError
from govreport.cli.settings import Settings


def line(settings: Settings, source: str, receipt: Mapping[str, Any], state: str) -> str:
    """Return what became of a source, every code of its receipt in words; a profile that is not to be had here keeps its name."""
    from govreport.diagnostics import catalogue_in
    from govreport.resources import schema_root

    say = settings.say
    verdict = catalogue_in(schema_root(settings.schema)).word("verdict", receipt["verdict"], say.lang)
    try:
        profile = settings.profile(receipt["profile"]).titles[say.lang]
    except (CommandError, KeyError):
        profile = receipt["profile"]
    return say("archive.receipt", source=source, **{**receipt, "state": say(f"archive.state.{state}"), "verdict": verdict, "profile": profile})


def refusal(settings: Settings, finding: Mapping[str, Any]) -> str:
    """Return an error that a report was refused for, below its receipt."""
    return settings.say("archive.refusal", code=finding["code"], message=finding["message"], cell=finding.get("cell") or "").rstrip()
