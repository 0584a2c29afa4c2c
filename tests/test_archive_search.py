"""Search on SQLite and on PostgreSQL: exact for one, two and more characters, whatever they are, with every filter."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from govreport.archive import Archive, Query, RefusedError, Request, UnknownError, search, searching
from govreport.archive.catalogue import folding, tables, words
from govreport.archive.catalogue.sight import Grant, Sight
from govreport.archive.redaction import redact
from govreport.standard import Standard
from tests.archives import ARCHIVIST, CLERK, REVIEWER, document, furnished
from tests.postgres import Server

ODD = (
    "𣲗龘'\\\"%_&|!<->:* ()（）“”ab AB１２12、。，—…　éß"
    + "\u00c9E\u0301e\u0301\ufb01\u2460\u2163\u03a3\u03c3\u03c2\u1e9e"
    + "\u0130i\u33a1\u2488\uff76\uff9e\u1100\u1161\uac00\u00ad\u0344"
)
"""Characters that a database may take for something else, rare ones, wide ones."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Archive]:
    """An archive with reports in every state, years and organs apart."""
    catalogue = "sqlite" if request.param == "sqlite" else _server(request).url()
    with furnished(tmp_path_factory.mktemp("search") / "archive", shipped, catalogue) as archive:
        seeded = random.Random(3)
        for number in range(12):
            words_of = "".join(seeded.choice(ODD) for _ in range(40)).strip()
            _deposit(archive, document(number).replace("修订".encode(), _escaped(f"第{number}次{words_of}").encode()), reason="r")
        published = _deposit(archive, document(50, year=2022), "publish")
        _deposit(archive, document(51, "临江县白河镇人民政府", 2021), "submit")
        _deposit(archive, document(52, wrong=True, year=2020))
        _deposit(archive, b"no report")
        _deposit(archive, document(53, year=2022), reason="更正")
        assert published == "qingshi.2022.government"
        yield archive


