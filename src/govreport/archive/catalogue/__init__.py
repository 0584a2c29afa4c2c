"""The catalogue: a database made of the audit log, for questions."""
