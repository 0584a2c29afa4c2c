"""Public pages of many reports as a folder of files: the one builder of them, whoever holds the reports."""
