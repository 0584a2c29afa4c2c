"""The schema tree as shipped: sound, fresh, the same in every engine; and every fault of a tree is found, with its file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from govreport import generate
from govreport.correspondence import load as correspondence
from govreport.diagnostics import LANGUAGES
from govreport.model import Report
from govreport.standard import load
from govreport.writers import json as json_writer
from govreport.writers import xml as xml_writer
from tests import schematrees, strategies

STANDARD = load(schematrees.SCHEMA)
SCHEMA = etree.XMLSchema(etree.parse(str(schematrees.SCHEMA / "report.xsd")))


@pytest.fixture(scope="module")
def second_opinion() -> object:
    """The envelope as the ``xmlschema`` package sees it."""
    import xmlschema

    return xmlschema.XMLSchema(str(schematrees.SCHEMA / "report.xsd"), allow="local", defuse="always")


def test_the_shipped_tree_is_sound_and_fresh() -> None:
    assert generate.check(schematrees.SCHEMA) == []
    assert generate.is_fresh(schematrees.SCHEMA)


def document(attribute: str = "", edition: str = "2019", metadata: str = "", chapter: str = "", behind: str = "") -> bytes:
    """Return a document with what is said in its places; ``attribute`` is one of the row ``fees`` or ``procurement`` of table 2."""
    table = ""
    if attribute:
        rows = []
        for row in STANDARD.forms[edition].tables["proactiveDisclosure"].leaves:
            own = attribute.split("=")[0].strip() in (*STANDARD.forms[edition].tables["proactiveDisclosure"].columns[row.key], "unit")
            rows.append(f"<{row.key} {attribute if own and row.key in ('fees', 'procurement') else ''}/>")
        table = f'<proactiveDisclosure xmlns="{STANDARD.table_namespace(edition)}">{"".join(rows)}</proactiveDisclosure>'
    body = f"<metadata>{metadata}</metadata><chapter>{chapter}{table}</chapter>{behind}"
    return f'<report xmlns="{STANDARD.namespace}" schema="1.0">{body}</report>'.encode()


NUMBERS = {
    "previousItems": (("0", "5", "123456789012", "NA"), ("", "05", "+5", "-1", "1.0", "1e3", "5 5", "1234567890123", "５", "٥", "na")),
    "change": (("0", "5", "-5", "-123456789012", "NA"), ("+5", "-0", "-05", "05", "--5", "1.5", "-1234567890123")),
    "amount": (
        ("0", "0.5", "156.32", "123456789012", "123456.123456", "0.000001", "NA"),
        ("1.50", "01", "1.", ".5", "-1", "1e3", "1,036", "0.0000001", "1234567.123456", "1234567890123", "123456789012.5", "１", "INF"),
    ),
}


@pytest.mark.parametrize("column", NUMBERS)
def test_numbers_are_canonical_in_both_engines(column: str, second_opinion: object) -> None:
    for verdict, texts in zip((True, False), NUMBERS[column], strict=True):
        for text in texts:
            tree = etree.fromstring(document(f'{column}="{text}"'))
            assert SCHEMA.validate(tree) is verdict, text
            assert second_opinion.is_valid(tree) is verdict, text  # type: ignore[attr-defined]


TEXTS = (
    *(("甲", True), ("a b", True), ("a\tb", True), ("甲\u3000乙", True), ("𣲗", True)),
    *(("", False), (" a", False), ("a ", False), ("a\nb", False), ("甲\u3000", False), ("\u00a0甲", False)),
)


def test_texts_have_no_edges_and_no_breaks_in_both_engines(second_opinion: object) -> None:
    for text, verdict in TEXTS:
        tree = etree.fromstring(document(chapter=f"<paragraph>{text}</paragraph>"))
        assert SCHEMA.validate(tree) is verdict, repr(text)
        assert second_opinion.is_valid(tree) is verdict, repr(text)  # type: ignore[attr-defined]
        cell = etree.fromstring(document(chapter=f"<grid><tr><td>{text}</td></tr></grid>"))
        assert SCHEMA.validate(cell) is (verdict or not text), repr(text)


def test_a_long_paragraph_costs_linear_time() -> None:
    words = "政府信息公开 " * 40_000
    assert SCHEMA.validate(etree.fromstring(document(chapter=f"<paragraph>{words.strip()}</paragraph>")))
    assert not SCHEMA.validate(etree.fromstring(document(chapter=f"<paragraph>{words}</paragraph>")))


REFUSED = {
    "metadata out of order": {"metadata": "<year>2023</year><agency/>"},
    "level of no kind": {"metadata": '<agency level="village"/>'},
    "year of full-width digits": {"metadata": "<year>２０２３</year>"},
    "date with a time zone": {"metadata": "<published>2023-01-01Z</published>"},
    "no such day": {"metadata": "<published>2023-02-30</published>"},
    "division without a code": {"metadata": '<agency><division codeSystem="GB"/></agency>'},
    "unit of dollars": {"attribute": 'unit="USD"'},
    "table in an attachment": {"behind": '<attachment title="t"><reviewAndLitigation xmlns="urn:govreport:report:1:2021"/></attachment>'},
    "waiver without a reason": {"behind": '<annotations><waiver code="T3-ROW"/></annotations>'},
    "note of no kind": {"behind": '<annotations><note table="applications" kind="x">t</note></annotations>'},
    "digest cut": {"behind": '<provenance source="a" sha256="00" reader="xml" schema="1.0"/>'},
    "abstract head": {"chapter": "<table/>"},
    "the edition of another table": {"chapter": '<proactiveDisclosure xmlns="urn:govreport:report:1:2030"/>'},
}


@pytest.mark.parametrize("reason", REFUSED)
def test_both_engines_refuse(reason: str, second_opinion: object) -> None:
    tree = etree.fromstring(document(**REFUSED[reason]))
    assert not SCHEMA.validate(tree)
    assert not second_opinion.is_valid(tree)  # type: ignore[attr-defined]


@settings(derandomize=True, max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.reports(STANDARD))
def test_every_report_of_the_model_is_valid_in_xml_and_json(report: Report) -> None:
    assert SCHEMA.validate(etree.fromstring(xml_writer.write(report, STANDARD))), SCHEMA.error_log
    errors = list(json_schema().iter_errors(json.loads(json_writer.write(report, STANDARD))))
    assert not errors, errors[:1]


def json_schema():  # type: ignore[no-untyped-def]
    """Return the built JSON Schema with its references resolved from the tree alone; loudly skipped without a validator."""
    jsonschema = pytest.importorskip("jsonschema", reason="no JSON Schema validator is installed: the built JSON Schema is not tested")
    referencing = pytest.importorskip("referencing")

    def resource(path: Path) -> object:
        return referencing.Resource.from_contents(json.loads(path.read_text("utf-8")))

    base = schematrees.SCHEMA.as_uri() + "/"
    files = [schematrees.SCHEMA / "report.schema.json", *sorted(schematrees.SCHEMA.glob("*/tables.schema.json"))]
    registry = referencing.Registry().with_resources((base + path.relative_to(schematrees.SCHEMA).as_posix(), resource(path)) for path in files)
    return jsonschema.Draft202012Validator({"$ref": f"{base}report.schema.json"}, registry=registry)


def test_the_json_schema_refuses_what_the_form_does_not_have() -> None:
    validator = json_schema()
    columns = STANDARD.forms["2021"].tables["reviewAndLitigation"].columns
    table = {"table": "reviewAndLitigation", "edition": "2021", "rows": {row: dict.fromkeys(cells) for row, cells in columns.items()}}

    def report_with(**changed: object) -> dict[str, object]:
        return {"schema": "1.0", "chapters": [{"blocks": [{**table, **changed}]}]}

    assert validator.is_valid(report_with())
    assert not validator.is_valid(report_with(edition="1999"))
    assert not validator.is_valid(report_with(rows={**table["rows"], "direct": {}}))  # type: ignore[dict-item]
    for value in (-1, 1.5, "1", 10**12, "na", True):
        rows = {**table["rows"], "reconsideration": {**dict.fromkeys(columns["reconsideration"]), "total": value}}  # type: ignore[dict-item]
        assert not validator.is_valid(report_with(rows=rows)), value


# Faults of a tree


# Releases


# Other files of the tree


def test_the_catalog_names_only_files_of_the_tree() -> None:
    entries = etree.parse(str(schematrees.SCHEMA / "catalog.xml")).getroot()
    names = {entry.get("name"): schematrees.SCHEMA / str(entry.get("uri")) for entry in entries}
    assert set(names) == {STANDARD.namespace, *(STANDARD.table_namespace(edition) for edition in STANDARD.forms)}
    for name, path in names.items():
        assert etree.parse(str(path)).getroot().get("targetNamespace") == name


def test_every_cell_of_both_editions_is_kept_summed_or_dropped_with_a_reason_in_both_languages() -> None:
    found = correspondence(STANDARD, "2019", "2021")
    assert found is not None
    assert found.faults == ()
    for side, only_here in (("2019", found.left_only), ("2021", found.right_only)):
        assert all(set(reasons) == set(LANGUAGES) for reasons in only_here.values()), side
    mapped = sum(len(pair.left) for pair in found.pairs) + len(found.left_only)
    assert mapped == sum(len(table.cells) for table in STANDARD.forms["2019"].tables.values())
