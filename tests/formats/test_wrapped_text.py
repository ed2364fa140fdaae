"""At which width a program has wrapped a text, and which line goes on with the one before."""

from __future__ import annotations

import pytest

from transreview.formats.encoding import Decoded
from transreview.formats.text import read_text, wrap_width


def paragraphs(text: str) -> list[str]:
    return [unit.text for unit in read_text(Decoded(text, "utf-8"), "a.txt").units]


FULL = "word " * 9 + "wordy"  # fifty columns


def lines(*texts: str) -> tuple[list[str], list[bool]]:
    return list(texts), [False, *[True] * (len(texts) - 1)]


def test_a_text_whose_lines_are_full_and_break_in_mid_sentence_was_wrapped():
    assert wrap_width(*lines(FULL, FULL, FULL, "end.")) == 50


def test_two_full_lines_are_needed():
    assert wrap_width(*lines(FULL, FULL, "end.")) == 50
    assert wrap_width(*lines(FULL, "longer than there was room for.")) == 0


def test_lines_narrower_than_forty_or_wider_than_132_were_not_wrapped():
    narrow = "word " * 7 + "word"  # 39 columns
    assert wrap_width(*lines(narrow, narrow, narrow)) == 0
    forty = narrow + "y"
    assert wrap_width(*lines(forty, forty, forty)) == 40
    wide = ("word " * 30)[:131] + "y"
    assert wrap_width(*lines(wide, wide, wide)) == 132
    assert wrap_width(*lines(wide + "y", wide + "y", wide + "y")) == 0


def test_where_most_lines_are_short_or_end_sentences_nothing_was_wrapped():
    assert wrap_width(*lines(FULL, "short.", "short.", "short.", "short.", FULL)) == 0
    ended = FULL[:-1] + "."
    assert wrap_width(*lines(ended, ended, ended, ended)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\n\nanother", ["One line", "another"]),
        ("Name one\nName two\nName three", ["Name one", "Name two", "Name three"]),
        (f"{FULL}\n{FULL}\nend.", [f"{FULL} {FULL} end."]),
        ("one, two,\nthree", ["one, two, three"]),
        ("- one\n  more\n- two", ["- one more", "- two"]),
        ("First paragraph\n    Second, set in", ["First paragraph", "Second, set in"]),
        ("First paragraph\n Next line", ["First paragraph", "Next line"]),
    ],
)
def test_paragraphs_of_plain_text(text, expected):
    assert paragraphs(text) == expected


def test_what_is_set_in_belongs_to_the_width_at_which_a_program_wrapped() -> None:
    deep, deeper = " " * 8, " " * 20
    text = (
        f"{deep}The printer dialog can be shown by giving an option on\n"
        f"{deep}the command line of the program, or in its settings.\n\n"
        f"{deeper}By default the dialog is shown only if the\n"
        f"{deeper}Alt key is held while the button labelled\n"
        f"{deeper}Print is being pressed.\n"
    )
    assert [one.split()[-1] for one in paragraphs(text)] == ["settings.", "pressed."]
