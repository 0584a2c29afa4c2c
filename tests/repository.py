"""The modules of the package as syntax trees: their names, layers and imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "govreport"
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = (
    {"diagnostics", "machine", "replacement", "resources", "schemafile", "faults", "texts", "parsererrors", "xsderrors", "version"},
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
