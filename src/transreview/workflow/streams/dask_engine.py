"""The work on a Dask cluster whose workers see the same files and have the same program."""

from __future__ import annotations

import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from transreview import i18n
from transreview.errors import InputError, TransreviewError
from transreview.i18n import _, ngettext
from transreview.workflow.streams.dask_attendance import Attendance, Attending
from transreview.workflow.streams.dask_worker import worked_there
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.task import PartResult, Task, program

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 3  # parts under way for each thread of a cluster's workers
_LOOK_SECONDS = 5.0  # between two looks at the cluster
_NOTE_SECONDS = 30.0  # without a result, until whoever waits is told what for
_GIVE_UP_SECONDS = 60.0  # without any worker
_STOPPED_SECONDS = 40.0  # without a sign of life from any
_RESULT_SECONDS = 30.0  # for a result that was made to come
_SHOWN = 3  # addresses of workers in a sentence


class _NotYetError(Exception):
    """There is no result to be had at present."""


class _Call:
    """A call that is made by reading it: a worker that lacks this program fails at it, and lives on.

    A function of this program that Dask itself has to read would cost such a worker its connection.
    """

    def __init__(self, task: bytes, part: Part, here: tuple[str, str]) -> None:
        self._arguments = (task, part, here)

    def __reduce__(self) -> tuple[Callable[..., PartResult], tuple[bytes, Part, tuple[str, str]]]:
        return worked_there, self._arguments


@dataclass(slots=True)
class _UnderWay:
    """A part that was given away, and what may become its result: several where a worker fell silent."""

    part: Part
    call: bytes
    futures: list[Future[Any]]
    patience: float = _RESULT_SECONDS


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
        self._attendance = Attendance(client)
        self._looked_at: Attending | None = None
        self._under_way: deque[_UnderWay] = deque()
        self._out_of_reach: set[str] = set()  # what silent workers make or keep: keys of futures
        self._named: set[str] = set()  # workers whose silence was told

    def results(self, task: Task, parts: Iterable[Part]) -> Iterator[PartResult]:
        """Yield what a task makes of each part.

        Raises:
            InputError: A record is not of the form, or the cluster is not fit for the work or is gone.
        """
        # Sent with each part: what one worker held would be lost with that worker.
        sent = pickle.dumps(task)
        here = (program(), i18n.language())
        for part in parts:
            with self._failures_told(part):
                workers = self._workers()
                call = pickle.dumps(_Call(sent, part, here))
                self._under_way.append(_UnderWay(part, call, [self._given(call, workers)]))
                most = max(1, sum(workers.threads.values())) * _AHEAD
            if len(self._under_way) >= most:
                yield self._next_result()
        while self._under_way:
            yield self._next_result()

    def _given(self, call: bytes, workers: Attending) -> Future[Any]:
        """Give a part to any worker; those that are silent are passed by while there are others."""
        chosen = workers.lively if workers.silent else []
        # A worker that is killed has its parts given to another; the answer is the same.
        return self._client.submit(
            pickle.loads,
            call,
            pure=False,
            retries=2,
            workers=chosen or None,
            allow_other_workers=bool(chosen),
        )

    def _next_result(self) -> PartResult:
        first = self._under_way[0]
        with self._failures_told(first.part):
            result = self._awaited(first)
            for future in first.futures:
                future.release()
        self._under_way.popleft()
        return result

    def _awaited(self, first: _UnderWay) -> PartResult:
        """Wait for a result as long as somebody is there to make it, and say so when it takes long."""
        began = worked = time.monotonic()
        told = False
        while True:
            try:
                return self._made(first)
            except _NotYetError:
                workers, now = self._workers(), time.monotonic()
            worked = now if workers.threads else worked
            if now - worked > _GIVE_UP_SECONDS:
                raise InputError(
                    _("the cluster at {address} has lost its workers").format(address=self._name),
                    remedy=_("Start workers, and run the command again: what is finished is kept"),
                )
            self._refuse_stopped(workers)
            if now - began > _NOTE_SECONDS and not told:
                told = True
                self._tell(self._waited_for(len(workers.threads)))

    def _made(self, first: _UnderWay) -> PartResult:
        """Return the result of a part, from whichever worker has made it.

        Raises:
            _NotYetError: Nobody has; or whoever has does not give it.
        """
        from distributed import wait

        # What a silent worker has made is there, but cannot be had.
        hopeful = [one for one in first.futures if not (one.key in self._out_of_reach and one.done())]
        if not hopeful:
            time.sleep(_LOOK_SECONDS)
            raise _NotYetError
        try:
            with self._client.as_current():
                done = wait(hopeful, timeout=_LOOK_SECONDS, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            raise _NotYetError from None
        made = next(one for one in hopeful if one in done)
        if made.status != "finished":
            return cast("PartResult", made.result())  # raises what the worker did
        try:
            return cast("PartResult", made.result(timeout=first.patience))
        except TimeoutError:
            first.patience *= 2  # a large result over a slow line comes in the end
            raise _NotYetError from None

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

    def _workers(self) -> Attending:
        """Return the workers as they were a moment ago; what silent ones have is given to others as well."""
        try:
            workers = self._attendance.look()
            if workers is self._looked_at:
                return workers
            self._looked_at = workers
            self._out_of_reach = self._attendance.keys_of(workers.silent) if workers.silent else set()
        except TimeoutError as error:
            raise self._lost(_("the Dask scheduler at {address} answers no longer")) from error
        if workers.silent:
            self._tell_silent(workers)
        if workers.silent and workers.lively:
            # A worker may be silent and at work: whichever result comes first is taken, both are the same.
            for one in self._under_way:
                if one.futures[-1].key in self._out_of_reach:
                    one.futures.append(self._given(one.call, workers))
        return workers

    def _tell_silent(self, workers: Attending) -> None:
        news = workers.silent - self._named
        if not news:
            return
        self._named |= news
        if workers.lively:
            words = _(
                "no sign of life from {workers} of the cluster at {address}: others do its work as well."
            )
        elif workers.silent <= workers.nannies:
            words = _("no sign of life from {workers} of the cluster at {address}.")
        else:
            words = _(
                "no sign of life from {workers} of the cluster at {address}: at work or stopped, which nobody"
                " can tell without a nanny. It is waited for, ten minutes at most; Ctrl-C keeps what is"
                " finished."
            )
        self._tell(words.format(workers=_listed(news), address=self._name))

    def _refuse_stopped(self, workers: Attending) -> None:
        """Raise where every worker has been stopped, or cut off, for a while."""
        stopped = workers.silent if not workers.lively else frozenset()
        if (
            stopped
            and time.monotonic() - workers.heard > _STOPPED_SECONDS
            and self._attendance.are_stopped(stopped)
        ):
            raise InputError(
                _("the workers of the cluster at {address} are stopped or cut off: {workers}").format(
                    address=self._name, workers=_listed(stopped)
                ),
                remedy=_("Start workers, and run the command again: what is finished is kept"),
            )

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


def _listed(workers: Iterable[str]) -> str:
    names = sorted(workers)
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
