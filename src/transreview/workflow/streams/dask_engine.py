"""The work on a Dask cluster whose workers see the same files and have the same program."""

from __future__ import annotations

import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from transreview import i18n
from transreview.errors import InputError, TransreviewError
from transreview.i18n import _, ngettext
from transreview.workflow.streams.dask_worker import worked_there
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.task import PartResult, Task, program

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 3  # parts under way for each thread of a cluster's workers
_LOOK_SECONDS = 5.0  # between two looks at the cluster
_NOTE_SECONDS = 30.0  # without a result, until whoever waits is told what for
_GIVE_UP_SECONDS = 60.0  # without any worker
_ANSWER_SECONDS = 30.0  # for the scheduler to say who works


class _Call:
    """A call that is made by reading it: a worker that lacks this program fails at it, and lives on.

    A function of this program that Dask itself has to read would cost such a worker its connection.
    """

    def __init__(self, task: bytes, part: Part, here: tuple[str, str]) -> None:
        self._arguments = (task, part, here)

    def __reduce__(self) -> tuple[Callable[..., PartResult], tuple[bytes, Part, tuple[str, str]]]:
        return worked_there, self._arguments


class DaskEngine:
    """A running Dask cluster.

    Args:
        client: A client of its scheduler.
        name: What its user calls it.
        tell: Called with a sentence when there is something to wait for.
    """

    def __init__(self, client: Client, name: str, tell: Callable[[str], None]) -> None:
        self._client = client
        self._name = name
        self._tell = tell
        self._threads: dict[str, int] = {}
        self._looked = float("-inf")

    def results(self, task: Task, parts: Iterable[Part]) -> Iterator[PartResult]:
        """Yield what a task makes of each part.

        Raises:
            InputError: A record is not of the form, or the cluster is not fit for the work or is gone.
        """
        waiting: deque[tuple[Part, Future[Any]]] = deque()
        # Sent with each part: what one worker held would be lost with that worker.
        sent = pickle.dumps(task)
        here = (program(), i18n.language())
        for part in parts:
            with self._failures_told(part):
                # A worker that is killed has its parts given to another; the answer is the same.
                call = pickle.dumps(_Call(sent, part, here))
                future = self._client.submit(pickle.loads, call, pure=False, retries=2)
                waiting.append((part, future))
                most = max(1, sum(self._workers().values())) * _AHEAD
            if len(waiting) >= most:
                yield self._taken(*waiting.popleft())
        while waiting:
            yield self._taken(*waiting.popleft())

    def _taken(self, part: Part, future: Future[Any]) -> PartResult:
        with self._failures_told(part):
            self._wait(future)
            result: PartResult = future.result()
            future.release()
        return result

    def _wait(self, future: Future[Any]) -> None:
        """Wait for a result as long as somebody is there to make it, and say so when it takes long."""
        from distributed import wait

        began = worked = time.monotonic()
        told = False
        while True:
            try:
                with self._client.as_current():
                    wait([future], timeout=_LOOK_SECONDS)
            except TimeoutError:
                workers, now = self._workers(), time.monotonic()
            else:
                return
            worked = now if workers else worked
            if now - worked > _GIVE_UP_SECONDS:
                raise InputError(
                    _("the cluster at {address} has lost its workers").format(address=self._name),
                    remedy=_("Start workers, and run the command again: what is finished is kept"),
                )
            if now - began > _NOTE_SECONDS and not told:
                told = True
                self._tell(self._waited_for(len(workers)))

    def _waited_for(self, workers: int) -> str:
        if not workers:
            words = _("waiting for workers of the cluster at {address}: it has none at present.")
            return words.format(address=self._name)
        words = ngettext(
            "waiting for {n} worker of the cluster at {address}: no result for half a minute.",
            "waiting for {n} workers of the cluster at {address}: no result for half a minute.",
            workers,
        )
        return words.format(n=workers, address=self._name)

    def _workers(self) -> dict[str, int]:
        """Return the threads of each worker, as they were a moment ago."""
        if time.monotonic() - self._looked >= _LOOK_SECONDS:
            try:
                self._threads = self._client.nthreads(callback_timeout=_ANSWER_SECONDS)
            except TimeoutError as error:
                raise self._lost(_("the Dask scheduler at {address} answers no longer")) from error
            self._looked = time.monotonic()
        return self._threads

    @contextmanager
    def _failures_told(self, part: Part) -> Iterator[None]:
        """Tell whatever a cluster raises as the cluster's, in a sentence."""
        from distributed import KilledWorker

        try:
            yield
        except TransreviewError:
            raise
        except KilledWorker as error:
            raise InputError(
                _("the workers that were given this part died, perhaps for want of memory"),
                path=part.path,
                line=part.first,
                remedy=_("Give them more memory, and run the command again: what is finished is kept"),
            ) from error
        except Exception as error:
            if self._client.status != "running" or "connection" in getattr(error, "reason", ""):
                raise self._lost(_("the connection to the Dask scheduler at {address} was lost")) from error
            raise self._unknown(error) from error

    def _lost(self, words: str) -> InputError:
        return InputError(
            words.format(address=self._name),
            remedy=_("See that it and its workers run, and run the command again: what is finished is kept"),
        )

    def _unknown(self, error: Exception) -> InputError:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        if (
            "ModuleNotFoundError" in reason or "AttributeError" in reason
        ):  # some come as texts in an Exception
            return InputError(
                _("a worker of the cluster cannot begin: {reason}").format(reason=reason),
                remedy=_("Install the same transreview on all of its machines; what is finished is kept"),
            )
        return InputError(
            _("the cluster failed: {kind}").format(kind=reason),
            remedy=_(
                "Run the command again: what is finished is kept. "
                "Do its workers see the files, and have they this version of transreview?"
            ),
        )