def _server(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue("postgresql")
    return server


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _deposit(archive: Archive, data: bytes, until: str = "deposit", reason: str | None = None) -> str:
    receipt = archive.deposit(Request(data, "a.xml", reason=reason), CLERK)
    if until != "deposit":
        archive.act("submit", receipt.id, CLERK, receipt.version)
    if until == "publish":
        archive.act("accept", receipt.id, REVIEWER, receipt.version)
        archive.act("publish", receipt.id, REVIEWER, receipt.version)
    return receipt.id


def found(archive: Archive, **asked: object) -> list[str]:
    """Return the versions that a query finds, all pages of it."""
    query = Query(**asked)  # type: ignore[arg-type]
    return [hit.version.subject for hit in search(archive, query).hits]


def texts(archive: Archive) -> dict[int, str]:
    """Return all texts by document, as they are compared."""
    archive.take_in()
    with archive.reading() as connection:
        return {row.document: folding.folded(row.text) for row in connection.execute(sa.select(tables.documents))}


def test_any_text_is_found_exactly(kept: Archive) -> None:
    known = texts(kept)
    seeded = random.Random(5)
    asked = {"公开政府信息", "政府政府", "政", "公开", "7", "第7", "第17", "没有这句话的", "𣲗", "'", "\\", "。\u2029", *ODD.replace(" ", "").replace('"', "")}
    for _ in range(80):
        text = known[seeded.choice(list(known))]
        start, size = seeded.randrange(len(text)), seeded.choice((1, 2, 2, 3, 4, 7, 30, 64, 65, 90))
        part = text[start : start + size].split(folding.BREAK)[0].strip()
        asked |= {part, part[:-1] + "龥"} if part else set()
    for term in asked:
        wanted = {document for document, text in known.items() if folding.folded(term) in text}
        hits = search(kept, Query(f'"{term}"', states=STATES, everything=True, limit=100)).hits
        assert {hit.version.sequence for hit in hits} == wanted, term


STATES = ("draft", "submitted", "returned", "accepted", "published", "withdrawn", "refused")


def test_a_snippet_shows_where(kept: Archive) -> None:
    (hit,) = search(kept, Query("第11办公室")).hits
    assert any("第11办公室" in snippet.text[start:end] for snippet in hit.snippets for start, end in snippet.marks)
    assert all("\n" not in snippet.text for snippet in hit.snippets)
    assert search(kept, Query()).hits[0].snippets == ()


def test_case_and_width_do_not_matter(kept: Archive) -> None:
    assert found(kept, text="a.XML", year=2022) == found(kept, text="Ａ．ｘｍｌ", year=2022) == ["qingshi.2022.government@2"]
    assert found(kept, text="qingshi-2023-mulu", year=2023) == ["qingshi.2023.government@12"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("RÉSUMÉ", "résumé"),
        ("re\u0301sume\u0301", "RÉSUMÉ"),
        ("Straße", "STRASSE"),
        ("ﬁnal", "FINAL"),
        ("ΟΔΟΣ", "οδος"),
        ("第①项", "第1项"),
        ("㈠公开", "（一）公开"),
        ("100㎡", "100m2"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("…完", "...完"),
    ],
)
def test_letters_are_folded_as_unicode_has_it_both_ways(archive: Archive, written: str, asked: str) -> None:
    id = _deposit(archive, document(1).replace("修订".encode(), f"甲{written}乙".encode()))
    for text in (asked, written):
        (hit,) = search(archive, Query(f"甲{text}")).hits
        assert hit.version.id == id
        assert {snippet.text[start:end] for snippet in hit.snippets for start, end in snippet.marks} == {f"甲{written}"}
    assert not search(archive, Query(f"乙{asked}")).hits


def test_every_place_of_a_folded_text_leads_back_to_what_was_folded() -> None:
    seeded = random.Random(7)
    for _ in range(300):
        text = "".join(seeded.choice(ODD + "\n") for _ in range(60))
        whole, places = folding.folded(text), folding.aligned(text)
        assert folding.folded(whole) == whole
        assert len(whole) == len(places.starts) == len(places.ends)
        assert places.span(0, len(whole)) == (0, len(text))
        for _ in range(5):
            start = seeded.randrange(len(whole))
            end = seeded.randint(start + 1, len(whole))
            first, last = places.span(start, end)
            assert whole[start:end] in folding.folded(text[first:last])


def test_all_words_must_be_there(kept: Archive) -> None:
    assert found(kept, text="第11办公室 政务公开") == ["qingshi.2023.government@12"]
    assert found(kept, text="第11办公室 第10办公室") == []


def test_the_last_version_in_the_states_asked_for_is_found(kept: Archive) -> None:
    assert found(kept, year=2022) == ["qingshi.2022.government@2"]
    assert found(kept, year=2022, states=("published",)) == ["qingshi.2022.government@1"]
    assert found(kept, year=2022, everything=True) == ["qingshi.2022.government@2", "qingshi.2022.government@1"]
    assert found(kept, year=2020) == []
    assert found(kept, year=2020, states=("refused",)) == ["qingshi.2020.government@1"]


def test_filters_by_organ_level_scope_and_code(kept: Archive) -> None:
    assert found(kept, organ="linjiang", states=("submitted",)) == found(kept, organ="baihe") == ["baihe.2021.government@1"]
    assert set(found(kept, organ="linjiang")) == {"qingshi.2023.government@12", "qingshi.2022.government@2", "baihe.2021.government@1"}
    assert found(kept, organ="jiaoyu") == []
    assert found(kept, organ="linjiang", year=2022) == ["qingshi.2022.government@2"]
    assert found(kept, level="township", year=2021) == ["baihe.2021.government@1"]
    assert found(kept, level="province") == []
    assert found(kept, scope="organ") == []
    assert found(kept, codes=("T3-ROW", "T3-BALANCE"), states=("refused",)) == ["qingshi.2020.government@1"]
    assert found(kept, codes=("T4-SUM",)) == []


def test_what_may_not_be_seen_is_neither_found_nor_in_the_way(kept: Archive) -> None:
    public = Sight((Grant(frozenset({"published"})),))
    assert found(kept, sight=public) == ["qingshi.2022.government@1"]
    assert found(kept, sight=Sight((*public.grants, Grant(None, frozenset({"baihe"}))))) == ["qingshi.2022.government@1", "baihe.2021.government@1"][::-1]
    assert found(kept, sight=Sight()) == []


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("applications.received.total > 6", True),
        ("applications.received.total > 7", False),
        ("applications.received.total>=7", True),
        ("applications.received.total > 6.5", True),
        ("applications.received.total\uff1e\uff16", True),
        ("applications.received.total \u2264 6", False),
        ("applications.received.total \u2265 7", True),
        ("applications.received.total \u2260 7", False),
        ("applications.received.total < 6.5", False),
        ("applications.received.total != 7", False),
        ("applications.received.total = 7.5", False),
        ("applications.received.total < 999999999999999999", True),
        ("applications.received.total > 100 or applications.received.naturalPerson = 5", True),
        ("proactiveDisclosure.fees.amount = 0", True),
        ("proactiveDisclosure.fees.amount = 0 元", False),
        ("proactiveDisclosure.regulations.issued = NA", True),
        ("proactiveDisclosure.regulations.issued != NA", False),
        ("reviewAndLitigation.litigation.direct.total >= 0", True),
    ],
)
def test_conditions_on_cells(kept: Archive, condition: str, holds: bool) -> None:
    assert found(kept, year=2022, where=(condition,)) == ["qingshi.2022.government@2"] * holds
    assert found(kept, year=2022, where=(condition, "applications.received.total > 100")) == []


