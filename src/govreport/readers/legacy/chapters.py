"""One name for a chapter through all editions: what bears the same title, or stands before or behind all others, is the same under any key."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from govreport.forms import ChapterForm, Form
from govreport.model import Chapter
from govreport.readers.legacy.labels import normal
from govreport.readers.legacy.variants import listed
from govreport.standard import Standard


class ChapterNames:
    """The names of the chapters of every edition, by title and by key; a name is the key in the oldest edition that has the chapter."""

    def __init__(self, standard: Standard) -> None:
        self.titles: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self._names: dict[str, dict[str, str]] = {}
        for form in standard.forms.values():
            names = self._names[form.edition] = self._named(form)
            for chapter in form.chapters:
                if chapter.title:
                    self.titles.setdefault(normal(chapter.title), names[chapter.key])
                else:
                    self.kinds.setdefault(chapter.kind, names[chapter.key])
            for text, key in _variants(standard, form):
                self.titles.setdefault(normal(text), names[key])
        self.numbers: list[str] = list(dict.fromkeys(chapter.number for form in standard.forms.values() for chapter in form.chapters if chapter.number))
        self.orders: list[list[str]] = [list(names.values()) for names in self._names.values()]
        self._titled = [[names[chapter.key] for chapter in standard.forms[edition].chapters if chapter.title] for edition, names in self._names.items()]

    def name(self, edition: str, key: str) -> str:
        """Return the name of the chapter that has this key in an edition."""
        return self._names[edition][key]

    def are_half(self, names: Collection[str | None]) -> bool:
        """Return whether at least half the titled chapters of an edition are among the names."""
        return any(titled and 2 * len(set(titled).intersection(names)) >= len(titled) for titled in self._titled)

    def begins(self, name: str | None) -> bool:
        """Return whether this is the first titled chapter of an edition."""
        return name in {titled[0] for titled in self._titled if titled}

    def keyed(self, chapters: Sequence[Chapter], forms: Sequence[Form]) -> tuple[Chapter, ...]:
        """Return chapters that bear names with the keys of the first of the editions that has them; without key where none has."""
        keys: dict[str, str] = {}
        for form in forms:
            used = set(keys.values())
            keys = {name: key for key, name in self._names[form.edition].items() if key not in used} | keys
        return tuple(replace(chapter, key=keys.get(chapter.key)) if chapter.key else chapter for chapter in chapters)

    def _named(self, form: Form) -> dict[str, str]:
        """Return the names of an edition's chapters by key: those of older editions by title, else by key, else their own keys."""
        names = {chapter.key: known for chapter in form.chapters if (known := self._known(chapter))}
        for chapter in form.chapters:
            if chapter.key not in names:
                names[chapter.key] = chapter.key if chapter.key not in names.values() else f"{form.edition}:{chapter.key}"
        return {chapter.key: names[chapter.key] for chapter in form.chapters}

    def _known(self, chapter: ChapterForm) -> str | None:
        return self.titles.get(normal(chapter.title)) if chapter.title else self.kinds.get(chapter.kind)


def _variants(standard: Standard, form: Form) -> Iterator[tuple[str, str]]:
    """Yield other titles of an edition's chapters, with the keys of these; in a folder that was copied, chapters of the old edition are passed over."""
    for element in listed(standard, form):
        key = element.get("chapter")
        if element.text and form.chapter(key):
            yield element.text, str(key)
