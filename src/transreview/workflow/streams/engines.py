"""Who does the work on the parts of a corpus: this process, several, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from transreview.workflow.streams.cluster_address import cluster_address
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.process_pool import ordered_map
from transreview.workflow.streams.task import PartResult, Task, worked


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


@contextmanager
def engine(
    name: str | None, workers: int, tell: Callable[[str], None] = lambda _sentence: None
) -> Iterator[Engine]:
    """Give the engine that a user named.

    Args:
        name: "dask://HOST:PORT", or None for processes of this machine.
        workers: Processes of this machine; 0 for one a core.
        tell: Called with a sentence when there is something to wait for.

    Raises:
        UsageError: The name means nothing, or dask is not installed.
        InputError: The cluster does not answer.
    """
    if name is None:
        yield LocalEngine(workers)
        return
    address = cluster_address(name)
    from transreview.workflow.streams.dask_connection import connected

    with connected(address, tell) as cluster:
        yield cluster
