"""Consonants of names: what is written for the same sound is alike, across scripts."""

from __future__ import annotations

import pytest

from transreview.checks.sounds import (
    alike,
    beginning_with,
    begins_alike,
    name_skeletons,
    name_stem,
    same_class,
    skeleton,
    skeletons,
    sounds_like,
)
from transreview.languages import language


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("ბ", "p", True), ("б", "პ", True), ("რ", "р", True), ("ბ", "ბ", True), ("ბ", "მ", False), ("ა", "ა", True),
     ("ა", "ე", False), ("კ", "ს", False)],
)  # fmt: skip
def test_letters_of_one_kind_of_sound(one, other, same):
    assert same_class(one, other) is same


def test_a_skeleton_has_no_vowels_and_doubled_consonants_once():
    assert skeleton("ანა") == "N"
    assert skeleton("hannah")[-2:] in {"NK", "N"}
    assert skeleton("მამა") == "M"
    assert skeleton("აია") == ""
    assert skeleton("ტრამპი") == skeleton("tramp") == skeleton("трамп")


def test_where_the_writing_leaves_it_open_a_name_has_two_skeletons():
    assert len(name_skeletons("George")) == 2
    assert len(name_skeletons("Trump")) == 1
    assert len(name_skeletons("希尔")) == 2
    assert len(name_skeletons("特朗普")) == 1


@pytest.mark.parametrize(
    ("name", "word", "like"),
    [
        ("特朗普", "ტრამპ", True),
        ("奥巴马", "ობამა", True),
        ("特朗普", "ბაიდენ", False),
        ("Trump", "трамп", True),
        ("Trump", "ტრამპ", True),
        ("Trump", "პუტინ", False),
        ("Trump", "აია", False),
    ],
)
def test_a_spelling_sounds_like_its_name(name, word, like):
    assert sounds_like(name, word) is like


@pytest.mark.parametrize(
    ("name", "word", "like"),
    [
        ("TRMP", "TRMP", True),
        ("TRMP", "KRMP", False),
        ("", "T", False),
        ("T", "", False),
        ("TRMPS", "TRM", True),
        ("TRMPS", "TKK", False),
        ("TRKSP", "TRKMM", True),
        ("TRKSP", "TRMMM", False),
    ],
)
def test_skeletons_are_alike_when_they_begin_alike_and_share_six_tenths(name, word, like):
    assert alike(name, word) is like


def test_a_longer_word_may_begin_like_the_name():
    assert begins_alike("TRM", "TRMKKKKKK")
    assert not alike("TRM", "TRMKKKKKK")


def test_words_of_a_text_by_their_first_consonant():
    found = skeletons("trump ბაიდენ-ტრამპ აია")
    assert found == sorted(found)
    assert [len(beginning_with(first, found)) for first in "TPK"] == [1, 1, 0]


def test_a_name_without_its_ending_keeps_three_letters():
    assert name_stem("путину", language("ru")) == "путин"
    assert name_stem("тома", language("ru")) == "том"
    assert name_stem("яна", language("ru")) == "яна"
    assert name_stem("trump's", language("en")) == "trump"


@pytest.mark.parametrize(
    ("of_name", "of_word", "like"),
    [
        ("PT", "PTSS", True),
        ("PT", "PLTSS", True),  # one consonant between
        ("PT", "PLLT", False),
        ("PTK", "PLLTK", False),  # what comes after the name's length and one more is an ending
        ("PTK", "PLTK", True),
        ("PTKS", "PTK", True),
        ("PTKS", "P", False),
        ("PT", "TP", False),
    ],
)
def test_an_ending_is_left_out_and_one_consonant_of_it_may_count(of_name, of_word, like):
    assert begins_alike(of_name, of_word) is like
