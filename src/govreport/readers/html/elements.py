"""What the elements of a page are to a reader: never seen, blocks of their own, links, furniture by their very name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from lxml import etree


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNSEEN = _names(
    "script style noscript template head title meta link base object embed applet audio video canvas svg math map datalist select option textarea button"
    " rt rp del s strike xml"
)
"""Elements whose text a reader of the page does not see as text, struck out words and the glosses of ruby among them."""
STRUCK = _names("del s strike")
FURNITURE = _names("nav header footer aside")
ROLES = _names("navigation banner contentinfo complementary search")
BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6"
    " header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul iframe frame"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
PICTURES = frozenset(("img", "v:imagedata", "picture"))
FRAMES = frozenset(("frame", "iframe"))
FIELDS = _names("textarea select button svg math object script template")
"""Elements that show words of their own, or write some, which are no text of the page."""
UNTYPED = _names("hidden checkbox radio button submit reset image file color range")
"""Fields of these types show nothing that was typed."""
_GONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse|mso-hide\s*:\s*all")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;:]*line-through")
_HIDING = re.compile(rf"visibility\s*:\s*hidden|{_STRUCK.pattern}")
_ZERO = r"\s*:\s*0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)"
_FADING = re.compile(
    rf"(?<![\w-])(?:opacity\s*:\s*(?:0?\.0[0-9]{{0,9}}|0|0%)\s*(?:[;!]|$)|font-size{_ZERO}|font-size\s*:\s*[0-2](?:\.[0-9]{{1,9}})?(?:px|pt)|color\s*:\s*transparent|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|transform\s*:\s*scale\(\s*0\s*\)|clip-path\s*:\s*(?:inset\(\s*(?:[5-9][0-9]|100)%|circle\(\s*0)"
    r"|(?:left|top|right|bottom|text-indent|margin-left)\s*:\s*-(?:[0-9]{4,9}|9{2,9})(?![0-9.]))"
)
_FLAT = re.compile(rf"(?<![\w-])(?:max-)?(?:width|height){_ZERO}")
_CUT = re.compile(r"overflow\s*:\s*hidden")
LARGEST_LEAF = 400
LONGEST_FADED = 60
"""Longer words are never taken for hidden only because they are without size or colour: a page may show them later."""
LONGEST_STYLE = 2000
SMALL = 60
"""Pictures less wide or high than so many pixels are icons."""
_PIXELS = re.compile(r"\s*([0-9]{1,5})")


def tag_of(element: etree._Element) -> str:
    """Return the name of an element in lower case, the empty string for a comment."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def gone(element: etree._Element) -> bool:
    """Return whether an element takes no room on the page, by its own attributes."""
    return "hidden" in element.attrib or effect(element.get("style")) == "gone"


def hidden(element: etree._Element) -> bool:
    """Return whether a browser does not show an element, or strikes it out, by its own attributes; style sheets are not looked into."""
    found = effect(element.get("style"))
    return "hidden" in element.attrib or found in ("gone", "hidden") or (found == "faded" and _is_short(element))


def effect(style: str | None) -> str:
    """Return what a style does: what it is on is gone, hidden where it stands, or faded to nothing; the empty string where it is shown."""
    return _told(style[:LONGEST_STYLE].lower()) if style else ""


@lru_cache(maxsize=4096)
def _told(style: str) -> str:
    if _GONE.search(style):
        return "gone"
    if _HIDING.search(style):
        return "hidden"
    return "faded" if _FADING.search(style) or (_FLAT.search(style) and _CUT.search(style)) else ""


def _is_short(element: etree._Element) -> bool:
    """Return whether an element holds few words, and nothing that may show them after all."""
    inside = islice(element.iterdescendants(), LONGEST_FADED)
    words = islice(map(str, element.itertext()), LONGEST_FADED)
    return sum(map(len, words)) <= LONGEST_FADED and not any({"style", "class", "size"} & set(each.keys()) for each in inside)


def is_furniture(element: etree._Element, tag: str) -> bool:
    """Return whether an element says itself that it is no content."""
    return tag in FURNITURE or element.get("role") in ROLES


def is_picture(element: etree._Element, tag: str) -> bool:
    """Return whether an element is a picture large enough to hold a table."""
    if tag not in PICTURES:
        return False
    sizes = [_PIXELS.match(element.get(name) or "") for name in ("width", "height")]
    return not any(size and int(size[1]) < SMALL for size in sizes)


def is_filled(element: etree._Element, tag: str) -> bool:
    """Return whether an element shows words that are no text of the page: a field with something in it, a drawing or a formula."""
    if tag == "input":
        return (element.get("type") or "").lower() not in UNTYPED and bool((element.get("value") or "").strip())
    return tag in FIELDS and any(str(text).strip() for text in element.itertext())


def is_struck(element: etree._Element, tag: str) -> bool:
    """Return whether an element strikes a figure out, which its reader still sees."""
    return (tag in STRUCK or _STRUCK.search((element.get("style") or "").lower()) is not None) and any(map(str.isdigit, "".join(map(str, element.itertext()))))


def line_of(element: etree._Element) -> int:
    """Return the line of the source on which an element begins, from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def is_leaf(element: etree._Element) -> bool:
    """Return whether an element holds no blocks but paragraphs, and few elements."""
    inner = (each for each in map(tag_of, islice(element.iterdescendants(), LARGEST_LEAF)) if each != "p")
    small = tag_of(element) not in ("br", "table", "hr", "a", "script", "img") and BLOCKS.isdisjoint(inner)
    return small and next(islice(element.iterdescendants(), LARGEST_LEAF, None), None) is None
