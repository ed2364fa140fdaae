"""Postpositions written apart from their noun (ჯანმრთელობის თვის), and words glued to it (ომისშემდეგ)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.noun_cases import DATIVE, GENITIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.verbs import people, persons
from transreview.languages.georgian.grammar.words import (
    Word,
    is_adjective,
    is_nominative_noun,
    is_vowel_nominative,
    text_between,
)
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

# თან is an adverb too, ზე and ში are not; თვის is also "of the month".
_APART = frozenset(("თვისაა", "თვისაც", "თვის", "გან", "კენ", "მდე", "დან", "ში", "ზე", "თან"))
_GENITIVE = ("ის", "ების", "ოს", "უს", "თა", "ისა")
_BEFORE_A_MONTH = re.compile(
    "(?:იანვრ|თებერვლ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბრ|ოქტომბრ|ნოემბრ|დეკემბრ|წლ|ამ|იმ|გასულ|მომავალ"
    "|მიმდინარე|შემდეგ|წინა|ყოველ|ყოველი|ბოლო|პირველ|მეორე|მე)[ა-ჰ]*|(?:ერთ|ორ|სამ|ექვს)(?:ი|ის)?"
)
_GLUED = re.compile(
    "(?P<noun>[ა-ჰ]{2,}(?:ის|ების|ოს))(?P<post>შესახებ|მიერ|გამო|გარეშე|მიხედვით|მიმართ|წინააღმდეგ|დროს|მეშვეობით|საშუალებით|განმავლობაში|ფარგლებში|გარდა|ნაცვლად|შემდეგ)"
    "|(?P<dative>[ა-ჰ]{2,}ებს)(?P<between>შორის)"
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
    if post == "თან":  # an adverb too (თან წაიღო): a postposition before ერთად alone
        if following.startswith(_DONE_WITH) and len(before) > _SHORTEST_COMPANION:
            if before[-1] in VOWELS:
                return decline(before, "Dat", postposition="თან") if is_form(before) else ""
            if noun_case(before) == DATIVE:
                return f"{before if before[-2] in VOWELS else before[:-1]}თან"
        if following.startswith(_RELATIONS) and before in _OTHERS:
            return f"{before}თან"
        if following != "ერთად" or not before.endswith("ს") or len(before) < _SHORTEST_COMPANION:
            return ""
        return f"{before if before[-2] in VOWELS else before[:-1]}თან"
    if post in _LOST_ENDINGS:
        whole = f"{before}{post}"
        return whole if len(before) >= _SHORTEST_NOUN and is_form(whole) else ""
    if post == "თვის" and not _BEFORE_A_MONTH.fullmatch(before) and (right := genitive_of_a_dative(before)):
        return f"{right}თვის"
    if post.startswith("თვის") and (not before.endswith(_GENITIVE) or _BEFORE_A_MONTH.fullmatch(before)):
        return ""
    return f"{before}-{post}" if before[0].isdigit() else f"{before}{post}"


_SHORTEST_COMPANION = 4
# What is done with somebody: კომპანია თან თანამშრომლობს.
_DONE_WITH = (
    "თანამშრომლ", "დაკავშირებ", "მოლაპარაკ", "კავშირ", "ურთიერთ", "შედარ", "შეთანხმ", "ერთობლ", "მიმართებ",
    "გააფორმ", "ხელშეკრულ", "პარტნიორ", "ზის", "სხედ", "დგას", "დგან", "იჯდ", "იდგ", "ისხდ",
    "ცხოვრ", "საუბ", "ესაუბ", "შეხვედრ", "ერთად", "ახლოს", "მივიდ", "მოვიდ", "გაჩერდ", "მუშაობ", "თამაშ",
)  # fmt: skip
_RELATIONS = ("ურთიერთ", "კავშირ", "შეხვედრ", "საუბ", "თანამშრომლ", "მეგობრ", "ბრძოლ", "კონტაქტ", "ერთად")
_OTHERS = ("მას", "მათ", "ამას", "იმას", "ვის")
# Postpositions that want the genitive: ხელფასის გამო.
_WITH_GENITIVE_WORDS = """
მიხედვით გამო შესახებ მიერ გარეშე მიმართ წინააღმდეგ მეშვეობით საშუალებით განმავლობაში გარდა ნაცვლად
ფარგლებში საფუძველზე სასარგებლოდ მოპირდაპირე მოპირდაპირედ წყალობით თანახმად დახმარებით ხელშეწყობით
მახლობლად წინაშე მონაწილეობით ხელმძღვანელობით თაოსნობით თაობაზე გამოისობით მიზეზით გვერდით
თავმჯდომარეობით ინიციატივით ეგიდით აზრით თქმით განცხადებით ცნობით შეფასებით ვარაუდით მიუხედავად მაგივრად
შუამავლობით მეთაურობით გამოკლებით სიახლოვეს კვალობაზე ბრძანებით ნებართვით თანხმობით შეთანხმებით
დავალებით
"""
_WITH_GENITIVE = frozenset(_WITH_GENITIVE_WORDS.split())
# Pronouns that stand in the dative before these all the same.
_PRONOUNS = frozenset(
    ("ყველას", "ჩვენს", "თქვენს", "ჩემს", "შენს", "სხვას", "ვინმეს", "რაიმეს", "ამას", "იმას")
)


def wants_genitive(word: str) -> bool:
    """Whether a word is a postposition that wants the genitive before it."""
    return word in _WITH_GENITIVE


@lru_cache(maxsize=1 << 14)
def genitive_of_a_dative(word: str) -> str:
    """Return the genitive of a noun that stands in the dative and has another form for it; else nothing."""
    if (
        word in _PRONOUNS
        or not word.endswith("ს")
        or len(word) < _SHORTEST_GENITIVE - 1
        or word.endswith(("ის", "ოს", "უს"))
    ):
        return ""
    stem = word[:-1]
    if stem[-1] in VOWELS:
        genitive = f"{stem[:-1]}ის"
        return genitive if stem[-1] == "ა" and is_form(stem) and is_form(genitive) and is_form(word) else ""
    genitive = f"{stem}ის"
    if len(word) < _SHORTEST_GENITIVE and not is_form(f"{stem}ები"):
        return ""
    return genitive if is_form(f"{stem}ი") and is_form(genitive) else ""


_SHORTEST_GENITIVE = 5


def datives_before_genitive(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns in the dative right before a postposition that wants the genitive: ხელფასს გამო."""
    for index in range(1, len(words)):
        if not wants_genitive(words[index].text) or not text_between(words, index - 1):
            continue
        noun = words[index - 1]
        right = genitive_of_a_dative(noun.text)
        if right:
            yield Fault(noun.start, noun.end, FaultKind.OBJECT, right)


