"""The conformance suite: cases by code with what to expect, conversions with their cells; run by any engine, judged here."""

from govreport.conformance.results import FAILED, NOT_COVERED, PASSED, Result, run
from govreport.conformance.suite import CaseFile, Conversion, Suite, SuiteError, load

__all__ = ["FAILED", "NOT_COVERED", "PASSED", "CaseFile", "Conversion", "Result", "Suite", "SuiteError", "load", "run"]
