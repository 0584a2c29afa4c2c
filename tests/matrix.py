"""Who is answered how: every route of the service, every role, its own organ's reports and others'.

A case is a request and the status that each account gets; those not named get ``other``. A route without a case fails the test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.services import STAFF

NOBODY = "nobody"
EVERYBODY = (NOBODY, *STAFF)
ADMINISTRATORS = ("system", "security", "audit")
INSIDE = ("submitter", "reviewer", "archivist")
"""Those who deal with the reports of the organ that the cases are about."""

DRAFT, PUBLISHED, ACCEPTED, WITHDRAWN = "qingshi.2024.government", "qingshi.2023.government", "qingshi.2022.government", "qingshi.2021.government"
"""Reports of one organ by the state they are in."""


@dataclass(frozen=True)
class Case:
    """A request to a route, and the statuses it is answered with by account; ``session`` cases need a browser's log-in."""

    method: str
    route: str
    statuses: Mapping[str, int]
    other: int
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    json: Any = None
    content: bytes | None = None
    form: Mapping[str, str] | None = None

    def status(self, name: str) -> int:
        """Return the status that an account is to get."""
        return self.statuses.get(name, self.other)

    @property
    def address(self) -> str:
        """The path to ask for."""
        found = self.route.replace(":path}", "}")
        for name, value in self.path.items():
            found = found.replace("{" + name + "}", value)
        return found


def by(names: tuple[str, ...] | str, status: int, **more: int) -> dict[str, int]:
    """Return the statuses of some accounts."""
    return {**dict.fromkeys((names,) if isinstance(names, str) else names, status), **more}


def inner(part: str) -> list[Case]:
    """Return the cases of what only those see who deal with a report: hidden with a draft, forbidden of what is published."""
    route = f"/api/v1/reports/{{id}}/{part}"
    return [
        Case("GET", route, by(INSIDE, 200), 404, {"id": DRAFT}),
        Case("GET", route, by(INSIDE, 200, nobody=401), 403, {"id": PUBLISHED}),
        Case("GET", route, by(INSIDE, 200, nobody=404, reader=403), 404, {"id": ACCEPTED}),
        Case("GET", route, by(INSIDE, 200, nobody=401), 403, {"id": WITHDRAWN}),
    ]


def seen(part: str, withdrawn: int = 200) -> list[Case]:
    """Return the cases of what everybody sees of what is published, readers of what is accepted, and others of nothing more."""
    route = f"/api/v1/reports/{{id}}{part}"
    return [
        Case("GET", route, by(INSIDE, 200), 404, {"id": DRAFT}),
        Case("GET", route, {}, 200, {"id": PUBLISHED}),
        Case("GET", route, by((*INSIDE, "reader"), 200), 404, {"id": ACCEPTED}),
        Case("GET", route, by(INSIDE, 200), withdrawn, {"id": WITHDRAWN}),
    ]


def acts() -> list[Case]:
    """Return the cases of actions: whoever may try is told by the archive that the state does not allow it (409), or why is missing (422)."""
    route = "/api/v1/reports/{id}/actions"
    found = [Case("POST", route, by(("submitter", "archivist"), 409, nobody=401), 403, {"id": PUBLISHED}, json={"action": "submit"})]
    for action, status in (("return", 409), ("accept", 409), ("publish", 409), ("withdraw", 422)):
        found.append(Case("POST", route, {"reviewer": status, NOBODY: 401}, 403, {"id": PUBLISHED}, json={"action": action}))
        hidden = {"reviewer": 409, NOBODY: 401, "submitter": 403, "archivist": 403, **by(ADMINISTRATORS, 403)}
        found.append(Case("POST", route, hidden, 404, {"id": DRAFT}, json={"action": action}))
    return found


SEERS = dict.fromkeys(("reviewer", "stranger", "archivist", "reader"), 200)


