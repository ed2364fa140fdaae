"""Apple's Localizable.strings: texts by their keys, between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.keyed_values import has_half, in_escapes, is_text, joined_surrogates, repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import LINE_END, newline_of
from transreview.formats.outer_blanks import outer_blanks
from transreview.formats.placing import Placed, path_name, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.i18n import _

_BLANK = re.compile(r"\s+|//[^\r\n]*|(?P<remark>/\*)")
_QUOTED = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*)"|' r"'([^'\\]*+(?:\\.[^'\\]*+)*)'", re.DOTALL)
_BARE = re.compile(r"[\w.$:/-]+")
_ESCAPE = re.compile(r"\\(?:[Uu]([0-9A-Fa-f]{4})|([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_SYNTAX = {'"': "strings", "'": "strings'", "": "strings-bare"}


@dataclass(frozen=True, slots=True)
class _String:
    """A string of the file: its place inside its quotation marks, which mark that is, where it ends."""

    start: int
    end: int
    quote: str
    after: int


def read_strings(decoded: Decoded, path: Path | str) -> Document:
    """Return the texts of a file of strings; one that is a property list in XML is read as such.

    Raises:
        InputError: A string or comment never ends, or a sign is missing; with its line.
    """
    source = decoded.text
    if source.lstrip().startswith("<"):
        from transreview.formats.stringsdict import read_stringsdict

        return read_stringsdict(decoded, path, form="strings")
    scan = _Scan(source, path)
    places: list[Placed] = []
    keys: list[tuple[str, int]] = []
    left: Counter[Left] = Counter()
    for key, value in scan.entries():
        name = scan.text(key)
        keys.append((name, scan.line(key.start)))
        text = scan.text(value) if value else ""
        if value is None or not is_text(text):
            left[Left.VALUE] += 1
            continue
        syntax = _SYNTAX[value.quote] if value.quote != '"' else ""
        places.append(
            Placed(start=value.start, end=value.end, text=text.strip(), name=path_name([name]), syntax=syntax)
        )
    if not places:
        raise no_text(path)
    left[Left.COMMENT] += scan.remarks
    units, layout = units_and_layout(source, places, "strings")
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys(keys),
        left={kind: count for kind, count in left.items() if count},
    )


class _Scan:
    """Reads one entry after another."""

    def __init__(self, source: str, path: Path | str) -> None:
        self.source = source
        self.path = path
        self.starts = [0, *(match.end() for match in LINE_END.finditer(source))]
        self.remarks = 0

    def entries(self) -> Iterator[tuple[_String, _String | None]]:
        """Yield keys with their values; None where a key stands alone, which is its own value."""
        at = self._next(0)
        while at < len(self.source):
            key = self._string(at)
            at = self._next(key.after)
            value = None
            if self.source.startswith("=", at):
                value = self._string(self._next(at + 1))
                at = self._next(value.after)
            if not self.source.startswith(";", at):
                raise self._unended(value or key, at)
            yield key, value
            at = self._next(at + 1)

    def text(self, string: _String) -> str:
        """Return what a string says."""
        text = shown_string(self.source[string.start : string.end])
        if has_half(text):
            raise self._refused(_("a \\U escape is half of a character"), string.start, _("Mend it there."))
        return text

    def line(self, at: int) -> int:
        """Return the 1-based line of a place."""
        return bisect_right(self.starts, at)

    def _next(self, at: int) -> int:
        """Return where what follows begins, blanks and comments left out."""
        while match := _BLANK.match(self.source, at):
            at = match.end()
            if match["remark"]:
                end = self.source.find("*/", at)
                if end < 0:
                    raise self._refused(
                        _("this comment never ends"), match.start(), _("Write */ where it should.")
                    )
                at = end + 2
            self.remarks += not match[0].isspace()
        return at

    def _string(self, at: int) -> _String:
        if match := _QUOTED.match(self.source, at):
            return _String(at + 1, match.end() - 1, self.source[at], match.end())
        if self.source.startswith(('"', "'"), at):
            raise self._refused(
                _("this string never ends"),
                at,
                _('Write a quotation mark at its end; marks inside it are written \\".'),
            )
        if match := _BARE.match(self.source, at):
            return _String(at, match.end(), "", match.end())
        raise self._refused(
            _("a string is missing here"), at, _('An entry is written "key" = "text"; with a semicolon.')
        )

    def _unended(self, last: _String, at: int) -> InputError:
        return self._refused(
            _("a semicolon is missing behind the string of line {line}").format(line=self.line(last.start)),
            at,
            _("Write it there; or a quotation mark in the text lacks its backslash, or an end its mark."),
        )

    def _refused(self, what: str, at: int, remedy: str) -> InputError:
        return InputError(what, path=display_name(self.path), line=self.line(at), remedy=remedy)


def shown_string(raw: str) -> str:
    """Return what the inside of a string says: its escapes read, its line ends as line feeds."""
    text = _ESCAPE.sub(_character, raw) if "\\" in raw else raw
    return joined_surrogates(LINE_END.sub("\n", text))


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return chr(int(match[2], 8)) if match[2] else _ESCAPES.get(match[3], match[3])


def refill_strings(raw: str, old: str, new: str, lost: list[str], quote: str = '"') -> str:  # noqa: ARG001
    """Return the inside of a string with another text in it, its outer blanks and way of escaping kept.

    Args:
        raw: Its characters as they were.
        old: What was read of them.
        new: The text now.
        lost: Takes nothing here.
        quote: The mark that the string stands in.
    """
    whole = shown_string(raw)
    start, end = outer_blanks(whole)
    written = (start + new + end).replace("\\", "\\\\").replace(quote, f"\\{quote}").replace("\r", "\\r")
    other = "'" if quote == '"' else '"'
    if f"\\{other}" in raw and raw.count(other) == raw.count(f"\\{other}"):
        written = written.replace(other, f"\\{other}")
    ends = LINE_END.findall(raw)
    written = written.replace("\n", ends[0] if ends and "\\n" not in raw else "\\n")
    if "\t" not in raw:
        written = written.replace("\t", "\\t")
    if raw.isascii() and not whole.isascii():
        written = in_escapes(written, "\\U")
    return written


def refill_single(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return the inside of a string in single quotation marks; the rest as for `refill_strings`."""
    return refill_strings(raw, old, new, lost, "'")


def refill_bare(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return a string that stood without quotation marks, in these."""
    return f'"{refill_strings(raw, old, new, lost)}"'
