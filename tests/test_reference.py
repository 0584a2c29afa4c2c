"""The documentation of the standard: all of it is there, of any edition, every link leads somewhere, and the files can be used as they are."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree
from lxml import html as markup

from govreport import generate
from govreport.cli import main as entry
from govreport.diagnostics import LANGUAGES, catalogue_in
from govreport.reference import examples, files, pages
from govreport.reference.source import EXAMPLE
from govreport.relations import equations
from govreport.standard import Standard, read_standard
from tests import browser, schematrees
from tests.judged import outcomes

XS = "{http://www.w3.org/2001/XMLSchema}"
FORM = f"form-{schematrees.INVENTED.name}.html"


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """The standard with an invented edition."""
    root = schematrees.with_invented_edition(tmp_path_factory.mktemp("reference"))
    generate.build(root)
    return read_standard(root)


@pytest.fixture(scope="module")
def found(standard: Standard) -> dict[str, bytes]:
    """Its documentation."""
    return pages.documentation(standard)


@pytest.fixture(scope="module")
def folder(found: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation in a folder."""
    root = tmp_path_factory.mktemp("documentation")
    for name, data in found.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def drawn(found: dict[str, bytes]) -> Iterator[tuple[str, markup.HtmlElement]]:
    """Yield every page of the documentation itself, by path."""
    for name, data in found.items():
        if name.endswith(".html") and name.count("/") == name.startswith("en/"):
            yield name, markup.document_fromstring(data.decode("utf-8"))


def text(page: bytes) -> str:
    """Return what can be read on a page."""
    return markup.document_fromstring(page.decode("utf-8")).text_content()


def test_every_link_leads_to_a_file_and_to_a_place_in_it(found: dict[str, bytes]) -> None:
    ids = {name: {each.get("id") for each in page.iter() if each.get("id")} for name, page in drawn(found)}
    assert len(ids) == 2 * (3 + 3)
    for name, page in drawn(found):
        for element in page.iter("a", "link"):
            target, fragment = urldefrag(unquote(element.get("href")))
            assert ":" not in target and not target.startswith("/"), "no address outside the documentation"
            parts = [*name.split("/")[:-1], *target.split("/")] if target else name.split("/")
            path = "/".join(parts).replace("en/../", "")
            assert path in found, f"{name}: {element.get('href')}"
            assert not fragment or fragment in ids[path], f"{name}: {element.get('href')}"
        assert not page.xpath("//script | //style | //@style | //img")
        assert len(page.xpath("//*[@id]")) == len(ids[name]), f"{name}: an id twice"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_column_label_and_relation_of_an_edition_never_seen_is_on_its_page(standard: Standard, found: dict[str, bytes], lang: str) -> None:
    page = found[FORM if lang == "zh" else f"en/{FORM}"]
    seen, form = text(page), standard.newest
    for table in form.tables.values():
        assert table.key in seen and table.label in seen
        assert all(row.key in seen and row.label in seen for row in table.rows.values())
        assert all(column.key in seen and column.label in seen for columns in table.columns.values() for column in columns.values())
    assert all(relation.id in seen and relation.code in seen for relation in form.relations)
    assert all(chapter.key in seen and (chapter.title or "") in seen for chapter in form.chapters)
    cells = markup.document_fromstring(page.decode("utf-8")).xpath("//table[@class='form']//td[@headers]")
    assert len(cells) == sum(len(table.cells) for table in form.tables.values())
    assert all(cell.text_content().strip() for cell in cells)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_element_attribute_and_type_of_the_envelope_is_on_its_page(standard: Standard, found: dict[str, bytes], lang: str) -> None:
    seen = text(found["envelope.html" if lang == "zh" else "en/envelope.html"])
    schema = etree.parse(str(standard.root / "report.xsd"))
    assert all(each.get("name") in seen for each in schema.iter(f"{XS}element", f"{XS}attribute", f"{XS}complexType", f"{XS}simpleType") if each.get("name"))
    documented = schema.xpath("//xs:documentation[@xml:lang = $lang]", namespaces={"xs": XS[1:-1]}, lang=lang)
    assert all(each.text in seen for each in documented)
    assert "&#xA1;-&#x167F;" in seen, "a pattern in signs that can be seen"


