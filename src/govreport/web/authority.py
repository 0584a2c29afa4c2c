"""Who may make and change whose account.

The security administrator may with every account; a reviewer with submitters and readers of its organs, and with reviewers of those below its
own: nobody makes a second self who could agree with the first. Nobody changes the own account; its password and keys, yes.
"""

from __future__ import annotations

from govreport.web.accounts.account import AUDIT, READER, REVIEWER, SECURITY, SUBMITTER, Account
from govreport.web.problems import Problem
from govreport.web.service import Service


def sees(service: Service, asking: Account, other: Account) -> bool:
    """Return whether an account may see that there is another: its own, those it may change, and for the audit administrator all."""
    return asking.name == other.name or asking.has(AUDIT) or governs(service, asking, other)


def governs(service: Service, asking: Account, other: Account) -> bool:
    """Return whether an account may make, change, reset or end another."""
    if asking.has(SECURITY):
        return True
    if not asking.has(REVIEWER) or not set(other.roles) <= {SUBMITTER, READER, REVIEWER} or other.organ is None:
        return False
    below = asking.organ is None or other.organ in service.registry.under(asking.organ)
    return below and (REVIEWER not in other.roles or other.organ != asking.organ)


def need(service: Service, asking: Account, *others: Account) -> None:
    """Raise ``Problem`` (403) unless an account may change others, or be what they are to become."""
    if any(asking.name == other.name or not governs(service, asking, other) for other in others):
        raise Problem(403, "not-yours")
