"""A seeded walk over all that OpenAPI describes, as several accounts: no failure of ours, no answer that is not described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from govreport.archive import Request
from govreport.standard import Standard
from govreport.web.application import application
from govreport.web.settings import Settings
from tests.archives import CLERK, REVIEWER, document
from tests.services import Served, county

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance, response_schema_conformance]
ACCOUNTS = ("submitter", "reviewer", "archivist", "security", "audit")
SEEDED = {
    "id": ("qingshi.2023.government", "qingshi.2024.government"),
    "organ": ("qingshi", "linjiang"),
    "name": ("submitter", "report.xsd"),
    "action": ("submit", "accept"),
}
"""Values that the archive knows, which take the place of some of those made up."""

DESCRIBED = application(Settings(archive="-")).openapi()
OPERATIONS = sorted((method.upper(), path) for path, operations in DESCRIBED["paths"].items() for method in operations)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("service") / "archive", shipped) as found:
        for year, actions in ((2023, ("submit", "accept", "publish")), (2024, ())):
            receipt = found.archive.deposit(Request(document(year, year=year), "report.xml"), CLERK)
            for action in actions:
                found.archive.act(action, receipt.id, CLERK if action == "submit" else REVIEWER)
        yield found


@pytest.fixture(scope="module")
def schema(service: Served) -> Any:
    found = schemathesis.openapi.from_dict(DESCRIBED)
    found.config.update(base_url=service.url)
    return found


def walked(service: Served, operation: Any, count: int) -> None:
    """Ask an operation so many made-up requests; raises where an answer is wrong."""

    @given(case=operation.as_strategy(), who=st.sampled_from(ACCOUNTS), known=st.booleans(), data=st.data())
    @settings(max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    def ask(case: Any, who: str, known: bool, data: st.DataObject) -> None:
        if known:
            for name in set(case.path_parameters or {}) & set(SEEDED):
                case.path_parameters[name] = data.draw(st.sampled_from(SEEDED[name]))
        case.call_and_validate(headers={"Authorization": f"Bearer {service.keys[who]}"}, checks=CHECKS, timeout=120)

    ask()


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_answer_is_described(service: Served, schema: Any, method: str, path: str) -> None:
    walked(service, schema[path][method], 5)


@pytest.mark.long
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_answer_is_described_at_length(service: Served, schema: Any, method: str, path: str) -> None:
    walked(service, schema[path][method], 400)
