"""Texts without the signs and addresses of their links are as long as they were, and nothing moves."""

from __future__ import annotations

import pytest

from transreview.checks.prose import without_bare_code, without_links, without_powers
from transreview.formats.inline_marks import find_marks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see [the page](https://example.org/a) now", "see  the page" + " " * 25 + "now"),
        ("![a (b) c](x.png)!", "  a (b) c" + " " * 8 + "!"),
        ("[one](a) and [two](b)", " one     and  two    "),
        ("no (link) [here]", "no (link) [here]"),
        ("", ""),
    ],
)
def test_links_are_blanked_in_place(text, left):
    assert without_links(text, find_marks(text)) == left
    assert len(left) == len(text)


@pytest.mark.parametrize(
    ("text", "other", "left"),
    [
        ("main runs first", "先运行`main`。", "     runs first"),
        ("runs main", "先运行`main`。", "runs     "),
        ("main or main()", "先运行`main`。", "     or     ()"),
        ("main.c and main", "`main`和`main.c`", "       and     "),
        ("run it", "先`run`。", "run it"),  # three letters may be a word
        ("exec it", "先`exec`。", "     it"),
        ("main runs", "先运行main。", "main runs"),
        ("", "`main`", ""),
    ],
)
def test_what_is_code_on_the_other_side_is_no_language_wherever_it_stands(text, other, left):
    assert without_bare_code(text, text, find_marks(other)) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [("n^2 and x^{10}", "n   and x     "), ("2^-3)", "2   )"), ("^2", "^2"), ("a ^2", "a ^2"), ("n^1234", "n    4"), ("n2", "n2")],
)  # fmt: skip
def test_powers_are_blanked_in_place(text, left):
    assert without_powers(text) == left
