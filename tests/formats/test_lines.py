"""Lines and line ends: widths, joins, the usual end and the first other one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.lines import is_wide, is_wider, join_lines, mixed_line, newline_of, width


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["one", "two"], "one two"),
        (["会议", "召开"], "会议召开"),
        (["会议", "GDP"], "会议 GDP"),
        (["GDP", "会议"], "GDP 会议"),
        (["ვენ\u00ad", "ჯოუ"], "ვენჯოუ"),
        (["well-", "known"], "well-known"),
        (["well\u2010", "known"], "well\u2010known"),
        (["well -", "known"], "well - known"),
        (["-", "known"], "- known"),
        (["well-", "(known)"], "well- (known)"),
        (["한국", "사람"], "한국 사람"),
        (["a", "b", "c"], "a b c"),
    ],
)
def test_lines_are_joined_as_their_script_is_written(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("აბგ", 3), ("会议", 4), ("ｱ", 1), ("Ａ", 2), ("e\u0301", 1), ("会e\u0301", 3)],
)
def test_wide_characters_take_two_columns_and_marks_none(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("character", "wide"),
    [
        ("会", True),
        ("，", True),
        ("あ", True),
        ("가", False),
        ("힣", False),
        ("a", False),
        ("\uabf9", False),
        ("豈", True),
    ],
)
def test_korean_is_wide_on_screen_and_written_with_spaces(character: str, wide: bool) -> None:
    assert is_wide(character) is wide


@pytest.mark.parametrize(
    ("text", "end", "line"),
    [
        ("", "\n", 0),
        ("a", "\n", 0),
        ("a\r\nb\r\n", "\r\n", 0),
        ("a\rb\r", "\r", 0),
        ("a\nb\r\nc\n", "\n", 2),
        ("a\r\nb\nc\r\n", "\r\n", 2),
        ("a\nb\nc\r", "\n", 3),
    ],
)
def test_the_usual_line_end_is_the_commonest_and_the_first_other_one_is_told(
    text: str, end: str, line: int
) -> None:
    assert (newline_of(text), mixed_line(text)) == (end, line)


@given(st.text("a会\u0301გ😀"), st.integers(min_value=0, max_value=12))
def test_a_text_is_wider_than_fewer_columns_only(text: str, columns: int) -> None:
    assert is_wider(text, columns) == (width(text) > columns)
