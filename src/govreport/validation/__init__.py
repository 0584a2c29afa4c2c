"""Validation: stages, findings and the verdict; ``render`` puts them into words."""

from govreport.validation.companions import Companions
from govreport.validation.findings import Finding, Findings, Stage, Verdict
from govreport.validation.run import validate, validate_reading, validate_report

__all__ = ["Companions", "Finding", "Findings", "Stage", "Verdict", "validate", "validate_reading", "validate_report"]
