"""The way to a server: one connection, made again where it was lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.project.postgres_failures import LostError, when_back
from transreview.project.postgres_messages import asked

if TYPE_CHECKING:
    from transreview.project.postgres_connector import Connector
    from transreview.project.postgres_patience import PatientConnection

_PAUSE_SECONDS = 1.0
"""Between two trials to reach a server that is away."""

_LEAST_SECONDS = 0.3
"""Between two trials when somebody wants it, and for so long he waits for the second."""

# Of a connection that was lost, the server may hold what was begun, and the locks with it, until it notices.
_LEFT_BEHIND = """SELECT (SELECT max(id) FROM journal),
    (SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
     WHERE pid = ? AND application_name = ? AND state LIKE 'idle in transaction%')"""


class Link:
    """One connection to a server.

    Where it was lost, the next call makes it again at once. Where that fails, a thread goes on trying, and
    until it has succeeded nobody waits for a server that is away.

    Args:
        connect: Makes a connection.
        path: Address of the project, for messages.
        is_silent: Whether the server is known to answer nobody.
        returned: Told the number of the last entry of the journal when the connection is made again.
    """

    def __init__(
        self,
        connect: Connector,
        path: Path,
        is_silent: Callable[[], bool],
        returned: Callable[[int], None],
    ) -> None:
        self._connect = connect
        self._path = path
        self._is_silent = is_silent
        self._returned = returned
        self._connection: PatientConnection | None = None
        self._mark: tuple[int, str] | None = None  # process and name of the connection
        self._return: _Return | None = None

    @property
    def is_broken(self) -> bool:
        """Whether there was a connection, and something cut it off."""
        return self._connection is not None and self._connection.broken

    @property
    def is_lost(self) -> bool:
        """Whether there was a connection, and is none now."""
        return self._connection is not None and bool(self._connection.closed or self._connection.broken)

    def connection(self, *, reading: bool = False) -> PatientConnection:
        """Return the connection, made again where it was lost.

        Args:
            reading: Whether something is only to be asked.

        Raises:
            LostError: The server is away.
            psycopg.Error: It refuses.
        """
        known = self._connection
        if known is not None and not self.is_lost:
            return known
        if self._return is None and self._is_silent():
            self._return = _Return(self._made)
        if self._return is not None:
            made = self._return.taken()
            if made is None:
                away = _("the server cannot be reached")
                raise LostError(
                    away if reading else _("the server cannot be reached; nothing was saved"),
                    path=self._path,
                    remedy=when_back(),
                )
            self._return = None
        else:
            try:
                made = self._made()
            except Exception:
                if known is not None:
                    self._return = _Return(self._made)
                raise
        self._connection, last = made
        info = self._connection.info
        self._mark = info.backend_pid, info.parameter_status("application_name") or ""
        if known is not None:
            self._returned(last)
        return self._connection

    def _made(self) -> tuple[PatientConnection, int]:
        """Return a new connection and the number of the last entry of the journal."""
        from transreview.project.postgres_patience import Patience

        made = self._connect(Patience(is_silent=self._is_silent))
        if self._mark is None:
            return made, 0
        try:
            row = asked(made, _LEFT_BEHIND, self._mark).fetchone()
        except BaseException:
            made.close()
            raise
        return made, (row and row[0]) or 0

    def close(self) -> None:
        """Close the connection, and try no longer to make one."""
        if self._return is not None:
            self._return.close()
        if self._connection is not None:
            self._connection.close()


class _Return:
    """A thread that waits for a server to come back.

    Args:
        make: Makes a connection.
    """

    def __init__(self, make: Callable[[], tuple[PatientConnection, int]]) -> None:
        self._make = make
        self._changed = Condition()
        self._is_wanted = self._is_trying = False
        self._closed = Event()
        self._trials, self._ended = 0, time.monotonic()
        self._made: tuple[PatientConnection, int] | None = None
        self._refused: Exception | None = None
        Thread(target=self._try, name="transreview-return", daemon=True).start()

    def taken(self) -> tuple[PatientConnection, int] | None:
        """Return the connection once there is one; None while the server is away.

        Raises:
            psycopg.Error: What the server said when it last refused one.
        """
        with self._changed:
            rested = time.monotonic() - self._ended > _LEAST_SECONDS
            if self._made is None and rested and not self._is_trying:
                trial, self._is_wanted = self._trials, True
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._trials > trial, _LEAST_SECONDS)
            if self._made is None and self._refused is not None:
                raise self._refused
            return self._made

    def close(self) -> None:
        """Try no longer."""
        with self._changed:
            self._closed.set()
            self._changed.notify_all()
            if self._made is not None:
                self._made[0].close()

    def _try(self) -> None:
        while self._made is None:
            with self._changed:
                self._changed.wait_for(lambda: self._is_wanted or self._closed.is_set(), _PAUSE_SECONDS)
                if self._closed.is_set():
                    return
                self._is_wanted, self._is_trying = False, True
            made, refused = None, None
            try:
                made = self._make()
            except Exception as error:  # noqa: BLE001 - raised where the connection is wanted
                refused = error
            with self._changed:
                self._made, self._refused, self._is_trying = made, refused, False
                self._trials, self._ended = self._trials + 1, time.monotonic()
                if self._closed.is_set() and made is not None:
                    made[0].close()
                self._changed.notify_all()
