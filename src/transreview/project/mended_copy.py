"""A copy of a damaged file that SQLite agrees to read: as long as it was, its tables well defined."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from transreview.project.damaged_file import UNREADABLE
from transreview.project.log_file import log_of
from transreview.project.lost_first_page import with_tables_found

_PAGE_SIZE = slice(16, 18)
_PAGES = slice(28, 32)
_HEADER = 100  # bytes
_FLIPPED = 8  # bytes of a definition that may differ from what it was


@dataclass(frozen=True, slots=True)
class Mended:
    """What a damaged project can be read from.

    Attributes:
        path: The file itself, or a copy.
        found: Tables that no page named any more, and that were found by their rows.
    """

    path: Path
    found: tuple[str, ...] = ()


@contextmanager
def mended(damaged: Path, definitions: Mapping[str, str], place: Path) -> Iterator[Mended]:
    """Yield a file to read a damaged project from: itself, or a copy where SQLite would read nothing of it.

    SQLite refuses every row of a file that was cut, of one where a single name among the definitions of
    tables is not what it was, and of one whose first page is lost.

    Args:
        damaged: The damaged file; it is only read.
        definitions: The `CREATE TABLE` of each table, as a new project has it.
        place: A folder for the copy.
    """
    missing = _missing_bytes(damaged)
    lost = not _names_tables(damaged)
    if not missing and not lost and not _flipped(damaged, definitions):
        yield Mended(damaged)
        return
    with TemporaryDirectory(dir=place, prefix=".mended.") as folder:
        copy = Path(folder, damaged.name)
        if lost and (found := with_tables_found(damaged, definitions, copy)):
            yield Mended(copy, tuple(found))
            return
        shutil.copyfile(damaged, copy)
        wal = log_of(damaged)
        if wal.is_file():
            shutil.copyfile(wal, copy.with_name(wal.name))
        if missing:
            os.truncate(copy, copy.stat().st_size + missing)
        with contextlib.suppress(*UNREADABLE):
            _define(copy, _flipped(copy, definitions))
        yield Mended(copy)


def _names_tables(file: Path) -> bool:
    """Whether a file still says where its tables are."""
    with (
        contextlib.suppress(*UNREADABLE),
        closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        connection.execute("PRAGMA writable_schema = ON")  # else one that cannot be read hides all
        return connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table'").fetchone() is not None
    return False


def _missing_bytes(file: Path) -> int:
    """Return how much shorter a file is than its first page says."""
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    if len(header) < _HEADER:
        return 0
    page = int.from_bytes(header[_PAGE_SIZE], "big")
    pages = int.from_bytes(header[_PAGES], "big")
    whole = pages * (65536 if page == 1 else page)
    # A damaged count must not ask for more than a file can be: a cut one keeps a good part, or nothing helps.
    size = file.stat().st_size
    return whole - size if size < whole <= max(size * 100, 1 << 24) else 0


def _flipped(file: Path, definitions: Mapping[str, str]) -> dict[str, str]:
    """Return the definitions of tables that differ in a few bytes from what they should be."""
    found = {}
    with (
        contextlib.suppress(*UNREADABLE),
        closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        connection.execute("PRAGMA writable_schema = ON")  # else one that cannot be read hides all
        connection.text_factory = bytes
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
            right = definitions.get(name.decode(errors="replace"))
            if (
                right is not None
                and sql is not None
                and sql != right.encode()
                and _is_near(sql, right.encode())
            ):
                found[name.decode()] = right
    return found


def _is_near(first: bytes, second: bytes) -> bool:
    """Whether only bits were flipped: an older project has its columns in another order."""
    if len(first) != len(second):
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) <= _FLIPPED


def _define(copy: Path, definitions: Mapping[str, str]) -> None:
    """Define tables anew, and forget what only helps to find rows and to guard them."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        for name, sql in definitions.items():
            connection.execute(
                "UPDATE sqlite_master SET sql = ? WHERE name = ? AND type = 'table'", (sql, name)
            )
        connection.execute("DELETE FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL")
