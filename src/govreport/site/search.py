"""The index of the search as scripts, since a page that is opened as a file may load those and nothing else.

One script lists the reports. The others say in which reports two characters stand next to one another in the text: a script for every
share of the pairs, so that a search loads few of them.
"""

from __future__ import annotations

import json
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from govreport.site import addresses
from govreport.site.desk import scope, words
from govreport.site.tree import Tree

VARIABLE, CALL = "govreportIndex", "govreportPairs"
SHARES = 64
"""How many scripts the pairs are shared among; ``search.js`` counts with the same number."""
AT_ONCE = 10_000
"""So many reports are in memory, as the places of their pairs; of more, the shares are made in several rounds."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def order(tree: Tree) -> list[str]:
    """Return the ids of all reports in the order of the index: the latest year first."""
    return sorted(tree.facts, key=lambda id: (-(tree.facts[id].year or 0), id))


def index(tree: Tree) -> bytes:
    """Return the list of reports: a report a line with title, agency, year, region, number, address, and its scope in words where it says one."""
    lines = ",\n".join(_json(list(_entry(tree, id))) for id in order(tree))
    return f"window.{VARIABLE} = [\n{lines}\n];\n".encode()


def _entry(tree: Tree, id: str) -> Iterator[object]:
    facts = tree.facts[id]
    yield facts.title or facts.agency or facts.id
    yield facts.agency or ""
    yield facts.year
    yield " ".join(each.name for each in tree.path_of(id))
    yield facts.number or ""
    yield addresses.report(facts.slug)
    yield scope(facts.scope, "zh", words("zh")) if facts.scope else ""


def _json(value: object) -> str:
    """Return a value as it may stand in a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def pairs(tree: Tree, texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts of the pairs with their paths; ``texts`` gives the text of every report by id, as often as it is gone through."""
    numbers = {id: number for number, id in enumerate(order(tree))}
    rounds = min(SHARES, 1 + len(numbers) // AT_ONCE)
    for turn in range(rounds):
        found: dict[str, array[int]] = {}
        for id, text in texts:
            for pair in _pairs(text):
                if share(pair) % rounds == turn and id in numbers:
                    found.setdefault(pair, array("I")).append(numbers[id])
        shares: dict[int, list[str]] = {number: [] for number in range(turn, SHARES, rounds)}
        for pair in sorted(found):
            shares[share(pair)].append(pair)
        for number, listed in shares.items():
            said = {pair: _steps(found[pair]) for pair in listed}
            yield addresses.pairs(number), f"window.{CALL}({number},{_json(said)});\n".encode()


def _pairs(text: str) -> set[str]:
    """Return every two letters or digits that stand next to one another."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return {one + other for one, other in pairwise(plain) if one.isalnum() and other.isalnum()}


def share(pair: str) -> int:
    """Return the share that a pair is in: the same number as in ``search.js``."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % SHARES


def _steps(numbers: array[int]) -> str:
    """Return numbers as the steps from one to the next, to the base of 36."""
    ordered = sorted(numbers)
    return " ".join(_short(number - before) for before, number in zip([0, *ordered], ordered, strict=False))


def _short(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
