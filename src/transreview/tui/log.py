"""A log of what the screen did, on request, for reports of faults: actions and errors, never the texts."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _

LOGGER = logging.getLogger("transreview.screen")
LOGGER.propagate = False


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def begin(path: Path) -> None:
    """Log from now on, one JSON object a line, after what the file holds already.

    Raises:
        InputError: The file cannot be written.
    """
    from transreview.formats.reading import display_name

    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise InputError(
            _("the log cannot be written: {error}").format(error=error.strerror or error),
            path=display_name(path),
            remedy=_("Name another file with --log"),
        ) from error
    handler.setFormatter(_Line())
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.DEBUG)


def note(event: str, **facts: object) -> None:
    """Log an event with plain facts; nothing where no log was asked for."""
    if LOGGER.handlers:
        LOGGER.info(event, extra={"facts": facts})


def note_error(event: str, error: BaseException) -> None:
    """Log an error with its traceback; nothing where no log was asked for."""
    if LOGGER.handlers:
        LOGGER.error(event, exc_info=(type(error), error, error.__traceback__))
