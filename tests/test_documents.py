"""Texts, documents and constraints agree with the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from govreport.cli.application import application
from govreport.cli.texts import LANGUAGES, entries
from tests.repository import CJK, GENERATE, LAYERS, MODULES, PACKAGE, ROOT, module_name, part


def test_every_text_is_in_both_languages() -> None:
    lacking = [key for key, texts in entries().items() if set(texts) != set(LANGUAGES) or not all(text.strip() for text in texts.values())]
    assert not lacking


def test_both_languages_name_the_same_parameters() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{([a-z_]+)\}", text))

    # A table's name is left out of an English sentence nowhere, and the other way round: both or neither.
    assert not [key for key, texts in entries().items() if names(texts["zh"]) != names(texts["en"])]


def test_chinese_texts_are_chinese() -> None:
    letters = re.compile(r"[A-Za-z]{2,}")
    free = ("metavar.", "list.years-closed", "compare.line")
    same = {key for key, texts in entries().items() if texts["zh"] == texts["en"] and not key.startswith(free) and not key.endswith(".examples")}
    assert not same
    free = (*free, "error.line")
    plain = {key: re.sub(r"\{[a-z_]+\}", "", texts["zh"]) for key, texts in entries().items() if not key.startswith(free) and not key.endswith(".examples")}
    assert not [key for key, text in plain.items() if letters.search(text) and not CJK.search(text)]


def test_texts_that_the_code_names_exist() -> None:
    known = set(entries())
    called = re.compile(r"""(?:\bsay\(|CommandError\([A-Z]+, |help=|metavar=)f?"([^"{}]+)\"""")
    paths = (PACKAGE / "cli").glob("*.py")
    missing = [f"{path.name}: {key}" for path in paths for key in called.findall(path.read_text("utf-8")) if key not in known]
    assert not missing


def test_every_text_is_used() -> None:
    quoted = {name for path in MODULES for name in re.findall(r"""["']([\w.-]+)(?=["'])""", path.read_text("utf-8"))}
    composed = ("command.", "reason.", "report.", "error.source.", "severity.", "show.", "format.", "list.format-", "conformance.")
    composed += ("option.install-", "option.show-", "error.archive.", "error.large-", "archive.", "totals.", "fonts.", "error.font.", "submit.")
    assert not [key for key in entries() if key not in quoted and not key.startswith(composed)]


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield every command with its path, groups too."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


COMMANDS = list(commands(application()))


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=["-".join(("govreport", *path)) for path, _ in COMMANDS])
def test_every_command_and_option_is_documented(path: tuple[str, ...], command: object) -> None:
    texts = entries()
    key = ".".join(("command", *path))
    assert f"{key}.help" in texts
    if path:
        assert f"{key}.short" in texts
    if not hasattr(command, "commands"):
        assert f"{key}.examples" in texts
        assert f"govreport {' '.join(path)}" in texts[f"{key}.examples"]["en"].replace(" --schema my-schema/", "")
    for parameter in command.params:  # type: ignore[attr-defined]
        assert parameter.help in texts, f"{' '.join(path)}: {parameter.name}"


def test_readmes_speak_of_every_command() -> None:
    for name in ("README.md", "README.en.md"):
        text = (ROOT / name).read_text("utf-8")
        for path, command in COMMANDS:
            if path and path[0] != "schema" and not hasattr(command, "commands"):
                assert f"govreport {path[0]}" in text, f"{name}: {path[0]}"


def test_commands_of_the_documents_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert targets >= {"help", "setup", "demo", "test", "lint", "bench", "bench-peers", "fuzz", "test-long", "schema", "docs", "accept", "check"}
    for name in ("README.md", "README.en.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"`?\bmake ([a-z-]+)\b", (ROOT / name).read_text("utf-8")))
        assert named <= targets, name


def test_links_of_the_documents_lead_somewhere() -> None:
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)}: {target}"


def test_constraints_pin_versions_and_name_no_place() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert lines and all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line) for line in lines)
    assert lines == sorted(lines, key=str.lower)


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    named = [*project["dependencies"], *(each for extra in extras.values() for each in extra)]
    pinned = {re.split(r"==", line)[0].lower().replace("_", "-") for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    wanted = {re.split(r"[><=\[ ]", each)[0].lower().replace("_", "-") for each in named} - {"govreport"}
    assert wanted <= pinned


def test_the_flow_names_every_module_in_its_layer() -> None:
    rows = re.findall(r"^\| \d+ \| .* \| (.*) \|$", (ROOT / "docs" / "flow.md").read_text("utf-8"), re.M)
    assert [set(row.removesuffix(", the package's face").split(", ")) for row in rows] == list(LAYERS)
    assert set().union(*LAYERS) == {part(module_name(path)) for path in MODULES} - {"", GENERATE}
