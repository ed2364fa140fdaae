"""Which sequences of a text are looked at, where they lie, and what stands beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transreview.model.glossary import Glossary
from transreview.terminology import counting
from transreview.terminology.counting import counted
from transreview.terminology.ngrams import LONGEST_CHARACTERS, LONGEST_WORDS, contains, grams

HAN = "甲乙丙丁戊己庚辛壬癸子丑"


def forms(text: str, language: str, known=()) -> list[str]:
    return [text[gram.start : gram.end] for gram in grams(text, language, known)]


def test_chinese_sequences_have_two_to_ten_characters():
    sizes = [len(form) for form in forms(HAN, "zh")]
    assert (min(sizes), max(sizes)) == (2, LONGEST_CHARACTERS) == (2, 10)
    assert sizes.count(10) == 3
    assert sizes.count(2) == 11


def test_sequences_of_words_have_one_to_four():
    words = "alpha beta gamma delta epsilon"
    sizes = [len(form.split()) for form in forms(words, "en")]
    assert (min(sizes), max(sizes)) == (1, LONGEST_WORDS) == (1, 4)
    assert sizes.count(4) == 2


def test_neighbours_are_those_of_the_clause():
    found = {text.key: text for text in grams("甲乙丙，丁戊", "zh")}
    assert (found["甲", "乙"].before, found["甲", "乙"].after) == ("", "丙")
    assert (found["乙", "丙"].before, found["乙", "丙"].after) == ("甲", "")
    assert (found["丁", "戊"].before, found["丁", "戊"].after) == ("", "")
    words = {text.key: text for text in grams("alpha beta gamma, delta", "xx")}
    assert (words["alpha",].before, words["alpha",].after) == ("", "beta")
    assert (words["beta",].before, words["beta",].after) == ("alpha", "gamma")
    assert (words["gamma",].before, words["gamma",].after) == ("beta", "")
    assert words["delta",].before == ""


def test_a_number_a_letter_or_a_word_of_grammar_begins_and_ends_no_term():
    assert forms("x lens 3d glass", "xx") == ["lens", "glass"]
    assert forms("ეს სათვალე", "ka") == ["სათვალე"]
    assert forms("სათვალე კი", "ka") == ["სათვალე"]


def test_a_word_of_grammar_stands_within_a_term_only_where_it_joins():
    assert "უფლება და მოვალეობა" in forms("უფლება და მოვალეობა", "ka")
    assert "უფლება კი მოვალეობა" not in forms("უფლება კი მოვალეობა", "ka")


def test_a_hyphen_keeps_words_together_and_a_mark_parts_them():
    assert forms("contact-lens case", "xx") == ["contact-lens", "contact-lens case", "case"]
    assert forms("lens/case", "xx") == ["lens", "case"]


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ([(0, 2)], ["甲乙丙", "甲乙丙丁", "丙丁"]),
        ([(2, 4)], ["甲乙", "甲乙丙丁", "乙丙丁"]),
        ([(1, 3)], ["甲乙丙", "甲乙丙丁", "乙丙丁"]),
        ([(0, 2), (2, 4)], []),
        ([(0, 4)], []),
    ],
)
def test_no_sequence_cuts_through_a_known_term_or_is_made_of_them_alone(known, left):
    assert sorted(forms("甲乙丙丁", "zh", known)) == sorted(left)


def test_two_known_words_with_a_blank_between_are_nothing_new():
    assert "alpha beta" not in forms("alpha beta gamma", "xx", [(0, 5), (6, 10)])
    assert "alpha beta gamma" in forms("alpha beta gamma", "xx", [(0, 5), (6, 10)])


@pytest.mark.parametrize(
    ("longer", "shorter", "lies"),
    [
        ("abc", "ab", True),
        ("abc", "bc", True),
        ("abc", "b", True),
        ("abc", "ac", False),
        ("abc", "abc", False),
        ("ab", "abc", False),
    ],
)
def test_a_sequence_lies_in_a_longer_one_in_one_piece(longer, shorter, lies):
    assert contains(tuple(longer), tuple(shorter)) is lies


def keys(texts: list[str], least: int = 2) -> set[str]:
    side = counted(texts, "zh", least, Glossary())
    return {"".join(key) for key in side.counts}


def test_a_sequence_with_one_and_the_same_neighbour_is_a_part_of_something():
    assert keys(["甲乙丙", "甲乙丙"]) == {"甲乙丙"}
    assert keys(["甲乙丙", "甲乙丁"]) == {"甲乙"}
    assert keys(["丙甲乙", "丁甲乙"]) == {"甲乙"}


def test_the_edge_of_a_clause_is_a_neighbour_each_time():
    assert keys(["甲乙", "甲乙"]) == {"甲乙"}
    assert keys(["甲乙", "甲乙丙"]) == {"甲乙"}
    assert keys(["甲乙"], least=1) == set()


def test_what_occurs_less_often_than_asked_is_left_out():
    assert keys(["甲乙", "甲乙"], least=3) == set()
    assert keys(["甲乙", "甲乙", "甲乙"], least=3) == {"甲乙"}


def test_an_odd_character_belongs_to_a_name_that_never_stands_without_it_three_times():
    """和 ends no term, but 杜同 is never seen without it."""
    assert "杜同和" in keys(["杜同和", "杜同和", "杜同和"])
    assert "杜同和" not in keys(["杜同和", "杜同和"])
    assert "杜同和" not in keys(["杜同和", "杜同和", "杜同和", "杜同"])
    assert "和甲乙" in keys(["和甲乙", "和甲乙", "和甲乙"])
    assert "和甲乙" not in keys(["和甲乙", "和甲乙", "和甲乙", "甲乙"])


def test_forms_stand_the_most_frequent_first_and_equal_ones_by_the_alphabet():
    side = counted(["Lens here", "a lens", "lens", "Zeiss lens", "LENS"], "en", 2, Glossary())
    (key,) = [key for key in side.counts if key == ("len",) or key == ("lens",)]
    assert side.forms(key, range(5)) == ("lens", "LENS", "Lens")
    assert side.forms(key, [0, 4]) == ("LENS", "Lens")
    assert side.segments[key] == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("small", [0, 3, 4])
def test_a_large_corpus_is_counted_as_a_small_one(monkeypatch, small):
    texts = ["甲乙丙", "甲乙丁", "丙甲乙", "戊己"]
    expected = counted(texts, "zh", 2, Glossary())
    monkeypatch.setattr(counting, "_MOST_REMEMBERED", small)
    again = counted(texts, "zh", 2, Glossary())
    assert (again.counts, again.segments, again.found) == (expected.counts, expected.segments, expected.found)


def test_what_came_once_is_forgotten_where_there_are_too_many(monkeypatch):
    monkeypatch.setattr(counting, "_MOST_KEYS", 4)
    assert keys(["甲乙", "甲乙", "戊己庚", "戊己辛"]) >= {"甲乙"}


class Walked(list):
    """Says how often somebody went through it."""

    times = 0

    def __iter__(self):
        self.times += 1
        return super().__iter__()


def test_a_long_text_is_gone_through_once_for_all_candidates_that_it_has():
    """An article in one record has thousands; each went through all of its sequences."""
    known = counted(["alpha beta gamma alpha gamma beta gamma alpha beta"], "en", 2, Glossary())
    line = Walked(known.found[0])
    side = replace(known, found=[line], _sorted={})
    asked = [(side.forms(key, [0]), key in side.keys(0)) for key in known.counts]
    assert line.times == 1
    assert asked == [(known.forms(key, [0]), True) for key in known.counts]
    assert len(asked) > 2
