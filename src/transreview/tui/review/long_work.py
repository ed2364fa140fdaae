"""Work over all segments that takes a while: in a thread, on a connection of its own, until Esc ends it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from transreview.i18n import _
from transreview.project.project import Project
from transreview.tui.review.state import ReviewState
from transreview.tui.review.view import ReviewView
from transreview.tui.type_ahead import interruptible

Answer = TypeVar("Answer")
Tell = Callable[[int], None]

TOLD_AFTER = 0.4
"""Seconds after which it is said how far the work has come."""

PAUSE = 0.2
"""Seconds between two such messages."""


class StoppedError(Exception):
    """Somebody wants the work no longer."""


class LongWork:
    """Reads all segments beside the screen, which goes on showing, and says how far it has come.

    Args:
        state: The project, and how many segments it has.
        view: Where it is said.
    """

    def __init__(self, state: ReviewState, view: ReviewView) -> None:
        self._state = state
        self._view = view
        self._stopped = False
        self._next = 0.0

    async def do(self, work: Callable[[Project, Tell], Answer]) -> Answer:
        """Do the work and return its answer; keys wait meanwhile, and Esc ends it.

        Args:
            work: Gets the project, to be read only, and what it calls with the number of segments seen.

        Raises:
            StoppedError: Esc was pressed.
        """
        project, self._next = self._state.project, monotonic() + TOLD_AFTER

        def apart() -> Answer:
            with Project.open(project.path, read_only=True, user=project.user) as second:
                return work(second, self._tell)

        with interruptible(self._view.screen.app, self._stop):
            answer = await asyncio.to_thread(apart)
        if self._stopped:
            raise StoppedError
        return answer

    def _stop(self) -> None:
        self._stopped = True

    def _tell(self, done: int) -> None:
        """Say now and then how far it has come; in the thread."""
        if self._stopped:
            raise StoppedError
        if monotonic() >= self._next:
            self._next = monotonic() + PAUSE
            words = _("Reading the segments: {done} of {count}; Esc stops.")
            count = self._state.session.total
            self._view.call(self._view.say, words.format(done=min(done, count), count=count))
