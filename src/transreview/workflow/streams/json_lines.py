"""Parts of JSON Lines files: found by their bytes, proved by a hash of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.reading import reading_failed
from transreview.i18n import _
from transreview.workflow.streams.part import Part, Record, batches, changed_meanwhile, complete, filled
from transreview.workflow.streams.partitions import partition_fields


def line_count(path: Path) -> int:
    """Return how many lines a file has.

    Raises:
        InputError: It cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b""))
    except OSError as error:
        raise reading_failed(path, error) from error


_CHUNK = 1 << 20


def plan_lines(path: Path, part_size: int, grouped: str) -> Iterator[Part]:
    """Cut a file of JSON Lines into parts; arguments and errors as for `corpus.plan`."""
    try:
        with path.open("rb") as stream:
            numbered = enumerate(stream, 1)
            offset = 0
            whole = partition_fields(path).get(grouped, "")
            for batch in batches(numbered, part_size, lambda one: _group_of_line(one[1], grouped) or whole):
                digest = hashlib.blake2b(digest_size=16)
                size = 0
                for _number, line in batch:
                    digest.update(line)
                    size += len(line)
                yield Part(
                    path=path,
                    first=batch[0][0],
                    count=len(batch),
                    offset=offset,
                    size=size,
                    digest=digest.hexdigest(),
                )
                offset += size
    except OSError as error:
        raise reading_failed(path, error) from error


def _group_of_line(line: bytes, field: str) -> str:
    """Return what keeps a line with its neighbours; a line that is no record fails when it is worked on."""
    if not field or field.encode() not in line:
        return ""
    try:
        record = loads(line.decode("utf-8-sig"))
    except ValueError:
        return ""
    return str(record.get(field) or "") if isinstance(record, Mapping) else ""


def line_records(part: Part, columns: Sequence[str]) -> Iterator[tuple[int, Record]]:
    """Yield the records of a part with their lines; arguments and errors as for `corpus.records`."""
    given = partition_fields(part.path)
    for number, line in enumerate(_bytes(part).split(b"\n"), part.first):
        if line.strip():
            record = filled(_record(line, part.path, number), given)
            complete(record, columns, part.path, number)
            yield number, record


def _bytes(part: Part) -> bytes:
    """Return the bytes of a part, proved to be those that were planned."""
    try:
        with part.path.open("rb") as stream:
            stream.seek(part.offset)
            data = stream.read(part.size)
    except OSError as error:
        raise reading_failed(part.path, error) from error
    if hashlib.blake2b(data, digest_size=16).hexdigest() != part.digest:
        raise changed_meanwhile(part.path)
    return data.removeprefix(b"\xef\xbb\xbf") if part.first == 1 else data


def _record(line: bytes, path: Path, number: int) -> Record:
    form = _('Each line holds one object: {"id": "1", "source": "…", "target": "…"}')
    try:
        record = loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"), path=path, line=number, byte=error.start, remedy=_("Convert it to UTF-8")
        ) from error
    except ValueError as error:
        raise InputError(
            _("not JSON: {reason}").format(reason=error), path=path, line=number, remedy=form
        ) from error
    if not isinstance(record, dict):
        raise InputError(_("not a JSON object"), path=path, line=number, remedy=form)
    return record
