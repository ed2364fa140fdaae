"""Where a place of one version of a text lies in another."""

from __future__ import annotations

import pytest

from transreview.project.restructure import correspondence
from transreview.project.restructure.correspondence import corresponding, divide, tidy

MACHINE = "One came. Two went. Three stayed."


@pytest.mark.parametrize(
    ("place", "text", "other", "there"),
    [
        (-3, "abc", "abc", 0),
        (0, "abc", "xyz", 0),
        (2, "abc", "abc", 2),
        (3, "abc", "abcdef", 6),
        (9, "abc", "abcdef", 6),
        (10, MACHINE, "Now one came. Two went. Three stayed.", 14),
        (10, MACHINE, "Two went. Three stayed.", 0),
        (20, MACHINE, "One came! Nobody went. Three stayed.", 23),
    ],
)
def test_a_place_is_found_where_its_character_went(place: int, text: str, other: str, there: int) -> None:
    assert corresponding(place, text, other) == there


def test_in_texts_too_long_to_compare_a_place_is_taken_in_proportion(monkeypatch) -> None:
    monkeypatch.setattr(correspondence, "_LONGEST", 8)
    assert correspondence._through_edits(4, "abcdefgh", "abcdefgh") == (4, True)
    assert correspondence._through_edits(3, "abcdefghi", "abcdef") == (2, False)
    assert correspondence._through_edits(3, "abcdef", "abcdefghi") == (4, False)


@pytest.mark.parametrize(
    ("place", "sentences_only", "cut"),
    [
        (8, False, 10),
        (12, False, 10),
        (15, False, 14),
        (10, True, 10),
        (33, True, 20),
        (1, True, 10),
        (0, True, 10),
    ],
)
def test_a_cut_hurts_no_word(place: int, sentences_only: bool, cut: int) -> None:
    assert tidy(MACHINE, place, sentences_only=sentences_only) == cut


def test_a_text_of_one_sentence_or_one_word_is_cut_nowhere_else() -> None:
    assert tidy("One came.", 4, sentences_only=True) == 0
    assert tidy("abcdefgh", 3) == 3
    assert tidy("x" * 31 + " y", 1) == 1
    assert tidy("x" * 30 + " y", 1) == 31


@pytest.mark.parametrize(
    ("text", "by_paragraph", "spans"),
    [
        (MACHINE, False, ["One came. ", "Two went. ", "Three stayed."]),
        ("One has come. Two went. Three stayed.", False, ["One has come. ", "Two went. ", "Three stayed."]),
        ("A.\n\nB.\n\nC.", True, ["A.\n\n", "B.\n\n", "C."]),
        ("", False, ["", "", ""]),
    ],
)
def test_a_reviewed_text_is_divided_among_its_units(text: str, by_paragraph: bool, spans: list[str]) -> None:
    found = divide(text, MACHINE, [0, 10, 20], by_paragraph=by_paragraph)
    assert [text[start:end] for start, end in found] == spans
    assert divide("anything", "", [], by_paragraph=False) == []


def test_spans_of_a_text_that_was_turned_round_never_run_backwards() -> None:
    text = "Three stayed. Two went. One came."
    found = divide(text, MACHINE, [0, 10, 20], by_paragraph=False)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start <= end for start, end in found)