# Of those that want a genitive the ones that are no adverbs, nor stand before their noun.
_NEVER_ALONE = frozenset(
    (
        "გარეშე",
        "მიხედვით",
        "შესახებ",
        "მეშვეობით",
        "განმავლობაში",
        "ფარგლებში",
        "წყალობით",
        "მიერ",
        "გამო",
        "მიმართ",
        "მიღმა",
    )
)
# Those that stand before their noun too, in -ისა: გარდა ამისა, მიუხედავად სირთულეებისა.
_BEFORE_TOO = frozenset(("გარდა", "მიუხედავად", "ნაცვლად", "თანახმად"))
# Those that are adverbs too: წინ წაიწია.
_ADVERBS_TOO = frozenset(("შემდეგ", "წინ", "ირგვლივ", "გარშემო", "გასწვრივ", "წინააღმდეგ", "დროს"))


def wants_another_case(word: str) -> bool:
    """Whether a word is a postposition that no nominative stands before, or one that wants a dative."""
    return word in _NEVER_ALONE or word in _BEFORE_TOO or word in _ADVERBS_TOO or word in ("შორის", "ერთად")


def may_be_in_another_case(word: str) -> bool:
    """Whether a word may stand in another case than its postposition wants, as far as its ending tells."""
    return word.endswith(("ი", "ა", "ს", "ებიდან"))


def may_have_other_cases(words: Sequence[str]) -> bool:
    """Whether one of some words may stand in another case than the postposition right behind it wants."""
    return any(
        wants_another_case(post)
        and (
            before.endswith("ებიდან")
            or before in persons()
            or is_nominative_noun(before)
            or is_vowel_nominative(before)
            or noun_case(before) == NOMINATIVE
            or (post in _ADVERBS_TOO and genitive_of_a_dative(before) != "")
            or _dative_of_a_genitive(before) != ""
        )
        for before, post in pairwise(words)
    )


def _dative_of_a_genitive(word: str) -> str:
    if not word.endswith("ის") or len(word) < _SHORTEST_GENITIVE:
        return ""
    stem = word[:-2]
    if word.endswith("ების"):
        return f"{stem}ს" if is_form(f"{stem}ი") or noun_case(word) == GENITIVE else ""
    if is_form(f"{stem}ი") and is_form(word):
        return f"{stem}ს"
    return f"{stem}ას" if is_form(f"{stem}ას") and is_form(f"{stem}ა") and is_form(word) else ""


def _is_action(word: str) -> bool:
    """Whether a word is the dative of the name of an action: გავლას, დასრულებას."""
    return word.endswith(("ვას", "ებას", "ობას", "რას", "ნას", "ლას")) and genitive_of_a_dative(word) != ""


def _nominative_of(dative: str) -> str:
    return dative[:-1] if dative[-2] in VOWELS else f"{dative[:-1]}ი"


