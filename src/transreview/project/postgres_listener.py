"""Hearing at once what others have stored: the server tells, nobody has to ask."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Iterator
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transreview.project.postgres_connector import Connector
    from transreview.project.postgres_patience import PatientConnection

CHANNEL = "transreview"
_WAIT_SECONDS = 0.5

_ASK_SECONDS = 2.0
"""Between two questions whether the server still answers."""

_ANSWER_SECONDS = 4.0
"""A server that has not answered for so long is taken for one that answers nobody."""


class Listener:
    """A thread that counts what the server tells, on a connection of its own, and notices when it is silent.

    Args:
        connect: Makes a connection in autocommit mode.
    """

    def __init__(self, connect: Connector) -> None:
        self._connect = connect
        self._lock = Lock()
        self._count: int | None = None
        self._is_silent = False
        self._stop = Event()
        self._ready = Event()
        self._thread = Thread(target=self._listen, name="transreview-listener", daemon=True)
        self._thread.start()
        self._ready.wait(5.0)

    def heard(self) -> int | None:
        """Return how much has been heard so far, None while nobody can listen."""
        with self._lock:
            return self._count

    def is_silent(self) -> bool:
        """Whether the server takes what it is sent and answers nothing."""
        return self._is_silent

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()
        self._thread.join(2 * _WAIT_SECONDS + 1)

    def _listen(self) -> None:
        import psycopg

        from transreview.project.postgres_patience import Patience, SilenceError

        heard = itertools.count()
        pooled = False
        while not self._stop.is_set():
            try:
                with contextlib.closing(self._connect(Patience(_ANSWER_SECONDS))) as connection:
                    pooled = bool(connection.preamble)
                    if not pooled:  # a pool may drop what the server tells: nobody relies on it
                        connection.execute(f"LISTEN {CHANNEL}".encode())
                    self._is_silent = False
                    # Whoever was away must look once more: something may have happened meanwhile.
                    self._set(None if pooled else next(heard))
                    self._count_told(connection, heard)
            except (psycopg.Error, OSError) as error:
                # A pool that has lost its server tells it to new ones; who has asked already is held.
                held = pooled and isinstance(error, psycopg.OperationalError)
                self._is_silent = held or isinstance(error, SilenceError | psycopg.errors.ConnectionTimeout)
                self._set(None)
                self._stop.wait(1.0)

    def _count_told(self, connection: PatientConnection, heard: Iterator[int]) -> None:
        """Count what is told until there is no more use in it; ask now and then whether anybody is there."""
        answered = time.monotonic()
        while not self._stop.is_set():
            for _told in connection.notifies(timeout=_WAIT_SECONDS):
                self._set(next(heard))
                if self._stop.is_set():
                    return
            if time.monotonic() - answered > _ASK_SECONDS:
                connection.execute("SELECT 1")
                answered = time.monotonic()

    def _set(self, count: int | None) -> None:
        with self._lock:
            self._count = count
        self._ready.set()
