"""What an open project on a PostgreSQL server is made of: its store, and the cache on this machine."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import platformdirs

from transreview.project.cache_file import SUFFIX, CacheFile
from transreview.project.postgres_connector import connector
from transreview.project.postgres_failures import told
from transreview.project.postgres_opening import examined
from transreview.project.postgres_schema import SCHEMA
from transreview.project.postgres_store import PostgresStore
from transreview.project.store import Store


def opened(
    path: Path,
    *,
    user: str | None,
    clock: Callable[[], datetime],
    read_only: bool = False,
    schema: str | None = None,
) -> tuple[Store, CacheFile]:
    """Open the store of a project on a server; changes are signed by who the server knows us as.

    Only a maintainer may sign with another name: the server refuses it to everybody else.

    Args:
        path: Its address, without a password.
        user: Who makes the changes; the server's name for us when None.
        clock: Gives the moments of changes.
        read_only: Ask for no right to write.
        schema: The schema that holds it; the usual one when None.

    Raises:
        InputError: There is no such project, it is of a newer program, or the server does not answer.
    """
    is_draft, schema = schema is not None, schema or SCHEMA
    standing = examined(path, schema=schema)
    with told(path, opening=True):
        store = PostgresStore(
            connector(path, schema=schema),
            path,
            user=user or standing.user,
            read_only=read_only or not (standing.may_write and standing.takes_changes),
            frozen=not standing.takes_changes,
            clock=clock,
            identity=None if is_draft else standing.identity,
        )
    folder = platformdirs.user_cache_path("transreview") / "projects"
    with contextlib.suppress(OSError):  # then the cache is kept in memory
        folder.mkdir(parents=True, exist_ok=True)
    return store, CacheFile(folder / (standing.identity + SUFFIX), standing.identity)
