"""What stands in a catalog's lines: references, comments, messages, escapes."""

from __future__ import annotations

import pytest

from transreview.formats.po import message_text, one_line, reference
from transreview.formats.po_strings import EscapeError, escape, unescape


@pytest.mark.parametrize(
    ("file", "line", "written"),
    [("a.c", 3, "a.c:3"), ("a.c", 1, "a.c:1"), ("a.c", 0, "a.c"), ("a.c", -1, "a.c"), ("a b.c", 2, "a%20b.c:2"), ("ა\t.c", 2, "ა%09.c:2")],
)  # fmt: skip
def test_a_reference_has_no_blanks(file: str, line: int, written: str) -> None:
    assert reference(file, line) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("a\nb", "a b"), (" a\t", "a"), ("a\\", "a\\ ."), ("a\x07b", "a b"), ("", ""), ("ა", "ა")],
)
def test_a_comment_is_one_line(text: str, written: str) -> None:
    assert one_line(text) == written


@pytest.mark.parametrize(
    ("text", "written"), [("\na\n", "a"), ("a\r\nb\rc\n", "a\nb\nc"), (" a ", " a "), ("\r", ""), ("a", "a")]
)
def test_a_message_ends_without_a_line_feed(text: str, written: str) -> None:
    assert message_text(text) == written


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a", "a"), ("\\n\\t\\\\\\\"", "\n\t\\\""), ("\\a\\b\\f\\r\\v", "\a\b\f\r\v"), ("\\x41z", "Az"), ("\\x41b", None), ("\\101", "A"),
        ("\\341\\203\\220", "ა"), ("\\xe1\\x83\\x90!", "ა!"), ("\\1a", "\x01a"), ("\\xff", None), ("\\q", None), ("\\0", None),
        ("\\400", None), ("\\377", None),
    ],
)  # fmt: skip
def test_escapes_are_those_of_c(written: str, text: str | None) -> None:
    if text is None:
        with pytest.raises(EscapeError):
            unescape(written, "utf-8")
        return
    assert unescape(written, "utf-8") == text


@pytest.mark.parametrize("text", ["a", 'a"b\\c', "tab\tline\nend", "\a\b\f\r\v\x1b", "ა"])
def test_what_is_escaped_is_read_again(text: str) -> None:
    assert unescape(escape(text), "utf-8") == text
