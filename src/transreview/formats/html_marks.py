"""The inline marks of HTML: what its tags say of the text between them."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transreview.formats.html_inline import Piece
from transreview.formats.html_tokens import Token, TokenKind, attributes
from transreview.formats.inline_marks import find_marks
from transreview.model.inline_mark import InlineMark, MarkKind

_KINDS = {
    "a": MarkKind.LINK, "b": MarkKind.STRONG, "strong": MarkKind.STRONG, "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS, "cite": MarkKind.EMPHASIS, "s": MarkKind.STRIKE, "del": MarkKind.STRIKE,
    "code": MarkKind.CODE, "kbd": MarkKind.CODE, "samp": MarkKind.CODE, "tt": MarkKind.CODE,
}  # fmt: skip
_PLAIN = frozenset({MarkKind.PLACEHOLDER, MarkKind.ADDRESS})


def html_marks(source: str, pieces: Sequence[Piece]) -> tuple[InlineMark, ...]:
    """Return the marks of a paragraph, by their places in its text.

    Args:
        source: The page.
        pieces: The paragraph's pieces with their text, those of elements around all of it too.
    """
    whole = "".join(piece.text for piece in pieces)
    text = whole.strip()
    at = len(whole.lstrip()) - len(whole)
    found = [mark for mark in find_marks(text) if mark.kind in _PLAIN]
    waiting: list[tuple[Piece, int]] = []
    stood_in: list[int] = []  # where words stand for something: <var>name</var>
    open_: Counter[str] = Counter()
    for piece in pieces:
        place = max(0, min(at, len(text)))
        if piece.kind is TokenKind.START:
            waiting.append((piece, place))
            open_[piece.name] += 1
        elif piece.kind is TokenKind.END and open_[piece.name]:
            while waiting[-1][0].name != piece.name:
                open_[waiting.pop()[0].name] -= 1
            begun, start = waiting.pop()
            open_[begun.name] -= 1
            kind = _KINDS.get(piece.name)
            if piece.name == "var" or "replaceable" in _attribute(source, begun, "class").split():
                stood_in.append(start)
            if kind and start < place:
                found.append(_mark(source, begun, kind, text, start, place))
        elif piece.name == "img":
            found.append(InlineMark(MarkKind.IMAGE, place, place, value=_attribute(source, piece, "src")))
        at += len(piece.text)
    for index, mark in enumerate(found):  # a part of such code is translated: it says nothing to compare
        if mark.kind is MarkKind.CODE and any(mark.start <= at < mark.end for at in stood_in):
            found[index] = replace(mark, value="")
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def _mark(source: str, begun: Piece, kind: MarkKind, text: str, start: int, end: int) -> InlineMark:
    if kind is MarkKind.CODE:
        return InlineMark(kind, start, end, value=text[start:end])
    value = _attribute(source, begun, "href") if kind is MarkKind.LINK else ""
    return InlineMark(kind, start, end, value=value, inner=(start, end))


def _attribute(source: str, piece: Piece, name: str) -> str:
    token = Token(piece.kind, piece.start, piece.end, piece.name)
    return next((html.unescape(one.value) for one in attributes(source, token) if one.name == name), "")
