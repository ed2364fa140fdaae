"""Being told to end: by Ctrl-C, a closed terminal, or whoever started the program (`kill`, a time limit)."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable
from types import FrameType

INTERRUPTED = 128 + signal.SIGINT


class EndedError(KeyboardInterrupt):
    """The program was told to end; what it was writing is taken back as with Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def heed() -> Callable[[], None]:
    """Let signals that would kill the program where it stands end it in order; told twice, it is killed.

    One that whoever started the program wants ignored (`nohup`) stays ignored.

    Returns:
        What makes them do again what they did before.
    """
    changed = []
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with contextlib.suppress(ValueError):  # not in the main thread: another program runs us
                signal.signal(number, _end)
                changed.append(number)

    def restore() -> None:
        for number in changed:
            if signal.getsignal(number) is _end:
                signal.signal(number, signal.SIG_DFL)

    return restore


def exit_code(error: BaseException) -> int:
    """Return with what code a command ends that was interrupted.

    Args:
        error: What ended it; click puts its own error around the one that was raised.
    """
    cause = error if isinstance(error, EndedError) else error.__cause__
    return cause.exit_code if isinstance(cause, EndedError) else INTERRUPTED


def _end(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise EndedError(number)
