"""The end of a terminal: noticed even where no signal comes, and never waited out for ever."""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
from collections.abc import Callable

_GONE = getattr(select, "POLLHUP", 0) | getattr(select, "POLLERR", 0)


def watch_terminal(gone: Callable[[], None]) -> None:
    """Call a function, in a thread, when the terminal of the input is gone.

    A closed window sends SIGHUP, but `nohup`, a shell that ignores it, or a loop that waits for a
    server keep it from being heard; the closed terminal itself is always seen. Where the input is no
    terminal, or the system cannot wait for its end, nothing is watched.
    """
    if not hasattr(select, "poll"):  # Windows
        return
    try:
        descriptor = sys.__stdin__.fileno() if sys.__stdin__ else -1
    except (OSError, ValueError):  # closed, or none
        return
    if descriptor < 0 or not os.isatty(descriptor):
        return
    threading.Thread(target=_wait, args=(descriptor, gone), name="terminal-watch", daemon=True).start()


def _wait(descriptor: int, gone: Callable[[], None]) -> None:
    poll = select.poll()
    poll.register(descriptor, 0)  # its end alone is reported
    with contextlib.suppress(OSError):
        if any(event & _GONE for _descriptor, event in poll.poll()):
            gone()


def leave_within(seconds: float, code: int) -> None:
    """End the process after some seconds, whatever still waits in it then.

    Args:
        seconds: How long it may go on.
        code: Its exit code if it has to be ended.
    """
    last = threading.Timer(seconds, os._exit, (code,))
    last.daemon = True
    last.start()
