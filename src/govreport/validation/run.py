"""A validation in its named stages. Reading never refuses; here it is decided, and every stage says whether it ran."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govreport import readers
from govreport.contents import Contents
from govreport.model import Report, Waiver
from govreport.profiles import Profile
from govreport.readers import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard
from govreport.validation.companions import Companions
from govreport.validation.findings import SKIPPED, Findings
from govreport.validation.stages import read_other, read_xml
from govreport.validation.underway import Run
from govreport.validation.verdict import judged


def validate(
    data: bytes,
    name: str,
    standard: Standard,
    profile: Profile,
    previous: Report | None = None,
    *,
    format: str | None = None,
    members: Sequence[Report] = (),
    companions: Callable[[Contents], Companions] | None = None,
    waivers: Sequence[Waiver] = (),
    limits: Limits = DEFAULT,
) -> Findings:
    """Return the findings on a document in any format that can be read, told by its content where ``format`` is None; never raises on content.

    ``companions`` tells what the report, once it is read, is judged beside; it takes the place of ``previous`` and ``members``.
    """
    run = Run(name, standard, profile, previous, tuple(members), data, companions, limits)
    chosen = format or _format(data, name, standard, limits)
    if chosen == "xml":
        read_xml(run)
    else:
        read_other(run, readers.read(data, name, standard, chosen, limits))
    return judged(run, waivers)


def validate_reading(
    reading: Reading, name: str, standard: Standard, profile: Profile, previous: Report | None = None, *, waivers: Sequence[Waiver] = ()
) -> Findings:
    """Return the findings on a document that was read already; what reading noticed is part of them."""
    run = Run(name, standard, profile, previous)
    read_other(run, reading)
    return judged(run, waivers)


def validate_report(
    report: Report, standard: Standard, profile: Profile, reading: Reading | None = None, previous: Report | None = None, *, name: str = ""
) -> Findings:
    """Return the findings on a report as a value; ``reading``, where given, tells the places of its cells."""
    run = Run(name, standard, profile, previous)
    evidence = reading.evidence if reading else ()
    read_other(run, Reading(report, (), evidence))
    run.set("guard", SKIPPED, "no-bytes")
    run.set("well-formed", SKIPPED, "no-bytes")
    return judged(run, ())


def _format(data: bytes, name: str, standard: Standard, limits: Limits) -> str | None:
    """Return the format of a document that is not too long to be looked at."""
    return readers.sniff(data, name, standard) if len(data) <= limits.size else None
