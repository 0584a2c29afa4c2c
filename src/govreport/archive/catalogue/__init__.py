"""The catalogue: a database made of the audit log, for questions."""

from govreport.archive.catalogue import accounttables as accounttables  # its tables stand in the one metadata
from govreport.archive.catalogue import drafttables as drafttables
