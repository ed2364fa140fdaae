"""Text of others cannot steer a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transreview.terminal_text import code_point, printable


@given(st.text())
def test_nothing_of_it_steers(text) -> None:
    assert printable(text, kept="").isprintable()
    assert printable(text).replace("\n", "").isprintable()


def test_escapes_and_direction_marks_are_written_out() -> None:
    assert printable("a\x1b[31m\n") == "a\\x1b[31m\n"
    assert printable("a\nb", kept="") == "a\\x0ab"
    assert printable("\u202e", shown=code_point) == "⟨U+202E⟩"
    assert printable("会议 შეხვედრა") == "会议 შეხვედრა"
