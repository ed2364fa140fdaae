"""Checks of the script: letters that do not belong into a text of the target language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import (
    HAN_SCRIPTS,
    target_grammar,
    target_known,
    target_without_script,
    target_written_in,
)
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.own_names import OWN_NAMES
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity
from transreview.model.inline_mark import MarkKind

UNTRANSLATED = "accuracy/untranslated"
SPELLING = "linguistic-conventions/spelling"

_HAN_RUN = lazy_pattern(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_LISTED = lazy_pattern(r"(?:[^|/·•\n]{1,40}[|/·•]){3}")
_CYRILLIC_WORD = lazy_pattern("[\u0400-\u052f\u1c80-\u1c8f]+(?:[ \\-][\u0400-\u052f]+)*")


@segment_check(
    "script.han",
    family="script",
    severity=Severity.ERROR,
    mqm=UNTRANSLATED,
    explanation="Chinese characters are left in the translation.",
    good=("会议开始了。", "შეხვედრა დაიწყო."),
    bad=("会议开始了。", "ეს 会议 დაიწყო."),
    applies=target_without_script(*HAN_SCRIPTS),
    target_has=characters.HAN | characters.KANA,
)
def han_left(features: Features) -> Iterator[Hit]:
    """Report runs of Han characters, unless the glossary itself has them in a term of the target."""
    terms, quoted = features.context.foreign_terms, _quoted_in_both(features)
    known: dict[str, bool] = {}
    listed: bool | None = None
    for match in _HAN_RUN.finditer(features.target_prose):
        run = match.group()
        named = run in OWN_NAMES or _leads_to_its_language(features, match)
        if run in terms or named:
            continue
        listed = _lists_languages(features) if listed is None else listed
        if run not in known:
            known[run] = listed or _is_the_source_s(features, run)
        if not known[run]:
            weight = Severity.INFO if any(run in words for words in quoted) else None
            message = _("Chinese characters are left in the translation")
            yield Hit(*match.span(), message, severity=weight)


def _leads_to_its_language(features: Features, match: re.Match[str]) -> bool:
    """Whether words name their own language in a link: [中文说明](README_CN.md)."""
    return match.group().startswith(tuple(OWN_NAMES)) and any(
        mark.kind is MarkKind.LINK and mark.inner and mark.inner[0] <= match.start() < mark.inner[1]
        for mark in features.target_marks
    )


_QUOTED_RUN = lazy_pattern(r"[`\"'“„«‘「『《]([^`\"'”“»’」』》]{1,30})[`\"'”“»’」』》]")


def _quoted_in_both(features: Features) -> set[str]:
    """Return what stands in quotes on both sides: what to type or to look for stays as it is."""
    source, target = (
        {one.group(1).strip() for one in _QUOTED_RUN.finditer(text)}
        for text in (features.source, features.target)
    )
    return source & target


def _is_the_source_s(features: Features, run: str) -> bool:
    """Whether the source has this text too, and as foreign to it as to the translation."""
    own = characters.script_bits(features.context.source.scripts)
    return bool(own and not own & characters.mask(run) and run in features.source)


def _lists_languages(features: Features) -> bool:
    """Whether both sides list the page's languages, each in its own, of which one may have more."""
    other = _OTHER_LANGUAGES & features.source_mask & features.target_mask
    return bool(other and _HAN_RUN.search(features.source) and _LISTED.search(features.target))


_OTHER_LANGUAGES = characters.CYRILLIC | characters.HANGUL | characters.KANA | characters.ARABIC


@segment_check(
    "script.cyrillic",
    family="script",
    severity=Severity.ERROR,
    mqm=UNTRANSLATED,
    explanation="Cyrillic letters stand in a translation that is not written in them.",
    good=("会议开始了。", "სხდომა დაიწყო."),
    bad=("会议开始了。", "ეს заседание დაიწყო."),
    applies=target_without_script("Cyrl"),
    target_has=characters.CYRILLIC,
)
def cyrillic_left(features: Features) -> Iterator[Hit]:
    """Report Cyrillic words that the source does not have."""
    for match in _CYRILLIC_WORD.finditer(features.target_prose):
        if match.group() not in features.source and match.group() not in OWN_NAMES:
            yield Hit(*match.span(), _("Cyrillic letters in the translation"))


