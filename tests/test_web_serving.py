"""The service as a process of its own: an end that lets requests finish, TLS, a proxy that is believed, settings from a file."""

from __future__ import annotations

import datetime
import json
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from govreport.archive import open_archive
from govreport.cli.main import main
from govreport.standard import Standard
from govreport.web import serving as serving_of
from govreport.web import settings
from govreport.web.accounts.account import Account
from govreport.web.accounts.accounts import Accounts
from govreport.web.accounts.keys import Keys
from govreport.web.accounts.passwords import Passwords
from tests.archives import ARCHIVIST, document, furnished
from tests.services import PASSWORD

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def place(tmp_path: Path, shipped: Standard) -> Iterator[tuple[Path, str]]:
    """The folder of an archive with a submitter, and the submitter's key."""
    folder = tmp_path / "archive"
    with furnished(folder, shipped) as archive:
        accounts = Accounts(archive, Passwords(64, 1))
        accounts.add(Account("li", ("submitter",), "qingshi"), ARCHIVIST, PASSWORD)
        key = Keys(accounts).make("li", "", None, "li", "-")[1]
    yield folder, key


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run ``serve`` and yield it with its port, once somebody listens there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from govreport.cli.main import run; run()", "serve", "--archive", str(folder), "--port", str(port), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        while True:
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stdout and process.stdout.read()
            time.sleep(0.05)
        yield process, port
    finally:
        process.kill()
        process.wait()


def half_sent(port: int, key: str, body: bytes) -> socket.socket:
    """Return a connection on which all of a deposit but its last byte has been sent."""
    connection = socket.create_connection(("127.0.0.1", port))
    head = f"PUT /api/v1/reports/qingshi.2023.government/content HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Length: {len(body)}\r\n"
    connection.sendall(f"{head}Connection: close\r\n\r\n".encode() + body[:-1])
    return connection


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_that_has_begun_ends_well_after_a_signal(place: tuple[Path, str], shipped: Standard, number: signal.Signals) -> None:
    folder, key = place
    (folder / "service.toml").write_text("drain = 30\npublish_every = 0\n", "utf-8")
    body = document()
    with serving(folder, "--workers", "1") as (process, port):
        assert httpx.get(f"http://127.0.0.1:{port}/api/v1/health/ready", trust_env=False).json()["status"] == "ok"
        assert not logged_in(port), "a proxy was believed that the settings do not name"
        connection = half_sent(port, key, body)
        time.sleep(0.5)
        process.send_signal(number)
        time.sleep(0.5)
        assert process.poll() is None
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
        connection.sendall(body[-1:])
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
        connection.close()
        assert process.wait(30) == 0
    assert answer.startswith(b"HTTP/1.1 201")
    receipt = json.loads(answer.partition(b"\r\n\r\n")[2])
    with open_archive(folder, shipped) as archive:
        assert archive.version(receipt["id"]).sha256 == receipt["sha256"]


