"""``archive seal``, ``verify``, ``audit``, ``rebuild``, ``downgrade``, ``backup`` and ``restore``: that what is kept stays."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from govreport import diagnostics
from govreport.cli.archives import in_words, need_actor, number, opened, put, said, shown_time, told
from govreport.cli.errors import ACCEPTED, REJECTED, USAGE, CommandError
from govreport.cli.outputs import refusal
from govreport.cli.settings import Settings

if TYPE_CHECKING:
    from govreport.archive.problems import Problem
    from govreport.standard import Standard

SHOWN = 200
"""Progress is told every so many versions."""

HINTS = {
    **dict.fromkeys(("ARC-EXTRA", "ARC-HALF"), "stray"),
    **dict.fromkeys(("ARC-CATALOGUE", "ARC-CONTENTS"), "rebuild"),
    "ARC-STRUCTURE": "aside",
    "ARC-REMAINS": "redact",
    "ARC-ANCHOR": "rewritten",
}
"""What is to be done about a problem that no replica has to mend."""


def seal(settings: Settings, place: str, id: str, actor: str, version: str, everything: bool, as_json: bool) -> int:
    """Make OCFL objects: of one version, of all that is accepted, or of all but refusals."""
    who, chosen = need_actor(actor), number(version, "--version")
    done = None
    with opened(settings, place) as archive:
        for done in [archive.seal(id, who, chosen)] if id else archive.seal_waiting(who, everything):
            said(settings, as_json, {"id": done.id, "version": done.version, "object": done.sealed}, "archive.sealed")
    if done is None and not as_json:
        print(settings.say("archive.nothing-to-seal"))
    return ACCEPTED


def verify(settings: Settings, place: str, sample: str, resume: str, replica: tuple[str, bool], as_json: bool) -> int:
    """Check everything, or a sample in percent; exits 1 where anything that a receipt speaks of is touched and was not mended."""
    percent = number(sample, "--sample")
    if percent is None or not 0 < percent <= 100:
        raise CommandError(USAGE, "error.option-number", name="--sample", value=sample)
    beside, repair = replica
    if repair and not beside:
        raise CommandError(USAGE, "error.archive.no-replica")
    if resume and not Path(resume).parent.is_dir():
        raise refusal(resume, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    with opened(settings, place) as archive:
        from govreport.archive.archive import STORE
        from govreport.archive.fixity import Verification
        from govreport.archive.localstore import LocalStore

        if beside and not (Path(beside) / STORE).is_dir():
            raise CommandError(USAGE, "error.archive.no-archive", name=beside)
        copy = LocalStore(Path(beside) / STORE) if beside else None
        run = Verification(archive, percent / 100, None, Path(resume) if resume else None, copy, repair, lambda done, total: _progress(settings, done, total))
        found = []
        for problem in run.problems():
            found.append(problem)
            _problem(settings, archive.standard, problem, as_json)
    harm = sum(not problem.harmless for problem in found)
    counts = {"checked": run.checked, "among": run.among, "problems": len(found)}
    result: dict[str, object] = {**counts, "harmful": harm, "mended": sum(problem.mended for problem in found)}
    said(settings, as_json, result, "archive.verified")
    return REJECTED if harm else ACCEPTED


def _progress(settings: Settings, done: int, total: int) -> None:
    if done % SHOWN == 0 and sys.stderr.isatty():
        print(settings.say("archive.progress", done=done, total=total), file=sys.stderr)


def _problem(settings: Settings, standard: Standard, problem: Problem, as_json: bool) -> None:
    from govreport.archive.problems import UNFINISHED

    message = diagnostics.catalogue_in(standard.root).message(problem.diagnostic(), settings.say.lang)
    if as_json:
        put({**asdict(problem), "message": message, "harmless": problem.harmless})
        return
    other = "seal" if problem.reason == UNFINISHED else HINTS.get(problem.code, "lasting")
    kind = "mended" if problem.mended else "repairable" if problem.repairable else other
    print(settings.say("archive.problem", code=problem.code, message=message, hint=settings.say(f"archive.hint.{kind}")))


def audit(settings: Settings, place: str, listed: bool, anchors: tuple[Sequence[str], str], as_json: bool) -> int:
    """Check that the entries of the log hold together, in the store, the catalogue and with anchors; exits 1 where they do not."""
    against, key = anchors
    if key and not against:
        raise CommandError(USAGE, "error.archive.key-alone")
    with opened(settings, place) as archive:
        from govreport.archive.catalogue import entries
        from govreport.archive.catalogue.database import head
        from govreport.archive.fixity import Verification

        with archive.reading() as connection:
            end = head(connection)
            for event in entries.log(connection) if listed else ():
                if as_json:
                    put(event.row())
                else:
                    line = {"sequence": event.sequence, "time": shown_time(event.time), "actor": event.actor, "subject": event.subject}
                    print(settings.say("archive.entry", **line, action=in_words(settings, "action", event.action)))
        found = list(Verification(archive).log())
        result: dict[str, object] = {"entries": end.sequence, "head": end.hash, "time": end.time}
        if against:
            from govreport.cli.anchoring import compared

            beside, result["anchors"] = compared(settings, archive, against, key)
            found += beside
        for problem in found:
            _problem(settings, archive.standard, problem, as_json)
    said(settings, as_json, {**result, "problems": len(found)}, "archive.audited-against" if against else "archive.audited")
    return REJECTED if found else ACCEPTED


def rebuild(settings: Settings, place: str, as_json: bool) -> int:
    """Make the catalogue anew from the store; a file that is no database any more is moved aside."""
    if not place:
        raise CommandError(USAGE, "error.archive.unnamed")
    settings.standard()
    with told(settings):
        from govreport.archive.recovery import rebuilt

        done = rebuilt(place)
    result = {"entries": done.head.sequence, "equal": done.equal, "aside": done.aside or "", "empty": done.empty}
    said(settings, as_json, result, "archive.rebuilt")
    if done.empty and not as_json:
        print(settings.say("archive.rebuilt-empty", tables=", ".join(done.empty)))
    return ACCEPTED


def downgrade(settings: Settings, place: str, step: str, drop: bool, as_json: bool) -> int:
    """Take the catalogue back to a step that an older program knows, with what only later steps have where that is to be dropped."""
    if not place:
        raise CommandError(USAGE, "error.archive.unnamed")
    settings.standard()
    with told(settings):
        from govreport.archive.recovery import taken_back

        old = taken_back(place, step, drop)
    said(settings, as_json, {"from": old, "to": step}, "archive.taken-back")
    return ACCEPTED


def backup(settings: Settings, place: str, target: str, as_json: bool) -> int:
    """Copy the archive, or what is new since the last copy into that folder."""
    with opened(settings, place) as archive:
        from govreport.archive.backup import backup

        done = backup(archive, Path(target))
    said(settings, as_json, {"target": target, **asdict(done)}, "archive.backed-up")
    if done.damaged:
        raise CommandError(REJECTED, "error.archive.damaged", count=len(done.damaged), key=done.damaged[0])
    return ACCEPTED


def restore(settings: Settings, source: str, target: str, catalogue: str, as_json: bool) -> int:
    """Make an archive of a backup, equal to what was copied; exits 1 where anything of it that a receipt speaks of is damaged."""
    with told(settings):
        from govreport.archive.restoring import restore

        done = restore(Path(source), Path(target), catalogue or None, settings.standard())
    for problem in done.problems:
        _problem(settings, settings.standard(), problem, as_json)
    harm = sum(not problem.harmless for problem in done.problems)
    result = {"target": target, **asdict(done.copy), "problems": len(done.problems), "harmful": harm}
    said(settings, as_json, result, "archive.restored")
    return REJECTED if harm else ACCEPTED
