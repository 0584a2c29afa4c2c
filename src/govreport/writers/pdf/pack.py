"""The pack of fonts of one's own: taken once out of the packages of Debian, whose signatures apt checks, into the user's data folder."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govreport.writers.pdf import discovery
from govreport.writers.pdf.typography import Distribution, typography

_SECONDS = 900
PRESENT, INSTALLED, OFFLINE, NO_TOOL, FAILED = "present", "installed", "offline", "no-tool", "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a distribution: ``state`` is present, installed, offline, no-tool or failed (then ``detail`` says why)."""

    name: str
    families: tuple[str, ...]
    state: str
    detail: str = ""

    @property
    def there(self) -> bool:
        """Whether its fonts can be used now."""
        return self.state in (PRESENT, INSTALLED)


def install(offline: bool = False) -> Iterator[Outcome]:
    """Yield what became of each distribution, as it is dealt with; those that are there already are left alone."""
    for distribution in typography().distributions:
        if distribution.debian is not None:
            yield _installed(distribution, distribution.debian, offline)
    discovery.forget()


def _installed(distribution: Distribution, package: str, offline: bool) -> Outcome:
    families = tuple(family.name for family, _ in distribution.files)
    folder = discovery.pack()
    missing = [name for _, name in distribution.files if not (folder / Path(name).name).is_file()]
    if not missing:
        return Outcome(package, families, PRESENT)
    if offline:
        return Outcome(package, families, OFFLINE)
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return Outcome(package, families, NO_TOOL)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="fonts-", dir=folder) as scratch:
            _take(package, missing, Path(scratch), folder)
    except (OSError, subprocess.SubprocessError) as error:
        return Outcome(package, families, FAILED, _reason(error))
    return Outcome(package, families, INSTALLED)


def _take(package: str, names: list[str], scratch: Path, folder: Path) -> None:
    """Fetch a package and move files of it into the folder; each takes its name when it is whole."""
    scratch.chmod(0o755)  # apt fetches as a user of its own
    _run(["apt-get", "download", "-qq", package], scratch)
    archive = next(scratch.glob("*.deb"), None)
    if archive is None:
        raise OSError(f"{package}: apt-get fetched nothing")
    _run(["dpkg-deb", "-x", str(archive), str(scratch / "tree")], scratch)
    for name in names:
        (scratch / "tree" / name).replace(folder / Path(name).name)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=True)


def _reason(error: OSError | subprocess.SubprocessError) -> str:
    said = (getattr(error, "stderr", None) or "").strip().splitlines()
    return str(said[-1]) if said else str(error)
