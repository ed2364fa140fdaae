"""Checks of repetition: doubled words, doubled phrases, and the loops of a machine that lost its thread."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import spaced_target, target_known
from transreview.checks.features import Features
from transreview.checks.pair_modules import names_of
from transreview.checks.sounds import skeleton, sounds_like
from transreview.i18n import _
from transreview.languages.chinese.transcription import transcribed_runs
from transreview.languages.language import Language
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

_SOURCE_REPEATS = lazy_pattern(r"([^\W\d_]{2,})[，,、！!。\s]{0,2}\1")


def _without_reduplication(source: Language, target: Language) -> bool:
    return spaced_target(source, target) and not target.reduplicates


@segment_check(
    "rep.word",
    family="repetition",
    severity=Severity.WARNING,
    mqm="linguistic-conventions/grammar",
    explanation="A word stands twice in a row.",
    good=("非常非常好", "ძალიან ძალიან კარგი"),
    bad=("他和我", "ის და და მე"),
    applies=_without_reduplication,
)
def doubled_word(features: Features) -> Iterator[Hit]:
    """Report a word followed by itself with nothing but blanks between, unless the source repeats too."""
    if not features.repeats_words:
        return
    words, folded = features.target_words, features.folded_words
    allowed, names = features.context.target.doubled_words, dict[str, bool]()
    repeats: bool | None = None
    for index in range(1, len(words)):
        if folded[index - 1] in allowed or not _is_said_again(folded[index - 1], folded[index]):
            continue
        first, second = words[index - 1], words[index]
        between = features.target[first.end() : second.start()]
        if between != " " and between != "\u00a0":
            continue
        if len(first.group()) < 2 and first.group().isascii():
            continue
        if folded[index] not in names:
            names[folded[index]] = _is_doubled_name(features, folded[index])
        if names[folded[index]]:
            continue
        # "port port": one of the two is a name that the source, in another script, has as it is.
        named = first.group().isascii() and not features.context.shares_script
        named = named and first.group() in features.source
        if repeats is None:
            repeats = _SOURCE_REPEATS.search(features.source) is not None
        weight = Severity.INFO if named or repeats else None
        end = second.start() + len(first.group())
        yield Hit(
            first.start(),
            end,
            _("The word stands twice"),
            expected=first.group(),
            fix=Fix(first.end(), end, "") if weight is None else None,
            severity=weight,
        )


def _is_said_again(word: str, following: str) -> bool:
    """Whether a word stands once more, by itself or as the first part of the next one: ვიცე ვიცე-მერი."""
    return word == following or following.startswith(f"{word}-")


# A name of the source that says one thing twice: Yo-Yo, Bora Bora, Sirhan Sirhan.
_DOUBLED_NAME = lazy_pattern(r"\b([^\W\d_a-z][^\W\d_]+)[-\u2010\u2011· ]\1\b")


def _is_doubled_name(features: Features, word: str) -> bool:
    """Whether a word stands twice because a name of the source has two parts that sound like it."""
    if word in features.context.target.function_words:
        tables = names_of(features.context.pair)
        return tables is not None and bool(tables.are_two_words(features.source, word))
    names = [match.group(1) for match in _DOUBLED_NAME.finditer(features.source)]
    if features.context.source.transcribes:  # 博拉博拉
        names += [
            match.group(1) for run in transcribed_runs(features.source) for match in _TWICE.finditer(run)
        ]
    if any(sounds_like(name, word) or skeleton(name.lower()) == skeleton(word) for name in names):
        return True  # (Yo-Yo, იო იო: no consonant on either side)
    tables = names_of(features.context.pair)
    return tables is not None and bool(tables.says_twice(features.source, word))


_TWICE = lazy_pattern(r"(..+)\1")
_LONGEST_PHRASE = 8


@segment_check(
    "rep.phrase",
    family="repetition",
    severity=Severity.ERROR,
    mqm="linguistic-conventions/unintelligible",
    explanation="A phrase of two or more words is repeated at once.",
    good=("他来了又走了。", "ის მოვიდა და წავიდა."),
    bad=("国家的经济发展", "ქვეყნის ეკონომიკური ქვეყნის ეკონომიკური განვითარება"),
    applies=target_known,
)
def doubled_phrase(features: Features) -> Iterator[Hit]:
    """Report phrases that follow themselves."""
    if not features.context.target.spaced:
        yield from _doubled_run(features)
        return
    if not features.repeats_words:
        return
    words, folded = features.target_words, features.folded_words
    reported, repeated = -1, None
    count = Counter(folded)
    for start, word in enumerate(folded[:-3]):
        if count[word] < 2 or start < reported:
            continue
        for length in range(2, min(_LONGEST_PHRASE, (len(folded) - start) // 2) + 1):
            if folded[start] != folded[start + length]:
                continue
            if folded[start : start + length] != folded[start + length : start + 2 * length]:
                continue
            if len(set(folded[start : start + length])) == 1 or _are_apart(features, start, length):
                continue
            reported = start + 2 * length
            second = words[start + length].start()
            between = features.target[words[start + length - 1].end() : second]
            weight = _across_a_comma(features) if "," in between else None
            if repeated is None:
                repeated = bool(_SOURCE_REPEATS.search(features.source))
            if repeated:
                weight = Severity.INFO
            yield Hit(
                words[start].start(),
                words[reported - 1].end(),
                _("The phrase is repeated"),
                expected=features.target[words[start].start() : words[start + length - 1].end()],
                fix=Fix(words[start].start(), second, "") if between.isspace() else None,
                severity=weight,
            )
            break


_RUN_TWICE = lazy_pattern(r"([^\W\d_]{4,30}?)\1")


def _doubled_run(features: Features) -> Iterator[Hit]:
    """Report runs of four or more characters that follow themselves, for languages without spaces."""
    for match in _RUN_TWICE.finditer(features.target_prose):
        run = match.group(1)
        if len(set(run)) > 2 and match.group() not in features.source:
            yield Hit(*match.span(), _("The phrase is repeated"), expected=run, fix=Fix(*match.span(), run))


def _across_a_comma(features: Features) -> Severity:
    """Return how bad a repetition is that a comma parts, as it may part two clauses."""
    return Severity.WARNING if features.context.pair.meaning else Severity.INFO


def _are_apart(features: Features, start: int, length: int) -> bool:
    """Whether two equal runs of words are no repetition: of two sentences, or told apart by digits."""
    words = features.target_words
    whole = features.target[words[start].start() : words[start + 2 * length - 1].end()]
    if _raw(features, start, length) != _raw(features, start + length, length):
        return True  # rex for release 1.2, bo for release 1.3: what is masked tells them apart
    if "<" in whole and _BLOCK.search(whole):
        return True  # a<dl><dd>a: each stands in an element of its own
    return _crosses_sentences(features, start, length)


_BLANKS = frozenset(" \u00a0\n\t")
_BLOCK = lazy_pattern(r"</?(?:br|p|div|li|[ou]l|d[ldt]|t[dhr]|table|h[1-6])\b[^<>]*>", re.IGNORECASE)


def _raw(features: Features, start: int, length: int) -> list[str]:
    """Return the words of a phrase with the names, codes and numbers among them and before the first."""
    words = features.target_words
    first = words[start].start()
    # "IPv4-only" and "IPv6-only" are two words, of which "only" alone is no code.
    while first and features.target[first - 1] not in _BLANKS:
        first -= 1
    return re.findall(r"\w+", features.target[first : words[start + length - 1].end()].lower())


def _crosses_sentences(features: Features, start: int, length: int) -> bool:
    """Whether more than blanks, commas, dashes and quotation marks stands between the two."""
    words = features.target_words
    between = features.target[words[start + length - 1].end() : words[start + length].start()]
    return bool(between.strip(' \u00a0,"–—-“”„«»'))


_LOOP_TIMES = 4
_LOOP_SHARE = 0.15


@segment_check(
    "rep.loop",
    family="repetition",
    severity=Severity.CRITICAL,
    mqm="linguistic-conventions/unintelligible",
    explanation="The same words come back again and again: the machine got stuck.",
    good=("他来了又走了。", "ის მოვიდა და ისევ წავიდა."),
    bad=("科学家的研究", "მეცნიერთა კვლევა კვლევა კვლევა კვლევა კვლევა კვლევა"),
    applies=spaced_target,
)
def loop(features: Features) -> Iterator[Hit]:
    """Report a pair of words that makes up much of the text, or one word many times in a row."""
    if not features.repeats_words:
        return
    words, folded = features.target_words, features.folded_words
    if len(folded) < 6:
        return
    bigrams = Counter(pairwise(folded))
    (first, second), times = bigrams.most_common(1)[0]
    if times < _LOOP_TIMES or times * 2 < _LOOP_SHARE * len(folded):
        return
    places = [i for i in range(len(folded) - 1) if folded[i] == first and folded[i + 1] == second]
    following = {folded[i + 2] for i in places if i + 2 < len(folded)}
    span = places[-1] - places[0]
    if (len(following) > times // 2 and span > 4 * times) or (len(following) > 1 and span > 8 * times):
        return  # other words follow each time, and not at once: a figure of speech, no stuck machine
    if span > 10 * times or _returns(features.source, times):
        return  # far apart: the theme of a long text, not a loop; or the source does the same
    yield Hit(
        words[places[0]].start(),
        words[places[-1] + 1].end(),
        _("The same words come back {times} times").format(times=times),
        found=f"{first} {second}",
    )


def _returns(source: str, times: int) -> bool:
    """Whether the source repeats some stretch about as often, as tables and lists of options do."""
    size = 3 if any(char > "\u2e80" for char in source) else 8
    source = re.sub(r"\d+", "0", source)  # row 1, cell 1; row 1, cell 2
    stretches = Counter(source[i : i + size] for i in range(len(source) - size))
    return bool(stretches) and max(stretches.values()) >= times - 1


CHECKS = (doubled_word, doubled_phrase, loop)
