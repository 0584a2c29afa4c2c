"""Conversion: read, write, read back, compare. A written file is a proved file."""

from govreport.conversion.converted import Conversion, convert
from govreport.conversion.equality import canonical, canonical_xml, equal
from govreport.conversion.proof import ProofError, differences, prove, proved, written

__all__ = ["Conversion", "ProofError", "canonical", "canonical_xml", "convert", "differences", "equal", "prove", "proved", "written"]
