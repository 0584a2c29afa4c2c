"""Other programs that set the same report as PDF: the prototype, Typst, WeasyPrint and LibreOffice."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape
from itertools import count, pairwise
from pathlib import Path
from types import ModuleType

from bench.pdfreport import KNOWN, ROOT, STYLE, parts
from govreport.model import Report
from govreport.writers import xml
from govreport.writers.pdf import discovery
from govreport.writers.pdf.colour import profile
from govreport.writers.pdf.columns import form_columns
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.shapes import Shape
from govreport.writers.pdf.typography import typography

PROTOTYPE = ROOT.parent / "shared" / "prototypes" / "pdf"
SERIF, SANS = "Noto Serif SC", "Noto Sans SC"


def quadratic(folder: Path, of: Report) -> dict[str, Path]:
    """Return files of two faces with the outlines that the prototype takes, of the characters in use."""
    characters = folder / "characters.txt"
    used = {*xml.write(of, KNOWN).decode(), *"".join(STYLE.words.values()), *"— 0123456789", *"".join(cell.text for cell in _cells(of))}
    characters.write_text(" ".join(str(ord(each)) for each in sorted(used)), "ascii")
    made = {}
    for name in (SERIF, SANS):
        source = next(family for role in typography().roles.values() for family in role.families if family.name == name)
        found = discovery.find(source, system=False)
        assert found is not None
        made[name] = folder / f"{name}.ttf"
        command = [sys.executable, str(PROTOTYPE / "otf2ttf.py"), str(found.path), str(made[name]), str(characters)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return made


def _cells(of: Report) -> Iterator[object]:
    for part in parts(of):
        if isinstance(part, Shape):
            yield from part.cells


def prototype(of: Report, files: dict[str, Path]) -> Callable[[], object]:
    """Return the prototype at work on the report."""
    module = _module(PROTOTYPE / "gwpdf.py")
    serif, sans = module.CIDFont("Serif", str(files[SERIF])), module.CIDFont("Sans", str(files[SANS]))
    family = {role: module.Family(serif, sans) for role in ("title", "body", "heading2", "table", "num")} | {"heading1": module.Family(sans, serif)}
    data, listed = xml.write(of, KNOWN), list(parts(of))
    cascade = cascades()[STYLE.table.role]
    edges = {form.label: form_columns(form, cascade, STYLE.width / 10.5, 0.24, (1.0,)) for form in KNOWN.newest.tables.values()}

    def work() -> object:
        out = io.BytesIO()
        made = module.Doc(out, of.metadata.title, of.metadata.agency.name, fonts=family)
        for part in listed:
            if isinstance(part, Shape):
                own = next(each for each in edges.values() if len(each) == part.columns + 1)
                widths = [other - one for one, other in pairwise(own)]
                cells = [(each.row, each.column, each.down, each.across, each.text, "h" if each.tag == "TH" else "") for each in part.cells]
                made.table(part.columns, cells, widths, part.head)
            elif part[0] == "title":
                made.para(part[1], "title", 22, "H1", 0, "c", outline=0)
            elif part[0] == "body":
                made.para(part[1])
            else:
                made.para(part[1], part[0], 16, "H2", 2, "l", keep=1, outline=0 if part[0] == "heading1" else 1)
        made.save(("report.xml", data, "text/xml", "Source", "data"), profile())
        return out.getvalue()

    return work


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def typst(of: Report, folder: Path, files: dict[str, Path]) -> Callable[[], object]:
    """Return Typst at work on the report, archival and accessible as ours."""
    import typst as package  # type: ignore[import-not-found]

    source = folder / "report.typ"
    title = (of.metadata.title or "").replace('"', "")
    lines = [
        f'#set document(title: "{title}", date: datetime(year: 2024, month: 1, day: 12))',
        '#set text(lang: "zh", region: "cn", size: 16pt, font: ("Noto Serif SC",))',
    ]
    lines += [
        '#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "1")',
        "#set par(justify: true, first-line-indent: 2em)",
    ]
    for part in parts(of):
        if isinstance(part, Shape):
            lines.append(_typst_table(part))
        else:
            mark = {"title": "= ", "heading1": "== ", "heading2": "=== "}.get(part[0], "")
            lines.append(mark + "#text(" + _quoted(part[1]) + ")" if mark else "#" + f"text({_quoted(part[1])})\n")
    source.touch()
    compiler = package.Compiler(str(source), font_paths=[str(next(iter(files.values())).parent)], ignore_system_fonts=True)
    runs = count()

    def work() -> object:
        # what it set before it remembers: every text ends in the number of the run, so that each report is a new one to it
        source.write_text(f'#let run = "{next(runs)}"\n\n' + "\n\n".join(lines), "utf-8")
        return compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"])

    return work


def _typst_table(shape: Shape) -> str:
    cells = "".join(f"table.cell(x: {c.column}, y: {c.row}, colspan: {c.across}, rowspan: {c.down})[#text({_quoted(c.text)})], " for c in shape.cells)
    return f"#text(9pt, table(columns: {shape.columns}, {cells}))"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '" + run'


def page(of: Report) -> str:
    """Return the report as the HTML that those programs set that take such."""
    tags = {"title": "h1", "heading1": "h2", "heading2": "h3", "body": "p"}
    body = "".join(_html_table(part) if isinstance(part, Shape) else f"<{tags[part[0]]}>{escape(part[1])}</{tags[part[0]]}>" for part in parts(of))
    look = (
        "@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:16pt/29pt 'Noto Serif SC','Noto Serif CJK SC'}td{border:.5pt solid;font-size:9pt;line-height:11pt}"
    )
    look += "table{border-collapse:collapse;width:100%}p{text-indent:2em;margin:0;text-align:justify}"
    title = escape(of.metadata.title or "")
    return f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>{look}</style></head><body>{body}</body></html>'


def _html_table(shape: Shape) -> str:
    rows: list[str] = [""] * shape.rows
    for cell in shape.cells:
        rows[cell.row] += f'<td rowspan="{cell.down}" colspan="{cell.across}">{escape(cell.text)}</td>'
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def weasyprint(of: Report) -> Callable[[], object]:
    """Return WeasyPrint at work on the report."""
    from weasyprint import HTML  # type: ignore[import-untyped]

    text = page(of)
    return lambda: HTML(string=text).write_pdf()


def libreoffice(of: Report, folder: Path) -> Callable[[], object]:
    """Return LibreOffice at work on the report; its start-up is in the time, as it is in its use."""
    source = folder / "office.html"
    source.write_text(page(of), "utf-8")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/office",
        "--headless",
        "--convert-to",
        "pdf:writer_web_pdf_Export",
        "--outdir",
        str(folder),
        str(source),
    ]
    return lambda: subprocess.run(command, check=True, capture_output=True, timeout=180)
