"""Candidate terms from aligned segments: what both sides say together more often than chance has it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transreview.model.glossary import Glossary
from transreview.terminology.citation import citation_form
from transreview.terminology.counting import CountedSide, Key, counted
from transreview.terminology.ngrams import contains

# Candidates looked at on the target side for each source candidate, and kept for the user.
_TARGETS = 3
# A target must stand in this share of the segments that have the source, and be as faithful back.
_TOGETHER = 0.5


@dataclass(frozen=True, slots=True)
class TargetCandidate:
    """How a candidate term may be rendered, with the evidence.

    Attributes:
        text: The rendering in dictionary form, as far as its forms show it.
        forms: The forms that stand in the texts, the most frequent first.
        together: Segments that have both the source candidate and this.
        segments: Segments that have this.
        score: Log-likelihood ratio of the two occurring together (Dunning 1993).
    """

    text: str
    forms: tuple[str, ...]
    together: int
    segments: int
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source expression that may be a term.

    Attributes:
        text: The expression.
        count: Times it occurs.
        segments: Numbers of the segments that have it, in order.
        targets: Likely renderings, the best first.
        score: The rank: termhood (C-value, Frantzi & Ananiadou 2000) times how surely it is rendered.
    """

    text: str
    count: int
    segments: tuple[int, ...]
    targets: tuple[TargetCandidate, ...]
    score: float


def extract(
    pairs: Iterable[tuple[str, str]],
    source_language: str,
    target_language: str,
    *,
    glossary: Glossary | None = None,
    least: int = 2,
    limit: int = 100,
) -> list[Candidate]:
    """Find candidate terms in aligned segments.

    Args:
        pairs: Source text and translation of each segment.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        glossary: Terms that are known already; they are left out.
        least: Times that a candidate must occur on either side.
        limit: Candidates to return.

    Returns:
        Candidates with at least one likely rendering, the best first.
    """
    segments = list(pairs)
    known = glossary or Glossary()
    source = counted([text for text, _target in segments], source_language, least, known)
    target = counted([text for _source, text in segments], target_language, least, known)
    ranked = sorted(_termhood(source).items(), key=lambda item: (-item[1], item[0]))
    found = []
    for key, termhood in ranked[: limit * 10]:
        places = tuple(sorted(source.segments[key]))
        targets = _renderings(places, target, len(segments), target_language)
        if targets:
            best = targets[0]
            sure = best.together / max(len(places), best.segments)
            text = source.forms(key, places)[0]
            found.append(Candidate(text, source.counts[key], places, targets, round(termhood * sure, 2)))
    return sorted(_without_parts(found), key=lambda candidate: (-candidate.score, candidate.text))[:limit]


def _termhood(side: CountedSide) -> dict[Key, float]:
    """Return the C-value of each sequence: frequent, long, and not only a part of a longer one."""
    longer: dict[Key, list[int]] = defaultdict(list)
    for key, count in side.counts.items():
        for length in range(1, len(key)):
            for start in range(len(key) - length + 1):
                part = key[start : start + length]
                if part in side.counts:
                    longer[part].append(count)
    values = {}
    for key, count in side.counts.items():
        within = longer.get(key)
        # Always part of one and the same longer sequence: no term of its own.
        if within and max(within) >= count:
            continue
        alone = count - (sum(within) / len(within) if within else 0)
        values[key] = math.log2(len(key) + 1) * max(alone, 0.0)
    return {key: value for key, value in values.items() if value > 0}


def _renderings(
    places: Sequence[int], target: CountedSide, total: int, language: str
) -> tuple[TargetCandidate, ...]:
    together: Counter[Key] = Counter()
    for number in places:
        together.update({gram.key for gram in target.found[number] if gram.key in target.counts})
    scored = []
    for key, both in together.items():
        alone = len(target.segments[key])
        if both >= max(2, _TOGETHER * len(places)) and both >= _TOGETHER * alone:
            ratio = log_likelihood(both, len(places) - both, alone - both, total - len(places) - alone + both)
            scored.append((ratio, len(key), key, both, alone))
    # Of equally good ones the longest: a part of a rendering is as frequent as the whole.
    scored.sort(key=lambda item: (-item[0], -item[1], item[2]))
    chosen: list[tuple[float, int, Key, int, int]] = []
    for item in scored:
        if not any(contains(other[2], item[2]) or contains(item[2], other[2]) for other in chosen):
            chosen.append(item)
        if len(chosen) == _TARGETS:
            break
    return tuple(_target(item, target, places, language) for item in chosen)


def _target(
    item: tuple[float, int, Key, int, int], target: CountedSide, places: Sequence[int], language: str
) -> TargetCandidate:
    ratio, _length, key, both, alone = item
    forms = target.forms(key, places)
    return TargetCandidate(citation_form(forms, language), forms, both, alone, round(ratio, 2))


def log_likelihood(both: int, first: int, second: int, neither: int) -> float:
    """Return Dunning's log-likelihood ratio of a 2×2 table, 0 where they meet less than by chance."""
    total = both + first + second + neither
    rows, columns = (both + first, second + neither), (both + second, first + neither)
    cells = ((both, 0, 0), (first, 0, 1), (second, 1, 0), (neither, 1, 1))
    expected = rows[0] * columns[0] / total
    if both <= expected:
        return 0.0
    return 2 * sum(n * math.log(n * total / (rows[i] * columns[j])) for n, i, j in cells if n)


def _without_parts(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out candidates inside a longer one that occurs nearly as often with the same rendering."""
    kept = []
    for candidate in found:
        swallowed = any(
            candidate.text != other.text
            and candidate.text in other.text
            and candidate.count <= other.count * 1.2
            and candidate.targets[0].text == other.targets[0].text
            for other in found
        )
        if not swallowed:
            kept.append(candidate)
    return kept
