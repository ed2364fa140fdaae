"""Java's .properties: texts by their keys, in UTF-8 or in ISO-8859-1 with escapes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.chinese_encodings import chinese_encoding
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded, decode
from transreview.formats.keyed_values import has_half, in_escapes, is_text, joined_surrogates, repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import LINE_END, newline_of
from transreview.formats.outer_blanks import outer_blanks
from transreview.formats.placing import Placed, path_name, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.i18n import _

# A line goes on where a backslash stands at its end; one that is escaped itself is text.
_LINE = re.compile(r"[^\\\r\n]*+(?:\\(?:\r\n|[\s\S]|\Z)[^\\\r\n]*+)*")
_REMARK = re.compile(r"[#!][^\r\n]*")
_GOES_ON = re.compile(r"\\(\r\n|\r|\n)([ \t\f]*)")
_KEY = re.compile(r"[^\\=: \t\f\r\n]*+(?:\\(?:\r\n|[\s\S])[^\\=: \t\f\r\n]*+)*")
_APART = re.compile(r"(?:[ \t\f]|\\(?:\r\n|\r|\n)[ \t\f]*)*")
_ESCAPE = re.compile(r"\\(?:(?:\r\n|\r|\n)[ \t\f]*|u([0-9A-Fa-f]{4})|(.)|\Z)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_NO_NUMBER = re.compile(r"(?<!\\)(?:\\\\)*\\u(?![0-9A-Fa-f]{4})")
_BROKEN_BEHIND_FEED = re.compile(r"\\n\\(\r\n|\r|\n)([ \t\f]*)")
_CONTROL = re.compile("[\x80-\x9f]")
_LATIN = "iso8859-1"


def read_properties(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:
    r"""Return the texts of a file of properties.

    A file that is no UTF-8 is in ISO-8859-1, as Java reads it, unless that gives no text. What is written
    into a file of ASCII or ISO-8859-1 has `\u10d0` for a letter beyond ASCII, which every Java reads.

    Raises:
        InputError: Its encoding cannot be told, or a `\u` has no number; with the line.
    """
    decoded = _decoded(data, path, encoding)
    syntax = "properties-escaped" if decoded.encoding == _LATIN or decoded.text.isascii() else ""
    source = decoded.text
    starts = [0, *(match.end() for match in LINE_END.finditer(source))]
    places: list[Placed] = []
    keys: list[tuple[str, int]] = []
    left: Counter[Left] = Counter()
    for start, value, end in _entries(source, left):
        name = shown_property(_KEY.match(source, start, end)[0])  # type: ignore[index]
        line, raw = bisect_right(starts, start), source[value:end]
        text = shown_property(raw)
        if _NO_NUMBER.search(raw) or has_half(text) or has_half(name):
            raise InputError(
                _("\\u stands without the four figures of a character"),
                path=display_name(path),
                line=line,
                remedy=_("Write them, or two backslashes for one that is text."),
            )
        keys.append((name, line))
        if is_text(text):
            places.append(
                Placed(start=value, end=end, text=text.strip(), name=path_name([name]), syntax=syntax)
            )
        else:
            left[Left.VALUE] += 1
    if not places:
        raise no_text(path)
    units, layout = units_and_layout(source, places, "properties")
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys(keys),
        left={kind: count for kind, count in left.items() if count},
    )


def _decoded(data: bytes, path: Path | str, encoding: str | None) -> Decoded:
    if encoding is None and b"\0" not in data:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode(_LATIN)
            if chinese_encoding(data) is None and not _CONTROL.search(text):
                return Decoded(text, _LATIN)
    return decode(data, encoding, path=path)


def _entries(source: str, left: Counter[Left]) -> Iterator[tuple[int, int, int]]:
    """Yield for each entry where its key begins, and where its value begins and ends."""
    at = 0
    while at < len(source):
        if source[at] in " \t\f\r\n":
            at += 1
            continue
        if remark := _REMARK.match(source, at):
            left[Left.COMMENT] += 1
            at = remark.end()
            continue
        end = _LINE.match(source, at).end()  # type: ignore[union-attr]
        value = _after(source, _KEY.match(source, at, end).end(), end)  # type: ignore[union-attr]
        yield at, value, end
        at = max(end, at + 1)


def _after(source: str, at: int, end: int) -> int:
    """Return where the value begins behind a key: blanks, one sign at most, blanks."""
    at = _APART.match(source, at, end).end()  # type: ignore[union-attr]
    if at < end and source[at] in "=:":
        at = _APART.match(source, at + 1, end).end()  # type: ignore[union-attr]
    return at


def shown_property(raw: str) -> str:
    """Return what a key or a value says: its escapes read, its lines joined."""
    return joined_surrogates(_ESCAPE.sub(_character, raw)) if "\\" in raw else raw


def _character(match: re.Match[str]) -> str:
    sign = match[2] or ""
    return chr(int(match[1], 16)) if match[1] else _ESCAPES.get(sign, sign)


def refill_properties(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001
    """Return a value with another text in it, its outer blanks and way of escaping kept."""
    whole = shown_property(raw)
    start, end = outer_blanks(whole)
    written = (start + new + end).replace("\\", "\\\\")
    for letter, sign in _ESCAPES.items():
        if sign != "\t" or "\t" not in raw:
            written = written.replace(sign, f"\\{letter}")
    for sign in "=:#!'\"":  # as the author has them
        if f"\\{sign}" in raw and raw.count(sign) == raw.count(f"\\{sign}"):
            written = written.replace(sign, f"\\{sign}")
    if raw.isascii() and not whole.isascii():
        written = in_escapes(written, "\\u")
    if (broken := _BROKEN_BEHIND_FEED.search(raw)) and len(_GOES_ON.findall(raw)) == raw.count(broken[0]):
        written = re.sub(r"(?<!\\)((?:\\\\)*)\\n(?! |\Z)", lambda match: f"{match[1]}{broken[0]}", written)
    return f"\\{written}" if written.startswith((" ", "\t", "=", ":")) else written


def refill_escaped(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return a value of a file that is not in UTF-8; the rest as for `refill_properties`."""
    return in_escapes(refill_properties(raw, old, new, lost), "\\u")
