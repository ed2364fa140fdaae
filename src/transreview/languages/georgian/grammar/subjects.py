"""Subjects that do not go with their verb: a nominative before a transitive aorist, ისინი with one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.words import Word, is_adjective, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

_CLAUSE_ENDS = frozenset(',.;:!?…–—()„“”«»"\n')
_ERGATIVES_WORDS = """
მან მათ ვინ ვინც რომელმაც რომლებმაც ამან იმან თავად თვითონ თვით ყველამ სხვამ ერთმა ორივემ არავინ
ვერავინ მე შენ ჩვენ თქვენ რამ რამაც ვინმემ
"""
_ERGATIVES = frozenset(_ERGATIVES_WORDS.split())
_ADVERBS_WORDS = """
წინა ბოლო შიდა გარე წინასწარ ახლა მაშინ შემდეგ ზოგჯერ როგორც ისევე ასევე კიდეც უკვე
"""
_ADVERBS = frozenset(_ADVERBS_WORDS.split())
_DETERMINERS_WORDS = """
ეს ის ერთი ახალი მისი მათი თავისი თავიანთი ორი სამი რამდენიმე ყველა სხვა ასეთი ჩვენი ბევრი მეორე
მესამე
"""
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())


@cache
def aorists() -> frozenset[str]:
    """Return the transitive verbs of the third person of the aorist, singular and plural."""
    text = (files(__package__) / "data" / "aorists.txt").read_text(encoding="utf-8")
    stems = [stem for line in text.splitlines() if not line.startswith("#") for stem in line.split()]
    return frozenset(stem + ending for stem in stems for ending in ("ა", "ეს"))


def nominative_subjects(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nominatives right before a transitive aorist whose object follows in the nominative.

    Without the second nominative the first may be the object (წიგნი წაიკითხა, "she read the book"), so
    that nothing is said; nor where any word of the clause may be an ergative.
    """
    known = aorists()
    if known.isdisjoint([word[0] for word in words]):
        return
    for index in range(1, len(words) - 1):
        if words[index].text not in known or not text_between(words, index - 1):
            continue
        if not text_between(words, index):
            continue
        subject = words[index - 1]
        if not (subject.text in _PRONOUN_ERGATIVES or _is_nominative(subject.text)) or not _object_follows(
            words, index + 1
        ):
            continue
        first, last = _clause(words, index)
        others = (words[place].text for place in range(first, last + 1) if place != index)
        if any(_may_be_ergative(word) for word in others if word not in known):
            continue
        right = _PRONOUN_ERGATIVES.get(subject.text) or _ergative(subject.text)
        yield Fault(subject.start, subject.end, FaultKind.SUBJECT, right)


# Intransitive verbs whose object stands in the dative.
_WITH_DATIVE = frozenset(
    [
        "შეხვდა",
        "ეწვია",
        "დაესწრო",
        "დაეხმარა",
        "შეუერთდა",
        "დაუკავშირდა",
        "გაესაუბრა",
        "შეეჯახა",
        "მიუახლოვდა",
    ]
)


