"""The receipt of a deposit as a line for people."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from govreport.cli import archives
from govreport.cli.errors import CommandError
from govreport.cli.settings import Settings


def line(settings: Settings, source: str, receipt: Mapping[str, Any], state: str) -> str:
    """Return what became of a source, every code of its receipt in words."""
    said = {name: in_words(settings, name, receipt[name]) for name in ("verdict", "profile")}
    said["time"] = archives.shown_time(receipt["time"])
    return settings.say("archive.receipt", source=source, **{**receipt, **said, "state": in_words(settings, "state", state)})


def in_words(settings: Settings, name: str, value: Any) -> Any:
    """Return what a field of a version says to people; a profile that is not to be had here keeps its name."""
    from govreport.diagnostics import catalogue_in
    from govreport.resources import schema_root

    say = settings.say
    if name == "verdict":
        return catalogue_in(schema_root(settings.schema)).word("verdict", value, say.lang)
    if name == "profile":
        with suppress(CommandError, KeyError):
            return settings.profile(value).titles[say.lang]
    return say("list.yes") if value is True else archives.in_words(settings, name, value)


def refusal(settings: Settings, finding: Mapping[str, Any]) -> str:
    """Return an error that a report was refused for, below its receipt."""
    return settings.say("archive.refusal", code=finding["code"], message=finding["message"], cell=finding.get("cell") or "").rstrip()
