"""``python -m bench.pdf``: one report as PDF, by us and by others, warm, in the same run, with the same faces.

Seconds are those of the processor, of all threads and processes, so that other work on the machine counts little.
The prototype is measured where it lies beside the repository; Typst, WeasyPrint and LibreOffice where ``make bench-peers`` put them. Of the
others' documents only ours and the prototype's are tagged, archival and carry the data; what the others do not do is not held against them.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from html import escape
from itertools import count, pairwise
from pathlib import Path
from types import ModuleType

from bench.timing import Ratio, spent
from govreport import standard
from govreport.model import Block, Grid, Paragraph, Report, Section
from govreport.readers import read
from govreport.writers import xml
from govreport.writers.pdf import discovery, faces
from govreport.writers.pdf.colour import profile
from govreport.writers.pdf.columns import form_columns
from govreport.writers.pdf.content import cell_texts, marks
from govreport.writers.pdf.report import write_report
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.shapes import Shape, form_shape
from govreport.writers.pdf.style import page_style
from govreport.writers.pdf.typography import typography

ROOT = Path(__file__).resolve().parents[1]
PROTOTYPE = ROOT.parent / "shared" / "prototypes" / "pdf"
REPORT = ROOT / "fixtures" / "reports" / "2021" / "township.xml"
KNOWN = standard.load()
STYLE = page_style()
SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
LENGTH = 12
"""Times that the prose of the fixture is told over, so that the report is as long as real ones."""

Part = tuple[str, str] | Shape
"""A part of the report: what it is and its text, or a table with its texts in it."""


def report() -> Report:
    """Return the report that all set: the township's of the fixtures, its overview as long as that of a county."""
    found = read(REPORT.read_bytes(), REPORT.name, KNOWN).report
    assert found is not None
    first = next(chapter for chapter in found.chapters if chapter.key == "overview")
    told = tuple(block for _ in range(LENGTH // 4) for block in first.blocks)
    return replace(found, chapters=tuple(replace(each, blocks=told) if each is first else each for each in found.chapters))


def parts(of: Report) -> Iterator[Part]:
    """Yield the parts of a report in order."""
    yield "title", of.metadata.title or ""
    for chapter in of.chapters:
        if chapter.title:
            yield "heading1", f"{chapter.number}、{chapter.title}"
        yield from _parts(chapter.blocks, of)


def _parts(blocks: tuple[Block, ...], of: Report) -> Iterator[Part]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "body", block.text
        elif isinstance(block, Section):
            yield "heading2", f"{block.number}{block.title}"
            yield from _parts(block.blocks, of)
        elif not isinstance(block, Grid):
            form = KNOWN.forms[block.edition].tables[block.key]
            shape = form_shape(form, 1)
            texts = cell_texts(shape.cells, block, form, marks(of.annotations), STYLE)
            cells = tuple(type(cell)(cell.row, cell.column, cell.down, cell.across, text, cell.tag) for cell, text in zip(shape.cells, texts, strict=True))
            yield Shape(shape.rows, shape.columns, shape.head, cells)


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
    edges = {form.label: form_columns(form, cascade, STYLE.width / 10.5, 0.24, 1.0) for form in KNOWN.newest.tables.values()}

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


def lines() -> Iterator[str | Ratio]:
    """Yield the ratios as they are measured."""
    of = report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        choice = None
        files: dict[str, Path] = {}
        if PROTOTYPE.is_dir():
            files = quadratic(folder, of)
            own = [(role, files[SANS if role == "heading1" else SERIF], 0) for role in typography().roles]
            choice = faces.Choice(tuple(own), False)
        ours = partial(write_report, of, KNOWN, choice=choice)
        ours()
        mine = spent(ours, 15)
        yield f"one report as PDF, {len(ours()) // 1000} KB: {1000 * mine:.1f} ms"
        if files:
            other = prototype(of, files)
            other()
            mine, theirs = min(mine, spent(ours, 10)), spent(other, 15)
            yield Ratio("PDF: ours / the prototype", mine / theirs, 0.8, True, (mine, theirs))
        else:
            yield "PDF: the prototype is not here"
        yield from _peers(of, folder, files, mine)


def _peers(of: Report, folder: Path, files: dict[str, Path], mine: float) -> Iterator[str | Ratio]:
    if importlib.util.find_spec("typst") and files:
        work = typst(of, folder, files)
        work()
        theirs = spent(work, 8)
        yield f"PDF: ours / Typst {mine / theirs:.2f} ({1000 * mine:.1f} ms / {1000 * theirs:.1f} ms)"
    if importlib.util.find_spec("weasyprint"):
        work = weasyprint(of)
        work()
        theirs = spent(work, 2)
        yield Ratio("PDF: WeasyPrint / ours", theirs / mine, 8, False, (theirs, mine))
    if shutil.which("soffice"):
        work = libreoffice(of, folder)
        work()
        theirs = spent(work, 2)
        yield Ratio("PDF: LibreOffice / ours", theirs / mine, 10, False, (theirs, mine))


def main() -> None:
    """Print the ratios."""
    for line in lines():
        print(line.line() if isinstance(line, Ratio) else line, flush=True)


if __name__ == "__main__":
    main()
