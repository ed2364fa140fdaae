"""Checks of names: one person, one spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from transreview.checks.check import Hit, document_check
from transreview.checks.chinese_names import copied_name, two_spellings
from transreview.checks.conditions import pair_is, spaced_target
from transreview.checks.features import Features
from transreview.checks.sounds import name_stem, same_class, skeleton, sounds_like
from transreview.i18n import _
from transreview.languages.chinese.transcription import transcribed_runs
from transreview.model.finding import Severity

MQM = "terminology/inconsistent-use-of-terminology"


@document_check(
    "name.inconsistent",
    family="names",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="One name of the source is spelled in two ways in the translation.",
    good=("特朗普来了。\n特朗普走了。", "ტრამპი მოვიდა.\nტრამპს გაუხარდა."),
    bad=("特朗普来了。\n特朗普走了。", "ტრამპი მოვიდა.\nტრემფი წავიდა."),
    applies=spaced_target,
)
def inconsistent_names(document: list[Features]) -> Iterator[tuple[int, Hit]]:
    """Report the rarer spelling of a name, found by the source's name that goes with both."""
    if document and pair_is("zh", "ka")(document[0].context.source, document[0].context.target):
        yield from two_spellings(document)
    stems = _places_of_stems(document)
    if not stems:
        return
    names = _places_of_names(document)
    for usual, other in _look_alikes(stems):
        name = _common_name(names, stems[usual], stems[other])
        if not name or not (sounds_like(name, usual) and sounds_like(name, other)):
            continue
        for index in sorted(stems[other].keys() - stems[usual].keys()):
            if index not in names[name]:
                continue
            match = stems[other][index]
            yield (
                index,
                Hit(
                    *match.span(),
                    _("“{name}” is spelled otherwise elsewhere in the document").format(name=name),
                    expected=stems[usual][min(stems[usual])].group(),
                ),
            )


_Places = dict[int, re.Match[str]]

_SHORTEST_STEM = 4


def _places_of_stems(document: Sequence[Features]) -> dict[str, _Places]:
    """Return stem → index of segment → its first form there, for words that may be names."""
    places: dict[str, _Places] = defaultdict(dict)
    for index, features in enumerate(document):
        language = features.context.target.code
        for match in features.target_words:
            word = match.group()
            if language != "ka" and not word[0].isupper():
                continue  # where there are capitals, names have one
            stem = name_stem(word.lower(), language)
            if len(stem) >= _SHORTEST_STEM:
                places[stem].setdefault(index, match)
    return places


def _look_alikes(stems: dict[str, _Places]) -> Iterator[tuple[str, str]]:
    """Yield pairs of stems that may be one name in two spellings, the more frequent first."""
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for stem in stems:
        key = skeleton(stem)
        if len(key) < 2:
            continue
        for short in {key, *(key[:i] + key[i + 1 :] for i in range(1, len(key)) if len(key) > 3)}:
            by_skeleton[short].append(stem)
    seen: set[tuple[str, str]] = set()
    for group in by_skeleton.values():
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                ranked = sorted((one, other), key=lambda s: (-len(stems[s]), s))
                pair = (ranked[0], ranked[1])
                if pair not in seen and _may_be_one_name(one, other):
                    seen.add(pair)
                    yield pair


_MOST_EDITS = 0.45


def _may_be_one_name(one: str, other: str) -> bool:
    """Whether two stems are spelled alike, and differ by more than an ending or a lost vowel."""
    from rapidfuzz.distance import Levenshtein

    if not same_class(one[0], other[0]):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or _syncopated(short, long) or _derived(one, other):
        return False
    return Levenshtein.distance(one, other) <= max(1, _MOST_EDITS * len(long))


_DERIVATION = re.compile("(?:ურ|ულ|ელ|იან|იურ|ობ|ობის|ებ|ებულ|არ|ალ|იკ|ელებ|ურად|აშვილ)?")
_COMMON_PART = 4


def _derived(one: str, other: str) -> bool:
    """Whether two stems differ by the suffixes of derivation alone (კატალონიელ-, კატალონიურ-)."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _COMMON_PART and all(_DERIVATION.fullmatch(stem[shared:]) for stem in (one, other))


def _syncopated(short: str, long: str) -> bool:
    """Whether the shorter stem is the longer one without its last vowel (ქვეყან-, ქვეყნ-)."""
    if len(long) - len(short) != 1:
        return False
    return any(long[:i] + long[i + 1 :] == short and long[i] in "აეო" for i in range(len(long)))


def _places_of_names(document: Sequence[Features]) -> dict[str, set[int]]:
    """Return the names of the source with the segments they stand in."""
    places: dict[str, set[int]] = defaultdict(set)
    for index, features in enumerate(document):
        for name in source_names(features):
            places[name].add(index)
    return places


_LONGEST_NAME = 5


def source_names(features: Features) -> set[str]:
    """Return what may be a name in the source: parts of transcribed runs, or capitalised words."""
    if not features.context.source.spaced:
        found: set[str] = set()
        for run in transcribed_runs(features.source):
            for length in range(2, min(len(run), _LONGEST_NAME) + 1):
                found.update(run[i : i + length] for i in range(len(run) - length + 1))
        return found
    return set(re.findall(r"[A-ZÀ-ÞА-Я][^\W\d_]{3,}", features.source))


_GOES_WITH = 0.6


def _common_name(names: dict[str, set[int]], usual: _Places, other: _Places) -> str:
    """Return the source's name that goes with both spellings, empty where there is none.

    It stands in most segments of the usual spelling and in the other's, and hardly anywhere else.
    """
    usual_places, other_places = set(usual), set(other) - set(usual)
    if not other_places:
        return ""
    best, best_score = "", 0.0
    for name, places in names.items():
        if not other_places <= places or len(places) < 2:
            continue
        with_usual = len(places & usual_places)
        share = with_usual / len(usual_places)
        covered = len(places & (usual_places | other_places)) / len(places)
        if with_usual and share >= _GOES_WITH and covered >= _GOES_WITH:
            score = share + covered + 0.1 * len(name)
            if score > best_score:
                best, best_score = name, score
    return best


CHECKS = (copied_name, inconsistent_names)
