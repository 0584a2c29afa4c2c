"""The REST API under ``/api/v1``: each module holds the routes about one noun."""
