"""Why an XML file cannot be parsed or is against its grammar, in Chinese and English."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport import xsderrors
from govreport.texts import Texts, read
from govreport.xsderrors import Refusal

TEXTS = Path(__file__).with_name("parsererrors.toml")
_NAMES = {
    "ERR_TAG_NOT_FINISHED": re.compile(r"in tag (?P<name>\S+)"),
    "ERR_TAG_NAME_MISMATCH": re.compile(r"mismatch: (?P<name>\S+) line \d+ and (?P<other>[^\s,]+)"),
    "ERR_ATTRIBUTE_WITHOUT_VALUE": re.compile(r"attribute (?P<name>[^\s,]+)"),
    "ERR_ATTRIBUTE_REDEFINED": re.compile(r"Attribute (?P<name>\S+) redefined"),
    "ERR_UNDECLARED_ENTITY": re.compile(r"Entity '(?P<name>[^']+)'"),
    "NS_ERR_UNDEFINED_NAMESPACE": re.compile(r"prefix (?P<name>\S+)"),
}
"""The names that stand in what libxml2 says of an error."""
_PROBLEMS = {
    xsderrors.ROOT: "root",
    xsderrors.MISSING: "child-missing",
    xsderrors.EXPECTED: "child-expected",
    xsderrors.UNKNOWN: "child-unknown",
    xsderrors.ABSENT: "attribute-absent",
    xsderrors.FURTHER: "attribute-further",
    xsderrors.INSIDE: "text-inside",
}
_PLACE = re.compile(r", line \d+, column \d+$")
DOCTYPE = "doctype"


def malformed(error: etree.XMLSyntaxError, lang: str) -> str:
    """Return why a document is not well-formed, without the place; in the parser's words where there are none of ours."""
    kind, message = _kind(getattr(error, "code", None)), _PLACE.sub("", error.msg or "")
    pattern, say = _NAMES.get(kind), _texts(lang)
    found = pattern.search(message) if pattern else None
    if not say.has(kind) or (pattern and not found):
        return say("other", detail=message)
    return say(kind, **found.groupdict()) if found else say(kind)


def invalid(refusal: Refusal, value: str, message: str, lang: str) -> str:
    """Return why a document is against its grammar; ``value`` is what stands in the attribute or the element, ``message`` the parser's words."""
    problem = refusal.problem
    if problem == xsderrors.VALUE:
        key = "value-element" if refusal.attribute is None else "value-known" if refusal.expected else "value-attribute"
    elif problem in _PROBLEMS:
        key = _PROBLEMS[problem]
    else:
        return message if lang == "en" else _texts(lang)("other", detail=message)
    names = {"element": xsderrors.local(refusal.element), "attribute": xsderrors.local(refusal.attribute or "")}
    return _texts(lang)(key, value=value, expected=refusal.expected, **names)


def said(key: str, lang: str) -> str:
    """Return a text without parameters by its key."""
    return _texts(lang)(key)


@lru_cache(maxsize=256)
def _kind(code: int | None) -> str:
    return next((name for name in dir(etree.ErrorTypes) if getattr(etree.ErrorTypes, name) == code), "")


@lru_cache(maxsize=2)
def _texts(lang: str) -> Texts:
    return Texts(lang, read(TEXTS))
