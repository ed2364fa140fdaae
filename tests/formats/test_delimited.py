"""Tables of delimited text: separators, line ends, lines for messages, and rows that do not fit."""

from __future__ import annotations

import pytest

from transreview.errors import InputError
from transreview.formats.delimited import Dialect, Row, format_table, harmless, parse_table, require_width


def rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in parse_table(text, path="a.csv").rows]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b;c,d\n", ","),
        ("a;b,c;d\n", ";"),
        ("a\tb\n", "\t"),
        ('"a,b,c";d\n', ";"),
        ("a;b\nc,d,e,f\n", ";"),
        ("alone\n", ","),
        ("a,b;c\n", ","),
    ],
)
def test_the_separator_is_what_the_first_line_has_most_of_outside_quotes(text, delimiter):
    assert parse_table(text, path="a.csv").dialect.delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "newline"), [("a\r\nb\n", "\r\n"), ("a\nb\r\n", "\n"), ("a\rb", "\r"), ("a", "\n")]
)
def test_the_line_end_is_that_of_the_first_line(text, newline):
    assert parse_table(text, path="a.csv").dialect.newline == newline


def test_excel_s_hint_names_the_separator_and_is_no_row():
    assert rows("sep=;\na,b;c\nd;e\n") == [(2, ("a,b", "c")), (3, ("d", "e"))]
    assert rows("SEP=,\r\na,b\r\n") == [(2, ("a", "b"))]
    assert rows("sep=x\n") == [(1, ("sep=x",))]


def test_rows_have_the_line_they_begin_on_and_empty_ones_are_none():
    assert rows('a,b\n"two\nlines",c\n , \n\nd,e\n') == [
        (1, ("a", "b")),
        (2, ("two\nlines", "c")),
        (6, ("d", "e")),
    ]


def test_a_quote_that_is_never_closed_is_told_with_the_line_it_opens_in():
    with pytest.raises(InputError) as raised:
        rows('a,b\n"never,c\nd,e\n')
    assert raised.value.line == 2


def test_what_is_written_is_read_back():
    table = [["a,b", 'quo"ted'], ["two\nlines", ""]]
    for dialect in (Dialect(), Dialect(";", "\r\n"), Dialect("\t")):
        written = format_table(table, dialect)
        assert [
            list(row.cells) for row in parse_table(written, path="a.csv", delimiter=dialect.delimiter).rows
        ] == table


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_is_written_as_text(value):
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize("value", ["text", "1-1", "", 5, -5, None])
def test_what_is_no_formula_stays(value):
    assert harmless(value) is value


def test_rows_of_another_width_are_refused_with_the_lines_of_the_others():
    require_width([Row(1, ("a", "b"))], 2, path="a.csv")
    wrong = [Row(1, ("a", "b")), *(Row(line, ("a",)) for line in range(2, 14))]
    with pytest.raises(
        InputError, match=r"1 cell where the header has 2 \(lines 3, 4, 5, 6, 7, 8, 9, 10, 11 too\)"
    ) as raised:
        require_width(wrong, 2, path="a.csv")
    assert raised.value.line == 2
    with pytest.raises(InputError, match=r"3 cells where the header has 2$|3 cells where the header has 2"):
        require_width([Row(7, ("a", "b", "c"))], 2, path="a.csv")
