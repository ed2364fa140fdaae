"""Text of others cannot steer a terminal."""

from __future__ import annotations

import os
import subprocess

from hypothesis import given, settings
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


_NAMES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
_BYTES = st.binary(min_size=1).filter(lambda data: b"\0" not in data).map(os.fsdecode)


@settings(max_examples=60)
@given(st.lists(_NAMES | _BYTES, min_size=1, max_size=40))
def test_a_name_in_a_command_is_one_word_for_a_shell_and_nothing_in_it_is_hidden(names: list[str]) -> None:
    words = [shell_word(name) for name in names]
    assert all(word.isprintable() for word in words)
    done = subprocess.run(
        ["bash", "-c", "printf '%s\\0' " + " ".join(words)], capture_output=True, check=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    given_back = done.stdout.split(b"\0")[:-1]
    assert given_back == [os.fsencode(f"./{name}" if name.startswith("-") else name) for name in names]


def test_names_that_need_no_quotes_have_none() -> None:
    assert shell_word("სტატია-1.zh.txt") == "სტატია-1.zh.txt"
    assert shell_word("a\nb\x1b[31m\u202e'\\.txt") == r"$'a\nb\033[31m\342\200\256\'\\.txt'"
    assert shell_word("-o.txt") == "./-o.txt"
    assert shell_word("my fair.transreview") == "'my fair.transreview'"
    assert shell_word("postgresql:///fair?host=/tmp&user=nino") == "'postgresql:///fair?host=/tmp&user=nino'"
