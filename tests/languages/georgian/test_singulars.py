"""The list of singulars says what simplemma's dictionary says of the forms that the word list knows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from transreview.languages.georgian.grammar.words import likely_singulars, plural_singular
from transreview.languages.stemming import lemma


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("საწარმოები", "საწარმო"), ("სახლებს", "სახლი"), ("ქვეყნების", "ქვეყანა"), ("ფოთლები", "ფოთოლი"),
        ("წარმომადგენლები", "წარმომადგენელი"), ("დელეგაციები", "დელეგაცია"), ("მთავრობებს", "მთავრობა"),
        ("ქქქქები", ""), ("სახლი", ""),
    ],
)  # fmt: skip
def test_a_plural_has_its_singular(plural: str, singular: str) -> None:
    assert plural_singular(plural) == singular


@pytest.mark.parametrize(
    "stem", ["ქვეყნ", "ფოთლ", "სახლ", "ელმ", "თარგმნ", "ქალაქ", "კაც", "ცხენ", "წიგნ", "გოგონ"]
)
def test_the_singular_is_a_lemma_where_one_of_the_known_forms_is(stem: str) -> None:
    likely = likely_singulars(stem)
    expected = next((word for word in likely if lemma(word, "ka") == word), next(iter(likely), ""))
    assert plural_singular(f"{stem}ები") == expected


def test_grammar_unpacks_no_dictionary_of_lemmas() -> None:
    code = (
        "import sys; from transreview.languages.georgian.grammar import faults;"
        "assert faults('სამი ქვეყნები'); sys.exit('simplemma' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
