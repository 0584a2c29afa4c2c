"""Options of the test run, and what many tests share."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govreport import standard
from govreport.cli.main import GARBAGE
from govreport.standard import Standard
from tests.commandline import Result, Run

if TYPE_CHECKING:
    from govreport.archive import Archive
    from tests.browser import Browser
    from tests.corpus.truth import Truth
    from tests.postgres import Server
    from tests.saxon import Saxon


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this repository."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the writers give now")
    parser.addoption("--schematron-mutations", type=int, default=300, help="how many mutated reports the Schematron and the rules are compared on")


def pytest_configure() -> None:
    """Have Ctrl-C as a terminal has it, which what a shell starts in the background ignores; garbage is looked for as seldom as by a command."""
    gc.set_threshold(GARBAGE, 20, 20)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def shipped() -> Standard:
    """The standard that the repository ships."""
    return standard.load()


@pytest.fixture(scope="module", params=["2019", "2021"])
def report(request: pytest.FixtureRequest, shipped: Standard) -> Truth:
    """A report of each edition with all its figures, as the tests of layouts have it written."""
    from tests.laid import filled

    return filled(request.param, shipped)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL for this run."""
    from tests.postgres import Server

    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def saxon() -> Iterator[Saxon]:
    """Saxon for this run."""
    from tests.saxon import Saxon

    processor = Saxon()
    yield processor
    processor.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started once a module: beside its event loop in this thread no other can run."""
    from tests.browser import launched

    with launched() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def catalogue(request: pytest.FixtureRequest) -> str:
    """Where a new catalogue is to be."""
    return "sqlite" if request.param == "sqlite" else request.getfixturevalue("postgresql").url()


@pytest.fixture
def archive(tmp_path: Path, catalogue: str, shipped: Standard) -> Iterator[Archive]:
    """An archive with persons and organs, on each database in turn."""
    from tests.archives import furnished

    with furnished(tmp_path / "archive", shipped, catalogue) as found:
        yield found


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process, in English unless the arguments say otherwise."""
    monkeypatch.setenv("GOVREPORT_LANG", "en")
    monkeypatch.delenv("GOVREPORT_SCHEMA", raising=False)

    from govreport.cli import main as entry

    def call(*arguments: object) -> Result:
        code = entry.main([str(each) for each in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture(scope="session")
def demo() -> Path:
    """A legacy text that the repository ships."""
    return Path(__file__).resolve().parents[1] / "fixtures" / "legacy" / "demo.txt"


@pytest.fixture(scope="session")
def xml(demo: Path) -> bytes:
    """The same as XML."""
    import govreport

    data = govreport.convert(demo, "xml").data
    assert data is not None
    return data


@pytest.fixture
def folder(tmp_path: Path, xml: bytes) -> Path:
    """A folder of three reports, one of them below, and a text that is none."""
    place = tmp_path / "in"
    for name in ("b.xml", "a.xml", "sub/a.xml"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(xml)
    return place


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text that is no annual report."""
    path = tmp_path / "letter.txt"
    path.write_text("关于召开会议的通知\n各单位：\n定于明天开会。\n", "utf-8")
    return path
