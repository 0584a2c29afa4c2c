"""Small archives for tests: a county, its townships and departments, and reports of theirs."""

from __future__ import annotations

from pathlib import Path

from govreport.archive import Archive, Receipt, Request, create, open_archive, organfile
from govreport.archive.catalogue import rebuilding
from govreport.archive.fixity import Verification
from govreport.archive.problems import Problem
from govreport.standard import Standard

ROOT = Path(__file__).resolve().parents[1]
SOUND = (ROOT / "fixtures" / "reports" / "2021" / "township.xml").read_text("utf-8")
NAME, YEAR = "临江县青石镇人民政府", 2023

ORGANS = (ROOT / "fixtures" / "organs.csv").read_text("utf-8")

CLERK, REVIEWER, ARCHIVIST = "李办事", "王审核", "赵档案"


def document(number: int = 0, name: str = NAME, year: int = YEAR, wrong: bool = False) -> bytes:
    """Return a report that differs from others by its number, of an agency and year; a wrong one has a sum that does not hold."""
    text = SOUND.replace(NAME, name).replace(str(YEAR), str(year)).replace("党政办公室", f"第{number}办公室")
    if wrong:
        text = text.replace('<received naturalPerson="', '<received naturalPerson="9')
    return text.encode("utf-8")


def furnished(folder: Path, standard: Standard, catalogue: str = "sqlite", organs: str = ORGANS) -> Archive:
    """Return a new archive with three persons and a register."""
    create(folder, catalogue)
    archive = open_archive(folder, standard)
    archive.add_person(ARCHIVIST, ["archivist"], None)
    archive.add_person(CLERK, ["clerk", "reviewer"], ARCHIVIST)
    archive.add_person(REVIEWER, ["clerk", "reviewer"], ARCHIVIST)
    found = organfile.read(organs.encode("utf-8"), "organs.csv")
    assert not found.faults
    archive.import_organs(found.organs, ARCHIVIST)
    return archive


def deposited(archive: Archive, number: int = 0, **more: object) -> Receipt:
    """Return the receipt of a sound report."""
    return archive.deposit(Request(document(number), f"{number}.xml", **more), CLERK)  # type: ignore[arg-type]


def published(archive: Archive, number: int = 0, **more: object) -> Receipt:
    """Return the receipt of a report that has gone all the way to publication."""
    receipt = deposited(archive, number, **more)
    archive.act("submit", receipt.id, CLERK, receipt.version)
    for action in ("accept", "publish"):
        archive.act(action, receipt.id, REVIEWER, receipt.version)
    return receipt


def problems(archive: Archive, **more: object) -> list[Problem]:
    """Return all that a verification finds, where nobody else is at work."""
    return list(Verification(archive, **{"grace": 0, **more}).problems())  # type: ignore[arg-type]


def digest(archive: Archive) -> str:
    """Return the digest of the catalogue."""
    with archive.reading() as connection:
        return rebuilding.digest(connection)
