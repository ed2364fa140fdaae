"""Time spent on segments, recorded only in projects whose people asked for it."""

from __future__ import annotations

import math
from typing import Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.project.settings import Settings
from transreview.project.store import Store

SETTING = "record-time"


class Times:
    """How long things took, recorded only where the people of the project asked for it.

    Args:
        store: The project file.
        settings: Its settings.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings

    @property
    def are_recorded(self) -> bool:
        """Whether the people of this project have asked for times (setting "record-time")."""
        return bool(self._settings.get(SETTING, default=False))

    def record(self, segment_id: int, seconds: float) -> bool:
        """Add time spent on a segment, if the project records time.

        Args:
            segment_id: The segment.
            seconds: Time at work on it, idle time already cut.

        Returns:
            Whether it was recorded.

        Raises:
            UsageError: The time is below 0 or no number.
        """
        if not math.isfinite(seconds) or seconds < 0:
            raise UsageError(_("{seconds} is no time").format(seconds=seconds))
        if not self.are_recorded or seconds == 0:
            return False
        self._store.write(
            'INSERT INTO time_spent (segment_id, "user", at, seconds) VALUES (?, ?, ?, ?)',
            (segment_id, self._store.user, self._store.moment(), seconds),
        )
        return True

    def by_user(self) -> dict[str, float]:
        """Return the seconds that each user spent."""
        return dict(self._store.all('SELECT "user", sum(seconds) FROM time_spent GROUP BY "user"'))

    def by_segment(self, article_id: int | None = None) -> dict[int, float]:
        """Return the seconds spent on each segment that has any, of one article or of all."""
        query = "SELECT segment_id, sum(seconds) FROM time_spent"
        values: list[Any] = []
        if article_id is not None:
            query += " WHERE segment_id IN (SELECT id FROM segment WHERE article_id = ?)"
            values.append(article_id)
        return dict(self._store.all(f"{query} GROUP BY segment_id", values))
