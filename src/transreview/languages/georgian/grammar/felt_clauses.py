"""Cases in clauses of verbs whose subject stands in the dative: მე ვაშლს მიყვარს."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.clauses import has, is_modifier, is_noun, joins_nouns, listed
from transreview.languages.georgian.grammar.modifying import modifier
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.verbs import is_of_having, people
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word, plain_adjective
from transreview.languages.grammar_fault import Fault, FaultKind

_THEY = {"ისინი": "მათ", "ის": "მას", "იგი": "მას"}


def ergatives_that_feel(clause: Sequence[Word], ergatives: Sequence[int]) -> Iterator[Fault]:
    """Yield the ergative of a verb whose subject stands in the dative: საწარმოებმა სახსრები აკლიათ."""
    for at in ergatives:
        noun = clause[at]
        if not plain_adjective(noun.text):
            right = "მას" if noun.text == "მან" else dative(nominative(noun.text))
            yield Fault(noun.start, noun.end, FaultKind.SUBJECT, right)


def datives_that_are_had(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the dative right before a verb of having where nothing is had: მე ვაშლს მიყვარს."""
    verb = clause[place].text
    if (
        not is_of_having(verb)
        or place + 1 != len(clause)
        or clause[place].gap.startswith(",")
        or "Nom" in cases[:place][1:]
        or joins_nouns(clause)
    ):
        return
    # Mine and yours: whoever has it needs no word.
    own = verb.startswith(("მ", "გ")) and not verb.startswith(("მოს", "გააჩნ"))
    datives = [at for at, case in enumerate(cases[:place]) if case == "Dat"]
    plain = cases[:1] == ["Nom"] and clause[0].text not in listed("subject")
    if not datives or len(datives) < 2 - own or plain:
        return
    if any(clause[at].text not in listed("staying") for at in range(datives[-1] + 1, place)):
        return
    noun = clause[datives[-1]]
    if not noun.text.startswith(tuple(listed("time"))):
        right = noun.text[:-1] if noun.text[-2] in VOWELS else f"{noun.text[:-1]}ი"
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, right)


def nominatives_that_feel(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the first of two nominatives where nobody stands in the dative: საწარმო სირთულეები აქვს."""
    nouns = [
        at for at, case in enumerate(cases[:place]) if case == "Nom" and not is_modifier(clause[at].text)
    ]
    if form.object == "Gen" and cases.count("Dat") == 1 and nouns == [place - 1] and place + 1 == len(clause):
        noun = clause[nouns[0]]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, decline(noun.text, "Gen"))
    if "Dat" in cases or joins_nouns(clause):
        return
    if clause[0].text in listed("joint") or has(clause, "dative"):
        return
    if len(nouns) == 1 and form.object == "Gen" and clause[nouns[0]].text in people():
        noun = clause[nouns[0]]
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, dative(noun.text))
    had = any(cases[at] == "Nom" and is_noun(clause[at].text) for at in range(place + 1, len(clause)))
    if had and form.object == "Nom" and nouns == [0] and clause[0].text in people():
        yield Fault(clause[0].start, clause[0].end, FaultKind.SUBJECT, dative(clause[0].text))
    if len(nouns) < 2 or clause[place - 1].text in _DONE:
        return  # ფილმი ნანახი მაქვს, I have seen it
    if clause[nouns[0]].text in _THEY and nouns[0] == 0:
        # "That" before its noun, where whoever has it needs no word, is not likely.
        sure = clause[0].text == "ისინი"
        if sure or (is_of_having(clause[place].text) and nouns[1] == place - 1):
            yield Fault(clause[0].start, clause[0].end, FaultKind.SUBJECT, _THEY[clause[0].text], sure=sure)
        return
    noun = clause[nouns[0]]
    if modifier(noun.text) is not None and clause[nouns[0] + 1].text not in people():
        return  # of the next: უცნობი სახის გაფართოება აქვს
    before = all(cases[at] == "-" for at in range(nouns[0]))
    if before and clause[nouns[0]].text not in listed("subject"):
        sure = nouns[0] <= 1 or noun.text in people()
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, dative(noun.text), sure=sure)


_DONE = frozenset("ნანახი ნათქვამი ნაყიდი ნასწავლი ნაჩუქარი ნაჭამი ნასვამი ნაწერი ნაკითხი ნაქირავები".split())  # noqa: SIM905
_LIKES = frozenset(("აინტერესებს", "აინტერესებთ", "უყვარს", "უყვართ", "მოსწონს", "მოსწონთ"))


def felt_about(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield what somebody likes that stands with -ზე, at the end of a sentence: მას ფილმზე აინტერესებს."""
    if clause[place].text not in _LIKES or "Nom" in cases or not clause[place].gap.startswith("."):
        return
    about = [word for word in clause if word.text.endswith("ზე") and noun_case(word.text) == DATIVE]
    if len(about) == 1 and cases.count("Dat") == 1:
        yield Fault(about[0].start, about[0].end, FaultKind.OBJECT)


def dative(word: str) -> str:
    """Return the dative of a noun in the nominative, of one or of many."""
    return f"{word[:-1]}ს" if word.endswith("ები") else decline(word, "Dat")


def nominative(word: str) -> str:
    """Return the nominative of a word in the ergative."""
    if word == "მან":
        return "ის"
    return f"{word[:-2]}ი" if word.endswith("მა") else word[:-1]
