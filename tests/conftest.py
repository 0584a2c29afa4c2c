"""Options of the test run, and what many tests share."""

from __future__ import annotations

import pytest

from govreport import standard
from govreport.standard import Standard


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this repository."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the writers give now")
    parser.addoption("--schematron-mutations", type=int, default=300, help="how many mutated reports the Schematron and the rules are compared on")


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def shipped() -> Standard:
    """The standard that the repository ships."""
    return standard.load()
