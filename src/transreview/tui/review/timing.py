"""Time at work on each segment, in projects whose people asked for it."""

from __future__ import annotations

from time import monotonic

from textual import on
from textual.widgets import TextArea

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.segment import Segment
from transreview.project.timing import SETTING
from transreview.tui.review.marking import Marking

IDLE_SECONDS = 60.0
"""A longer pause between two keys is no work, and counts as this much."""


class Timing(Marking):
    """Counts from opening the editor to leaving it; pauses are cut."""

    _timed: Segment | None = None
    _worked = 0.0
    _last = 0.0

    def open_editor(self, segment: Segment) -> None:
        """Open the editor and begin to count."""
        self.stop_clock()
        super().open_editor(segment)
        self._timed, self._worked, self._last = segment, 0.0, monotonic()

    def close_editor(self) -> None:
        """Keep the time and close the editor."""
        self.stop_clock()
        super().close_editor()

    @on(TextArea.Changed, "#editor")
    @on(TextArea.SelectionChanged, "#editor")
    def at_work(self) -> None:
        """Count the time since the last key."""
        now = monotonic()
        self._worked += min(now - self._last, IDLE_SECONDS)
        self._last = now

    def stop_clock(self) -> None:
        """Keep the time spent on the segment whose editor is open, if the project records time."""
        segment, self._timed = self._timed, None
        project = self.session.project
        if segment is None or project.read_only:
            return
        self.at_work()
        try:
            project.record_time(segment.id, self._worked)
        except TransreviewError as error:
            self.tell(error)

    def action_record_time(self) -> None:
        """Begin or stop to record the time spent on each segment of this project."""
        if not self.may_write():
            return
        project = self.session.project
        on_now = not project.records_time
        try:
            project.set_setting(SETTING, on_now)
        except TransreviewError as error:
            self.tell(error)
            return
        self.done(
            _("Time in the editor is recorded from now on, pauses over a minute cut.")
            if on_now
            else _("Time is no longer recorded.")
        )
