"""An HTML page as units in Markdown: its inline tags become Markdown's own marks."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from transreview.formats.html_article import article_texts
from transreview.formats.html_blocks import html_texts
from transreview.formats.html_inline import Piece, read_inline
from transreview.formats.html_tokens import Token, TokenKind, attributes, tokens
from transreview.formats.inline_writing import code, emphasised, link, plain
from transreview.model.unit import Unit, UnitKind

_EMPHASIS = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis",
    "s": "strike", "del": "strike", "strike": "strike",
}  # fmt: skip
_AROUND = frozenset({"a", "code", "tt", "samp", "span", "font", "u", *_EMPHASIS})
_BEFORE, _AFTER = re.compile(r"<([A-Za-z]+)(?:\s[^<>]*)?>\s*$"), re.compile(r"\s*</([A-Za-z]+)\s*>")
_KEPT = frozenset({"sup", "sub", "u", "kbd", "mark", "ins", "small", "abbr"})


def html_in_markdown(source: str) -> list[Unit]:
    """Return the texts of a page's article, written in Markdown.

    The page's title in its head and descriptions of pictures inside paragraphs are left out: in
    Markdown the first is the heading, and the others stand in the pictures.
    """
    chosen, _left, _warnings = article_texts(html_texts(source))
    units: list[Unit] = []
    titled, end = False, 0
    for place in (one.place for one in chosen):
        kind = UnitKind.HEADING if place.kind is UnitKind.TITLE and titled else place.kind
        if place.syntax == "html":
            begin, end = _with_tags_around(source, place.start, place.end)
            raw = source[begin:end]
            text = markdown_of(raw, read_inline(raw, place.text) or []).strip()
        elif place.syntax.startswith("attribute") and place.start >= end:
            begin = source.rfind("<", 0, place.start)
            tag = next(tokens(source, begin))
            text = _picture(source, tag) if tag.name == "img" else ""
        else:
            text = ""
        if not text:
            continue
        titled = titled or kind is UnitKind.TITLE
        units.append(
            Unit(
                text, kind=kind, paragraph=len(units), level=place.level, marker=place.marker,
                row=place.row, column=place.column,
            )
        )  # fmt: skip
    return units


def _with_tags_around(source: str, start: int, end: int) -> tuple[int, int]:
    """Return where the inline elements begin and end that hold a text and nothing else."""
    while True:
        before = _BEFORE.search(source, max(0, start - 2_000), start)
        after = _AFTER.match(source, end)
        if not before or not after or before[1].lower() != after[1].lower():
            return start, end
        if before[1].lower() not in _AROUND:
            return start, end
        start, end = before.start(), after.end()


def markdown_of(raw: str, pieces: Sequence[Piece]) -> str:
    """Return inline HTML in Markdown.

    Args:
        raw: The HTML.
        pieces: Its pieces with their text.
    """
    return _Writer(raw, pieces).written()


class _Writer:
    """Writes piece by piece; what an element holds waits for its end."""

    def __init__(self, raw: str, pieces: Sequence[Piece]) -> None:
        self.raw = raw
        self.pieces = pieces
        self.parts: list[str] = []
        self.open: list[tuple[str, int, str]] = []  # name, first part inside, address of a link
        self.index = 0

    def written(self) -> str:
        """Return all pieces."""
        for index, piece in enumerate(self.pieces):
            self.index = index
            if piece.kind is TokenKind.START:
                self._begin(piece)
            elif piece.kind is TokenKind.END:
                self._end(piece)
            elif piece.name == "img":
                self.parts.append(_picture(self.raw, _token(piece)))
            elif piece.text:
                in_code = any(name in {"code", "tt", "samp"} for name, _at, _to in self.open)
                self.parts.append(piece.text if in_code else plain(piece.text))
        return "".join(self.parts)

    def _begin(self, piece: Piece) -> None:
        given = {one.name: html.unescape(one.value) for one in attributes(self.raw, _token(piece))}
        if piece.name in _KEPT:
            self.parts.append(f"<{piece.name}>")
        self.open.append((piece.name, len(self.parts), given.get("href", "")))

    def _end(self, piece: Piece) -> None:
        names = [name for name, _at, _to in self.open]
        if piece.name not in names:
            return
        while self.open[-1][0] != piece.name:
            self.open.pop()
        name, at, address = self.open.pop()
        inner = "".join(self.parts[at:])
        if name == "a" and address:
            inner = link(inner, address)
        elif name in {"code", "tt", "samp"}:
            inner = code(inner)
        elif name in _EMPHASIS:
            following = next((one.text for one in self.pieces[self.index + 1 :] if one.text), "")
            inner = emphasised("".join(self.parts[:at]), inner, following, _EMPHASIS[name])
        elif name in _KEPT:
            inner += f"</{name}>"
        self.parts[at:] = [inner]


def _token(piece: Piece) -> Token:
    return Token(piece.kind, piece.start, piece.end, piece.name)


def _picture(source: str, tag: Token) -> str:
    """Return a picture in Markdown."""
    given = {one.name: html.unescape(one.value) for one in attributes(source, tag)}
    return link(plain(given.get("alt", "")), given.get("src", ""), image=True) if given.get("src") else ""
