"""A running Dask cluster whose workers see the same files and have the same program."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from transreview import i18n
from transreview.errors import InputError, TransreviewError, UsageError
from transreview.i18n import _
from transreview.workflow.streams.part import Part
from transreview.workflow.streams.task import PartResult, Task, program, worked

if TYPE_CHECKING:
    from distributed import Client

_AHEAD = 3  # parts under way for each worker of a cluster
_WAIT_SECONDS = 10


class DaskEngine:
    """A running Dask cluster.

    Args:
        client: A client of its scheduler.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def results(self, task: Task, parts: Iterable[Part]) -> Iterator[PartResult]:
        """Yield what a task makes of each part."""
        waiting: deque[Any] = deque()
        try:
            sent = self._client.scatter(task, broadcast=True, hash=False)
            most = max(1, len(self._client.scheduler_info()["workers"])) * _AHEAD
            here = (program(), i18n.language())
            for part in parts:
                # A worker that is killed has its parts given to another; the answer is the same.
                waiting.append(self._client.submit(worked_there, sent, part, here, pure=False, retries=2))
                if len(waiting) >= most:
                    yield _taken(waiting.popleft())
            while waiting:
                yield _taken(waiting.popleft())
        except TransreviewError:
            raise
        except Exception as error:  # whatever the cluster raises is told as the cluster's
            raise InputError(
                _("the cluster failed: {kind}: {error}").format(kind=type(error).__name__, error=error),
                remedy=_(
                    "Run the command again: what is finished is kept. "
                    "Do its workers see the files, and have they this version of transreview?"
                ),
            ) from error
        finally:
            for future in waiting:
                future.cancel()


def _taken(future: Any) -> PartResult:  # noqa: ANN401 - a future of dask
    result: PartResult = future.result()
    future.release()
    return result


def worked_there(task: Task, part: Part, here: tuple[str, str]) -> PartResult:
    """Return what a task makes of a part in a worker of a cluster.

    Args:
        task: What to do.
        part: With what.
        here: The program of whoever asks, and the language in which it speaks.

    Raises:
        InputError: The worker has another program, and so perhaps another answer.
    """
    asked, language = here
    if program() != asked:
        raise InputError(
            _("a worker of the cluster has other versions of transreview, its plug-ins or its libraries"),
            remedy=_("Install the same on all of its machines; what is finished is kept"),
        )
    i18n.use(language)
    return worked(task, part)


@contextmanager
def connected(address: str) -> Iterator[DaskEngine]:
    """Give the engine of a cluster.

    Args:
        address: HOST:PORT of its scheduler.

    Raises:
        UsageError: Dask is not installed.
        InputError: The cluster does not answer, or has no worker.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            _("working on a cluster needs dask, which is not installed"),
            remedy=_("Install it: pip install 'transreview[corpus]'"),
        ) from error
    _hush()
    remedy = _("Start one with `dask scheduler` and workers with `dask worker HOST:PORT`")
    name = f"dask://{address}"
    try:
        client = Client(f"tcp://{address}", timeout=_WAIT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(
            _("no Dask scheduler answers at {address}").format(address=name), remedy=remedy
        ) from error
    try:
        try:
            client.wait_for_workers(1, timeout=_WAIT_SECONDS)
        except (OSError, TimeoutError) as error:
            raise InputError(
                _("the Dask scheduler at {address} has no workers").format(address=name), remedy=remedy
            ) from error
        yield DaskEngine(client)
    finally:
        client.close()


def _hush() -> None:
    """Keep dask from logging tracebacks of a connection that is lost: it is told in a sentence."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
