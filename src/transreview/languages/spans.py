"""Spans of words, and the small arithmetic of spans that every splitter needs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from transreview.languages.language import Span
from transreview.lazy_patterns import lazy_pattern

# A word keeps its inner hyphens and apostrophes (ერთ-ერთი, მე-9, BBC-ის, l'eau); a number keeps its
# separators.
_SPACED_WORD = lazy_pattern(r"\d+(?:[.,:]\d+)+(?:-\w+)*|[^\W_]+(?:[-‐‑'’ʼ·\u00ad][^\W_]+)*")

# Scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar.
UNSPACED = "々〇㐀-䶿一-鿿\uf900-\ufaff぀-ヿ฀-๿຀-໿ក-៿က-႟\U00020000-\U0003ffff"
_UNSPACED_WORD = (
    rf"[{UNSPACED}]|\d+(?:[.,:]\d+)*|(?:(?![{UNSPACED}\d])[^\W_])+(?:[-'’](?:(?![{UNSPACED}])[^\W_])+)*"
)

_BLANK_LINE = lazy_pattern(r"\n[^\S\n]*\n")
_BRACKETED = lazy_pattern(
    r"\([^()\n]{0,400}\)|（[^（）\n]{0,400}）|\[[^\[\]\n]{0,400}\]|《[^《》\n]{0,100}》"
)


def spaced_words(text: str) -> list[Span]:
    """Return the spans of the words of a text whose language puts spaces between them."""
    return [match.span() for match in _SPACED_WORD.finditer(text)]


def unspaced_words(text: str) -> list[Span]:
    """Return the spans of the characters of a text without spaces; foreign words and numbers whole."""
    # Compiled when first asked for: so many ranges take long, and most commands have words by other rules.
    return [match.span() for match in re.finditer(_UNSPACED_WORD, text)]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without outer blanks, or None when nothing is left."""
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(inner)


def bracketed(text: str) -> list[Span]:
    """Return the spans of closed round and square brackets and of Chinese title marks."""
    if not any(opening in text for opening in "(（[《"):
        return []
    return [match.span() for match in _BRACKETED.finditer(text)]


def sentence_at(text: str, position: int) -> int:
    """Return where the sentence begins that follows a break: at the next character that is no blank."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def around(position: int, closed: list[Span]) -> Span | None:
    """Return the span of brackets that a position stands in, or None.

    Args:
        position: Where to look.
        closed: What `bracketed` found: in order and not overlapping.
    """
    at = bisect_left(closed, (position, 0)) - 1
    return closed[at] if at >= 0 and position < closed[at][1] else None


def within_brackets(mark: int, end: int, closed: list[Span], sentence: int) -> bool:
    """Whether a mark stands in brackets that are a part of its sentence and not all of it.

    Args:
        mark: Position of the mark.
        end: End of the marks that close with it.
        closed: What `bracketed` found.
        sentence: Where the sentence begins.
    """
    span = around(mark, closed)
    return span is not None and (end < span[1] or span[0] > sentence)


def blocks(text: str) -> Iterator[Span]:
    """Yield the pieces of a text between blank lines; no sentence runs over one."""
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def cut(text: str, start: int, end: int, breaks: Iterator[int]) -> Iterator[Span]:
    """Yield the trimmed pieces of text[start:end] between ascending break positions."""
    for position in breaks:
        if span := trimmed(text, start, position):
            yield span
        start = position
    if span := trimmed(text, start, end):
        yield span
