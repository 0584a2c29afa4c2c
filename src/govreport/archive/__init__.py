"""The archive: takes reports in, judges and keeps them, proves that nothing of it was changed or lost, and adds up what they say."""

from govreport.archive.adding import Totals, totals
from govreport.archive.archive import Archive
from govreport.archive.catalogue.queries import Filter
from govreport.archive.failures import ArchiveError, BrokenError, RefusedError, UnknownError
from govreport.archive.opening import create, open_archive
from govreport.archive.receipts import Receipt
from govreport.archive.requests import Request
from govreport.archive.searching import Found, Hit, Query, search
from govreport.archive.standings import Progress, Standing, progress

__all__ = [
    "Archive",
    "ArchiveError",
    "BrokenError",
    "Filter",
    "Found",
    "Hit",
    "Progress",
    "Query",
    "Receipt",
    "RefusedError",
    "Request",
    "Standing",
    "Totals",
    "UnknownError",
    "create",
    "open_archive",
    "progress",
    "search",
    "totals",
]
