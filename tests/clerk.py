"""What a clerk has at hand: last year's page, figures to paste, and where they go."""

from __future__ import annotations

from pathlib import Path

from govreport import readers
from govreport.model import NA, Report
from govreport.standard import Standard
from tests import archives

ROOT = Path(__file__).resolve().parents[1]
PASTE = """([selector, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""
"""What pastes a text into a field, as the clipboard would: a function of the page, of a selector and the text."""


def sound_report(standard: Standard) -> Report:
    """Return a sound report, whose figures the clerk types."""
    found = readers.read((ROOT / "fixtures" / "reports" / "2021" / "township.xml").read_bytes(), "township.xml", standard).report
    assert found is not None
    return found


def published_page(folder: Path) -> Path:
    """Return last year's report as a site published it, saved as a file."""
    text = (ROOT / "fixtures" / "html" / "trs-layout-table.html").read_text("utf-8")
    path = folder / "last-year.html"
    path.write_text(text.replace("示例县青山镇人民政府", archives.NAME), "utf-8")
    return path


def cell(name: str) -> str:
    """Return how to find a field on the page."""
    return f'[id="cell/{name}"]'


def block(report: Report, table: str, rows: list[str], columns: list[str], changes: dict[tuple[str, str], str] | None = None) -> str:
    """Return figures as Excel copies them: columns parted by tabs, rows by line breaks."""
    found = report.table(table)
    assert found is not None

    def text(row: str, column: str) -> str:
        value = found.get(row, column)
        return (changes or {}).get((row, column), "" if value is None else "/" if value is NA else str(value))

    return "\r\n".join("\t".join(text(row, column) for column in columns) for row in rows) + "\r\n"
