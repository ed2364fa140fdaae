"""JSON Lines of translations: one object a line, with source and translation."""

from __future__ import annotations

import re
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.bilingual import BilingualFile, BilingualUnit
from transreview.formats.encoding import decode
from transreview.formats.json_reading import loads
from transreview.formats.lines import LINE_END
from transreview.formats.reading import display_name
from transreview.i18n import _

# JSON can name halves of surrogate pairs and NUL; no text file can carry them.
_IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")

_SOURCES = ("source", "src")
_TARGETS = ("target", "mt", "tgt", "translation", "hyp")


def read_jsonl(data: bytes, path: Path | str, *, encoding: str | None = None) -> BilingualFile:
    """Return the texts of a JSON Lines file.

    Each line holds an object with "source" (or "src") and "target" ("mt", "tgt", "translation"),
    and where wanted "id", "source_lang", "target_lang".

    Raises:
        InputError: A line is no such object, is cut off, or repeats an id; with the line.
    """
    decoded = decode(data, encoding, path=path)
    units: list[BilingualUnit] = []
    lines: dict[str, int] = {}
    languages = ("", "")
    for number, line in enumerate(LINE_END.split(decoded.text), start=1):
        if not line.strip():
            continue
        record = _record(line, path, number)
        unit = _unit(record, path, number)
        first = lines.setdefault(unit.id, number)
        if first != number:
            raise _wrong(
                _("the id {id} is there twice (lines {first} and {second})").format(
                    id=unit.id, first=first, second=number
                ),
                path,
                number,
            )
        units.append(unit)
        if languages == ("", ""):
            languages = (str(record.get("source_lang") or ""), str(record.get("target_lang") or ""))
    return BilingualFile("JSON Lines", tuple(units), *languages, encoding=decoded.encoding)


def _record(line: str, path: Path | str, number: int) -> dict[str, object]:
    try:
        record = loads(line)
    except ValueError as error:
        raise _wrong(_("this line is not JSON: {reason}").format(reason=error), path, number) from error
    if not isinstance(record, dict):
        raise _wrong(_("this line is no JSON object"), path, number)
    return record


def _unit(record: dict[str, object], path: Path | str, number: int) -> BilingualUnit:
    source = next((record[key] for key in _SOURCES if key in record), None)
    target = next((record[key] for key in _TARGETS if key in record), None)
    if not isinstance(source, str) or not isinstance(target, str):
        missing = "source" if not isinstance(source, str) else "target"
        raise _wrong(_("this object has no text “{key}”").format(key=missing), path, number)
    for text in (source, target):
        found = _IMPOSSIBLE.search(text)
        if found:
            raise _wrong(
                _("a text holds U+{code:04X}, which is no character").format(code=ord(found[0])), path, number
            )
    return BilingualUnit(str(record.get("id", number)), source, target, number)


def _wrong(message: str, path: Path | str, number: int) -> InputError:
    remedy = _('Each line holds one object: {"id": "1", "source": "…", "target": "…"}')
    return InputError(message, path=display_name(path), line=number, remedy=remedy)
