"""How many cells of a terminal a text takes, exactly as Textual will count when it composes."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size, split_graphemes

JOINERS = ("\u200d", "\ufe0f")
"""Zero-width joiner and variation selector 16: with them a width is no sum over characters."""


class _CellMemo(dict[str, int]):
    """Cells by character, filled on first use.

    A plain dictionary, because Rich keeps only 4,096 characters and its fast path knows no
    Georgian: looked up here, a Georgian text costs a third.
    """

    def __missing__(self, character: str) -> int:
        width = self[character] = get_character_cell_size(character)
        return width


CELLS = _CellMemo()
"""Cells of one character: 0, 1 or 2."""


def cells(text: str) -> int:
    """Return the width of one line of text.

    Args:
        text: A line without control characters (see `transreview.tui.escape`).

    Returns:
        Number of terminal cells.
    """
    if JOINERS[0] in text or JOINERS[1] in text:
        return cell_len(text)
    return sum(map(CELLS.__getitem__, text))


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Return start, end and width of every piece of a text that a terminal cannot divide."""
    if text.isascii() or not (JOINERS[0] in text or JOINERS[1] in text):
        pieces: list[tuple[int, int, int]] = []
        for at, character in enumerate(text):
            width = CELLS[character]
            if width == 0 and pieces:
                start, _end, base = pieces[-1]
                pieces[-1] = (start, at + 1, base)
            else:
                pieces.append((at, at + 1, width))
        return pieces
    return [(start, end, width) for start, end, width in split_graphemes(text)[0]]


@lru_cache(maxsize=64)
def sign_edges(line: str) -> list[int]:
    """Return where the signs of a line begin, and its end: an emoji of several characters is one sign."""
    if line.isascii():
        return list(range(len(line) + 1))
    edges, half_flag = [], False
    for start, _end, _width in split_graphemes(line)[0]:
        flag = "\U0001f1e6" <= line[start] <= "\U0001f1ff"
        half_flag = flag and not half_flag
        if not flag or half_flag:  # a flag is two letters
            edges.append(start)
    return [*edges, len(line)]


def clip(text: str, width: int) -> str:
    """Return `text` cut to `width` cells, the cut shown by "…"."""
    if cells(text) <= width:
        return text
    kept, used = 0, 0
    for _start, end, size in graphemes(text):
        if used + size > width - 1:
            break
        kept, used = end, used + size
    return text[:kept] + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """Return `text` clipped or filled with blanks to exactly `width` cells."""
    shown = clip(text, width)
    return shown + " " * (width - cells(shown))
