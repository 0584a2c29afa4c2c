"""From the forms the JSON Schema of a report in JSON (draft 2020-12): ``report.schema.json`` and one ``tables.schema.json`` an edition.

The simple types are those of ``report.xsd``, so that XML and JSON cannot drift apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from govreport.envelope import Envelope
from govreport.forms import Column, Form, TableForm
from govreport.schemafile import parse
from govreport.standard import Standard

DRAFT = "https://json-schema.org/draft/2020-12/schema"
CELLS = {"count": "Count", "change": "Change", "money": "Money"}
INTEGERS = {"Count": (0, 10**12 - 1), "Change": (1 - 10**12, 10**12 - 1), "Year": (1000, 9999)}
"""The types that are integers in JSON, with their bounds; all others are strings."""

Schema = Mapping[str, object]


def tables(form: Form, note: str) -> bytes:
    """Return the ``tables.schema.json`` of an edition: one definition a table, rows by dotted key, cells by column key."""
    definitions = {key: schema for table in form.tables.values() for key, schema in _table(table).items()}
    choice = [{"$ref": f"#/$defs/{key}"} for key in form.tables]
    return _document({"$schema": DRAFT, "$comment": note, "title": form.instrument, "anyOf": choice, "$defs": definitions})


def report(standard: Standard, note: str) -> bytes:
    """Return the ``report.schema.json`` of a schema tree."""
    editions: list[Schema] = [{"$ref": f"{edition}/tables.schema.json"} for edition in standard.forms]
    definitions = {**_simple_types(Envelope(parse(standard.root / "report.xsd"))), **_blocks(editions), **_metadata(), **_annotations()}
    members: Schema = {
        "schema": _ref("Claim"),
        "metadata": _ref("metadata"),
        "chapters": _array(_object({"key": _ref("Key"), "number": _ref("Text"), "title": _ref("Text"), "blocks": _array(_ref("block"))}, ("blocks",))),
        "attachments": _array(_ref("attachment")),
        "annotations": _ref("annotations"),
        "provenance": _text_object("Text", ("source", "reader", "schema"), {"sha256": _ref("Digest")}, ("source", "sha256", "reader", "schema")),
    }
    return _document({"$schema": DRAFT, "$comment": note, "title": standard.namespace, **_object(members, ("schema", "chapters")), "$defs": definitions})


def _table(table: TableForm) -> dict[str, Schema]:
    """Return the definitions of a table: itself, then one for the rows of each block."""
    names = [f"{table.key}.{index}" for index in range(1, len(table.blocks) + 1)]
    rows = {row.key: _ref(name) for name, block in zip(names, table.blocks, strict=True) for row in block.leaves}
    members: dict[str, Schema] = {"table": {"const": table.key}, "edition": {"const": table.edition}, "rows": _object(rows, rows)}
    units = [row.key for row in table.leaves if table.money_column(row.key)]
    if units:
        members["units"] = _object({key: _of_envelope("Unit") for key in units})
    definitions: dict[str, Schema] = {table.key: {"title": table.label, **_object(members, ("table", "edition", "rows"))}}
    for name, block in zip(names, table.blocks, strict=True):
        cells = {column.key: _cell(column) for column in block.columns}
        definitions[name] = _object(cells, cells)
    return definitions


def _cell(column: Column) -> Schema:
    return {"title": column.label, "anyOf": [_of_envelope(CELLS[column.kind]), {"const": "NA"}, {"type": "null"}]}


def _simple_types(found: Envelope) -> dict[str, Schema]:
    types: dict[str, Schema] = {}
    for name, values in found.enumerations.items():
        types[name] = {"enum": list(values)}
    for name, pattern in found.patterns.items():
        if name in INTEGERS:
            lowest, highest = INTEGERS[name]
            types[name] = {"type": "integer", "minimum": lowest, "maximum": highest}
        else:
            types[name] = {"type": "string", "pattern": f"^(?:{pattern})$"}
    # at most 12 digits in all, which the XSD says by totalDigits
    types["Money"] = {**types["Money"], "allOf": [{"pattern": r"^(?:[0-9]\.?){1,12}$"}]}
    types["Figure"] = {"type": "string", "anyOf": [{"pattern": f"^(?:{found.patterns['Change']})$"}, _ref("Money")]}
    types["OptionalText"] = {"anyOf": [_ref("Text"), {"const": ""}]}
    return types


def _blocks(editions: list[Schema]) -> dict[str, Schema]:
    blocks: dict[str, Schema] = {}
    for name, table in (("block", [_ref("table")]), ("proseBlock", [])):
        section = _object({"number": _ref("Text"), "title": _ref("Text"), "blocks": _array(_ref(name))}, ("blocks",))
        prose = [_object({"paragraph": _ref("Text")}, ("paragraph",)), _object({"section": section}, ("section",)), _object({"grid": _ref("grid")}, ("grid",))]
        blocks[name] = {"anyOf": [*prose, *table]}
    blocks["grid"] = _object({"caption": _ref("Text"), "rows": _array(_array(_ref("OptionalText")))}, ("rows",))
    blocks["table"] = {"anyOf": editions}
    members = {"title": _ref("Text"), "fileName": _ref("Text"), "mediaType": _ref("Text"), "sha256": _ref("Digest"), "blocks": _array(_ref("proseBlock"))}
    blocks["attachment"] = _object(members, ("title",))
    return blocks


def _metadata() -> dict[str, Schema]:
    division = _text_object("Text", ("code", "codeSystem"), {"asOf": _ref("Date")}, ("code",))
    agency = {"name": _ref("Text"), "kind": _ref("AgencyKind"), "level": _ref("AgencyLevel"), "uscc": _ref("Text"), "division": division}
    members: dict[str, Schema] = {
        "agency": _object(agency),
        "year": _ref("Year"),
        "period": _object({"from": _ref("Date"), "to": _ref("Date")}, ("from", "to")),
        "scope": _ref("Scope"),
        "title": _ref("Text"),
        "documentNumber": _ref("Text"),
        "published": _ref("Date"),
        "contact": _ref("Text"),
    }
    return {"metadata": _object(members)}


def _annotations() -> dict[str, Schema]:
    place = {"table": _ref("Key"), "row": _ref("RowKey"), "column": _ref("Key")}
    signed = {"by": _ref("Text"), "on": _ref("Date")}
    note = _object({**place, "kind": _ref("Note.kind"), "text": _ref("Text")}, ("table", "kind", "text"))
    figures = {"before": _ref("Figure"), "after": _ref("Figure"), "reason": _ref("Restatement.reason"), "text": _ref("Text")}
    restatement = _object({**place, **figures}, ("table", "row", "column", "before", "after", "reason"))
    waiver = _object({"code": _ref("Code"), **place, "reason": _ref("Text"), **signed}, ("code", "reason"))
    declaration = _object({"table": _ref("Key"), **signed}, ("table",))
    members = {"notes": _array(note), "restatements": _array(restatement), "waivers": _array(waiver), "zeroDeclarations": _array(declaration)}
    return {"annotations": _object(members)}


def _object(members: Mapping[str, object], required: Iterable[str] = ()) -> dict[str, object]:
    needed = list(required)
    return {"type": "object", "properties": dict(members), **({"required": needed} if needed else {}), "additionalProperties": False}


def _text_object(kind: str, names: Iterable[str], others: Mapping[str, object], required: Iterable[str]) -> Schema:
    return _object({**{name: _ref(kind) for name in names}, **others}, required)


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _of_envelope(name: str) -> Schema:
    return {"$ref": f"../report.schema.json#/$defs/{name}"}


def _document(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
