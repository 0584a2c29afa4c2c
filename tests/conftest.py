"""Options of the test run, and what many tests share."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govreport import standard
from govreport.standard import Standard

if TYPE_CHECKING:
    from govreport.archive import Archive
    from tests.browser import Browser
    from tests.postgres import Server
    from tests.saxon import Saxon


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this repository."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the writers give now")
    parser.addoption("--schematron-mutations", type=int, default=300, help="how many mutated reports the Schematron and the rules are compared on")


def pytest_configure() -> None:
    """Have Ctrl-C as a terminal has it: what a shell starts in the background ignores it, and so would every command that the tests interrupt."""
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
