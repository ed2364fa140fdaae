"""Checks of presence and language: is there a translation, and is it in the language it should be in."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import target_known
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages import Language, identify
from transreview.languages.own_names import OWN_NAMES
from transreview.languages.scripts import script_runs
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity

UNTRANSLATED = "accuracy/untranslated"


def _differ(source: Language, target: Language) -> bool:
    return source.code != target.code


@segment_check(
    "empty.target",
    family="language",
    severity=Severity.CRITICAL,
    mqm="accuracy/omission",
    explanation="The source says something and the translation is empty.",
    good=("会议结束。", "შეხვედრა დასრულდა."),
    bad=("会议结束。", " "),
    alone=True,
)
def empty_target(features: Features) -> Iterator[Hit]:
    """Report a blank translation of a source with letters or digits."""
    if not features.target.strip() and any(char.isalnum() for char in features.source):
        yield Hit(0, len(features.target), _("The translation is empty"), severity=_weight_alone(features))


@segment_check(
    "empty.source",
    family="language",
    severity=Severity.WARNING,
    mqm="accuracy/addition",
    explanation="The translation has text for which there is no source.",
    good=("会议结束。", "შეხვედრა დასრულდა."),
    bad=("", "შეხვედრა დასრულდა."),
    alone=True,
)
def empty_source(features: Features) -> Iterator[Hit]:
    """Report a translation of nothing."""
    if not features.source.strip() and any(char.isalnum() for char in features.target):
        message = _("There is no source for this text")
        yield Hit(0, len(features.target), message, severity=_weight_alone(features))


def _weight_alone(features: Features) -> Severity | None:
    """Return how bad a text without a counterpart is: none where only one format has such texts."""
    return Severity.INFO if features.text.only_here else None


_NO_LETTER = lazy_pattern(r"[\W\d_]+")
_WORDS = lazy_pattern(r"[^\W\d_]+")


@segment_check(
    "copy.source",
    family="language",
    severity=Severity.CRITICAL,
    mqm=UNTRANSLATED,
    explanation="The translation is the source itself.",
    good=("BBC", "BBC"),
    bad=("会议开始了", "会议开始了"),
    applies=_differ,
)
def copied_source(features: Features) -> Iterator[Hit]:
    """Report a translation with the letters of the source, where these are words and not names."""
    if features.is_empty:
        return
    source, target = features.source, features.target
    if abs(len(source) - len(target)) > 0.3 * len(source) + 3 or source[:1] != target[:1]:
        return
    letters = _NO_LETTER.sub("", features.source_prose)
    if _NO_LETTER.sub("", features.target_prose).lower() != letters.lower() or not letters:
        return
    context = features.context
    words = _WORDS.findall(features.source_prose)
    whole = features.source_prose.split()  # the vowel signs of some scripts are no letters to `_WORDS`
    if words and (
        2 * sum(word in OWN_NAMES for word in words) >= len(words) or all(one in OWN_NAMES for one in whole)
    ):
        return  # the names of languages, each in its own
    if context.shares_script or "Latn" in context.source.scripts:
        # Names and codes in Latin letters are rightly the same, a sentence is not.
        words = [word for word in features.source_prose.split() if word.isalpha()]
        if sum(word.islower() for word in words) < 3 or _is_theirs_already(features):
            return
    elif not characters.mask(features.source_prose) & characters.script_bits(context.source.scripts):
        return
    severity = Severity.WARNING if _is_of_both(features) else None
    yield Hit(0, len(target), _("The translation is a copy of the source"), severity=severity)


def _is_theirs_already(features: Features) -> bool:
    """Whether a source was left in the language it is translated into, so that a copy of it is right."""
    source, target = features.context.source.code, features.context.target.code
    return bool(target) and identify(features.source_prose, (source, target)).code == target


def _is_of_both(features: Features) -> bool:
    """Whether a source says what it says in both languages ("test, verify, 测试")."""
    own = characters.script_bits(features.context.source.scripts)
    theirs = characters.script_bits(features.context.target.scripts)
    if own & theirs or not theirs & characters.LATIN:
        return False
    theirs_too = [word for word in _WORDS.findall(features.source_prose) if word.islower() and word.isascii()]
    return len(theirs_too) >= _SEVERAL


_FEWEST_LETTERS = 8
_LEAST_SHARE = 0.5
# From this share on the translation is not another language's: parts of it are left.
_PARTLY = 0.15
# One character of these scripts says what so many letters do.
_DENSE = 2.5


@segment_check(
    "lang.wrong",
    family="language",
    severity=Severity.CRITICAL,
    mqm=UNTRANSLATED,
    explanation="Most of the translation is not in the target language.",
    good=("会议开始了。", "შეხვედრა დაიწყო."),
    bad=("会议开始了。", "Заседание началось в десять часов."),
    applies=target_known,
)
def wrong_language(features: Features) -> Iterator[Hit]:
    """Report a text whose letters are mostly of other scripts, or that reads as another language."""
    if features.is_empty:
        return
    own = characters.script_bits(features.context.target.scripts)
    foreign = features.target_mask & characters.LETTERS & ~own
    if not foreign:
        yield from _same_script(features)
        return
    if features.source == features.target or (not features.source_is_own and foreign == characters.LATIN):
        return  # a copy is `copied_source`'s business; a source in Latin letters tells as little as this
    if foreign == characters.LATIN and (_is_sprinkled(features.target) or _is_short_name(features)):
        return
    counts: dict[str, float] = dict(features.target_letters)
    if foreign & characters.LATIN:
        latin = counts.get("Latn", 0)
        hung = sum(map(len, _HUNG.findall(features.target_prose)))
        counts["Latn"] = 0 if hung == latin else latin - features.shared_size
    if own & (characters.HAN | characters.KANA | characters.HANGUL):
        counts = {s: n * _DENSE if s in {"Hani", "Hira", "Kana", "Hang"} else n for s, n in counts.items()}
    total = sum(counts.values())
    if total < _FEWEST_LETTERS and not (foreign & characters.HAN and not features.target_mask & own):
        return
    mine = sum(count for script, count in counts.items() if characters.SCRIPT_BITS.get(script, 0) & own)
    if mine >= _LEAST_SHARE * total or _is_name(features) or _is_kept(features, own):
        return
    name = features.context.target.name
    if mine >= _PARTLY * total:
        message = _("Less than half of the translation is in {language}").format(language=name)
        yield Hit(0, len(features.target), message, severity=_of_part(features))
        return
    found = identify(features.target_prose).code
    if found == features.context.target.code and features.context.target.dense:
        return  # names in other letters with the few characters around them
    one_word = len(features.folded_words) == 1 and features.context.target.dense
    yield Hit(
        severity=Severity.WARNING if one_word else None,
        start=0,
        end=len(features.target),
        message=_("The translation is not in {language}").format(language=name),
        expected=features.context.target.code,
        found=found,
    )


def _of_part(features: Features) -> Severity:
    """Return how bad it is that part of a translation is foreign: one term in Chinese is how people write."""
    if _are_names_of_source(features):
        return Severity.INFO
    source = features.source.lower()
    foreign = sum(word.isascii() and word not in source for word in features.folded_words)
    return Severity.INFO if features.context.target.dense and foreign < _SEVERAL else Severity.WARNING


_SEVERAL = 3


def _are_names_of_source(features: Features) -> bool:
    """Whether all Latin words are names, begun with a capital, that the source has as well: Krusader-ში."""
    words = [word for word in _WORDS.findall(features.target_prose) if word.isascii()]
    return bool(words) and all(not word[0].islower() and word in features.source for word in words)


def _is_kept(features: Features, own: int) -> bool:
    """Whether all words of other scripts stand in the source too, where they are no less foreign."""
    source = features.context.source
    theirs = characters.script_bits(source.scripts) if source.scripts else 0
    for word in _WORDS.findall(features.target_prose):
        mask = characters.mask(word) & characters.LETTERS
        if mask & own or word in OWN_NAMES:
            continue
        if word not in features.source or mask & theirs:
            return False
    return True


_LATIN_RUNS = lazy_pattern("[A-Za-z]+")


def _is_sprinkled(text: str) -> bool:
    """Whether ASCII letters are so few among the others that nothing needs counting."""
    return 3 * sum(map(len, _LATIN_RUNS.findall(text))) < len(text) - text.count(" ")


def _is_short_name(features: Features) -> bool:
    """Whether a firm's name in Latin letters stands for one in Chinese: 微软公司 is Microsoft."""
    firm = features.source_mask & characters.HAN and _FIRM.fullmatch(features.source.strip())
    return bool(firm) and _SHORT_NAME.fullmatch(features.target.strip()) is not None


