"""Backups: copies of a project beside it, made before work begins on it and before it is migrated."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import time
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, Timer

from transreview import remarks
from transreview.i18n import _

SUFFIX = "-backups"
"""What the name of the folder of backups adds to the name of the project."""

KEPT = 5
"""How many backups of a project are kept, where neither TRANSREVIEW_BACKUPS nor the project says."""

# Copying more than this would be felt when a project is opened: it waits until the screen is there.
_AT_ONCE = 32 << 20
_LATER_SECONDS = 10.0
_SELDOM_SECONDS = 3600  # between two copies of a large project made by what is done sooner
_LONGEST = 6  # digits of a number that somebody means


def backups_of(path: Path) -> list[Path]:
    """Return the backups of a project, the newest first."""
    return sorted(_folder(path).glob("*.transreview"), reverse=True)


def kept_for(connection: sqlite3.Connection) -> int:
    """Return how many backups a project wants: as TRANSREVIEW_BACKUPS, or its setting "backups", says.

    Args:
        connection: The open project.
    """
    said = os.environ.get("TRANSREVIEW_BACKUPS", "")
    if not said:
        with contextlib.suppress(sqlite3.Error):
            row = connection.execute("SELECT value FROM setting WHERE name = 'backups'").fetchone()
            said = str(row[0]) if row else ""
    return int(said) if said.isdecimal() and len(said) <= _LONGEST else KEPT


def back_up(path: Path, connection: sqlite3.Connection, kept: int) -> Path | None:
    """Copy a project beside itself, unless nothing has changed since the last copy.

    A copy that cannot be made (a full disk, a folder that cannot be written) must not keep anybody from
    working: it is left out, which is told.

    Args:
        path: The project file.
        connection: An open connection to it.
        kept: How many copies to keep, this one included; 0 makes none.

    Returns:
        The copy, or None when none was made.
    """
    if kept < 1:
        return None
    try:
        state = _state(connection)
        if state is None:
            return None
        mark = state.mark
        there = [one for one in backups_of(path) if state.is_of_this(one)]
        if there and there[0].name.endswith(mark):
            return None
        folder = _folder(path)
        folder.mkdir(exist_ok=True)
        from transreview.formats.leftovers import sweep  # not read before the first picture

        for left in (".*.tmp", ".*.tmp-journal"):  # earlier versions left the second kind as well
            sweep(folder, left)
        copy = folder / (datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f") + mark)
        _write(connection, copy)
        for old in [copy, *there][kept:]:
            old.unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        words = _("no backup of {name} could be made ({reason}); the work goes on without one")
        remarks.tell(words.format(name=path.name, reason=reason))
        return None
    return copy


@dataclass(frozen=True, slots=True)
class _State:
    """How far a project has come, as the names of its copies say it."""

    last: int  # entry of its journal
    version: int
    project: str
    moment: str

    @property
    def mark(self) -> str:
        """The end of the name of a copy of this state."""
        return f"-{self.last}-v{self.version}-{self.project}{self.moment}.transreview"

    def is_of_this(self, copy: Path) -> bool:
        """Whether a copy is of this project: another one may have had its name before."""
        said = _OF_PROJECT.search(copy.stem)
        return said is None or said[1] == self.project


_OF_PROJECT = re.compile(r"-v\d+-([0-9a-f]{4})[0-9a-f]{4}$")


def _state(connection: sqlite3.Connection) -> _State | None:
    """Return how far a project has come, None where nothing was done in it."""
    last = connection.execute("SELECT id, at FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    if last is None:
        return None
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    row = connection.execute("SELECT identity FROM project").fetchone()
    return _State(last[0], version, _short(row[0] if row else ""), _short(last[1]))


def _short(text: str) -> str:
    return f"{zlib.crc32(text.encode(errors='replace')) & 0xFFFF:04x}"


class LaterBackup:
    """The copy of a large project, made by a thread of its own when the screen is there.

    What is closed sooner, as most commands are, makes it on closing, once an hour.

    Args:
        path: The project file.
        kept: How many copies to keep.
    """

    def __init__(self, path: Path, kept: int) -> None:
        self._path, self._kept = path, kept
        self._begun = Lock()
        self._timer = Timer(_LATER_SECONDS, self._copy)
        self._timer.daemon = True
        self._timer.start()

    def finish(self) -> None:
        """Make the copy now, if it has not been begun and there is none of the last hour."""
        self._timer.cancel()
        newest = max((_written(one) for one in backups_of(self._path)), default=0.0)
        if not 0 <= time.time() - newest < _SELDOM_SECONDS:
            self._copy()

    def _copy(self) -> None:
        if not self._begun.acquire(blocking=False):
            return
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(
                sqlite3.connect(self._path.absolute().as_uri() + "?mode=ro", uri=True)
            ) as connection,
        ):
            back_up(self._path, connection, self._kept)


def _written(copy: Path) -> float:
    try:
        return copy.stat().st_mtime
    except OSError:
        return 0.0


def begin_backup(path: Path, connection: sqlite3.Connection) -> LaterBackup | None:
    """Copy a project that is being opened for writing: at once, or a large one in a while.

    Args:
        path: The project file.
        connection: An open connection to it.

    Returns:
        What to finish when the project is closed.
    """
    kept = kept_for(connection)
    if kept and path.stat().st_size > _AT_ONCE:
        return LaterBackup(path, kept)
    back_up(path, connection, kept)
    return None


def _folder(path: Path) -> Path:
    """Return where the backups are: beside the file itself, whichever link leads to it."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + SUFFIX)


def _write(connection: sqlite3.Connection, copy: Path) -> None:
    """Write a copy under another name first, so that what stands there is always whole."""
    from transreview.formats.leftovers import create, unused_name  # not read before the first picture

    draft, handle = unused_name(copy.parent, "."), None
    try:
        handle = create(draft)  # claimed: what a killed program left is nobody's
        with contextlib.closing(sqlite3.connect(draft)) as target:
            target.execute("PRAGMA journal_mode = MEMORY")  # a killed program leaves one file, not two
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # a copy is one file
        draft.replace(copy)
    finally:
        if handle is not None:
            os.close(handle)
        draft.unlink(missing_ok=True)
