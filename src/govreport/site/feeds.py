"""What other programs follow: the Atom feed of what was published, corrected or withdrawn last, and the sitemap."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from urllib.parse import quote

from lxml import etree

from govreport.site import addresses
from govreport.site.desk import words
from govreport.site.facts import Facts
from govreport.site.tree import Tree

ATOM, MAP = "http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9"
LATEST = 50
"""So many reports are in the feed."""
LARGEST = 50_000
"""So many addresses a sitemap may have; more of them are in further ones, under an index."""
EPOCH = "2019-05-15"
"""When a report says neither when it was published nor for which year: the day the Regulations in force took effect."""


def feed(tree: Tree, title: str, base_url: str) -> bytes:
    """Return the Atom feed; times are those of the reports, never of the build."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]  # lxml-stubs
    latest = sorted(tree.facts.values(), key=lambda each: (day(each), each.id), reverse=True)[:LATEST]
    _add(root, "id", _name(base_url or title))
    _add(root, "title", title)
    _add(root, "subtitle", words("zh")("feed.subtitle"))
    _add(root, "updated", _time(day(latest[0]) if latest else EPOCH))
    _add(etree.SubElement(root, f"{{{ATOM}}}author"), "name", title)
    _add(root, "link", None, rel="self", href=base_url + addresses.FEED)
    for each in latest:
        entry = etree.SubElement(root, f"{{{ATOM}}}entry")
        _add(entry, "id", _name(f"{base_url or title}#{each.id}"))
        _add(entry, "title", each.title or each.agency or each.id)
        _add(entry, "updated", _time(day(each)))
        _add(entry, "link", None, rel="alternate", type="text/html", href=base_url + quote(addresses.report(each.slug)))
        _add(entry, "summary", each.versions[-1].reason if each.versions and each.versions[-1].reason else each.agency or "")
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def day(facts: Facts) -> str:
    """Return the ISO day that a report last changed on, as far as it is said: of its last version, else of publication, else after its year."""
    said = facts.versions[-1].day if facts.versions else None
    return said or facts.published or (f"{facts.year + 1}-01-01" if facts.year is not None else EPOCH)


def sitemaps(paths: Iterable[str], base_url: str) -> dict[str, bytes]:
    """Return the sitemap by its path, and those that it names where it is an index."""
    listed = sorted(paths)
    parts = [listed[start : start + LARGEST] for start in range(0, len(listed), LARGEST)] or [[]]
    if len(parts) == 1:
        return {addresses.SITEMAP: _map("urlset", "url", parts[0], base_url)}
    found = {f"sitemap-{number}.xml": _map("urlset", "url", part, base_url) for number, part in enumerate(parts, 1)}
    return {addresses.SITEMAP: _map("sitemapindex", "sitemap", list(found), base_url), **found}


def _map(name: str, entry: str, paths: Iterable[str], base_url: str) -> bytes:
    root = etree.Element(f"{{{MAP}}}{name}", nsmap={None: MAP})  # type: ignore[dict-item]  # lxml-stubs
    for path in paths:
        etree.SubElement(etree.SubElement(root, f"{{{MAP}}}{entry}"), f"{{{MAP}}}loc").text = base_url + quote(path)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _add(parent: etree._Element, name: str, text: str | None, **attributes: str) -> None:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text


def _name(text: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, text).urn


def _time(day: str) -> str:
    return f"{day}T00:00:00+08:00"
