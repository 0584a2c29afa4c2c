"""The repository against its own rules: layers, texts in data, sizes, documents that agree with the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.repository import CJK, GENERATE, LAYERS, MIDDLE, MODULES, PACKAGE, ROOT, imported, layer, module_name, parsed, part


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
    assert not {name for name, size in sizes.items() if size > 220}


def test_the_worker_of_pdfs_imports_nothing_of_the_package_that_it_lies_in() -> None:
    """That would take ten times as long as all that it does before it reads."""
    worker = [path for path in MODULES if path.is_relative_to(PACKAGE / "readers" / "pdf" / "worker")]
    assert len(worker) > 1 and not [(path.name, each) for path in worker for each in imported(path)]


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
    allowed = {"src/govreport/packed/__init__.py"}
    assert set(found) <= allowed


def test_the_steps_of_the_catalogue_follow_one_another() -> None:
    folder = PACKAGE / "archive" / "catalogue"
    steps = sorted(path for path in (folder / "migrations" / "versions").glob("v*.py"))
    numbers = [re.findall(r'^(?:down_)?revision(?:: str \| None)? = (?:"(\w+)"|None)$', path.read_text("utf-8"), re.M) for path in steps]
    assert numbers == [[f"{number:04}", f"{number - 1:04}" if number > 1 else ""] for number in range(1, len(steps) + 1)]
    assert f'REVISION = "{len(steps):04}"' in (folder / "revisions.py").read_text("utf-8")
