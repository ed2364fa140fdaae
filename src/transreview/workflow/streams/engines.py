"""Who does the work on the parts of a corpus: this process, several, or a Dask cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from transreview.errors import InputError, TransreviewError, UsageError
from transreview.i18n import _
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.process_pool import ordered_map
from transreview.workflow.streams.task import PartResult, Task, worked

if TYPE_CHECKING:
    from distributed import Client

DASK = "dask://"
_AHEAD = 3  # parts under way for each worker of a cluster


class Engine(Protocol):
    """Works on parts and hands the results back in the parts' order."""

    def results(self, task: Task, parts: Iterable[Part]) -> Iterator[PartResult]:
        """Yield what a task makes of each part; parts are taken only as fast as results are."""


class LocalEngine:
    """One process, or several of this machine.

    Args:
        workers: How many; 0 for one a core.
    """

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers

    def results(self, task: Task, parts: Iterable[Part]) -> Iterator[PartResult]:
        """Yield what a task makes of each part."""
        if self._workers == 1:
            for part in parts:
                yield worked(task, part)
            return
        yield from ordered_map(parts, _give_task, (task,), _work, self._workers)


_task: list[Task] = []


def _give_task(task: Task) -> None:
    _task[:] = [task]


def _work(part: Part) -> PartResult:
    return worked(_task[0], part)


class DaskEngine:
    """A running Dask cluster whose workers see the same files.

    Args:
        client: A client of its scheduler.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def results(self, task: Task, parts: Iterable[Part]) -> Iterator[PartResult]:
        """Yield what a task makes of each part."""
        sent = self._client.scatter(task, broadcast=True, hash=False)
        waiting: deque[Any] = deque()
        most = max(1, len(self._client.scheduler_info()["workers"])) * _AHEAD
        try:
            for part in parts:
                # A worker that is killed has its parts given to another; the answer is the same.
                waiting.append(self._client.submit(worked, sent, part, pure=False, retries=2))
                if len(waiting) >= most:
                    yield self._taken(waiting.popleft())
            while waiting:
                yield self._taken(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()

    def _taken(self, future: Any) -> PartResult:  # noqa: ANN401 - a future of dask
        try:
            result: PartResult = future.result()
        except TransreviewError:
            raise
        except Exception as error:  # whatever the cluster raises is told as the cluster's
            raise InputError(
                _("the cluster failed: {kind}: {error}").format(kind=type(error).__name__, error=error),
                remedy=_("Run the command again: what is finished is kept. Do its workers see the files?"),
            ) from error
        future.release()
        return result


@contextmanager
def engine(name: str | None, workers: int) -> Iterator[Engine]:
    """Give the engine that a user named.

    Args:
        name: "dask://HOST:PORT", or None for processes of this machine.
        workers: Processes of this machine; 0 for one a core.

    Raises:
        UsageError: The name means nothing, or dask is not installed.
        InputError: The cluster does not answer.
    """
    if name is None:
        yield LocalEngine(workers)
        return
    if not name.startswith(DASK) or ":" not in name.removeprefix(DASK):
        raise UsageError(
            _("there is no engine “{name}”").format(name=name),
            remedy=_("Name a cluster as dask://HOST:PORT, or leave --engine out"),
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            _("working on a cluster needs dask, which is not installed"),
            remedy=_("Install it: pip install 'transreview[corpus]'"),
        ) from error
    try:
        client = Client(f"tcp://{name.removeprefix(DASK)}", timeout=10, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(
            _("no Dask scheduler answers at {address}").format(address=name),
            remedy=_("Start one with `dask scheduler` and workers with `dask worker HOST:PORT`"),
        ) from error
    try:
        yield DaskEngine(client)
    finally:
        client.close()
