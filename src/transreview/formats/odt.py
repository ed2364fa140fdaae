"""OpenDocument texts: paragraphs, headings, lists, tables, notes, headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage
from transreview.formats.html_filling import refilled
from transreview.formats.html_inline import element_ends, inline_pieces, read_inline, with_text
from transreview.formats.html_runs import trimmed
from transreview.formats.html_tokens import Token, TokenKind, attributes, tokens
from transreview.formats.left_out import Beside, Left
from transreview.formats.packed import Packed
from transreview.formats.packed_texts import Member, document_of, fill_members
from transreview.formats.paragraph_kind import is_date_line
from transreview.formats.placing import Placed
from transreview.formats.reading import display_name
from transreview.formats.xml_reading import local_name, parse_xml
from transreview.i18n import _
from transreview.model.unit import Unit, UnitKind

_PARTS = ("content.xml", "styles.xml")
_TEXTS = frozenset({"text:p", "text:h", "svg:title", "svg:desc"})
_SKIPPED = {"text:tracked-changes": Left.DELETED, "office:annotation": Left.COMMENT}
_SIGN = re.compile(r"\n|\t| {2,}")


def read_odt(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:  # noqa: ARG001
    """Return the texts of an OpenDocument text; tracked changes are taken as accepted.

    Raises:
        InputError: It is no OpenDocument text, or damaged.
    """
    packed = Packed(data, path)
    left: Counter[Left] = Counter()
    beside: Counter[Beside] = Counter()
    members = _members(packed, path, left, beside)
    warnings = (_("its tracked changes were taken as accepted"),) if left[Left.DELETED] else ()
    return document_of(
        data,
        str(path),
        members,
        format="odt",
        metadata=_metadata(packed, path),
        left=left,
        beside=beside,
        warnings=warnings,
    )


def fill_odt(
    data: bytes, units: Sequence[Unit], passages: Sequence[Passage], path: str
) -> tuple[bytes, Filled]:
    """Return an OpenDocument text with new text in it."""
    packed = Packed(data, path)
    return fill_members(packed, _members(packed, path, Counter(), Counter()), units, passages)


def _members(packed: Packed, path: Path | str, left: Counter[Left], beside: Counter[Beside]) -> list[Member]:
    if "content.xml" not in packed.names:
        raise InputError(
            _("there is no document in this OpenDocument file"),
            path=display_name(path),
            remedy=_("Open it in a word processor and save it again."),
        )
    members = []
    for name in _PARTS:
        if name not in packed.names:
            continue
        part = packed.part(name)
        parse_xml(part, f"{display_name(path)} ({name})")  # well-formed, and without entities of its own
        source = part.decode("utf-8-sig")
        places = _Walk(source, left, beside).places()
        beside[Beside.HEADER] += len(places) if name == "styles.xml" else 0
        members.append(Member(name=name, source=source, places=places, syntax="odt"))
    return members


class _Walk:
    """Goes through one member; a paragraph inside another one (a note, a box) follows it."""

    def __init__(self, source: str, left: Counter[Left], beside: Counter[Beside]) -> None:
        self.source = source
        self.left = left
        self.beside = beside
        self.tokens = list(tokens(source, xml=True))
        self.ends = element_ends(self.tokens)
        self.open: list[str] = []
        self.cells: list[list[int]] = []  # row and column of each table under way
        self.items: list[int] = []
        self.titled = False
        self.found: list[Placed] = []

    def places(self) -> list[Placed]:
        """Return the texts of the member."""
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.kind is TokenKind.START and token.name in _SKIPPED:
                self.left[_SKIPPED[token.name]] += 1
                index = self.ends.get(index, index)
            elif token.kind is TokenKind.START:
                self._begin(token, index)
            elif token.kind is TokenKind.END and self.open and self.open[-1] == token.name:
                self._end(token.name)
            index += 1
        return sorted(self.found, key=lambda place: (place.start, -place.end))

    def _begin(self, token: Token, index: int) -> None:
        if token.name == "table:table":
            self.cells.append([0, 0])
        elif token.name == "table:table-row" and self.cells:
            self.cells[-1] = [self.cells[-1][0] + 1, 0]
        elif token.name == "table:table-cell" and self.cells:
            self.cells[-1][1] += 1
        elif token.name == "text:list":
            self.items.append(0)
        elif token.name == "text:list-item" and self.items:
            self.items[-1] += 1
        elif token.name == "text:note":
            self.beside[Beside.FOOTNOTE] += 1
        if token.name in _TEXTS and index in self.ends:
            self._take(token, index)
        self.open.append(token.name)

    def _end(self, name: str) -> None:
        self.open.pop()
        if name == "table:table" and self.cells:
            self.cells.pop()
        elif name == "text:list" and self.items:
            self.items.pop()

    def _take(self, token: Token, index: int) -> None:
        pieces = inline_pieces(self.source, self.tokens[index + 1 : self.ends[index]])
        span = trimmed(self.source, pieces)
        if span is None:
            return
        start, end, inner = span
        text = "".join(piece.text for piece in with_text(self.source, inner)).strip()
        if not any(one.isalnum() for one in text) and len(text) < 2:
            return
        kind, level = self._kind(token, text)
        row, column = self.cells[-1] if self.cells else (0, 0)
        marker = "-" if kind is UnitKind.LIST_ITEM else ""
        self.beside[Beside.ATTRIBUTE] += token.name.startswith("svg:")
        self.beside[Beside.TEXT_BOX] += "draw:text-box" in self.open
        self.found.append(
            Placed(
                start=start, end=end, text=text, kind=kind, level=level, marker=marker, row=row, column=column
            )
        )

    def _kind(self, token: Token, text: str) -> tuple[UnitKind, int]:
        if token.name.startswith("svg:") or any("header" in one or "footer" in one for one in self.open):
            return UnitKind.CAPTION, 0
        if token.name == "text:h":
            given = {one.name: one.value for one in attributes(self.source, token)}
            level = int(given.get("text:outline-level", "1") or 1)
            first = level == 1 and not self.titled
            self.titled = self.titled or first
            return (UnitKind.TITLE if first else UnitKind.HEADING), level
        if "text:note" in self.open:
            return UnitKind.PARAGRAPH, 0
        if self.cells:
            return UnitKind.TABLE_CELL, 0
        if self.items:
            return UnitKind.LIST_ITEM, len(self.items)
        return (UnitKind.DATE_LINE if is_date_line(text) else UnitKind.PARAGRAPH), 0


def refill_odt(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return the markup of a paragraph with another text in it."""
    pieces = read_inline(raw, old)
    return written(new) if pieces is None else refilled(raw, pieces, old, new, lost, written)


def written(text: str) -> str:
    """Return text as OpenDocument writes it: breaks, tabs and rows of blanks are elements."""
    shown = {"\n": "<text:line-break/>", "\t": "<text:tab/>"}
    return _SIGN.sub(
        lambda match: shown.get(match[0]) or f' <text:s text:c="{len(match[0]) - 1}"/>', escape(text)
    )


def _metadata(packed: Packed, path: Path | str) -> dict[str, str]:
    if "meta.xml" not in packed.names:
        return {}
    wanted = {"title": "title", "initial-creator": "author", "language": "language", "date": "date"}
    root = parse_xml(packed.part("meta.xml"), f"{display_name(path)} (meta.xml)")
    return {
        wanted[name]: one.text.strip()
        for one in root.iter()
        if (name := local_name(one) or "") in wanted and one.text and one.text.strip()
    }
