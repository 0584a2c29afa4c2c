"""What a document says stays text in every rendering."""

from __future__ import annotations

import json
import re

from lxml import etree
from lxml import html as lxml_html

from govreport import profiles
from govreport.standard import load
from govreport.validation import validate
from govreport.validation.render import RENDERINGS

HOSTILE = b"""<report xmlns="urn:govreport:report:1" schema="1.0">
<metadata><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></metadata></report>"""


def test_what_a_document_says_stays_text() -> None:
    findings = validate(HOSTILE, '"><script>x</script>.xml', load(), profiles.load("submission"))
    page = lxml_html.fromstring(RENDERINGS["html"](findings, "en"))
    assert not page.xpath("//script")
    assert "<script>" in page.findtext(".//title")
    uri = json.loads(RENDERINGS["sarif"](findings, "en"))["runs"][0]["artifacts"][0]["location"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    etree.fromstring(RENDERINGS["svrl"](findings, "en").encode())


def test_control_characters_of_a_source_do_not_break_the_xml_renderings() -> None:
    findings = validate("政府\x00\x01信息".encode(), "a\x07b.txt", load(), profiles.load("submission"))
    for name in ("svrl", "html", "sarif", "json"):
        assert RENDERINGS[name](findings, "zh")


def test_what_is_quoted_of_a_document_does_not_steer_a_terminal() -> None:
    said = RENDERINGS["text"](validate("政府信息公开\x1b[31m\x9b2J\u202e年度报告\u3000\xa0".encode(), "a.txt", load(), profiles.load("submission")), "zh")
    assert "\\u{9b}2J" in said
    assert not [each for each in said if each != "\n" and not each.isprintable() and each not in "\u3000\xa0"]
