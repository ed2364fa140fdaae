"""Breaking a text into lines of a width, with the line-breaking rules of Chinese.

Textual and Rich break between words only, so that a run of Han characters after a blank moves to
the next line as a whole, and a line may begin with a full stop. Here Han may be divided anywhere
but where the rules forbid it (kinsoku: GB/T 15834-2011 §5.1, and JIS X 4051): no line begins
with closing punctuation, none ends with an opening bracket or quotation mark, and the double
dash and double ellipsis stay with what they follow.
"""

from __future__ import annotations

import re
from functools import lru_cache

from transreview.tui.widths import cells, graphemes

Line = tuple[int, int]
"""First character of a line and one past its last; blanks at a break belong to no line."""

# Wide characters that are neither opening nor closing: Han, kana, Hangul, full-width letters, emoji.
_WIDE_OPEN = "（［｛「『〈《〔【〖｢〘〚"
_WIDE_CLOSE = (
    "）］｝」』〉》〕】〗｣〙〛、。，．：；！？％‰·・～〜々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_WIDE = (
    "\u1100-\u115f\u2e80-\u2fff\u3003\u3004\u3006\u3007\u3012\u3013\u301f-\u303f\u3041-\u33ff"
    "\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff02-\uff07\uff0a\uff0b\uff0d\uff0f-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3c\uff3e-\uff5a"
    "\uff5c\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
# Narrow characters that behave like the wide ones where they touch them.
_NARROW_OPEN = r"(\[{“‘„«"
_NARROW_CLOSE = r")\]}”’»,.:;!?%…—"
_MARKS = "\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"

_HAN = f"(?![{_WIDE_CLOSE}])[{_WIDE}][{_MARKS}]*(?:(?<=\u200d)[{_WIDE}][{_MARKS}]*)*"
_WORD = (
    rf"(?:[\u00a0\u202f]|[^\s{_WIDE}{_WIDE_OPEN}{_WIDE_CLOSE}{_NARROW_OPEN}]"
    rf"|[{_NARROW_OPEN}](?![{_NARROW_OPEN}{_WIDE_OPEN}]*[{_WIDE}]))+"
)
_PIECE = re.compile(
    rf"[{_WIDE_OPEN}{_NARROW_OPEN}]*(?:{_HAN}[{_WIDE_CLOSE}{_NARROW_CLOSE}]*|{_WORD}[{_WIDE_CLOSE}{_NARROW_CLOSE}]*)"
    rf"|[{_WIDE_OPEN}{_NARROW_OPEN}]+|[{_WIDE_CLOSE}]+|[^\S\n]+|."
)


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


@lru_cache(maxsize=512)
def _wrap(text: str, width: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        if cells(paragraph) <= width:
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
    for match in _PIECE.finditer(text, start, stop):
        at, to = match.span()
        piece = match.group()
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


def _force(text: str, at: int, to: int, width: int, lines: list[Line]) -> tuple[int, int]:
    """Divide what cannot be broken by rule; return where its last line begins and its width."""
    start, used = at, 0
    for begin, _end, size in graphemes(text[at:to]):
        if used + size > width and used:
            lines.append((start, at + begin))
            start, used = at + begin, 0
        used += size
    return start, used
