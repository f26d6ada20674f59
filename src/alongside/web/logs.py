"""Log lines by an allow-list: what went wrong and where in our code, never what somebody wrote."""

import json
import logging
import traceback
from datetime import UTC, datetime


class AllowedFields(logging.Formatter):
    """One JSON object a line: time, level, logger, route, status, error type and the code lines it passed.

    Messages are left out on purpose: an exception's text may quote what a person typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        request = getattr(record, "request", None)
        match = getattr(request, "resolver_match", None)
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(request, "request_id", None),
            "route": getattr(match, "view_name", None),
            "status": getattr(record, "status_code", None),
        }
        if record.exc_info and record.exc_info[0]:
            fields["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            fields["passed"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
        return json.dumps({name: value for name, value in fields.items() if value is not None})
