"""``archive anchor``, and anchors beside the log in ``archive audit``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.archives import opened, said
from govreport.cli.errors import ACCEPTED, USAGE, CommandError
from govreport.cli.settings import Settings

if TYPE_CHECKING:
    from govreport.archive import Archive
    from govreport.archive.problems import Problem


def anchor(settings: Settings, place: str, target: str, key: str, make: bool, as_json: bool) -> int:
    """Sign the end of the log with a key kept outside, made where that is asked for, and keep the anchor outside too."""
    if not key:
        raise CommandError(USAGE, "error.archive.no-key-named")
    # as a file of that name it would be written over day after day
    if target.endswith("/") and not Path(target).is_dir():
        raise CommandError(USAGE, "error.not-a-folder", name=target)
    with opened(settings, place) as archive:
        from govreport.archive import anchors

        if make:
            anchors.make_key(Path(key))
        done, path = anchors.anchor(archive, Path(target), Path(key))
        print_ = anchors.fingerprint(done.key)
    said(settings, as_json, {**asdict(done), "file": str(path), "fingerprint": print_}, "archive.anchored")
    return ACCEPTED


def compared(settings: Settings, archive: Archive, against: Sequence[str], key: str) -> tuple[list[Problem], int]:
    """Return what anchors say against the log, and how many were compared; says so where no key was named that can be trusted."""
    from govreport.archive import anchors

    trusted = anchors.public_key(Path(key)) if key else None
    files = list(anchors.files(map(Path, against)))
    if trusted is None:
        print(settings.say("archive.anchor-untrusted"), file=sys.stderr)
    return list(anchors.compared(archive, files, trusted)), len(files)
