"""What a worker of a Dask cluster does, a part at a time by the task it is sent; and what its nanny sees."""

from __future__ import annotations

import pickle
import threading

from transreview import i18n
from transreview.errors import InputError, TransreviewError
from transreview.i18n import _
from transreview.workflow.streams.part import ChangedError, Part
from transreview.workflow.streams.task import PartResult, Task, program, worked

# A worker may have several threads; the interface's language and the place in a file are the process's.
_one_at_a_time = threading.Lock()
_given: list[tuple[bytes, Task]] = []


def worked_there(task: bytes, part: Part, here: tuple[str, str]) -> PartResult:
    """Return what a task makes of a part in a worker of a cluster.

    Args:
        task: What to do, pickled: sent with each part, it is lost with no worker that had it.
        part: With what.
        here: The program of whoever asks, and the language in which it speaks.

    Raises:
        InputError: The worker has another program, and so perhaps another answer; or it does not see what
            whoever asks sees, which is told as the worker's.
    """
    asked, language = here
    with _one_at_a_time:
        i18n.use(language)
        if program() != asked:
            raise InputError(
                _(
                    "a worker of the cluster ({worker}) has other versions of transreview, its plug-ins or "
                    "its libraries"
                ).format(worker=_address()),
                remedy=_("Install the same transreview on all of its machines; what is finished is kept"),
            )
        try:
            return worked(_task(task), part)
        except TransreviewError as error:
            # A record is the same wherever it is read; a file, or a library, need not be there.
            if isinstance(error, ChangedError) or isinstance(error.__cause__, OSError | ImportError):
                raise _told_by_worker(error) from error
            raise


def stopped_there(worker: str) -> bool:
    """Return whether the process of a worker is stopped; asked of its nanny, which is another process.

    Args:
        worker: Its address; a nanny's process may have several workers.
    """
    import psutil
    from distributed import Nanny

    for nanny in list(Nanny._instances):  # noqa: SLF001 - nothing else names the nannies of a process
        if nanny.worker_address == worker and nanny.pid:
            status = psutil.Process(nanny.pid).status()
            return status in {psutil.STATUS_STOPPED, psutil.STATUS_TRACING_STOP}
    return False


def _task(pickled: bytes) -> Task:
    if not _given or _given[0][0] != pickled:
        _given[:] = [(pickled, pickle.loads(pickled))]  # noqa: S301 - whoever may send it may send any code
    return _given[0][1]


def _told_by_worker(error: TransreviewError) -> InputError:
    return InputError(
        _("a worker of the cluster ({worker}) says: {message}").format(
            worker=_address(), message=error.message
        ),
        path=error.path,
        remedy=_(
            "The workers read the corpus by its path and with libraries of their own: see that each "
            "has both. What is finished is kept"
        ),
    )


def _address() -> str:
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:  # called in no worker
        return "?"