_FIRM = lazy_pattern("[\u4e00-\u9fff]{1,8}(?:公司|集团|汽车|电子|科技|银行|航空)")
_SHORT_NAME = lazy_pattern(r"[A-Z][A-Za-z0-9&.+-]*(?: [A-Z][A-Za-z0-9&.+-]*)?")


def _is_name(features: Features) -> bool:
    """Whether the foreign text is a name or code that the source has as well ("iPhone 15 Pro")."""
    source = features.source.lower()
    words = _WORDS.findall(_HUNG_ENDING.sub("", features.target_prose).lower())
    return bool(words) and all(word.isascii() and word in source for word in words)


# The name in Latin letters before a case ending, and such an ending: GitHub-ის.
_HUNG = lazy_pattern(r"(?<![A-Za-z])([A-Za-z]+)[-‐](?=[^\W\d_A-Za-z])")
_HUNG_ENDING = lazy_pattern(r"(?<=[A-Za-z0-9])[-‐][^\W\d_A-Za-z]+")


_ENOUGH_LETTERS, _ENOUGH_OF_SOURCE = 100, 60
_SURE = 0.98


def _same_script(features: Features) -> Iterator[Hit]:
    """Report a long text in the right script that is surely another language."""
    target = features.context.target
    if target.scripts[0] not in {"Latn", "Cyrl", "Arab", "Deva"} or len(features.target) < _ENOUGH_OF_SOURCE:
        return
    # Names and loans that the source has too say nothing of the translation's language.
    theirs = {word.strip(_MARKS) for word in features.source.split()}
    own = " ".join(word for word in features.target_prose.split() if word.strip(_MARKS) not in theirs)
    if len(own) < _ENOUGH_OF_SOURCE:
        return
    found = identify(own, (target.code, features.context.source.code))
    if found.code in {"und", target.code} or found.confidence < _SURE or not found.code:
        return
    if found.code != features.context.source.code and (
        len(own) < _ENOUGH_LETTERS or not _reads_so_throughout(own, found.code, features)
    ):
        return  # neighbours are taken for each other in short texts
    yield Hit(
        0,
        len(features.target),
        _("The translation is not in {language}").format(language=target.name),
        expected=target.code,
        found=found.code,
        # A third language is rather a text of technical words that reads like one.
        severity=Severity.ERROR if found.code == features.context.source.code else Severity.WARNING,
        confidence=found.confidence,
    )


