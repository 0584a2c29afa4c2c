"""Measurements of the toolchain: ratios of one run, with the targets beside them."""
