"""Opening a project file: what can stand in the way, and what is said of each."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from pathlib import Path
from urllib.parse import quote

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.backups import back_up, kept_for
from transreview.project.decoding import damaged
from transreview.project.failures import told
from transreview.project.held_files import is_held
from transreview.project.log_file import log_of, require_room_for_log, require_whole_log
from transreview.project.migrations import SCHEMA_VERSION, migrate, refuse_newer
from transreview.project.schema import APPLICATION_ID, JOURNALED, UNRECORDED
from transreview.project.sqlite_pages import page_size

MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 10.0
_CANNOT_WRITE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}


def connect(path: Path, *, read_only: bool = False) -> tuple[sqlite3.Connection, bool]:
    """Open a project file and bring it to the present schema.

    Args:
        path: The file.
        read_only: Ask for no right to write.

    Returns:
        The connection, and whether it can only read: asked for, or all that the file and its
        folder permit.

    Raises:
        InputError: It is no project file, from a newer version, damaged, or locked.
    """
    _examine(path)
    with told(path):
        connection = _first_that_reads(path, read_only=read_only)
        try:
            version = _identify(connection, path)
            read_only = read_only or not _can_write(connection, version)
            if version < SCHEMA_VERSION:
                connection = _brought_up(connection, path, read_only=read_only)
            _require_tables(connection)
        except BaseException:
            connection.close()
            raise
    return connection, read_only


def open_connection(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection with the settings that the guarantees rest on.

    Args:
        path: The database file.
        mode: "rw", "rwc", "ro", or "immutable" for a file that cannot change while it is open.
    """
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"file:{quote(os.fsencode(path.absolute()))}?{options}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may come from anybody
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # an acknowledged edit survives a power cut
        connection.execute("PRAGMA cache_size = -8000")
        connection.execute("PRAGMA journal_size_limit = 16777216")  # a big import leaves no big WAL behind
    except BaseException:
        connection.close()
        raise
    return connection


def _examine(path: Path) -> None:
    """Refuse what can be told without SQLite, whose words for it would be worse."""
    try:
        if path.is_dir():
            raise InputError(
                _("a folder, not a project file"), path=path, remedy=_("Name the .transreview file in it")
            )
        if is_held(path):  # and was looked into before
            return
        require_file(path)
        require_room_for_log(path)
        require_whole_log(path)
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        remedy = _("Start one with `transreview new`, or check the name")
        raise InputError(_("there is no such project"), path=path, remedy=remedy) from None
    except NotADirectoryError:
        raise InputError(
            _("part of this path is a file, not a folder"), path=path, remedy=_("Check the path")
        ) from None
    except OSError as error:
        raise InputError(
            _("the project cannot be read ({reason})").format(reason=error.strerror),
            path=path,
            remedy=_("Check who may read the file and its folder"),
        ) from None
    if head != MAGIC:
        _refuse_without_first_page(path, head)
        what = _("an empty file, not a project") if not head else _("not a project file")
        raise InputError(what, path=path, remedy=_("Start a project from texts with `transreview new`"))


def _refuse_without_first_page(path: Path, head: bytes) -> None:
    """Tell a project that has lost its beginning from what never was one."""
    blank = bool(head) and not head.strip(b"\0")
    with contextlib.suppress(OSError, ValueError):
        if (blank or path.suffix == ".transreview") and page_size(path):
            error = damaged(_("its first page is lost"))
            error.path = path
            raise error


def require_file(path: Path) -> None:
    """Refuse what is there and is no file: a pipe keeps whoever opens it waiting for ever.

    Raises:
        InputError: It is a pipe or a device.
        OSError: It cannot be looked at.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise InputError(
            _("this is a pipe or a device, not a file"), path=path, remedy=_("Name the .transreview file")
        )


def _first_that_reads(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection that can read: the usual one, or one that needs no right to write anything.

    A file in WAL mode in a folder where nothing can be written is refused even for reading, unless
    SQLite is told that nobody can change it meanwhile.
    """
    try:
        return _reading(path, "ro" if read_only else "rw")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _CANNOT_WRITE:
            raise
        log = log_of(path)
        if log.exists() and log.stat().st_size:
            raise InputError(
                _("its last changes stand in {log}, which cannot be read in a read-only folder").format(
                    log=log.name
                ),
                path=path,
                remedy=_("Copy both files into a folder of yours and open the copy"),
            ) from error
        return _reading(path, "immutable")


def _reading(path: Path, mode: str) -> sqlite3.Connection:
    connection = open_connection(path, mode)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _identify(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of a project file; refuse anything else."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise InputError(
            _("a database of another program, not a project"),
            path=path,
            remedy=_("Start a project from texts with `transreview new`"),
        )
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    refuse_newer(version, path)
    return int(version)


def _require_tables(connection: sqlite3.Connection) -> None:
    """Refuse a file that calls itself a project and does not have its tables."""
    try:
        for table, columns in (JOURNALED | UNRECORDED).items():
            # With the table's name in front: alone, SQLite takes an unknown "name" for a text.
            names = ", ".join(f'{table}."{column}"' for column in columns)
            connection.execute(f"SELECT {names} FROM {table} LIMIT 0")  # noqa: S608 - names from our own table
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise damaged(error) from error
        raise


def _can_write(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a change would be taken; asked by one that is rolled back."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Alone, BEGIN succeeds on a read-only file, as a transaction that can only read.
            connection.execute(f"PRAGMA user_version = {version}")
        finally:
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_BUSY:
            return True  # somebody is writing just now, so it can be written
        if code in _CANNOT_WRITE:
            return False
        raise
    return True


def _brought_up(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection at the present schema; what cannot be written is migrated in memory."""
    if not read_only:
        back_up(path, connection, kept_for(connection))
        _migrate(connection)
        return connection
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with_source = connection
    with_source.backup(copy)
    with_source.close()
    _migrate(copy)
    return copy


def _migrate(connection: sqlite3.Connection) -> None:
    """Migrate; a file whose version is not that of its tables is damaged."""
    try:
        migrate(connection)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise damaged(error) from error
        raise
