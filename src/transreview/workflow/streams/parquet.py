"""Parts of Parquet files: runs of rows, read a row group at a time."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.formats.reading import reading_failed
from transreview.formats.translation_field import FIELD, stands_for
from transreview.i18n import _
from transreview.workflow.streams.parquet_rows import Rows, unreadable
from transreview.workflow.streams.part import Part, Record, batches, changed_meanwhile, complete, filled
from transreview.workflow.streams.partitions import partition_fields

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile


def row_count(path: Path) -> int:
    """Return how many rows a Parquet file has; errors as for `corpus.plan`."""
    with _parquet(path) as table:
        return int(table.metadata.num_rows)


def plan_rows(path: Path, part_size: int, grouped: str) -> Iterator[Part]:
    """Cut a Parquet file into parts; arguments and errors as for `corpus.plan`."""
    with _parquet(path) as table:
        is_grouped = grouped in table.schema_arrow.names
        groups = (
            _grouping_values(table, grouped, path)
            if is_grouped
            else itertools.repeat(partition_fields(path).get(grouped, ""), table.metadata.num_rows)
        )
        digest = _file_digest(path)
        first = 1
        for batch in batches(groups, part_size, str):
            yield Part(path=path, first=first, count=len(batch), offset=0, size=0, digest=digest)
            first += len(batch)


# Where this process stopped reading: its next part is most often further on in the same file.
_stopped: list[tuple[str, Rows]] = []


def row_records(part: Part, columns: Sequence[str]) -> Iterator[tuple[int, Record]]:
    """Yield the records of a part with their rows; arguments and errors as for `corpus.records`."""
    if _file_digest(part.path) != part.digest:
        raise changed_meanwhile(part.path)
    given = partition_fields(part.path)
    left, _stopped[:] = list(_stopped), []
    rows = next((one for digest, one in left if digest == part.digest and one.reaches(part)), None)
    if rows is None:
        table = _parquet(part.path)
        _require_columns(table, [one for one in columns if one not in given], part.path)
        rows = Rows(table, part.path, part.first - 1)
    for number, row in rows.of(part):
        record = filled(row, given)
        complete(record, columns, part.path, number)
        yield number, record
    _stopped[:] = [(part.digest, rows)]


def _require_columns(table: ParquetFile, columns: Iterable[str], path: Path) -> None:
    """Raise when a file lacks a column that every record needs, or has it twice."""
    from pyarrow.types import is_struct

    there = table.schema_arrow.names
    folded: dict[str, dict[str, str]] = {
        one.name: {} for one in table.schema_arrow if one.name == FIELD and is_struct(one.type)
    }
    if missing := [name for name in columns if name not in there and not stands_for(folded, name)]:
        raise InputError(
            _("this Parquet file lacks the columns {missing}; it has {columns}").format(
                missing=", ".join(missing), columns=", ".join(there)
            ),
            path=path,
            remedy=_("Every record needs: {columns}").format(columns=", ".join(columns)),
        )
    if twice := sorted({name for name in there if there.count(name) > 1}):
        raise InputError(
            _("this Parquet file has several columns of one name: {columns}").format(
                columns=", ".join(twice)
            ),
            path=path,
            remedy=_("Write it again"),
        )


def _grouping_values(table: ParquetFile, column: str, path: Path) -> Iterator[str]:
    """Yield for each row what it is grouped by."""
    from pyarrow import ArrowException

    try:
        for batch in table.iter_batches(columns=[column]):
            for value in batch.column(0).to_pylist():
                yield str(value or "")
    except (OSError, ArrowException, ValueError) as error:  # what is damaged inside has no number
        raise unreadable(path, error, _("a part of this Parquet file cannot be read")) from error


def _parquet(path: Path) -> ParquetFile:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise UsageError(
            _("reading Parquet needs pyarrow, which is not installed"),
            path=path,
            remedy=_("Install it: pip install 'transreview[corpus]'"),
        ) from error
    try:
        return ParquetFile(path, page_checksum_verification=True)
    except (OSError, ArrowException) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise reading_failed(path, error) from error
        raise unreadable(path, error, _("this is no Parquet file, or it is damaged")) from error


def _file_digest(path: Path) -> str:
    """Return a hash of a file: Parquet has no lines to hash one by one."""
    try:
        found = path.stat()
        return _digest_of(path, found.st_ino, found.st_size, found.st_mtime_ns)
    except OSError as error:
        raise reading_failed(path, error) from error


@functools.lru_cache(maxsize=256)  # one for each part would read a file as often as it has parts
def _digest_of(path: Path, _inode: int, _size: int, _changed: int) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
