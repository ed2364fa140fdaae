"""Names are found in a translation as one pattern of all their spellings would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages.pairs.chinese_georgian import occurrences
from transreview.languages.pairs.chinese_georgian.occurrences import (
    _ANY_ENDING,
    _mixture,
    _places,
    _stems,
    _with_ending,
)

NAMES = (("厦门", "place"), ("北京", "place"), ("习近平", "person"), ("王毅", "person"), ("西安", "place"))
_ENDINGS = ("", "ი", "ს", "ის", "მა", "ში", "იდან", "ელი", "ურად", "თვის", "დან", "აც", "ო", "გ", ", ", "-ის")


def _of_one_pattern(stems: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> list[tuple[int, str, int]]:
    parts = "|".join(f"{re.escape(stem)}(?={endings.pattern})" for stem, endings in stems)
    pattern = re.compile(f"(?<![ა-ჰ])(?P<stem>{parts})[ა-ჰ]*")
    return [(match.start(), match["stem"], match.end()) for match in pattern.finditer(text)]


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(NAMES))
def test_stems_are_found_where_one_pattern_finds_them(data: st.DataObject, name: tuple[str, str]) -> None:
    stems, _forms = _stems(name[0], "press", name[1])
    words = st.tuples(
        st.sampled_from(["", "", "ა", "„"]),
        st.sampled_from([stem for stem, _ in stems]),
        st.sampled_from(_ENDINGS),
    ).map("".join)
    text = " ".join(data.draw(st.lists(words, max_size=5)))
    assert list(_places(text, stems)) == _of_one_pattern(stems, text)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from([("厦门", "place"), ("习近平", "person")]))
def test_mixtures_are_matched_as_a_pattern_matches_them(data: st.DataObject, name: tuple[str, str]) -> None:
    mixture = _mixture(*name)
    assert mixture is not None
    every, _good = mixture
    groups = "".join(f"(?:{'|'.join(map(re.escape, part))})" for part in every)
    pattern = re.compile(f"(?P<stem>{groups})(?P<ending>{_ANY_ENDING.pattern})")
    text = "".join(data.draw(st.sampled_from(part)) for part in every) + data.draw(st.sampled_from(_ENDINGS))
    text = text[: data.draw(st.integers(1, len(text)))]
    found = _with_ending(text, 0, every)
    match = pattern.match(text)
    assert found == (match and (match.end("stem"), (match["ending"], match.end())))


@pytest.mark.parametrize(
    ("name", "text", "form", "ending"),
    [
        ("厦门", "ქალაქ ქიამენში", "ქიამენი", "ში"),
        ("习近平", "სი ძინპინმა თქვა", "სი ძინპინი", "მა"),
        ("北京", "ბეიჯინგელი სტუდენტი", "ბეიჯინგი", "ელი"),
    ],
)
def test_a_name_is_found_with_its_ending(name: str, text: str, form: str, ending: str) -> None:
    (found,) = occurrences(name, text)
    assert (found.form, found.ending) == (form, ending)
    assert text[found.start : found.end].endswith(ending)


def test_a_name_is_not_found_inside_a_word_or_before_what_is_no_ending() -> None:
    assert occurrences("厦门", "აქიამენში ქიამენბბ") == []
    assert occurrences("厦门", "") == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("王志明", "შეხვედრას ვანგ ჯიმინი უძღვებოდა.", [("ვანგ ჯიმინი", "copied")]),
        ("王志明", "შეხვედრას ვან ჯიმინი უძღვებოდა.", [("ვან ჯიმინი", "own")]),
        ("黄志明", "ხუანგ ჯიმინმა თქვა, ჯიმინს სჯერა.", [("ხუანგ ჯიმინმა", "copied"), ("ჯიმინს", "own")]),
        ("王志明", "ლი ჯიმინმა და ჯიმინმა ისაუბრეს.", [("ჯიმინმა", "own")]),
    ],
)
def test_a_copied_surname_is_found_with_a_given_name_that_is_not(
    name: str, text: str, found: list[tuple[str, str]]
) -> None:
    places = occurrences(name, text, kind="person")
    assert [(text[one.start : one.end], one.spelling.value) for one in places] == found
