"""Verbs of what should be done: უნდა გააკეთა, for გააკეთოს; გთხოვთ, გააკეთოს, for გააკეთოთ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from transreview.languages.georgian.grammar.clauses import case_of
from transreview.languages.georgian.grammar.subjects import aorists
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

is_must_word = frozenset(("უნდა",)).__contains__
"""Whether a word says that something must be done."""


def is_done(word: str) -> bool:
    """Whether a word is an aorist that says nothing else: თქვა is "that you should say", too."""
    if word not in aorists() or not word.endswith("ა"):
        return False
    return is_form(f"{word[:-1]}ოს") and not is_form(f"{word}ს")


def done_that_must_be(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the aorist right behind უნდა, with what should be done in its place."""
    for index in range(1, len(words)):
        word = words[index]
        if words[index - 1].text == "უნდა" and is_done(word.text) and text_between(words, index - 1):
            yield Fault(word.start, word.end, FaultKind.MOOD, f"{word.text[:-1]}ოს")


def asked_of_you(clauses: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield what another should do where you are asked to and nobody else is named: გთხოვთ, მოაწეროს ხელი."""
    for before, clause in pairwise(clauses):
        if before[-1].text not in _ASKS or before[-1].gap != ", " or clause[0].text == "რომ":
            continue
        asked = list(takewhile(lambda word: word.text != "და", clause))
        wished = [word for word in asked if _is_wish(word.text)]
        others = (case_of(word.text) for word in asked if word not in wished)
        if len(wished) == 1 and not any(case in ("Erg", "") for case in others):
            verb = wished[0]
            yield Fault(verb.start, verb.end, FaultKind.PERSON, f"{verb.text[:-1]}თ")


_ASKS = frozenset(("გთხოვთ", "გირჩევთ"))


def _is_wish(word: str) -> bool:
    """Whether a word says that another should do something to a thing: მოაწეროს."""
    return word.endswith("ოს") and f"{word[:-2]}ა" in aorists()
