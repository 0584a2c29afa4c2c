"""Where deposits wait: what is asked and answered through one file, whatever is half written, taken away or left behind."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from govreport.archive import BrokenError
from govreport.archive.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


def test_what_is_asked_is_seen_by_others_answered_and_fetched(spool: Spool, tmp_path: Path) -> None:
    other = Spool(tmp_path)
    first, second = spool.ask({"name": "甲"}), spool.ask({"name": "乙\n"})
    assert [(each.ticket, each.data) for each in other.waiting()] == [(first, {"name": "甲"}), (second, {"name": "乙\n"})]
    assert spool.answered(first) is None
    other.answer(first, {"done": 1})
    assert spool.answered(first) == {"done": 1}
    assert [each.ticket for each in other.waiting()] == [second]
    spool.withdraw(first)
    spool.withdraw(second)
    assert other.waiting() == []


def test_a_file_is_used_again_and_an_answer_to_an_earlier_request_is_none(spool: Spool, tmp_path: Path) -> None:
    for number in range(20):
        # ever shorter: what is left of a longer line does not count
        ticket = spool.ask({"text": "长" * (20 - number)})
        assert spool.waiting()[0].data == {"text": "长" * (20 - number)}
        spool.withdraw(ticket)
    assert len(list(tmp_path.iterdir())) == 1
    late = spool.ask({})
    spool.answer(ticket, {"to": "the one before"})
    assert spool.answered(late) is None
    spool.withdraw(late)
    spool.close()
    assert not list(tmp_path.iterdir())


def test_a_line_that_is_not_whole_is_not_read(spool: Spool, tmp_path: Path) -> None:
    ticket = spool.ask({"a": "x" * 100})
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for length in range(0, len(whole) - 1, 7):
        path.write_bytes(whole[:length])
        assert Spool(tmp_path).waiting() == []
        assert spool.answered(ticket) is None
    path.write_bytes(whole.replace(b"xx", b"yy"))
    assert Spool(tmp_path).waiting() == []


def test_a_file_that_somebody_has_taken_away_is_made_again(spool: Spool, tmp_path: Path) -> None:
    spool.withdraw(spool.ask({}))
    next(tmp_path.iterdir()).unlink()
    ticket = spool.ask({"again": 1})
    assert [each.data for each in Spool(tmp_path).waiting()] == [{"again": 1}]
    next(tmp_path.iterdir()).unlink()
    spool.answer(ticket, {})
    assert spool.answered(ticket) is None
    with pytest.raises(BrokenError):
        Spool(tmp_path / "none").ask({})


def test_what_an_ended_process_left_is_dropped_and_a_fork_has_files_of_its_own(spool: Spool, tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from govreport.archive.spool import Spool; Spool(Path(sys.argv[1])).ask({'from': 'the dead'})"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(f"{socket.gethostname()}.")
    assert spool.waiting() == [] and not left.exists()
    spool.withdraw(spool.ask({}))
    child = os.fork()
    if not child:
        spool.ask({"from": "the child"})
        os._exit(0 if len(list(tmp_path.iterdir())) == 2 else 1)
    assert os.waitpid(child, 0)[1] == 0
