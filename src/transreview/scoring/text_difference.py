"""What a person changed in a machine translation: by words, and inside a changed word by characters.

A Georgian word changes at its end when its case changes; shown as a whole, the change would hide
that the word itself stayed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel, Levenshtein

SAME_WORD = 0.5
"""Share of common characters (rapidfuzz's Indel ratio) above which a word counts as changed, not replaced."""

_TOKEN = re.compile(r"\s+|[^\W_]+(?:[-'’][^\W_]+)*|.", re.DOTALL)


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with what became of it."""

    change: Change
    text: str


def compare(before: str, after: str) -> list[Piece]:
    """Return the pieces that lead from one text to another.

    Args:
        before: The machine translation.
        after: The text as it stands.

    Returns:
        Pieces in reading order. Kept and removed pieces joined give `before`, kept and added
        ones give `after`; removed stands before added; neighbours differ in kind.
    """
    old, new = tokens(before), tokens(after)
    pieces: list[Piece] = []
    for step in Levenshtein.opcodes(old, new):
        gone, come = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(gone)))
        else:
            pieces.extend(_replaced(gone, come))
    return _joined(pieces)


def tokens(text: str) -> list[str]:
    """Return the words, blanks and marks of a text in order; Han stand alone."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if any(unicodedata.east_asian_width(character) in "WF" for character in token):
            found.extend(token)
        else:
            found.append(token)
    return found


def _replaced(old: list[str], new: list[str]) -> list[Piece]:
    """Show words that resemble one another by their characters, all others whole."""
    pieces: list[Piece] = []
    for before, after in zip(old, new, strict=False):
        if min(len(before), len(after)) > 2 and Indel.normalized_similarity(before, after) >= SAME_WORD:
            pieces.extend(_within(before, after))
        else:
            pieces += (Piece(Change.REMOVED, before), Piece(Change.ADDED, after))
    pieces.append(Piece(Change.REMOVED, "".join(old[len(new) :])))
    pieces.append(Piece(Change.ADDED, "".join(new[len(old) :])))
    return pieces


def _within(before: str, after: str) -> list[Piece]:
    """Keep the common beginning and the common end of two words, so that at most one piece changes."""
    limit = min(len(before), len(after))
    head = next((at for at in range(limit) if before[at] != after[at]), limit)
    tail = next((at for at in range(limit - head) if before[-1 - at] != after[-1 - at]), limit - head)
    return [
        Piece(Change.KEPT, before[:head]),
        Piece(Change.REMOVED, before[head : len(before) - tail]),
        Piece(Change.ADDED, after[head : len(after) - tail]),
        Piece(Change.KEPT, before[len(before) - tail :]),
    ]


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours: within a changed stretch all that was removed, then all that was added."""
    joined: list[Piece] = []
    removed = added = ""
    for piece in pieces:
        if piece.change is Change.REMOVED:
            removed += piece.text
        elif piece.change is Change.ADDED:
            added += piece.text
        elif piece.text:
            joined += _stretch(removed, added)
            removed = added = ""
            if joined and joined[-1].change is Change.KEPT:
                joined[-1] = Piece(Change.KEPT, joined[-1].text + piece.text)
            else:
                joined.append(piece)
    return joined + _stretch(removed, added)


def _stretch(removed: str, added: str) -> list[Piece]:
    pairs = ((Change.REMOVED, removed), (Change.ADDED, added))
    return [Piece(change, text) for change, text in pairs if text]
