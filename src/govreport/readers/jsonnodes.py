"""Members of a JSON document under reading: their types, places, records of simple members, and what is said of those not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govreport.diagnostics import Location
from govreport.envelope import Envelope
from govreport.readers.jsontree import Number, Path, Places, Tree, pointer
from govreport.readers.notices import Notices, quote
from govreport.readers.records import Record, tidy

Members = dict[str, Tree]


def kind(value: Tree) -> str:
    """Return what a value is in the words of JSON."""
    if isinstance(value, dict | list):
        return "object" if isinstance(value, dict) else "array"
    return "number" if isinstance(value, Number) else "string" if isinstance(value, str) else "null" if value is None else "boolean"


def raw_text(value: Tree) -> str:
    """Return a value as a text to quote or to keep."""
    return str(value) if isinstance(value, str) else "null" if value is None else str(value).lower() if isinstance(value, bool) else kind(value)


class Nodes:
    """The members of one document and where to note what is wrong with them."""

    def __init__(self, notices: Notices, envelope: Envelope, places: Places) -> None:
        self.notices, self.envelope, self.places = notices, envelope, places

    def where(self, path: Path) -> Location:
        """Return the place of a member or item."""
        if self.notices.full:
            return self.notices.at()
        line, column = self.places.at(path)
        return self.notices.at(line, column, pointer(path))

    def wrong(self, path: Path, value: Tree) -> None:
        """Note a value of a wrong type."""
        self.notices.add("XSD-VALUE", self.where(path), name=quote(str(path[-1])) if path else "$", raw=quote(raw_text(value)))

    def object_in(self, members: Members, path: Path, name: str) -> Members | None:
        """Return a member that is an object, None where it is absent or (noted) none."""
        value = members.get(name)
        if value is not None and not isinstance(value, dict):
            self.wrong((*path, name), value)
        return value if isinstance(value, dict) else None

    def items_in(self, members: Members, path: Path, name: str) -> Iterator[tuple[Tree, Path]]:
        """Yield the items of a member that is an array."""
        value = members.get(name)
        if isinstance(value, list):
            for at, item in enumerate(value):
                yield item, (*path, name, at)
        elif value is not None:
            self.wrong((*path, name), value)

    def objects_in(self, members: Members, path: Path, name: str) -> Iterator[tuple[Members, Path]]:
        """Yield the items of an array that are objects; others are noted."""
        for item, place in self.items_in(members, path, name):
            if isinstance(item, dict):
                yield item, place
            else:
                self.wrong(place, item)

    def unknown(self, members: Members, path: Path, known: Collection[str]) -> None:
        """Note members that are not known here."""
        for name, value in members.items():
            if name not in known:
                self.notices.add("XSD-UNKNOWN", self.where((*path, name)), name=quote(name), raw=quote(raw_text(value)))

    def record(self, name: str, members: Members, path: Path, *, besides: Collection[str] = ()) -> Record:
        """Return the simple members as a record; null is absent, a year a number, all others strings."""
        fields = {}
        for key, value in members.items():
            if key in besides:
                continue
            if isinstance(value, str) and isinstance(value, Number) == (key == "year"):
                fields[key] = str(value)
            elif value is not None:
                self.wrong((*path, key), value)
        return Record(name, fields, lambda key: self.where((*path, key) if key else path), self.notices, self.envelope)

    def text(self, raw: str, path: Path) -> str | None:
        """Return a text as the model holds it."""
        return tidy(raw, self.notices, lambda: self.where(path))
