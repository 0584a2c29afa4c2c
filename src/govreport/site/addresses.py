"""Where the files of a site lie: stable names, made of ids and years."""

from __future__ import annotations

from govreport.site.facts import Facts
from govreport.site.intake import REPORTS
from govreport.site.intake import version as older
from govreport.site.tree import WHOLE

STYLE, SCRIPT, INDEX = "style.css", "search.js", "search-index.js"
SEARCH, FEED, SITEMAP = "search.html", "feed.xml", "sitemap.xml"


def front(lang: str = "zh") -> str:
    """Return the path of the front page in a language."""
    return _in("index", lang)


def data(lang: str = "zh") -> str:
    """Return the path of the page about the data in a language."""
    return _in("data", lang)


def _in(name: str, lang: str) -> str:
    return f"{name}.html" if lang == "zh" else f"{name}.{lang}.html"


def region(slug: str) -> str:
    """Return the path of an area's page."""
    return front() if slug == WHOLE else f"regions/{slug}.html"


def year(number: int) -> str:
    """Return the path of the list of a year's reports."""
    return f"years/{number}.html"


def totals(slug: str, number: int) -> str:
    """Return the path of an area's totals of a year."""
    return f"totals/{slug}/{number}.html"


def agency(slug: str) -> str:
    """Return the path of an agency's page."""
    return f"agencies/{slug}.html"


def report(slug: str, suffix: str = ".html") -> str:
    """Return the path of a report's page, or of a file to download."""
    return f"{REPORTS}/{slug}{suffix}"


def version(slug: str, number: int, suffix: str = ".html") -> str:
    """Return the path of the page of an older version of a report, or of its file."""
    return older(slug, number, suffix)


def comparison(slug: str, before: Facts, after: Facts) -> str:
    """Return the path of the comparison of two reports of an agency."""
    scope = f"-{after.scope}" if after.scope else ""
    return f"compare/{slug}/{before.year}-{after.year}{scope}.html"


def pairs(share: int) -> str:
    """Return the path of a share of the search in texts."""
    return f"search/{share}.js"
