"""The clauses of a Georgian text, and the case in which each of their words stands, as far as it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.georgian.declension.agreement import adjective_like
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.modifying import is_plain_participle, modifier
from transreview.languages.georgian.grammar.noun_cases import DATIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.subjects import CLAUSE_ENDS, is_ergative, is_nominative
from transreview.languages.georgian.grammar.verbs import bodies, people, verb_form
from transreview.languages.georgian.grammar.versions import is_name_of_an_action
from transreview.languages.georgian.grammar.words import (
    NOUNS_IN_URI,
    Word,
    is_adjective,
    is_bare_adjective,
    is_ergative_adjective,
    is_in_a_vowel,
    is_of_a_people,
    names_an_action_in_ma,
    oblique,
    plain_adjective,
)
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import COMPOUND, is_form, is_word
from transreview.lazy_patterns import lazy_pattern


@cache
def listed(kind: str) -> frozenset[str]:
    """Return the words of a kind of data/clauses.txt."""
    text = (files(__package__) / "data" / "clauses.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(word for of, *words in rows for word in words if of == kind)


# How long and how far, which stand in the nominative with any verb, and what stands beside an object.
_DURATIONS_WORDS = """
წელი წელიწადი დღე თვე კვირა საათი წუთი წამი ღამე ზაფხული ზამთარი საღამო კილომეტრი მეტრი ნაბიჯი დრო თავი
ნაწილი ცალი გირვანქა დილა დღეები წლები საათები არაფერი ვერაფერი რამე რაიმე
"""
DURATIONS = frozenset(_DURATIONS_WORDS.split())


def has(clause: Sequence[Word], kind: str) -> bool:
    """Return whether some word of a clause is of a kind of data/clauses.txt."""
    words = listed(kind)
    return any(word.text in words for word in clause)


def joins_nouns(clause: Sequence[Word]) -> bool:
    """Return whether a conjunction may join nouns that matter to the verb, not only what belongs to them."""
    joints = listed("conjunction")
    places = [at for at, word in enumerate(clause) if word.text in joints]
    return bool(places) and not all(_is_within_a_phrase(clause, at) for at in places)


def _is_within_a_phrase(clause: Sequence[Word], joint: int) -> bool:
    """Whether და or ან joins adjectives, owners or adverbs: სწრაფად და უმტკივნეულოდ; ქარისა და წვიმის."""
    if clause[joint].text not in ("და", "ან") or not 0 < joint < len(clause) - 1:
        return False
    before, behind = clause[joint - 1].text, clause[joint + 1].text
    return case_of(before) == "-" and not (before.endswith("ისა") and case_of(behind) == "Nom")


def clauses_of(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield the clauses of a text: what stands between its commas, stops and joints."""
    first, joints = 0, listed("joint")
    for at in [at for at, word in enumerate(words) if word.gap != " " or word.text in joints]:
        word = words[at]
        if word.text in joints and at > first:
            yield words[first:at]
            first = at
        if word.gap != " " and (not CLAUSE_ENDS.isdisjoint(word.gap) or at + 1 == len(words)):
            yield words[first : at + 1]
            first = at + 1
    if first < len(words):
        yield words[first:]


def is_modifier(word: str) -> bool:
    """Whether a word is an adjective, in whatever case."""
    if is_adjective(word) or is_ergative_adjective(word) or is_bare_adjective(word) or is_in_a_vowel(word):
        return True
    return is_for_doing(word)


@lru_cache(maxsize=1 << 14)
def is_for_doing(word: str) -> bool:
    """Whether a word is the participle of what something is for, which has no other cases: სათესი."""
    if not (word.startswith("სა") and word.endswith("ი") and is_form(word)):
        return False
    return not any(is_form(word[:-1] + ending) for ending in ("ები", "ების", "ს", "მა"))


def is_possessive_ergative(word: str) -> bool:
    """Whether a word is whose something is, in the ergative: ჩვენმა."""
    one = modifier(word)
    return one is not None and one.ending == "მა" and (one.own or one.stem in ("მის", "მათ", "თავის"))


def is_noun(word: str) -> bool:
    """Whether a nominative is a noun, as far as its ending tells; people are named by participles too."""
    if word in listed("subject") or is_modifier(word):
        return False
    if is_possessive_ergative(word):
        return False  # ჩვენმა
    if word in people() or word in bodies() or not adjective_like(word) or word.endswith(NOUNS_IN_URI):
        return True
    return modifier(word) is None and noun_case(word) == NOMINATIVE  # სოფელი


