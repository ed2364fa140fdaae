"""What SQLite's errors mean to the person at the desk."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from transreview.errors import ConflictError, InputError
from transreview.i18n import _
from transreview.model.journal import JournalEntry
from transreview.model.segment import Segment
from transreview.project.decoding import damaged

_SHARED_FILE = 64 << 10


class SaveError(InputError):
    """A change could not be stored; the file is as it was, and the caller still holds the text."""


class ReadOnlyError(SaveError):
    """The project was opened for reading only."""


class StaleRevisionError(ConflictError):
    """Somebody changed a segment after it was read; nothing was overwritten.

    Attributes:
        segment: The segment as it stands now, or None when it is gone.
        user: Who changed it last.
        at: When (UTC), or None when not known.
    """

    def __init__(
        self,
        message: str,
        *,
        segment: Segment | None = None,
        user: str = "",
        at: datetime | None = None,
        path: Path | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message, path=path, remedy=remedy)
        self.segment = segment
        self.user = user
        self.at = at


class OtherWindowError(ConflictError):
    """What would be undone was done in another window of the same user; nothing was undone.

    Attributes:
        entry: What would have been undone.
    """

    def __init__(self, message: str, *, entry: JournalEntry, path: Path, remedy: str) -> None:
        super().__init__(message, path=path, remedy=remedy)
        self.entry = entry


class LockedError(ConflictError):
    """A segment is locked; nothing was changed."""


class ReplacedError(SaveError):
    """The project file is not the one that was opened any more; nothing was stored."""


def failure(error: sqlite3.Error, path: Path) -> InputError | None:
    """Return what to tell a user of an SQLite error, or None when it is a fault of this program.

    Args:
        error: What SQLite raised.
        path: The project file.
    """
    # The primary code, without its refinement.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    if str(error).startswith("Could not decode"):
        code = sqlite3.SQLITE_CORRUPT
    match code:
        case sqlite3.SQLITE_FULL:
            return SaveError(
                _("the disk is full, the change was not saved"),
                path=path,
                remedy=_("Free some space and save again; everything saved before is safe"),
            )
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyError(
                _("the project is read-only"),
                path=path,
                remedy=_("Make the file and its folder writable, or copy the project elsewhere"),
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED if not _can_lock(path.parent):
            return SaveError(
                _("files cannot be locked in this folder, as on some network drives"),
                path=path,
                remedy=_("Copy the project to a disk of this machine, or to a server for a team"),
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return SaveError(
                _("another program keeps the project locked"),
                path=path,
                remedy=_("Try again when it has finished"),
            )
        case sqlite3.SQLITE_IOERR if _is_full(path):
            return SaveError(
                _("the disk is full, the change was not saved"),
                path=path,
                remedy=_("Free some space and save again; everything saved before is safe"),
            )
        case sqlite3.SQLITE_IOERR:
            return SaveError(
                _("the disk reported an error ({error})").format(error=error),
                path=path,
                remedy=_("Check the disk; keep a copy of the project elsewhere"),
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(error)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return InputError(
                _("the project file cannot be opened"),
                path=path,
                remedy=_("Check that you may read it, and that its folder is writable"),
            )
    return None


def _can_lock(folder: Path) -> bool:
    """Whether the file system locks files (SQLite says of one that cannot only that another has the lock).

    It is tried with a file of its own: to close any other handle of the project would let its locks go.
    """
    if sys.platform == "win32":
        return True
    import fcntl
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
    return True


def _is_full(path: Path) -> bool:
    """Whether there is no room for the file that readers and writers share (SQLite says only "I/O error")."""
    try:
        return shutil.disk_usage(path.parent).free < _SHARED_FILE
    except OSError:
        return False


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors of SQLite that a user can do something about into ours.

    Args:
        path: The project file, for the message.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = failure(error, path)
        if known is None:
            raise
        known.path = path
        raise known from error
    except UnicodeDecodeError as error:  # SQLite names a damaged part of the schema in its message
        found = damaged(_("its tables cannot be read"))
        found.path = path
        raise found from error
    except InputError as error:
        error.path = error.path or path
        raise