_OTHER_BITS = characters.KANA | characters.HANGUL | characters.GREEK | characters.ARMENIAN
_OTHER_BITS |= characters.ARABIC | characters.HEBREW | characters.OTHER_LETTER
_OTHER_BITS |= characters.GEORGIAN | characters.MTAVRULI | characters.ARCHAIC_GEORGIAN


@segment_check(
    "script.foreign",
    family="script",
    severity=Severity.ERROR,
    mqm=UNTRANSLATED,
    explanation="Letters of a script that neither the target language nor the source uses stand in the text.",
    good=("阿尔法粒子", "ალფა (α) ნაწილაკი"),
    bad=("会议开始了。", "სხდომა დაიწყო მომავალ კვირას 회의."),
    applies=target_known,
    target_has=_OTHER_BITS,
)
def foreign_letters(features: Features) -> Iterator[Hit]:
    """Report runs of two or more letters of any script that is neither the target's nor checked elsewhere."""
    own = characters.script_bits(features.context.target.scripts)
    foreign = _OTHER_BITS & ~own & features.target_mask
    if not foreign:
        return
    bits = characters.BITS
    spans: list[tuple[int, int]] = []
    for match in features.target_words:
        word = match.group()
        letters = [index for index, char in enumerate(word) if bits[char] & foreign]
        if len(letters) < 2 or word in features.source or word in OWN_NAMES:  # one Greek letter is a symbol
            continue
        start, end = match.start() + letters[0], match.start() + letters[-1] + 1
        if spans and not features.target[spans[-1][1] : start].strip(" ,-/"):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    for span in spans:
        yield Hit(*span, _("Letters of a foreign script"))


_LATIN_WORD = lazy_pattern(r"[A-Za-zÀ-ɏ]+(?:[’'-][A-Za-zÀ-ɏ]+)*")
_SHIELDS = (("(", ")"), ("[", "]"), ("«", "»"), ("„", "“"), ("“", "”"), ("‘", "’"), ('"', '"'), ("„", "”"))


@segment_check(
    "script.latin",
    family="script",
    severity=Severity.WARNING,
    mqm=UNTRANSLATED,
    explanation="A common word in Latin letters that the source does not have is left in the translation.",
    good=("BBC报道了会议。", "BBC-იმ შეხვედრა გააშუქა."),
    bad=("会议开始了。", "დაიწყო meeting დარბაზში."),
    applies=target_without_script("Latn"),
    target_has=characters.LATIN,
)
def latin_left(features: Features) -> Iterator[Hit]:
    """Report lower-case Latin words that are not part of a name, quoted, or in the source."""
    prose = features.target_prose
    source = features.source.lower()
    own = characters.script_bits(features.context.target.scripts)
    if not (features.target_mask if prose == features.target else characters.mask(prose)) & own:
        return  # nothing of it is translated: the business of lang.wrong
    words = list(_LATIN_WORD.finditer(prose))
    left = [
        match
        for index, match in enumerate(words)
        if _is_common(match.group(), source)
        and not _touches_letter(prose, match)
        and not _belongs_to_name(prose, words, index)
    ]
    for number, (start, end) in enumerate(_runs(left, prose)):
        # One finding says that words are left; further ones are shown where they stand.
        mild = number or _is_shielded(prose, start, end) or own & characters.HAN
        yield Hit(
            start,
            end,
            _("A word in Latin letters is left in the translation"),
            severity=Severity.INFO if mild else None,
        )


def _is_common(word: str, source: str) -> bool:
    """Whether a word is no name and stands in the source in no form."""
    return len(word) > 3 and word.islower() and word not in source and word.removesuffix("s") not in source


