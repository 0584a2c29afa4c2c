"""What comes twice at the desks: a button pressed twice, a page of another tab that is behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from govreport.standard import Standard
from tests import archives
from tests.services import Served, county, token

ID, YEAR = "qingshi.2024.organ", 2024
DRAFT, REVIEW = f"/desk/drafts/{ID}", f"/desk/review/{ID}/1"


@pytest.fixture
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    """A service on a county's archive."""
    with county(tmp_path_factory.mktemp("again") / "archive", shipped) as found:
        yield found


def handed_in(clerk: httpx.Client) -> list[httpx.Response]:
    """Return the answers to a button for handing in that is pressed twice, of a draft begun from a file."""
    sent = {"csrf": token(clerk, f"{DRAFT}/begin"), "from": "file", "whose": "told"}
    assert clerk.post(f"{DRAFT}/begin", data=sent, files={"file": ("a.xml", archives.document(year=YEAR))}).status_code == 303
    pressed = {"csrf": sent["csrf"], "revision": "1"}
    return [clerk.post(f"{DRAFT}/submit", data=pressed) for _ in range(2)]


def test_a_button_pressed_twice_does_once_what_it_says_and_tells_that_it_is_done(service: Served) -> None:
    with closing(service.browser("submitter")) as clerk, closing(service.browser("reviewer")) as office:
        answers = handed_in(clerk)
        assert [(each.status_code, each.headers["location"]) for each in answers] == [(303, f"/desk/versions/{ID}/1/receipt")] * 2
        assert len(list(service.archive.versions())) == 1

        def pressed(do: str, reason: str = "") -> httpx.Response:
            return office.post(REVIEW, data={"csrf": token(office, REVIEW), "do": do, "reason": reason})

        for do in ("accept", "publish", "withdraw"):
            assert [pressed(do, "错了").status_code for _ in range(2)] == [303, 303], do
        done = [each.action for each in service.archive.history(service.archive.version(ID)) if each.action != "seal"]
        assert done == ["deposit", "submit", "accept", "publish", "withdraw"]
        late = pressed("withdraw", "另有原因")
        assert late.status_code == 422, "another reason is not told as kept"
        assert pressed("accept").status_code == 422


def test_only_a_return_is_told_that_remarks_are_reasons(service: Served) -> None:
    with closing(service.browser("submitter")) as clerk, closing(service.browser("reviewer")) as office:
        handed_in(clerk)
        service.archive.act("accept", ID, archives.REVIEWER)
        told = office.post(REVIEW, data={"csrf": token(office, REVIEW), "do": "withdraw"})
        assert told.status_code == 422 and "须写明理由" in told.text and "批注。" not in told.text