# What may stand behind a noun without a say in what its verb wants.
_CASES_BEHIND = (
    "ის", "ების", "ისა", "ებისა", "თა", "დან", "თვის", "მდე", "გან", "კენ", "ით", "ად", "ოდ", "ში", "ზე",
    "თან", "თანავე",
)  # fmt: skip
_PLURAL_BEHIND = lazy_pattern("ებ(?:ის|ისა|ით|ად|იდან|ამდე|ისთვის|ისგან|ისკენ|ში|ზე|თან)$")
_OF_NAMES, _SHORTEST_NAME = ("ში", "ზე", "დან", "თან", "სთვის"), 5
_SHORTEST = 4
_PARTICIPLES = ("ული", "ური", "ილი", "იანი")
_BARE_PARTICIPLES = ("ულ", "ილ", "იან", "ელ", "ალ", "არ")
_LIKE_VERBS = ("ებს", "ობს", "ავს", "ამს", "ევს")


@cache
def _listed_cases() -> dict[str, str]:
    """Return the case of each word of data/clauses.txt that has but one."""
    cases = dict.fromkeys(listed("subject") | listed("short"), "Nom")
    return {"მას": "Dat"} | cases | dict.fromkeys(listed("staying") | listed("joint"), "-")


@lru_cache(maxsize=1 << 16)
def case_of(word: str) -> str:
    """Return the case that a word stands in: "Nom", "Erg" or "Dat".

    "-" where it matters to no verb; empty where the word is not understood.
    """
    if (listed_case := _listed_cases().get(word)) is not None:
        return listed_case
    if word[0].isdigit():
        return "-"
    if (
        word.endswith("ო")
        and verb_form(word) is None
        and is_form(f"{word[:-1]}ეს")
        and not is_form(f"{word}მ")
    ):
        return ""  # "began", of who begins it and of what begins
    if is_in_a_vowel(word):
        return "-"
    if is_ergative(word) or plain_adjective(word) or _is_short_ergative(word):
        return "Erg"
    if read_numeral(word) is not None:
        return "Erg" if word.endswith("მა") else "-"
    if is_adjective(word) or is_bare_adjective(word) or is_of_a_people(word) or is_for_doing(word):
        return "-"
    if is_nominative(word):
        return "-" if is_plain_participle(word) and word not in people() else "Nom"
    if word in people():  # short ones, of which the dictionary has no other forms: გიდმა
        return "Erg" if word.endswith(("მა", "მ")) else "Nom"
    if len(word) < _SHORTEST:
        return ""
    return _case_by_ending(word)


def _is_short_ergative(word: str) -> bool:
    """Whether a word of a few letters is the ergative of a noun: გემმა, დედამ."""
    if not _SHORTEST <= len(word) <= _SHORTEST + 1 or is_form(f"{word}ს"):
        return False
    if word.endswith("მა"):
        return is_form(f"{word[:-2]}ი") and is_form(f"{word[:-2]}ის") and is_form(f"{word[:-2]}ები")
    stem = word[:-1]
    many = f"{stem}ები" if stem[-1] in "ეო" else f"{stem[:-1]}ები"
    return word.endswith("მ") and all(map(is_form, (f"{stem}ს", f"{stem[:-1]}ის", many)))


def _case_by_ending(word: str) -> str:
    if word.endswith("ისას"):
        return "-"  # when something is done: კითხვისას
    if word.endswith(_CASES_BEHIND) and (is_form(word) or (word.endswith("ის") and is_form(f"{word[:-2]}ი"))):
        return "-"
    if _is_of_a_known_noun(word) or (word.endswith(("ოთი", "უთი")) and is_form(word[:-2])):
        return "-"  # საბაგიროთი
    if _PLURAL_BEHIND.search(word) and is_form(f"{_PLURAL_BEHIND.sub('', word)}ი"):
        return "-"
    if word.endswith(_OF_NAMES) and len(word) > _SHORTEST_NAME and not is_word(word):
        return "-"  # a place or a person that no dictionary has: ნინდეში
    if word.endswith("ს") and (oblique(word) == "bare" or _is_dative(word)):
        return "Dat"
    if word.startswith("სა") and word.endswith("ო"):
        return "-"
    if word.endswith(_BARE_PARTICIPLES) and is_form(f"{word}ი"):
        return "-"
    if (
        word.endswith("ი")
        and word[-2] not in VOWELS
        and len(word) > _SHORTEST + 1
        and not word.endswith("ში")
    ):
        participle = word.endswith(_PARTICIPLES) and not word.endswith(NOUNS_IN_URI)
        return "-" if participle else "Nom"  # new words of other languages: ინვოისი
    return _case_at_last(word)


