"""Help pages wholly in one language: typer's commands with our own frame words, widths that know wide characters, and examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from govreport.cli.errors import USAGE, CommandError
from govreport.cli.plainly import plain
from govreport.cli.terminal import columns, width, wrapped

if TYPE_CHECKING:
    from typer import Context

    from govreport.cli.texts import Texts

LABEL_COLUMNS = 32


class LocalCommand(TyperCommand):
    """A command whose help and faults are in the language of ``context.obj.say``."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that asks for help."""
        option = super().get_help_option(ctx)
        return option if option is None else plain(option)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the command's help page."""
        formatter.write(page(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return what is left of the arguments; an argument too many raises ``CommandError``."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise CommandError(USAGE, "error.extra-argument", name=" ".join(rest))
        return rest


class LocalGroup(TyperGroup):
    """A group of commands whose help and faults are in the language of ``context.obj.say``."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that asks for help."""
        option = super().get_help_option(ctx)
        return option if option is None else plain(option)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the group's help page."""
        formatter.write(page(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the arguments of the command; none at all raises ``CommandError``."""
        if not args and not ctx.resilient_parsing:
            raise CommandError(USAGE, "error.missing-command", path=ctx.command_path)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first argument names; an unknown one raises ``CommandError`` with those alike."""
        if args and not ctx.resilient_parsing and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0], list(self.commands))
            raise CommandError(USAGE, "error.no-such-command-near" if near else "error.no-such-command", name=args[0], near=", ".join(near))
        return super().resolve_command(ctx, args)


def page(command: Any, context: Context) -> str:
    """Return the help page of a command or group: usage, description, arguments, options, commands, examples."""
    say: Texts = context.obj.say
    wide = columns()
    key = ".".join(["command", *context.command_path.split()[1:]])
    parameters = [parameter for parameter in command.get_params(context) if not getattr(parameter, "hidden", False)]
    arguments = [parameter for parameter in parameters if parameter.param_type_name == "argument"]
    options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    sections = [
        _usage(context.command_path, arguments, bool(commands), say),
        "\n".join("  " + line for line in wrapped(say(f"{key}.help"), wide - 2)),
        _section("frame.arguments", [(_metavar(argument, say), _text(argument, say)) for argument in arguments], wide, say),
        _section("frame.options", [(_spelling(option, say), _text(option, say)) for option in options], wide, say),
        _section("frame.commands", [(name, say(f"{key}.{name}.short")) for name in commands], wide, say),
    ]
    if say.has(f"{key}.examples"):
        examples = "\n".join(f"  {line}" if line else "" for line in say(f"{key}.examples").splitlines())
        sections.append(say("frame.heading", text=say("frame.examples")) + "\n" + examples)
    return "\n\n".join(section for section in sections if section) + "\n"


def _usage(path: str, arguments: Sequence[Any], group: bool, say: Texts) -> str:
    pieces = [path, f"[{say('frame.any-options')}]"]
    if group:
        pieces += [say("frame.a-command"), f"[{say('frame.its-arguments')}]"]
    pieces += [_metavar(argument, say) for argument in arguments]
    return say("frame.usage", text=" ".join(pieces))


def _metavar(argument: Any, say: Texts) -> str:
    name = say(argument.metavar)
    shown = f"{name}..." if argument.nargs != 1 else name
    return shown if argument.required else f"[{shown}]"


def _spelling(option: Any, say: Texts) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag or not option.metavar else f"{names} {say(option.metavar)}"


def _text(parameter: Any, say: Texts) -> str:
    return say(parameter.help) if say.has(parameter.help or "") else say("option.help")


def _section(title: str, rows: Sequence[tuple[str, str]], wide: int, say: Texts) -> str:
    if not rows:
        return ""
    label = min(max(width(name) for name, _ in rows), LABEL_COLUMNS)
    lines = [say("frame.heading", text=say(title))]
    for name, text in rows:
        first, *rest = list(wrapped(text, wide - label - 5)) or [""]
        if width(name) > label:
            lines += [f"  {name}", " " * (label + 4) + first]
        else:
            lines.append(f"  {name}{' ' * (label - width(name) + 2)}{first}")
        lines += [" " * (label + 4) + line for line in rest]
    return "\n".join(lines)