def _runs(words: list[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
    """Yield the words, those that stand side by side as one."""
    run: tuple[int, int] | None = None
    for match in words:
        if run is not None and not text[run[1] : match.start()].strip(" ,-/"):
            run = run[0], match.end()
            continue
        if run is not None:
            yield run
        run = match.span()
    if run is not None:
        yield run


def _touches_letter(text: str, match: re.Match[str]) -> bool:
    """Whether a letter or digit of the same word stands right beside (that is `script.mixed_word`)."""
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    return before.isalnum() or after.isalnum()


def _belongs_to_name(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether a capitalised Latin word stands beside it ("Fox News channel", "de Villiers")."""
    match = words[index]
    near = []
    if index:
        near.append((words[index - 1], text[words[index - 1].end() : match.start()]))
    if index + 1 < len(words):
        near.append((words[index + 1], text[match.end() : words[index + 1].start()]))
    return any(gap in {" ", "-", ".", "/", "&", " & "} and not word.group().islower() for word, gap in near)


def _is_shielded(text: str, start: int, end: int) -> bool:
    """Whether the span stands in quotes or brackets of its own."""
    for opening, closing in _SHIELDS:
        left = text.rfind(opening, max(0, start - 60), start)
        if left < 0 or text.find(closing, left + 1, start) >= 0:
            continue
        if opening == closing and text.count(opening, 0, left + 1) % 2 == 0:
            continue
        right = text.find(closing, end, end + 60)
        if right >= 0:
            return True
    return False


# Where two scripts meet: looked for first, for it is rare.
_SEAM = lazy_pattern(
    r"[A-Za-zÀ-ɏЀ-ӿ](?:(?<=[ა-ჿᲐ-Ჿ].)|(?=[ა-ჿᲐ-Ჿ])|(?<=[A-Za-zÀ-ɏ])(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ])(?=[A-Za-zÀ-ɏ]))"
)
_MIXED = lazy_pattern(
    r"(?=[^\W\d_]*(?:[A-Za-zÀ-ɏ][Ѐ-ӿა-ჿᲐ-Ჿ]|[Ѐ-ӿ][A-Za-zÀ-ɏა-ჿᲐ-Ჿ]|[ა-ჿᲐ-Ჿ][A-Za-zÀ-ɏЀ-ӿ]))[^\W\d_]+"
)
# Cyrillic letters that look like Latin ones.
_LOOKALIKES = dict(zip("АВЕКМНОРСТХУаеорсухіјѕԁ", "ABEKMHOPCTXYaeopcyxijsd", strict=True))
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _LOOKALIKES.items()}
# Where the Georgian letters lie on the keyboard whose layout was not switched.
_KEYBOARD = dict(zip("abgdevzTiklmnopJrstufqRySCcZwWxjh", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", strict=True))


@segment_check(
    "script.mixed_word",
    family="script",
    severity=Severity.ERROR,
    mqm=SPELLING,
    explanation="One word has letters of two scripts, such as a Latin letter inside a Georgian word.",
    good=("BBC报道", "BBC-ის ცნობით"),
    bad=("水泵", "ტუმbოს"),
    applies=target_known,
)
def mixed_word(features: Features) -> Iterator[Hit]:
    """Report words whose letters are of two of the scripts Latin, Cyrillic and Georgian."""
    mask = features.target_mask
    kinds = (characters.LATIN, characters.CYRILLIC, characters.GEORGIAN | characters.MTAVRULI)
    if sum(bool(mask & kind) for kind in kinds) < 2:
        return
    if not _SEAM.search(features.target):
        return
    source = features.source
    for match in _MIXED.finditer(features.target_prose):
        word = match.group()
        if word in source or _is_compound(word, source):
            continue
        mended = _unmix(word)
        if mended == word:
            continue  # of one script: the other letters stand outside of it
        yield Hit(
            *match.span(),
            _("Letters of two scripts in one word"),
            expected=mended or "",
            fix=Fix(*match.span(), mended) if mended else None,
        )


# Where a compound of capitalised words goes from one script into the other: НомерВерсииDebian
_CAMEL = lazy_pattern(r"(?<=[а-џґ])(?=[A-Z])|(?<=[a-z])(?=[Ѐ-Я])")


def _is_compound(word: str, source: str) -> bool:
    """Whether a word is made of capitalised words of one script each, the Latin ones of them the source's."""
    parts = _CAMEL.split(word)
    return len(parts) > 1 and all(
        not _SEAM.search(part) and (part in source or not part.isascii()) for part in parts
    )


def _unmix(word: str) -> str | None:
    """Return the word in the script of most of its letters, or None when that is not certain."""
    latin = sum(char.isascii() for char in word)
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in word)
    georgian = len(word) - latin - cyrillic
    if georgian > latin + cyrillic and not cyrillic:
        mended = "".join(_KEYBOARD.get(char, char) for char in word)
    elif not georgian and cyrillic < latin:
        mended = "".join(_LOOKALIKES.get(char, char) for char in word)
    elif not georgian and latin < cyrillic:
        mended = "".join(_TO_CYRILLIC.get(char, char) for char in word)
    else:
        return None
    return mended if not _MIXED.match(mended) else None


_MTAVRULI_WORD = lazy_pattern("[\u1c90-\u1cbf]+(?:[ -][\u1c90-\u1cbf]+)*")
_LONGEST_ABBREVIATION = 4
_BESIDE_A_LETTER = lazy_pattern("[ა-ჿ]")
# A word in capitals, which Georgian may have in capitals as well: NO WARRANTY, FAQ.
_IN_CAPITALS = lazy_pattern("(?<![A-Za-zÀ-ɏЀ-ӿ])[A-ZÀ-ÖØ-ÞА-ЯЁ]{2,}(?![A-Za-zÀ-ɏЀ-ӿ])")


@segment_check(
    "script.mtavruli",
    family="script",
    severity=Severity.WARNING,
    mqm=SPELLING,
    explanation="Georgian capitals (Mtavruli) stand amid ordinary letters; they are for whole headings.",
    good=("新闻", "ᲐᲮᲐᲚᲘ ᲐᲛᲑᲔᲑᲘ"),
    bad=("他回家了。", "ის წავიდა ᲡᲐᲮᲚᲨᲘ."),
    applies=target_written_in("Geor"),
    target_has=characters.MTAVRULI,
)
def mtavruli_amid_mkhedruli(features: Features) -> Iterator[Hit]:
    """Report runs of capitals in a segment that is not written in them throughout.

    Where the source has words in capitals, so may the translation; abbreviations alone where the source's
    language has no capitals of its own.
    """
    if not features.target_mask & characters.GEORGIAN:
        return
    target, emphasised = features.target, _IN_CAPITALS.search(features.source) is not None
    for match in _MTAVRULI_WORD.finditer(target):
        around = target[max(0, match.start() - 1) : match.start()] + target[match.end() : match.end() + 1]
        may_be = features.context.source.cased or len(match.group()) <= _LONGEST_ABBREVIATION
        if emphasised and may_be and not _BESIDE_A_LETTER.search(around):
            continue
        small = match.group().lower()
        yield Hit(
            *match.span(),
            _("Georgian capitals amid ordinary letters"),
            expected=small,
            fix=Fix(*match.span(), small),
        )


_ARCHAIC = lazy_pattern("[\u10f1-\u10f8\u10a0-\u10cf\u2d00-\u2d2f]+")


@segment_check(
    "script.archaic_ka",
    family="script",
    severity=Severity.WARNING,
    mqm=SPELLING,
    explanation="Letters that modern Georgian has given up stand in the text: another language, or a slip.",
    good=("苹果", "ვაშლი"),
    bad=("苹果", "უშქური ჸუდე"),
    applies=target_grammar("georgian"),
    target_has=characters.ARCHAIC_GEORGIAN,
)
def archaic_letters(features: Features) -> Iterator[Hit]:
    """Report words with letters of old Georgian, Mingrelian, Svan or Laz."""
    for match in features.target_words:
        if _ARCHAIC.search(match.group()) and match.group() not in features.source:
            yield Hit(*match.span(), _("Letters that modern Georgian does not use"))


CHECKS = (
    han_left,
    cyrillic_left,
    foreign_letters,
    latin_left,
    mixed_word,
    mtavruli_amid_mkhedruli,
    archaic_letters,
)
