"""How a command fails: one clear line on standard error and an exit code, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.exceptions import TyperException

from govreport.cli.texts import Texts

if TYPE_CHECKING:
    from govreport.writers import UnwritableError

ACCEPTED, REJECTED, USAGE, UNDETERMINED = 0, 1, 2, 3
"""The exit codes: accepted, written, equal · rejected, different, drift · usage, missing file · undetermined."""


class CommandError(Exception):
    """Raised where a command cannot go on: the key of a text, its parameters and the exit code."""

    def __init__(self, code: int, key: str, /, **params: object) -> None:
        super().__init__(key)
        self.code = code
        self.key = key
        self.params = params


def line(failure: CommandError, say: Texts) -> str:
    """Return the one line that says why a command failed."""
    return flat(say("error.line", text=say(failure.key, **failure.params)))


def unwritten(error: UnwritableError, name: str) -> CommandError:
    """Return the failure of a document that cannot be written in a format."""
    from govreport.writers import LargeError, UndrawnError

    if isinstance(error, UndrawnError):
        return CommandError(UNDETERMINED, "error.undrawn", name=name, point=f"U+{ord(error.character):04X}", place=error.place)
    if isinstance(error, LargeError):
        return CommandError(UNDETERMINED, f"error.large-{error.what}", name=name, maximum=error.maximum)
    return CommandError(UNDETERMINED, "error.unwritable", name=name, detail=error)


def flat(text: str) -> str:
    """Return a text on one line that any terminal can print: no line breaks, control characters or lone surrogates."""
    joined = " ".join(text.split())
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in joined)


def usage_line(error: TyperException, say: Texts) -> str:
    """Return the one line for a fault in the arguments that typer found, told apart by its class so that no frame word stays English."""
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    name = _parameter_name(parameter, getattr(error, "param_hint", None), say)
    if kind == "MissingParameter":
        return flat(say("error.line", text=say("error.missing-parameter", name=name)))
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None) or ()
        key = "error.no-such-option-near" if near else "error.no-such-option"
        return flat(say("error.line", text=say(key, name=getattr(error, "option_name", ""), near=", ".join(sorted(near)))))
    if kind == "BadOptionUsage":
        return flat(say("error.line", text=say("error.option-value", name=getattr(error, "option_name", ""))))
    if parameter is not None:
        return flat(say("error.line", text=say("error.bad-parameter", name=name)))
    return flat(say("error.line", text=say("error.usage")))


def _parameter_name(parameter: object, hint: object, say: Texts) -> str:
    if isinstance(hint, str):
        return hint
    options = getattr(parameter, "opts", None) or [""]
    metavar = getattr(parameter, "metavar", None)
    return say(str(metavar)) if metavar and not str(options[0]).startswith("-") else str(options[-1])
