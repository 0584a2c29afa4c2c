"""``site``: a folder of reports as public pages; what is shown of it comes from the reports, their folders and a register of organs."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from govreport.cli import batch, registered
from govreport.cli.converting import processes
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError, line
from govreport.cli.limits import limits
from govreport.cli.outputs import folder, refusal
from govreport.cli.plan import Names
from govreport.cli.progress import watched
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, suffixes
from govreport.cli.texts import Texts
from govreport.site.holding import Holding, Region, digest_of
from govreport.sources import Document, Sources, Unreadable, documents

if TYPE_CHECKING:
    from govreport.site.builder import Built
    from govreport.site.intake import Taken

NEEDED = ("jinja2", "pyarrow", "pygal")
EXTRA = "site"
SECONDS = 300
"""How long one report or page may take in a process of its own: a PDF or the sums of a whole site are pages too."""

_YEAR = re.compile(r"\D{0,2}[0-9]{4}\D{0,2}")
"""A folder of a year, which is no region."""


@dataclass(frozen=True)
class Wish:
    """What ``site`` is asked for, as its options say it."""

    sources: tuple[str, ...]
    output: str
    base_url: str
    title: str
    organs: str | None
    pdf: bool
    profile: str
    jobs: str
    limits: tuple[str, ...] = ()


def publish(settings: Settings, wish: Wish) -> int:
    """Build the site that a wish names; exits 3 if any source could not be read or shown, else 1 if any was no report, else 0."""
    standard, chosen, jobs = settings.standard(), limits(wish.limits), processes(wish.jobs)
    _needs()
    from govreport.site import builder
    from govreport.site.wish import Wish as SiteWish

    sources = expanded(wish.sources, settings.say)
    target = _target(wish)
    base_url = _address(wish.base_url)
    organs = registered.organs(wish.organs, settings) if wish.organs else ()
    unread: list[Unreadable] = []
    found = watched(_holdings(sources, chosen.size, unread), sources, settings.say("progress.site"))
    if wish.profile:
        settings.profile(wish.profile)
    asked = SiteWish(wish.title, base_url, wish.pdf, chosen, wish.profile)
    try:
        built = builder.build(target, found, organs, standard, asked, _each(jobs))
    except OSError as error:
        raise refusal(wish.output, error) from error
    if not base_url:
        print(settings.say("site.no-sitemap"), file=sys.stderr)
    return _said(built, unread, settings.say)


def _each(jobs: int) -> Callable[[Callable[[Any], Any], Iterable[Any], Callable[[Any, str], Any]], Iterator[Any]]:
    def each(work: Callable[[Any], Any], items: Iterable[Any], broken: Callable[[Any, str], Any]) -> Iterator[Any]:
        return batch.each(work, items, jobs, broken, SECONDS)

    return each


def _needs() -> None:
    """Raise ``CommandError`` (exit 2) where what draws pages is not installed."""
    import importlib.util

    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        raise CommandError(USAGE, "error.extra", name=EXTRA, detail=EXTRA)


def _target(wish: Wish) -> Path:
    """Return the folder of the site; raises ``CommandError`` (exit 2) where it lies in a source, or holds something else."""
    from govreport.site.state import FOLDER

    path = Path(wish.output)
    inside = [source for source in wish.sources if Path(source).is_dir() and path.resolve().is_relative_to(Path(source).resolve())]
    if inside:
        raise CommandError(USAGE, "error.site-inside", name=wish.output, source=inside[0])
    made = folder(wish.output)
    if not (made / FOLDER).is_dir() and any(made.iterdir()):
        raise CommandError(USAGE, "error.site-other", name=wish.output)
    return made


def _address(text: str) -> str:
    """Return the address of a site; raises ``CommandError`` (exit 2) where it is none."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment or not text.isprintable()):
        raise CommandError(USAGE, "error.base-url", name=text)
    return text


def _holdings(sources: Sources, size: int, unread: list[Unreadable]) -> Iterator[Holding]:
    """Yield the documents of sources as holdings, named by their path; what cannot be read is put aside."""
    names = Names()
    for document in documents(sources, suffixes(), size):
        if isinstance(document, Unreadable):
            unread.append(document)
            continue
        name, folders = names.give(document.relative), _folders(document)
        digest = digest_of(hashlib.sha256(document.data).hexdigest(), document.name, folders)
        yield Holding(name, digest, partial(_content, document), document.name, folders=folders)


def _content(document: Document) -> bytes:
    return document.data


def _folders(document: Document) -> tuple[Region, ...]:
    """Return the folders that a document lies in, as regions."""
    parts = [part for part in PurePosixPath(document.relative).parent.parts if not _YEAR.fullmatch(part)]
    return tuple(Region("/".join(parts[: depth + 1]), part) for depth, part in enumerate(parts))


def _said(built: Built, unread: list[Unreadable], say: Texts) -> int:
    """Say what a build came to, and return the exit code."""
    codes = [_failure(each, say) for each in built.failures]
    for each in unread:
        print(line(CommandError(UNDETERMINED, f"error.source.{each.reason}", name=each.source, detail=each.detail), say), file=sys.stderr)
    for path in built.broken:
        print(line(CommandError(UNDETERMINED, "error.site-page", name=path), say), file=sys.stderr)
    print(say("summary.site", reports=built.reports, taken=built.taken, drawn=built.drawn, removed=built.removed), file=sys.stderr)
    if unread or built.broken or UNDETERMINED in codes:
        return UNDETERMINED
    return REJECTED if REJECTED in codes else ACCEPTED


def _failure(taken: Taken, say: Texts) -> int:
    """Say why a source has no page, and return the exit code of that."""
    keys = {"report": "error.no-report", "unread": "error.unread", "unwritable": "error.unwritable", "unproved": "error.unproved"}
    code = REJECTED if taken.reason == "report" else UNDETERMINED
    error = CommandError(code, keys.get(taken.reason or "", f"error.source.{taken.reason}"), name=taken.holding.id, detail=taken.detail)
    print(line(error, say), file=sys.stderr)
    return code