def nominative_objects(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nominative behind a verb that wants a dative, where its subject stands before it."""
    if _WITH_DATIVE.isdisjoint([word[0] for word in words]):
        return
    for index in range(1, len(words) - 1):
        if words[index].text not in _WITH_DATIVE:
            continue
        if not (text_between(words, index - 1) and text_between(words, index)):
            continue
        subject, found = words[index - 1], words[index + 1]
        if _is_nominative(subject.text) and _is_nominative(found.text):
            yield Fault(found.start, found.end, FaultKind.OBJECT, decline(found.text, "Dat"))


_PRONOUN_ERGATIVES = {"ის": "მან", "იგი": "მან", "ისინი": "მათ"}
_PRESENT = ("ებს", "ობს", "ავს", "ამს", "ებენ", "ობენ", "ავენ", "ამენ")


def ergatives_with_present(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the pronoun მან right before a verb of the present or future, which wants ის."""
    if not any(word[0] == "მან" for word in words):
        return
    for index in range(len(words) - 1):
        if words[index].text != "მან" or not text_between(words, index):
            continue
        verb = words[index + 1].text
        # Plural datives end so too: მან წიგნებს დახედა.
        if verb.endswith(_PRESENT) and is_form(verb) and not is_form(f"{verb[:-1]}ი"):
            yield Fault(words[index].start, words[index].end, FaultKind.SUBJECT, "ის")


def _clause(words: Sequence[Word], index: int) -> tuple[int, int]:
    first = index
    while first and not _CLAUSE_ENDS.intersection(words[first - 1].gap):
        first -= 1
    last = index
    while last + 1 < len(words) and not _CLAUSE_ENDS.intersection(words[last].gap):
        last += 1
    return first, last


def _is_nominative(word: str) -> bool:
    """Whether a word is the nominative of a known noun, singular or plural."""
    if len(word) < 4 or word in _DETERMINERS or word in _ADVERBS or is_adjective(word) or not is_form(word):
        return False
    if word.endswith("ები"):
        return is_form(f"{word[:-1]}მა") or is_form(f"{word[:-3]}ი")
    if word.endswith("ი"):
        return word[-2] not in VOWELS and (is_form(f"{word[:-1]}მა") or is_form(f"{word[:-1]}ის"))
    if word.endswith("ია") and is_form(f"{word[:-1]}"):
        return is_form(f"{word}მ") or is_form(f"{word}ს")
    return word.endswith(("ა", "ე", "ო")) and (is_form(f"{word}მ") or is_form(f"{word}ს"))


def _object_follows(words: Sequence[Word], place: int) -> bool:
    """Whether what follows is a nominative, determiners and adjectives before it passed over."""
    for step in range(3):
        at = place + step
        if at >= len(words):
            return False
        word = words[at].text
        if _is_nominative(word):
            return True
        if (
            word not in _DETERMINERS
            and not is_adjective(word)
            and not (word.endswith("ო") and word.startswith("სა"))
        ):
            return False
        if not text_between(words, at):
            return False
    return False


def _may_be_ergative(word: str) -> bool:
    if word in _ERGATIVES or word.endswith(("მაც", "მაცა", "ებმა")):
        return True
    if word.endswith("მა") and len(word) > 3:
        return True
    return word.endswith("მ") and len(word) > 2


def _ergative(word: str) -> str:
    if word.endswith("ები"):
        return f"{word[:-1]}მა"
    return decline(word, "Erg")


# Pronouns of the third person plural and singular with the verb "to be" and others of the wrong number.
_SINGULAR = {
    "არის": "არიან", "იყო": "იყვნენ", "წავიდა": "წავიდნენ", "მოვიდა": "მოვიდნენ", "ჩამოვიდა": "ჩამოვიდნენ",
    "დაბრუნდა": "დაბრუნდნენ", "გახდა": "გახდნენ", "დარჩა": "დარჩნენ", "შეხვდა": "შეხვდნენ",
    "მივიდა": "მივიდნენ", "გაემგზავრა": "გაემგზავრნენ", "ეწვია": "ეწვივნენ", "მუშაობს": "მუშაობენ",
    "ცხოვრობს": "ცხოვრობენ", "სწავლობს": "სწავლობენ", "ფიქრობს": "ფიქრობენ", "ამბობს": "ამბობენ",
    "აპირებს": "აპირებენ", "მონაწილეობს": "მონაწილეობენ", "მონაწილეობდა": "მონაწილეობდნენ",
}  # fmt: skip
_PLURAL = {plural: singular for singular, plural in _SINGULAR.items()}
_OWN = {
    ("მე", "არის"): "ვარ", ("მე", "იყო"): "ვიყავი", ("მე", "არიან"): "ვარ", ("შენ", "არის"): "ხარ",
    ("ჩვენ", "არიან"): "ვართ", ("ჩვენ", "იყვნენ"): "ვიყავით", ("თქვენ", "არიან"): "ხართ",
    ("თქვენ", "იყვნენ"): "იყავით", ("მე", "ვართ"): "ვარ", ("ჩვენ", "ვარ"): "ვართ", ("შენ", "ხართ"): "ხარ",
    ("თქვენ", "ხარ"): "ხართ", ("ის", "ვარ"): "არის", ("ისინი", "ვართ"): "არიან",
}  # fmt: skip


def wrong_persons(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verbs right behind a pronoun of another person or number."""
    if _PRONOUNS.isdisjoint([word[0] for word in words]):
        return
    for index in range(len(words) - 1):
        pronoun = words[index].text
        if pronoun not in _PRONOUNS or not text_between(words, index):
            continue
        verb = words[index + 1]
        if pronoun == "ისინი":
            right = _SINGULAR.get(verb.text, "") or _OWN.get((pronoun, verb.text), "")
        elif pronoun == "ის":
            right = _PLURAL.get(verb.text, "") or _OWN.get((pronoun, verb.text), "")
        else:
            right = _OWN.get((pronoun, verb.text), "")
            if not right and (
                verb.text in _SINGULAR or (pronoun in ("მე", "შენ") and verb.text in aorists())
            ):
                yield Fault(verb.start, verb.end, FaultKind.PERSON)
                continue
        if right:
            yield Fault(verb.start, verb.end, FaultKind.PERSON, right)


_PRONOUNS = frozenset(("მე", "შენ", "ის", "ჩვენ", "თქვენ", "ისინი"))
