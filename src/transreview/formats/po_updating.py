"""Writing changed translations into a catalog of somebody's: every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.lines import width
from transreview.formats.po_catalog import catalog_pair, parse_catalog
from transreview.formats.po_entry import PoEntry
from transreview.formats.po_strings import escape
from transreview.formats.reading import display_name
from transreview.i18n import _
from transreview.model.pair import Pair, PairChange

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MSGSTR = re.compile(r"[ \t]*msgstr(?:\[\s*\d+\s*\])?")
# What stands on a line before its msgstr: the mark of an obsolete message, or the whole source.
_HEAD = re.compile(r'(?:[^"]|"(?:\\.|[^"\\])*")*?(?=msgstr)|')
_STRING = re.compile(r'[ \t]*"')
_WIDTH = 79  # what gettext's tools wrap at


def update_po(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,  # noqa: ARG001 - a catalog has one pair
    target_language: str | None = None,  # noqa: ARG001
) -> bytes:
    """Return the bytes of a catalog with changed translations.

    A message that is confirmed loses its fuzzy flag and what it said before; one that is not
    confirmed gets the flag.

    Raises:
        InputError: The catalog cannot be read, or its encoding lacks a character of a change.
    """
    catalog = parse_catalog(data, path=path, encoding=encoding)
    codec, mark = catalog.encoding, b""
    if data.startswith(b"\xef\xbb\xbf"):
        codec, mark = "utf-8", data[:3]
    lines = _LINE.findall(data[len(mark) :].decode(codec))
    wraps = not any(line.startswith(('"', "msg")) and width(line.rstrip()) > 81 for line in lines)
    edits: list[tuple[int, int, list[str]]] = []
    for number, entry in enumerate(catalog.entries, start=1):
        pair = catalog_pair(entry, number)
        change = changes.get(pair.identity)
        if change is not None:
            edits += _edits(lines, entry, pair, change, wraps=wraps)
    for start, end, replacement in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        lines[start:end] = replacement
    text = "".join(lines)
    if changes and not text.isascii():  # what xgettext leaves open is settled by the first translation
        text = text.replace("charset=CHARSET", "charset=UTF-8", 1)
    try:
        return mark + text.encode(codec)
    except UnicodeEncodeError as error:
        raise InputError(
            _("{name}, the encoding of this file, lacks the character {character}").format(
                name=codec, character=text[error.start]
            ),
            path=display_name(path),
            remedy=_("Turn the catalog into UTF-8 first: msgconv -t UTF-8."),
        ) from error


def _edits(
    lines: list[str], entry: PoEntry, pair: Pair, change: PairChange, *, wraps: bool
) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (first line, line behind the last, new lines) of one message."""
    start = entry.target_line - 1
    newline = _newline(lines[entry.line - 1])
    forms = (
        pair.target if change.target is None else change.target,
        *(pair.plurals if change.plurals is None else change.plurals),
    )
    if forms != pair.forms:
        end = _end(lines, start)
        names = [f"msgstr[{index}]" for index in range(len(forms))] if entry.plurals else ["msgstr"]
        written = [
            line + newline
            for name, form in zip(names, forms, strict=True)
            for line in _message(name, form, wraps=wraps)
        ]
        if not lines[end - 1].endswith(("\n", "\r")):  # the file's last line had no end
            written[-1] = written[-1].rstrip("\r\n")
        head = _HEAD.match(lines[start])[0]  # type: ignore[index]  # it matches whatever stands there
        yield start, end, [head + written[0], *written[1:]] if head.strip() else written
    if change.status is None or not any(forms):
        return
    fuzzy = not change.status.is_done or bool(change.needs_work)
    if fuzzy != entry.fuzzy:
        yield from _flag_edits(lines, entry, fuzzy=fuzzy, newline=newline)


def _flag_edits(
    lines: list[str], entry: PoEntry, *, fuzzy: bool, newline: str
) -> Iterator[tuple[int, int, list[str]]]:
    """Yield what sets or clears the fuzzy flag in the comments above a message."""
    first = entry.line - 1
    above = first
    while above > 0 and lines[above - 1].lstrip().startswith("#") and not lines[above - 1].startswith("#~"):
        above -= 1
    flagged = [at for at in range(above, first) if lines[at].startswith("#,")]
    if fuzzy:
        if flagged:
            others = lines[flagged[0]][2:].strip()
            yield flagged[0], flagged[0] + 1, [f"#, fuzzy, {others}{newline}"]
        else:
            place = next((at for at in range(above, first) if lines[at].startswith("#|")), first)
            yield place, place, [f"#, fuzzy{newline}"]
        return
    for at in flagged:
        flags = [flag.strip() for flag in lines[at][2:].split(",")]
        if "fuzzy" in flags:
            kept = [flag for flag in flags if flag and flag != "fuzzy"]
            yield at, at + 1, [f"#, {', '.join(kept)}{newline}"] if kept else []
    for at in range(above, first):
        if lines[at].startswith("#|"):
            yield at, at + 1, []


def _end(lines: list[str], start: int) -> int:
    """Return the index behind the last line of the translations that begin on a line."""
    end = start + 1
    while end < len(lines) and (_STRING.match(lines[end]) or _MSGSTR.match(lines[end])):
        end += 1
    return end


def _message(keyword: str, text: str, *, wraps: bool) -> list[str]:
    """Return a translation as lines of a catalog, wrapped the way gettext does where the file is."""
    single = f'{keyword} "{escape(text)}"'
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) <= 1 and (not wraps or width(single) <= _WIDTH):
        return [single]
    pieces = [piece for part in parts for piece in (_wrapped(part) if wraps else [part])]
    return [f'{keyword} ""', *(f'"{escape(piece)}"' for piece in pieces)]


def _wrapped(text: str) -> Iterator[str]:
    """Yield a line of a text in pieces that fit between quotes, broken behind blanks."""
    line, taken = "", 0
    for word in re.findall(r"\s*\S+\s*", text) or [text]:
        if line and taken + width(escape(word)) > _WIDTH - 2:
            yield line
            line, taken = "", 0
        line += word
        taken += width(escape(word))
    if line:
        yield line


def _newline(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :] or "\n"
