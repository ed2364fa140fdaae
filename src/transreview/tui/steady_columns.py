"""Signs whose width terminals do not agree on: what stands behind them on the line stays in its column.

A thumb with a colour of skin takes two cells in some terminals and four in others, a heart with a
variation selector one or two. Nobody can ask a terminal beforehand; but the place of what follows
can be given instead of left to it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from transreview.tui.widths import cells, sign_edges

_UNSTEADY = re.compile("[\u200d\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What makes one sign of several characters."""

_PIECE = re.compile(
    r"\x1b\[\d+;(?P<column>\d+)H"  # a place
    r"|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # another sequence
    r"|[^\x1b\n]+|\n|\x1b",
)


def steady(output: str) -> str:
    """Return what is written to a terminal, with the place told of whatever stands behind such a sign.

    Args:
        output: Texts and escape sequences as Textual writes them: each line begins with its place.
    """
    if not _UNSTEADY.search(output):
        return output
    written: list[str] = []
    column: int | None = None  # cells before what comes next, None where nobody knows
    for found in _PIECE.finditer(output):
        piece = found.group()
        if piece[0] == "\x1b":
            written.append(piece)
            if found["column"]:
                column = int(found["column"]) - 1
        elif column is None or piece == "\n":
            written.append(piece)
            column = None
        else:
            written.append(_steady_text(piece, column) if _UNSTEADY.search(piece) else piece)
            column += cells(piece)
    return "".join(written)


def _steady_text(text: str, column: int) -> str:
    """Return a text from a column on, each unsteady sign on blanks of its width and between two places."""
    written: list[str] = []
    for start, end in pairwise(sign_edges(text)):
        sign = text[start:end]
        width = cells(sign)
        if _UNSTEADY.search(sign):
            written.append(f"{' ' * width}{_go_to(column)}{sign}{_go_to(column + width)}")
        else:
            written.append(sign)
        column += width
    return "".join(written)


def _go_to(column: int) -> str:
    return f"\x1b[{column + 1}G"
