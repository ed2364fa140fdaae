"""Screens that outlive what goes wrong with the project: it is said in one line, and the work goes on.

A server may go down, or a file be taken away, between any two keys. Where that is expected it is dealt with
on the spot; whatever else a timer, a key or a message runs into ends here and not in a traceback.
"""

from __future__ import annotations

from typing import Any, TypeVar

from textual.message import Message
from textual.message_pump import CallbackError
from textual.screen import Screen
from textual.timer import Timer, TimerCallback

from transreview.errors import TransreviewError
from transreview.tui import log
from transreview.tui.escape import visible_line

Answer = TypeVar("Answer")


class Sheltered(Screen[Answer]):
    """A screen in whose message loop an error of ours is told and ends nothing."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            told = told_by(error)
            if told is None:
                raise
            self.tell_trouble(told)

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Call something later; timers call by themselves, past the message loop."""
        return super().set_timer(delay, self._told(callback), name=name, pause=pause)

    def set_interval(
        self,
        interval: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        repeat: int = 0,
        pause: bool = False,
    ) -> Timer:
        """Call something again and again."""
        return super().set_interval(interval, self._told(callback), name=name, repeat=repeat, pause=pause)

    def _told(self, callback: TimerCallback | None) -> TimerCallback | None:
        if callback is None:
            return None

        def called() -> Any:  # noqa: ANN401 - whatever it returns
            try:
                return callback()
            except TransreviewError as error:
                self.tell_trouble(error)

        return called

    def tell_trouble(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        log.note_error("error told", error)
        self.app.notify(visible_line(str(error)), severity="error", timeout=12, markup=False)


def told_by(error: BaseException) -> TransreviewError | None:
    """Return the error of ours that is behind one; Textual wraps what a timer's call raises."""
    behind = error.__context__ if isinstance(error, CallbackError) else error
    return behind if isinstance(behind, TransreviewError) else None


def tell_on(screen: Screen[object], error: TransreviewError) -> None:
    """Say on a screen what went wrong.

    Raises:
        TransreviewError: The screen is none that can say it.
    """
    if not isinstance(screen, Sheltered):
        raise error
    screen.tell_trouble(error)
