"""Where a place in one version of a text lies in another: the machine's and the reviewer's."""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]

# Above this many characters the edit distance would take too much memory: then by proportion.
_LONGEST = 5000
# How far a cut may be moved to a better place: to the end of a sentence, to a blank.
_TO_SENTENCE = 0.12
_TO_BLANK = 30

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»“)\]]*\s+|[。！？；…][”’」』）》]*\s*|\n+")
_BLANK = re.compile(r"\s+")


def corresponding(place: int, text: str, other: str) -> int:
    """Return the place in `other` that a place in `text` has become.

    The two are compared character by character (Levenshtein); inside a stretch that was
    rewritten the place is taken in proportion, then moved to the next end of a sentence or blank.

    Args:
        place: 0-based offset in `text`.
        text: One version of a text.
        other: Another version of it.

    Returns:
        0-based offset in `other`, the beginning of a word or sentence where one is near.
    """
    if text == other or place <= 0:
        return max(place, 0)
    if place >= len(text):
        return len(other)
    found, unchanged = _through_edits(place, text, other)
    return found if unchanged else tidy(other, found)


def tidy(text: str, place: int, *, sentences_only: bool = False) -> int:
    """Return a place near another one where a text can be cut without hurting a word.

    Args:
        text: The text.
        place: Where the cut would fall.
        sentences_only: Whether the middle of a sentence is no place for a cut.

    Returns:
        The beginning of a sentence, else of a word, else `place`; with `sentences_only` the
        beginning of the nearest sentence but the first, or 0 when there is only one.
    """
    starts = [match.end() for match in _SENTENCE_END.finditer(text) if 0 < match.end() < len(text)]
    reach = len(text) if sentences_only else max(3.0, len(text) * _TO_SENTENCE)
    if nearest := _nearest(starts, place, reach):
        return nearest
    if sentences_only:
        return 0
    blanks = [match.end() for match in _BLANK.finditer(text) if 0 < match.end() < len(text)]
    return _nearest(blanks, place, _TO_BLANK) or place


def divide(text: str, machine: str, starts: Sequence[int], *, by_paragraph: bool) -> list[Span]:
    """Divide a reviewed text among the units that the machine translation is made of.

    Args:
        text: The present text.
        machine: The machine translation, all units joined.
        starts: Where each unit begins in `machine`.
        by_paragraph: Whether each unit is a paragraph of its own.

    Returns:
        A span of `text` for each unit; together they are the whole of it.
    """
    if not starts:
        return []
    cuts = list(starts)
    if text != machine:
        paragraphs = [0] + [match.end() for match in re.finditer(r"\n\s*\n", text)]
        if by_paragraph and len(paragraphs) == len(starts):
            cuts = paragraphs
        else:
            cuts = [corresponding(start, machine, text) for start in starts]
    cuts[0] = 0
    for index in range(1, len(cuts)):
        cuts[index] = max(cuts[index], cuts[index - 1])
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _through_edits(place: int, text: str, other: str) -> tuple[int, bool]:
    """Return the place in `other`, and whether the character there is the unchanged one."""
    if max(len(text), len(other)) > _LONGEST:
        return round(place * len(other) / len(text)), False
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.opcodes(text, other)
    step = next(one for one in steps if one.src_start <= place < one.src_end)
    if step.tag == "equal":
        return step.dest_start + place - step.src_start, True
    width, goal = step.src_end - step.src_start, step.dest_end - step.dest_start
    return step.dest_start + (place - step.src_start) * goal // width, False


def _nearest(places: Sequence[int], place: int, reach: float) -> int | None:
    nearest = min(places, key=lambda candidate: abs(candidate - place), default=None)
    return nearest if nearest is not None and abs(nearest - place) <= reach else None