def certificate(folder: Path) -> tuple[Path, Path]:
    """Return a certificate of this machine that it has signed itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + datetime.timedelta(days=1))
    built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    secret = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    paths[1].write_bytes(key.private_bytes(*secret))
    return paths


def test_tls_of_two_processes(place: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder, key = place
    cert, secret = certificate(tmp_path)
    (folder / "service.toml").write_text(f'certificate = "{cert}"\ncertificate_key = "{secret}"\npublish_every = 0\n', "utf-8")
    with serving(folder, "--host", "127.0.0.1", "--workers", "2") as (process, port):
        url = f"https://localhost:{port}"
        with httpx.Client(base_url=url, verify=ssl.create_default_context(cafile=str(cert)), timeout=60, trust_env=False) as client:
            page = client.get("/login")
            found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
            assert found and page.headers["strict-transport-security"] and "HTTP）" not in page.text
            assert client.post("/login", data={"csrf": found[1], "name": "li", "password": PASSWORD}).status_code == 303
            assert "__Host-session" in client.cookies and "session" not in client.cookies
        (tmp_path / "a.xml").write_bytes(document())
        monkeypatch.setenv("GOVREPORT_KEY", key)
        sent = ["submit", str(tmp_path / "a.xml"), "--to", url, "--receipts", str(tmp_path / "receipts"), "--json"]
        assert main([*sent, "--ca", str(cert)]) == 0
        assert json.loads(capsys.readouterr().out.splitlines()[-1])["state"] == "submitted"
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) in (0, -signal.SIGTERM)


def test_workers_end_with_the_process_that_began_them(place: tuple[Path, str]) -> None:
    folder, key = place
    (folder / "service.toml").write_text("publish_every = 0\n", "utf-8")
    body = document()
    with serving(folder, "--workers", "2") as (process, port):
        connection = half_sent(port, key, body)
        process.kill()
        process.wait()
        end = time.monotonic() + 60
        with pytest.raises(ConnectionRefusedError):
            while time.monotonic() < end:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                time.sleep(0.05)
        connection.sendall(body[-1:])
        assert b"".join(iter(lambda: connection.recv(65536), b"")).startswith(b"HTTP/1.1 201")
        connection.close()


@pytest.mark.long
def test_a_new_certificate_is_served_after_a_hangup_and_no_request_fails(place: tuple[Path, str], tmp_path: Path) -> None:
    folder, key = place
    cert, secret = certificate(tmp_path)
    old = cert.read_bytes()
    (folder / "service.toml").write_text(f'certificate = "{cert}"\ncertificate_key = "{secret}"\nrate = ""\npublish_every = 0\n', "utf-8")
    with serving(folder, "--workers", "2") as (process, port):

        def seen() -> str:
            """Return the certificate of one more connection, behind a request that must be answered."""
            headers = {"Authorization": f"Bearer {key}"}
            assert httpx.get(f"https://localhost:{port}/api/v1/reports", verify=False, headers=headers, timeout=60, trust_env=False).status_code == 200
            return ssl.get_server_certificate(("127.0.0.1", port))

        assert seen() == old.decode("ascii")
        certificate(tmp_path)
        process.send_signal(signal.SIGHUP)
        end = time.monotonic() + 120
        while {seen() for _ in range(8)} != {cert.read_text("ascii")}:
            assert time.monotonic() < end
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) in (0, -signal.SIGTERM)


def test_a_certificate_that_nothing_can_be_served_with_is_told_before_anything_starts(
    place: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = place
    (tmp_path / "other").mkdir()
    (cert, key), (_, other) = certificate(tmp_path), certificate(tmp_path / "other")
    for lines in (("none.pem", key), (cert, other), (cert,), (cert, cert), ("", key)):
        named = zip(("certificate", "certificate_key"), lines, strict=False)
        (folder / "service.toml").write_text("".join(f'{name} = "{value}"\n' for name, value in named if value), "utf-8")
        for workers in ("1", "2"):
            assert main(["serve", "--archive", str(folder), "--workers", workers]) == 2
            told = capsys.readouterr()
            assert "certificate" in told.err and not told.out


def logged_in(port: int) -> bool:
    """Return whether a log-in is taken of which a proxy says that it came over TLS, from an address of its own."""
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
    answer = httpx.post(f"http://127.0.0.1:{port}/api/v1/session", json={"name": "li", "password": PASSWORD}, headers=told, trust_env=False)
    return answer.status_code == 200


def test_a_proxy_is_believed_where_the_settings_say_so(place: tuple[Path, str]) -> None:
    folder, _ = place
    (folder / "service.toml").write_text('proxies = ["127.0.0.1"]\npublish_every = 0\n', "utf-8")
    with serving(folder) as (_, port):
        assert logged_in(port)
    with open_archive(folder) as archive:
        assert [each["address"] for each in Accounts(archive, Passwords(64, 1)).noted("", 99) if each["action"] == "log-in"] == ["198.51.100.7"]


def test_settings_come_from_file_and_environment_and_wrong_ones_are_told(place: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder, _ = place
    (folder / "service.toml").write_text('port = 9000\nproxies = ["10.0.0.1"]\n', "utf-8")
    monkeypatch.setenv("GOVREPORT_SERVICE_THREADS", "3")
    monkeypatch.setenv("GOVREPORT_SERVICE_PROXIES", "10.0.0.2, 10.0.0.3")
    found = settings.read(archive=str(folder))
    assert (found.port, found.threads, found.proxies) == (9000, 3, ("10.0.0.2", "10.0.0.3"))
    assert settings.read(archive=str(folder), port=1).port == 1
    for wrong in ("port = 99999999\n", "prot = 1\n", "port = \n", 'rate = "many"\n'):
        (folder / "service.toml").write_text(wrong, "utf-8")
        with pytest.raises(settings.SettingsError):
            settings.read(archive=str(folder))
    assert main(["serve", "--archive", str(folder)]) == 2


def shown(default: object) -> str:
    """Return a default as the guide writes it."""
    return str(default).lower() if isinstance(default, bool) else "" if default in (None, ()) else str(default)


def test_there_is_a_process_more_than_there_are_cores_unless_it_is_said_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, processes in ((1, 2), (2, 3), (64, 9)):
        monkeypatch.setattr(settings, "cores", lambda cores=cores: cores)
        assert serving_of.options(settings.read())["workers"] == processes
    assert serving_of.options(settings.read(workers=1))["workers"] == 1


def test_the_guide_tells_every_setting_as_it_is() -> None:
    guide = (ROOT / "docs" / "guide" / "service.md").read_text("utf-8").partition("GOVREPORT_SERVICE_FILE")[2]
    rows = re.findall(r"^\| `(\w+)` \| (.*?) ?\| .*? · (.*?) \|$", guide, re.M)
    fields = settings.Settings.model_fields
    assert {name: (default, meaning) for name, default, meaning in rows} == {name: (shown(f.default), f.description) for name, f in fields.items()}
