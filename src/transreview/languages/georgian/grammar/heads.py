"""The noun that modifiers belong to, and its case: behind genitives, adjectives and words that show none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.modifying import (
    BARE,
    BARE_OR_ADVERB,
    GOES_WITH,
    PLAIN,
    Modifier,
    is_transparent,
    modifier,
)
from transreview.languages.georgian.grammar.new_nouns import (
    SHORTEST_NEW,
    case_of_a_new_noun,
    is_new_nominative,
)
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    ERGATIVE,
    GENITIVE,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.postposition_cases import wants_genitive
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.grammar.words import Word, is_of_a_people, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern


def head(words: Sequence[Word], last: int, one: Modifier) -> tuple[str, bool]:
    """Return the case of the noun behind the last modifier, and whether a genitive stands before it."""
    at = last + 1
    while at < len(words) and text_between(words, at - 1) and is_transparent(words[at].text):
        at += 1
    if at >= len(words) or not text_between(words, at - 1):
        return "", False
    case = case_of(words[at].text)
    if case == NOMINATIVE and _is_a_kind(words, at):
        at += 1
        return noun_case(words[at].text), False
    if not case and one.ending == BARE and says_is(words[at].text):
        return NOMINATIVE, False
    if not case and one.sure and len(one.stem) >= SHORTEST_NEW and is_new_nominative(words[at].text):
        return (NOMINATIVE if one.ending == BARE else ""), False
    if case != GENITIVE or one.ending == PLAIN:
        return (case or _case_of_a_place(words[at].text)) if case != GENITIVE else noun_case(
            words[at].text
        ), False
    if not one.sure and words[at].text.endswith(("ოს", "უს")):
        return "", False  # a dative as well: სამ საწარმოს წოდება მიანიჭა
    if words[at].text in (_TIMES if one.stem in _OF_TIME else _KINDS):
        return GENITIVE, False
    if (one.sure and _ends_at(words, at)) or _is_joined(words, at):
        return GENITIVE, False
    return _behind_genitives(words, at)


def past_transparent(words: Sequence[Word], at: int) -> int:
    """Return the place of the first word from a place on that shows its case, or of the last one."""
    while at + 1 < len(words) and is_transparent(words[at].text) and text_between(words, at):
        at += 1
    return at


def _behind_genitives(words: Sequence[Word], first: int) -> tuple[str, bool]:
    """Return the case of the noun behind genitives, as `head` does."""
    at, case = first, GENITIVE
    while case == GENITIVE and at + 1 < len(words) and text_between(words, at):
        at += 1
        if wants_genitive(words[at].text) or words[at].text in _BEHIND_GENITIVE:
            return GENITIVE, False
        at = past_transparent(words, at)
        word = words[at].text
        if (other := modifier(word)) is not None:
            sure = words[first].text.endswith("ის") and words[first].text not in _TIMES
            return (_behind_another(words, at, other) if sure else ""), True
        if is_transparent(word):
            return "", False
        case = GENITIVE if _OLD_GENITIVE.fullmatch(word) else case_of(word)
    return (case, True) if case != GENITIVE else ("", False)


_OLD_GENITIVE = lazy_pattern("[ა-ჰ]{3,}თა")  # საქმეთა


def _behind_another(words: Sequence[Word], at: int, other: Modifier) -> str:
    """Return the nominative where a modifier between a genitive and its noun says that it is no dative.

    What stands before the genitive belongs to it then: ძველი უბნის ისტორიული შენობების.
    """
    following = words[at + 1].text if at + 1 < len(words) and text_between(words, at) else ""
    agreeing = following != "" and GOES_WITH.get(case_of(following)) == other.ending
    return NOMINATIVE if agreeing and other.sure and other.ending != BARE else ""


# Behind a genitive these stand for their postposition: უძველესი ტაძრის წინ.
_BEHIND_GENITIVE = frozenset(("წინ", "შემდეგ", "გარშემო", "ირგვლივ", "გასწვრივ", "დროს", "გარდა"))


def _ends_at(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase surely ends with its genitive: a verb or nothing follows, no dative behind -თვის."""
    if words[at].text.endswith(("ოს", "უს", "ყოვლისა")):
        return False  # a dative as well: ვრცელ ინტერვიუს
    if _LATIN.match(words[at].gap):
        return False  # უნიკალურ მომხმარებლის ID-ზე
    if at + 1 >= len(words) or not text_between(words, at):
        return True
    following = words[at + 1].text
    if words[at].text.endswith(("სგან", "სთვის")) and _is_plain_phrase(words, at + 1):
        return True  # ლურჯ ქსოვილისგან საზეიმო კაბა
    if words[at].text.endswith("სთვის"):
        return modifier(following) is None and not is_transparent(following) and not following.endswith("ს")
    return verb_form(following) is not None and not case_of(following)


