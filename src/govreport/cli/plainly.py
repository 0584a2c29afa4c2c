"""Values as they were typed: every parameter is text, a list of texts or a flag, and typer's pydantic costs as much as a whole start-up."""

from __future__ import annotations

from typing import Any


class Plain:
    """Takes a value as it is, in the place where typer would have pydantic turn it into a type."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value, a list where the parameter may be repeated."""
        return list(value or ()) if param.multiple or param.nargs == -1 else value


def plain(parameter: Any) -> Any:
    """Return the parameter, which from now on takes values as they were typed."""
    parameter._runtime_param = Plain()
    return parameter
