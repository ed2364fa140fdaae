"""Pairs of source and translation read from a bilingual file or from JSON Lines, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.plural_rule import PluralRule
from transreview.formats.reading import STDIN, display_name, reading_failed
from transreview.formats.translation_field import unfolded
from transreview.i18n import _
from transreview.languages.header_names import said_language
from transreview.model.pair import Pair, PairFile
from transreview.workflow.quality.catalog_facts import facts_of

_JSON_LINES = (".jsonl", ".ndjson", ".jsonlines")

Warn = Callable[[str, str], None]
"""Told the name of a file and a sentence about what is odd in it or was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPair:
    """A pair with where it stands and what it is in.

    Attributes:
        path: The file, as messages name it.
        pair: Its texts, and what the file says of them.
        document: Document that the pair belongs to; empty for a text of its own.
        source_language: Tag, empty where the file does not say.
        target_language: Tag, empty where the file does not say.
        rule: What the header of its gettext catalog says of plural forms; None where it is of no catalog.
    """

    path: str
    pair: Pair
    document: str = ""
    source_language: str = ""
    target_language: str = ""
    rule: PluralRule | None = None

    @property
    def line(self) -> int:
        """1-based line of the file, 0 where it is not known."""
        return self.pair.line

    @property
    def id(self) -> str:
        """Its name in the file, or its number."""
        return self.pair.id

    @property
    def source(self) -> str:
        """Source text."""
        return self.pair.source

    @property
    def target(self) -> str:
        """Translation."""
        return self.pair.target


def read_pairs(
    path: Path,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
    warn: Warn = lambda _path, _warning: None,
    about: Callable[[PairFile], None] = lambda _file: None,
) -> Iterator[TextPair]:
    """Yield the pairs of a file, in its order.

    Args:
        path: JSON Lines (also "-" for standard input), or whatever `formats` reads as bilingual.
        encoding: Encoding of the file where it cannot be told.
        source_language: The language to take as the source, where the file has several.
        target_language: The language to take as the translation, where the file has several.
        warn: Told what is odd about the file or was left out.
        about: Given what was read of a bilingual file, before the first pair.

    Raises:
        InputError: The file cannot be read as what its name says.
    """
    if str(path) == STDIN or path.suffix.lower() in _JSON_LINES:
        yield from _json_lines(path, source_language, target_language)
        return
    from transreview.formats.readers import read_bilingual

    file = read_bilingual(
        path, encoding=encoding, source_language=source_language, target_language=target_language
    )
    about(file)
    for warning in file.warnings:
        warn(display_name(path), warning)
    facts = facts_of(file, path.name)
    rule = None if facts is None else facts.rule
    for number, pair in enumerate(file.pairs, 1):
        yield TextPair(
            path=display_name(path),
            pair=pair if pair.id else replace(pair, id=str(number)),
            document=display_name(path),
            source_language=file.source_language,
            target_language=file.target_language,
            rule=rule,
        )


def _json_lines(path: Path, source_language: str | None, target_language: str | None) -> Iterator[TextPair]:
    name = display_name(path)
    languages = (source_language, target_language)
    if str(path) == STDIN:
        yield from _records(sys.stdin.buffer, name, languages)
        return
    try:
        with path.open("rb") as stream:
            yield from _records(stream, name, languages, waits=True)
    except (OSError, ValueError) as error:
        raise reading_failed(path, error) from error


def _records(
    lines: Iterable[bytes], name: str, languages: tuple[str | None, str | None], *, waits: bool = False
) -> Iterator[TextPair]:
    """Yield the pairs of lines; in a file (`waits`) one without a translation is to be translated."""
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
        if isinstance(record, dict):
            record = unfolded(record, (name, number), *languages)
            if waits and record.get("target") is None:
                record["target"] = ""
        yield pair_of(record, name, number)


def pair_of(record: object, name: str, number: int) -> TextPair:
    """Return a record of JSON Lines as a pair.

    Args:
        record: {"id", "source", "target", "document", "source_lang", "target_lang"}.
        name: Its file, for messages.
        number: Its line there.

    Raises:
        InputError: It is no object, or lacks a text.
    """
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
        pair=Pair(
            id=str(record.get("id", number)),
            source=texts["source"],
            target=texts["target"],
            line=number,
            target_line=number,
            context=str(record.get("context") or ""),
        ),
        document=str(record.get("document") or ""),
        source_language=said_language(str(record.get("source_lang") or "")),
        target_language=said_language(str(record.get("target_lang") or "")),
    )
