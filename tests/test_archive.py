"""The archive as its users have it, on SQLite and on PostgreSQL: deposits, persons, states, the log, proofs, backups."""

from __future__ import annotations

import datetime
import json

import pytest

from govreport.archive import Archive, Filter, RefusedError, Request, UnknownError, open_archive
from govreport.archive.catalogue import database, entries, rebuilding
from govreport.archive.digests import sha256, sm3
from govreport.archive.redaction import redact
from govreport.archive.store import journal_key
from govreport.archive.tombstones import tombstone
from tests.archives import ARCHIVIST, CLERK, NAME, REVIEWER, deposited, digest, document, problems, published


def test_a_deposit_is_judged_kept_and_acknowledged(archive: Archive) -> None:
    data = document(1)
    receipt = archive.deposit(Request(data, "年报.xml"), CLERK)
    assert (receipt.id, receipt.version, receipt.verdict, receipt.state) == ("qingshi.2023.government", 1, "accepted", "draft")
    assert (receipt.sha256, receipt.sm3, receipt.size) == (sha256(data), sm3(data), len(data))
    assert abs(datetime.datetime.fromisoformat(receipt.time) - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(minutes=1)
    kept = archive.content(archive.version(receipt.id))
    assert kept.original == data
    assert kept.xml is not None and kept.xml.startswith(b"<?xml")
    findings = json.loads(kept.findings)
    assert findings["verdict"] == "accepted"
    assert findings["versions"]["rules"]
    # the canonical XML lies there once, and is both
    packed = archive.store.get(journal_key(archive.version(receipt.id).bundle))
    assert packed is not None and kept.xml == data and len(packed) < 1.5 * len(data) + len(kept.findings)
    assert (kept.name, kept.about["name"], archive.version(receipt.id).name) == ("document.xml", "年报.xml", "年报.xml")
    assert not problems(archive)


def test_a_refusal_is_kept_with_its_findings(archive: Archive) -> None:
    receipt = archive.deposit(Request(document(wrong=True), "a.xml"), CLERK)
    assert (receipt.verdict, receipt.state, receipt.accepted) == ("rejected", "refused", False)
    assert receipt.errors > 0
    codes = {each["code"] for each in json.loads(archive.content(archive.version(receipt.id)).findings)["diagnostics"]}
    assert "T3-ROW" in codes
    with pytest.raises(RefusedError, match="state"):
        archive.act("submit", receipt.id, CLERK)


def test_what_is_no_report_is_kept_too(archive: Archive) -> None:
    receipt = archive.deposit(Request(b"no report", "a.txt"), CLERK)
    assert receipt.id.startswith("unplaced.")
    kept = archive.content(archive.version(receipt.id))
    assert kept.original == b"no report" and kept.xml is None
    assert not problems(archive)


@pytest.mark.parametrize(("more", "code"), [({"name": "无名镇人民政府"}, "ARC-ORGAN"), ({"name": "临江县白河镇人民政府"}, "ARC-ORGAN")])
def test_a_report_of_no_organ_of_its_year_is_refused(archive: Archive, more: dict[str, str], code: str) -> None:
    receipt = archive.deposit(Request(document(**more), "a.xml"), CLERK)  # type: ignore[arg-type]
    assert receipt.verdict == "rejected"
    assert code in archive.content(archive.version(receipt.id)).findings.decode()


def test_an_organ_that_is_named_counts_and_another_name_is_said(archive: Archive) -> None:
    receipt = archive.deposit(Request(document(), "a.xml", organ="linjiang"), CLERK)
    assert receipt.id == "linjiang.2023.government"
    assert "ARC-NAME" in archive.content(archive.version(receipt.id)).findings.decode()


def test_the_same_bytes_are_the_same_deposit_at_the_same_place_alone(archive: Archive) -> None:
    elsewhere = archive.deposit(Request(document(), "a.xml", organ="linjiang", year=2023, scope="organ"), CLERK)
    own = archive.deposit(Request(document(), "a.xml"), CLERK)
    assert (elsewhere.id, own.id) == ("linjiang.2023.organ", "qingshi.2023.government")
    assert archive.deposit(Request(document(), "a.xml"), CLERK) == own
    assert archive.deposit(Request(document(), "a.xml", organ="linjiang", scope="organ"), CLERK) == elsewhere
    assert archive.deposit(Request(document(), "a.xml", organ="qingshi", year=2023, scope="government"), CLERK) == own


@pytest.mark.parametrize("organ", ["nobody", "baihe"])
def test_the_same_bytes_for_an_organ_that_is_none_are_not_another_organs(archive: Archive, organ: str) -> None:
    own = archive.deposit(Request(document(), "a.xml"), CLERK)
    refused = archive.deposit(Request(document(), "a.xml", organ=organ), CLERK)
    assert own.accepted and not refused.accepted and refused.id.startswith("unplaced.")
    assert archive.deposit(Request(document(), "a.xml", organ=organ), CLERK) == refused
    assert archive.deposit(Request(document(), "a.xml"), CLERK) == own
    assert not problems(archive), "no bundle is left of what was known"


def test_what_is_no_report_is_the_same_deposit_of_one_person(archive: Archive) -> None:
    request = Request(b"no report", "a.txt", organ="nobody", year=2023, scope="organ")
    first = archive.deposit(request, CLERK)
    assert archive.deposit(request, CLERK) == first
    assert archive.deposit(request, REVIEWER) != first


@pytest.mark.parametrize(("more", "said"), [({"year": 2022}, 1), ({"scope": "organ"}, 1), ({"year": 2022, "scope": "organ"}, 2), ({"year": 2023}, 0)])
def test_a_report_that_states_another_year_or_scope_than_it_is_deposited_for_is_told(archive: Archive, more: dict[str, int | str], said: int) -> None:
    receipt = archive.deposit(Request(document(), "a.xml", **more), CLERK)  # type: ignore[arg-type]
    assert receipt.accepted
    assert archive.content(archive.version(receipt.id)).findings.decode().count("ARC-PLACE") == said


def test_a_refused_report_is_judged_anew_once_its_organ_is_known(archive: Archive) -> None:
    data = document(name="临江县新设镇人民政府")
    assert not archive.deposit(Request(data, "a.xml"), CLERK).accepted
    from govreport.archive import organfile

    archive.import_organs(organfile.read("id,name\nxinshe,临江县新设镇人民政府\n".encode(), "o.csv").organs, ARCHIVIST)
    assert archive.deposit(Request(data, "a.xml"), CLERK).id == "xinshe.2023.government"


def test_the_same_bytes_get_the_same_receipt(archive: Archive) -> None:
    first = deposited(archive)
    archive.act("submit", first.id, CLERK)
    assert deposited(archive) == first
    assert archive.deposit(Request(document(), "other name.xml", reason="again"), REVIEWER) == first
    refused = archive.deposit(Request(document(wrong=True), "a.xml"), CLERK)
    assert archive.deposit(Request(document(wrong=True), "a.xml"), CLERK) == refused
    assert len(list(archive.versions())) == 2


def test_the_same_key_gets_the_same_receipt_and_never_other_bytes(archive: Archive) -> None:
    first = deposited(archive, key="k-1")
    assert deposited(archive, key="k-1") == first
    with pytest.raises(RefusedError, match="key-taken"):
        deposited(archive, 2, key="k-1")
    with pytest.raises(RefusedError, match="key"):
        deposited(archive, 2, key="two words")


def test_a_key_sent_with_bytes_that_are_known_is_known_from_then_on(archive: Archive) -> None:
    first = deposited(archive)
    refused = archive.deposit(Request(document(wrong=True), "a.xml", reason="r"), CLERK)
    for receipt, data in ((first, document()), (refused, document(wrong=True))):
        key = f"late-{receipt.version}"
        assert archive.deposit(Request(data, "b.xml", key=key), REVIEWER) == receipt
        with archive.reading() as connection:
            end = database.head(connection).sequence
            assert next(entries.log(connection, end - 1)).action == "key"
        assert archive.deposit(Request(data, "b.xml", key=key), REVIEWER) == receipt
        with pytest.raises(RefusedError, match="key-taken"):
            deposited(archive, 2, key=key)
        with archive.reading() as connection:
            assert database.head(connection).sequence == end, "once is enough"
    before = digest(archive)
    assert rebuilding.rebuild(archive.database, archive.store).sequence == end
    assert digest(archive) == before and not problems(archive)
    with pytest.raises(RefusedError, match="key-taken"):
        deposited(archive, 3, key="late-1")


def test_a_key_is_no_other_place_s(archive: Archive) -> None:
    first = deposited(archive, key="k-1", organ="qingshi")
    assert deposited(archive, key="k-1") == deposited(archive, key="k-1", year=2023, scope="government") == first
    for place in ({"organ": "jiaoyu"}, {"year": 2022}, {"scope": "organ"}):
        with pytest.raises(RefusedError, match="key-taken"):
            deposited(archive, key="k-1", **place)
    assert len(list(archive.versions())) == 1


def test_a_correction_is_a_new_version_with_a_reason(archive: Archive) -> None:
    first = published(archive)
    with pytest.raises(RefusedError, match="correction"):
        deposited(archive, 2)
    second = deposited(archive, 2, reason="更正联系方式")
    assert (second.id, second.version) == (first.id, 2)
    assert archive.content(archive.version(first.id, 1)).original == document()
    assert [version.version for version in archive.versions(Filter(id=first.id))] == [1, 2]
    assert [version.version for version in archive.versions(Filter(latest=True))] == [2]
    assert not problems(archive)


@pytest.mark.parametrize("action", ["accept", "publish"])
def test_whoever_submitted_cannot_judge(archive: Archive, action: str) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    archive.add_person(CLERK, ["clerk", "reviewer", "archivist"], ARCHIVIST)
    if action == "publish":
        archive.act("accept", receipt.id, REVIEWER)
    with pytest.raises(RefusedError, match="two-persons"):
        archive.act(action, receipt.id, CLERK)
    archive.act(action, receipt.id, REVIEWER)


@pytest.mark.parametrize("action", ["accept", "publish"])
def test_whoever_submitted_before_it_was_returned_cannot_judge_either(archive: Archive, action: str) -> None:
    archive.add_person("孙办事", ["clerk"], ARCHIVIST)
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    archive.act("return", receipt.id, REVIEWER, reason="缺少附件")
    archive.act("submit", receipt.id, "孙办事")
    if action == "publish":
        archive.act("accept", receipt.id, REVIEWER)
    with pytest.raises(RefusedError, match="two-persons"):
        archive.act(action, receipt.id, CLERK)
    archive.act(action, receipt.id, REVIEWER)


def test_an_office_of_one_switches_it_off_in_the_configuration_and_the_log_says_so(archive: Archive) -> None:
    path = archive.folder / "archive.toml"
    path.write_text(path.read_text("utf-8").replace("two_persons = true", "two_persons = false"), "utf-8")
    with open_archive(archive.folder, archive.standard) as alone:
        receipt = deposited(alone)
        for action in ("submit", "accept", "publish"):
            alone.act(action, receipt.id, CLERK)
        with alone.reading() as connection:
            settings = [event.data["two_persons"] for event in entries.log(connection) if event.action == "configure"]
        assert settings == [True, False]
        alone_in = [event.action for event in alone.history(alone.version(receipt.id)) if event.data.get("alone")]
        assert alone_in == ["accept", "publish"]
        assert not problems(alone)


def test_states_only_go_where_they_may(archive: Archive) -> None:
    receipt = deposited(archive)
    for action in ("accept", "publish", "return", "withdraw"):
        with pytest.raises(RefusedError, match="state"):
            archive.act(action, receipt.id, REVIEWER, reason="r")
    archive.act("submit", receipt.id, CLERK)
    with pytest.raises(RefusedError, match="reason"):
        archive.act("return", receipt.id, REVIEWER)
    assert archive.act("return", receipt.id, REVIEWER, reason="缺少附件").state == "returned"
    archive.act("submit", receipt.id, CLERK)
    archive.act("accept", receipt.id, REVIEWER)
    archive.act("publish", receipt.id, REVIEWER)
    done = archive.act("withdraw", receipt.id, REVIEWER, reason="内容有误")
    assert (done.state, done.remark) == ("withdrawn", "内容有误")
    assert archive.content(done).original == document()
    history = archive.history(done)
    assert [event.action for event in history] == ["deposit", "submit", "return", "submit", "accept", "seal", "publish", "withdraw"]
    stone = tombstone(done, history)
    assert stone is not None
    assert (stone.reason, stone.basis, stone.by, stone.sha256, stone.redacted) == ("内容有误", None, (REVIEWER,), receipt.sha256, False)


def test_only_registered_persons_act_and_only_in_their_roles(archive: Archive) -> None:
    with pytest.raises(UnknownError, match="person"):
        archive.deposit(Request(document(), "a.xml"), "nobody")
    archive.add_person("只报送", ["clerk"], ARCHIVIST)
    receipt = archive.deposit(Request(document(), "a.xml"), "只报送")
    archive.act("submit", receipt.id, "只报送")
    archive.add_person("另一位", ["clerk"], ARCHIVIST)
    with pytest.raises(RefusedError, match="role"):
        archive.act("accept", receipt.id, "另一位")
    with pytest.raises(RefusedError, match="role"):
        archive.add_person("自己加的", ["archivist"], CLERK)
    archive.add_person("另一位", [], ARCHIVIST)
    with pytest.raises(RefusedError, match="role"):
        archive.deposit(Request(document(2), "a.xml", reason="r"), "另一位")
    with pytest.raises(RefusedError, match="last-archivist"):
        archive.add_person(ARCHIVIST, ["clerk"], ARCHIVIST)


@pytest.mark.parametrize(("name", "reason"), [("李 办事", "alike"), ("李办事 ", "wrong"), ("ｗang", "alike"), ("Wang", "alike"), ("", "wrong")])
def test_one_person_is_not_two_under_names_that_look_the_same(archive: Archive, name: str, reason: str) -> None:
    archive.add_person("wang", ["clerk"], ARCHIVIST)
    with pytest.raises(RefusedError, match=f"person-{reason}"):
        archive.add_person(name, ["reviewer"], ARCHIVIST)
    assert archive.add_person("wang", ["reviewer"], ARCHIVIST).roles == ("reviewer",)


def test_legacy_needs_role_and_policy(archive: Archive) -> None:
    path = archive.folder / "archive.toml"
    path.write_text(path.read_text("utf-8").replace("legacy_until = 0", "legacy_until = 2022"), "utf-8")
    with open_archive(archive.folder, archive.standard) as found:
        with pytest.raises(RefusedError, match="role"):
            found.deposit(Request(document(year=2022, wrong=True), "a.xml", profile="legacy"), CLERK)
        with pytest.raises(RefusedError, match="legacy-year"):
            found.deposit(Request(document(wrong=True), "a.xml", profile="legacy"), ARCHIVIST)
        assert found.deposit(Request(document(year=2022, wrong=True), "a.xml", profile="legacy"), ARCHIVIST).accepted
        with pytest.raises(RefusedError, match="profile"):
            found.deposit(Request(document(), "a.xml", profile="lax"), ARCHIVIST)


@pytest.mark.parametrize("wrong", ["a\ud800", "\udcff", "a\0b"])
def test_what_is_no_character_is_refused_and_changes_nothing(archive: Archive, wrong: str) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    before = digest(archive)
    for more in ({"name": wrong}, {"name": "a.xml", "reason": wrong}):
        with pytest.raises(RefusedError, match="characters"):
            archive.deposit(Request(document(1), **more), CLERK)
    for action in (lambda: archive.act("return", receipt.id, REVIEWER, None, wrong), lambda: redact(archive, receipt.id, REVIEWER, None, "a", wrong)):
        with pytest.raises(RefusedError, match="characters"):
            action()
    assert not problems(archive) and digest(archive) == before


def test_names_of_organs_tell_whose_a_report_is(archive: Archive) -> None:
    assert archive.deposit(Request(document(name="临江县白河镇人民政府", year=2021), "a.xml"), CLERK).id == "baihe.2021.government"
    assert archive.register().children("linjiang", 2023)[-1].id == "qingshi"
    assert NAME in {naming.name for _, _, naming in archive.register().tree(2023)}
