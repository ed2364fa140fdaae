"""Lines and line ends: how wide a line is on screen, and how two lines of one paragraph join."""

from __future__ import annotations

import re
import unicodedata

# Only these end a line of a file. `str.splitlines` also cuts at U+0085, U+2028 and the like, which
# are characters of the text.
LINE_END = re.compile(r"\r\n|\r|\n")

_SOFT_HYPHEN = "\u00ad"


def newline_of(text: str) -> str:
    """Return the line end most used in a text; a line feed when there is none."""
    counts = {"\r\n": 0, "\r": 0, "\n": 0}
    for match in LINE_END.finditer(text):
        counts[match[0]] += 1
    best = max(counts, key=lambda end: counts[end])
    return best if counts[best] else "\n"


def mixed_line(text: str) -> int:
    """Return the 1-based line on which a text first ends a line otherwise than most; 0 when all are alike."""
    ends = LINE_END.findall(text)
    usual = newline_of(text)
    return next((number for number, end in enumerate(ends, start=1) if end != usual), 0)


class _Columns(dict[str, int]):
    """Terminal columns by character; each is looked up once, which makes long texts ten times as quick."""

    def __missing__(self, character: str) -> int:
        if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            columns = 0
        else:
            columns = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        self[character] = columns
        return columns


COLUMNS = _Columns()
"""How many terminal columns a character takes."""


def width(text: str) -> int:
    """Return the number of terminal columns of a text: two for wide characters, none for marks."""
    return len(text) if text.isascii() else sum(map(COLUMNS.__getitem__, text))


def is_wider(text: str, columns: int) -> bool:
    """Return whether a text takes more than so many terminal columns; its beginning may tell."""
    if 2 * len(text) <= columns:
        return False
    taken = 0
    for start in range(0, len(text), columns + 1):
        taken += width(text[start : start + columns + 1])
        if taken > columns:
            return True
    return False


def is_wide(character: str) -> bool:
    """Return whether a character is one of a script that is written without spaces."""
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def join_lines(lines: list[str]) -> str:
    """Return the paragraph that some hard-wrapped lines make: no space between Chinese characters.

    Args:
        lines: Lines without outer blanks, none of them empty.
    """
    text = lines[0]
    for line in lines[1:]:
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + line
        elif is_wide(text[-1]) and is_wide(line[0]):
            text += line  # scripts that are written without spaces
        elif text[-1] in "-\u2010" and text[-2:-1].isalnum() and line[0].isalnum():
            text += line  # a compound broken at its hyphen
        else:
            text += " " + line
    return text
