"""Pages of reports: drawn the same by every processor, carrying their report, with nothing in them that a text could do."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from govreport import conversion, generate, readers
from govreport.layout import layout
from govreport.model import NA, Annotations, Chapter, Grid, Metadata, Note, Paragraph, Report, Section, Table
from govreport.resources import stylesheets_root
from govreport.standard import Standard, read_standard
from govreport.writers import html, write, xml
from tests import drawn, schematrees
from tests.filled import report, zeros
from tests.saxon import Saxon

ROOT = Path(__file__).resolve().parents[1]
REPORTS = sorted((ROOT / "fixtures" / "reports").rglob("*.xml"))
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>&amp;&lt;&#60;",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}} ${x} %s \\u003c",
    "\u202e公开\u2066",
)


def read(path: Path, standard: Standard) -> Report:
    found = readers.read(path.read_bytes(), path.name, standard).report
    assert found is not None
    return found


def shape(element: etree._Element) -> tuple[object, ...]:
    """Return an element as values: name, attributes, text and content; what processors add to a head on their own is left out."""
    children = [shape(child) for child in element if not (child.tag == "meta" and (child.get("http-equiv") or child.get("charset")))]
    return element.tag, sorted(element.items()), (element.text or "").strip(), (element.tail or "").strip(), children


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_page_gives_back_the_very_report(path: Path, shipped: Standard) -> None:
    wanted = read(path, shipped)
    page = write(wanted, "html", shipped)
    reading = readers.read(page, "page.html", shipped)
    assert not reading.diagnostics
    assert reading.report is not None
    assert conversion.equality.canonical(reading.report, shipped) == conversion.equality.canonical(wanted, shipped)
    assert write(wanted, "html", shipped) == page


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_three_processors_draw_the_same_page(path: Path, shipped: Standard, tmp_path: Path, saxon: Saxon) -> None:
    source = tmp_path / "report.xml"
    source.write_bytes(xml.write(read(path, shipped), shipped))
    sheet = stylesheets_root() / html.STYLESHEET
    ours = lxml_html.document_fromstring(html.page(source.read_bytes(), shipped))
    other = subprocess.run(["xsltproc", "--nonet", "--novalid", sheet, source], capture_output=True, check=True).stdout
    third = saxon.transformed(sheet, source.read_text("utf-8"))
    wanted = shape(ours)
    assert shape(lxml_html.document_fromstring(other)) == wanted
    assert shape(lxml_html.document_fromstring(third.encode())) == wanted


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_fragment_reads_back_without_losing_a_cell(path: Path, shipped: Standard) -> None:
    wanted = read(path, shipped)
    fragment = conversion.proved(wanted, "html-fragment", shipped).decode()
    assert not re.search(r"\b(?:class|id|headers|scope|data-[a-z]+)=|<script|<style", fragment)
    bare = re.sub(r' style="[^"]*"', "", fragment)
    assert not conversion.proof.differences(wanted, bare.encode(), "html-fragment", shipped)
    pasted = f"<html><body><div>首页 &gt; 公开</div><div class='con'>{bare}</div><div>版权所有</div></body></html>"
    assert not conversion.proof.differences(wanted, pasted.encode(), "html-fragment", shipped)


def test_a_fragment_in_which_no_report_is_found_says_so_by_the_code(shipped: Standard) -> None:
    made = report(shipped, shipped.newest, [zeros(table) for table in shipped.newest.tables.values()])
    found = conversion.proof.differences(made, b"<p>x</p>", "html-fragment", shipped)
    assert [each.params["reason"] for each in found] == ["DOC-KIND"]


def test_a_report_without_cells_and_known_titles_is_written_as_a_fragment(shipped: Standard) -> None:
    few = Report(shipped.claim, chapters=(Chapter(None, None, None, (Paragraph("x"),)),))
    assert b"x" in conversion.proved(few, "html-fragment", shipped)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_cell_that_is_not_applicable_and_has_no_mark_is_pasted_too(edition: str, shipped: Standard) -> None:
    form = shipped.forms[edition]
    tables = [zeros(table) for table in form.tables.values()]
    made = report(shipped, form, [replace(table, cells=dict.fromkeys(table.cells, NA)) for table in tables])
    assert not conversion.proof.differences(made, write(made, "html-fragment", shipped), "html-fragment", shipped)


def test_the_cells_are_drawn_under_their_headings(shipped: Standard) -> None:
    for form in shipped.forms.values():
        tables = [zeros(table) for table in form.tables.values()]
        page = lxml_html.document_fromstring(write(report(shipped, form, tables), "html", shipped))
        texts = {heading.get("id"): heading.text_content() for heading in page.iter("th") if heading.get("id")}
        for table in form.tables.values():
            expected = {(cell.row, cell.column): cell.headers for line in layout(table).lines for cell in line if cell.kind == "data"}
            names = {cell.id: cell.text for line in layout(table).lines for cell in line if cell.id}
            for place, cell in drawn.cells(page, table).items():
                assert [texts[each] for each in cell.get("headers").split()] == [names[each] for each in expected[place]]
                assert cell.text_content() == "0"
        spans = {(name, value) for cell in page.iter("th", "td") for name, value in cell.items() if name in ("colspan", "rowspan")}
        assert spans


def test_marks_units_and_notes_are_shown(shipped: Standard) -> None:
    form = shipped.forms["2019"]
    table = next(each for each in form.tables.values() if any(column.kind == "money" for columns in each.columns.values() for column in columns.values()))
    money = next((row, key) for row, columns in table.columns.items() for key, column in columns.items() if column.kind == "money")
    other = next(place for place in table.cells if place != money)
    filled = Table(table.key, table.edition, {**zeros(table).cells, other: NA}, {money[0]: "元"})
    notes = Annotations((Note(table.key, "无", *other, "mark"), Note(table.key, "按实收计", *money, "note")))
    made = report(shipped, form, [filled])
    made = Report(made.schema, made.metadata, made.chapters, annotations=notes)
    page = lxml_html.document_fromstring(conversion.proved(made, "html", shipped))
    cells = drawn.cells(page, table)
    assert cells[other].text_content() == "无"
    assert cells[money].text_content() == "0元"
    (note,) = page.xpath("//ul[@class = 'notes']/li")
    assert note.text_content().endswith("按实收计") and note.text_content().startswith(table.name)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(text: str, shipped: Standard) -> None:
    blocks = (Paragraph(text), Section("（一）", text, (Grid(((text, ""),), text),)))
    notes = Annotations((Note("applications", text, None, None, "note"),))
    made = Report("1.0", Metadata(title=text, contact=text), (Chapter(None, None, text, blocks),), annotations=notes)
    page = conversion.proved(made, "html", shipped)
    tree = lxml_html.document_fromstring(page)
    assert [each.get("type") for each in tree.iter("script")] == ["application/ld+json", "application/xml"]
    assert not list(tree.iter("img"))
    assert tree.findtext(".//main//p") == text
    fragment = write(made, "html-fragment", shipped).decode()
    assert not re.search(r"<(?:script|img)", fragment)


def test_a_page_names_its_encoding_once(shipped: Standard) -> None:
    page = write(read(REPORTS[0], shipped), "html", shipped)
    assert page[:400].count(b"<meta http-equiv") == 1 and b"<meta charset" not in page


def test_a_page_names_no_other_address_and_has_no_style_of_another_place(shipped: Standard) -> None:
    page = lxml_html.document_fromstring(write(read(REPORTS[0], shipped), "html", shipped))
    assert not page.xpath("//link | //img | //iframe | //object | //form | //@src | //@onclick")
    assert all(str(each).startswith("#") for each in page.xpath("//@href"))
    style = page.findtext(".//style") or ""
    assert "url(" not in style and "@import" not in style and ">" not in style
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_downloads_and_the_words_of_both_languages(shipped: Standard) -> None:
    data = xml.write(read(REPORTS[0], shipped), shipped)
    for lang in ("zh", "en"):
        page = lxml_html.document_fromstring(html.page(data, shipped, lang, ("a.xml", "a.pdf")))
        assert [each.get("href") for each in page.xpath("//ul[@class = 'downloads']//a")] == ["a.xml", "a.pdf"]
        assert page.get("lang") == "zh-CN"
    words = (stylesheets_root() / "words.xsl").read_text("utf-8")
    zh, en = (set(re.findall(r"\|([a-z]+)=", part)) for part in words.split('name="words-')[1:3])
    assert zh == en
    asked = re.compile(r"""name="word"><xsl:with-param name="name" select="'([a-z]+)'""")
    used = {name for path in stylesheets_root().glob("*.xsl") for name in asked.findall(path.read_text("utf-8"))}
    assert len(used) > 10 and used <= zh


