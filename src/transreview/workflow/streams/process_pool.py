"""A map over several processes that keeps the order and never runs far ahead of its reader."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from transreview import i18n, plugin_problems
from transreview.errors import InputError
from transreview.i18n import _

Item = TypeVar("Item")
Result = TypeVar("Result")

# Batches under way for each process: enough to keep it busy, few enough to keep memory flat.
_AHEAD = 3


def ordered_map(
    items: Iterable[Item],
    initializer: Callable[..., None],
    arguments: tuple[Any, ...],
    function: Callable[[Item], Result],
    processes: int,
    *,
    shared: bool = False,
) -> Iterator[Result]:
    """Yield function(item) for every item in the items' order.

    Args:
        items: What to work on; read only as fast as results are taken.
        initializer: Called once in each process with `arguments`.
        arguments: What every process needs.
        function: A function of a module (it is named to the process, not sent).
        processes: How many; 0 for one a core.
        shared: Whether they may begin as copies of this process, with all that it has read, where that is
            safe: it has no other thread and no connection that a copy could harm.

    Raises:
        InputError: A process was killed.
    """
    import multiprocessing

    count = processes or os.cpu_count() or 1
    # A fresh interpreter: a fork would copy whatever threads of the screen hold locked.
    copied = shared and sys.platform == "linux" and threading.active_count() == 1
    if copied:
        gc.freeze()  # what all share is looked through by none: a look would copy it
    method = multiprocessing.get_context("fork" if copied else "spawn")
    started = (i18n.language(), initializer, arguments)
    with ProcessPoolExecutor(count, method, _start, started) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(function, item))
                if len(waiting) >= count * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise InputError(
                _("a process that worked on this was killed, perhaps for want of memory"),
                remedy=_("Run the command again, with fewer --workers if memory is short"),
            ) from error
        finally:
            for future in waiting:
                future.cancel()


def _start(language: str, initializer: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a copy of a program that ends in order when it is told
    threading.Thread(target=_end_with_parent, daemon=True).start()
    i18n.use(language)
    # The process that started this one has told of broken plug-ins already.
    plugin_problems.listen(lambda _sentence: None)
    initializer(*arguments)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone: killed, it can tell nobody."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