def test_what_is_no_condition_is_refused(kept: Archive) -> None:
    received = "applications.received.total"
    for wrong in (
        "",
        "applications > 1",
        received,
        f"{received} > x",
        f"{received} > NA",
        f"{received} > 6 or",
        f"{received} > 6 万元",
        "proactiveDisclosure.fees.amount > 6 块",
    ):
        with pytest.raises((RefusedError, UnknownError), match=r"condition|cell"):
            found(kept, where=(wrong,))
    with pytest.raises(UnknownError, match="cell"):
        found(kept, where=("applications.nothing.total > 1",))


@pytest.mark.parametrize("newest", [3, searching.NEWEST])
def test_pages_follow_one_another(kept: Archive, newest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "NEWEST", newest)
    whole = [hit.version.sequence for hit in search(kept, Query("政府", everything=True, limit=100)).hits]
    first = search(kept, Query("政府", everything=True, limit=5))
    second = search(kept, Query("政府", everything=True, limit=100, before=first.hits[-1].version.sequence))
    assert search(kept, Query("政", everything=True, limit=3, before=2**53)).hits == search(kept, Query("政", everything=True, limit=3)).hits
    assert first.more and not second.more
    assert [hit.version.sequence for hit in (*first.hits, *second.hits)] == whole == sorted(whole, reverse=True)


def test_what_is_deposited_is_found_at_once_and_what_is_redacted_no_more(archive: Archive) -> None:
    id = _deposit(archive, document(70))
    assert found(archive, text="第70办公室") == [f"{id}@1"]
    redact(archive, id, REVIEWER, None, "隐私", "法")
    redact(archive, id, ARCHIVIST)
    assert found(archive, text="第70办公室", states=STATES) == []
    assert b"\xe7\xac\xac70\xe5\x8a\x9e" not in _bytes(archive.folder)


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("catalogue.sqlite*"))


def test_pieces_lose_no_phrase() -> None:
    seeded = random.Random(1)
    for text in ("甲乙" * 3000, "甲" * 3000, "".join(seeded.choice("甲乙丙丁\n") for _ in range(5000)), "".join(map(chr, range(0x4E00, 0x5A00)))):
        parts = list(words.pieces(text))
        assert max(map(len, parts)) <= words.PIECE
        folded = folding.folded(text)
        for start in range(0, len(folded) - words.LONGEST, 7):
            phrase = folded[start : start + words.LONGEST]
            assert folding.BREAK in phrase or any(phrase in part for part in parts)
