"""Verbs behind უნდა that stand in the aorist, which does not go with it: უნდა გააკეთა, for გააკეთოს."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.subjects import aorists
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind


def is_must_word(word: str) -> bool:
    """Whether a word says that something must be done."""
    return word == "უნდა"


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