def desks() -> list[Case]:
    """Return the cases of the desks: a submitter writes its own organ's reports, a reviewer judges those below it, nobody else gets in."""
    own, drafts, versions = {"id": "qingshi.2017.organ"}, "/desk/drafts/{id}", "/desk/versions/{id}/{number}"
    writing, page, judged = {"submitter": 404}, {NOBODY: 303, **by(ADMINISTRATORS, 403)}, {"id": PUBLISHED, "number": "1"}
    found = [Case("GET", f"{drafts}/{part}", {**writing, NOBODY: 303}, 403, own) for part in ("form", "annotations", "preview", "page", "pdf", "submit")]
    found += [Case("POST", f"{drafts}/{part}", writing, 403, own, form={"revision": "1"}) for part in ("form", "form/save", "annotations", "submit")]
    for part in ("", "/receipt", "/page", "/file/{format}"):
        found.append(Case("GET", versions + part, {**page, **by(INSIDE, 200)}, 404, {"id": DRAFT, "number": "1", "format": "json"}))
        found.append(Case("GET", versions + part, {**page, **by(INSIDE, 200)}, 403, {**judged, "format": "xml"}))
    return [
        *found,
        Case("GET", f"{drafts}/begin", {"submitter": 200, NOBODY: 303}, 403, own),
        Case("POST", f"{drafts}/begin", {"submitter": 303}, 403, {"id": "qingshi.2018.organ"}, form={"from": "blank"}),
        Case("POST", f"{versions}/act", by(("submitter", "archivist"), 409), 403, judged, form={"action": "submit"}),
        Case("GET", "/desk", {**page, **by(("reviewer", "stranger"), 303)}, 200),
        Case("GET", "/desk/queue", {**by(("reviewer", "stranger"), 200), NOBODY: 303}, 403),
        Case("GET", "/desk/review/{id}/{number}", {"reviewer": 200, NOBODY: 303}, 403, judged),
        *(Case("GET", f"/desk/{part}", {**SEERS, NOBODY: 303}, 403) for part in ("progress", "progress.xlsx", "totals")),
        Case("GET", "/desk/totals.xlsx", {"reviewer": 200, "archivist": 200, "reader": 200, NOBODY: 303}, 403, query={"organ": "linjiang", "year": "2023"}),
        Case("GET", "/desk/accounts", {**by(("reviewer", "stranger", "security"), 200), NOBODY: 303}, 403),
        Case("POST", "/desk/accounts", by(("reviewer", "stranger", "security"), 422), 403, form={"name": "archivist", "role": "archivist"}),
        Case("POST", "/desk/accounts/{name}", {**by(("reviewer", "security"), 200), "stranger": 404}, 403, {"name": "spare"}, form={"do": "reset"}),
        Case("POST", "/desk/review/{id}/{number}", {"reviewer": 422}, 403, judged, form={"do": "accept"}),
    ]


ACCOUNT = {"name": "submitter"}
TAKEN = {"name": "submitter", "roles": ["submitter"], "organ": "qingshi"}
GOVERNORS = by(("security", "reviewer"), 200, nobody=401)

HIDDEN = {**by(("reviewer", "archivist"), 422), **by(("submitter", *ADMINISTRATORS), 403), NOBODY: 401}

