"""Checks of length: too short, too long, cut off, sentences missing or added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import target_known
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.pairs.coverage import all_answered, is_answered
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity, Side
from transreview.model.unit import UnitKind

OMISSION = "accuracy/omission"
ADDITION = "accuracy/addition"

_FEWEST_CHARACTERS = 6
# Spreads from the middle at which each severity begins: too short, too long.
_SHORT = ((Severity.ERROR, -4.5), (Severity.WARNING, -3.1), (Severity.INFO, -2.0))
_LONG = ((Severity.ERROR, 5.0), (Severity.WARNING, 3.4), (Severity.INFO, 1.9))


@segment_check(
    "len.ratio",
    family="length",
    severity=Severity.WARNING,
    mqm=OMISSION,
    explanation="The translation is far shorter or longer than translations of such a source are.",
    good=("会议在长沙召开。", "შეხვედრა ჩანშაში გაიმართა."),
    bad=("中国眼镜协会第九届常务理事会在湖南长沙召开，一百余人参加了会议。", "შეხვედრა."),
)
def unusual_length(features: Features) -> Iterator[Hit]:
    """Report lengths outside the band of the language pair."""
    if features.is_empty or features.source_size < _FEWEST_CHARACTERS or not features.source_is_own:
        return
    deviation = features.length_deviation
    if _SHORT[-1][1] < deviation < _LONG[-1][1] or _mostly_shared(features):
        return
    worst = _worst_of_length(features)
    if not features.context.pair.meaning and abs(deviation) < _FAR:
        worst = min(worst, Severity.INFO, key=_rank)
    if features.gloss_size and deviation < 0:
        without = max(features.source_size - features.gloss_size, 1)
        if features.context.lengths.deviation(without, max(features.target_size, 1)) > _USUAL:
            worst = Severity.INFO
    for severity, limit in _SHORT:
        if deviation <= limit:
            end = len(features.target.rstrip())
            message = _("Much shorter than such translations are")
            yield Hit(end, end, message, severity=min(severity, worst, key=_rank))
            return
    for severity, limit in _LONG:
        if deviation >= limit:
            message = _("Much longer than such translations are")
            yield Hit(0, len(features.target), message, severity=min(severity, worst, key=_rank))
            return


def _rank(severity: Severity) -> int:
    return severity.rank


# A translation no shorter than this is of a usual length.
_USUAL = -1.25
# Characters of an alphabet (Chinese ones count more) from which on a length says something for sure.
_SURE_LENGTH, _SURE_ERROR, _DENSITY = 40, 60, 2.5
# Spreads from the middle that count where little more than the usual lengths is known of a pair.
_FAR = 4.0
# Spreads from the middle that are beyond doubt where the usual lengths are only estimated.
_UNHEARD_OF = 7.0
# Characters of a dense script below which a set phrase may need a sentence in another language.
_TERSE = 13


def _worst_of_length(features: Features) -> Severity:
    """Return how bad an unusual length may be called: of a few words, or of a pair not measured, not much."""
    size = features.source_size * (_DENSITY if features.context.source.dense else 1)
    if features.length_deviation > 0 and not _is_terse(features):
        size = max(size, features.target_size * (_DENSITY if features.context.target.dense else 1))
    if size < _SURE_LENGTH:
        return Severity.INFO
    if _is_measured(features):
        return Severity.ERROR if size >= _SURE_ERROR else Severity.WARNING
    sure = size >= _SURE_ERROR and abs(features.length_deviation) >= _UNHEARD_OF
    return Severity.WARNING if sure else Severity.INFO


def _is_terse(features: Features) -> bool:
    """Whether a few characters may say much: 七天无理由退货 takes nine words of most languages."""
    short = features.context.source.dense and features.source_size < _TERSE
    return short and features.length_deviation < _LONG[0][1]


def _is_measured(features: Features) -> bool:
    """Whether usual lengths are known from translations of this pair, or of this project."""
    return features.context.pair.fitted or features.context.lengths.own


def _mostly_shared(features: Features) -> bool:
    """Whether what stands unchanged on both sides is most of either: the rest tells nothing of the whole."""
    texts = features.source_prose, features.target_prose
    ours, theirs = map(_WORDS.findall, texts)
    if set(ours).isdisjoint(theirs):
        return not all(any(map(str.isalpha, text)) for text in texts)
    shared = sum(len(word) * count for word, count in (Counter(ours) & Counter(theirs)).items())
    return 2 * shared >= min(sum(map(str.isalpha, text)) for text in texts)


_WORDS = lazy_pattern(r"[^\W\d_]+")


# A sentence that is gone or new moves the length about this far; less far, and the sentences were
# rather joined or split. By severity.
_DROPPED = ((Severity.WARNING, -1.4), (Severity.INFO, -0.45))
_SHORTEST_SENTENCE = 6
_ADDED = ((Severity.WARNING, 1.5), (Severity.INFO, 0.95))


@segment_check(
    "sent.count",
    family="length",
    severity=Severity.WARNING,
    mqm=OMISSION,
    explanation="A sentence is missing or was added: the count of sentences differs, and so does the length.",
    good=("他来了。他看了。他走了。", "ის მოვიდა, ნახა და წავიდა."),
    bad=("他来到了长沙。他参加了会议。他作了重要的报告。", "ის ჩავიდა ჩანშაში."),
)
def sentence_count(features: Features) -> Iterator[Hit]:
    """Report fewer sentences in a short translation, or more of them in a long one.

    Sentences may be joined and split freely; only together with an unusual length is it a sign.
    """
    if features.is_empty or features.source_size < _FEWEST_CHARACTERS:
        return
    if features.source.strip() == features.target.strip():
        return  # a copy: only the two languages cut it in another way
    deviation = features.length_deviation
    if _DROPPED[-1][1] < deviation < _ADDED[-1][1] or features.one_sentence:
        return
    in_source = _told(features.source, features.source_sentences)
    in_target = _told(features.target, features.target_sentences)
    if in_source == in_target:
        return
    end = len(features.target.rstrip())
    if in_target < in_source:
        # Two sentences are often one in the other language; of three or more, one is rather gone.
        slack = 0.7 if in_source == 2 else 0.0
        if features.source_size < _SHORTEST_SENTENCE * in_source or _are_joined(features):
            return  # short ones are joined at will
        for severity, limit in _DROPPED if _tells_much(features) else _DROPPED[1:]:
            if deviation <= (limit if severity is Severity.WARNING else limit - slack):
                message = _("A sentence seems to be missing")
                yield Hit(end, end, message, str(in_source), found=str(in_target), severity=severity)
                return
        return
    start = features.target_sentences[-1][0]
    if deviation < _ADDED[-1][1] or _is_parted(features, start):
        return
    for severity, limit in _ADDED if _tells_much(features) else _ADDED[1:]:
        if deviation >= limit:
            message = _("A sentence seems to be added")
            yield Hit(start, end, message, str(in_source), found=str(in_target), severity=severity)
            return


def _are_joined(features: Features) -> bool:
    """Whether every sentence of the source is answered in the translation, where two became one."""
    sentences = [features.source[start:end] for start, end in features.source_sentences]
    return all_answered(sentences, features.target, *_codes(features))


def _is_parted(features: Features, start: int) -> bool:
    """Whether the last sentence of the translation answers to a part of the source: one became two."""
    written = features.target
    return is_answered(written[start:], written[:start], features.source, *_codes(features))


def _codes(features: Features) -> tuple[str, str]:
    return features.context.source.code, features.context.target.code


def _told(text: str, sentences: Sequence[tuple[int, int]]) -> int:
    """Return how many sentences say something: "(issue #275)" behind a stop is no sentence."""
    return sum(any(map(str.isalnum, _ASIDE.sub("", text[start:end]))) for start, end in sentences)


_ASIDE = lazy_pattern(r"\[[^\[\]]*\]\([^()]*\)|[(（][^()（）]*[)）]")


def _tells_much(features: Features) -> bool:
    known = features.context.pair.meaning or abs(features.length_deviation) >= _FAR / 2
    return bool(known) and _is_measured(features) and features.source_size >= _LONG_ENOUGH


_LONG_ENOUGH = 18
# Weights of the signs that a text breaks off; together they make a severity.
_WEIGHTS = {
    "mark": 1.5,
    "word": 1.0,
    "open": 1.0,
    "short": 1.0,
    "very short": 1.0,
    "anchors": 1.5,
    "hangs": 1.5,
}
_CUT = ((Severity.ERROR, 4.5), (Severity.WARNING, 3.0), (Severity.INFO, 2.5))
# Spreads below the usual length.
_SHORTISH, _SHORT_INDEED = -0.9, -1.7
_HANGING = lazy_pattern(
    r"(?:[,–—-]|\b(?:და|ან|რომ|თუ|რომელიც|and|or|that|the|of|to|и|что|или|und|dass|et|que))\s*\.?$"
)
# Georgian words end in a vowel or in one of these; a bare stem of another consonant is cut.


@segment_check(
    "len.truncated",
    family="length",
    severity=Severity.WARNING,
    mqm=OMISSION,
    explanation="The translation breaks off: several signs of a cut end come together.",
    good=("他在会上作了报告。", "მან შეხვედრაზე მოხსენება გააკეთა."),
    bad=("警方说他在打斗中丢了眼镜和一百元。", "პოლიციამ თქვა, რომ მან დაკარგა სათ"),
)
def truncated(features: Features) -> Iterator[Hit]:
    """Report texts that show several weak signs of having been cut off at the end."""
    if features.is_empty or features.source_size < 2 * _FEWEST_CHARACTERS:
        return
    if (
        features.target_end[0]
        and features.length_deviation > _SHORTISH
        and not len(features.target_quotes) % 2
    ):
        return  # whatever else there is, it is not enough
    total = sum(_WEIGHTS[sign] for sign in _signs(features))
    if total < _CUT[-1][1] - _WEIGHTS["anchors"]:
        return
    if _second_half_lost(features):
        total += _WEIGHTS["anchors"]
    for severity, limit in _CUT:
        if total >= limit:
            if not features.source_end[0]:
                severity = min(severity, Severity.WARNING, key=_rank)  # noqa: PLW2901 - the source ends so too
            end = len(features.target.rstrip())
            words = features.target_words
            start = words[-1].start() if words else end
            yield Hit(start, end, _("The translation seems to break off"), severity=severity)
            return


def _signs(features: Features) -> Iterator[str]:
    """Yield the names of the signs that the end of the translation shows."""
    of_source, of_target = features.source_end[0], features.target_end[0]
    heading = features.text.kind in {UnitKind.TITLE, UnitKind.HEADING, UnitKind.DATE_LINE}
    if (
        of_source in {".", "?", "!"}
        and not of_target
        and not heading
        and not (of_source == "." and features.source_ends_abbreviated)
    ):
        yield "mark"
    deviation = features.length_deviation if _is_measured(features) else 0.0
    if deviation <= _SHORTISH and _mostly_shared(features):
        deviation = 0.0
    if deviation <= _SHORTISH:
        yield "short"
    if deviation <= _SHORT_INDEED:
        yield "very short"
    if len(features.target_quotes) % 2 and not len(features.source_quotes) % 2:
        yield "open"
    if of_source != "," and _HANGING.search(features.target.rstrip()[-20:]):
        yield "hangs"
    if not of_target and _is_cut_word(features):
        yield "word"


def _is_cut_word(features: Features) -> bool:
    """Whether the last word cannot end so, as far as the language's endings tell."""
    if not features.target_words:
        return False
    last = features.target_words[-1]
    if features.target[last.end() :].strip() or features.source.rstrip().endswith(last.group()):
        return False
    if last.start() and features.target[last.start() - 1] in _ACCELERATORS:
        return False  # a key's mark within a word: ანაბე&ჭდი
    if not features.context.target.may_end(last.group()):
        return True
    # Alone a word may be new (როკენროლი); behind others it is what is left of one.
    return len(features.target_words) > 1 and _is_unknown(features, last.group())


