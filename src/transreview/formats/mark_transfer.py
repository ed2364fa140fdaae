"""Where the marks of a text belong once the text has been rewritten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)
_WIDE_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
# Start and end in the old text, start and end in the new one, and whether the characters are the same.
_Run = tuple[int, int, int, int, bool]

_LONGEST = 4_000  # words that are compared one by one; beyond, only what begins and ends alike


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the spans and points of an old text are in the new one.

    Attributes:
        spans: For each span its start and end, None where its text is gone.
        points: For each point its place.
    """

    spans: list[tuple[int, int] | None]
    points: list[int]


def transfer(old: str, new: str, spans: Sequence[tuple[int, int]], points: Sequence[int]) -> Moved:
    """Return where marks of an old text belong in a new one.

    A span whose words stand in the new text, unchanged, goes with them wherever they moved; others
    go where the words around them went.

    Args:
        old: The text that the marks were made for.
        new: The text now.
        spans: Start and end of each mark, nested or apart, outer ones first.
        points: Places of marks without text.
    """
    places = _places(old, new)
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int] | None] = []
    for index, (start, end) in enumerate(spans):
        around = _enclosing(spans, found, index)
        outer = None if around is None else found[around]
        span = _followed(old, new, start, end, places, taken)
        if around is not None and outer is not None:
            begin, stop = spans[around]
            if old[begin:stop] == new[outer[0] : outer[1]]:
                # What stands around it is as it was, so its place in that is.
                span = (outer[0] + start - begin, outer[0] + end - begin) if start < end else None
            elif span and not (outer[0] <= span[0] and span[1] <= outer[1]):
                within = max(span[0], outer[0]), min(span[1], outer[1])
                span = within if within[0] < within[1] else None
        if span and any(one[0] < span[0] < one[1] < span[1] or span[0] < one[0] < span[1] < one[1]
                        for one in taken):  # fmt: skip
            span = None
        if span and not _encloses_any(spans, index):
            taken.append(span)
        found.append(span)
    return Moved(found, [_mapped(places, point, after=False) for point in points])


def _followed(
    old: str,
    new: str,
    start: int,
    end: int,
    places: list[_Run],
    taken: Sequence[tuple[int, int]],
) -> tuple[int, int] | None:
    """Return where a span's words went."""
    begin, stop = _mapped(places, start, after=True), _mapped(places, end, after=False)
    words = old[start:end]
    if words.strip() and begin < stop and new[begin:stop] == words:
        return begin, stop
    if words.strip():
        best = None
        at = new.find(words)
        while at >= 0:
            free = all(at + len(words) <= one[0] or at >= one[1] for one in taken)
            if free and (best is None or abs(at - begin) < abs(best - begin)):
                best = at
            at = new.find(words, at + 1)
        if best is not None:
            return _grown(old, new, (start, end), (best, best + len(words)), taken)
    if start < end and not words.strip():  # a break is a break wherever it is, and only as it was
        return (begin, stop) if new[begin:stop] == words else None
    if not _survives(old, start, end, places):
        return None
    begin, stop = _word_edge(new, begin, -1), _word_edge(new, stop, 1)
    while begin < stop and new[begin].isspace():
        begin += 1
    while begin < stop and new[stop - 1].isspace():
        stop -= 1
    return (begin, stop) if begin < stop else None


def _grown(
    old: str, new: str, before: tuple[int, int], span: tuple[int, int], taken: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return a span with the letters that have grown onto its words, where its own edges parted no word.

    A case ending or a prefix belongs to the word that it was put to; letters of another script do not.
    """
    (start, end), (begin, stop) = before, span
    if _word_edge(old, start, -1) == start:
        begin = _same_script(new, begin, _word_edge(new, begin, -1))
    if _word_edge(old, end, 1) == end:
        stop = _same_script(new, stop, _word_edge(new, stop, 1))
    if any(one[0] < stop and begin < one[1] for one in taken):
        return span
    return begin, stop


def _same_script(text: str, place: int, edge: int) -> int:
    """Return the edge of a word, or the place itself where letters of another script stand between."""
    word = text[min(place, edge) : max(place, edge)]
    beside = text[place] if edge < place else text[place - 1]
    return edge if word and all(sign.isascii() == beside.isascii() for sign in word) else place


def _survives(old: str, start: int, end: int, places: Sequence[_Run]) -> bool:
    """Return whether a span has words that are still there, or was replaced as just what it was."""
    for first, last, begin, stop, same in places:
        if same and old[max(first, start) : min(last, end)].strip():
            return True
        if not same and begin < stop and start <= first and last <= end and first < last:
            return True
    return False


def _word_edge(text: str, place: int, step: int) -> int:
    """Return the nearest place in a direction that is not inside a word."""
    while 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum():
        if _WIDE_WORD.match(text[place]):
            break
        place += step
    return place


def _enclosing(
    spans: Sequence[tuple[int, int]], found: Sequence[tuple[int, int] | None], index: int
) -> int | None:
    """Return the innermost span around one that has been found again."""
    start, end = spans[index]
    for before in range(index - 1, -1, -1):
        if spans[before][0] <= start and end <= spans[before][1] and found[before]:
            return before
    return None


def _encloses_any(spans: Sequence[tuple[int, int]], index: int) -> bool:
    start, end = spans[index]
    return any(start <= one[0] and one[1] <= end for one in spans[index + 1 :])


def _places(old: str, new: str) -> list[_Run]:
    """Return runs of characters that cover both texts, those that are the same and those that are not."""
    first, second = _words(old), _words(new)
    head = 0
    while head < min(len(first), len(second)) and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < min(len(first), len(second)) - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    middle = first[head : len(first) - tail], second[head : len(second) - tail]
    if max(map(len, middle)) > _LONGEST:
        blocks = [(0, len(middle[0]), 0, len(middle[1]), False)]
    else:
        codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
        blocks = [(i, j, k, m, tag == "equal") for tag, i, j, k, m in codes]
    blocks = [
        (0, head, 0, head, True),
        *((i + head, j + head, k + head, m + head, same) for i, j, k, m, same in blocks),
        (len(first) - tail, len(first), len(second) - tail, len(second), True),
    ]
    ends_old, ends_new = _ends(first), _ends(second)
    return [(ends_old[i], ends_old[j], ends_new[k], ends_new[m], same) for i, j, k, m, same in blocks]


def _words(text: str) -> list[str]:
    """Return a text as words, blanks and signs; every character of Chinese and its like on its own."""
    found: list[str] = []
    for word in _WORD.findall(text):
        found += list(word) if _WIDE_WORD.search(word) else [word]
    return found


def _ends(words: Sequence[str]) -> list[int]:
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return ends


def _mapped(places: list[_Run], place: int, *, after: bool) -> int:
    """Return where a place between two characters went.

    Args:
        places: Runs of characters as `_places` gives them.
        place: A place of the old text.
        after: Of text that was put in at this very place, it comes after it.
    """
    if after:
        # The last run that begins here holds what stands behind the place.
        index = bisect_right(places, place, key=lambda run: run[0]) - 1
    else:
        index = next((i for i, run in enumerate(places) if run[1] >= place), len(places) - 1)
    start, end, begin, stop, same = places[index]
    if same:
        return begin + min(place - start, stop - begin)
    if place <= start:
        return begin
    if place >= end:
        return stop
    return begin + round((place - start) * (stop - begin) / (end - start))
