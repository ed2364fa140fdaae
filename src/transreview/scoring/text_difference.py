"""What a person changed in a machine translation: by words, and inside a changed word by characters.

A Georgian word changes at its end when its case changes; shown as a whole, the change would hide
that the word itself stayed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel, Levenshtein

SAME_WORD = 0.5
"""Share of common characters (rapidfuzz's Indel ratio) above which a word counts as changed, not replaced."""

LONG = 20_000
"""Characters from which on texts are compared by sentences first, without what they share at both ends."""

LONGEST_WORD = 1_000
"""Characters up to which it is asked how much two words resemble each other; what is longer is no word."""

MOST_PAIRS = 200_000_000
"""Words or sentences of one text times those of the other; where it is more, all of it was replaced."""

_SENTENCE = re.compile(r"[^.!?。！？\n]*[.!?。！？\n]+\s*|[^.!?。！？\n]+")
_FIRST_WIDE = "\u1100"
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
    if max(len(before), len(after)) <= LONG:
        return _joined(_compared(tokens(before), tokens(after), _replaced))
    head, tail = _same_ends(before, after)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    middle = _compared(_SENTENCE.findall(old), _SENTENCE.findall(new), _by_words)
    ends = before[:head], before[len(before) - tail :]
    return _joined([Piece(Change.KEPT, ends[0]), *middle, Piece(Change.KEPT, ends[1])])


def _compared(
    old: list[str], new: list[str], changed: Callable[[list[str], list[str]], list[Piece]]
) -> list[Piece]:
    """Compare two lists of words or sentences.

    Args:
        old: The one.
        new: The other.
        changed: Gives the pieces for a stretch that differs.
    """
    if len(old) * len(new) > MOST_PAIRS:
        return [Piece(Change.REMOVED, "".join(old)), Piece(Change.ADDED, "".join(new))]
    pieces: list[Piece] = []
    for step in Levenshtein.opcodes(old, new):
        gone, come = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(gone)))
        else:
            pieces.extend(changed(gone, come))
    return pieces


def _by_words(old: list[str], new: list[str]) -> list[Piece]:
    return _compared(tokens("".join(old)), tokens("".join(new)), _replaced)


def _same_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many characters of whole words two texts have in common at the beginning and at the end."""
    shorter = min(len(before), len(after))
    head = _same_beginning(before, after)
    tail = min(_same_beginning(before[::-1], after[::-1]), shorter - head)
    while head and not before[head - 1].isspace():
        head -= 1
    while tail and not before[len(before) - tail].isspace():
        tail -= 1
    return head, tail


def _same_beginning(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:  # halves of slices: a look at each character would take a hundred times as long
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def tokens(text: str) -> list[str]:
    """Return the words, blanks and marks of a text in order; Han stand alone."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if max(token) >= _FIRST_WIDE and any(
            unicodedata.east_asian_width(character) in "WF" for character in token
        ):
            found.extend(token)
        else:
            found.append(token)
    return found


def _replaced(old: list[str], new: list[str]) -> list[Piece]:
    """Show words that resemble one another by their characters, all others whole."""
    pieces: list[Piece] = []
    for before, after in zip(old, new, strict=False):
        if max(len(before), len(after)) > LONGEST_WORD or (
            min(len(before), len(after)) > 2 and Indel.normalized_similarity(before, after) >= SAME_WORD
        ):
            pieces.extend(_within(before, after))
        else:
            pieces += (Piece(Change.REMOVED, before), Piece(Change.ADDED, after))
    pieces.append(Piece(Change.REMOVED, "".join(old[len(new) :])))
    pieces.append(Piece(Change.ADDED, "".join(new[len(old) :])))
    return pieces


def _within(before: str, after: str) -> list[Piece]:
    """Keep the common beginning and the common end of two words, so that at most one piece changes."""
    head = _same_beginning(before, after)
    tail = _same_beginning(before[head:][::-1], after[head:][::-1])
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
