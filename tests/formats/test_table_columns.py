"""Which column of a table is what: by its header, by the languages asked for, or by what stands in it."""

from __future__ import annotations

import pytest

from transreview.errors import InputError
from transreview.formats.delimited import Row
from transreview.formats.readers import parse_bilingual
from transreview.formats.table_columns import by_contents, find_columns, role_of


def rows(*cells: tuple[str, ...]) -> list[Row]:
    return [Row(line, row) for line, row in enumerate(cells, 1)]


@pytest.mark.parametrize(
    ("cell", "role"),
    [("Source", "source"), ("  TARGET  text ", "target"), ("译文", "target"), ("კომენტარი", "comment"), ("source_text", "source"),
     ("target_segment", "target"), ("Identifier", "id"), ("String_ID", "id"), ("translated string", "target"),
     ("Developer notes", "note"), ("price", ""), ("", "")],
)  # fmt: skip
def test_a_header_names_a_role_in_any_spelling(cell, role):
    assert role_of(cell) == role


def test_a_title_may_stand_above_the_header_in_the_first_ten_rows():
    title = [("Our texts", "", "")] * 9
    found = find_columns(rows(*title, ("id", "source", "target"), ("1", "a", "b")))
    assert (found.header, found.source, found.target, dict(found.places)) == (9, 1, 2, {"id": 0})
    assert find_columns(rows(*title, ("x", "y", "z"), ("id", "source", "target"))) is None


def test_a_machine_translation_is_the_target_where_there_is_no_other():
    found = find_columns(rows(("source", "mt"), ("a", "b")))
    assert (found.source, found.target, dict(found.places)) == (0, 1, {})
    found = find_columns(rows(("source", "mt", "target"), ("a", "b", "c")))
    assert (found.target, dict(found.places)) == (2, {"machine": 1})
    found = find_columns(rows(("Source (zh)", "mt", "Georgian"), ("a", "b", "c")))
    assert (found.source, found.target, dict(found.places)) == (0, 2, {"machine": 1})
    found = find_columns(rows(("Source (zh)", "mt"), ("a", "b")))
    assert (found.source, found.target, dict(found.places)) == (0, 1, {})


def test_languages_in_the_header_are_taken_as_asked_or_in_their_order():
    table = rows(("English", "Chinese", "Georgian"), ("a", "b", "c"))
    first = find_columns(table)
    assert (first.source, first.target, first.others) == (0, 1, ("Georgian",))
    asked = find_columns(table, "zh", "ka")
    assert (asked.source, asked.target, asked.source_language, asked.target_language) == (1, 2, "zh", "ka")
    assert asked.others == ("English",)
    back = find_columns(table, "ka", "en")
    assert (back.source, back.target) == (2, 0)
    only_target = find_columns(table, None, "en")
    assert (only_target.source, only_target.target) == (1, 0)


def test_a_header_may_say_side_and_language():
    found = find_columns(rows(("Source (Chinese)", "Target (Georgian)"), ("a", "b")))
    assert (found.source, found.target, found.source_language, found.target_language) == (0, 1, "zh", "ka")


def test_the_first_of_two_columns_of_one_role_counts():
    assert find_columns(rows(("source", "source", "target"), ("a", "b", "c"))).source == 0


def test_without_a_header_the_two_columns_with_most_letters_are_the_texts():
    found = by_contents(rows(("1", "source text", "", "long translation"), ("2", "more", "x", "of it")))
    assert (found.header, found.source, found.target) == (-1, 1, 3)
    assert by_contents(rows(("only",), ("one",))) is None
    assert by_contents(rows(("text", "1"), ("more", "2"))) is None
    assert by_contents([]) is None
    uneven = by_contents(rows(("a", "bb"), ("a",), ("a", "bb", "cccc")))
    assert (uneven.source, uneven.target) == (1, 2)


@pytest.mark.parametrize("asked", [("zh", "ka"), ("de", "en"), (None, "ka")])
def test_columns_in_other_languages_than_asked_for_are_refused(asked):
    with pytest.raises(InputError, match=r"中文 \| 英文") as refused:
        parse_bilingual(
            "中文,英文\n你好,hello\n".encode(), "a.csv", source_language=asked[0], target_language=asked[1]
        )
    assert refused.value.line == 1


@pytest.mark.parametrize("asked", [("zh-Hans", "en-GB"), (None, None), ("en", "zh")])
def test_columns_in_the_languages_asked_for_are_taken(asked):
    file = parse_bilingual(
        "中文,英文\n你好,hello\n".encode(), "a.csv", source_language=asked[0], target_language=asked[1]
    )
    first, second = ("hello", "你好") if asked[0] == "en" else ("你好", "hello")
    assert [(pair.source, pair.target) for pair in file.pairs] == [(first, second)]


@pytest.mark.parametrize(
    ("table", "refused"),
    [("id,foo,bar\n1,Open,გახსნა\n", True), ("key,en,comment\n1,Open,x\n", True), ("id,a", True), ("id,article,sour", True),
     ("foo,bar\nOpen,გახსნა\n", False), ("File,ფაილი\nEdit,რედაქტირება\n", False), ("No,არა\n", False), ("Open,გახსნა\n", False),
     ("Status,მდგომარეობა\nComment,კომენტარი\n", False)],
)  # fmt: skip
def test_a_header_that_leaves_the_texts_unnamed_is_told_and_no_unit_is_made_of_it(table, refused):
    if refused:
        with pytest.raises(InputError, match="which columns are source and translation"):
            parse_bilingual(table.encode(), "a.csv")
    else:
        assert parse_bilingual(table.encode(), "a.csv").pairs[0].target
