"""Of a plural the singular that a dictionary has, with the vowel that the plural lost."""

from __future__ import annotations

import pytest

from transreview.languages.georgian.grammar.words import plural_singular


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("სახლები", "სახლი"),
        ("სახლებმა", "სახლი"),
        ("სახელებში", "სახელი"),
        ("ქვეყნებმა", "ქვეყანა"),
        ("ფანჯრებთან", "ფანჯარა"),
        ("წარმომადგენლების", "წარმომადგენელი"),
        ("წყლები", "წყალი"),
        ("საწარმოები", "საწარმო"),
        ("ტყეებისა", "ტყე"),
        ("დელეგაციებს", "დელეგაცია"),
        ("ძმებსა", "ძმა"),
        ("სახლი", ""),
        ("ები", ""),
        ("ქეებები", ""),
    ],
)
def test_the_singular_of_a_plural_form(plural, singular):
    assert plural_singular(plural) == singular
