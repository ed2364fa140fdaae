"""A part of a corpus: a run of records of one file, and what every kind of file asks of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.formats import translation_field
from transreview.i18n import _

_LANGUAGES = ("source_lang", "target_lang", "lang")
_TAG = re.compile(r"[A-Za-z]{1,8}(?:[-_.@][A-Za-z0-9]{1,8}){0,8}")
_LONGEST_TAG = 40
LONGEST_DOCUMENT = 20_000  # records of one document that are kept together

Record = dict[str, Any]


class ChangedError(InputError):
    """A file is no longer what was planned."""


def changed_meanwhile(path: Path) -> ChangedError:
    """Return the error of a file that is no longer what was planned."""
    return ChangedError(
        _("the file changed while it was worked on"),
        path=path,
        remedy=_("Run the command again; what is finished of the other parts is kept"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of records of one file.

    Attributes:
        path: The file.
        first: 1-based line (JSON Lines) or row (Parquet) of its first record.
        count: Lines or rows it spans.
        offset: Byte offset of its first line; 0 for Parquet.
        size: Bytes it spans; 0 for Parquet.
        digest: Hash of what it holds.
    """

    path: Path
    first: int
    count: int
    offset: int
    size: int
    digest: str


def batches(items: Iterable[Any], size: int, group_of: Callable[[Any], str]) -> Iterator[list[Any]]:
    """Cut a stream into runs of `size`, a run going on while its last group does.

    A group is cut only where it is longer than `LONGEST_DOCUMENT`, counted from its own beginning:
    so what is worked on together does not depend on `size`.
    """
    batch: list[Any] = []
    group, length = "", 0
    for item in items:
        own = group_of(item)
        goes_on = bool(own) and own == group and length % LONGEST_DOCUMENT != 0
        if len(batch) >= size and not goes_on:
            yield batch
            batch = []
        length = length + 1 if own and own == group else 1
        group = own
        batch.append(item)
    if batch:
        yield batch


def filled(record: Record, given: Mapping[str, str]) -> Record:
    """Return a record with what its file's folders say of it, where it does not say it itself."""
    lacking = {key: value for key, value in given.items() if record.get(key) is None}
    return record | lacking if lacking else record


def complete(record: Record, columns: Sequence[str], path: Path, number: int) -> None:
    """Raise when a record lacks one of the fields that are needed, or names a language by no text."""
    for key in _LANGUAGES:
        if record.get(key) is not None:
            _require_tag(text_of(record, key, path, number), path, number)
    for column in columns:
        if record.get(column) is None and not translation_field.stands_for(record, column):
            raise InputError(
                _("“{key}” is missing").format(key=column),
                path=path,
                line=number,
                remedy=_("Every record needs: {columns}").format(columns=", ".join(columns)),
            )


def _require_tag(code: str, path: Path, number: int) -> None:
    """Raise where a record names a language by what is the tag of none: files are looked for by its name."""
    if code and not _TAG.fullmatch(code):
        shown = code if len(code) <= _LONGEST_TAG else f"{code[:_LONGEST_TAG]}…"
        raise InputError(
            _("{code} is no language code").format(code=repr(shown)),
            path=path,
            line=number,
            remedy=_("Write it like zh, zh-Hant or ka; `transreview languages` lists them."),
        )


def text_of(record: Record, key: str, path: Path, number: int) -> str:
    """Return a text of a record.

    Args:
        record: It.
        key: The field.
        path: Its file, for messages.
        number: Its line or row there.

    Raises:
        InputError: There is none, or something else than a text.
    """
    text = record.get(key)
    if not isinstance(text, str):
        raise InputError(
            _("“{key}” is missing or no string").format(key=key),
            path=path,
            line=number,
            remedy=_('Each line holds one object: {"id": "1", "source": "…", "target": "…"}'),
        )
    return text
