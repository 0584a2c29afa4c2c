"""``migrate``: a report carried over to another edition, every value without a counterpart said."""

from __future__ import annotations

import sys

from govreport.cli.errors import ACCEPTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.outputs import write
from govreport.cli.plan import chosen_format
from govreport.cli.settings import Settings
from govreport.cli.single import report


def migrate(settings: Settings, source: str, edition: str, to: str, source_format: str | None, output: str) -> int:
    """Write a report in another edition; exits 2 for an edition that the standard does not have."""
    from govreport.cli.findings import folded, profile_named
    from govreport.conversion import ProofError, convert
    from govreport.migration import migrate as migrated

    standard = settings.standard()
    if edition not in standard.forms:
        raise CommandError(USAGE, "error.edition", name=edition, known=" ".join(standard.forms))
    chosen = chosen_format(to, output)
    before, read = report(source, source_format, standard)
    after, lost = migrated(before, edition, standard)
    try:
        data = convert(after, chosen.name, standard)
    except ProofError as error:
        raise CommandError(UNDETERMINED, "error.unproved", name=source, detail=str(error)) from error
    write(output, data)
    for line in folded((*read.diagnostics, *lost), source, standard, settings.say, profile_named("legacy", settings)):
        print(line, file=sys.stderr)
    return ACCEPTED
