"""Inline marks as codes: a code that both sides have goes by one number."""

from __future__ import annotations

import pytest
from lxml import etree

from transreview.formats.xliff_codes import pieces, shown_text


def shown(source: str, target: str) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    return tuple([(one.text, one.code) for one in side] for side in pieces(source, target))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("", "", ([], [])),
        ("a", "", ([("a", 0)], [])),
        ("{0}", "{0}", ([("{0}", 1)], [("{0}", 1)])),
        ("a {0} b {1}", "{1} ა {0}", ([("a ", 0), ("{0}", 1), (" b ", 0), ("{1}", 2)], [("{1}", 2), (" ა ", 0), ("{0}", 1)])),
        ("{0}{0}", "{0}", ([("{0}", 1), ("{0}", 2)], [("{0}", 1)])),
        ("{0}", "{0} {0} %s", ([("{0}", 1)], [("{0}", 1), (" ", 0), ("{0}", 2), (" ", 0), ("%s", 3)])),
        ("<b>x</b>y", "z", ([("<b>", 1), ("x", 0), ("</b>", 2), ("y", 0)], [("z", 0)])),
    ],
)  # fmt: skip
def test_a_text_is_cut_into_words_and_codes(source, target, expected) -> None:
    assert shown(source, target) == expected


@pytest.mark.parametrize(
    "text", ["a `b` c", "[一](u) **x** <b>y</b> {0}", "https://e.org x", "**bold**", "plain"]
)
def test_the_pieces_together_are_the_text(text: str) -> None:
    assert "".join(one.text for one in pieces(text, "")[0]) == text
    assert all(one.text for one in pieces(text, "")[0])


def test_what_a_reviewer_struck_out_in_trados_is_no_text() -> None:
    seg = '<mrk>a <mrk mtype="x-sdl-deleted">6</mrk><mrk mtype="x-sdl-added">5</mrk> b</mrk>'
    assert shown_text(etree.fromstring(seg)) == "a 5 b"
