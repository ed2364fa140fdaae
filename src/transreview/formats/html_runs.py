"""Runs of inline HTML: where a run parts into paragraphs, and where its text begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transreview.formats.html_inline import Piece
from transreview.formats.html_tokens import TokenKind

_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ROUNDS = 20  # elements that overlap elements that overlap …: real pages need two
_BLANKS = " \t\r\n\f"
# Blanks at the ends of a paragraph are none of its text, not even those that do not break.
_BLANK = r"(?:[\s\u200b\ufeff]|&#(?:9|10|13|32);|&nbsp;|&#160;|&#[xX][aA]0;|&ensp;|&emsp;|&thinsp;)"
_ALL_BLANK = re.compile(rf"{_BLANK}*+")
_LAST_BLANK = re.compile(rf"{_BLANK}$")


def parted(source: str, pieces: Sequence[Piece], *, pre: bool) -> Iterator[list[Piece]]:
    """Yield the paragraphs of a run: two breaks in a row part them, in `<pre>` a blank line too."""
    part: list[Piece] = []
    breaks: list[Piece] = []
    for piece in _cut_at_blank_lines(source, pieces) if pre else pieces:
        blank = piece.kind is TokenKind.TEXT and not source[piece.start : piece.end].strip(_BLANKS)
        if piece.name == "br" or (blank and breaks):
            breaks.append(piece)
            continue
        if sum(one.name == "br" for one in breaks) > 1 or piece.name == "blank-line":
            yield part
            part = []
        else:
            part += breaks
        breaks = []
        if piece.name != "blank-line":
            part.append(piece)
    yield part


def _cut_at_blank_lines(source: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.kind is not TokenKind.TEXT:
            yield piece
            continue
        at = piece.start
        for match in _BLANK_LINE.finditer(source, piece.start, piece.end):
            if at < match.start():
                yield replace(piece, start=at, end=match.start())
            yield Piece(TokenKind.OTHER, match.start(), match.end(), name="blank-line")
            at = match.end()
        if at < piece.end:
            yield piece if at == piece.start else replace(piece, start=at)


def trimmed(source: str, pieces: Sequence[Piece]) -> tuple[int, int, list[Piece]] | None:
    """Return where the text of a run begins and ends in the file, and the pieces between.

    Tags around all of it stay outside; an element that begins before the text and ends inside
    comes along whole.

    Returns:
        None when readers see no text of it.
    """
    seen = [
        index
        for index, piece in enumerate(pieces)
        if piece.kind is TokenKind.TEXT and not _ALL_BLANK.fullmatch(source, piece.start, piece.end)
    ]
    if not seen:
        return None
    first, last = seen[0], seen[-1]
    pairs = _pairs(pieces)
    for _round in range(_ROUNDS):
        changed = False
        for begin, end in pairs:
            if begin < first <= end <= last:
                first, changed = begin, True
            if first <= begin <= last < end:
                last, changed = end, True
        if not changed:
            break
    inner = list(pieces[first : last + 1])
    start, end = inner[0].start, inner[-1].end
    if inner[0].kind is TokenKind.TEXT:
        lead = _ALL_BLANK.match(source, start, inner[0].end)
        start = lead.end() if lead else start
        inner[0] = inner[0] if start == inner[0].start else replace(inner[0], start=start)
    if inner[-1].kind is TokenKind.TEXT:
        end = _without_blanks(source, inner[-1].start, end)
        inner[-1] = inner[-1] if end == inner[-1].end else replace(inner[-1], end=end)
    return start, end, inner


def _without_blanks(source: str, start: int, end: int) -> int:
    """Return where a text ends when the blanks at its end are left out."""
    while end > start and (match := _LAST_BLANK.search(source, max(start, end - 8), end)):
        end = match.start()
    return end


def _pairs(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return start and end tags that go together."""
    waiting: dict[str, list[int]] = {}
    pairs = []
    for index, piece in enumerate(pieces):
        if piece.kind is TokenKind.START:
            waiting.setdefault(piece.name, []).append(index)
        elif piece.kind is TokenKind.END and waiting.get(piece.name):
            pairs.append((waiting[piece.name].pop(), index))
    return pairs
