"""How far a verification had come when it was interrupted, in a file; what was deposited since does not begin it anew."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from govreport.archive import durable
from govreport.archive.failures import BrokenError, of_system


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A place in a verification: its share and the seed of its sample, the end of the log when it began, how many versions were done.

    ``wrong`` are those of them, by their place, of which something was wrong: they are looked at again, so that no verdict leaves them out.
    """

    share: float
    seed: int
    sequence: int
    hash: str
    done: int = 0
    wrong: tuple[int, ...] = ()


def read(path: Path) -> Checkpoint | None:
    """Return the checkpoint in a file, None where there is no file; raises ``BrokenError`` for one that holds none."""
    try:
        found = json.loads(path.read_text("utf-8"))
        kinds = {"share": int | float, "seed": int, "sequence": int, "hash": str, "done": int, "wrong": list}
        if not all(isinstance(found[name], kind) for name, kind in kinds.items()):
            raise TypeError(path.name)
        return Checkpoint(**{**found, "wrong": tuple(found["wrong"])})
    except FileNotFoundError:
        return None
    except (OSError, RecursionError, ValueError, KeyError, TypeError) as error:
        raise BrokenError("resume", name=path, detail=error) from error


def write(path: Path, found: Checkpoint) -> None:
    """Write a checkpoint in the place of the one before; raises ``BrokenError``."""
    try:
        durable.replace(path, json.dumps(asdict(found)).encode("utf-8"))
    except OSError as error:
        raise of_system(error) from error


def finish(path: Path) -> None:
    """Take the checkpoint of a verification away that has come to its end; raises ``BrokenError``."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise of_system(error) from error