_LATIN = lazy_pattern(" [A-Za-z0-9$%{]")


def _is_joined(words: Sequence[Word], at: int) -> bool:
    """Whether a genitive is the first of two: დაზიანებული ხიდებისა და გზების."""
    following = words[at + 1].text if at + 1 < len(words) and text_between(words, at) else ""
    return words[at].text.endswith("ისა") and following == "და"


def _is_plain_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether a noun in the nominative follows, with adjectives before it that show no case."""
    at = past_transparent(words, at)
    return noun_case(words[at].text) == NOMINATIVE and modifier(words[at].text) is None


def _is_a_kind(words: Sequence[Word], at: int) -> bool:
    """Whether a noun in -ო stands before another as an adjective does: სასტუმრო ქსელთან."""
    word = words[at].text
    if not (word.startswith("სა") and word.endswith("ო")) or at + 1 >= len(words):
        return False
    return text_between(words, at) and noun_case(words[at + 1].text) not in ("", NOMINATIVE)


def says_is(word: str) -> bool:
    """Whether a word is a nominative with "is" behind it: მევიოლინეა."""
    return word.endswith(("ეა", "აა", "ოა", "ია")) and noun_case(word[:-1]) == NOMINATIVE


# Genitives of which kind something is, which an adjective before them belongs to: ახალი ტიპის.
_KINDS = frozenset(("ტიპის", "სახის", "ზომის", "თაობის", "კლასის", "მასშტაბის"))
# Which time, and of what: მომავალი წლის ბოლომდე.
_OF_TIME = frozenset(("მომავალ", "გასულ", "პირველ", "ბოლოდროინდელ", "წინანდელ"))
_TIMES = frozenset(("წლის", "თვის", "კვირის", "საუკუნის", "სეზონის", "კვარტლის"))


# A genitive with a postposition, than that of steel: an adjective before it belongs to the genitive.
THAN_THAT_OF = ("ისაზე", "ისასთან")


def case_of(word: str) -> str:
    """Return the case of a noun, the genitive of what is dative and genitive alike: ბრინჯაოს."""
    if word in ("წელს", "დროს"):  # "this year", "during" by themselves, too
        return DATIVE
    if word.endswith(("ოს", "უს")) and word != "საღამოს" and is_form(word[:-1]):
        return GENITIVE
    if word.endswith(THAN_THAT_OF):
        return GENITIVE
    known = noun_case(word) or _case_of_a_place(word)
    if known or (word.endswith("მა") and verb_form(word) is not None):
        return known  # დაასაქმა
    return case_of_a_new_noun(word)


def _case_of_a_place(word: str) -> str:
    """Return the case of a noun with a postposition and "is" behind it: საწყობშია."""
    if word.endswith(_PLACE_IS):
        return noun_case(word[:-1])
    return noun_case(word[:-2]) if word.endswith(_FROM_IS) else ""


_PLACE_IS, _FROM_IS = ("შია", "ზეა"), ("თანაა", "თვისაა", "იდანაა", "განაა")


_HOW_IT_IS_DONE = frozenset(
    (
        "სწრაფ",
        "ნელ",
        "სრულ",
        "მკვეთრ",
        "ეტაპობრივ",
        "თანდათანობრივ",
        "მუდმივ",
        "მნიშვნელოვან",
        "აქტიურ",
        "დისტანციურ",
        "ავტომატურ",
    )
)
_HARDLY_OF_GENITIVES = _HOW_IT_IS_DONE | BARE_OR_ADVERB | {"მის"}


def of_genitive(words: Sequence[Word], place: int, one: Modifier, case: str) -> Iterator[Fault]:
    """Yield a bare adjective before a genitive and a dative, or one in -მა before an ergative, of the first.

    To the second a bare one may belong where both are one thing (შავ მზის სათვალეს), which is seldom
    written; one in -მა often does (ახალმა ბანკის მმართველმა), but hardly where it says of what kind it is.

    Args:
        words: Words of a text.
        place: Which of them is the last modifier.
        one: How it stands.
        case: The case of the noun behind the genitive.
    """
    genitive = words[place + 1].text
    if one.own or noun_case(genitive) != GENITIVE:
        return
    if case == DATIVE and one.ending == BARE:
        following = words[place + 2].text
        if one.stem in _HARDLY_OF_GENITIVES and (one.stem == "მის" or _DOING.fullmatch(following)):
            return
        many = genitive.endswith("ების")
        if not many and not (one.sure and _is_of_the_first(genitive, following)):
            return
    elif not (case == ERGATIVE and one.sure and _says_of_what_kind(one.stem)):
        return
    word = words[place]
    yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(GENITIVE), sure=False)


# Names of actions and qualities in the dative, which are done in some way: მნიშვნელოვან ფასების ზრდას.
_DOING = lazy_pattern("(?P<stem>[ა-ჰ]{3,}(?:ებ|ობ|ვ|ნ|ლ|რდ))ა(?:სა?|ში|ზე|სთან)")
# Qualities, and what has a postposition of its own: მკაცრ ზედამხედველობის პირობებში, ახალ ქაღალდისგან.
_OF_FIRST = ("ობის", "სგან", "სთვის")


def _is_of_the_first(genitive: str, following: str) -> bool:
    """Whether a bare adjective before a genitive of one and a dative belongs to the first of them.

    People write that of the second readily, which is right: უახლოეს ცხრილის განყოფილებას.
    """
    if (doing := _DOING.fullmatch(following)) is not None and not is_form(f"{doing['stem']}ები"):
        return True  # a thing has a plural: განყოფილება
    return genitive.endswith(_OF_FIRST) and not following.startswith(_MADE_FOR)


# Of these a genitive says what they are for, so that both are one thing: ძველ ოპტიკის მაღაზიას.
_MADE_FOR = (
    "მაღაზი", "ქარხან", "ფაბრიკ", "ცენტრ", "სკოლ", "კლინიკ", "საავადმყოფ", "სადგურ", "ბაზა", "ბირჟ", "ბანკ",
    "სახლ", "კურს", "მანქან", "აპარატ", "სათვალ", "ხაზ", "სისტემ", "ინსტიტუტ", "კლუბ", "გუნდ", "ჯგუფ", "ფონდ",
    "პარკ", "ხიდ", "სერვერ", "მოწყობილობ", "სააგენტო", "ოთახ", "მოედან", "ქუჩ", "სალონ", "წიგნ", "ბილეთ",
    "ოფის",
)  # fmt: skip


def _says_of_what_kind(stem: str) -> bool:
    """Whether an adjective says of what kind a thing is, and nothing of persons: ცენტრალურ."""
    return stem.endswith(("ურ", "ულ", "ობრივ")) and not is_of_a_people(f"{stem}ი") and stem not in _OF_PERSONS


# Those that say something of persons, and of any other thing.
_OF_PERSONS_WORDS = """
გენერალურ აქტიურ პოპულარულ ლეგენდარულ სერიოზულ ტრადიციულ ოფიციალურ იდეალურ გენიალურ ცნობილ პროფესიულ ერთგულ
წარმატებულ უნიკალურ ყოფილ პოლიტიკურ სამხედრო კონსერვატიულ ლიბერალურ რადიკალურ
"""
_OF_PERSONS = frozenset(_OF_PERSONS_WORDS.split())
