"""The HTTP service and its pages, on an archive."""
