"""``migrate``: a report carried over to another edition, every value without a counterpart said."""

from __future__ import annotations

import sys

from govreport.cli.errors import ACCEPTED, UNDETERMINED, USAGE, CommandError, unwritten
from govreport.cli.outputs import Originals, write
from govreport.cli.plan import chosen_format
from govreport.cli.settings import Settings
from govreport.cli.single import expanded, report

PROFILE = "legacy"
"""The profile by which what a migration gives is weighed: it judges nothing away."""


def migrate(settings: Settings, source: str, edition: str, to: str, source_format: str | None, output: str) -> int:
    """Write a report in another edition; exits 2 for an edition that the standard does not have."""
    from govreport.conversion import ProofError, proved
    from govreport.migration import migrate as migrated
    from govreport.reading import Reading
    from govreport.validation import render, validate_reading
    from govreport.writers import UnwritableError

    standard = settings.standard()
    if edition not in standard.forms:
        raise CommandError(USAGE, "error.edition", name=edition, known=" ".join(standard.forms))
    chosen = chosen_format(to, output)
    Originals(expanded([source]).paths).spare(output)
    before, _ = report(source, source_format, settings)
    after, lost = migrated(before, edition, standard)
    try:
        data = proved(after, chosen.name, standard)
    except UnwritableError as error:
        raise unwritten(error, source) from error
    except ProofError as error:
        raise CommandError(UNDETERMINED, "error.unproved", name=source, detail=error) from error
    write(output, data)
    findings = validate_reading(Reading(after, lost), source, standard, settings.profile(PROFILE))
    sys.stderr.write(render.text(findings, settings.say.lang, details=False))
    return ACCEPTED
