"""A corpus: files of records in the order of their names, cut into parts that can be worked on alone."""

from __future__ import annotations

import errno
import itertools
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.formats.reading import reading_failed
from transreview.i18n import _
from transreview.workflow.streams.json_lines import line_count, line_records, plan_lines
from transreview.workflow.streams.parquet import plan_rows, row_count, row_records
from transreview.workflow.streams.part import Part, Record
from transreview.workflow.streams.partitions import is_partition

JSON_LINES = (".jsonl", ".ndjson", ".jsonlines")
PARQUET = (".parquet", ".pq")
_PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip", ".lz4", ".br", ".7z")
PART_SIZE = 5_000
# Of a smaller corpus every worker should have several parts, whichever takes longest. There are few sizes, so
# that parts stay what they were when records are added.
_SMALL_PARTS, _ENOUGH_PARTS = (500, 1_000, 2_000), 16


def corpus_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files of a corpus: those named, and those in the folders named that are not hidden, by name.

    Folders in them are gone through where they are pieces of a table.

    Raises:
        UsageError: There are none, or one is of another kind.
        InputError: One is not there, or is no file.
    """
    found: list[Path] = []
    for named in paths:
        path = named.absolute()  # the workers of a cluster stand in other folders
        if path.is_dir():
            inside = (file for file in _all_entries(path) if file.suffix.lower() in (*JSON_LINES, *PARQUET))
            found += map(_file, inside)
        elif not path.exists():
            raise InputError(_("there is no such file"), path=path, remedy=_("Check the name and the folder"))
        elif path.suffix.lower() in (*JSON_LINES, *PARQUET):
            found.append(_file(path))
        else:
            raise UsageError(
                _("a corpus is made of JSON Lines (.jsonl) and Parquet (.parquet) files"),
                path=path,
                remedy=_("Name such files, or a folder of them"),
            )
    if not found:
        raise UsageError(
            _("there are no JSON Lines or Parquet files here"),
            path=next(iter(paths), None),
            remedy=_("Name a folder that holds .jsonl or .parquet files"),
        )
    return found


def left_out(paths: Iterable[Path]) -> list[Path]:
    """Return what looks like records in the folders of a corpus and is not read: packed files, folders."""
    found = []
    for path in paths:
        for entry in _all_entries(path) if path.is_dir() else ():
            if entry.is_dir() and entry.suffix.lower() not in (*JSON_LINES, *PARQUET):  # else it is refused
                records_inside = any(
                    file.suffix.lower() in (*JSON_LINES, *PARQUET) or _is_packed(file)
                    for file in _entries(entry)
                )
                found += [entry] if records_inside else []
            elif _is_packed(entry):
                found.append(entry)
    return found


def _is_packed(file: Path) -> bool:
    kinds = [one.lower() for one in file.suffixes[-2:]]
    return len(kinds) == 2 and kinds[0] in (*JSON_LINES, *PARQUET) and kinds[1] in _PACKED


def _entries(folder: Path) -> list[Path]:
    """Return what is in a folder, by name, without what is hidden."""
    try:
        return sorted(file for file in folder.iterdir() if not file.name.startswith("."))
    except OSError as error:
        raise reading_failed(folder, error) from error


def _all_entries(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder, by name, and in the folders in it that are pieces of a table.

    Raises:
        InputError: A link leads back to where one was: the same records would be read again and again.
    """
    above = (folder, *folder.parents)
    for entry in _entries(folder):
        if is_partition(entry) and entry.is_dir():
            if entry.is_symlink() and any(entry.samefile(one) for one in above):
                raise reading_failed(entry, OSError(errno.ELOOP, ""))
            yield from _all_entries(entry)
        else:
            yield entry


def _file(path: Path) -> Path:
    """Return a path that leads to a file; a pipe would keep a program waiting for ever, and has no end."""
    try:
        kind = path.stat().st_mode
    except OSError as error:
        raise reading_failed(path, error) from error
    if stat.S_ISDIR(kind):
        raise reading_failed(path, IsADirectoryError(errno.EISDIR, ""))
    if not stat.S_ISREG(kind):
        raise InputError(
            _("this is a pipe or a device, not a file"),
            path=path,
            remedy=_("Write the records into a file first"),
        )
    return path


def fitting_part_size(files: Sequence[Path]) -> int:
    """Return how many records a part of a corpus should have, whoever works over it.

    Args:
        files: The files of the corpus.

    Raises:
        InputError: A file cannot be read.
    """
    total = 0
    for path in files:
        total += row_count(path) if path.suffix.lower() in PARQUET else line_count(path)
        if total > _SMALL_PARTS[-1] * _ENOUGH_PARTS:
            return PART_SIZE
    return next((size for size in _SMALL_PARTS if total <= size * _ENOUGH_PARTS), PART_SIZE)


def plan(files: Sequence[Path], part_size: int = PART_SIZE, grouped: str = "") -> Iterator[Part]:
    """Cut files into parts, each read once to hash it.

    Args:
        files: The files of a corpus.
        part_size: Records of a part; the last of a file has fewer.
        grouped: A field whose equal neighbours stay in one part ("document"); "" for none.

    Raises:
        InputError: A file cannot be read.
    """
    for path in files:
        if path.suffix.lower() in PARQUET:
            yield from plan_rows(path, part_size, grouped)
        else:
            yield from plan_lines(path, part_size, grouped)


def records(part: Part, columns: Sequence[str]) -> Iterator[tuple[int, Record]]:
    """Yield the records of a part with the number of each one's line or row.

    Args:
        part: Which.
        columns: Fields that every record must have; of Parquet, what must be among its columns.

    Raises:
        InputError: A record is not of the form, or the file has changed since it was planned.
    """
    if part.path.suffix.lower() in PARQUET:
        yield from row_records(part, columns)
    else:
        yield from line_records(part, columns)


def first_records(files: Sequence[Path], columns: Sequence[str], count: int) -> list[Record]:
    """Return the first records of a corpus, to tell its languages by."""
    every = (record for part in plan(files, count) for _number, record in records(part, columns))
    return list(itertools.islice(every, count))
