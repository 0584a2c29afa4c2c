"""From a character to a face: those of its role in order, each character from the first that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govreport.writers.pdf.characters import is_private, is_wide, undrawn_width
from govreport.writers.pdf.embedding import EmbeddedFont
from govreport.writers.pdf.objects import Objects
from govreport.writers.pdf.truetype import Face

WHOLE = 1000


class MissingGlyphError(LookupError):
    """Raised for a character that no face has a picture of."""

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(f"no font has U+{ord(character):04X} {character}")


class Found(NamedTuple):
    """A character in a face: which of the cascade's, its glyph, that glyph's width and how far the character advances (thousandths of an em)."""

    face: int
    glyph: int
    width: int
    advance: int


class Cascade:
    """The faces of a role, then those of letters and digits, which come first for what does not fill a cell where ``latin_first``."""

    def __init__(self, faces: Sequence[Face], latin: Sequence[Face], latin_first: bool) -> None:
        self.faces = tuple(dict.fromkeys((*faces, *latin)))
        self._wide = list(range(len(self.faces)))
        self._narrow = [self.faces.index(each) for each in dict.fromkeys((*latin, *faces))] if latin_first else self._wide
        self._found: dict[str, Found] = {}
        self.advances: Mapping[str, int] = _Advances(self)

    def find(self, character: str) -> Found:
        """Return where a character is found; raises ``MissingGlyphError``."""
        found = self._found.get(character)
        if found is None:
            found = self._found[character] = self._search(character)
        return found

    def _search(self, character: str) -> Found:
        wide = is_wide(character)
        order = self._wide if wide else self._narrow
        empty = undrawn_width(character)
        if empty is not None:
            return Found(order[0], self.faces[order[0]].blank(empty), empty, empty)
        if not is_private(character):
            code = ord(character)
            for number in order:
                glyph = self.faces[number].glyph(code)
                if glyph and not self.faces[number].is_empty(glyph):
                    width = self.faces[number].width(glyph)
                    return Found(number, glyph, width, WHOLE if wide else width)
        raise MissingGlyphError(character)


class _Advances(dict[str, int]):
    """How far each character of a cascade advances, in thousandths of an em, entered when it is first asked for."""

    def __init__(self, cascade: Cascade) -> None:
        super().__init__()
        self._cascade = cascade

    def __missing__(self, character: str) -> int:
        made = self[character] = self._cascade.find(character).advance
        return made


class Drawn(NamedTuple):
    """A character in a document: its font's number there, its code, the glyph's width, the advance; ``odd`` where it needs to be moved."""

    font: int
    code: str
    width: int
    advance: int
    odd: bool


class Font(dict[str, Drawn]):
    """The characters of a role in one document, each entered when it is first asked for; raises ``MissingGlyphError``."""

    def __init__(self, cascade: Cascade, fonts: Fonts) -> None:
        super().__init__()
        self.cascade, self._fonts = cascade, fonts
        self.advances = cascade.advances

    def __missing__(self, character: str) -> Drawn:
        found = self.cascade.find(character)
        number, font = self._fonts.of(self.cascade.faces[found.face])
        odd = found.width != found.advance or not found.advance
        made = self[character] = Drawn(number, font.code(character, found.glyph, found.width), found.width, found.advance, odd)
        return made


class Fonts:
    """The fonts of one document, by role and by face; those of a face are shared by the roles that use it."""

    def __init__(self, cascades: Mapping[str, Cascade]) -> None:
        self._embedded: dict[Face, tuple[int, EmbeddedFont]] = {}
        self.roles = {role: Font(cascade, self) for role, cascade in cascades.items()}

    def __getitem__(self, role: str) -> Font:
        return self.roles[role]

    def of(self, face: Face) -> tuple[int, EmbeddedFont]:
        """Return a face's font in this document and its number."""
        found = self._embedded.get(face)
        if found is None:
            found = self._embedded[face] = (len(self._embedded) + 1, EmbeddedFont(face))
        return found

    def write(self, objects: Objects) -> dict[str, int]:
        """Return the number of every font by its name in the pages' resources."""
        return {f"F{number}": font.write(objects) for number, font in self._embedded.values()}
