"""Signs say which lists a text has a word of, wherever it stands and whatever overlaps it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transreview.languages.chinese.signs import sign_of, signs_in

LISTS = (("明天", "明", "不"), ("天气", "明天气"), ("气", "不是"))
SIGNS = [sign_of(lambda words=words: words) for words in LISTS]


def test_every_list_has_a_bit_of_its_own() -> None:
    assert len(set(SIGNS)) == len(SIGNS)
    assert all(sign.bit_count() == 1 for sign in SIGNS)


def test_a_text_without_any_word_has_no_sign_of_it() -> None:
    assert not signs_in("") & (SIGNS[0] | SIGNS[1] | SIGNS[2])
    assert not signs_in("天是") & (SIGNS[0] | SIGNS[1] | SIGNS[2])


def test_a_list_told_later_has_its_sign_too() -> None:
    assert not signs_in("后来") & SIGNS[0]
    later = sign_of(lambda: ["后来"])
    assert signs_in("后来") & later
    assert not signs_in("明天") & later


@given(st.text(alphabet="明天气不是a ", max_size=12))
def test_a_sign_is_there_where_a_word_of_its_list_is(text: str) -> None:
    signs = signs_in(text)
    for words, sign in zip(LISTS, SIGNS, strict=True):
        assert bool(signs & sign) == any(word in text for word in words)