_ACCELERATORS = "&_"


def _is_unknown(features: Features, word: str) -> bool:
    """Whether a word in small letters is no word of the language, nor how a name of the source is spelled."""
    known = features.context.target.knows
    return known is not None and not known(word) and not any(anchor.found for anchor in features.name_anchors)


def _second_half_lost(features: Features) -> bool:
    """Whether anchors of the source's second half are missing while those of its first are there."""
    middle = len(features.source) // 2
    comparison = features.numbers
    missing = [quantity.start for quantity in comparison.missing if not quantity.idiom]
    kept = [match.source.start for match in comparison.matched]
    missing += [anchor.start for anchor in features.name_anchors if anchor.sure and not anchor.found]
    kept += [anchor.start for anchor in features.name_anchors if anchor.found]
    return bool(missing) and min(missing) >= middle and not any(place >= middle for place in kept)


@segment_check(
    "anchor.missing",
    family="length",
    severity=Severity.WARNING,
    mqm=OMISSION,
    explanation="Names of the source have no counterpart in the translation, in any letters.",
    good=("Simpson 与 Sims 对峙", "სიმპსონი სიმსს დაუპირისპირდა"),
    bad=("Simpson 与 Sims 对峙", "ისინი ერთმანეთს დაუპირისპირდნენ"),
    applies=target_known,
)
def missing_anchors(features: Features) -> Iterator[Hit]:
    """Report names without a counterpart: a remark on one, a warning when all of several are gone."""
    if features.is_empty or not features.source_is_own:
        return
    lost = [anchor for anchor in features.name_anchors if not anchor.found]
    if not lost:
        return
    all_gone = len(lost) > 1 and len(lost) == len(features.name_anchors) and any(one.sure for one in lost)
    for anchor in lost:
        if not anchor.sure and not all_gone:
            continue
        yield Hit(
            anchor.start,
            anchor.end,
            _("The translation lacks this name"),
            side=Side.SOURCE,
            severity=None if all_gone else Severity.INFO,
        )


CHECKS = (unusual_length, sentence_count, truncated, missing_anchors)
