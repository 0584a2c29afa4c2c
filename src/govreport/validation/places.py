"""Where in its source a finding stands: cells by the evidence of the reading, paths by the XML tree, prose by its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

from lxml import etree

from govreport.contents import Contents, step_name
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.model import Block, Chapter, Paragraph, Section
from govreport.readers.xmlnodes import local
from govreport.reading import Reading
from govreport.schemafile import line_of
from govreport.validation.columns import Columns

_STEP = re.compile(r"([^/\[\]]+)(?:\[([0-9]+)\])?")
_REPORT, _CHAPTER = "/report", "/report/chapter"
SEARCHED = 100_000_000
"""So many characters of a source are searched for words, so that many findings in a large one take no longer."""
_WORDS = 24
"""How many characters of a paragraph are looked for in the source."""
_FEW = 20
"""A child up to this number among those of its name is sooner counted to than looked up, and of one element no more than so many are."""


class Places:
    """The places of one report; ``tree`` is its XML where it came as such, ``data`` the bytes it came as."""

    def __init__(self, source: str, contents: Contents | None, reading: Reading | None, tree: etree._Element | None = None, data: bytes = b"") -> None:
        self.source, self.contents, self.reading, self.tree, self.data = source, contents, reading, tree, data
        self._named: dict[etree._Element, dict[str, list[etree._Element]]] = {}
        self._counted: Counter[etree._Element] = Counter()
        self._blocks: dict[str, dict[str, list[Block | Chapter]]] = {}
        self._left = SEARCHED
        self._elements: dict[str, etree._Element | None] = {}

    def complete(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a diagnostic with source, line, column and path as far as they can be told."""
        where = diagnostic.location
        path = where.path or self._path(where.cell)
        line_number, column = where.line, where.column
        if line_number is None:
            line_number, column = self._line(where.cell, path)
        elif column is None and self.tree is not None and self._columns.tells(line_number):
            column = self._in_tree(path)[1]
        if (line_number, column, path, self.source) == (where.line, where.column, where.path, where.source):
            return diagnostic
        return Diagnostic(diagnostic.code, Location(self.source, line_number, column, path, where.cell), diagnostic.params)

    def _path(self, cell: CellRef | None) -> str | None:
        if cell is None:
            return None
        table = self.contents.table_paths.get((cell.table, cell.edition or "")) if self.contents else None
        if table is None:
            return None
        row = f"/{cell.row.replace('.', '/')}" if cell.row else ""
        return f"{table}{row}{f'/@{cell.column}' if cell.column and row else ''}"

    def _line(self, cell: CellRef | None, path: str | None) -> tuple[int | None, int | None]:
        if self.tree is not None:
            return self._in_tree(path)
        if cell is not None and self.reading is not None:
            place = self._cells.get(cell)
            return place if place is not None else (self._tops.get(cell.table), None)
        words = self._words(path) if path is not None and path.startswith(_CHAPTER) else None
        return (self._search(words), None) if words else (None, None)

    def _in_tree(self, path: str | None) -> tuple[int | None, int | None]:
        element = self._element(path) if path else None
        if element is None or path is None:
            return None, None
        return line_of(element), self._columns.of(element, path.rpartition("/@")[2] if "/@" in path else None)

    @cached_property
    def _columns(self) -> Columns:
        return Columns(self.data)

    @cached_property
    def _cells(self) -> Mapping[CellRef, tuple[int | None, int | None]]:
        return self.reading.places if self.reading else {}

    @cached_property
    def _tops(self) -> Mapping[str, int]:
        """The first line on which a cell of each table stands."""
        tops: dict[str, int] = {}
        for cell, (number, _) in self._cells.items():
            if number is not None:
                tops[cell.table] = min(number, tops.get(cell.table, number))
        return tops

    def _words(self, path: str) -> str | None:
        """Return the title of the chapter or section at a path, or the first words of a paragraph, None where there is none."""
        block = self._block(path)
        if isinstance(block, Paragraph):
            return block.text[:_WORDS]
        if isinstance(block, Section):
            return block.title[:_WORDS] if block.title else None
        return block.title if isinstance(block, Chapter) else None

    def _block(self, path: str) -> Block | Chapter | None:
        """Return the chapter or block at a path."""
        above, _, step = path.rpartition("/")
        found = _STEP.fullmatch(step)
        named = self._inside(above).get(found[1], ()) if found else ()
        number = int(found[2] or 1) if found else 0
        return named[number - 1] if 0 < number <= len(named) else None

    def _inside(self, path: str) -> Mapping[str, Sequence[Block | Chapter]]:
        """Return what stands in the report or in a block by the names of their steps; what was looked for once is known."""
        known = self._blocks.get(path)
        if known is None:
            known = self._blocks[path] = {}
            if path == _REPORT:
                known["chapter"] = [*self.contents.report.chapters] if self.contents else []
            else:
                block = self._block(path)
                for inner in block.blocks if isinstance(block, (Chapter, Section)) else ():
                    known.setdefault(step_name(inner), []).append(inner)
        return known

    @cached_property
    def _text(self) -> str:
        return self.data.decode("utf-8", errors="replace")

    def _search(self, words: str) -> int | None:
        """Return the line on which words stand first, None where there is none or so much was searched already that it is not looked for."""
        found = self._text.find(words) if self._left > 0 else -1
        self._left -= len(self._text) if found < 0 else found
        return None if found < 0 else self._text.count("\n", 0, found) + 1

    def _element(self, path: str) -> etree._Element | None:
        """Return the element at a path of local names, or that of its attribute; what was found once is not looked for again."""
        above, _, step = path.rpartition("/")
        if step.startswith("@"):
            return self._element(above)
        if not above:
            return self.tree
        if path not in self._elements:
            element, found = self._element(above), _STEP.fullmatch(step)
            self._elements[path] = self._child(element, found[1], int(found[2] or 1)) if element is not None and found else None
        return self._elements[path]

    def _child(self, element: etree._Element, name: str, number: int) -> etree._Element | None:
        """Return the child of an element by its local name and its number among those of its name; of the first few none is looked up."""
        self._counted[element] += 1
        if number <= _FEW and self._counted[element] <= _FEW:  # the iterator looks for one more, in a wide element at all that follow
            return next(islice(element.iterchildren("{*}" + name), number - 1, None), None)
        named = self._children(element).get(name, ())
        return named[number - 1] if number <= len(named) else None

    def _children(self, element: etree._Element) -> Mapping[str, list[etree._Element]]:
        """Return the elements in an element by their local names."""
        known = self._named.get(element)
        if known is None:
            known = self._named[element] = {}
            for child in element.iterchildren(etree.Element):
                known.setdefault(local(child), []).append(child)
        return known
