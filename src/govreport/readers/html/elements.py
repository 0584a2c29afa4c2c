"""What the elements of a page are to a reader: never seen, blocks of their own, links, furniture by their very name."""

from __future__ import annotations

import re

from lxml import etree


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNSEEN = _names(
    "script style noscript template head title meta link base object embed applet audio video canvas svg math map datalist select option textarea button"
    " rt rp del s strike xml"
)
"""Elements whose text a reader of the page does not see as text, struck out words and the glosses of ruby among them."""
FURNITURE = _names("nav header footer aside")
ROLES = _names("navigation banner contentinfo complementary search")
BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6"
    " header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul iframe frame"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
RAISED = frozenset(("sup", "sub"))
PICTURES = frozenset(("img", "v:imagedata", "picture"))
FRAMES = frozenset(("frame", "iframe"))
FIELDS = _names("textarea select button svg math object")
"""Elements that show words of their own, which are no text of the page."""
UNTYPED = _names("hidden checkbox radio button submit reset image file color range")
"""Fields of these types show nothing that was typed."""
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:[^;]*line-through", re.I
)
SMALL = 60
"""Pictures less wide or high than so many pixels are icons."""
_PIXELS = re.compile(r"\s*([0-9]{1,5})")


def tag_of(element: etree._Element) -> str:
    """Return the name of an element in lower case, the empty string for a comment."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def hidden(element: etree._Element, tag: str) -> bool:
    """Return whether a browser does not show an element, or strikes it out, by its own attributes; style sheets are not looked into."""
    if "hidden" in element.attrib:
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style) is not None


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


def line_of(element: etree._Element) -> int:
    """Return the line of the source on which an element begins, from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else 1
