"""Postpositions written apart from their noun (ჯანმრთელობის თვის), and words glued to it (ომისშემდეგ)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.noun_cases import DATIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.postposed_forms import genitive_of_a_dative
from transreview.languages.georgian.grammar.words import (
    Word,
    text_between,
)
from transreview.languages.georgian.ordinals import ordinal
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# თან is an adverb too, ზე and ში are not; თვის is also "of the month".
_APART = frozenset(("თვისაა", "თვისაც", "თვის", "ვით", "გან", "კენ", "მდე", "დან", "ში", "ზე", "თან"))
_GENITIVE = ("ის", "ების", "ოს", "უს", "თა", "ისა")
_BEFORE_A_MONTH = lazy_pattern(
    "(?:იანვრ|თებერვლ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბრ|ოქტომბრ|ნოემბრ|დეკემბრ|წლ|ამ|იმ|გასულ|მომავალ"
    "|მიმდინარე|შემდეგ|წინა|ყოველ|ყოველი|ბოლო|პირველ|მეორე|მე|მთვარ)[ა-ჰ]*|(?:ერთ|ორ|სამ|ექვს)(?:ი|ის)?"
)
_GLUED = lazy_pattern(
    "(?P<noun>[ა-ჰ]{2,}(?:ის|ების|ოს))(?P<post>შესახებ|მიერ|გამო|გარეშე|მიხედვით|მიმართ|წინააღმდეგ|დროს|მეშვეობით|საშუალებით|განმავლობაში|ფარგლებში|გარდა|ნაცვლად|შემდეგ|საფუძველზე|თანახმად|მიუხედავად|ქვეშ|გვერდით)"
    "|(?P<dative>[ა-ჰ]{2,}ებს)(?P<between>შორის)|(?P<companion>[ა-ჰ]{3,}თან)(?P<together>ერთად)"
)


def detached(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the postpositions that stand as words of their own behind their noun."""
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if not stands_apart(word.text) or not text_between(words, index - 1):
            continue
        following = words[index + 1].text if index + 1 < len(words) else ""
        joined = _joined(before.text, word.text, following)
        if joined and not (word.text in _LOST_ENDINGS and word.gap.startswith(".")):
            yield Fault(before.start, word.end, FaultKind.DETACHED, joined)


# Endings that a word has lost: დახმარები თ.
_LOST_ENDINGS = frozenset(("თ", "ს", "ით"))
_SHORTEST_NOUN = 4


def may_be_detached(words: Sequence[str]) -> bool:
    """Whether one of some words is a postposition that belongs to the word before it."""
    return any(
        _joined(before, post, following)
        for before, post, following in zip(words, words[1:], (*words[2:], ""), strict=False)
        if stands_apart(post)
    )


def _joined(before: str, post: str, following: str) -> str:
    """Return a noun and its postposition as one word; nothing where they may be two."""
    if post == "თან":
        return _with_somebody(before, following)
    if post == "ვით":  # "as" too, behind another case
        noun = before.endswith("ის") and is_form(f"{before[:-2]}ი")
        return f"{before[:-2]}ივით" if noun and is_form(before) else ""
    if post in _LOST_ENDINGS:
        whole = f"{before}{post}"
        return whole if len(before) >= _SHORTEST_NOUN and is_form(whole) else ""
    if post == "თვის" and not _BEFORE_A_MONTH.fullmatch(before) and (right := genitive_of_a_dative(before)):
        return f"{right}თვის"
    if post == "თვის" and before.endswith(("ობა", "ება")) and noun_case(f"{before}ს"):
        return f"{before[:-1]}ისთვის"
    if post == "თვის" and before.endswith("ები") and noun_case(before) == NOMINATIVE:
        return f"{before}სთვის"
    if post.startswith("თვის") and (not before.endswith(_GENITIVE) or _BEFORE_A_MONTH.fullmatch(before)):
        return ""
    return f"{before}-{post}" if before[0].isdigit() else f"{before}{post}"


def _with_somebody(before: str, following: str) -> str:
    """Return a noun with -თან, which is an adverb too (თან წაიღო): a postposition before ერთად or so."""
    if following.startswith(_DONE_WITH) and len(before) > _SHORTEST_COMPANION:
        if before[-1] in VOWELS:
            return decline(before, "Dat", postposition="თან") if is_form(before) else ""
        if noun_case(before) == DATIVE:
            return f"{before if before[-2] in VOWELS else before[:-1]}თან"
    if following.startswith(_RELATIONS) and before in _OTHERS:
        return f"{before}თან"
    if not following and noun_case(before) == DATIVE and before.endswith("ს"):
        return f"{before if before[-2] in VOWELS else before[:-1]}თან"
    if following != "ერთად" or not before.endswith("ს") or len(before) < _SHORTEST_COMPANION:
        return ""
    return f"{before if before[-2] in VOWELS else before[:-1]}თან"


