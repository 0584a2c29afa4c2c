"""The page of a report with the way to it, its versions and files; of a withdrawn one the stone that says so."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from govreport.profiles import load
from govreport.site import addresses
from govreport.site.areapage import Link
from govreport.site.desk import Desk, words
from govreport.site.facts import Facts
from govreport.site.files import relative
from govreport.site.holding import WITHDRAWN, Version
from govreport.site.intake import SOURCE
from govreport.texts import Texts
from govreport.validation import validate
from govreport.validation.render.document import document
from govreport.writers import html


@dataclass(frozen=True)
class ReportPage:
    """The page of a report; ``links`` are further pages about it."""

    facts: Facts
    trail: tuple[Link, ...]
    links: tuple[Link, ...]

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.report(self.facts.slug)

    def draw(self, desk: Desk) -> bytes:
        """Return the page; it carries the report, which is that of the XML file beside it."""
        facts, say = self.facts, words("zh")
        if facts.state == WITHDRAWN or ".xml" not in facts.files:
            return desk.page("withdrawn.html", self.path, facts=facts, trail=self.trail, history=list(map(_said, facts.versions)))
        data = (desk.frame.site / addresses.report(facts.slug, ".xml")).read_bytes()
        if desk.frame.profile:
            data = _judged(data, facts.source, desk)
        names = [f"{facts.slug}{suffix}" for suffix in facts.files]
        older = ((addresses.version(facts.slug, each.number), _older(each, say)) for each in reversed(facts.versions) if each.number in facts.earlier)
        ways = [(relative(path, self.path), name) for path, name in (*self.trail, *self.links, *older)]
        return html.page(data, desk.standard, downloads=names, trail=ways, remarks=list(_remarks(facts, say)))


@dataclass(frozen=True)
class VersionPage:
    """The page of a version of a report that a later one has taken the place of; it says so first."""

    facts: Facts
    number: int
    trail: tuple[Link, ...]

    @property
    def path(self) -> str:
        """The path of the page."""
        return addresses.version(self.facts.slug, self.number)

    def draw(self, desk: Desk) -> bytes:
        """Return the page; it carries the version, which is that of the XML file beside it."""
        facts, say = self.facts, words("zh")
        file = addresses.version(facts.slug, self.number, SOURCE)
        later = next((each for each in facts.versions if each.number > self.number and each.state != WITHDRAWN), None)
        told = say("version.superseded", number=self.number, later=later.number if later else "")
        ways = [(relative(path, self.path), name) for path, name in (*self.trail, (addresses.report(facts.slug), say("version.current")))]
        remarks = [told, *_remarks(facts, say)]
        return html.page((desk.frame.site / file).read_bytes(), desk.standard, downloads=[relative(file, self.path)], trail=ways, remarks=remarks)


def _older(version: Version, say: Texts) -> str:
    return say("version.older", number=version.number)


def _judged(data: bytes, name: str, desk: Desk) -> bytes:
    """Return a report with the findings on it under the site's profile, as the stylesheet takes it."""
    found = validate(data, name, desk.standard, load(desk.frame.profile, desk.standard.root), format="xml")
    return etree.tostring(document(found, "zh"), encoding="utf-8")


def _remarks(facts: Facts, say: Texts) -> list[str]:
    """Return what the page says of the report's versions: nothing where there is one, as most have."""
    said = [_line(each, say) for each in facts.versions if len(facts.versions) > 1 or each.reason]
    return [*said, *([say("version.notice", text=facts.notice)] if facts.notice else [])]


def _line(version: Version, say: Texts) -> str:
    kind = say("version.withdrawn") if version.state == WITHDRAWN else say("version.correction") if version.number > 1 else ""
    return " \N{MIDDLE DOT} ".join(part for part in (say("version.one", number=version.number), version.day, kind, version.reason) if part)


def _said(version: Version) -> str:
    return _line(version, words("zh"))
