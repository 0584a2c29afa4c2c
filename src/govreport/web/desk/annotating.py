"""What is said about cells (notes, restatements, waivers) as what stands in the fields of a draft, and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from govreport.envelope import envelope
from govreport.model import Annotations, Note, Restatement, TextError, Waiver
from govreport.standard import Standard
from govreport.web.desk import fieldnames
from govreport.web.desk.fieldnames import AFTER, BEFORE, BY, NOTE, ON, REASON, RESTATEMENT, TEXT, WAIVER

Fields = Mapping[str, str]
KIND = "note"
"""The kind of notes that a clerk writes; the others follow from what was read and typed."""
REASONS = "Restatement.reason"


def fields(found: Annotations) -> dict[str, str]:
    """Return what stands in the fields for annotations: the notes of a place as its lines, of restatements and waivers of one place the first."""
    written: dict[str, str] = {}
    for note in found.notes:
        if note.kind == KIND:
            name = fieldnames.note(note.table, note.row or "", note.column or "")
            written[name] = "\n".join(filter(None, (written.get(name), note.text)))
    for stated in reversed(found.restatements):
        values = {BEFORE: f"{stated.before:f}", AFTER: f"{stated.after:f}", REASON: stated.reason, TEXT: stated.text or ""}
        written |= {fieldnames.restatement(stated.table, stated.row, stated.column, part): value for part, value in values.items()}
    for waiver in reversed(found.waivers):
        parts = {TEXT: waiver.text, BY: waiver.by or "", ON: waiver.on.isoformat() if waiver.on else ""}
        written |= {waiver_field(waiver, part): value for part, value in parts.items()}
    return {name: value for name, value in written.items() if value}


def waiver_field(waiver: Waiver, part: str) -> str:
    """Return the name of a field of a waiver."""
    return fieldnames.waiver(waiver.code, waiver.table or "", waiver.row or "", waiver.column or "", part)


class Said:
    """Annotations as the fields say them: those of ``base`` that stand in them still keep their order, new ones come behind; ``wrong`` could not be taken."""

    def __init__(self, entered: Fields, base: Annotations, standard: Standard) -> None:
        self.entered, self.base, self._envelope = entered, base, envelope(standard)
        self.wrong: list[tuple[str, str, str]] = []

    def notes(self) -> Iterator[Note]:
        """Yield the notes that were written."""
        left: dict[tuple[str, str, str], list[str]] = {}
        for name, text in self.entered.items():
            place = fieldnames.annotated(name, NOTE)
            if place is not None:
                left[place[0], place[1], place[2]] = [bare for line in text.split("\n") if (bare := " ".join(line.split()))]
        for note in self.base.notes:
            texts = left.get((note.table, note.row or "", note.column or ""), [])
            if note.kind == KIND and note.text in texts:
                texts.remove(note.text)
                yield note
        for (table, row, column), texts in left.items():
            for text in texts:
                try:
                    yield Note(table, text, row or None, column or None, KIND)
                except TextError:
                    self.wrong.append((fieldnames.note(table, row, column), "text", text))

    def restatements(self) -> Iterator[Restatement]:
        """Yield the restatements."""
        stood = fields(Annotations(restatements=self.base.restatements))
        for each in self.base.restatements:
            parts = [fieldnames.restatement(each.table, each.row, each.column, part) for part in fieldnames.RESTATED]
            if all(self.entered.get(part, "") == stood.get(part, "") for part in parts):
                yield each
        for table, row, column in self._places(RESTATEMENT, stood):
            made = self._restatement(table, row, column)
            if made is not None:
                yield made

    def _restatement(self, table: str, row: str, column: str) -> Restatement | None:
        parts = {part: self.entered.get(fieldnames.restatement(table, row, column, part), "").strip() for part in fieldnames.RESTATED}
        if not parts[REASON]:
            return None
        try:
            before, after = (Decimal(parts[part]) for part in (BEFORE, AFTER))
            figures = all(self._envelope.allows("Change", parts[part]) or self._envelope.allows("Money", parts[part]) for part in (BEFORE, AFTER))
            if not figures or parts[REASON] not in self._envelope.enumerations.get(REASONS, ()):
                raise TextError(parts[REASON])
            return Restatement(table, row, column, before, after, parts[REASON], " ".join(parts[TEXT].split()) or None)
        except (InvalidOperation, TextError):
            self.wrong.append((fieldnames.restatement(table, row, column, REASON), "restatement", " ".join(parts.values())))
            return None

    def waivers(self) -> Iterator[Waiver]:
        """Yield the waivers."""
        stood = fields(Annotations(waivers=self.base.waivers))
        for each in self.base.waivers:
            name = waiver_field(each, TEXT)
            if self.entered.get(name, "") == stood[name]:
                yield each
        for code, table, row, column in self._places(WAIVER, stood):
            text, by, on = (self.entered.get(fieldnames.waiver(code, table, row, column, part), "") for part in (TEXT, BY, ON))
            try:
                if text.strip():
                    day = datetime.date.fromisoformat(on) if on else None
                    yield Waiver(code, " ".join(text.split()), table or None, row or None, column or None, by or None, day)
            except (TextError, ValueError):
                self.wrong.append((fieldnames.waiver(code, table, row, column, TEXT), "text", text))

    def _places(self, kind: str, stood: Fields) -> dict[tuple[str, ...], None]:
        """Return the places of which something else is said than before."""
        found = ((name, fieldnames.annotated(name, kind)) for name in self.entered)
        return {place[:-1]: None for name, place in found if place is not None and self._new(place[:-1], kind, stood)}

    def _new(self, place: tuple[str, ...], kind: str, stood: Fields) -> bool:
        parts = (TEXT,) if kind == WAIVER else fieldnames.RESTATED
        names = ["/".join((kind, *place, part)) for part in parts]
        return any(self.entered.get(name, "") != stood.get(name, "") for name in names)
