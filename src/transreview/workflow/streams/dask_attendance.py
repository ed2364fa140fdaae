"""Which workers a Dask cluster has, and which of them give no sign of life.

Every worker tells its scheduler twice a second that it lives (less often in clusters of hundreds). Dask
itself believes for five to ten minutes in one that is stopped or cut off.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transreview.workflow.streams.dask_worker import stopped_there

if TYPE_CHECKING:
    from distributed import Client

SILENT_SECONDS = 20.0
"""Without a sign, until a worker's parts are given to others as well."""

ANSWER_SECONDS = 30.0
"""For the scheduler to say who works."""

_LOOK_SECONDS = 5.0  # between two looks at the cluster
_NANNY_SECONDS = 5.0  # for a nanny to say what became of its worker
_WORKERS_A_SECOND = 200  # that give their signs, in large clusters


class StoppedCall:
    """A question asked by reading it, as the work is done: a nanny without this program fails at it alone."""

    def __init__(self, worker: str) -> None:
        self._worker = worker

    def __reduce__(self) -> tuple[Callable[[str], bool], tuple[str]]:
        return stopped_there, (self._worker,)


@dataclass(frozen=True, slots=True)
class Attending:
    """The workers of a cluster, a moment ago.

    Attributes:
        threads: How many each has, by address.
        nannies: Those that have a nanny: a process that starts a worker and could say what became of it.
        silent: Those that give no sign of life.
        heard: When any of them gave the last sign, by this machine's clock.
    """

    threads: dict[str, int]
    nannies: frozenset[str]
    silent: frozenset[str]
    heard: float

    @property
    def lively(self) -> list[str]:
        """The workers that give signs of life."""
        return sorted(set(self.threads) - self.silent)


class Attendance:
    """Looks who is there, every few seconds at most.

    Args:
        client: A client of the scheduler.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._scheduler: Any = client.scheduler
        self._signs: dict[str, tuple[float, float]] = {}
        self._looked = float("-inf")
        self._found = Attending({}, frozenset(), frozenset(), time.monotonic())

    def look(self) -> Attending:
        """Return the workers as they were a moment ago.

        Raises:
            TimeoutError: The scheduler does not answer.
        """
        if time.monotonic() - self._looked >= _LOOK_SECONDS:
            identity = self._client.sync(self._scheduler.identity, callback_timeout=ANSWER_SECONDS)
            self._looked = time.monotonic()
            self._found = self._attending(identity["workers"])
        return self._found

    def _attending(self, workers: dict[str, dict[str, Any]]) -> Attending:
        now = self._looked
        signs = {}
        for address, one in workers.items():
            # Clocks of two machines differ: that a sign is another one is seen, not how old it is.
            known = self._signs.get(address)
            signs[address] = known if known and known[0] == one["last_seen"] else (one["last_seen"], now)
        self._signs = signs
        patience = SILENT_SECONDS * max(1.0, len(workers) / _WORKERS_A_SECOND)
        return Attending(
            threads={address: one["nthreads"] for address, one in workers.items()},
            nannies=frozenset(address for address, one in workers.items() if one.get("nanny")),
            silent=frozenset(address for address, (_sign, seen) in signs.items() if now - seen >= patience),
            heard=max((seen for _sign, seen in signs.values()), default=self._found.heard),
        )

    def are_stopped(self, workers: Iterable[str]) -> bool:
        """Whether all of some silent workers are stopped, or cut off together with their nannies.

        One that is in a long call of a library is silent as well, and works: its nanny sees that. Where a
        worker has no nanny nobody can tell the two apart.
        """
        return all(one in self._found.nannies and self._is_stopped(one) for one in workers)

    def _is_stopped(self, worker: str) -> bool:
        question = pickle.dumps(StoppedCall(worker))
        try:
            answers = self._client.run(
                pickle.loads,
                question,
                workers=[worker],
                nanny=True,
                on_error="return",
                callback_timeout=_NANNY_SECONDS,
            )
        except TimeoutError:
            return True
        answer = answers.get(worker)
        return isinstance(answer, OSError) or answer is True

    def keys_of(self, workers: Iterable[str]) -> set[str]:
        """Return what is worked on, or kept, by some workers: names of futures."""
        named = list(workers)
        found: set[str] = set()
        for ask in (self._scheduler.processing, self._scheduler.has_what):
            there = self._client.sync(ask, workers=named, callback_timeout=ANSWER_SECONDS)
            found.update(key for keys in there.values() for key in keys)
        return found
