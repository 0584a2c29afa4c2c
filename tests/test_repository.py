"""The repository against its own rules: layers, texts in data, sizes, documents that agree with the code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from govreport.cli.application import application
from govreport.cli.texts import LANGUAGES, entries

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "govreport"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {"diagnostics", "resources", "schemafile", "faults", "texts", "version"},
    {
        *("model", "contents", "reading", "forms", "standard", "layout", "relations", "localrelations", "vocabulary", "profiles"),
        *("formats", "numerals", "envelope", "waivers"),
        *("annotations", "metadata", "stylesheet", "xmltext", "cellnames", "correspondence", "transfer", "csvtext", "pipetext", "sources", "packed"),
    },
    {"readers", "writers", "rules", "migration", "comparison"},
    {"validation"},
    {"conversion"},
    {"conformance", "reference"},
    {"site"},
    {"archive"},
    {"cli", "web"},
)
"""The packages and modules of each layer; those of layer 2 never import each other."""

MIDDLE = 2
GENERATE = "generate"
CJK = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def module_name(path: Path) -> str:
    """Return the dotted name of a module of the package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and dotted name of every import of the package's own modules, those inside functions too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "govreport")
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "govreport":
            if node.module == "govreport":
                yield from ((node.lineno, f"govreport.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module


def part(name: str) -> str:
    """Return the package or module below ``govreport`` that a dotted name belongs to; empty for the package's face."""
    return [*name.split("."), ""][1]


def layer(name: str) -> int:
    """Return the layer of a part; the face of the package is the uppermost."""
    if not name:
        return len(LAYERS)
    return next(index for index, names in enumerate(LAYERS) if name in names)


def test_every_module_has_a_layer() -> None:
    known = set().union(*LAYERS) | {GENERATE, ""}
    assert {part(module_name(path)) for path in MODULES} <= known


def test_layers_hold() -> None:
    wrong = []
    for path in MODULES:
        own = part(module_name(path))
        for line, name in imported(path):
            other = part(name)
            if own == other or own == "" or (other == "version" and own != GENERATE):
                continue
            if own == GENERATE:
                allowed = other in LAYERS[0] | LAYERS[1]
            elif other == GENERATE:
                allowed = own == "cli"
            else:
                allowed = layer(other) <= layer(own) and not (layer(own) == layer(other) == MIDDLE)
            if not allowed:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


@cache
def strings(path: Path) -> list[tuple[int, str]]:
    """Return the line and text of every string literal that is no docstring, parts of f-strings too."""
    tree = parsed(path)
    documents = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            documents |= {id(item.value) for item in body if isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant)}
    literals = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documents)
    return [(node.lineno, node.value) for node in literals if isinstance(node.value, str)]


def test_no_words_of_the_form_in_code() -> None:
    """A code point written as an escape is a range of a script; two in a row, or one written as itself, are words."""
    words = re.compile(CJK.pattern + "{2}")
    found = [f"{path.relative_to(ROOT)}:{line} {text!r}" for path in MODULES for line, text in strings(path) if words.search(text)]
    for path in MODULES:
        lines = path.read_text("utf-8").splitlines()
        found += [f"{path.relative_to(ROOT)}:{line} {text!r}" for line, text in strings(path) if CJK.search(text) and CJK.search(lines[line - 1])]
    assert not found, "\n".join(found)


def test_no_words_of_the_form_in_stylesheets() -> None:
    """The fixed words of a page are data, and stand in a stylesheet of their own that holds nothing else."""
    texts = {path: path.read_text("utf-8") for path in (ROOT / "stylesheets").rglob("*.xsl") if path.name != "words.xsl"}
    found = [str(path.relative_to(ROOT)) for path, text in texts.items() if CJK.search(re.sub(r"<!--.*?-->", "", text, flags=re.S))]
    assert not found


def test_files_are_rooms_not_halls() -> None:
    sizes = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {name: size for name, size in sizes.items() if size > 260}


@pytest.mark.parametrize("name", ["utils", "common", "core", "helpers", "manager", "engine"])
def test_files_are_named_for_what_they_hold(name: str) -> None:
    assert not [path for path in MODULES if name in path.relative_to(PACKAGE).with_suffix("").parts]


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef]:
    """Yield the public functions, classes and methods of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (item for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and not is_override(item))


def is_override(function: ast.FunctionDef) -> bool:
    """Return whether a method fulfils an interface of a library or overload of a property, documented there."""
    names = {ast.unparse(decorator) for decorator in function.decorator_list}
    return bool(names & {"overload", "override"}) or any(name.endswith(".setter") for name in names)


OVERRIDES = {"get_value", "read", "readinto", "start", "end", "data", "close", "resolve"}
"""Methods by which a library calls us: what they return is that library's contract."""


def test_everything_public_is_documented() -> None:
    missing = []
    for path in MODULES:
        tree = parsed(path)
        if not ast.get_docstring(tree) and path.read_text("utf-8").strip():
            missing.append(str(path.relative_to(ROOT)))
        bare = (node for node in public(tree) if not ast.get_docstring(node) and node.name not in OVERRIDES)
        missing += [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}" for node in bare]
    assert not missing, "\n".join(missing)


def test_nothing_is_left_unfinished() -> None:
    words = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "NotImplemented" + "Error")))
    kept = [ROOT / "src", ROOT / "tests", ROOT / "bench", ROOT / "docs"]
    paths = [path for folder in kept for path in folder.rglob("*") if path.suffix in (".py", ".md", ".toml")]
    found = [str(path.relative_to(ROOT)) for path in paths if path != Path(__file__) and any(map(words.search, path.read_text("utf-8").splitlines()))]
    allowed = {"src/govreport/packed.py"}
    assert set(found) <= allowed


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
    composed += ("option.install-", "option.show-", "error.archive.", "archive.", "totals.", "fonts.", "error.font.", "submit.")
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


def test_the_flow_names_modules_that_exist() -> None:
    table = (ROOT / "docs" / "flow.md").read_text("utf-8").split("| layer |")[1]
    named = set(re.findall(r"[a-z]+", table.split("`generate`")[0])) & set().union(*LAYERS)
    existing = {part(module_name(path)) for path in MODULES} - {"", GENERATE}
    assert {"readers", "writers", "validation", "conversion", "cli"} <= named
    assert named <= existing | {"cli"}


def test_the_steps_of_the_catalogue_follow_one_another() -> None:
    folder = PACKAGE / "archive" / "catalogue"
    steps = sorted(path for path in (folder / "migrations" / "versions").glob("v*.py"))
    numbers = [re.findall(r'^(?:down_)?revision(?:: str \| None)? = (?:"(\w+)"|None)$', path.read_text("utf-8"), re.M) for path in steps]
    assert numbers == [[f"{number:04}", f"{number - 1:04}" if number > 1 else ""] for number in range(1, len(steps) + 1)]
    assert f'REVISION = "{len(steps):04}"' in (folder / "database.py").read_text("utf-8")
