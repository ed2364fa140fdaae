"""Candidate terms from aligned segments: what both sides say together more often than chance has it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from transreview.model.glossary import Glossary
from transreview.terminology.citation import citation_form, is_dictionary_form, number_in_use
from transreview.terminology.counting import CountedSide, Key, counted
from transreview.terminology.ngrams import contains

# Candidates looked at on the target side for each source candidate, and kept for the user.
_TARGETS = 3
# A target must stand in this share of the segments that have the source, and be as faithful back.
_TOGETHER = 0.5
# Segments in which a source and its rendering meet, at the least.
_FEWEST = 2
# Renderings of a candidate that are held against a dictionary.
_JUDGED = 12
# Below this a dictionary that knows the source says that the two have nothing to do with each other;
# a rendering is believed all the same that stands so often with the source, and so seldom without.
_UNRELATED, _OFTEN, _ALWAYS = 0.02, 4, 0.8
_FAITHFUL = 0.75
# A rendering is shared by candidates that it goes with nearly as well as with its best.
_NEARLY = 0.7

Support = Callable[[str, str], float | None]
"""Source and target expression → how likely they are translations, 0 to 1; None where it cannot say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCandidate:
    """How a candidate term may be rendered, with the evidence.

    Attributes:
        text: The rendering in dictionary form, as far as its forms show it.
        forms: The forms that stand in the texts, the most frequent first.
        together: Segments that have both the source candidate and this.
        segments: Segments that have this.
        score: Log-likelihood ratio of the two occurring together (Dunning 1993).
        support: How likely a dictionary finds it, from 0 to 1; 0 where none was asked or knows it.
    """

    text: str
    forms: tuple[str, ...]
    together: int
    segments: int
    score: float
    support: float = 0.0

    @property
    def strength(self) -> float:
        """How much speaks for it, from the texts and from a dictionary."""
        return self.score * (1 + 2 * self.support)


@dataclass(frozen=True, slots=True, kw_only=True)
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
    support: Support | None = None,
    least: int = 2,
    limit: int = 100,
) -> list[Candidate]:
    """Find candidate terms in aligned segments.

    Args:
        pairs: Source text and translation of each segment.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        glossary: Terms that are known already; they are left out.
        support: Says how likely a dictionary finds two expressions translations of each other.
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
        forms = source.forms(key, places)
        text = citation_form(forms, source_language)
        if not is_dictionary_form(text, forms, source_language):
            continue
        text = number_in_use(text, forms, source_language)
        targets = _renderings(text, places, target, len(segments), target_language, support)
        if targets:
            best = targets[0]
            sure = best.together / max(len(places), best.segments)
            score = round(termhood * sure * (1 + best.support), 2)
            found.append(
                Candidate(text=text, count=source.counts[key], segments=places, targets=targets, score=score)
            )
    linked = _linked(_without_parts(found))
    return sorted(linked, key=lambda candidate: (-candidate.score, candidate.text))[:limit]


def _linked(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave each rendering to the candidates that it goes with best (Melamed 2000).

    What stands in the same few segments is associated with everything else there; only one of them
    is its translation.
    """
    best: dict[str, float] = defaultdict(float)
    for candidate in found:
        for target in candidate.targets:
            best[target.text] = max(best[target.text], target.strength)
    kept = []
    for candidate in found:
        targets = tuple(t for t in candidate.targets if t.strength >= _NEARLY * best[t.text])
        if targets and targets[0] is candidate.targets[0]:
            kept.append(replace(candidate, targets=targets))
    return kept


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
    text: str,
    places: Sequence[int],
    target: CountedSide,
    total: int,
    language: str,
    support: Support | None,
) -> tuple[TargetCandidate, ...]:
    if len(places) < _FEWEST:
        return ()
    together: Counter[Key] = Counter()
    for number in places:
        together.update(target.keys(number))
    scored = []
    for key, both in together.items():
        alone = len(target.segments[key])
        if both >= max(_FEWEST, _TOGETHER * len(places)) and both >= _TOGETHER * alone:
            ratio = log_likelihood(both, len(places) - both, alone - both, total - len(places) - alone + both)
            scored.append((round(ratio, 2), key))
    # Of equally good ones the longest: a part of a rendering is as frequent as the whole.
    scored.sort(key=lambda item: (-item[0], -len(item[1]), item[1]))
    # Two long texts have thousands of them in common: made are those that are judged.
    made_of = ((key, _target(key, together[key], score, target, places, language)) for score, key in scored)
    best = islice(((key, made) for key, made in made_of if made is not None), _JUDGED)
    judged = [(key, _judged(text, made, len(places), support)) for key, made in best]
    good = [(key, made) for key, made in judged if made is not None]
    good.sort(key=lambda item: (-item[1].strength, -len(item[0]), item[0]))
    chosen: list[tuple[Key, TargetCandidate]] = []
    for key, made in good:
        if not any(contains(other, key) or contains(key, other) for other, _made in chosen):
            chosen.append((key, made))
        if len(chosen) == _TARGETS:
            break
    return tuple(made for _key, made in chosen)


def _judged(text: str, made: TargetCandidate, places: int, support: Support | None) -> TargetCandidate | None:
    """Return a rendering with what a dictionary says of it, None where that or the texts speak against it."""
    found = support(text, made.text) if support else None
    share = made.together / max(places, made.segments)
    if found is None:
        # Two words that no dictionary has are neighbours more often than translations, unless they stand
        # together time and again, and hardly without each other.
        if support is None:
            return made
        # Latin letters amid another script are a name or code that merely stands there too.
        foreign = made.text.isascii() and not text.isascii()
        often = made.together > 2 and share >= _FAITHFUL
        return made if (often or share >= 1) and not foreign else None
    if found < _UNRELATED:
        return made if made.together >= _OFTEN and share >= _ALWAYS else None
    return replace(made, support=round(found, 3))


def _target(
    key: Key,
    both: int,
    score: float,
    target: CountedSide,
    places: Sequence[int],
    language: str,
) -> TargetCandidate | None:
    forms = target.forms(key, places)
    text = citation_form(forms, language)
    if not is_dictionary_form(text, forms, language):
        return None
    # What the whole translation says, not only the segments with the source.
    text = number_in_use(text, target.forms(key, sorted(target.segments[key])), language)
    alone = len(target.segments[key])
    return TargetCandidate(text=text, forms=forms, together=both, segments=alone, score=score)


@lru_cache(maxsize=1 << 14)
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
    """Leave out candidates inside a longer one that occurs nearly as often with the same rendering.

    Where the shorter one is frequent by itself, its rendering is none of the longer one.
    """
    kept: list[Candidate] = []
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
    own = {(candidate.text, candidate.targets[0].text) for candidate in kept}
    return [
        candidate
        for candidate in kept
        if not any(
            text != candidate.text and text in candidate.text and rendering == candidate.targets[0].text
            for text, rendering in own
        )
    ]
