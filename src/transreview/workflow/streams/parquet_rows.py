"""Rows of a Parquet file in their order, read in batches, as plain data."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError
from transreview.i18n import _
from transreview.workflow.streams.part import Part, Record

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch
    from pyarrow.parquet import ParquetFile

_BATCH = 1_000  # rows in memory: a row group may hold millions


class Rows:
    """A place in a file, from which it is read on.

    Args:
        table: The open file.
        path: Its name, for messages.
        start: 0-based row to begin at.
    """

    def __init__(self, table: ParquetFile, path: Path, start: int) -> None:
        self._table = table
        self._path = path
        counts = [table.metadata.row_group(group).num_rows for group in range(table.num_row_groups)]
        self._next = 0  # row that comes next
        group = 0
        while group < len(counts) and self._next + counts[group] <= start:
            self._next += counts[group]
            group += 1
        self._ends = [sum(counts[: at + 1]) for at in range(len(counts))]
        self._batches = table.iter_batches(_BATCH, row_groups=list(range(group, len(counts))))
        self._rest: RecordBatch | None = None

    def reaches(self, part: Part) -> bool:
        """Whether a part lies further on."""
        return self._next < part.first

    def of(self, part: Part) -> Iterator[tuple[int, Record]]:
        """Yield the records of a part with their 1-based rows, without the fields that are null.

        Raises:
            InputError: They cannot be read.
        """
        start, stop = part.first - 1, part.first - 1 + part.count
        while self._next < stop:
            batch = self._rest if self._rest is not None else self._read()
            here = batch.slice(0, min(batch.num_rows, (start if self._next < start else stop) - self._next))
            self._rest = batch.slice(here.num_rows) if here.num_rows < batch.num_rows else None
            first, self._next = self._next, self._next + here.num_rows
            if first < start:
                continue
            for number, row in enumerate(self._values(here, first), first + 1):
                yield number, {key: plain(value) for key, value in row.items() if value is not None}

    def _read(self) -> RecordBatch:
        from pyarrow import ArrowException

        try:
            return next(self._batches)
        except (OSError, ArrowException, StopIteration) as error:  # an OSError without a number
            group = next((at for at, end in enumerate(self._ends, 1) if self._next < end), len(self._ends))
            what = _("row group {number} of this Parquet file cannot be read").format(number=group)
            raise unreadable(self._path, error, what) from error

    def _values(self, batch: RecordBatch, first: int) -> list[dict[str, Any]]:
        try:
            return _pylist(batch)
        except UnicodeDecodeError as error:
            if batch.num_rows > 1:
                return [
                    row
                    for at in range(batch.num_rows)
                    for row in self._values(batch.slice(at, 1), first + at)
                ]
            raise InputError(
                _("not UTF-8"), path=self._path, line=first + 1, remedy=_("Convert it to UTF-8")
            ) from error


def unreadable(path: Path, error: Exception, what: str) -> InputError:
    """Return what to raise of a file, or a part of it, that cannot be read; that it is encrypted, if it is.

    Args:
        path: The file.
        error: What the reader raised.
        what: What cannot be read, where it is damaged.
    """
    if "crypt" in str(error):  # neither an error nor a field of the file's says it otherwise
        what, remedy = (
            _("this Parquet file is encrypted, or a column of it"),
            _("Write it without encryption"),
        )
    else:
        remedy = _("Write it again")
    return InputError(what, path=path, remedy=remedy)


def _pylist(batch: RecordBatch) -> list[dict[str, Any]]:
    """Return rows as Python's values; dates and decimals as they are written, which all of them can be."""
    columns = []
    for column in batch.columns:
        kind = _writable(column.type)
        columns.append((column if kind == column.type else column.cast(kind)).to_pylist())
    return [dict(zip(batch.schema.names, row, strict=True)) for row in zip(*columns, strict=True)]


def _writable(kind: DataType) -> DataType:
    """Return a type with all dates and decimals in it, however deep, as texts, and durations as numbers."""
    import pyarrow as pa

    if pa.types.is_duration(kind):
        return pa.int64()
    if (pa.types.is_temporal(kind) and not pa.types.is_interval(kind)) or pa.types.is_decimal(kind):
        return pa.string()
    if pa.types.is_struct(kind):
        inside = [kind.field(at) for at in range(kind.num_fields)]
        return pa.struct([one.with_type(_writable(one.type)) for one in inside])
    if pa.types.is_fixed_size_list(kind):
        return pa.list_(kind.value_field.with_type(_writable(kind.value_type)), kind.list_size)
    if pa.types.is_list(kind):
        return pa.list_(kind.value_field.with_type(_writable(kind.value_type)))
    if pa.types.is_large_list(kind):
        return pa.large_list(kind.value_field.with_type(_writable(kind.value_type)))
    if pa.types.is_map(kind):
        return pa.map_(_writable(kind.key_type), _writable(kind.item_type))
    if pa.types.is_dictionary(kind) and (inner := _writable(kind.value_type)) != kind.value_type:
        return inner
    return kind


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a table can hold
    """Return a value as JSON can carry it.

    Bytes that are UTF-8 are text, others base64; a number that is none is null; what else JSON has no
    form for is written out.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return str(value)
