"""The documentation of the standard as pages, drawn from the schema tree: every form, element, key, relation and code, with the files to take away."""
