"""Relative pronouns of another number than the noun before them: საკითხი, რომლებიც; ჯარიმები, რომელიც."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.grammar.clauses import case_of, is_modifier, listed
from transreview.languages.georgian.grammar.counting import may_count
from transreview.languages.georgian.grammar.noun_cases import noun_case
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_OF_ONE = {"რომელიც": "რომლებიც", "რომელმაც": "რომლებმაც", "რომელსაც": "რომლებსაც"}
_OF_MANY = {many: one for one, many in _OF_ONE.items()}
# Nouns of one that are many.
_MANY_TOGETHER_WORDS = """
ხალხი ჯგუფი გუნდი ოჯახი წყვილი ნაწილი უმრავლესობა უმეტესობა უმცირესობა რიცხვი რაოდენობა სია მოსახლეობა თაობა
რიგი ნაკრები კრებული პერსონალი კოლექტივი პროცენტი მონაცემი სამხედრო ახალგაზრდობა შემადგენლობა დელეგაცია
"""
MANY_TOGETHER = frozenset(_MANY_TOGETHER_WORDS.split())
_OF_MANY_AT_END = lazy_pattern("ებ(?:ი|მა|სა?|ისა?|ით|ად|ში|ზე|თან|იდან|ამდე|ის(?:თვის|გან|კენ))(?:ა|ც|აც)?$")
_JOINTS = ("და", "ან", "თუ", "როგორც", "ასევე")


# Other cases of those of one.
_OBLIQUE = {
    "რომლის": "რომელთა", "რომელშიც": "რომლებშიც", "რომელზეც": "რომლებზეც", "რომელთანაც": "რომლებთანაც",
    "რომლისთვისაც": "რომლებისთვისაც", "რომლისგანაც": "რომლებისგანაც",
}  # fmt: skip
_OF_MANY |= {many: one for one, many in _OBLIQUE.items()}
is_relative = frozenset((*_OF_ONE, *_OF_MANY, *_OBLIQUE)).__contains__
"""Whether a word is a relative pronoun whose number shows."""


def relatives_of_another_number(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield რომლებიც behind a noun of one, where nothing before it is many, and რომელიც behind many."""
    for index in range(1, len(words)):
        word, noun = words[index], words[index - 1]
        if not is_relative(word.text) or not noun.gap.startswith(","):
            continue
        one = _OF_ONE.get(word.text, "") or _OBLIQUE.get(word.text, "")
        right = one if noun.text.endswith(("ები", "ებმა")) and not _is_singular(noun.text) else ""
        if word.text in _OF_MANY and _is_of_one(noun.text) and not _is_many_before(words, index - 1):
            right = _OF_MANY[word.text]
        if one and not right:
            if _points_at_many(words, index - 1):
                yield Fault(word.start, word.end, FaultKind.RELATIVE, one, sure=False)
            continue
        if right and (noun_case(noun.text) or _is_of_many(noun.text)):
            yield Fault(word.start, word.end, FaultKind.RELATIVE, right, sure=False)


def _is_singular(noun: str) -> bool:
    """Whether a noun that ends as plurals do is one thing: ნაწარმოები."""
    return f"{noun.removesuffix('მა').removesuffix('ი')}ი" in lexicon().singular


def _points_at_many(words: Sequence[Word], last: int) -> bool:
    """Whether the clause before a relative one points at a noun of many: იმ სირთულეებზე ისაუბრა, რომლის …."""
    first = last
    while first and words[first - 1].gap == " ":
        first -= 1
    pointing = [at for at in range(first, last) if words[at].text == "იმ"]
    if len(pointing) != 1:
        return False
    at = pointing[0] + 1
    while at < last and is_modifier(words[at].text):
        at += 1
    noun = words[at].text
    many = _OF_MANY_AT_END.search(noun)
    # იმ პიროვნების is of one.
    return many is not None and noun_case(noun) != "" and not is_form(f"{noun[: many.start()]}ება")


def _is_of_one(noun: str) -> bool:
    """Whether a noun in the nominative, ergative or dative is one thing, and nothing that many are in."""
    if _OF_MANY_AT_END.search(noun) or noun.endswith(("თა", "ში", "ზე")) or is_modifier(noun):
        return False
    if noun.endswith("ნი") and not is_form(f"{noun[:-1]}ის"):
        return False  # მეგობარნი
    return noun not in MANY_TOGETHER


def _is_of_many(noun: str) -> bool:
    """Whether a word that no dictionary has is surely a plural: სენსორები."""
    return noun.endswith(("ები", "ებმა")) and case_of(noun) in ("Nom", "Erg")


def _is_many_before(words: Sequence[Word], last: int) -> bool:
    """Whether a noun of many before it may be what the pronoun stands for, or a number goes with this one."""
    for word in words[:last]:
        many = _OF_MANY_AT_END.search(word.text) is not None and not word.text.endswith("ებს")
        if many or word.text.endswith(("თა", "ნი")) or word.text in _JOINTS:
            return True
        counts = may_count(word.text) and not (word.text.startswith("მე") and word.text.endswith("ე"))
        if counts or word.text[0].isdigit() or word.text in listed("quantity"):
            return True
    return False