_SHORTEST_COMPANION = 4
# What is done with somebody: კომპანია თან თანამშრომლობს.
_DONE_WITH = (
    "თანამშრომლ", "დაკავშირებ", "მოლაპარაკ", "კავშირ", "ურთიერთ", "შედარ", "შეთანხმ", "ერთობლ", "მიმართებ",
    "გააფორმ", "ხელშეკრულ", "პარტნიორ", "ზის", "სხედ", "დგას", "დგან", "იჯდ", "იდგ", "ისხდ",
    "ცხოვრ", "საუბ", "ესაუბ", "შეხვედრ", "ერთად", "ახლოს", "მივიდ", "მოვიდ", "გაჩერდ", "მუშაობ", "თამაშ",
)  # fmt: skip
_RELATIONS = ("ურთიერთ", "კავშირ", "შეხვედრ", "საუბ", "თანამშრომლ", "მეგობრ", "ბრძოლ", "კონტაქტ", "ერთად")
_OTHERS = ("მას", "მათ", "ამას", "იმას", "ვის")
# Endings behind letters and numbers of other scripts; ის is "he" as well.
_LOOSE = r"(?:ს|მ|მა|ით|ად|ში|ზე|დან|მდე|იდან|ამდე|თან|თვის|სთვის|ისთვის)(?![\w-])"
_LOOSE_GENITIVE = (
    "ის(?= (?:დროს|შესახებ|მიერ|გამო|მიხედვით|შემდეგ|მიმართ|წინააღმდეგ|მეშვეობით|გარეშე|გარდა|წევრ))"
)
_LOOSE_BEHIND_NUMBERS = r"(?:ე(?![\w.-])|იან(?:ი|მა|ს|ის|ში|ად|ებ[ა-ჰ]+)?(?![\w-]))"
_LOOSE_ENDING = lazy_pattern(
    rf"(?<=[A-Za-z0-9%]) {_LOOSE}(?!\.[ა-ჰ])|(?<=[A-Za-z0-9%]) {_LOOSE_GENITIVE}"
    rf"|(?<=\d) (?:- )?{_LOOSE_BEHIND_NUMBERS}|(?<=\b1) (?:- )?ლი(?![\w-])"
)
# An abbreviation before what may be its genitive, or "he": 5G ის გავრცელება.
_LOOSE_HE = lazy_pattern(r"(?<![\w-])(?P<name>[A-Z0-9]{2,6}) ის (?P<noun>[ა-ჰ]{4,})")
_GLUED_DECADE = lazy_pattern(r"(?<![\w.,])(\d+)(იან[ა-ჰ]*)")
# What every loose ending begins with.
_MAYBE_LOOSE = lazy_pattern(rf"[A-Za-z\d%](?: (?:- )?(?:{_LOOSE}|ის|{_LOOSE_BEHIND_NUMBERS}|ლი\b)|იან)")
_HYPHENATED = lazy_pattern("(?<![ა-ჰ\\w-])([ა-ჰ]{5,}ს?)-(ში|ზე|თან|თვის|გან|კენ)(?![ა-ჰ])")


def has_loose_endings(text: str) -> bool:
    """Whether a text may have an ending apart from Latin letters, a number or %, or glued to a number."""
    return _MAYBE_LOOSE.search(text) is not None


def is_hyphenated(word: str) -> bool:
    """Whether a word may have a hyphen before its postposition."""
    return "-" in word and _HYPHENATED.match(word) is not None


def hyphenated(text: str) -> Iterator[Fault]:
    """Yield the postpositions with a hyphen behind a Georgian noun (კომპანიას-ში); abbreviations have one.

    Args:
        text: Georgian text.
    """
    for match in _HYPHENATED.finditer(text):
        noun, post = match[1], match[2]
        bare = noun.removesuffix("ს")
        known = is_form(noun) and (is_form(f"{bare}ს") or is_form(f"{bare}ი"))
        if known:
            joined = f"{bare}{post}" if post in ("ში", "ზე") else f"{noun}{post}"
            yield Fault(*match.span(), FaultKind.DETACHED, joined)


