"""The index of the search as a script, since a page that is opened as a file may load one and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator

from govreport.site import addresses
from govreport.site.tree import Tree

VARIABLE = "govreportIndex"


def index(tree: Tree) -> bytes:
    """Return the index: a report a line with title, agency, year, region, number and address, the latest year first."""
    ordered = sorted(tree.facts, key=lambda id: (-(tree.facts[id].year or 0), id))
    lines = ",\n".join(json.dumps(list(_entry(tree, id)), ensure_ascii=False, separators=(",", ":")) for id in ordered)
    # what a script may not hold as it stands
    safe = lines.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.{VARIABLE} = [\n{safe}\n];\n".encode()


def _entry(tree: Tree, id: str) -> Iterator[object]:
    facts = tree.facts[id]
    yield facts.title or facts.agency or facts.id
    yield facts.agency or ""
    yield facts.year
    yield " ".join(each.name for each in tree.path_of(id))
    yield facts.number or ""
    yield addresses.report(facts.slug)
