"""Time spent on segments, recorded only in projects whose people asked for it."""

from __future__ import annotations

import math
from typing import Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.project.settings import Settings

SETTING = "record-time"


class Timing(Settings):
    """The part of a project that knows how long things took."""

    @property
    def records_time(self) -> bool:
        """Whether the people of this project have asked for times (setting "record-time")."""
        return bool(self.setting(SETTING, default=False))

    def record_time(self, segment_id: int, seconds: float) -> bool:
        """Add time spent on a segment, if the project records time.

        Args:
            segment_id: The segment.
            seconds: Time at work on it, idle time already cut.

        Returns:
            Whether it was recorded.
        """
        if not math.isfinite(seconds) or seconds < 0:
            raise UsageError(_("{seconds} is no time").format(seconds=seconds))
        if not self.records_time or seconds == 0:
            return False
        self._store.write(
            "INSERT INTO time_spent (segment_id, user, at, seconds) VALUES (?, ?, ?, ?)",
            (segment_id, self._store.user, self._store.moment(), seconds),
        )
        return True

    def seconds_by_segment(self, article_id: int | None = None) -> dict[int, float]:
        """Return the seconds spent on each segment that has any, of one article or of all."""
        query = "SELECT segment_id, sum(seconds) FROM time_spent"
        values: list[Any] = []
        if article_id is not None:
            query += " WHERE segment_id IN (SELECT id FROM segment WHERE article_id = ?)"
            values.append(article_id)
        return dict(self._store.all(f"{query} GROUP BY segment_id", values))