def loose_endings(text: str) -> Iterator[Fault]:
    """Yield the endings apart from Latin letters, a number or %, and those glued to a number (2020იან).

    Args:
        text: Georgian text.
    """
    for match in _LOOSE_ENDING.finditer(text):
        start = max(text.rfind(blank, 0, match.start()) for blank in " \n\u00a0") + 1
        stem, ending = text[start : match.start()], match.group().lstrip(" -")
        if ending == "თვის" and stem[-1:].isdigit():
            continue  # 12 თვის, of twelve months
        if ending == "თან" and not _is_with(text[match.end() :]):
            continue  # Firefox თან წამოიყოლებს
        is_ordinal = ending in {"ე", "ლი"} and stem.isascii() and stem.isdecimal()
        joined = ordinal(int(stem)) if is_ordinal else f"{stem}-{ending}"
        yield Fault(start, match.end(), FaultKind.DETACHED, joined)
    for match in _LOOSE_HE.finditer(text):
        if noun_case(match["noun"]):
            hyphen = f"{match['name']}-ის"
            yield Fault(match.start(), match.end("name") + 3, FaultKind.DETACHED, hyphen, sure=False)
    for match in _GLUED_DECADE.finditer(text):
        yield Fault(*match.span(), FaultKind.GLUED, f"{match[1]}-{match[2]}")


def _is_with(rest: str) -> bool:
    """Whether თან is a postposition before the rest of a text, and no adverb of a verb."""
    following = _NEXT_WORD.match(rest)
    return following is None or following[1].startswith((*_DONE_WITH, *_RELATIONS))


_NEXT_WORD = lazy_pattern(" ([ა-ჰ]+)")
stands_apart = (_APART | _LOST_ENDINGS).__contains__
"""Whether a word is a postposition that belongs to the word before it."""


def is_glued(word: str) -> bool:
    """Whether a word ends in one that stands alone."""
    return len(word) >= _SHORTEST_GLUED and word.endswith(_ENDS) and _GLUED.fullmatch(word) is not None


def glued(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns with a postposition glued to them that is a word of its own."""
    for word in words:
        if len(word.text) < _SHORTEST_GLUED or not word.text.endswith(_ENDS):
            continue
        match = _GLUED.fullmatch(word.text)
        if match is not None and not word.text.startswith("ნებისმიერ"):
            noun = match["noun"] or match["dative"] or match["companion"]
            post = match["post"] or match["between"] or match["together"]
            yield Fault(word.start, word.end, FaultKind.GLUED, f"{noun} {post}")


_SHORTEST_GLUED = 8
_ENDS = (
    "შესახებ", "მიერ", "გამო", "გარეშე", "მიხედვით", "მიმართ", "წინააღმდეგ", "დროს", "შორის", "მეშვეობით",
    "საშუალებით", "განმავლობაში", "ფარგლებში", "გარდა", "ნაცვლად", "შემდეგ", "საფუძველზე", "თანახმად",
    "მიუხედავად",
    "ქვეშ", "გვერდით", "თანერთად",
)  # fmt: skip


# Postpositions that are nothing else, and what no noun before them ends in.
_ONLY_BEHIND_GENITIVES = frozenset(("ქვეშ", "შესახებ", "მიერ", "გარეშე", "წინაშე", "მეშვეობით"))
_HAS_ONE = ("ში", "ზე", "იდან", "ისკენ")
stands_behind_genitives = _ONLY_BEHIND_GENITIVES.__contains__
"""Whether a word is a postposition and nothing else, with a genitive before it."""


def has_a_postposition(word: str) -> bool:
    """Whether a word may be a noun with a postposition, as its end tells."""
    return len(word) > _SHORTEST_WITH_ONE and word.endswith(_HAS_ONE)


def doubled(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns with a postposition before another that wants the genitive: მაგიდაში ქვეშ."""
    for index in range(1, len(words)):
        noun = words[index - 1]
        if not (stands_behind_genitives(words[index].text) and has_a_postposition(noun.text)):
            continue
        ending = next(one for one in _HAS_ONE if noun.text.endswith(one))
        bare = noun.text.removesuffix(ending)
        known = is_form(noun.text) and any(map(is_form, (f"{bare}ის", f"{bare[:-1]}ის", f"{bare}ს")))
        if known and text_between(words, index - 1):
            right = decline(f"{bare}ი" if is_form(f"{bare}ი") else bare, "Gen")
            yield Fault(noun.start, noun.end, FaultKind.CASE, right)


_SHORTEST_WITH_ONE = 4
