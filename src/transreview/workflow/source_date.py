"""The moment that files are dated with where somebody asks for reproducible ones."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from transreview.errors import UsageError
from transreview.i18n import _


def source_date() -> datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names (UTC), None where it names none.

    Raises:
        UsageError: It is no number of seconds.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            _("SOURCE_DATE_EPOCH is no number of seconds: {value}").format(value=value),
            remedy=_("Unset it, or give it seconds since 1970."),
        ) from error
