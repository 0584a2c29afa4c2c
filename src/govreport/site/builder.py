"""A site built from holdings: what is new is taken in, what depends on it is drawn, what nothing needs is removed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govreport.envelope import envelope
from govreport.site import addresses, data, feeds, files, search
from govreport.site.desk import Frame, leave, words
from govreport.site.frontpages import LANGUAGES, DataFile, DataPage
from govreport.site.holding import Holding, Organ
from govreport.site.intake import Intake, Taken, Task, task
from govreport.site.origin import ASSETS, maker, style
from govreport.site.pages import Drawer, Page, is_there, key, pages
from govreport.site.state import FOLDER, State
from govreport.site.tree import Tree, tree
from govreport.site.wish import USUAL, Wish
from govreport.standard import Standard
from govreport.version import __version__

NEW = "new"
KEPT = 100
"""After so many reports what was learnt is kept, so that a build that is broken off is gone on with by the next."""

Each = Callable[[Callable[[Any], Any], Iterable[Any], Callable[[Any, str], Any]], Iterable[Any]]
"""How work is done on items: ``each(work, items, broken)`` gives ``work(item)`` for every item, in order, in whatever processes."""


def one_by_one(work: Callable[[Any], Any], items: Iterable[Any], _: Callable[[Any, str], Any]) -> Iterator[Any]:
    """Yield the results of work done in this process."""
    return map(work, items)


@dataclass(frozen=True)
class Built:
    """What a build came to: how many reports the site shows, how many were taken in and pages drawn, files removed, and what failed."""

    reports: int
    taken: int
    drawn: int
    removed: int
    failures: tuple[Taken, ...]
    broken: tuple[str, ...]


def build(site: Path, holdings: Iterable[Holding], organs: Iterable[Organ], standard: Standard, wish: Wish = USUAL, each: Each = one_by_one) -> Built:
    """Return what building a site came to; memory is bounded by the facts of the holdings, never their content.

    One build at a time may run on a folder. Raises ``OSError`` where the site cannot be written, ``ValueError`` where two holdings have one id.
    """
    site.mkdir(parents=True, exist_ok=True)
    state = State(site)
    under_way = _Build(site, state, standard, wish, each)
    try:
        return under_way.run(holdings, organs)
    finally:
        leave(under_way.frame)
        state.close()


class _Build:
    """One build of a site under way."""

    def __init__(self, site: Path, state: State, standard: Standard, wish: Wish, each: Each) -> None:
        self.site, self.state, self.standard, self.wish, self.each = site, state, standard, wish, each
        self.maker = maker(standard, wish)
        base = wish.base_url and wish.base_url.rstrip("/") + "/"
        versions = (("tool", __version__), ("schema", standard.release))
        self.frame = Frame(site.absolute(), standard.root, wish.title or words("zh")("site.title"), base, versions, wish.profile)
        self.needed: set[str] = set()
        self.failures: list[Taken] = []
        self.broken: list[str] = []
        self.taken = self.drawn = 0

    def run(self, holdings: Iterable[Holding], organs: Iterable[Organ]) -> Built:
        """Return what the build came to."""
        self._take_in(holdings)
        levels = envelope(self.standard).enumerations["AgencyLevel"]
        found = tree(self.state.facts(), organs, levels, words("zh")("area.endings").split("|"), self.frame.title)
        self.manifest = self.state.outputs()
        self._draw(pages(found))
        self._data(found)
        self._beside(found)
        removed = [path for path in self.manifest if path not in self.needed]
        for path in removed:
            files.remove(self.site, path)
            self.state.removed(path)
        return Built(len(found.facts), self.taken, self.drawn, len(removed), tuple(self.failures), tuple(self.broken))

    # --- Reports ---

    def _take_in(self, holdings: Iterable[Holding]) -> None:
        self.state.forget_others(self.maker)
        known, made = self.state.digests(), self.state.outputs_of()
        seen: set[str] = set()
        intake = Intake(self.site, self.standard.root, self.wish.pdf, self.wish.limits)
        for number, taken in enumerate(self.each(intake, self._new(holdings, known, made, seen), intake.broken), 1):
            self._enter(taken, made)
            if number % KEPT == 0:
                self.state.commit()
        lost = [id for id in known if id not in seen] + [each.holding.id for each in self.failures]
        self.state.forget(lost)
        self.needed |= {path for id in set(self.state.digests()) for path in made.get(id, ())}
        self.state.commit()

    def _new(self, holdings: Iterable[Holding], known: dict[str, str], made: dict[str, list[str]], seen: set[str]) -> Iterator[Task]:
        for holding in holdings:
            if holding.id in seen:
                raise ValueError(f"two holdings have the id {holding.id}")
            seen.add(holding.id)
            if known.get(holding.id) != holding.digest or not all(is_there(self.site, path) for path in made.get(holding.id, ())):
                yield task(holding)

    def _enter(self, taken: Taken, made: dict[str, list[str]]) -> None:
        if taken.facts is None:
            self.failures.append(taken)
            return
        self.taken += 1
        self.state.learn(taken.facts, taken.cells, taken.lines, taken.words)
        made[taken.holding.id] = [path for path, _ in taken.outputs]
        for path, sha256 in taken.outputs:
            self.state.wrote(path, taken.holding.digest, sha256, taken.holding.id)

    # --- Pages ---

    def _draw(self, found: Iterable[Page]) -> None:
        """Draw those pages whose ingredients are new, and note all as needed."""
        keys: dict[str, str] = {}

        def new() -> Iterator[Page]:
            for page in found:
                self.needed.add(page.path)
                digest = key(page, self.maker, self.frame)
                if self.manifest.get(page.path, ("", ""))[0] != digest or not is_there(self.site, page.path):
                    keys[page.path] = digest
                    yield page

        drawer = Drawer(self.frame)
        for drawn in self.each(drawer, new(), drawer.broken):
            if drawn.sha256 is None:
                self.broken.append(drawn.path)
            else:
                self.drawn += 1
                self.state.wrote(drawn.path, keys[drawn.path], drawn.sha256)

    # --- Data and what else there is ---

    def _data(self, found: Tree) -> None:
        version = data.version(found.facts.values())
        placed = [(id, found.path_of(id)) for id in sorted(found.facts)]
        digest = hashlib.sha256(f"{self.maker} {version} {placed}".encode()).hexdigest()
        old = [(path, name, self.manifest.get(path)) for path, name in data.FILES.items()]
        if all(entry and entry[0] == digest and is_there(self.site, path) for path, _, entry in old):
            made = tuple(DataFile(path, name, (self.site / path).stat().st_size, entry[1]) for path, name, entry in old if entry)
        else:
            folder = self.site / FOLDER / NEW
            shutil.rmtree(folder, ignore_errors=True)
            made = data.write(folder, self.state, found, self.standard)
            for each in made:
                files.place(self.site, each.path, folder / each.path)
                self.state.wrote(each.path, digest, each.sha256)
            shutil.rmtree(folder, ignore_errors=True)
        self.needed |= {each.path for each in made}
        self._write(data.PACKAGE, data.package(made, found, self.standard, self.frame.title))
        editions = tuple((form.edition, form.revision, form.instrument) for form in self.standard.forms.values())
        self._draw([DataPage(lang, made, version, __version__, self.standard.release, editions) for lang in LANGUAGES])

    def _beside(self, found: Tree) -> None:
        self._write(addresses.STYLE, style())
        self._write(addresses.SCRIPT, (ASSETS / addresses.SCRIPT).read_bytes())
        self._write(addresses.INDEX, search.index(found))
        self._pairs(found)
        self._write(addresses.FEED, feeds.feed(found, self.frame.title, self.frame.base_url))
        if self.frame.base_url:
            for path, content in feeds.sitemaps((path for path in self.needed if path.endswith(".html")), self.frame.base_url).items():
                self._write(path, content)

    def _pairs(self, found: Tree) -> None:
        """Write the search in texts, unless it is there for these very reports."""
        made = [addresses.pairs(number) for number in range(search.SHARES)]
        self.needed |= set(made)
        digest = hashlib.sha256(f"{self.maker} {data.version(found.facts.values())}".encode()).hexdigest()
        if not all(self.manifest.get(path, ("",))[0] == digest and is_there(self.site, path) for path in made):
            for path, content in search.pairs(found, _Words(self.state)):
                self.state.wrote(path, digest, files.write(self.site, path, content))

    def _write(self, path: str, content: bytes) -> None:
        self.needed.add(path)
        self.state.wrote(path, "", files.write(self.site, path, content))


class _Words:
    """The texts of all reports, gone through as often as wanted."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return self._state.words()
