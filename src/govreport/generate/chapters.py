"""From all forms ``editions.sch``: the patterns of ``report.sch`` that repeat the forms, the edition in force being told by the reporting year.

``required`` asks for the chapters of the form and, of a government, for its matters of role ``assessment``; ``chapters`` asks for their
order, titles and content. Of each edition there is one rule a chapter; ``report.sch`` takes both patterns by ``sch:include``.
"""

from __future__ import annotations

from lxml import etree

from govreport.forms import ChapterForm, Form
from govreport.generate.markup import add, root, serialise
from govreport.generate.schematron import SCH, is_table
from govreport.standard import Standard

CHAPTER, ASSESSMENT = "DOC-CHAPTER", "DOC-ASSESSMENT"
REQUIRED_ID, CHAPTERS_ID = "required", "chapters"
_UNTITLED_KINDS = ("lead", "closing")
_YEAR = "number(r:metadata/r:year)"


def patterns(standard: Standard, note: str) -> bytes:
    """Return the ``editions.sch`` of a schema tree."""
    schema = root("schema", {"queryBinding": "xslt", "schemaVersion": standard.release}, {"": SCH})
    add(schema, "title", text=" ".join(standard.forms))
    add(schema, "ns", {"prefix": "r", "uri": standard.namespace})
    required, chapters = (add(schema, "pattern", {"id": name}) for name in (REQUIRED_ID, CHAPTERS_ID))
    for form in standard.forms.values():
        report = f"r:report{_in_force(form, standard)}"
        rule = add(required, "rule", {"context": report})
        _required(rule, form)
        _assessment(rule, form)
        for chapter in form.chapters:
            _chapter(add(chapters, "rule", {"context": f"{report}/r:chapter[@key = '{chapter.key}']"}), chapter, form, standard)
    return serialise(schema, note)


def quoted(text: str) -> str:
    """Return a text as an expression of XPath 1.0, which has no escapes."""
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if '"' not in text else "concat('" + "', \"'\", '".join(text.split("'")) + "')"


def _in_force(form: Form, standard: Standard) -> str:
    """Return the predicate that an edition is told by the reporting year and the tables, as ``Standard.in_force`` has it."""
    forms = list(standard.forms.values())
    others = [other for other in forms if other is not form]
    if not others:
        return ""
    newer = forms[forms.index(form) + 1 :]
    own = _tables(form, standard)

    def goes_before(other: Form) -> str:
        link = "and" if other in newer else "or"
        unless = f" or {own} {link} not({_tables(other, standard)})" if other.first_year == form.first_year else ""
        return f"(not({_years(other)}){unless})"

    rivals = [other for other in others if other.first_year >= form.first_year and _overlap(form, other)]
    years = " and ".join([_years(form), *map(goes_before, rivals)])
    none = f"not({' or '.join(map(_years, forms))})"
    tables = " and ".join([own, *(f"not({_tables(other, standard)})" for other in newer)])
    if not newer:
        tables = f"({tables} or not({' or '.join(_tables(other, standard) for other in others)}))"
    return f"[({years}) or ({none} and {tables})]"


def _tables(form: Form, standard: Standard) -> str:
    return f"r:chapter//*[namespace-uri() = {quoted(standard.table_namespace(form.edition))}]"


def _years(form: Form) -> str:
    since = f"{_YEAR} >= {form.first_year}"
    return since if form.last_year is None else f"{since} and {_YEAR} <= {form.last_year}"


def _overlap(one: Form, other: Form) -> bool:
    return (one.last_year is None or other.first_year <= one.last_year) and (other.last_year is None or one.first_year <= other.last_year)


def _required(rule: etree._Element, form: Form) -> None:
    for chapter in form.chapters:
        if chapter.required:
            said = f"{form.edition}: {chapter.title or chapter.key}"
            names = {"id": f"required.{form.edition}.{chapter.key}", "flag": CHAPTER, "test": f"r:chapter[@key = '{chapter.key}']"}
            add(rule, "assert", names, said)


def _assessment(rule: etree._Element, form: Form) -> None:
    """Write that a government's report speaks of every matter of role ``assessment`` (Regulation, Art. 50(4)); one finding for all."""
    matters = form.matters("assessment")
    if matters:
        prose = "r:chapter//r:paragraph | r:chapter//r:section/@title"
        said = " and ".join(f"({prose})[{' or '.join(f'contains(., {quoted(text)})' for text in texts)}]" for texts in matters.values())
        test = f"not(r:metadata/r:agency/@kind = 'government') or ({said})"
        add(rule, "assert", {"id": f"assessment.{form.edition}", "flag": ASSESSMENT, "test": test}, " / ".join(matters))


def _chapter(rule: etree._Element, chapter: ChapterForm, form: Form, standard: Standard) -> None:
    keys = [each.key for each in form.chapters]
    behind = keys[keys.index(chapter.key) :]
    name = chapter.title or chapter.key

    def ask(what: str, test: str, which: str = "") -> None:
        add(rule, "assert", {"id": f"{what}.{form.edition}.{chapter.key}{which}", "flag": CHAPTER, "test": test}, name)

    ask("order", f"not(preceding-sibling::r:chapter[{' or '.join(f'@key = {quoted(key)}' for key in behind)}])")
    if chapter.kind in _UNTITLED_KINDS:
        return
    ask("titled", "@title")
    for table in chapter.tables if chapter.required else ():
        ask("table", f"/r:report/r:chapter//*[{is_table(table, standard)}]", f".{table}" if len(chapter.tables) > 1 else "")
    if chapter.required and not chapter.tables:
        ask("content", "*")
