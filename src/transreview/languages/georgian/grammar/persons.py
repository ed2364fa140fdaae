"""Verbs of another person or number than the pronoun right before them: ისინი არის."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.subjects import aorists
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.grammar_fault import Fault, FaultKind

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

# Verbs whose subject stands in the dative, right behind a pronoun: of me, of you, of us, of you all.
_FELT = {
    "შეუძლია": ("შემიძლია", "შეგიძლია", "შეგვიძლია", "შეგიძლიათ"),
    "აქვს": ("მაქვს", "გაქვს", "გვაქვს", "გაქვთ"),
    "სჭირდება": ("მჭირდება", "გჭირდება", "გვჭირდება", "გჭირდებათ"),
    "სურს": ("მსურს", "გსურს", "გვსურს", "გსურთ"),
    "უყვარს": ("მიყვარს", "გიყვარს", "გვიყვარს", "გიყვართ"), "ჰქონდა": ("მქონდა", "გქონდა", "გვქონდა",
    "გქონდათ"),
    "მოსწონს": ("მომწონს", "მოგწონს", "მოგვწონს", "მოგწონთ"),
    "შეეძლო": ("შემეძლო", "შეგეძლო", "შეგვეძლო", "შეგეძლოთ"),
}  # fmt: skip
_OWN |= {
    (pronoun, verb + plural): right
    for verb, forms in _FELT.items()
    for pronoun, right in zip(("მე", "შენ", "ჩვენ", "თქვენ"), forms, strict=True)
    for plural in ("", "თ")
}


def is_verb_of_a_person(word: str) -> bool:
    """Whether a word is a verb of which it is known with what pronouns it goes."""
    return word in _VERBS or word in aorists()


def wrong_persons(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verbs right behind a pronoun of another person or number."""
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


_VERBS = frozenset((*_SINGULAR, *_PLURAL, *(verb for _pronoun, verb in _OWN)))
_PRONOUNS = frozenset(("მე", "შენ", "ის", "ჩვენ", "თქვენ", "ისინი"))
is_pronoun = _PRONOUNS.__contains__
"""Whether a word is a pronoun with which a verb may disagree."""
