"""Breaking a text into lines of a width, with the line-breaking rules of Chinese.

Textual and Rich break between words only, so that a run of Han characters after a blank moves to
the next line as a whole, and a line may begin with a full stop. Here Han may be divided anywhere
but where the rules forbid it (kinsoku: GB/T 15834-2011 §5.1, and JIS X 4051): no line begins
with closing punctuation, none ends with an opening bracket or quotation mark, and the double
dash and double ellipsis stay with what they follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from transreview.tui.widths import CELLS, cells, graphemes

SHORT = 8
"""Times the width of a line; a longer text is not asked whether it fits on one."""

Line = tuple[int, int]
"""First character of a line and one past its last; blanks at a break belong to no line."""

_WIDE_OPEN = "（［｛「『〈《〔【〖｢〘〚"
_WIDE_CLOSE = (
    "）］｝」』〉》〕】〗｣〙〛、。，．：；！？％‰·・～〜々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
# Han, kana, Hangul, full-width letters, emoji.
_WIDE_EDGES = (
    0x1100, 0x1160, 0x2E80, 0x3000, 0x3003, 0x3005, 0x3006, 0x3008, 0x3012, 0x3014,
    0x301F, 0x3040, 0x3041, 0x3400, 0x3400, 0x4DC0, 0x4E00, 0xA4D0, 0xA960, 0xA980,
    0xAC00, 0xD7A4, 0xF900, 0xFB00, 0xFE30, 0xFE70, 0xFF02, 0xFF08, 0xFF0A, 0xFF0C,
    0xFF0D, 0xFF0E, 0xFF0F, 0xFF1A, 0xFF1C, 0xFF1F, 0xFF20, 0xFF3B, 0xFF3C, 0xFF3D,
    0xFF3E, 0xFF5B, 0xFF5C, 0xFF5D, 0xFFE0, 0xFFE7, 0x1F300, 0x1FB00, 0x20000, 0x3FFFE,
)  # fmt: skip
"""Where wide characters begin, and where they end, in turn."""

# Narrow characters that behave like the wide ones where they touch them.
_NARROW_OPEN = "([{“‘„«"
_NARROW_CLOSE = ")]}”’»,.:;!?%…—"
_JOINER = "\u200d"
_MARK_EDGES = (0x0300, 0x0370, 0x3099, 0x309B, 0xFE00, 0xFE10, 0x1F3FB, 0x1F400)


class _Kinds(dict[int, str]):
    """A letter for what each character is to the rules, worked out when the character is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind(code)
        return kind


def _kind(code: int) -> str:
    """Return what a character is to the rules.

    w is wide, x a wide mark, m a mark, j the joiner; O and o open, K, k and c close; b and s are blanks,
    of which b holds together; a is any other.
    """
    character = chr(code)
    wide = _within(code, _WIDE_EDGES)
    if character in _WIDE_OPEN:
        return "O"
    if character in _WIDE_CLOSE:
        return "K" if wide else "k"
    if character in _NARROW_OPEN:
        return "o"
    if character in _NARROW_CLOSE:
        return "c"
    if character == _JOINER:
        return "j"
    if _within(code, _MARK_EDGES):
        return "x" if wide else "m"
    if wide:
        return "w"
    if character in "\u00a0\u202f":
        return "b"
    return "s" if character.isspace() else "a"


def _within(code: int, edges: tuple[int, ...]) -> bool:
    return bisect_right(edges, code) % 2 == 1


_KINDS = _Kinds()
_PLAIN = {"a", "c", "o", "s"}
"""Kinds of a text whose lines are broken at blanks and nowhere else."""

# Over the letters of `_kind`: a pattern over the characters themselves takes five milliseconds to compile.
_HAN = "[wx][mjx]*(?:(?<=j)[wxK][mjx]*)*"
_WORD = "(?:[acmjb]|o(?![oO]*[wxK]))+"
_PIECE = re.compile(f"[Oo]*(?:{_HAN}|{_WORD})[kKc]*|[Oo]+|[kK]+|[sb]+|.")


def wrap(text: str, width: int) -> list[Line]:
    """Break a text into lines.

    Args:
        text: The text; line feeds are breaks of its own.
        width: Cells a line may take, at least 2.

    Returns:
        One span a line, in order, at least one. Joined, the lines are the text without the
        blanks at which it was broken and without its line feeds.
    """
    return list(_wrap(text, max(width, 2)))


def count_lines(text: str, width: int, most: int) -> int:
    """Return the number of lines a text takes; of a long text no more is broken than matters.

    Args:
        text: The text.
        width: Cells a line may take.
        most: The number from which on it does not matter how many there are.
    """
    size = max(width, 2) * most
    while True:
        lines = len(wrap(text[:size], width))
        if lines >= most or size >= len(text):
            return lines
        size *= 2  # blanks at which lines are broken take room on none


@lru_cache(maxsize=512)
def _wrap(text: str, width: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        if len(paragraph) <= SHORT * width and cells(paragraph) <= width:
            lines.append((start, start + len(paragraph)))
        else:
            lines.extend(_wrap_paragraph(text, start, start + len(paragraph), width))
        start += len(paragraph) + 1
    return tuple(lines)


def _wrap_paragraph(text: str, start: int, stop: int, width: int) -> list[Line]:
    """Fill lines piece by piece; a piece that is wider than a line is divided by force."""
    lines: list[Line] = []
    used = 0
    end = start  # one past the last character on the line that is no blank at its end
    kinds = text[start:stop].translate(_KINDS)
    first = start
    if set(kinds) <= _PLAIN and all(CELLS[character] == 1 for character in set(text[start:stop])):
        return _wrap_plain(kinds, start, width)
    for match in _PIECE.finditer(kinds):
        at, to = match.start() + first, match.end() + first
        piece = text[at:to]
        size = cells(piece)
        if piece.isspace():
            if at == start and lines:
                start = end = to  # a blank at which the line was broken
            else:
                used += size  # it counts only if something follows on this line
            continue
        if used + size > width:
            if end > start:
                lines.append((start, end))
            start, used = at, 0
        if size > width:
            start, used = _force(text, at, to, width, lines)
        else:
            used += size
        end = to
    if end > start or not lines:
        lines.append((start, end))
    return lines


def _wrap_plain(kinds: str, first: int, width: int) -> list[Line]:
    """Fill lines with letters of one cell each, as most texts have: a look for each line, not for each word.

    Args:
        kinds: Letters for what the characters of the paragraph are.
        first: Where the paragraph begins in its text.
        width: Cells of a line.
    """
    lines: list[Line] = []
    start, stop = 0, len(kinds.rstrip("s"))
    while start + width < stop:
        end = kinds.rfind("s", start, start + width + 1)
        if end < 0:  # a word that is wider than the line
            end = after = start + width
        else:
            after = end + 1
            while kinds[after] == "s":
                after += 1
            while end > start and kinds[end - 1] == "s":
                end -= 1
        if end > start:
            lines.append((first + start, first + end))
        start = after
    if stop > start or not lines:
        lines.append((first + start, first + max(stop, start)))
    return lines


def _force(text: str, at: int, to: int, width: int, lines: list[Line]) -> tuple[int, int]:
    """Divide what cannot be broken by rule; return where its last line begins and its width."""
    start, used = at, 0
    for begin, _end, size in graphemes(text[at:to]):
        if used + size > width and used:
            lines.append((start, at + begin))
            start, used = at + begin, 0
        used += size
    return start, used
