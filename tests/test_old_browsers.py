"""What browsers of 2021 (Chromium 90) are served: nothing in scripts and styles that they do not know and that the pages would miss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SERVED = ROOT / "src" / "govreport"
SCRIPTS = sorted(SERVED.glob("*/**/*.js"))
STYLES = [*sorted(SERVED.glob("*/**/*.css")), *sorted((ROOT / "stylesheets").glob("**/style.xsl"))]

YOUNG_IN_SCRIPTS = {
    r"\.at\(-": "Array.at, 92",
    r"\bObject\.(hasOwn|groupBy)\b": "93, 117",
    r"\bstructuredClone\(": "98",
    r"\.(findLast|findLastIndex|toSorted|toReversed|toSpliced)\(": "97, 110",
    r"\bstatic\s*\{": "static blocks, 94",
    r"#\w+ in \w": "private names tested, 91",
    r"\bcrypto\.randomUUID\b": "92",
    r"\bAbortSignal\.(timeout|any)\b": "103, 116",
    r"\bnew (URLPattern|Sanitizer)\b": "95",
    r"\.(showPopover|checkVisibility|setHTML)\(": "105 and later",
    r"\bPromise\.withResolvers\b": "119",
    r"\b(Navigation|navigation)\.(navigate|addEventListener)\b": "102",
    r"/[dgimsuy]*v[dgimsuy]*[,;)]": "the flag v of expressions, 112",
    r"^\s*import .* with \{": "attributes of imports, 123",
}
"""What Chromium 90 has not got, and since when Chromium has it; ``?.``, ``??`` and ``??=`` it has."""

YOUNG_IN_STYLES = {
    r":(popover-open|user-invalid|user-valid|modal|state)\b": "105 and later",
    r"@(container|layer|scope|starting-style|view-transition)\b": "99 and later",
    r"\b(color-mix|light-dark|oklch|oklab|lch|lab|color)\(": "111 and later",
    r"\b\d+(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|rlh|lh)\b": "105 and later",
    r"\bsubgrid\b": "117",
    r"^\s*&": "nesting, 112",
    r"\b(translate|rotate|scale|accent-color|anchor-name|content-visibility|field-sizing)\s*:": "93 and later",
    r"@media[^{]*[<>]": "ranges of widths, 104",
}
"""What Chromium 90 drops, with the rule it stands in. A property that only adorns (``text-wrap``) may be young: it is passed over alone."""


def code(path: Path) -> str:
    """Return a script or a style without its comments and, where it lies in a stylesheet, without the tags around it."""
    text = re.sub(r"<!--.*?-->|/\*.*?\*/|</?xsl:[^>]*>|<\?[^>]*>", "", path.read_text("utf-8"), flags=re.S)
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES], ids=lambda path: path.name)
def test_nothing_is_served_that_a_browser_of_2021_misses(path: Path) -> None:
    young = YOUNG_IN_SCRIPTS if path.suffix == ".js" else YOUNG_IN_STYLES
    found = {f"{match[0]}: {since}" for pattern, since in young.items() if (match := re.search(pattern, code(path), re.M))}
    assert not found


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_young_selector_has_a_rule_of_its_own(path: Path) -> None:
    # a browser drops the whole rule of a selector that it does not know, with the others of its list
    lists = [found.split(",") for found in re.findall(r"([^{}]+)\{", code(path)) if ":has(" in found]
    assert all(":has(" in selector for selectors in lists for selector in selectors)


@pytest.mark.parametrize(
    ("patterns", "text"),
    [
        (YOUNG_IN_SCRIPTS, "const last = rows.at(-1);"),
        (YOUNG_IN_SCRIPTS, "class A { static { run(); } }"),
        (YOUNG_IN_STYLES, "td { color: light-dark(red, blue); }"),
        (YOUNG_IN_STYLES, "@media (width <= 40em) { p { margin: 0; } }"),
        (YOUNG_IN_STYLES, ".a { height: 100dvh; }"),
    ],
)
def test_what_is_younger_is_noticed(patterns: dict[str, str], text: str) -> None:
    assert any(re.search(pattern, text, re.M) for pattern in patterns)


def test_all_that_is_served_was_looked_at() -> None:
    assert {path.name for path in SCRIPTS} >= {"desk.js", "pages.js", "search.js"} and any(path.name.startswith("htmx") for path in SCRIPTS)
    assert {path.name for path in STYLES} >= {"style.css", "site.css", "style.xsl"}
