"""The service for tests: run by uvicorn on a port of this machine, with accounts of every role, and clients that ask it."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn

from govreport.archive import Archive
from govreport.standard import Standard
from govreport.web import service
from govreport.web.accounts.account import Account
from govreport.web.application import application
from govreport.web.service import Service
from govreport.web.settings import Settings
from tests.archives import ARCHIVIST, furnished

PASSWORD = "correct-horse-7"
STAFF = {
    "reader": ("reader", "linjiang"),
    "submitter": ("submitter", "qingshi"),
    "neighbour": ("submitter", "jiaoyu"),
    "reviewer": ("reviewer", "linjiang"),
    "stranger": ("reviewer", "sheng-jiaoyu"),
    "archivist": ("archivist", None),
    "system": ("system", None),
    "security": ("security", None),
    "audit": ("audit", None),
}
"""Accounts by name: role and organ. The neighbour submits for another organ, the stranger reviews another subtree."""


@dataclass(frozen=True)
class Served:
    """A service that runs, where, and its archive."""

    url: str
    archive: Archive
    keys: dict[str, str]
    here: Service

    def client(self, name: str | None = None) -> httpx.Client:
        """Return a client with the API key of an account, or of nobody."""
        headers = {"Authorization": f"Bearer {self.keys[name]}"} if name else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=60, trust_env=False, verify=False)

    def browser(self, name: str, password: str = PASSWORD) -> httpx.Client:
        """Return a client that has logged in by the page, as a browser does."""
        client = self.client()
        answer = client.post("/login", data={"csrf": token(client, "/login"), "name": name, "password": password})
        assert answer.status_code == 303, answer.text
        return client


def token(client: httpx.Client, path: str) -> str:
    """Return what the forms of a page send back."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path).text)
    assert found
    return found[1]


def settled(**more: object) -> Settings:
    """Return settings for tests: log-ins over plain HTTP, cheap passwords, no limits."""
    given = {"plain_login": True, "password_memory": 64, "password_passes": 1, "rate": "", "login_rate": "", "publish_every": 0, "drain": 5, **more}
    return Settings(**given)  # type: ignore[arg-type]


@contextmanager
def served(archive: Archive, standard: Standard, settings: Settings | None = None, known: dict[str, str] | None = None) -> Iterator[Served]:
    """Run the service on an archive and yield it; accounts of every role are made where the archive has none, and keys that are not ``known``."""
    found = settings or settled()
    here = service.opened(found, archive)
    keys = dict(known or {})
    for name, (role, organ) in STAFF.items():
        if name in keys:
            continue
        if here.accounts.find(name) is None:
            here.accounts.add(Account(name, (role,), organ), ARCHIVIST, PASSWORD)
        keys[name] = here.keys.make(name, "test", None, name, "-")[1]
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(application(found, standard, archive), log_level="warning", ws="none", server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.01)
        try:
            yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", archive, keys, here)
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def county(folder: Path, standard: Standard, catalogue: str = "sqlite", settings: Settings | None = None) -> Iterator[Served]:
    """Run the service on a new archive of a county and yield it."""
    with furnished(folder, standard, catalogue) as archive, served(archive, standard, settings) as found:
        yield found
