"""The pieces that the search works on: sentences, cut further only where no full stop does it."""

from __future__ import annotations

import pytest

from transreview.alignment.cutting import _runs
from transreview.alignment.sides import Side, _characters, _clauses, _kept
from transreview.alignment.signals.ties import copy_tokens, tie_tokens
from transreview.formats.inline_marks import find_marks
from transreview.model.unit import Unit


def side(*texts: str, language: str = "en") -> Side:
    return Side.of([Unit(text, paragraph=number) for number, text in enumerate(texts)], language)


def test_a_unit_is_cut_into_its_sentences_and_one_without_any_is_a_piece():
    made = side("One is here. Two is there.", "", "Three")
    assert [piece.strip() for piece in made.pieces] == ["One is here.", "Two is there.", "", "Three"]
    assert made.first.tolist() == [0, 2, 3, 4]


def test_layout_does_not_count_and_code_counts_apart():
    made = side("a   b `code` c")
    assert made.lengths.tolist() == [6]
    assert made.kept.tolist() == [6]


def test_full_width_forms_are_folded_beside_the_text():
    assert side("第１２届", language="zh").folded == ["第12届"]
    assert side("第１２届", language="zh").pieces == ["第１２届"]


def test_edges_are_those_of_paragraphs():
    made = side("One is here. Two is there.", "Three")
    assert made.edges() == [{"first", "earlier"}, {"later", "last"}, {"first", "last"}]


def test_a_stop_in_an_address_or_an_entity_ends_no_sentence():
    assert len(side("See https://example.org/a. b now").pieces) <= 2
    assert len(side("Fish &amp; chips are here now").pieces) == 1


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("aaaa, bbbb, cccc", 100, ["aaaa, bbbb, cccc"]),
        ("aaaa, bbbb, cccc", 6, ["aaaa, ", "bbbb, ", "cccc"]),
        ("aaaa, bbbb, cccc", 12, ["aaaa, bbbb, ", "cccc"]),
        ("aaaa, bbbb, cccc", 15, ["aaaa, bbbb, ", "cccc"]),
        ("aaaa, bbbb, cccc", 16, ["aaaa, bbbb, cccc"]),
        ("aaaaaaaaaaaaaaaa", 6, ["aaaaaaaaaaaaaaaa"]),
        ("aaaaaaaaaa, b", 6, ["aaaaaaaaaa, ", "b"]),
    ],
)
def test_clauses_are_as_long_as_the_limit_allows(text, limit, pieces):
    assert [piece for piece, _marks in _clauses((text, ()), limit)] == pieces


def test_no_clause_ends_inside_a_mark():
    text = "aaaa `b, c` dddd, eeee"
    assert [piece for piece, _marks in _clauses((text, find_marks(text)), 5)] == [
        "aaaa `b, c` dddd, ",
        "eeee",
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("plain", 0), ("`code`", 6), ("[text](a)", 5), ("`one` and `two`", 10), ("<b>bold</b>", 7)],
)
def test_characters_of_marks_that_are_not_translated(text, kept):
    assert _characters(find_marks(text)) == kept


@pytest.mark.parametrize(("text", "kept"), [("`code` [text](a)", 6), ("<b>{name}</b>", 6), ("[text](a)", 0)])
def test_of_these_code_and_placeholders_are_read(text, kept):
    assert _kept(find_marks(text)) == kept


def test_runs_of_units_without_some():
    assert _runs((1, 2, 3, 4, 5), [3]) == [(1, 2), (4, 5)]
    assert _runs((1, 2), [1, 2]) == []
    assert _runs((1, 2), []) == [(1, 2)]
    assert _runs((1, 2, 3), [1]) == [(2, 3)]


def ties(text: str) -> set[str]:
    return tie_tokens(text, find_marks(text))


def test_code_and_addresses_tie_and_words_do_not():
    assert ties("plain words") == set()
    assert ties("run `Make`") == {"`make"}
    assert ties("[one](https://Example.org/a/)") == ties("[two](https://example.org/a)")
    assert ties("(https://example.org/a).") == ties("https://example.org/a")
    assert ties("[one](./a.md)") == ties("[two](a.md)") != set()


def test_a_whole_text_ties_from_two_characters_on():
    assert copy_tokens("OK  Now") == {"ok now"}
    assert copy_tokens("ab") == {"ab"}
    assert copy_tokens("a") == copy_tokens(" ") == copy_tokens("") == set()
    assert copy_tokens("🧩") == {"🧩"}
