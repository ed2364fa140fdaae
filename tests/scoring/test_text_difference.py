"""The diff leads from one text to the other, by words and inside a word by characters."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.scoring import text_difference
from transreview.scoring.text_difference import Change, Piece, compare, tokens

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


def test_of_a_long_text_the_sentences_that_differ_are_compared_word_by_word():
    sentences = [f"წინადადება {number} დასრულდა აქ. " for number in range(1_000)]
    before = "".join(sentences)
    sentences[10], sentences[900] = "წინადადება 10 დაიწყო აქ. ", "სხვა რამ. "
    pieces = compare(before, "".join(sentences))
    assert next(p.text for p in pieces if p.change is Change.ADDED) == "დაიწყო"
    assert sum(len(p.text) for p in pieces if p.change is not Change.KEPT) < 100
    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == before
    word = "x" * 300_000  # what is no word is compared all the same
    assert compare(word, word + "y") == [Piece(Change.KEPT, word), Piece(Change.ADDED, "y")]


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


def test_half_of_the_characters_in_common_make_a_changed_word_less_another_one():
    changed = compare("აბგდ", "აბვზ")
    assert changed == [Piece(Change.KEPT, "აბ"), Piece(Change.REMOVED, "გდ"), Piece(Change.ADDED, "ვზ")]
    replaced = compare("აბგდე", "აბვზთ")
    assert replaced == [Piece(Change.REMOVED, "აბგდე"), Piece(Change.ADDED, "აბვზთ")]


def test_words_of_two_letters_are_replaced_whole_those_of_three_are_not():
    assert compare("და", "დი") == [Piece(Change.REMOVED, "და"), Piece(Change.ADDED, "დი")]
    assert compare("ეს", "ესე") == [Piece(Change.REMOVED, "ეს"), Piece(Change.ADDED, "ესე")]
    assert compare("დაა", "დია")[0] == Piece(Change.KEPT, "დ")


def test_a_doubled_letter_belongs_to_beginning_or_end_not_to_both():
    assert compare("მმა", "მმმა") == [
        Piece(Change.KEPT, "მმ"), Piece(Change.ADDED, "მ"), Piece(Change.KEPT, "ა")
    ]  # fmt: skip


def test_words_beyond_the_last_pair_are_removed_or_added_whole():
    assert compare("ერთი", "ერთი ორი") == [Piece(Change.KEPT, "ერთი"), Piece(Change.ADDED, " ორი")]
    assert compare("ერთი ორი", "ერთი") == [Piece(Change.KEPT, "ერთი"), Piece(Change.REMOVED, " ორი")]
    assert compare("აა ბბ", "გგგ") == [Piece(Change.REMOVED, "აა ბბ"), Piece(Change.ADDED, "გგგ")]


def test_a_wide_character_alone_is_one_token_and_apostrophes_stay_inside_words():
    assert tokens("中a don't co-op") == ["中", "a", " ", "don't", " ", "co-op"]
    assert tokens("中") == ["中"]


def test_texts_of_too_many_words_between_them_were_replaced_as_a_whole(monkeypatch):
    before, after = "ერთი ორი", "ერთი სამი"
    pairs = len(tokens(before)) * len(tokens(after))
    monkeypatch.setattr(text_difference, "MOST_PAIRS", pairs)
    assert compare(before, after)[0].change is Change.KEPT
    monkeypatch.setattr(text_difference, "MOST_PAIRS", pairs - 1)
    assert compare(before, after) == [Piece(Change.REMOVED, before), Piece(Change.ADDED, after)]
