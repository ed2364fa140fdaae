"""Text of others cannot steer a terminal."""

from __future__ import annotations

import shlex

from hypothesis import given
from hypothesis import strategies as st

from transreview.terminal_text import code_point, printable, shell_word


@given(st.text())
def test_nothing_of_it_steers(text) -> None:
    assert printable(text, kept="").isprintable()
    assert printable(text).replace("\n", "").isprintable()


def test_escapes_and_direction_marks_are_written_out() -> None:
    assert printable("a\x1b[31m\n") == "a\\x1b[31m\n"
    assert printable("a\nb", kept="") == "a\\x0ab"
    assert printable("\u202e", shown=code_point) == "⟨U+202E⟩"
    assert printable("会议 შეხვედრა") == "会议 შეხვედრა"


@given(st.text(min_size=1))
def test_a_name_in_a_command_is_one_word_for_a_shell(name: str) -> None:
    assert shlex.split(shell_word(name)) == [name]


def test_names_that_need_no_quotes_have_none() -> None:
    assert shell_word("სტატია-1.zh.txt") == "სტატია-1.zh.txt"
    assert shell_word("my fair.transreview") == "'my fair.transreview'"
    assert shell_word("postgresql:///fair?host=/tmp&user=nino") == "'postgresql:///fair?host=/tmp&user=nino'"
