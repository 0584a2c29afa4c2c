"""The version of the toolchain; the schema release is a number of its own."""

__version__ = "0.1.0"
