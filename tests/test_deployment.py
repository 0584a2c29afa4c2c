"""What is needed to run the service: the unit, the image, the offline bundle, the backup drill, logs and figures of a service that runs."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govreport.cli.application import application
from govreport.standard import Standard
from govreport.web.settings import Settings
from tests import load
from tests.archives import deposited, furnished

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
GUIDE = ROOT / "docs" / "guide" / "deployment.md"
BIN = Path(sys.executable).parent


def commands(text: str) -> Iterator[list[str]]:
    """Yield the words of every call of our program in a text."""
    for line in re.findall(r"^(?:ExecStart=|sudo -u \S+ )?(?:\S*/bin/)?(govreport .*)$", text, re.M):
        yield shlex.split(re.split(r" >|`|，|。", line)[0].replace('"', ""))


def test_every_command_that_is_named_is_one_of_ours() -> None:
    named = [words for path in (DEPLOY / "govreport.service", DEPLOY / "backup-drill", GUIDE) for words in commands(path.read_text("utf-8"))]
    assert len(named) > 6
    for words in named:
        command: Any = application()
        rest = words[1:]
        while hasattr(command, "commands") and rest:
            command = command.commands[rest.pop(0)]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= known, words


def test_the_unit_is_sound_and_closed(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed: the unit was not verified")
    unit = tmp_path / "govreport.service"
    text = (DEPLOY / "govreport.service").read_text("utf-8").replace("/opt/govreport/bin/govreport", str(BIN / "govreport"))
    unit.write_text(re.sub(r"^(User|Group)=.*$", r"\1=root", text, flags=re.M), "utf-8")
    run = subprocess.run(["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True, check=False)
    assert "govreport.service" not in run.stderr, run.stderr
    unit.write_text(text, "utf-8")
    run = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=20", str(unit)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-400:]


def test_the_image_is_built_of_the_bundle_alone_and_runs_without_rights() -> None:
    lines = re.sub(r"\\\n", "", (DEPLOY / "Dockerfile").read_text("utf-8")).splitlines()
    steps = [line.split(" ", 1) for line in lines if line and not line.startswith("#")]
    assert [name for name, _ in steps if name in ("ADD", "SHELL")] == []
    installs = [value for name, value in steps if name == "RUN" and "pip" in value]
    assert installs and all("--no-index" in value for value in installs)
    user = next(index for index, (name, _) in enumerate(steps) if name == "USER")
    assert user > max(index for index, (name, _) in enumerate(steps) if name == "RUN")
    assert steps[-1] == ["CMD", '["govreport", "serve"]']
    settings = [each.partition("=")[0] for name, value in steps if name == "ENV" for each in value.split()]
    known = {f"GOVREPORT_SERVICE_{name.upper()}" for name in Settings.model_fields} | {"GOVREPORT_ARCHIVE", "PATH", "PYTHONDONTWRITEBYTECODE"}
    assert set(settings) <= known


def test_settings_of_the_guide_are_settings() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    assert blocks
    for block in blocks:
        Settings(**tomllib.loads(block))


def test_the_backup_drill_restores_what_there_is_and_fails_where_it_cannot(tmp_path: Path, shipped: Standard, catalogue: str) -> None:
    with furnished(tmp_path / "archive", shipped, catalogue) as archive:
        deposited(archive)
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "TMPDIR": str(tmp_path), "GOVREPORT_LANG": "en"}
    drill = ["sh", str(DEPLOY / "backup-drill"), str(tmp_path / "archive"), str(tmp_path / "backup")]
    run = subprocess.run(drill, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "restored 1 of 1 versions" in run.stdout
    assert not list(tmp_path.glob("govreport-drill.*")), "nothing is left lying about"
    for wrong in ([*drill[:2], str(tmp_path / "none"), drill[3]], [*drill[:3], str(DEPLOY / "Dockerfile")]):
        assert subprocess.run(wrong, env=environment, capture_output=True, check=False).returncode != 0


def got(url: str, within: float = 120) -> tuple[int, str]:
    """Return status and body of what an address answers, asked until somebody answers."""
    end = time.monotonic() + within
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return int(answer.status), answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, ""
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_a_service_of_two_processes_counts_logs_and_ends_when_told(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped):
        pass
    port, metrics = load.free_port(), load.free_port()
    (tmp_path / "archive" / "service.toml").write_text(f'log_format = "json"\nlog_requests = true\nmetrics_port = {metrics}\ndrain = 5\n', "utf-8")
    command = [str(BIN / "govreport"), "serve", "--archive", str(tmp_path / "archive"), "--port", str(port), "--workers", "2"]
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log) as process:
        try:
            assert got(f"http://127.0.0.1:{port}/api/v1/health/ready")[0] == 200
            for _ in range(20):
                assert got(f"http://127.0.0.1:{port}/api/v1/health?secret=1")[0] == 200
            assert got(f"http://127.0.0.1:{port}/no/such/{'x' * 40}")[0] == 404
            figures = got(f"http://127.0.0.1:{metrics}/metrics")[1]
            assert got(f"http://127.0.0.1:{port}/metrics")[0] == 404, "figures are on their own port only"
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(120) in (0, -signal.SIGTERM)
    counts = re.findall(r'^govreport_requests_total\{method="GET",route="/api/v1/health",status="200"\} (\S+)$', figures, re.M)
    assert counts == ["20.0"]
    assert "xxx" not in figures, "no request makes a label of its own"
    lines = [json.loads(line) for line in (tmp_path / "log").read_text("utf-8").splitlines()]
    asked = [line for line in lines if line.get("path") == "/api/v1/health"]
    assert len(asked) == 20
    assert all(line["status"] == 200 and line["milliseconds"] >= 0 and line["id"] for line in asked)
    assert "secret" not in (tmp_path / "log").read_text("utf-8")


@pytest.mark.long
def test_the_offline_bundle_installs_without_an_index(tmp_path: Path) -> None:
    subprocess.run(["make", "wheelhouse"], cwd=ROOT, check=True)
    wheels = ROOT / "dist" / "wheelhouse"
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=wheels, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    pip = [str(tmp_path / "venv" / "bin" / "pip"), "install", "--quiet", "--no-index", "--find-links", str(wheels)]
    subprocess.run([*pip, "govreport[web]"], check=True, env={**os.environ, "PIP_NO_INDEX": "1"})
    program = str(tmp_path / "venv" / "bin" / "govreport")
    for arguments in (["--version"], ["schema", "docs", "-o", str(tmp_path / "docs")], ["archive", "init", str(tmp_path / "archive")], ["serve", "--help"]):
        subprocess.run([program, *arguments], check=True, cwd=tmp_path, stdout=subprocess.DEVNULL)
