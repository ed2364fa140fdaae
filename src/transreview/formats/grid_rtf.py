r"""Bilingual tables in RTF files, as memoQ sends them out for review: cells read, single cells changed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.bilingual_table import changed_cells, pair_file
from transreview.formats.delimited import Row
from transreview.formats.grid import Grids, columns_of
from transreview.formats.reading import display_name
from transreview.i18n import _
from transreview.model.pair import PairChange, PairFile

_TOKEN = re.compile(
    r"""\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?   # a control word and its number
      | \\'([0-9a-fA-F]{2})                   # a byte
      | \\([^a-zA-Z'])                        # an escaped sign
      | ([{}])
      | ([^\\{}\r\n]+)                        # text
      | [\r\n]+""",
    re.VERBOSE,
)
# Groups whose text no reader sees.
_HIDDEN = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "fldinst", "listtable", "listoverridetable", "rsidtbl",
    "generator", "themedata", "datastore", "latentstyles", "xmlnstbl", "bkmkstart", "bkmkend", "annotation",
    "nonshppict", "shp",
})  # fmt: skip
_SIGNS = {
    "par": "\n", "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
}  # fmt: skip
_ESCAPES = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}"}
_DEEPEST = 1000


@dataclass(slots=True)
class _CellText:
    """A cell as it stands in the file."""

    text: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class _Group:
    hidden: bool = False
    skip: int = 1  # characters that stand for \uN in older programs
    deleted: bool = False


def read_rtf_table(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,  # noqa: ARG001 - the format settles it
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the texts of the bilingual tables of an RTF file.

    Raises:
        InputError: It is no RTF file, is cut off, or has no such table.
    """
    grids = read_grids(data, path)
    if not grids.grids:
        raise InputError(
            _("there is no table of translations in this RTF file"),
            path=display_name(path),
            remedy=_("Save an article as .docx or .txt instead."),
        )
    return pair_file("RTF", grids, path, source_language=source_language, target_language=target_language)


def update_rtf_table(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,  # noqa: ARG001
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return an RTF file with changed translations in its table; everything else stays as it is."""
    grids = read_grids(data, path)
    cells = changed_cells(grids, path, changes, source_language, target_language)
    text = data.decode("latin-1")
    tables = _tables(text, path)
    edits: list[tuple[int, int, str]] = []
    for (grid, row, column), value in cells.items():
        cell = tables[grid][row][column]
        written = "{" + _escaped(value) + "}"
        if not cell.pieces:
            edits.append((cell.end, cell.end, written))
        for number, (start, end) in enumerate(cell.pieces):
            edits.append((start, end, "" if number else written))
    parts, at = [], 0
    for start, end, written in sorted(edits):
        parts += [text[at:start], written]
        at = end
    return "".join([*parts, text[at:]]).encode("latin-1")


def read_grids(data: bytes, path: Path | str) -> Grids:
    """Return the tables of an RTF file that have two columns or more."""
    grids = []
    number = 0
    for table in _tables(data.decode("latin-1"), path):
        rows = []
        for row in table:
            number += 1
            rows.append(Row(number, tuple(cell.text.strip("\n") for cell in row)))
        grids.append(columns_of(rows))
    return Grids(grids=tuple(grids))


def _tables(text: str, path: Path | str) -> list[list[list[_CellText]]]:
    """Return tables, rows and cells; rows with nothing but rows between them make a table."""
    if not text.startswith("{\\rtf"):
        raise InputError(
            _("this is not an RTF file"),
            path=display_name(path),
            remedy=_("Open it in a word processor and save it as RTF or DOCX."),
        )
    tables: list[list[list[_CellText]]] = []
    row: list[_CellText] = []
    cell = _CellText()
    apart = True
    for kind, value, start, end in _events(text, path):
        if kind == "text":
            cell.text += value
            cell.pieces.append((start, end))
        elif value == "cell":
            cell.end = start
            row.append(cell)
            cell = _CellText()
        elif value == "row":
            if row and (apart or not tables):
                tables.append([])
            if row:
                tables[-1].append(row)
            row, cell, apart = [], _CellText(), False
        elif value == "pard" and not row:
            apart = apart or bool(cell.text.strip())
            cell = _CellText()
    return tables


def _events(text: str, path: Path | str) -> Iterator[tuple[str, str, int, int]]:
    """Yield ("text", characters, start, end) and ("control", word, start, end) of what a reader sees."""
    scanner = _Scanner(_codec(text))
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _cut(path, text, at)
        start, at = at, match.end()
        word, number, byte, sign, brace, plain = match.groups()
        if brace:
            if not scanner.brace(brace):
                raise _cut(path, text, start)
        elif word == "bin":
            at += max(0, int(number or 0))
        elif not scanner.sets_group(word, number, sign):
            shown = scanner.shown(word, number, byte, sign, plain)
            if shown is not None:
                yield "text", shown, start, at
            elif word:
                yield "control", word, start, at
    if len(scanner.groups) != 1:
        raise _cut(path, text, len(text))


class _Scanner:
    """What of an RTF file's tokens a reader sees.

    Args:
        codec: Encoding of its bytes.
    """

    def __init__(self, codec: str) -> None:
        self.groups = [_Group()]
        self._codec = codec
        self._skip = 0
        self._bytes = b""  # of a character that is not complete yet
        self._high = ""  # first half of a pair of \\u

    def brace(self, brace: str) -> bool:
        """Open or close a group; False where that cannot be."""
        self._skip = 0
        if brace == "}":
            self.groups.pop()
            return bool(self.groups)
        group = self.groups[-1]
        self.groups.append(_Group(group.hidden, group.skip, group.deleted))
        return len(self.groups) <= _DEEPEST

    def sets_group(self, word: str | None, number: str | None, sign: str | None) -> bool:
        """Take what a token says of its group; True where that is all it says, or nobody sees it."""
        group = self.groups[-1]
        if sign == "*" or word in _HIDDEN:
            group.hidden = True
        elif word == "uc":
            group.skip = int(number or 1)
        elif word == "deleted":
            group.deleted = number != "0"
        else:
            return group.hidden or group.deleted
        return True

    def shown(
        self, word: str | None, number: str | None, byte: str | None, sign: str | None, plain: str | None
    ) -> str | None:
        """Return the characters that a token stands for, None for one that stands for none."""
        if byte is not None:
            return self._byte(byte)
        self._bytes = b""
        if plain is not None:
            gone = min(self._skip, len(plain))
            self._skip -= gone
            return plain[gone:]
        if sign is not None:
            return _ESCAPES.get(sign, "")
        return self._unit(int(number or 0)) if word == "u" else _SIGNS.get(word or "")

    def _byte(self, byte: str) -> str:
        if self._skip:
            self._skip -= 1
            return ""
        self._bytes += bytes.fromhex(byte)
        try:
            character = self._bytes.decode(self._codec)
        except UnicodeDecodeError:
            return ""
        self._bytes = b""
        return character

    def _unit(self, value: int) -> str:
        self._skip = self.groups[-1].skip
        unit = chr(value & 0xFFFF)
        if "\ud800" <= unit <= "\udbff":
            self._high = unit
            return ""
        both, self._high = self._high + unit, ""
        return both.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _codec(text: str) -> str:
    match = re.search(r"\\ansicpg(\d+)", text[:2000])
    number = match[1] if match else "1252"
    name = {"936": "gb18030", "950": "cp950", "65001": "utf-8"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"  # as word processors take what they do not know


def _escaped(text: str) -> str:
    parts = []
    for character in text:
        if character == "\n":
            parts.append("\\line ")
        elif character == "\t":
            parts.append("\\tab ")
        elif character in "\\{}":
            parts.append("\\" + character)
        elif character.isascii():
            parts.append(character)
        else:
            data = character.encode("utf-16-le")
            for low, high in zip(data[::2], data[1::2], strict=True):
                value = low + 256 * high
                parts.append(f"\\u{value - 65536 if value > 32767 else value}?")
    # However the group around sets it, one character stands for each \uN here.
    return "\\uc1 " + "".join(parts)


def _cut(path: Path | str, text: str, at: int) -> InputError:
    return InputError(
        _("the groups of this RTF file do not close; it has been cut off or damaged"),
        path=display_name(path),
        line=text.count("\n", 0, at) + 1,
        remedy=_("Open it in a word processor and save it again."),
    )
