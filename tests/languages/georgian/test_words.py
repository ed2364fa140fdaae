"""The words of a text and the questions they matter to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transreview.languages.georgian.grammar import faults
from transreview.languages.georgian.grammar.agreement import disagreements
from transreview.languages.georgian.grammar.coordination import plain_before_and
from transreview.languages.georgian.grammar.counting import counted_plurals
from transreview.languages.georgian.grammar.postpositions import detached, glued
from transreview.languages.georgian.grammar.spelling import misspelt
from transreview.languages.georgian.grammar.subjects import (
    ergatives_with_present,
    nominative_objects,
    nominative_subjects,
    wrong_persons,
)
from transreview.languages.georgian.grammar.words import words_of
from transreview.languages.georgian.words import WordMarks, words_in
from transreview.languages.grammar_fault import FaultKind

RULES = (
    disagreements, counted_plurals, detached, glued, plain_before_and, nominative_subjects,
    nominative_objects, ergatives_with_present, wrong_persons, misspelt,
)  # fmt: skip
# Words of which every rule finds something in some order.
_WORDS = """
დიდი ქალაქში გენერალურ დირექტორი სამი საწარმოები ბევრი სახლებს ჯანმრთელობის თვის ომისშემდეგ სამუშაოსშესახებ
გაღვივებას და გაძლიერებას კომპანია გამოუშვა ახალი პროდუქტი მან აკეთებს ისინი არის მე იყო საკიტხი მაღალიაა
12 3,5 შეხვდა პრეზიდენტი მინისტრი ქალაქის ის წავიდა ეროვნული
"""


def test_words_are_runs_of_letters_with_hyphens_inside_and_numbers() -> None:
    assert words_in("მე-9 სახლი, 3,5 ერთ-ერთი - და") == ("მე", "9", "სახლი", "3,5", "ერთ-ერთი", "და")


def test_marks_are_the_questions_that_some_word_matters_to() -> None:
    marks = WordMarks([lambda word: word == "და", lambda word: word.startswith("ს"), str.isdigit])
    assert marks.of("სახლი და ბაღი") == 0b011
    assert marks.of("ბაღი 12") == 0b100
    assert marks.of("") == 0


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=9), st.sampled_from([" ", ", ", " „", ". "]))
def test_passing_over_texts_by_their_words_loses_no_fault(words: list[str], gap: str) -> None:
    text = gap.join(words)
    parts = words_of(text)
    every = sorted(fault for rule in RULES for fault in rule(parts))
    assert [fault for fault in faults(text) if fault.kind is not FaultKind.CALQUE] == every
