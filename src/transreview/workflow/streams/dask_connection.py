"""Coming to a Dask cluster and leaving it, neither of which may take for ever."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.workflow.streams.dask_engine import DaskEngine

if TYPE_CHECKING:
    from distributed import Client

_WAIT_SECONDS = 10
_LEAVE_SECONDS = 3


@contextmanager
def connected(address: str, tell: Callable[[str], None] = lambda _sentence: None) -> Iterator[DaskEngine]:
    """Give the engine of a cluster.

    Args:
        address: HOST:PORT of its scheduler.
        tell: Called with a sentence when there is something to wait for.

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
    name = f"dask://{address}"
    remedy = _("Start one with `dask scheduler` and workers with `dask worker HOST:PORT`")
    try:
        asyncio.run(_greet(f"tcp://{address}"))
        client = Client(f"tcp://{address}", timeout=_WAIT_SECONDS, set_as_default=False)
    except Exception as error:  # whatever answers there may say anything
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
        yield DaskEngine(client, name, tell)
    finally:
        _leave(client)


async def _greet(address: str) -> None:
    """Ask what answers at an address; a client of Dask waits for ever for one that says nothing.

    Raises:
        ValueError: It is no scheduler.
        Exception: What answers is none of Dask, or nothing does.
    """
    from distributed import rpc

    async def ask() -> None:
        async with rpc(address, timeout=_WAIT_SECONDS) as there:
            answer = await there.identity()
        if answer.get("type") != "Scheduler":
            raise ValueError(answer.get("type"))

    await asyncio.wait_for(ask(), _WAIT_SECONDS)


def _leave(client: Client) -> None:
    """Close a client; a scheduler that answers no longer keeps nobody."""
    with contextlib.suppress(Exception):
        client.close(timeout=_LEAVE_SECONDS)
    client.status = "closed"  # else it tries again when the program ends, for longer


def _hush() -> None:
    """Keep dask from logging tracebacks of a connection that is lost: it is told in a sentence."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
