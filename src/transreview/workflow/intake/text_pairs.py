"""Pairs of source and translation read from a bilingual file or from JSON Lines, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.reading import STDIN, display_name, reading_failed
from transreview.i18n import _

_JSON_LINES = (".jsonl", ".ndjson", ".jsonlines")


@dataclass(frozen=True, slots=True)
class TextPair:
    """A source text and its translation, with where they stand.

    Attributes:
        path: The file, as messages name it.
        line: 1-based line, 0 where it is not known.
        document: Document that the pair belongs to; empty for a text of its own.
        id: Its name.
        source: Source text.
        target: Translation.
        source_language: Tag, empty where the file does not say.
        target_language: Tag, empty where the file does not say.
    """

    path: str
    line: int
    document: str
    id: str
    source: str
    target: str
    source_language: str = ""
    target_language: str = ""


def read_pairs(path: Path, *, encoding: str | None = None) -> Iterator[TextPair]:
    """Yield the pairs of a file, in its order.

    Args:
        path: JSON Lines (also "-" for standard input), or whatever `formats` reads as bilingual.
        encoding: Encoding of the file where it cannot be told.

    Raises:
        InputError: The file cannot be read as what its name says.
    """
    if str(path) == STDIN or path.suffix.lower() in _JSON_LINES:
        yield from _json_lines(path)
        return
    from transreview.formats.bilingual import read_bilingual

    document = read_bilingual(path, encoding=encoding)
    for number, unit in enumerate(document.units, 1):
        yield TextPair(
            display_name(path),
            unit.line,
            display_name(path),
            unit.id or str(number),
            unit.source,
            unit.target,
            document.source_language,
            document.target_language,
        )


def _json_lines(path: Path) -> Iterator[TextPair]:
    name = display_name(path)
    if str(path) == STDIN:
        yield from _records(sys.stdin.buffer, name)
        return
    try:
        with path.open("rb") as stream:
            yield from _records(stream, name)
    except (OSError, ValueError) as error:
        raise reading_failed(path, error) from error


def _records(lines: Iterable[bytes], name: str) -> Iterator[TextPair]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError as error:
            raise InputError(
                _("not UTF-8"), path=name, line=number, byte=error.start, remedy=_("Convert it to UTF-8")
            ) from error
        except ValueError as error:
            raise InputError(
                _("not JSON: {reason}").format(reason=error),
                path=name,
                line=number,
                remedy=_('Each line holds one object: {"id": "1", "source": "…", "target": "…"}'),
            ) from error
        yield _pair(record, name, number)


def _pair(record: object, name: str, number: int) -> TextPair:
    if not isinstance(record, Mapping):
        raise InputError(
            _("not a JSON object"),
            path=name,
            line=number,
            remedy=_('Each line holds one object: {"id": "1", "source": "…", "target": "…"}'),
        )
    texts = {}
    for key in ("source", "target"):
        if not isinstance(record.get(key), str):
            raise InputError(
                _("“{key}” is missing or no string").format(key=key),
                path=name,
                line=number,
                remedy=_('Each line holds one object: {"id": "1", "source": "…", "target": "…"}'),
            )
        texts[key] = record[key]
    return TextPair(
        path=name,
        line=number,
        document=str(record.get("document") or ""),
        id=str(record.get("id", number)),
        source=texts["source"],
        target=texts["target"],
        source_language=str(record.get("source_lang") or ""),
        target_language=str(record.get("target_lang") or ""),
    )
