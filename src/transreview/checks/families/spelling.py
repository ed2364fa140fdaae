"""Checks of spelling, as far as a slip of the hand shows by itself: a letter doubled, two letters swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import target_grammar
from transreview.checks.features import Features
from transreview.checks.sounds import sounds_like
from transreview.i18n import _
from transreview.languages.chinese.names import find_names
from transreview.languages.chinese.transcription import transcribed_runs
from transreview.languages.georgian.grammar.near_words import everyday_form, without_double
from transreview.languages.georgian.grammar.verb_spelling import other_preverbs
from transreview.languages.georgian.stem import name_stem
from transreview.languages.georgian.word_forms import forms_among, is_word
from transreview.languages.georgian.words import LONGEST_WORD, words_in
from transreview.languages.pairs.chinese_georgian import occurrences
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity

_WORD = lazy_pattern("[ა-ჰ]{5,}")
_DOUBLED = lazy_pattern(r"([ა-ჰ])\1")
_THRICE = lazy_pattern(r"([აეიოუ])\1\1")
_PLURAL_BEHIND_E = lazy_pattern("ებ(?:ი|მა|ს|ის|ისა|ით|ად|ო|ში|ზე|თან|ისთვის|ისგან|იდან|ამდე)?ც?")
# Endings of verbs whose forms the dictionary has not all.
_OF_VERBS = ("ავს", "ებინა", "ევინა", "ებინათ", "ევინათ", "ებინოს", "ებინონ")
# A preverb may end in the vowel that the verb begins with: დააწერს, მიიღო, შეეხო. No version is ო.
_VERSIONS = "აიეუ"
_PREVERB = lazy_pattern("(?:და|გა|გადა|გადმო|გამო|მო|შე|შემო|აღ|წა|წამო|ჩა|ჩამო|მი|უ|ა)$")
# What is done has no version: გაუუმჯობესება is a slip.
_FOR_SOMEBODY = lazy_pattern(
    "(?:და|გა|მო|შე|აღ|წა|ჩა)უუ[ა-ჰ]{4,}(?<!(?<!დ)ება)(?<!(?<!დ)ებას)(?<!ების)(?<!ებით)(?<!ებაში)(?<!ებაზე)(?<!ებისთვის)"
)
_SHORTEST_SWAP = 7
# Share of the consonants in which a word and a name agree that is written so: others are alike by chance.
_CLOSELY = 0.75
# Words met so far that are known, or unknown and like no known one (names), so that a text of nothing
# but such is passed over at once.
_fine: set[str] = set()
_passed: set[str] = set()  # the same of words with hyphens inside, as `words_in` cuts a text
_REMEMBERED = 200_000


@segment_check(
    "spell.typo",
    family="spelling",
    severity=Severity.WARNING,
    mqm="linguistic-conventions/spelling",
    explanation="A word is unknown, and known without a doubled letter or with two neighbours swapped.",
    good=("主要问题", "მთავარი საკითხი"),
    bad=("主要问题", "მთაავარი საკითხი"),
    applies=target_grammar("georgian"),
)
def typo(features: Features) -> Iterator[Hit]:
    """Report Georgian words with such a slip; names of the source are left alone."""
    for start, end, better in mistyped(features):
        yield Hit(start, end, _("The word looks mistyped"), expected=better)


def mistyped(features: Features) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of words with a doubled letter or two swapped, each with the word that is meant."""
    written = words_in(features.target_prose)
    if _passed.issuperset(written):
        return
    doubtful = False
    for match in _WORD.finditer(features.target_prose):
        word = match.group()
        if word in _fine:
            continue
        if len(word) > LONGEST_WORD:
            better = None
        else:
            better = without_double(word) if is_word(word) else _mended(word)
        if better is not None and everyday_form(word):
            better = None  # spell.letter is sure of it
        doubtful = doubtful or better is not None
        if better is None:
            if len(_fine) < _REMEMBERED:
                _fine.add(word)
            continue
        if _is_joined(features.target, match) or _is_own_name(features, word, better):
            continue
        yield *match.span(), better
    if not doubtful and len(_passed) < _REMEMBERED:
        _passed.update(written)


def _mended(word: str) -> str | None:
    """Return the known word that one slip made this unknown one of, or None."""
    if (thrice := _THRICE.search(word)) and is_word(once := word.replace(thrice[0], thrice[0][1:], 1)):
        return once  # მიიიღებს
    for match in _DOUBLED.finditer(word):
        if match.start() == 0:
            continue  # გგზავნი, მმართებს, ვვარაუდობ, სსრკ: a person's prefix before the same letter
        if word.endswith("სს") and match.end() == len(word):
            continue  # ფრომისს, კლასს: the dative of a stem in -ს
        if _PREVERB.match(word[: match.start() + 1]) and match.group(1) in _VERSIONS:
            continue
        if _FOR_SOMEBODY.fullmatch(word):
            continue  # გაუუარესდა, it got worse for him: the version beside a stem in უ-
        if _PLURAL_BEHIND_E.fullmatch(word, match.end() - 1) and is_word(word[: match.start() + 1]):
            continue  # მომსახურეების: the plural of a noun in -ე
        shorter = word[: match.start()] + word[match.start() + 1 :]
        if is_word(shorter):
            return shorter
    if len(word) < _SHORTEST_SWAP or word.endswith(_OF_VERBS):
        return None  # გადართავს, a verb, is no slip of გადართვას; nor გვეჩვენებინა of გვეჩვენებიან
    swapped = (
        f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
        for place in range(len(word) - 1)
        if word[place] != word[place + 1]
    )
    found = next(iter(forms_among(swapped)), None)
    return None if found is not None and other_preverbs(word) else found  # ჩაუდგეს beside დაუდგეს


def _is_joined(text: str, match: re.Match[str]) -> bool:
    """Whether the word is a part of a compound or has an ending behind a hyphen."""
    return text[match.end() : match.end() + 1] in {"-", "’"} or text[: match.start()][-1:] in {"-", "’"}


def _is_own_name(features: Features, word: str, better: str) -> bool:
    """Whether the word is how a name of the source is spelled, and not two letters of that name swapped."""
    if len(better) == len(word) and _is_name(features, better):
        return False
    return _is_name(features, word)


def _is_name(features: Features, word: str) -> bool:
    names = transcribed_runs(features.source) if features.context.source.transcribes else []
    names += re.findall(r"[A-ZÀ-Þ][^\W\d_]{2,}", features.source)
    stem = name_stem(word)
    return any(sounds_like(name, stem, _CLOSELY) for name in names) or _is_chinese_name(features, word)


def _is_chinese_name(features: Features, word: str) -> bool:
    """Whether the word is a Chinese name of the source as its syllables are spelled: დალიანი, 大连."""
    return not features.context.source.spaced and any(
        features.target[found.start : found.end].endswith(word)
        for name in find_names(features.source)
        for found in occurrences(name.text, features.target, kind=name.kind)
    )


CHECKS = (typo,)
