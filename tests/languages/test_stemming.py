"""Stems of languages that bring none of their own."""

import time

import pytest

from transreview.languages.stemming import stemmer


@pytest.mark.parametrize("code", ["de", "ru", "en"])
def test_what_is_no_word_is_not_looked_through(code):
    began = time.monotonic()
    assert stemmer(code)("a" * 1_000_000) == "a" * 1_000_000
    assert time.monotonic() - began < 0.5


@pytest.mark.parametrize(
    ("code", "word", "other"),
    [("de", "messen", "messe"), ("ru", "выставки", "выставка"), ("en", "fairs", "fair")],
)
def test_forms_of_a_word_have_one_stem(code, word, other):
    assert stemmer(code)(word) == stemmer(code)(other) != ""
