"""Names of agencies: what may be one, and what its ending and its beginning tell of kind and level."""

from __future__ import annotations

import re

from govreport.model import Agency
from govreport.vocabulary import Term, Vocabulary

SHORTEST, LONGEST = 3, 40


def agency(name: str, uscc: str | None, vocabulary: Vocabulary) -> Agency:
    """Return an agency with the kind and level that its name tells; None where it does not tell."""
    ending = _ending(name, vocabulary)
    if ending is None:
        return Agency(name, uscc=uscc)
    kind, level = ending.get("kind"), ending.get("level")
    return Agency(name, kind, level or (_level(name, vocabulary) if kind != "government" else None), uscc)


def agency_like(name: str, vocabulary: Vocabulary, places: bool = False) -> bool:
    """Return whether a text can be an agency's name: it ends as names do, and neither begins with a word that no name begins with nor names any of a kind.

    With ``places`` a place may stand for its government.
    """
    stripped = name.strip()
    if not SHORTEST <= len(stripped) <= LONGEST or stripped.startswith(vocabulary.words("agency-not")) or stripped in vocabulary.words("agency-any"):
        return False
    endings = vocabulary.words("agency") + (vocabulary.words("agency-place") if places else ())
    return any(stripped.endswith(ending) and len(stripped) > len(ending) for ending in endings)


def name_on(line: str, vocabulary: Vocabulary) -> str | None:
    """Return the agency's name that a stripped line holds, None where it holds anything else."""
    if not SHORTEST <= len(line) <= LONGEST or line.startswith(vocabulary.words("agency-not")):
        return None
    found = next((match for pattern in vocabulary.patterns("agency-line") if (match := pattern.match(line))), None)
    return found.group("agency") if found and agency_like(found.group("agency"), vocabulary) else None


def is_torn(name: str, before: str, vocabulary: Vocabulary) -> bool:
    """Return whether a name can only be the rest of one that begins with the words before it: it names no place, and they do."""
    ending = _ending(name, vocabulary)
    stem = name.removesuffix(ending.text) if ending else ""
    placed = ending is not None and (ending.get("kind") == "government" or _level(name, vocabulary) is not None)
    return _level(before, vocabulary) is not None and (len(stem) < SHORTEST - 1 or not placed)


def fuller(name: str, text: str, vocabulary: Vocabulary) -> str:
    """Return the full name of the government of a place if the text has it, else the name as it is.

    In the title of a report, which speaks of information of the government, the name of the place ends before.
    """
    if name.endswith(vocabulary.words("agency")):
        return name
    goes_on = "|".join(map(re.escape, vocabulary.words("agency-not-before"))) or "(?!)"
    for place in vocabulary.words("agency-place"):
        if name.endswith(place):
            for ending in vocabulary.words("agency"):
                full = name.removesuffix(place) + ending
                if ending.startswith(place) and re.search(f"{re.escape(full)}(?!{goes_on})", text):
                    return full
    return name


def _ending(name: str, vocabulary: Vocabulary) -> Term | None:
    """Return the longest ending that a name has; places last."""
    for use in ("agency", "agency-place"):
        fitting = [term for term in vocabulary.terms(use) if name.endswith(term.text)]
        if fitting:
            return max(fitting, key=lambda term: len(term.text))
    return None


def _level(name: str, vocabulary: Vocabulary) -> str | None:
    """Return the level of the area that a department's name begins with; the innermost area counts, a city's is not clear."""
    level, reach = None, -1
    for pattern, term in vocabulary.pattern_terms("agency-level"):
        found = pattern.match(name)
        if found and found.end() > reach:
            level, reach = term.get("level"), found.end()
    unclear = (pattern.match(name) for pattern in vocabulary.patterns("agency-unclear"))
    return None if any(found and found.end() > reach for found in unclear) else level
