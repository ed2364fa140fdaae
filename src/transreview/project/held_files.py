"""Project files that this process has open, and what SQLite leaves beside them.

On POSIX a process that closes a file loses all its locks on it, those of SQLite among them: whoever opened a
project a second time to look into its first bytes took the lock of the first connection away. Another
program that then closed the project believed itself the last, removed the write-ahead log, and what the first
one wrote was lost.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from pathlib import Path
from threading import Lock

from transreview.project.log_file import log_of
from transreview.project.store import file_identity

Identity = tuple[int, int]

_held: Counter[Identity] = Counter()
_lock = Lock()


def hold(path: Path) -> Identity | None:
    """Note that a connection to a project file is open; return what to let go of when it is closed."""
    identity = file_identity(path)
    if identity is not None:
        with _lock:
            _held[identity] += 1
    return identity


def let_go(identity: Identity | None) -> None:
    """Note that a connection was closed."""
    if identity is not None:
        with _lock:
            _held[identity] -= 1
            if _held[identity] <= 0:
                del _held[identity]


def is_held(path: Path) -> bool:
    """Whether this process has a project file open: then nothing but SQLite may open it."""
    return bool(_held) and file_identity(path) in _held


def tidy(path: Path) -> None:
    """Remove the empty log and its index that reading has left beside a project, if nobody has it open.

    A connection that only reads may not remove them; one that may write does so when it is closed as the last
    one, and SQLite knows whether it is. A log with something in it stays for whoever writes next.
    """
    log = log_of(path)
    with contextlib.suppress(OSError, sqlite3.Error, UnicodeDecodeError):  # its words may be no text
        if not is_held(path) and log.stat().st_size == 0:
            uri = f"{path.absolute().as_uri()}?mode=rw"
            with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0)) as last:
                last.execute("SELECT 1 FROM sqlite_master").fetchone()
