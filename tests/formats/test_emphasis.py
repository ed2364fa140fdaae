"""Which runs of * _ ~ are emphasis: the rules of CommonMark, on its own examples."""

from __future__ import annotations

import re

import pytest

from transreview.formats.emphasis import pair, run_at
from transreview.model.inline_mark import MarkKind

KINDS = {MarkKind.EMPHASIS: "em", MarkKind.STRONG: "strong", MarkKind.STRIKE: "del", MarkKind.STRAY: "stray"}


def found(text: str) -> list[tuple[str, str]]:
    """Return the marks of a text of words and signs, by their place: kind and the text they stand around."""
    runs = [run_at(text, *match.span()) for match in re.finditer(r"\*+|_+|~+", text)]
    marks = sorted(pair(runs), key=lambda mark: (mark.start, -mark.end))
    return [(KINDS[mark.kind], text[mark.start : mark.end]) for mark in marks]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("*foo bar*", [("em", "*foo bar*")]),
        ("a * foo bar*", [("stray", "*")]),
        ("foo*bar*", [("em", "*bar*")]),
        ("_foo bar_", [("em", "_foo bar_")]),
        ("foo_bar_", []),
        ("foo-_(bar)_", [("em", "_(bar)_")]),
        ("**foo bar**", [("strong", "**foo bar**")]),
        ("** foo bar**", [("stray", "**"), ("stray", "**")]),
        ("*foo**bar**baz*", [("em", "*foo**bar**baz*"), ("strong", "**bar**")]),
        ("***foo***", [("em", "***foo***"), ("strong", "**foo**")]),
        ("**foo*", [("stray", "*"), ("em", "*foo*")]),
        ("*foo**", [("em", "*foo*"), ("stray", "*")]),
        ("*foo _bar* baz_", [("em", "*foo _bar*")]),
        ("~~gone~~", [("del", "~~gone~~")]),
        ("~gone~", [("del", "~gone~")]),
        ("~~gone~", []),
        ("~~~gone~~~", []),
        ("2 * 3 * 4", []),
        ("*a* *b*", [("em", "*a*"), ("em", "*b*")]),
        ("*foo**bar*", [("em", "*foo**bar*"), ("stray", "**")]),
    ],
)
def test_runs_open_and_close_as_commonmark_says(text, marks):
    assert found(text) == marks


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [("*a", True, False), ("a*", False, True), ("a*b", True, True), ("a_b", False, False), (" * ", False, False),
     ("a*.", False, True), (".*a", True, False), ('a*"b"', False, True), ("„*a", True, False)],
)  # fmt: skip
def test_a_run_opens_or_closes_by_its_neighbours(text, opens, closes):
    match = re.search(r"[*_]", text)
    run = run_at(text, match.start(), match.end())
    assert (run.opens, run.closes) == (opens, closes)
