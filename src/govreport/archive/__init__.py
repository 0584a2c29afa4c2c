"""The archive: takes reports in, judges and keeps them, and proves that nothing of it was changed or lost."""

from govreport.archive.archive import Archive
from govreport.archive.catalogue.queries import Filter
from govreport.archive.deposit import Receipt
from govreport.archive.failures import ArchiveError, BrokenError, RefusedError, UnknownError
from govreport.archive.judging import Request
from govreport.archive.opening import create, open_archive

__all__ = ["Archive", "ArchiveError", "BrokenError", "Filter", "Receipt", "RefusedError", "Request", "UnknownError", "create", "open_archive"]
