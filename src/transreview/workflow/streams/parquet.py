"""Parts of Parquet files: runs of rows, read a row group at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.formats.reading import reading_failed
from transreview.i18n import _
from transreview.workflow.streams.part import Part, Record, batches, changed_meanwhile, complete

if TYPE_CHECKING:
    from pyarrow import Table
    from pyarrow.parquet import ParquetFile


def plan_rows(path: Path, part_size: int, grouped: str) -> Iterator[Part]:
    """Cut a Parquet file into parts; arguments and errors as for `corpus.plan`."""
    with _parquet(path) as table:
        columns = [grouped] if grouped in table.schema_arrow.names else []
        digest = _file_digest(path)
        first = 1
        for batch in batches(_grouping_values(table, columns, path), part_size, str):
            yield Part(path=path, first=first, count=len(batch), offset=0, size=0, digest=digest)
            first += len(batch)


def row_records(part: Part, columns: Sequence[str]) -> Iterator[tuple[int, Record]]:
    """Yield the records of a part with their rows; arguments and errors as for `corpus.records`."""
    if _file_digest(part.path) != part.digest:
        raise changed_meanwhile(part.path)
    with _parquet(part.path) as table:
        missing = [name for name in columns if name not in table.schema_arrow.names]
        if missing:
            raise InputError(
                _("this Parquet file lacks the columns {missing}; it has {columns}").format(
                    missing=", ".join(missing), columns=", ".join(table.schema_arrow.names)
                ),
                path=part.path,
                remedy=_("Every record needs: {columns}").format(columns=", ".join(columns)),
            )
        start, stop = part.first - 1, part.first - 1 + part.count
        seen = 0
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            if seen + rows > start and seen < stop:
                inside = _row_group(table, group, part.path).slice(
                    max(0, start - seen), stop - max(start, seen)
                )
                for number, row in enumerate(inside.to_pylist(), max(start, seen) + 1):
                    record = {key: value for key, value in row.items() if value is not None}
                    complete(record, columns, part.path, number)
                    yield number, record
            seen += rows


def _grouping_values(table: ParquetFile, columns: list[str], path: Path) -> Iterator[str]:
    """Yield for each row what it is grouped by, "" where the file has no such column."""
    from pyarrow import ArrowException

    try:
        for batch in table.iter_batches(columns=columns or table.schema_arrow.names[:1]):
            for value in batch.column(0).to_pylist():
                yield str(value or "") if columns else ""
    except (OSError, ArrowException) as error:  # what is damaged inside is an OSError without a number
        raise _unreadable_part(path) from error


def _row_group(table: ParquetFile, group: int, path: Path) -> Table:
    from pyarrow import ArrowException

    try:
        return table.read_row_group(group)
    except (OSError, ArrowException) as error:
        raise _unreadable_part(path, group + 1) from error


def _unreadable_part(path: Path, group: int = 0) -> InputError:
    remedy = _("Write it again")
    if not group:
        return InputError(_("a part of this Parquet file cannot be read"), path=path, remedy=remedy)
    what = _("row group {number} of this Parquet file cannot be read").format(number=group)
    return InputError(what, path=path, remedy=remedy)


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
        return ParquetFile(path)
    except OSError as error:
        raise reading_failed(path, error) from error
    except ArrowException as error:
        raise InputError(
            _("this is no Parquet file, or it is damaged"), path=path, remedy=_("Write it again")
        ) from error


def _file_digest(path: Path) -> str:
    """Return a hash of a file: Parquet has no lines to hash one by one."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError as error:
        raise reading_failed(path, error) from error