_MARKS = ".,;:!?()[]\"'„“”‘’«»-–—…"


def _reads_so_throughout(text: str, code: str, features: Features) -> bool:
    """Whether both halves of a text are in one language: a list of technical words reads like several."""
    middle = text.find(" ", len(text) // 2)
    known = (features.context.target.code, features.context.source.code)
    return all(identify(half, known).code == code for half in (text[:middle], text[middle:]))


_LONG_CLAUSE = 4
_GAP = lazy_pattern(r"[\s,'’-]*")
_FOUR_LATIN = lazy_pattern(r"[A-Za-z][A-Za-z]*[\s,'’-]+(?:[A-Za-z]+[\s,'’-]+){2}[A-Za-z]")


@segment_check(
    "lang.mixed",
    family="language",
    severity=Severity.WARNING,
    mqm=UNTRANSLATED,
    explanation="A clause of four or more words stands in another script.",
    good=("他唱《My Heart Will Go On》", "მან იმღერა „My Heart Will Go On“"),
    bad=("会议开始了。", "სხდომა დაიწყო and then everybody went home."),
    applies=target_known,
)
def mixed_languages(features: Features) -> Iterator[Hit]:
    """Report long runs of foreign words outside quotes that the source does not have."""
    own = characters.script_bits(features.context.target.scripts)
    if not features.target_mask & characters.LETTERS & ~own:
        return
    if not features.target_mask & own and len(features.target) >= _ENOUGH_OF_SOURCE:
        return  # nothing of it is translated: the business of lang.wrong
    if features.target_mask & characters.LETTERS & ~own == characters.LATIN and not _FOUR_LATIN.search(
        features.target
    ):
        return
    prose, source = features.target_prose, features.source.lower()
    run: list[tuple[int, int]] = []
    for script, start, end in [*script_runs(prose), ("", len(prose), len(prose))]:
        foreign = bool(script) and not characters.SCRIPT_BITS.get(script, characters.OTHER_LETTER) & own
        if foreign and run and not _GAP.fullmatch(prose[run[-1][1] : start]):
            yield from _clause(features, run, source)
            run = []
        if foreign:
            run.append((start, end))
        elif run:
            yield from _clause(features, run, source)
            run = []


def _clause(features: Features, run: list[tuple[int, int]], source: str) -> Iterator[Hit]:
    words = [features.target[start:end] for start, end in run]
    if len(words) < _LONG_CLAUSE or not any(word.islower() for word in words):
        return
    if sum(word.lower() in source for word in words) * 2 >= len(words):
        return
    start, end = run[0][0], run[-1][1]
    before, after = features.target[:start].rstrip()[-1:], features.target[end:].lstrip()[:1]
    if before and after and before in '"“„«(' and after in '"”“»)':
        return
    yield Hit(start, end, _("A clause in another language"))


CHECKS = (empty_target, empty_source, copied_source, wrong_language, mixed_languages)
