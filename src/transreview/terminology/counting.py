"""Counts of the sequences of one side of a corpus: how often, where, and among which neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from transreview.model.glossary import Glossary
from transreview.terminology.index import TermIndex
from transreview.terminology.ngrams import Gram, grams

Key = tuple[str, ...]

# Below this many segments their sequences are kept between the two counts of them.
_MOST_REMEMBERED = 5_000
_MOST_KEYS = 3_000_000
# Times that two parts must stand together, and never apart, to be one.
_INSEPARABLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSide:
    """One side of a corpus.

    Attributes:
        texts: Its segments.
        found: The frequent sequences of each segment.
        counts: Times that each sequence occurs which is frequent and more than a part of another.
        segments: The segments that have it.
    """

    texts: Sequence[str]
    found: Sequence[Sequence[Gram]]
    counts: Counter[Key]
    segments: dict[Key, set[int]]
    _sorted: dict[int, dict[Key, list[Gram]]] = field(default_factory=dict, repr=False, compare=False)

    def keys(self, number: int) -> Collection[Key]:
        """Return the counted sequences of a segment, each once."""
        return self._by_key(number).keys()

    def forms(self, key: Key, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return how a counted sequence stands in some segments, the most frequent form first."""
        forms = Counter(
            self.texts[number][gram.start : gram.end]
            for number in numbers
            for gram in self._by_key(number).get(key, ())
        )
        return tuple(sorted(forms, key=lambda form: (-forms[form], form)))

    def _by_key(self, number: int) -> dict[Key, list[Gram]]:
        """Return where each counted sequence stands in a segment: every candidate of it asks."""
        if number not in self._sorted:
            places: dict[Key, list[Gram]] = {}
            for gram in self.found[number]:
                if gram.key in self.counts:
                    places.setdefault(gram.key, []).append(gram)
            self._sorted[number] = places
        return self._sorted[number]


@dataclass(slots=True, kw_only=True)
class _Seen:
    """What was seen of one sequence."""

    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    segments: set[int] = field(default_factory=set)
    odd_start: bool = False
    odd_end: bool = False


def counted(texts: Sequence[str], language: str, least: int, known: Glossary) -> CountedSide:
    """Count the sequences of one side.

    Args:
        texts: Its segments.
        language: Their language.
        least: Times that a sequence must occur.
        known: Terms that no sequence cuts through or is made of.
    """
    lines = _Lines(texts, language, TermIndex(known, language))
    counts: Counter[Key] = Counter()
    for line in lines:
        counts.update(gram.key for gram in line)
        if len(counts) > _MOST_KEYS:  # a large corpus: what came once so far will hardly come to matter
            counts = Counter({key: count for key, count in counts.items() if count > 1})
    seen: dict[Key, _Seen] = defaultdict(_Seen)
    found = []
    for number, line in enumerate(lines):
        frequent = [gram for gram in line if counts[gram.key] >= least]
        found.append(frequent)
        for gram in frequent:
            entry = seen[gram.key]
            entry.before[gram.before] += 1
            entry.after[gram.after] += 1
            entry.segments.add(number)
            entry.odd_start = entry.odd_start or gram.odd_start
            entry.odd_end = entry.odd_end or gram.odd_end
    whole = {key: entry for key, entry in seen.items() if _is_whole(key, entry, counts)}
    segments = {key: entry.segments for key, entry in whole.items()}
    whole_counts = Counter({key: counts[key] for key in whole})
    return CountedSide(texts=texts, found=found, counts=whole_counts, segments=segments)


class _Lines:
    """The sequences of each text, worked out again on every pass where keeping them would cost too much."""

    def __init__(self, texts: Sequence[str], language: str, known: TermIndex) -> None:
        self._texts, self._language, self._known = texts, language, known
        self._kept = [self._line(text) for text in texts] if len(texts) < _MOST_REMEMBERED else None

    def __iter__(self) -> Iterator[list[Gram]]:
        yield from self._kept if self._kept is not None else map(self._line, self._texts)

    def _line(self, text: str) -> list[Gram]:
        known = [(match.start, match.end) for match in self._known.find(text)]
        return grams(text, self._language, known)


def _is_whole(key: Key, seen: _Seen, counts: Counter[Key]) -> bool:
    """Whether a sequence is more than a part of always the same longer one, and has sound edges."""
    if not (_varies(seen.before) and _varies(seen.after)):
        return False
    # 和 ends no term, but belongs to 杜同和 when 杜同 never stands without it.
    often = counts[key] >= _INSEPARABLE
    sound_start = not seen.odd_start or (often and counts[key[1:]] == counts[key])
    sound_end = not seen.odd_end or (often and counts[key[:-1]] == counts[key])
    return sound_start and sound_end


def _varies(neighbours: Counter[str]) -> bool:
    """Whether a sequence has more than one neighbour; every edge of a clause counts as one."""
    return len(neighbours) - ("" in neighbours) + neighbours[""] > 1
