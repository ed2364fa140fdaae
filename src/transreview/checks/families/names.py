"""Checks of names: one person, one spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from transreview.checks.check import Hit, comparing_check
from transreview.checks.chinese_names import copied_name, missing_name, spelled, usual_spelling
from transreview.checks.comparison import Companions, Use
from transreview.checks.conditions import names_transliterated, spaced_target
from transreview.checks.environment import Environment
from transreview.checks.features import WORD, Features
from transreview.checks.sounds import alike, merged_skeleton, name_skeletons, name_stem, same_class, skeleton
from transreview.i18n import _
from transreview.languages.chinese.transcription import transcribed_runs
from transreview.languages.language import Language
from transreview.languages.registry import language
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity

MQM = "terminology/inconsistent-use-of-terminology"


_SHORTEST_STEM = 4
# Set before a Chinese name whose spellings are those of its own practices, and between it and each of these.
_OWN, _AS = "\N{MIDDLE DOT}", "="


class _Stems(dict[str, str]):
    """The stem of each word met so far, as that of a name; "" of words too short to tell one by.

    Args:
        code: Code of the words' language.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self._language = language(code)

    def __missing__(self, word: str) -> str:
        stem = name_stem(word, self._language)
        kept = stem if len(stem) >= _SHORTEST_STEM else ""
        if len(self) < _REMEMBERED:
            self[word] = kept
        return kept


_stems_of = cache(_Stems)
_REMEMBERED = 200_000


def _capitals_only(language: Language) -> bool:
    """Whether names have a capital, where there are any."""
    return language.cased or not language.name_stem


def _found_stems(features: Features) -> set[str]:
    """Return the stems of the words of a translation that may be names."""
    words = features.folded_words
    if _capitals_only(features.context.target):
        written = WORD.findall(features.target_prose)
        words = [word for one, word in zip(written, words, strict=True) if one[0].isupper()]
    return set(map(_stems_of(features.context.target.code).__getitem__, words)) - _NONE


_NONE = frozenset(("",))


