"""Accounts, log-ins and keys, on both databases and by a clock of the test's; and their management over the network."""

from __future__ import annotations

import datetime
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pyotp
import pytest

from govreport.archive import Archive, RefusedError, UnknownError
from govreport.archive.backup import backup
from govreport.archive.catalogue import queries
from govreport.archive.opening import open_archive
from govreport.archive.restoring import restore
from govreport.standard import Standard
from govreport.web.accounts import passwords
from govreport.web.accounts.account import Account, wrong
from govreport.web.accounts.accounts import Accounts
from govreport.web.accounts.keys import Keys
from govreport.web.accounts.passwords import Passwords
from govreport.web.accounts.sessions import Sessions
from tests.archives import ARCHIVIST
from tests.services import PASSWORD, settled


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    at: datetime.datetime = datetime.datetime(2024, 1, 15, 8, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.at

    def go(self, seconds: float) -> None:
        self.at += datetime.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(archive: Archive, clock: Clock) -> Accounts:
    found = Accounts(archive, Passwords(64, 1), clock)
    found.add(Account("li", ("submitter",), "qingshi"), ARCHIVIST, PASSWORD)
    return found


@pytest.fixture
def sessions(accounts: Accounts) -> Sessions:
    return Sessions(accounts, settled(lock_after=3, lock_for=600, session_idle=1800, session_longest=7200))


def begun(sessions: Sessions, password: str = PASSWORD, code: str = "", name: str = "li") -> str | None:
    return sessions.begin(name, password, code, "-")


def test_an_account_is_a_person_of_the_archive(archive: Archive, accounts: Accounts) -> None:
    accounts.add(Account("sec", ("security",)), ARCHIVIST)
    accounts.add(Account("audit", ("audit",)), ARCHIVIST)
    accounts.add(Account("wang", ("reviewer", "submitter"), "qingshi"), "sec")
    with archive.reading() as connection:
        roles = {person.name: person.roles for person in queries.persons(connection)}
    assert (roles["li"], roles["wang"], roles["sec"]) == (("clerk",), ("clerk", "reviewer"), ("security",))
    assert "audit" not in roles
    accounts.change(replace(accounts.get("li"), active=False), "wang")
    with archive.reading() as connection:
        assert not queries.person(connection, "li").active
    with pytest.raises(RefusedError, match="role"):
        accounts.add(Account("zhou", ("archivist",)), "wang")
    assert accounts.find("zhou") is None
    with pytest.raises(RefusedError, match="account-taken"):
        accounts.add(Account("li", ("reader",), "qingshi"), "sec")
    with pytest.raises(UnknownError, match="organ"):
        accounts.add(Account("he", ("reader",), "nowhere"), "sec")


@pytest.mark.parametrize(
    ("account", "reason"),
    [
        (Account("", ("reader",)), "account-name"),
        (Account("a\nb", ("reader",)), "account-name"),
        (Account("a", ()), "account-roles"),
        (Account("a", ("king",)), "account-roles"),
        (Account("a", ("system", "reader")), "account-apart"),
        (Account("a", ("security", "audit")), "account-apart"),
        (Account("a", ("audit",), "qingshi"), "account-apart"),
        (Account("a", ("submitter",)), "account-organ"),
    ],
)
def test_accounts_that_cannot_be(account: Account, reason: str) -> None:
    assert wrong(account.name, account.roles, account.organ) == reason


@pytest.mark.parametrize("catalogue", ["sqlite"], indirect=True)
def test_what_cannot_be_is_refused(accounts: Accounts) -> None:
    with pytest.raises(RefusedError, match="account-organ"):
        accounts.add(Account("a", ("submitter",)), ARCHIVIST)


def test_wrong_passwords_lock_an_account_for_a_while(sessions: Sessions, clock: Clock) -> None:
    assert begun(sessions)
    for _ in range(2):
        assert begun(sessions, "wrong") is None
    assert begun(sessions)
    for _ in range(3):
        assert begun(sessions, "wrong") is None
    assert begun(sessions) is None
    clock.go(599)
    assert begun(sessions) is None
    clock.go(2)
    assert begun(sessions)


def test_sessions_end_unused_and_in_any_case(sessions: Sessions, clock: Clock) -> None:
    first = begun(sessions) or ""
    for _ in range(4):
        clock.go(1700)
        assert sessions.account(first) == Account("li", ("submitter",), "qingshi")
    clock.go(1700)
    assert sessions.account(first) is None
    second = begun(sessions) or ""
    clock.go(1801)
    assert sessions.account(second) is None
    assert sessions.account("made up") is None
    third = begun(sessions) or ""
    sessions.end(third, None, "-")
    assert sessions.account(third) is None


def test_a_new_password_ends_other_sessions(sessions: Sessions, accounts: Accounts) -> None:
    mine, other = begun(sessions) or "", begun(sessions) or ""
    account = sessions.account(mine)
    assert account is not None
    with pytest.raises(RefusedError, match="password-wrong"):
        sessions.change_password(account, "wrong", "another-horse-8", mine, "-")
    for plain in ("short", "li-li-li-li-li", "ababababab", PASSWORD):
        with pytest.raises(RefusedError, match="password-plain"):
            sessions.change_password(account, PASSWORD, plain, mine, "-")
    sessions.change_password(account, PASSWORD, "another-horse-8", mine, "-")
    assert sessions.account(mine) and not sessions.account(other)
    assert begun(sessions) is None and begun(sessions, "another-horse-8")
    new = accounts.reset("li", ARCHIVIST)
    assert sessions.account(mine) is None
    account = sessions.account(begun(sessions, new) or "")
    assert account is not None and account.changing


def test_one_time_codes_count_once(sessions: Sessions, clock: Clock) -> None:
    sessions = replace(sessions, settings=settled(lock_after=100))
    other, mine = begun(sessions) or "", begun(sessions) or ""
    account = sessions.account(mine)
    assert account is not None
    secret = passwords.new_secret()

    def code(steps: int = 0) -> str:
        return pyotp.TOTP(secret).at(clock() + datetime.timedelta(seconds=30 * steps))

    with pytest.raises(RefusedError, match="code-wrong"):
        sessions.use_codes(account, PASSWORD, secret, code(9), mine, "-")
    with pytest.raises(RefusedError, match="own-password"):
        sessions.use_codes(account, "wrong", secret, code(), mine, "-")
    sessions.use_codes(account, PASSWORD, secret, code(), mine, "-")
    assert sessions.account(mine) and not sessions.account(other)
    with pytest.raises(RefusedError, match="codes-on"):
        sessions.use_codes(account, PASSWORD, passwords.new_secret(), code(), mine, "-")
    assert begun(sessions) is None and begun(sessions, code=code()) is None, "the code that switched it on is used"
    assert begun(sessions, "wrong", code(1)) is None, "a code with a wrong password is not used up"
    assert begun(sessions, code=code(1)) and begun(sessions, code=code(1)) is None
    clock.go(90)
    for off in (-2, 2):
        assert begun(sessions, code=code(off)) is None, "a clock that is wrong by more than a step"
    late = code(-1).translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    assert begun(sessions, code=f" {late[:3]} {late[3:]}"), "a step behind, in two groups of digits of full width"
    clock.go(300)
    at_once = in_turn(8, lambda _: begun(sessions, code=code()))
    assert len([token for token in at_once if token]) == 1
    for password, given, reason in (("wrong", code(1), "own-password"), (PASSWORD, code(), "code-wrong"), (PASSWORD, "", "code-wrong")):
        with pytest.raises(RefusedError, match=reason):
            sessions.end_codes(account, password, given, "-")
    sessions.end_codes(account, PASSWORD, code(1), "-")
    assert begun(sessions)


def in_turn(count: int, work: Callable[[int], str | None]) -> list[str | None]:
    """Return what a work gave that so many threads did at once."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, range(count)))


def test_wrong_passwords_tried_at_once_are_all_counted(sessions: Sessions) -> None:
    in_turn(6, lambda _: begun(sessions, "wrong"))
    assert begun(sessions) is None


def test_keys_are_shown_once_expire_and_end(accounts: Accounts, archive: Archive, clock: Clock) -> None:
    keys = Keys(accounts)
    id, text = keys.make("li", "office", 30, "li", "-")
    _, forever = keys.make("li", "other", None, "li", "-")
    assert keys.account(text) == accounts.get("li") == keys.account(forever)
    assert keys.account(text + "x") is None and keys.account("") is None
    secret = text.split("_", 2)[2].encode()
    assert not [path for path in archive.folder.rglob("*") if path.is_file() and secret in path.read_bytes()]
    clock.go(31 * 86_400)
    assert keys.account(text) is None and keys.account(forever)
    with pytest.raises(UnknownError):
        keys.end("li", "0" * 16, "li", "-")
    keys.end("li", id, "li", "-")
    accounts.change(replace(accounts.get("li"), active=False), ARCHIVIST)
    assert keys.account(forever) is None
    assert [each["action"] for each in accounts.noted("", 100)] == ["add", "key", "key", "key-ended", "end"]


def test_accounts_come_back_with_a_backup(accounts: Accounts, archive: Archive, shipped: Standard, tmp_path: Path) -> None:
    key = Keys(accounts).make("li", "office", None, "li", "-")[1]
    backup(archive, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "restored", "sqlite")
    with open_archive(tmp_path / "restored", shipped) as restored:
        again = Accounts(restored, Passwords(64, 1))
        assert Keys(again).account(key) == accounts.get("li")
        assert Sessions(again, settled()).begin("li", PASSWORD, "", "-")


@pytest.mark.parametrize("catalogue", ["sqlite"], indirect=True)
def test_names_that_are_there_take_as_long_as_names_that_are_not(archive: Archive) -> None:
    slow = Accounts(archive, Passwords(16_384, 2))
    slow.add(Account("li", ("submitter",), "qingshi"), ARCHIVIST, PASSWORD)
    sessions = Sessions(slow, settled(lock_after=1000))
    taken: dict[str, list[float]] = {"li": [], "nobody": []}
    for _ in range(9):
        for name, times in taken.items():
            began = time.process_time()
            assert begun(sessions, "wrong", name=name) is None
            times.append(time.process_time() - began)
    assert 0.4 < statistics.median(taken["li"]) / statistics.median(taken["nobody"]) < 2.5
