"""Connections that wait for a server only as long as there is hope for an answer.

A server, or the network on the way to it, may stop answering without closing anything. The limits of the
server itself (`statement_timeout`) are of no use then, and the system would wait for hours.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

Answer = TypeVar("Answer")

SECONDS = 35.0
"""Without any byte: longer than the server itself lets a statement take."""

SILENT_SECONDS = 1.5
"""Without any byte while the server is known to answer nobody."""


class SilenceError(psycopg.OperationalError):
    """The server did not answer; the connection is closed."""


@dataclass(frozen=True)
class Patience:
    """How long a connection waits for its server.

    Attributes:
        seconds: How long without any byte coming or going.
        is_silent: Whether the server is known to answer nobody; it is asked while waiting.
    """

    seconds: float = field(default_factory=lambda: SECONDS)
    is_silent: Callable[[], bool] = lambda: False


class PatientConnection(psycopg.Connection[Any]):
    """A connection that gives up, and closes, when the server is silent for too long.

    Attributes:
        patience: How long it waits.
        preamble: The statement that sets what every transaction needs, where a pool of connections stands
            before the server: each transaction may be on another connection of the pool's. "": none does.
    """

    patience = Patience()
    preamble = ""

    def wait(self, gen: PQGen[Answer], *args: Any, **options: Any) -> Answer:  # noqa: ANN401 - the library's
        """Wait for what a generator of the library waits for."""
        return super().wait(self._watched(gen), *args, **options)

    def _watched(self, gen: PQGen[Answer]) -> PQGen[Answer]:
        since = time.monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    since = time.monotonic()
                elif self._is_too_long(time.monotonic() - since):
                    self.close()
                    raise SilenceError("no answer")
                wanted = gen.send(ready)
        except StopIteration as done:
            answer: Answer = done.value
            return answer

    def _is_too_long(self, seconds: float) -> bool:
        patience = self.patience
        return seconds > patience.seconds or (seconds > SILENT_SECONDS and patience.is_silent())
