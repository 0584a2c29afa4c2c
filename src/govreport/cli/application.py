"""The tree of commands as typer runs it: a command is built from its function when it is asked for, so that start-up pays for one."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout, suppress
from io import StringIO
from typing import Any

import typer
from typer.main import get_command

from govreport.cli import archive, asking, commands, handing, registers, service, site, upkeep
from govreport.cli.help import LocalCommand, LocalGroup
from govreport.cli.plainly import plain

Tree = Mapping[str, "Callable[..., Any] | Branch"]

SHARED = ("lang", "schema")
"""The options of the whole command line that every command shows too."""


class Branch:
    """A group of commands: the function that stands for it and the commands below it."""

    def __init__(self, function: Callable[..., Any], tree: Tree) -> None:
        self.function = function
        self.tree = tree


TREE: Tree = {
    "convert": commands.convert,
    "validate": commands.validate,
    "show": commands.show,
    "compare": commands.compare,
    "migrate": commands.migrate,
    "forms": commands.forms,
    "formats": commands.formats,
    "fonts": commands.fonts,
    "conformance": commands.conformance,
    "site": site.site,
    "archive": Branch(
        archive.archive,
        {
            "init": archive.init,
            "organs": Branch(registers.organs, {"import": registers.organs_import, "list": registers.organs_list, "tree": registers.organs_tree}),
            "persons": Branch(registers.persons, {"add": registers.persons_add, "end": registers.persons_end, "list": registers.persons_list}),
            "deposit": archive.deposit,
            "submit": archive.submit,
            "return": archive.return_,
            "accept": archive.accept,
            "publish": archive.publish,
            "withdraw": archive.withdraw,
            "redact": archive.redact,
            "list": archive.list_,
            "show": archive.show,
            "versions": archive.versions,
            "get": archive.get,
            "totals": asking.totals,
            "progress": asking.progress,
            "search": asking.search,
            "cells": asking.cells,
            "seal": upkeep.seal,
            "verify": upkeep.verify,
            "audit": upkeep.audit,
            "anchor": upkeep.anchor,
            "rebuild": upkeep.rebuild,
            "downgrade": upkeep.downgrade,
            "backup": upkeep.backup,
            "restore": upkeep.restore,
            "export": handing.export,
            "import": handing.import_,
            "inspect": handing.inspect,
        },
    ),
    "serve": service.serve,
    "submit": service.submit,
    "exchange": service.exchange,
    "users": Branch(
        service.users,
        {"add": service.users_add, "list": service.users_list, "reset": service.users_reset, "end": service.users_end, "key": service.users_key},
    ),
    "schema": Branch(commands.schema, {"build": commands.build, "check": commands.check, "release": commands.release, "docs": commands.docs}),
}


class Commands(Mapping[str, Any]):
    """The commands below a group by name, each built when it is first asked for."""

    def __init__(self, tree: Tree, shared: list[Any]) -> None:
        self._tree, self._shared = tree, shared
        self._built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._built:
            self._built[name] = self._build(name, self._tree[name])
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree)

    def __len__(self) -> int:
        return len(self._tree)

    def _build(self, name: str, found: Callable[..., Any] | Branch) -> Any:
        if isinstance(found, Branch):
            built = _group(found.function, completion=False)
            built.commands = Commands(found.tree, self._shared)
        else:
            app = typer.Typer(rich_markup_mode=None, add_completion=False)
            app.command(cls=LocalCommand)(found)
            built = get_command(app)
        built.name = name
        built.params = [*map(plain, built.params), *self._shared]
        return built


def application() -> Any:
    """Return the command line as typer runs it."""
    root = _group(commands.root, completion=True)
    for parameter in map(plain, root.params):
        if parameter.name in ("install_completion", "show_completion"):
            parameter.help = f"option.{parameter.name.replace('_', '-')}"
        if parameter.name == "install_completion":
            parameter.callback = _in_our_words(parameter.callback)
    shared = [copy.copy(parameter) for parameter in root.params if parameter.name in SHARED]
    for parameter in shared:
        parameter.expose_value = False
    root.commands = Commands(TREE, shared)
    return root


def _in_our_words(install: Callable[..., Any]) -> Callable[..., Any]:
    """Return typer's callback with what it prints, which is English, replaced by a text of ours."""

    def installed(context: Any, parameter: Any, value: Any) -> Any:
        if not value or context.resilient_parsing:
            return value
        with redirect_stdout(StringIO()), suppress(SystemExit):
            install(context, parameter, value)
        print(context.obj.say("completion.installed"))
        raise typer.Exit

    return installed


def _group(function: Callable[..., Any], completion: bool) -> Any:
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=completion)
    app.callback(cls=LocalGroup)(function)
    return get_command(app)