def _case_at_last(word: str) -> str:
    """Return the case of a word that is told by nothing but what adjectives it asks for, or by its end."""
    if (asked := oblique(word)) != "":
        return "Erg" if asked == "მა" else "-"
    if (compound := COMPOUND.fullmatch(word)) is not None:
        return case_of(compound["noun"])
    last = word[-1]
    if last in "ცა" and (case := _case_behind_a_clitic(word)):
        return case
    if word.endswith(("ებამ", "ობამ")) and is_form(word[:-1]):
        return "Erg"  # გაძვირებამ
    if last == "ს" and noun_case(word) == DATIVE:
        return "Dat"  # სენსორს
    if last == "ა" and is_name_of_an_action(word):
        return "Nom"
    if "ცია" in word and (loan := _LOAN.fullmatch(word)) is not None:
        return _OF_LOANS.get(loan["ending"], "-")
    return _case_of_a_new_name(word) if last in _LAST_OF_NEW_NAMES else ""


# New words of other languages: ვაქცინაციას.
_LOAN = lazy_pattern("[ა-ჰ]{3,}(?:[აიუქ]|ენ)ცია(?P<ending>|მ|ს|სა|ში|ზე|სთან|მდე)")
_OF_LOANS = {"": "Nom", "მ": "Erg", "ს": "Dat", "სა": "Dat"}


def _case_behind_a_clitic(word: str) -> str:
    """Return the case of a noun with "too" or with the -ა of -სა behind it: მომავალშიც, პაბებსა."""
    if word.endswith("ც") and len(word) > _SHORTEST_NAME:
        return case_of(word[:-2] if word.endswith("აც") and word[-3] not in VOWELS else word[:-1])
    return case_of(word[:-1]) if word.endswith("სა") and len(word) > _SHORTEST_NAME else ""


def _case_of_a_new_name(word: str) -> str:
    """Return the case of a name that no dictionary has, by an ending that hardly any verb has: ბრექსიტის."""
    if len(word) <= _SHORTEST_NAME or "-" in word or is_word(word):
        return ""
    if word.endswith("მა"):
        return "" if word[-3] in VOWELS or names_an_action_in_ma(word) else "Erg"
    if word.endswith("ირება"):
        return "" if word.startswith("ი") else "Nom"  # the name of an action, of other languages: პარკირება
    return "-" if word.endswith(_OF_NEW_NAMES) else ""


_LAST_OF_NEW_NAMES = "სანვ"
_OF_NEW_NAMES = ("ის", "ისა", "ისთვის", "ისგან", "ისკენ", "იდან", "ების", "ოს", "სგან")


# Endings of nouns that matter to no verb; -ით and -ად may end another word, so that its noun must be known.
_OF_KNOWN_NOUNS = ("ისთანავე", "ისთვის", "ისგან", "ისკენ", "იდან", "ამდე", "ით", "ად")


def _is_of_a_known_noun(word: str) -> bool:
    """Whether a word that no dictionary has is such a case of a noun that it has: რეისით."""
    if not word.endswith(_OF_KNOWN_NOUNS):
        return False
    for ending in _OF_KNOWN_NOUNS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return len(stem) > 2 and (is_form(f"{stem}ი") or is_form(f"{stem}ა"))
    return False


def _is_dative(word: str) -> bool:
    if word.endswith("ეს") and is_form(f"{word[:-2]}ა") and is_form(f"{word[:-2]}ოს"):
        return False  # an aorist of many: დარეკეს
    if word[-2] in VOWELS:
        done = word.endswith("ეს") and word.startswith(PREVERBS) and is_form(f"{word[:-2]}ა")
        return is_form(word[:-1]) and not (done and not is_form(f"{word[:-1]}ები"))  # გაათენეს
    if word.endswith("ებს") and is_form(f"{word[:-3]}ი"):
        return True
    if not is_form(f"{word[:-1]}ი"):
        return False
    if not word.endswith(_LIKE_VERBS) or word.endswith("ებს"):
        return True
    return is_form(f"{word[:-1]}ის") and is_form(f"{word[:-1]}ები")  # სახურავს