def test_an_invented_edition_is_drawn_and_read_back(tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    generate.build(root)
    standard = read_standard(root)
    form = standard.forms[schematrees.INVENTED.name]
    made = report(standard, form, [zeros(table) for table in form.tables.values()])
    page = lxml_html.document_fromstring(conversion.proved(made, "html", standard))
    assert all(drawn.cells(page, table) for table in form.tables.values())
    conversion.proved(made, "html-fragment", standard)


def test_a_stylesheet_neither_reads_nor_writes_files(shipped: Standard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from govreport import stylesheet

    secret = tmp_path / "secret.xml"
    secret.write_text("<a>secret</a>")
    folder = tmp_path / "stylesheets"
    folder.mkdir()
    (folder / "open.xsl").write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">'
        f"<b><xsl:value-of select=\"document('{secret.as_uri()}')/a\"/></b></xsl:template></xsl:stylesheet>"
    )
    monkeypatch.setattr(stylesheet, "stylesheets_root", lambda: folder)
    try:
        result = str(stylesheet.stylesheet("open.xsl", shipped.root)(etree.XML("<a/>")))
    except etree.XSLTApplyError:
        result = ""
    assert "secret" not in result


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_stylesheet_writes_by_itself_what_the_writer_puts_in_place(path: Path, shipped: Standard) -> None:
    data = xml.write(read(path, shipped), shipped)
    assert bytes(html.drawn(data, shipped, source="")) == html.page(data, shipped)


QUOTED = "他说\"好\"，it's a\u00a0b\u2003c {x} 'y' 100%"
"""What the text of an attribute or of JSON has to be careful of, and no reference is needed for in XML."""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_written_as_text_is_the_page_drawn_as_a_tree(lang: str, shipped: Standard) -> None:
    """Every part of a page, once as the stylesheet draws it and once as the writer has it written where no text can be markup."""
    form = shipped.forms["2021"]
    table = form.tables["applications"]
    rows = list(table.columns)
    cells = {**zeros(table).cells, (rows[0], "total"): NA, (rows[1], "total"): NA}
    said = (Note(table.key, QUOTED, rows[4], "total", "note"), Note("other", QUOTED, None, None, "note"))
    notes = Annotations((Note(table.key, "无", rows[0], "total", "mark"), *said))
    deep = Section("1.", QUOTED, (Section(None, QUOTED, (Section("a", QUOTED, (Section(None, "四", (Paragraph(QUOTED),)),)),)),))
    blocks = (Paragraph(QUOTED), deep, Grid(((QUOTED, ""),), QUOTED), Table(table.key, table.edition, cells))
    made = Report("1.0", Metadata(title=QUOTED, contact=QUOTED), (Chapter(None, None, None, ()), Chapter(None, "一", QUOTED, blocks)), annotations=notes)
    given = {"downloads": ("a.xml", "b.pdf"), "trail": (("../index.html", QUOTED),), "remarks": (QUOTED,)}
    data = xml.write(made, shipped)
    told = {"downloads": "a.xml|b.pdf|", "trail": f"../index.html\n{' '.join(QUOTED.split())}\n", "remarks": " ".join(QUOTED.split()) + "\n"}
    free = data.replace(b"&quot;", "\u201d".encode())
    assert b"&" not in free
    for document in (data, free):
        drawn_whole = bytes(html.drawn(document, shipped, source="", lang=lang, **told))
        assert html.page(document, shipped, lang, **given) == drawn_whole  # type: ignore[arg-type]


def test_an_attribute_in_apostrophes_may_hold_a_quotation_mark(shipped: Standard) -> None:
    chapter = "<chapter number = 'a\"b' title='c\"d'><grid caption='e\"f'><tr><td/></tr></grid></chapter>"
    data = f'<report xmlns="{shipped.namespace}" schema="1.0"><metadata/>{chapter}</report>'.encode()
    page = lxml_html.document_fromstring(html.page(data, shipped))
    assert page.xpath("//section/@data-number") == ['a"b']
    assert str(page.xpath("//main//div/@aria-label")[0]).endswith('e"f')


def test_a_label_that_means_something_to_markup_is_drawn_as_a_tree(tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    form = root / schematrees.INVENTED.name / "form.xml"
    text = form.read_text("utf-8")
    label = re.search(r'<column [^>]*label="([^"]+)"', text)
    assert label is not None
    form.write_text(text.replace(f'label="{label[1]}"', 'label="甲&lt;b&gt;&amp;乙"', 1), "utf-8")
    generate.build(root)
    standard = read_standard(root)
    made = report(standard, standard.forms[schematrees.INVENTED.name], [zeros(each) for each in standard.forms[schematrees.INVENTED.name].tables.values()])
    page = lxml_html.document_fromstring(write(made, "html", standard))
    assert "甲<b>&乙" in {heading.text_content() for heading in page.iter("th")}


def test_markup_that_is_none_of_the_standard_cannot_end_the_carrier(shipped: Standard) -> None:
    text = "</script><script>alert(1)</script>"
    for inside in (f"<![CDATA[{text}]]>", "<script>alert(1)</script>", "<!-- <script> -->", '<SCRIPT xmlns="urn:other"/>'):
        data = f'<report xmlns="{shipped.namespace}" schema="1.0"><metadata/><chapter><paragraph>{inside}</paragraph></chapter></report>'.encode()
        tree = lxml_html.document_fromstring(html.page(data, shipped))
        carrier = tree.xpath("//script")
        assert [each.get("type") for each in carrier] == ["application/ld+json", "application/xml"]
        assert etree.fromstring(carrier[1].text.encode()).findtext("{*}chapter/{*}paragraph") == etree.fromstring(data).findtext("{*}chapter/{*}paragraph")
