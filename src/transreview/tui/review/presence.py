"""Who else is in the segment that is current here: told while people work on one server."""

from __future__ import annotations

import time
from collections.abc import Sequence

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.project.address import is_server
from transreview.project.sessions import Session
from transreview.tui import log
from transreview.tui.latest_work import LatestWork
from transreview.tui.review.workbench import Workbench

SECONDS = 1.0
"""Between two looks at where others are."""

# A window that has not been heard of for a minute counts as closed: it is heard of well before.
_AGAIN_SECONDS = 20.0


class Presence:
    """Tells others which segment is current here, and says who has come to it."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.seconds = SECONDS
        # In a file of one machine people see each other; telling would cost a write for every step.
        self._is_shared = is_server(bench.state.project.path)
        # What is asked of a server takes its time, and no key may wait for it.
        self._looks = LatestWork(self._failed)
        self._told: int | None = None
        self._told_at = 0.0
        self._here: set[tuple[str, int]] = set()

    def look(self) -> None:
        """Tell where this window is, and say who else is there; once for each who comes."""
        if not self._is_shared or not self._looks.is_idle:
            return
        segment = self._bench.segment
        current = None if segment is None else segment.id
        self._looks.ask(lambda: self._look(current))

    def close(self) -> None:
        """Look no more."""
        self._looks.close()

    def _look(self, current: int | None) -> None:
        sessions = self._bench.state.project.sessions
        try:
            if current != self._told or time.monotonic() - self._told_at > _AGAIN_SECONDS:
                sessions.enter(current)
                self._told, self._told_at = current, time.monotonic()
            others = [one for one in sessions.others() if current is not None and one.segment_id == current]
        except TransreviewError:
            return  # the next change, or the watch over the project, says what is wrong with the connection
        self._bench.view.call(self._show, current, others)

    def _show(self, current: int | None, others: Sequence[Session]) -> None:
        here = {(one.id, current or 0) for one in others}
        for one in others:
            if (one.id, current or 0) not in self._here:
                words = _("{user} is in this segment too ({place}).")
                self._bench.view.say(words.format(user=one.user, place=one.place))
        self._here = here

    def _failed(self, error: Exception) -> None:
        log.note_error("others could not be looked for", error)
