"""What drawing a page needs: words, templates, the standard, and the cells of reports; one a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from govreport.cellnames import column_name, row_name
from govreport.model import NA, NotApplicable, Table, Value
from govreport.numerals import written
from govreport.site.files import relative
from govreport.site.lineup import Shown
from govreport.site.lineup import State as Missing
from govreport.site.state import State
from govreport.standard import Standard, load
from govreport.texts import Texts, read
from govreport.writers.longtable import dictionary

TEXTS = Path(__file__).with_name("texts.toml")
TEMPLATES = Path(__file__).with_name("templates")
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True)
class Frame:
    """What is the same on every page of a site: its folder, schema tree, title, base address, versions of program and standard, profile."""

    site: Path
    schema: Path
    title: str
    base_url: str
    versions: tuple[tuple[str, str], ...]
    profile: str = ""


class Desk:
    """Draws pages of one site in one process."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.standard: Standard = load(frame.schema)
        self._state = State(frame.site, read_only=True)

    def tables(self, id: str) -> tuple[Table, ...]:
        """Return the tables of a report."""
        return self._state.tables(id)

    def close(self) -> None:
        """Give back what is held open."""
        self._state.close()

    @cached_property
    def _templates(self) -> Any:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        found = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        found.globals |= {"row_name": row_name, "column_name": column_name}
        return found

    def page(self, template: str, path: str, lang: str = "zh", /, **values: object) -> bytes:
        """Return a page as bytes; in the template ``to`` gives the address of another file of the site, ``say`` a text."""
        say = words(lang)
        said = {
            "say": say,
            "to": lambda other: relative(other, path),
            "number": lambda value, unit="": number(value, say, unit),
            "scope": lambda name: scope(name, lang, say),
            "lang": LANGUAGE_TAGS[lang],
            "path": path,
            "frame": self.frame,
            "versions": say("site.versions", **dict(self.frame.versions)),
        }
        return str(self._templates.get_template(template).render(**said, **values)).encode()


@lru_cache(maxsize=2)
def words(lang: str) -> Texts:
    """Return the words of pages in a language."""
    return Texts(lang, entries())


@lru_cache(maxsize=1)
def entries() -> Mapping[str, Mapping[str, str]]:
    """Return every text of the pages by key and language."""
    return read(TEXTS)


_desks: dict[Frame, Desk] = {}


def desk(frame: Frame) -> Desk:
    """Return the desk of a site in this process, opened once."""
    if frame not in _desks:
        _desks[frame] = Desk(frame)
    return _desks[frame]


def leave(frame: Frame) -> None:
    """Close the desk of a site in this process, if there is one."""
    if frame in _desks:
        _desks.pop(frame).close()


def number(value: Shown, say: Texts, unit: str | None = "") -> str:
    """Return what a line shows as text: the number with its unit, nothing for a blank, words for what does not apply or compare."""
    if value is None:
        return ""
    if isinstance(value, Missing):
        return say(f"state.{value.value}").strip()
    if value is NA:
        return say("state.not-applicable")
    return written(value) + ((unit or "") if isinstance(value, Decimal) else "")


def scope(name: str | None, lang: str, say: Texts) -> str:
    """Return the scope of a report in words."""
    known = next(each.values for each in dictionary() if each.name == "scope")
    return known[name][lang] if name is not None and name in known else name or say("agency.unsaid")


def signed(value: Value | None) -> str:
    """Return a change with its sign, nothing where there is none."""
    if value is None or isinstance(value, NotApplicable):
        return ""
    return f"+{written(value)}" if value > 0 else written(value).replace("-", "\N{MINUS SIGN}")


def percent(before: Value | None, after: Value | None) -> str:
    """Return by how much a number grew in percent, to one decimal; nothing where it was none or zero."""
    if not isinstance(before, int | Decimal) or not isinstance(after, int | Decimal) or not before:
        return ""
    return signed(((Decimal(after) - before) * 100 / before).quantize(Decimal("0.1")))
