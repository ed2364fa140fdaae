"""Matches: what the memory knows of a text, best first, with how sure and why.

Candidates are the pairs that share the text's rarest tokens; how alike they are is the share of
units (words, or characters of scripts without spaces) that an edit distance leaves in place.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from transreview.languages.tags import parse_tag
from transreview.memory.file import MemoryFile, languages_of
from transreview.memory.record import MemoryPair, Origin
from transreview.memory.tokens import code, folded, plain, tokens, units

_READ = 12_000  # postings read at the most for one text
_COMPARED = 250  # candidates compared letter by letter
_FINAL_MARKS = " .,;:!?。，；：！？"
_SHORTEST_PART = 2  # tokens of a part worth showing


class Kind(StrEnum):
    """In which way a pair answers to a text."""

    EXACT = "exact"
    FUZZY = "fuzzy"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Match:
    """One pair for a text.

    Attributes:
        pair: The pair.
        kind: The same text, a like one, or one that is a part of it.
        percent: How alike, after penalties, 0 to 100; for a part its share of the text.
        penalty: What was taken off for its origin.
    """

    pair: MemoryPair
    kind: Kind
    percent: int
    penalty: int = 0


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """How matches are chosen.

    Attributes:
        least: Percent below which a fuzzy match is not shown.
        most: How many are shown.
        penalties: Percent taken off by origin.
    """

    least: int = 60
    most: int = 9
    penalties: dict[Origin, int] = field(default_factory=lambda: {Origin.MACHINE: 3, Origin.FOREIGN: 2})


def find_matches(
    memories: Sequence[MemoryFile],
    text: str,
    source_language: str,
    target_language: str,
    settings: MatchSettings | None = None,
) -> list[Match]:
    """Return what some memories have for a text.

    Args:
        memories: The user's own first, then teams'.
        text: A source text.
        source_language: Its BCP 47 tag.
        target_language: Tag of the translation wanted.
        settings: How many, how alike.

    Returns:
        Exact matches, fuzzy ones, parts; best first, the newest first among equals. One translation
        of one source is shown once.

    Raises:
        InputError: A memory cannot be read.
    """
    settings = settings or MatchSettings()
    languages = languages_of(source_language, target_language)
    found: list[Match] = []
    for memory in memories:
        found += _matches_in(memory, text, parse_tag(source_language).language, languages, settings)
    order = {Kind.EXACT: 0, Kind.FUZZY: 0, Kind.PART: 1}
    found.sort(key=lambda match: match.pair.changed, reverse=True)
    found.sort(key=lambda match: (order[match.kind], -match.percent))
    chosen: dict[tuple[str, str], Match] = {}
    for match in found:
        chosen.setdefault((plain(match.pair.source), plain(match.pair.target)), match)
    return list(chosen.values())[: settings.most]


def _matches_in(
    memory: MemoryFile, text: str, language: str, languages: str, settings: MatchSettings
) -> list[Match]:
    own = set(tokens(text, language))
    if not own:
        return []
    codes = {code(token, language) for token in own}
    shared = _sharing(memory, codes)
    ranked = [number for number, _weight in shared.most_common(_COMPARED)]
    exact = memory.exact(text, languages)
    wanted, parts = _compared(memory, text, [*exact, *ranked], languages, settings.least)
    pairs = memory.pairs([*wanted, *parts])
    found = []
    for number, likeness in wanted.items():
        penalty = settings.penalties.get(pairs[number].origin, 0)
        kind = Kind.EXACT if plain(pairs[number].source) == plain(text) else Kind.FUZZY
        percent = (100 if kind is Kind.EXACT else min(99, int(likeness))) - penalty
        if percent >= settings.least:
            found.append(Match(pairs[number], kind, percent, penalty))
    found += [Match(pairs[number], Kind.PART, share) for number, share in parts.items()]
    return found


def _sharing(memory: MemoryFile, codes: set[str]) -> Counter[int]:
    """Return the pairs that share the rarest of some tokens, weighed by how rare these are."""
    frequencies = memory.frequencies(sorted(codes))
    total = max(frequencies.values(), default=1) + 1
    weights: Counter[int] = Counter()
    read = 0
    for name in sorted(frequencies, key=lambda name: (frequencies[name], name)):
        if read and read + frequencies[name] > _READ:
            break
        read += frequencies[name]
        weight = 1 + round(16 * math.log(total / frequencies[name] + 1))
        for number in memory.having([name], "source", _READ):
            weights[number] += weight
    return weights


def _compared(
    memory: MemoryFile, text: str, ids: Sequence[int], languages: str, least: int
) -> tuple[dict[int, float], dict[int, int]]:
    """Return the candidates that are alike, with percents, and those that are parts, with their shares."""
    alike: dict[int, float] = {}
    parts: dict[int, int] = {}
    own, whole = units(text), folded(text)
    for number, source, size in memory.sources(list(dict.fromkeys(ids)), languages):
        theirs = units(source)
        likeness = 100 * Levenshtein.normalized_similarity(own, theirs, score_cutoff=max(0, least - 10) / 100)
        if likeness >= least:
            alike[number] = likeness
        elif (
            size >= _SHORTEST_PART and (part := folded(source).strip(" .,;:!?。，；：！？")) and part in whole
        ):
            parts[number] = max(1, 100 * len(part) // max(1, len(whole)))
    return alike, parts