def test_pages_name_their_encoding_once_and_hold_no_sign_that_a_page_may_not(found: dict[str, bytes]) -> None:
    for name, page in found.items():
        if name.endswith(".html") and "/" not in name.removeprefix("en/"):
            assert page.count(b"<meta http-equiv") + page.count(b"<meta charset") == 1, name
            assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U0010ffff]", page.decode()), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_is_in_the_catalogue_with_its_texts_and_the_files_of_its_case(standard: Standard, found: dict[str, bytes], lang: str) -> None:
    page = found["codes.html" if lang == "zh" else "en/codes.html"]
    seen = text(page)
    for code, known in catalogue_in(standard.root).entries.items():
        assert f'id="{code}"'.encode() in page
        assert " ".join(known.messages[lang].split()) in seen
        assert " ".join(known.advices[lang].split()) in seen
    for path in (schematrees.ROOT / "fixtures" / "conformance").glob("*/*-*.xml"):
        assert f"conformance/{path.parent.name}/{path.name}".encode() in page


def test_examples_hold_every_relation_and_are_valid(standard: Standard, folder: Path) -> None:
    for form in standard.forms.values():
        report = examples.report(standard, form)
        tables = {table.key: table for table in report.tables()}
        found = [*outcomes(form, tables)]
        assert [*filter(lambda outcome: outcome.left != outcome.right or outcome.blanks, found)] == []
        assert len(found) == sum(not any(cell.last_year for cell in (*each.left, *each.right)) for each in equations(form))
        assert any(value for table in tables.values() for value in table.cells.values()), "the example is not all zeros"
        if shutil.which("xmllint"):
            command = ["xmllint", "--nonet", "--noout", "--schema", "schema/report.xsd", f"examples/{form.edition}.xml"]
            assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def test_the_example_of_the_envelope_is_valid_and_has_every_element(standard: Standard) -> None:
    schema = etree.parse(str(standard.root / "report.xsd"))
    example = etree.parse(str(standard.root / EXAMPLE))
    assert etree.XMLSchema(schema).validate(example)
    known = {each.get("name") for each in schema.iter(f"{XS}element") if each.get("name") and each.get("abstract") != "true"}
    assert known == {etree.QName(each).localname for each in example.iter("{*}*")}


def test_files_are_those_of_the_tree_and_the_manifest_holds_every_digest(standard: Standard, found: dict[str, bytes]) -> None:
    assert found["schema/report.xsd"] == (standard.root / "report.xsd").read_bytes()
    lines = dict(reversed(line.split("  ", 1)) for line in found[files.MANIFEST].decode("utf-8").splitlines())
    assert lines == {name: hashlib.sha256(found[name]).hexdigest() for name in lines}
    beside = {name for name, _ in drawn(found)} | {"style.css", files.MANIFEST}
    assert set(lines) == set(found) - beside
    for name in ("schema", "conformance"):
        with zipfile.ZipFile(io.BytesIO(found[f"{name}-{standard.release}.zip"])) as packed:
            tree = {key: data for key, data in found.items() if key.startswith(f"{name}/")}
            assert {f"{name}/{each}": packed.read(each) for each in packed.namelist()} == tree


def test_the_same_tree_gives_the_same_bytes_and_what_is_fresh_is_left_alone(
    standard: Standard, found: dict[str, bytes], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "written"
    command = ["schema", "docs", "-o", str(target), "--schema", str(standard.root), "--lang", "en"]
    assert entry.main(command) == 0
    assert f"written {len(found)}" in capsys.readouterr().out
    assert {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()} == found
    (target / "index.html").write_bytes(b"")
    assert entry.main(command) == 0
    assert "written 1" in capsys.readouterr().out


def test_what_cannot_be_written_is_said(standard: Standard, tmp_path: Path) -> None:
    assert entry.main(["schema", "docs", "-o", str(tmp_path), "--to", "pdf"]) == 2
    assert entry.main(["schema", "docs", "-o", str(tmp_path), "--suite", str(tmp_path)]) == 2
    (tmp_path / "file").write_text("")
    assert entry.main(["schema", "docs", "-o", str(tmp_path / "file")]) == 2


def test_the_committed_reference_is_of_this_schema(shipped: Standard) -> None:
    for name, data in pages.markdown(shipped).items():
        assert (schematrees.ROOT / "docs" / "reference" / name).read_bytes() == data, "run make docs"


def test_pages_pass_axe_on_a_desk_and_on_a_phone_and_ask_for_nothing_but_their_style(folder: Path) -> None:
    with browser.launched() as chromium:
        for name in ("index.html", FORM, "envelope.html", "en/codes.html"):
            for width, height in ((1366, 768), (390, 844)):
                with chromium.opened(folder / name, width, height) as opened:
                    assert {request.rpartition("/")[2] for request in opened.requests} == {"style.css"}
                    assert not opened.console and not opened.dialogs
                    assert browser.violations(opened) == []
                    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
