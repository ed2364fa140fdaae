"""A thread that does the last thing it was asked for: what a key asks for is no longer wanted at the next."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread


class LatestWork:
    """Does work beside the screen, one thing at a time; what waits gives way to what comes after it.

    A worker of Textual's for each key costs more than most of what is looked up.

    Args:
        failed: Told, in the thread, of what a piece of work raised.
    """

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        self._failed = failed
        self._changed = Condition()
        self._waiting: Callable[[], None] | None = None
        self._thread: Thread | None = None
        self._is_busy = False
        self._is_closed = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing is done and nothing waits."""
        with self._changed:
            return self._waiting is None and not self._is_busy

    def ask(self, work: Callable[[], None]) -> None:
        """Have something done; what waits is dropped."""
        with self._changed:
            self._waiting = work
            if self._thread is None:
                self._thread = Thread(target=self._run, name="latest work", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def close(self) -> None:
        """Drop what waits, and wait until what was begun is done; what is asked later begins anew."""
        with self._changed:
            self._waiting, self._is_closed = None, True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        self._thread, self._is_closed = None, False

    def _run(self) -> None:
        while True:
            with self._changed:
                self._is_busy = False
                self._changed.wait_for(lambda: self._waiting is not None or self._is_closed)
                if self._waiting is None:
                    return
                work, self._waiting, self._is_busy = self._waiting, None, True
            try:
                work()
            except Exception as error:  # noqa: BLE001 - told; a fault here must not write over the screen
                self._failed(error)
