"""What the service writes down of its own running, on standard error: lines for people, or one JSON object a line."""

from __future__ import annotations

import datetime
import json
import logging

from govreport.web.settings import Settings

FIELDS = "fields"
"""The attribute of a record that holds what is told beside its message, by name."""


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object: time (UTC), level, logger, message, then its fields, and the traceback of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        time = datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds")
        found = {"time": time, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage(), **getattr(record, FIELDS, {})}
        if record.exc_info:
            found["traceback"] = self.formatException(record.exc_info)
        return json.dumps(found, ensure_ascii=False, default=str)


class PlainLines(logging.Formatter):
    """Writes a record for people: time, level, message, then its fields."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (the library's name)
        """Return the first line of a record; line breaks in it are shown, not made."""
        fields = " ".join(f"{name}={value}" for name, value in getattr(record, FIELDS, {}).items())
        line = f"{super().formatMessage(record)} {fields}".rstrip()
        return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in line)


def install(settings: Settings) -> None:
    """Have all loggers write in the format and from the level of the settings; requests only where they are wanted."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.log_format == "json" else PlainLines())
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    requests = logging.getLogger(REQUESTS)
    requests.setLevel(logging.INFO if settings.log_requests else logging.CRITICAL)


REQUESTS = "govreport.requests"
"""The logger of requests: one record each, when it was answered."""
