"""Texts without the signs and addresses of their links are as long as they were, and nothing moves."""

from __future__ import annotations

import pytest

from transreview.checks.prose import without_links
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
