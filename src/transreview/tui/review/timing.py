"""Time at work on each segment, in projects whose people asked for it."""

from __future__ import annotations

from time import monotonic

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.segment import Segment
from transreview.tui.review.state import ReviewState
from transreview.tui.review.view import ReviewView

IDLE_SECONDS = 60.0
"""A longer pause between two keys is no work, and counts as this much."""


class Timing:
    """Counts from opening the editor to leaving it; pauses are cut."""

    def __init__(self, state: ReviewState, view: ReviewView) -> None:
        self._state = state
        self._view = view
        self._segment: Segment | None = None
        self._worked = 0.0
        self._last = 0.0

    def start(self, segment: Segment) -> None:
        """Begin to count for a segment."""
        self._segment, self._worked, self._last = segment, 0.0, monotonic()

    def tick(self) -> None:
        """Count the time since the last key."""
        now = monotonic()
        self._worked += min(now - self._last, IDLE_SECONDS)
        self._last = now

    def stop(self) -> None:
        """Keep the time spent on the segment whose editor is open, if the project records time."""
        segment, self._segment = self._segment, None
        if segment is None or self._state.project.read_only:
            return
        self.tick()
        try:
            self._state.project.times.record(segment.id, self._worked)
        except TransreviewError as error:
            self._view.show_error(error)

    def record_time(self) -> None:
        """Begin or stop to record the time spent on each segment of this project."""
        if not self._view.may_write():
            return
        from transreview.project.times import SETTING

        project = self._state.project
        on_now = not project.times.are_recorded
        try:
            project.settings.set(SETTING, on_now)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._view.done(
            _("Time in the editor is recorded from now on, pauses over a minute cut.")
            if on_now
            else _("Time is no longer recorded.")
        )
