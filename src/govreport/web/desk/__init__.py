"""The desks: a clerk fills in the form of a year, a reviewer judges what was submitted. Pages drawn on the server; scripts only add to them."""