CASES: list[Case] = [
    Case("GET", "/api/v1/health", {}, 200),
    Case("GET", "/api/v1/health/ready", {}, 200),
    Case("GET", "/api/v1/organs", {}, 200),
    Case("GET", "/api/v1/organs/{organ}", {}, 200, {"organ": "qingshi"}),
    Case("GET", "/api/v1/reports", {}, 200),
    *seen(""),
    *seen("/versions"),
    *seen("/content", withdrawn=410),
    *inner("findings"),
    *inner("receipt"),
    *inner("original"),
    *inner("history"),
    # the same bytes once more are answered with the receipt that there is
    Case(
        *("PUT", "/api/v1/reports/{id}/content", {"submitter": 201, "archivist": 200, NOBODY: 401}, 403, {"id": "qingshi.2019.government"}),
        content=b"no",
    ),
    Case("POST", "/api/v1/reports", {**by(("submitter", "neighbour", "archivist"), 201), NOBODY: 401}, 403, content=b"no report"),
    Case("POST", "/api/v1/reports", {**by(("submitter", "archivist"), 201), NOBODY: 401}, 403, query={"organ": "qingshi"}, content=b"not one"),
    *acts(),
    Case("POST", "/api/v1/reports/{id}/redaction", {**by(("reviewer", "archivist"), 422), NOBODY: 401}, 403, {"id": PUBLISHED}, json={"version": 1}),
    Case("POST", "/api/v1/reports/{id}/redaction", HIDDEN, 404, {"id": DRAFT}, json={"version": 1}),
    Case("POST", "/api/v1/validate", {}, 200, content=b"no report"),
    Case("GET", "/api/v1/formats", {}, 200),
    Case("GET", "/api/v1/schema", {}, 200),
    Case("GET", "/api/v1/schema/{name:path}", {}, 200, {"name": "report.xsd"}),
    Case("GET", "/api/v1/totals", {**by(("reader", "reviewer", "archivist"), 200), NOBODY: 401}, 403, query={"organ": "linjiang", "year": "2023"}),
    Case("GET", "/api/v1/totals", {**by(("stranger", "archivist"), 200), NOBODY: 401}, 403, query={"organ": "sheng-jiaoyu", "year": "2023"}),
    Case("GET", "/api/v1/progress", {**by(("reader", "reviewer", "archivist"), 200), NOBODY: 401}, 403, query={"organ": "linjiang", "year": "2023"}),
    Case("GET", "/api/v1/progress", {**by(("stranger", "archivist"), 200), NOBODY: 401}, 403, query={"organ": "sheng-jiaoyu", "year": "2023"}),
    Case("GET", "/api/v1/search", {}, 200, query={"q": "公开"}),
    Case("POST", "/api/v1/session", {}, 401, json={"name": "submitter", "password": "no"}),
    Case("GET", "/api/v1/session", {NOBODY: 401}, 200),
    Case("DELETE", "/api/v1/session", {}, 204),
    Case("POST", "/api/v1/password", {}, 401, json={"old": "a", "new": "b"}),
    Case("GET", "/api/v1/codes", {NOBODY: 401}, 200),
    Case("PUT", "/api/v1/codes", {}, 401, json={"secret": "ABCDEFGH" * 4, "code": "1", "password": "x"}),
    Case("POST", "/api/v1/codes/end", {}, 401, json={"code": "1", "password": "x"}),
    Case("GET", "/api/v1/accounts", {NOBODY: 401}, 200),
    Case("POST", "/api/v1/accounts", {"security": 409, "reviewer": 409, NOBODY: 401}, 403, json=TAKEN),
    Case("POST", "/api/v1/accounts", {"security": 409, NOBODY: 401}, 403, json={"name": "reviewer", "roles": ["reviewer"], "organ": "linjiang"}),
    Case("POST", "/api/v1/accounts", {"security": 409, NOBODY: 401}, 403, json={"name": "archivist", "roles": ["archivist"]}),
    Case("POST", "/api/v1/accounts", {"security": 409, NOBODY: 401}, 403, json={"name": "system", "roles": ["system"]}),
    Case("GET", "/api/v1/accounts/{name}", {**GOVERNORS, "audit": 200, "submitter": 200}, 404, ACCOUNT),
    Case("PATCH", "/api/v1/accounts/{name}", {**GOVERNORS, "audit": 403, "submitter": 403}, 404, ACCOUNT, json={}),
    Case("POST", "/api/v1/accounts/{name}/reset", {**GOVERNORS, "audit": 403}, 404, {"name": "spare"}),
    Case("GET", "/api/v1/accounts/{name}/keys", {**GOVERNORS, "audit": 200, "submitter": 200}, 404, ACCOUNT),
    Case("POST", "/api/v1/accounts/{name}/keys", {"submitter": 201, **by(("security", "reviewer", "audit"), 403), NOBODY: 401}, 404, ACCOUNT, json={}),
    Case("DELETE", "/api/v1/accounts/{name}/keys/{id}", {"audit": 403, NOBODY: 401}, 404, {**ACCOUNT, "id": "0000000000000000"}),
    Case("GET", "/api/v1/accesses", {"audit": 200, NOBODY: 401}, 403),
    Case("GET", "/api/v1/audit", {"audit": 200, NOBODY: 401}, 403),
    Case("GET", "/", {}, 200),
    Case("GET", "/login", {}, 200),
    Case("POST", "/login", {NOBODY: 403}, 401, form={"name": "x", "password": "x"}),
    Case("POST", "/logout", {NOBODY: 403}, 303),
    Case("GET", "/password", {NOBODY: 303}, 200),
    Case("POST", "/password", {NOBODY: 403}, 401, form={"old": "a"}),
    Case("GET", "/account", {NOBODY: 303}, 200),
    Case("GET", "/account/codes", {NOBODY: 303}, 200),
    Case("POST", "/account/codes", {NOBODY: 403}, 401, form={"secret": "ABCDEFGH" * 4}),
    Case("POST", "/account/codes/end", {NOBODY: 403}, 401, form={"code": "1"}),
    *desks(),
]
