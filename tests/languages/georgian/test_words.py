"""The words of a text and the questions they matter to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages.georgian.grammar import faults
from transreview.languages.georgian.grammar.calques import calques
from transreview.languages.georgian.grammar.faults import _each_once
from transreview.languages.georgian.grammar.names import is_of_a_name
from transreview.languages.georgian.grammar.postpositions import hyphenated, loose_endings
from transreview.languages.georgian.grammar.rules import RULES, ClauseWords
from transreview.languages.georgian.grammar.words import words_of
from transreview.languages.georgian.words import WordMarks, words_in

# Words of which every rule finds something in some order.
_WORDS = """
დიდი ქალაქში გენერალურ დირექტორი სამი საწარმოები ბევრი სახლებს ჯანმრთელობის თვის ომისშემდეგ სამუშაოსშესახებ
გაღვივებას და გაძლიერებას კომპანია გამოუშვა ახალი პროდუქტი მან აკეთებს ისინი არის მე იყო საკიტხი მაღალიაა
12 3,5 შეხვდა პრეზიდენტი მინისტრი ქალაქის ის წავიდა ეროვნული დიდმა ეროვნულმა ქალაქმა მთავრობა მისი ეს დირექტორმა
კომპანიის მენეჯერი უპასუხა კითხვაზე უკვე თან ერთად ქალაქს ქალაქს-ში NASA ის % ით 2020იან
"""


def test_words_are_runs_of_letters_with_hyphens_inside_and_numbers() -> None:
    assert words_in("მე-9 სახლი, 3,5 ერთ-ერთი - და") == ("მე", "9", "სახლი", "3,5", "ერთ-ერთი", "და")


def test_marks_are_the_questions_that_some_word_matters_to() -> None:
    marks = WordMarks([lambda word: word == "და", lambda word: word.startswith("ს"), str.isdigit])
    assert marks.of("სახლი და ბაღი") == 0b011
    assert marks.of("ბაღი 12") == 0b100
    assert marks.of("") == 0


@settings(max_examples=600)
@given(
    st.lists(st.sampled_from(_WORDS.split()), max_size=9), st.sampled_from([" ", " ", " ", ", ", " „", ". "])
)
def test_passing_over_texts_by_their_words_loses_no_fault(words: list[str], gap: str) -> None:
    text = gap.join(words)
    parts = ClauseWords(words_of(text))
    by_words = [fault for rule in RULES for fault in rule.find(parts) if not is_of_a_name(parts, fault)]
    assert faults(text) == _each_once(
        sorted([*by_words, *loose_endings(text), *hyphenated(text), *calques(text)])
    )


@pytest.mark.parametrize(
    "text",
    [
        "ეროვნული ქალაქში", "ეროვნულმა მინისტრი", "ეროვნულ მინისტრი", "ეს დირექტორმა", "სამი საწარმოები",
        "სამი ეროვნული საწარმოები", "გაღვივებას და გაძლიერებას", "ისინი არის", "ქალაქს-ში",
        "დღევანდელ დღეს", "2020იან", "NASA ში", "ჯანმრთელობის თვის",
    ],
)  # fmt: skip
def test_a_rule_is_asked_where_its_words_stand_side_by_side(text: str) -> None:
    assert faults(text)
    assert not faults(text.replace(" ", ", ").replace("-", ", ").replace("2020", "2020, "))
