"""The reader of PDF: ``read`` as the registry of readers asks for it."""

from govreport.readers.pdf.reader import read

__all__ = ["read"]