def other_cases_before(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield nominatives before a postposition that wants a genitive, and genitives before შორის."""
    for index in range(1, len(words)):
        post, noun = words[index].text, words[index - 1]
        if not wants_another_case(post) or not text_between(words, index - 1):
            continue
        if post == "შორის":
            if right := _dative_of_a_genitive(noun.text):
                yield Fault(noun.start, noun.end, FaultKind.OBJECT, right)
        elif post == "ერთად":
            if noun.text.endswith("ებიდან") and f"{noun.text[:-4]}ი" in people():
                yield Fault(noun.start, noun.end, FaultKind.OBJECT, f"{noun.text[:-4]}თან")
            elif noun.text in persons():
                joined = decline(_nominative_of(noun.text), "Dat", postposition="თან")
                yield Fault(noun.start, noun.end, FaultKind.OBJECT, joined, sure=False)
        elif post in _BEFORE_TOO and not _stands_behind(words, index):
            continue  # კომპანია, მიუხედავად სირთულეებისა
        elif post in _ADVERBS_TOO:
            yield from _before_an_adverb(words, index)
        elif post == "გარეშე" and index + 1 < len(words) and words[index + 1].text.startswith("პირ"):
            continue  # გარეშე პირი, an outsider
        elif not is_adjective(noun.text) and (
            is_nominative_noun(noun.text)
            or is_vowel_nominative(noun.text)
            or noun_case(noun.text) == NOMINATIVE
        ):
            sure = post in _NEVER_ALONE
            yield Fault(noun.start, noun.end, FaultKind.OBJECT, _genitive(noun.text), sure=sure)


def _genitive(word: str) -> str:
    return f"{word[:-1]}ის" if word.endswith("ები") else decline(word, "Gen")


def _stands_behind(words: Sequence[Word], index: int) -> bool:
    """Whether a postposition surely belongs to what stands before it: nothing in -ისა follows."""
    if not text_between(words, index):
        return True
    following = words[index + 1].text if index + 1 < len(words) else ""
    return not following.endswith(("ისა", "თა", "ოსი")) and following not in (
        "იმისა",
        "ამისა",
        "იმის",
        "ამის",
    )


_AROUND = ("წინააღმდეგ", "გასწვრივ", "ირგვლივ", "გარშემო")
# Verbs that go with წინ and with a dative of their own: ოპერაციას წინ უძღოდა; ქალაქს გარშემო ერტყა.
_GO_WITH_DATIVE = (
    "უძღ", "უსწრ", "უს", "აღუდგ", "ეღობ", "გადაეღობ", "ერტყ", "აკრავ", "შემოარტყ", "ეხვი", "უვლ", "აქვს",
)  # fmt: skip


def _before_an_adverb(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield what stands before one that may be an adverb, where it goes with none."""
    post, noun = words[index].text, words[index - 1]
    following = words[index + 1].text if index + 1 < len(words) and text_between(words, index) else ""
    dative = genitive_of_a_dative(noun.text)
    acts = _is_action(noun.text) or noun.text.endswith("იას")
    if dative and (post in _AROUND or (acts and post in ("შემდეგ", "წინ", "დროს"))):
        if not following.startswith(_GO_WITH_DATIVE):
            yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative, sure=False)
    elif post in _AROUND and noun_case(noun.text) == NOMINATIVE and not is_adjective(noun.text):
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, _genitive(noun.text), sure=False)


# Endings behind letters and numbers of other scripts; ის is "he" as well.
_LOOSE = r"(?:ს|მ|მა|ით|ად|ში|ზე|დან|მდე|იდან|ამდე|თან|თვის|სთვის|ისთვის)(?![\w-])"
_LOOSE_BEHIND_NUMBERS = r"(?:ე(?![\w.-])|იან(?:ი|მა|ს|ის|ში|ად|ებ[ა-ჰ]+)?(?![\w-]))"
_LOOSE_ENDING = re.compile(rf"(?<=[A-Za-z0-9%]) {_LOOSE}|(?<=\d) {_LOOSE_BEHIND_NUMBERS}")
_GLUED_DECADE = re.compile(r"(?<![\w.,])(\d+)(იან[ა-ჰ]*)")
# What every loose ending begins with.
_MAYBE_LOOSE = re.compile(rf"[A-Za-z\d%](?: (?:{_LOOSE}|{_LOOSE_BEHIND_NUMBERS})|იან)")
_HYPHENATED = re.compile("(?<![ა-ჰ\\w-])([ა-ჰ]{5,}ს?)-(ში|ზე|თან|თვის|გან|კენ)(?![ა-ჰ])")


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
        stem, ending = text[start : match.start()], match.group()[1:]
        hyphen = f"{stem}-{ending}"
        yield Fault(start, match.end(), FaultKind.DETACHED, hyphen)
    for match in _GLUED_DECADE.finditer(text):
        yield Fault(*match.span(), FaultKind.GLUED, f"{match[1]}-{match[2]}")


def stands_apart(word: str) -> bool:
    """Whether a word is a postposition that belongs to the word before it."""
    return word in _APART or word in _LOST_ENDINGS


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
            noun, post = match["noun"] or match["dative"], match["post"] or match["between"]
            yield Fault(word.start, word.end, FaultKind.GLUED, f"{noun} {post}")


_SHORTEST_GLUED = 8
_ENDS = (
    "შესახებ", "მიერ", "გამო", "გარეშე", "მიხედვით", "მიმართ", "წინააღმდეგ", "დროს", "შორის", "მეშვეობით",
    "საშუალებით", "განმავლობაში", "ფარგლებში", "გარდა", "ნაცვლად", "შემდეგ",
)  # fmt: skip
