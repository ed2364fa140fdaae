"""The class of the mark that ends a text, and where it stands or would have to stand."""

from __future__ import annotations

import pytest

from transreview.checks.final_marks import final_mark


@pytest.mark.parametrize(
    ("text", "mark", "place"),
    [
        ("a.", ".", 1),
        ("a。", ".", 1),
        ("a...", "…", 1),
        ("...", "…", 0),
        ("a..", ".", 2),
        ("a.b.", ".", 3),
        ("..b.", ".", 3),
        ("a…", "…", 1),
        ("a?!", "?", 1),
        ("a!?", "?", 2),
        ("?!", "?", 0),
        ("a!", "!", 1),
        ("!", "!", 0),
        ("a”", "", 2),
        ("a.”", ".", 1),
        ("(a.)", ".", 2),
        ("a. ", ".", 1),
        ("a  ", "", 1),
        ("“”", "", 2),
        ("", "", 0),
        ("a.[12]", ".", 1),
        ("a[12]", "", 5),
        ("a:", ":", 1),
        ("a；", ";", 1),
        ("a，", ",", 1),
    ],
)
def test_the_last_mark_of_a_text(text, mark, place):
    assert final_mark(text) == (mark, place)
