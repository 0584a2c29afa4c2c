"""All renderings of one Findings object tell the same codes at the same places; each is what its own standard asks for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from govreport import generate, profiles
from govreport.diagnostics import LANGUAGES, CellRef
from govreport.model import NA, Annotations, Note, Table
from govreport.standard import load, read_standard
from govreport.validation import Findings, validate_report
from govreport.validation.render import RENDERINGS, folding
from govreport.validation.render.document import document
from govreport.validation.render.words import Words
from govreport.validation.schematron import SVRL
from tests import schematrees, svrl
from tests.drawn import cells as cells_drawn
from tests.filled import report, zeros
from tests.test_conformance import FILES, Expected, judged

Place = tuple[str, str | None, str | None, str | None, str | None, int | None]
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SVRL_TAG = f"{{{SVRL}}}"
CASES = pytest.mark.parametrize("expected", FILES, ids=lambda expected: f"{expected.code}/{expected.path.name}")


def places(findings: Findings) -> Counter[Place]:
    """Return code, table, row, column, path and line of every finding."""
    found = [(finding.code, finding.diagnostic.location) for finding in findings.findings]
    keys = [(code, where.cell or CellRef(""), where) for code, where in found]
    return Counter((code, cell.table or None, cell.row, cell.column, where.path, where.line) for code, cell, where in keys)


def in_json(told: str) -> Counter[Place]:
    """Return the places of a JSON line."""
    found = json.loads(told)["diagnostics"]
    return Counter((each["code"], each["table"], each["row"], each["col"], each["path"], each["line"]) for each in found)


def in_sarif(told: str) -> Counter[Place]:
    """Return the places of a SARIF log."""
    found: Counter[Place] = Counter()
    for each in json.loads(told)["runs"][0]["results"]:
        keys, (location,) = each["properties"], each["locations"]
        path = location.get("logicalLocations", [{}])[0].get("fullyQualifiedName")
        line = location["physicalLocation"].get("region", {}).get("startLine")
        found[each["ruleId"], keys.get("table"), keys.get("row"), keys.get("col"), path, line] += 1
    return found


def in_svrl(told: str) -> Counter[Place]:
    """Return the places of an SVRL document."""
    found: Counter[Place] = Counter()
    for failed in etree.fromstring(told.encode()).iter(f"{SVRL_TAG}failed-assert"):
        references = failed.findall(f"{SVRL_TAG}diagnostic-reference")
        said = {each.get("diagnostic", "").partition("-")[0]: "".join(map(str, each.itertext())).strip() for each in references}
        path = said.get("path") or failed.get("location", "").replace("*[local-name()='", "").replace("']", "")
        line = int(said["line"] or 0) if "line" in said else None
        found[failed.get("flag", ""), said.get("table"), said.get("row"), said.get("column"), path, line] += 1
    return found


def in_html(told: str) -> Counter[Place]:
    """Return the places of a page."""
    spans = lxml_html.fromstring(told).xpath("//span[@data-code]")
    names = ("code", "table", "row", "column", "path", "line")
    found = [[each.get(f"data-{name}") or None for name in names] for each in spans]
    return Counter((code or "", table, row, column, path, int(line) if line else None) for code, table, row, column, path, line in found)


def in_text(told: str) -> set[tuple[str, ...]]:
    """Return the folds of a text as its lines without indentation."""
    return {tuple(line.split("  ", 1)) for line in told.splitlines()[1:] if not line.startswith((" ", "\u3000"))}


READERS = {"json": in_json, "sarif": in_sarif, "svrl": in_svrl, "html": in_html}


@CASES
def test_every_rendering_tells_the_same_codes_at_the_same_places(expected: Expected) -> None:
    findings = judged(expected)
    lang = LANGUAGES[len(expected.path.name) % 2]
    told = places(findings)
    for name, read in READERS.items():
        found = read(RENDERINGS[name](findings, lang))
        # SVRL must point somewhere: what has no path of its own is about the report
        assert found == (Counter({(*place[:4], place[4] or "/report", place[5]): n for place, n in told.items()}) if name == "svrl" else told), name
    words = Words(findings, lang)
    folds = folding.folds(words)
    assert sum(len(fold.findings) for fold in folds) == len(findings.findings)
    heads = [f"{words.word('severity', fold.first.severity.value)} {fold.first.code}" for fold in folds]
    heads = [words.frame("signed", text=head, signed=words.frame("waived")) if fold.first.waived else head for head, fold in zip(heads, folds, strict=True)]
    lines = {(head, folding.line(fold, words)) for head, fold in zip(heads, folds, strict=True)}
    assert {(head, line.partition("\n")[0]) for head, line in lines} == in_text(RENDERINGS["text"](findings, lang))


@CASES
def test_sarif_is_sarif(expected: Expected) -> None:
    model = pytest.importorskip("pydantic_sarif.model", reason="the model made from the schema of OASIS is not installed: SARIF is not checked against it")
    for lang in LANGUAGES:
        told = RENDERINGS["sarif"](judged(expected), lang)
        log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(told)
        assert log.version.value == "2.1.0"
        run = json.loads(told)["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
        # what was found and what to do are two sentences, not one
        assert all(each["message"]["text"].partition("\n")[2].partition({"zh": "\uff1a", "en": ": "}[lang])[2] for each in run["results"])
        for rule in rules:
            first = next(each for each in run["results"] if each["ruleId"] == rule["id"])
            assert first["properties"]["basis"].partition(" ")[2] == rule["shortDescription"]["text"] != ""


def test_sarif_says_which_stages_did_not_run_and_what_is_waived() -> None:
    cut = next(each for each in FILES if each.path.name == "fail-cut.xml")
    run = json.loads(RENDERINGS["sarif"](judged(cut), "en"))["runs"][0]
    states = {each["properties"]["stage"]: each["level"] for each in run["invocations"][0]["toolExecutionNotifications"]}
    assert states["well-formed"] == "error" and states["rules"] == "note"
    waived = next(each for each in FILES if each.code == "DOC-WAIVER" and each.path.name == "pass-warning.xml")
    results = json.loads(RENDERINGS["sarif"](judged(waived), "en"))["runs"][0]["results"]
    assert [each["suppressions"][0]["justification"] for each in results if "suppressions" in each]


@CASES
def test_svrl_points_into_the_document(expected: Expected) -> None:
    findings = judged(expected)
    output = etree.fromstring(RENDERINGS["svrl"](findings, "zh").encode())
    assert svrl.ill_formed(output) == []
    assert {text.get(XML_LANG) for text in output.iterfind(f"{SVRL_TAG}text")} == {"zh"}
    if expected.path.suffix != ".xml" or any(stage.state == "failed" for stage in findings.stages):
        return
    tree = etree.fromstring(expected.path.read_bytes()).getroottree()
    for failed in output.iter(f"{SVRL_TAG}failed-assert"):
        assert tree.xpath(failed.get("location", "").partition("/@")[0]), failed.get("location")


@CASES
def test_the_page_leads_to_cells_and_nowhere_else(expected: Expected) -> None:
    for lang in LANGUAGES:
        told = RENDERINGS["html"](judged(expected), lang)
        page = lxml_html.fromstring(told)
        assert page.get("lang") == lang
        assert not page.xpath("//script | //link | //img | //iframe | //object | //form | //@src | //@onclick | //@style")
        assert "@import" not in told and "url(" not in told
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        targets = [str(each) for each in page.xpath("//@href")]
        assert all(each.startswith("#") and each[1:] in ids for each in targets), targets
        for span in page.xpath("//span[@data-row and @data-column and a]"):
            (cell,) = page.xpath("//td[@id = $id]", id=span.find("a").get("href")[1:])
            assert cell.get("id") == "cell.{}/{}/{}".format(*(span.get(f"data-{each}") for each in ("table", "row", "column")))
            assert cell.find("a") is not None, "a marked cell leads back"


def test_every_cell_finding_of_a_drawn_table_is_a_link() -> None:
    blank = next(each for each in FILES if each.code == "CELL-BLANK" and each.path.name == "fail-blank.xml")
    page = lxml_html.fromstring(RENDERINGS["html"](judged(blank), "zh"))
    spans = page.xpath("//span[@data-row]")
    assert spans and all(span.find("a") is not None for span in spans)


def test_many_equal_findings_fold_and_open_to_their_cells() -> None:
    standard = load()
    form = standard.forms["2021"]
    table = form.tables["applications"]
    found = report(standard, form, [Table(table.key, table.edition, {})])
    findings = validate_report(found, standard, profiles.load("submission"))
    text = RENDERINGS["text"](findings, "zh")
    assert [line for line in text.splitlines() if "CELL-BLANK" in line and "175" in line]
    assert len(json.loads(RENDERINGS["json"](findings, "zh"))["diagnostics"]) >= 175
    page = lxml_html.fromstring(RENDERINGS["html"](findings, "zh"))
    (opened,) = page.xpath("//details")
    assert len(opened.xpath(".//li")) == 175


def test_an_invented_edition_is_drawn(tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    generate.build(root)
    standard = read_standard(root)
    form = standard.forms[schematrees.INVENTED.name]
    tables = [zeros(table) for table in form.tables.values()]
    cells = {**tables[1].cells, ("received", "person"): 5, ("transferred", "total"): NA}
    found = report(standard, form, [tables[0], Table(tables[1].key, tables[1].edition, cells), *tables[2:]])
    findings = validate_report(found, standard, profiles.load("submission", root))
    page = lxml_html.fromstring(RENDERINGS["html"](findings, "zh"))
    drawn = {table.key: cells_drawn(page, table) for table in form.tables.values()}
    assert sum(map(len, drawn.values())) == sum(len(table.cells) for table in form.tables.values())
    cell = drawn[tables[1].key]["received", "total"]
    assert "error" in cell.get("class")
    assert in_html(RENDERINGS["html"](findings, "zh")) == places(findings)


def test_a_mark_is_shown_as_it_was_written() -> None:
    standard = load()
    form = standard.forms["2021"]
    table = form.tables["applications"]
    cells = {**zeros(table).cells, ("received", "total"): NA}
    found = report(standard, form, [Table(table.key, table.edition, cells)])
    marked = type(found)(found.schema, found.metadata, found.chapters, annotations=Annotations((Note(table.key, "\u2014\u2014", "received", "total", "mark"),)))
    page = lxml_html.fromstring(RENDERINGS["html"](validate_report(marked, standard, profiles.load("submission")), "en"))
    cell = cells_drawn(page, table)["received", "total"]
    assert cell.text_content().strip() == "\u2014\u2014"


def test_the_stylesheet_runs_without_python(tmp_path: Path) -> None:
    if shutil.which("xsltproc") is None:
        pytest.skip("xsltproc is not installed: the stylesheet is run by lxml alone")
    blank = next(each for each in FILES if each.code == "CELL-BLANK" and each.path.name == "fail-blank.xml")
    findings = judged(blank)
    path = tmp_path / "findings.xml"
    path.write_bytes(etree.tostring(document(findings, "en"), encoding="utf-8"))
    run = subprocess.run(
        ["xsltproc", "--nonet", "--nowrite", str(schematrees.ROOT / "stylesheets" / "findings.xsl"), str(path)], capture_output=True, text=True, check=True
    )
    assert in_html(run.stdout) == places(findings)


def test_the_stylesheet_has_no_extension_and_no_address() -> None:
    text = (schematrees.ROOT / "stylesheets" / "findings.xsl").read_text("utf-8")
    assert 'version="1.0"' in text
    addresses = set(re.findall(r"https?://[^\"' ]+", text))
    assert addresses == {"http://www.w3.org/1999/XSL/Transform"}
    assert not re.search(r"exsl|document\(|extension-element", text)


# The command
