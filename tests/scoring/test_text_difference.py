"""The diff leads from one text to the other, by words and inside a word by characters."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.scoring.text_difference import Change, Piece, compare

WORDS = st.lists(
    st.sampled_from(
        ["პარტია", "პარტიას", "პარტიული", " ", " ", "შენობა", "მშენებლობა", "眼镜业", "2021", ",", "\n"]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=200)
@given(WORDS, WORDS)
def test_both_texts_can_be_read_off(before, after):
    pieces = compare(before, after)
    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == before
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == after
    assert all(a.change is not b.change for a, b in pairwise(pieces))
    assert all(piece.text for piece in pieces)


def test_a_changed_case_ending_is_shown_alone():
    assert compare("მიჰყვება პარტია", "მიჰყვება პარტიას") == [
        Piece(Change.KEPT, "მიჰყვება პარტია"),
        Piece(Change.ADDED, "ს"),
    ]


def test_another_word_is_replaced_as_a_whole():
    assert compare("მიჰყვება წვეულებას", "მიჰყვება პარტიას") == [
        Piece(Change.KEPT, "მიჰყვება "),
        Piece(Change.REMOVED, "წვეულებას"),
        Piece(Change.ADDED, "პარტიას"),
    ]


def test_han_are_compared_one_by_one():
    assert compare("眼镜行业", "眼睛行业")[1:3] == [Piece(Change.REMOVED, "镜"), Piece(Change.ADDED, "睛")]
