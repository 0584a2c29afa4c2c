"""A report as a piece of a page, to be pasted into the editor of a site: plain bordered tables and headings, styled where they stand."""

from __future__ import annotations

from lxml import etree

from govreport.model import Report
from govreport.standard import Standard
from govreport.writers import html, xml

_STYLES = {
    "h1": "text-align:center;font-size:22pt;font-weight:bold",
    "h2": "font-size:16pt;font-weight:bold",
    "h3": "font-size:16pt;font-weight:bold",
    "p": "text-indent:2em;font-size:16pt;line-height:2",
    "table": "width:100%;border-collapse:collapse;font-size:10.5pt",
    "caption": "text-align:center;font-weight:bold",
    "th": "border:1px solid #000;padding:4px;font-weight:normal;text-align:center",
    "td": "border:1px solid #000;padding:4px;text-align:center",
}
_KEPT = ("colspan", "rowspan")
_UNWRAPPED = ("section", "div", "main", "dl", "span")


def write(report: Report, standard: Standard) -> bytes:
    """Return the title, the particulars and the chapters of a report without class, id or script; raises ``UnwritableError``."""
    page = html.drawn(xml.write(report, standard), standard).getroot()
    title = page.find(".//header")
    main = page.find(".//main")
    assert title is not None and main is not None
    fragment = etree.Element("div")
    fragment.extend([*title, *main])
    for element in list(fragment.iter(etree.Element)):
        _plain(element)
    etree.strip_tags(fragment, *_UNWRAPPED)
    fragment.tag = "div"
    return etree.tostring(fragment, method="html", encoding="utf-8") + b"\n"


def _plain(element: etree._Element) -> None:
    """Take from an element all that a site's editor would take from it, and give it the style of its kind."""
    kept = {name: value for name in _KEPT if (value := element.get(name)) is not None}
    tag = str(element.tag)
    if tag == "dl":
        for item in list(element):
            item.tag = "p"
    if tag in ("dt", "dd"):
        if tag == "dt":
            element.text = f"{element.text}\uff1a"
        element.tag = "span"
    element.attrib.clear()
    for name, value in kept.items():
        element.set(name, value)
    style = _STYLES.get(str(element.tag))
    if style:
        element.set("style", style)
