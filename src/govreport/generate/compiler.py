"""A compiler from the Schematron that we write to XSLT 1.0 that gives SVRL: one template a rule, no extension functions.

It knows title, ns, let, pattern, rule, assert, report, diagnostics and value-of, name, emph in texts; anything else it refuses.
"""

from __future__ import annotations

from lxml import etree

from govreport.generate.markup import add, root, serialise
from govreport.schemafile import SchemaTreeError, need

SCH = "http://purl.oclc.org/dsdl/schematron"
SVRL = "http://purl.oclc.org/dsdl/svrl"
XSL = "http://www.w3.org/1999/XSL/Transform"
_PASSED = ("id", "flag", "role")


def compile_schematron(schematron: bytes, note: str) -> bytes:
    """Return the XSLT 1.0 stylesheet of a Schematron schema; raises ``SchemaTreeError`` for what it does not know."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    schema = etree.fromstring(schematron, parser)
    if need(schema, "queryBinding") != "xslt":
        raise SchemaTreeError(f"line {schema.sourceline}: queryBinding is not xslt")
    prefixes = {need(ns, "prefix"): need(ns, "uri") for ns in schema.findall(f"{{{SCH}}}ns")}
    sheet = root("stylesheet", {"version": "1.0", "exclude-result-prefixes": " ".join(prefixes)}, {"xsl": XSL, "svrl": SVRL, **prefixes}, "xsl")
    add(sheet, "output", {"method": "xml", "encoding": "UTF-8", "indent": "yes"})
    diagnostics = {need(entry, "id"): entry for entry in schema.iterfind(f"{{{SCH}}}diagnostics/{{{SCH}}}diagnostic")}
    patterns = []
    for child in schema:
        name = _name(child)
        if name == "let":
            add(sheet, "variable", {"name": need(child, "name"), "select": need(child, "value")})
        elif name == "pattern":
            patterns.append(child)
        elif name not in ("title", "ns", "diagnostics"):
            raise _unknown(child)
    _entry(sheet, schema, prefixes, patterns)
    for number, pattern in enumerate(patterns, 1):
        _pattern(sheet, pattern, f"M{number}", diagnostics)
    _locations(sheet)
    return serialise(sheet, note)


def _entry(sheet: etree._Element, schema: etree._Element, prefixes: dict[str, str], patterns: list[etree._Element]) -> None:
    title = schema.findtext(f"{{{SCH}}}title", "")
    template = add(sheet, "template", {"match": "/"})
    output = _svrl(template, "schematron-output", {"title": title, "schemaVersion": schema.get("schemaVersion", "")})
    for prefix, uri in prefixes.items():
        _svrl(output, "ns-prefix-in-attribute-values", {"prefix": prefix, "uri": uri})
    for number, pattern in enumerate(patterns, 1):
        _svrl(output, "active-pattern", {"id": pattern.get("id", f"M{number}")})
        add(output, f"{{{XSL}}}apply-templates", {"select": "*", "mode": f"M{number}"})


def _pattern(sheet: etree._Element, pattern: etree._Element, mode: str, diagnostics: dict[str, etree._Element]) -> None:
    rules = [child for child in pattern if _name(child) == "rule"]
    onward = "@* | *" if any("@" in need(rule, "context").rpartition("/")[2] for rule in rules) else "*"
    for child in pattern:
        if _name(child) == "let":
            add(sheet, "variable", {"name": need(child, "name"), "select": need(child, "value")})
        elif _name(child) != "rule":
            raise _unknown(child)
    for number, rule in enumerate(rules):
        # the first rule of a pattern that matches wins
        template = add(sheet, "template", {"match": need(rule, "context"), "mode": mode, "priority": str(1000 + len(rules) - number)})
        _svrl(template, "fired-rule", {"context": need(rule, "context")})
        for child in rule:
            _member(template, child, diagnostics)
        add(template, "apply-templates", {"select": onward, "mode": mode})
    add(add(sheet, "template", {"match": "*", "mode": mode, "priority": "-1"}), "apply-templates", {"select": onward, "mode": mode})
    add(sheet, "template", {"match": "@* | text()", "mode": mode, "priority": "-2"})


def _member(template: etree._Element, child: etree._Element, diagnostics: dict[str, etree._Element]) -> None:
    name = _name(child)
    if name == "let":
        add(template, "variable", {"name": need(child, "name"), "select": need(child, "value")})
    elif name in ("assert", "report"):
        test = need(child, "test")
        branch = add(template, "if", {"test": f"not({test})" if name == "assert" else test})
        _finding(branch, child, "failed-assert" if name == "assert" else "successful-report", diagnostics)
    else:
        raise _unknown(child)


def _finding(branch: etree._Element, source: etree._Element, kind: str, diagnostics: dict[str, etree._Element]) -> None:
    finding = _svrl(branch, kind, {name: value for name in _PASSED if (value := source.get(name))} | {"test": need(source, "test")})
    add(add(finding, f"{{{XSL}}}attribute", {"name": "location"}), "apply-templates", {"select": ".", "mode": "location"})
    for name in source.get("diagnostics", "").split():
        if name not in diagnostics:
            raise SchemaTreeError(f"line {source.sourceline}: no diagnostic {name}")
        _text(_svrl(_svrl(finding, "diagnostic-reference", {"diagnostic": name}), "text", {}), diagnostics[name])
    _text(_svrl(finding, "text", {}), source)


def _text(parent: etree._Element, source: etree._Element) -> None:
    """Write mixed text, its white space folded."""
    _words(parent, source.text)
    for child in source:
        name = _name(child)
        if name == "value-of":
            add(parent, f"{{{XSL}}}value-of", {"select": need(child, "select")})
        elif name == "name":
            add(parent, f"{{{XSL}}}value-of", {"select": f"name({child.get('path', '.')})"})
        elif name == "emph":
            _text(parent, child)
        else:
            raise _unknown(child)
        _words(parent, child.tail)


def _words(parent: etree._Element, text: str | None) -> None:
    # white space between two values is one space, but indentation at the ends of a text is nothing
    if text and (text.strip() or (len(parent) and "\n" not in text)):
        edges = (" " if text[0].isspace() and len(parent) else "", " " if text[-1].isspace() and text.strip() else "")
        add(parent, f"{{{XSL}}}text", text=" ".join(text.split()).join(edges))


def _locations(sheet: etree._Element) -> None:
    """Write the templates that give the path of a node in XPath 1.0 without prefixes."""
    element = add(sheet, "template", {"match": "*", "mode": "location"})
    add(element, "apply-templates", {"select": "parent::*", "mode": "location"})
    same = "local-name() = local-name(current()) and namespace-uri() = namespace-uri(current())"
    add(element, "text", text="/*[local-name()='")
    add(element, "value-of", {"select": "local-name()"})
    add(element, "text", text="' and namespace-uri()='")
    add(element, "value-of", {"select": "namespace-uri()"})
    add(element, "text", text="'][")
    add(element, "value-of", {"select": f"1 + count(preceding-sibling::*[{same}])"})
    add(element, "text", text="]")
    attribute = add(sheet, "template", {"match": "@*", "mode": "location"})
    add(attribute, "apply-templates", {"select": "parent::*", "mode": "location"})
    add(attribute, "text", text="/@")
    add(attribute, "value-of", {"select": "name()"})


def _svrl(parent: etree._Element, name: str, attributes: dict[str, str]) -> etree._Element:
    # braces would be read as expressions in a literal attribute
    escaped = {key: value.replace("{", "{{").replace("}", "}}") for key, value in attributes.items()}
    return add(parent, f"{{{SVRL}}}{name}", escaped)


def _name(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace == SCH else str(element.tag)


def _unknown(element: etree._Element) -> SchemaTreeError:
    return SchemaTreeError(f"line {element.sourceline}: the compiler does not know {element.tag}")
