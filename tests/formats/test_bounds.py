"""How deep, how many and how long: what is read just within a bound of a format, and what becomes of one more."""

from __future__ import annotations

import pytest

from transreview.errors import InputError
from transreview.formats.inline_marks import find_marks
from transreview.formats.placeholders import icu_spans
from transreview.formats.registry import parse_document
from transreview.model.inline_mark import MarkKind


def texts(data: str | bytes, name: str) -> list[str]:
    raw = data.encode() if isinstance(data, str) else data
    return [unit.text for unit in parse_document(raw, name).units]


@pytest.mark.parametrize(("depth", "level"), [(1, 1), (198, 1), (199, 0)])
def test_a_list_in_two_hundred_elements_of_a_page_is_the_last_one_known_as_a_list(
    depth: int, level: int
) -> None:
    page = parse_document(("<div>" * depth + "<ul><li>ერთი</li></ul>").encode(), "a.html")
    assert [(unit.text, unit.level) for unit in page.units] == [("ერთი", level)]


@pytest.mark.parametrize(("depth", "spans"), [(1, 2), (8, 16), (9, 18), (10, 18), (30, 18)])
def test_messages_within_messages_are_read_nine_deep(depth: int, spans: int) -> None:
    text = "ტექსტი"
    for _level in range(depth):
        text = "{n, plural, other {" + text + "}}"
    assert len(list(icu_spans(text))) == spans


@pytest.mark.parametrize(("open_ones", "read"), [(0, True), (19, True), (20, False)])
def test_after_twenty_messages_that_do_not_close_no_other_is_looked_for(open_ones: int, read: bool) -> None:
    assert bool(list(icu_spans("{n, plural, other {ა " * open_ones + "{n, plural, other {ბ}}"))) is read


@pytest.mark.parametrize(("between", "closes"), [(0, True), (199, True), (200, False)])
def test_emphasis_is_closed_over_two_hundred_open_signs_at_most(between: int, closes: bool) -> None:
    marks = find_marks("**ა " + "_ბ " * between + "გ**")
    assert (marks[0].kind is MarkKind.STRONG) is closes


@pytest.mark.parametrize(("end", "known"), [(4096, True), (4097, False)])
def test_a_page_says_its_encoding_within_its_first_four_kilobytes(end: int, known: bool) -> None:
    head, said = b"<html><head><!--", b'<meta charset="cp866'  # its last letter is byte number `end`
    page = head + b"x" * (end - len(head) - 3 - len(said)) + b"-->" + said
    assert len(page) == end
    page += b'"></head><body><p>' + "Привет".encode("cp866") + b"</p></body>"
    try:
        read = texts(page, "a.html")
    except InputError:
        read = []
    assert (read == ["Привет"]) is known


@pytest.mark.parametrize(("places", "said"), [(4, 4), (5, 5), (6, 6), (7, 6)])
def test_of_many_like_places_the_first_five_are_named_and_the_others_counted(places: int, said: int) -> None:
    page = parse_document("".join(f"::: note\nტექსტი {n}\n\n" for n in range(places)).encode(), "a.md")
    warnings = [one for one in page.warnings if "line" in one]
    assert len(warnings) == said
    assert any(f"{places - 5} more" in one for one in warnings) is (places > 5)
