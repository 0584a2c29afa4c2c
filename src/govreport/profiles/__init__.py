"""Profiles as values, read from ``schema/profiles/*.xml`` or a file of one's own: severities, thresholds, deadlines, further relations.

A profile states what differs from its base; one without a base takes the severities of its column in ``diagnostics.xml``.
"""

from govreport.profiles.document import ProfileError
from govreport.profiles.loading import load, names
from govreport.profiles.profile import SOFT, SUBMISSION, Deadline, Profile

__all__ = ["SOFT", "SUBMISSION", "Deadline", "Profile", "ProfileError", "load", "names"]
