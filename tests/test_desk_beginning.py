"""How a report begins at the desk, by its pages: what is not taken is told in the clerk's words, and what was pasted is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from govreport.archive.drafts import Drafts
from govreport.standard import Standard
from govreport.writers import write
from tests import archives
from tests.services import Served, county, token
from tests.test_desk import read

BEGIN = "/desk/drafts/qingshi.2024.organ/begin"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    """A service on a county's archive."""
    with county(tmp_path_factory.mktemp("beginning") / "archive", shipped) as found:
        yield found


@pytest.fixture(scope="module")
def clerk(service: Served) -> Iterator[httpx.Client]:
    """A clerk who has logged in."""
    with closing(service.browser("submitter")) as found:
        yield found


def begun(clerk: httpx.Client, text: str = "", file: bytes | None = None, whose: str = "told") -> httpx.Response:
    """Return the answer to content that was given."""
    data = {"csrf": token(clerk, BEGIN), "from": "file", "pasted": text, "whose": whose}
    return clerk.post(BEGIN, data=data, files=None if file is None else {"file": ("年报.bin", file)})


@pytest.fixture(scope="module")
def texts(shipped: Standard) -> dict[str, str]:
    """A sound report of the organ and one of another, as somebody copies them."""
    text = write(read(Path(__file__).parents[1] / "fixtures" / "reports" / "2021" / "township.xml", shipped), "text", shipped).decode("utf-8")
    return {"own": text, "other": text.replace(archives.NAME, "临江县白河镇人民政府")}


def test_what_is_not_taken_is_told_and_what_was_pasted_stays(clerk: httpx.Client, texts: dict[str, str]) -> None:
    for text, told in (("", "请选择文件"), ("第一行<b>\n第二行", "没有读到年度报告"), (texts["other"], "不是“临江县青石镇人民政府”")):
        answer = begun(clerk, text)
        assert answer.status_code == 422 and told in answer.text
        assert text.partition("\n")[0].replace("<b>", "&lt;b&gt;") in answer.text
    for data in (b"PK\x03\x04" + b"word/document.xml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        assert "全选、复制" in begun(clerk, file=data).text
    older = begun(clerk, texts["own"].replace("2023", "2020"))
    assert older.status_code == 422 and "是 2020 年度的" in older.text


def test_a_file_with_nothing_in_it_and_one_that_is_too_long_are_told_as_such(clerk: httpx.Client) -> None:
    assert "请选择文件" in begun(clerk).text
    assert "是空的" in begun(clerk, file=b"").text
    long = begun(clerk, file=b"x" * (33 << 20))
    assert long.status_code == 413 and "32 MB" in long.text


def test_what_was_pasted_may_be_as_long_as_a_file(service: Served, clerk: httpx.Client) -> None:
    """The tables of a page bring their styles with them: half a megabyte is nothing; what is too long is told as too long."""
    text = archives.document(year=2024).decode("utf-8")
    assert begun(clerk, text + " " * 2_000_000).status_code == 303
    form = {"csrf": token(clerk, BEGIN), "revision": "1", "do": "save"}
    for more, status in (({"prose/overview": "字" * 450_000}, 303), ({f"none/{number}": "1" for number in range(2000)}, 303), ({"x": "y" * 600_000}, 413)):
        assert clerk.post("/desk/drafts/qingshi.2024.organ/form", data={**form, **more}).status_code == status, next(iter(more))


def test_what_the_clerk_says_it_is_counts(service: Served, clerk: httpx.Client, texts: dict[str, str]) -> None:
    """The report is of the organ and year that it is written for, whatever the content said; as last year's it gives no figures."""
    drafts = Drafts(service.archive.database)
    assert begun(clerk, texts["other"], whose="this").status_code == 303
    draft = drafts.get("qingshi.2024.organ")
    assert draft.fields["cell/applications/received/total"] and f"<name>{archives.NAME}</name>" in draft.base
    assert begun(clerk, texts["own"]).status_code == 303
    draft = drafts.get("qingshi.2024.organ")
    assert not any(name.startswith("cell/") for name in draft.fields) and draft.fields["prose/overview"] and draft.last