class _Likes(dict[str, bool]):
    """Whether a name of the source sounds like the skeleton of a word, told once of each skeleton.

    Args:
        name: The name.

    Attributes:
        begins: The classes of sounds that such a word may begin with.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sounds = name_skeletons(name)
        self.begins = frozenset(sounds[0] for sounds in self._sounds if sounds)

    def __missing__(self, skeleton: str) -> bool:
        self[skeleton] = likes = any(alike(sounds, skeleton) for sounds in self._sounds)
        return likes


_likes_of = lru_cache(maxsize=1 << 14)(_Likes)


def _company(features: Features) -> tuple[set[str], set[str]]:
    """Return the names of a source, and the words of its translation that may be names."""
    names = source_names(features)
    words = _found_stems(features)
    if _are_known(features.context.source.code, features.context.target.code):
        for use in spelled(features):
            names.add(_OWN + use.thing)
            words.add(_own_word(use))
    return names, words


class _Sounds(dict[str, str]):
    """The consonants of each word met so far; "" of words with fewer than two, and of own spellings."""

    def __missing__(self, word: str) -> str:
        sounds = "" if word.startswith(_OWN) else merged_skeleton(word)
        kept = sounds if len(sounds) > 1 else ""
        if len(self) < _REMEMBERED:
            self[word] = kept
        return kept


_sounds_of = _Sounds()


def _own_word(use: Use) -> str:
    return f"{_OWN}{use.thing}{_AS}{use.choice}"


def _sound_like(name: str, words: Iterable[str]) -> list[str]:
    """Return the words that sound like a name, or are its spellings by a practice of its own."""
    if name.startswith(_OWN):
        return [word for word in words if word.startswith(f"{name}{_AS}")]
    likes = _likes_of(name)
    begins = likes.begins
    return [
        word
        for word, sounds in zip(words, map(_sounds_of.__getitem__, words), strict=True)
        if sounds and sounds[0] in begins and likes[sounds]
    ]


def _places(features: Features, name: str, word: str) -> Iterator[Use]:
    """Yield where a word stands for a name: the first place, and every one of a spelling of its own."""
    if not name.startswith(_OWN):
        stem_of = _stems_of(features.context.target.code)
        capitals_only = _capitals_only(features.context.target)
        for match, folded in zip(features.target_words, features.folded_words, strict=True):
            if stem_of[folded] == word and not (capitals_only and not match.group()[0].isupper()):
                yield Use(name, word, *match.span(), match.group())
                break
        return
    for use in spelled(features):
        if _own_word(use) == word:
            yield use


@cache
def _are_known(source: str, target: str) -> bool:
    """Whether it is known how names of one language are spelled in the other."""
    return names_transliterated(language(source), language(target))


_GOES_WITH = 0.6
_VOWELS = frozenset("აეიოუaeiouyаеиоуыэюяєії")


def _rarer_spellings(
    name: str,
    named: int,
    counts: Mapping[str, int],
    everywhere: Mapping[str, int],
    environment: Environment,
) -> dict[str, str]:
    """Return the spellings of a name that another one, more frequent, is used instead of.

    The name goes with both: it stands where the usual one does, mostly, and in all places of the
    other, and hardly anywhere else.
    """
    if len(counts) < 2:
        return {}
    if name.startswith(_OWN):
        written = {form.rpartition(_AS)[2]: count for form, count in counts.items()}
        usual = f"{name}{_AS}{usual_spelling(name.removeprefix(_OWN), written, environment)}"
        return {form: usual for form in counts if form != usual}
    odd: dict[str, tuple[float, str]] = {}
    for one, other in _of_like_sounds(counts):
        if not _may_be_one_name(one, other):
            continue
        if name.isascii() and one.isascii() and not _may_be_one_name(name.lower(), one):
            continue  # a word that begins a heading: in its own letters a name would look like itself
        usual, rare = sorted((one, other), key=lambda stem: (-everywhere[stem], stem))
        share = counts[usual] / everywhere[usual]
        covered = min(1.0, (counts[usual] + counts[rare]) / named)
        if counts[rare] == everywhere[rare] and share >= _GOES_WITH and covered >= _GOES_WITH:
            odd[rare] = max(odd.get(rare, (0.0, "")), (share + covered, usual))
    return {rare: usual for rare, (_score, usual) in odd.items()}


def _spelled_otherwise(use: Use, usual: str, _environment: Environment) -> Hit:
    message = _("“{name}” is spelled otherwise elsewhere in the document").format(name=use.thing)
    form = usual.rpartition(_AS)[2] if usual.startswith(_OWN) else _with_ending_of(use, usual)
    return Hit(use.start, use.end, message, expected=form.capitalize() if use.text[0].isupper() else form)


def _with_ending_of(use: Use, usual: str) -> str:
    """Return the usual stem with the ending that a word has; alone where the two do not end alike."""
    stem, word = use.choice, use.text.lower()
    alike_ends = (stem[-1] in _VOWELS) is (usual[-1] in _VOWELS)
    return usual + word[len(stem) :] if alike_ends and word.startswith(stem) else usual


inconsistent_names = comparing_check(
    "name.inconsistent",
    family="names",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="One name of the source is spelled in two ways in the translation.",
    good=("特朗普来了。\n特朗普走了。", "ტრამპი მოვიდა.\nტრამპს გაუხარდა."),
    bad=("特朗普来了。\n特朗普走了。", "ტრამპი მოვიდა.\nტრემფი წავიდა."),
    applies=spaced_target,
    compares=Companions(
        company=_company,
        goes=_sound_like,
        judge=_rarer_spellings,
        places=_places,
        describe=_spelled_otherwise,
    ),
)


def _of_like_sounds(stems: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of stems that have the same consonants, or the same but for one inside."""
    by_sounds: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        for sounds in _nearly(stem):
            by_sounds[sounds].append(stem)
    return sorted({two for alike_ones in by_sounds.values() for two in combinations(alike_ones, 2)})


@lru_cache(maxsize=1 << 14)
def _nearly(stem: str) -> frozenset[str]:
    key = skeleton(stem)
    cuts = (key[:i] + key[i + 1 :] for i in range(1, len(key)) if len(key) > 3)
    return frozenset((key, *cuts)) if len(key) > 1 else frozenset()


_MOST_EDITS = 0.45


@lru_cache(maxsize=65536)
def _may_be_one_name(one: str, other: str) -> bool:
    """Whether two stems are spelled alike, and differ by more than an ending or a lost vowel."""
    from rapidfuzz.distance import Levenshtein

    if not same_class(one[0], other[0]):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or _syncopated(short, long) or _derived(one, other):
        return False
    return Levenshtein.distance(one, other) <= max(1, _MOST_EDITS * len(long))


_DERIVATION = lazy_pattern("(?:ურ|ულ|ელ|იან|იურ|ობ|ობის|ებ|ებულ|არ|ალ|იკ|ელებ|ურად|აშვილ)?")
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


CHECKS = (copied_name, missing_name, inconsistent_names)
