"""What is checked of a page before a tree is built of it: the numbers that cost memory, told from its source."""

from __future__ import annotations

import re

from govreport.diagnostics import Diagnostic
from govreport.readers.guard import Limits, over
from govreport.readers.html.markup import BLANKS, pieces, tag_at

_LONG_TAG = re.compile("<[^<]{2000}")
"""Only a longer tag may have more attributes than are read of one."""
_OPENING = re.compile(r"""<[A-Za-z](?:[^"'>]|"[^"]*+"|'[^']*+')*+>""")
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_PARTING = BLANKS + "/"
_PARTED = re.compile(f"[{_PARTING}]+")


def beyond(text: str, name: str, limits: Limits) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for a page with too many elements, attributes and entities: such as cost a parser more than their length."""
    closing = text.count("</")
    # the parser makes an element of some closing tags without an opening one
    tags = max(text.count("<") - closing, closing)
    if tags > limits.elements:
        return (over(name, "elements", limits.elements, tags),)
    most, nodes = counted(text, tags + text.count("&"), limits)
    if most > limits.attributes:
        return (over(name, "attributes", limits.attributes, most),)
    return (over(name, "nodes", limits.nodes, nodes),) if nodes > limits.nodes else ()


def counted(source: str, others: int, limits: Limits) -> tuple[int, int]:
    """Return how many attributes the tag with the most of them may have, and how many attributes and ``others`` there may be.

    Zero and the others alone stand where attributes are few for certain; where one limit is passed, no more is counted.
    """
    if _LONG_TAG.search(source) is None and (others + _signs(source) <= limits.nodes or others + _signs(_tags(source)) <= limits.nodes):
        return 0, others
    most = 0
    for start, _, is_tag in pieces(source):
        tag = tag_at(source, start) if is_tag and source[start + 1] not in "!?/" else None
        if tag is not None:
            found = len(_PARTED.split(_QUOTED.sub(" ", tag.group()[:-1]).rstrip(_PARTING))) - 1
            most, others = max(most, found), others + found
            if most > limits.attributes or others > limits.nodes:
                break
    return most, others


def _tags(source: str) -> str:
    """Return whatever looks like an opening tag, without what is quoted in it."""
    return _QUOTED.sub("", "".join(_OPENING.findall(source)))


def _signs(text: str) -> int:
    """Return how many characters there are without which there is no attribute."""
    return text.count("=") + sum(map(text.count, _PARTING))
