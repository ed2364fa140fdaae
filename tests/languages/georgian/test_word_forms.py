"""The filter of Georgian word forms: known words pass, slips of the hand do not."""

from __future__ import annotations

import pytest

from transreview.languages.georgian.word_forms import forms_among, forms_with_a_letter, is_form, is_word


@pytest.mark.parametrize(
    "word",
    [
        "სახლი",
        "სახლში",
        "ქვეყნის",
        "ხარისხი",
        "უარყოფს",
        "შესაბამისად",
        "არსებობს",
        "საპრეზიდენტო",
        "უშუალოდ",
    ],
)
def test_words_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["მთაავარი", "შესაბბამისად", "ასრებობს", "უუშალოდ", "ბგდზკლმ", "ტრამპმმა"])
def test_slips_are_not(word: str) -> None:
    assert not is_word(word)


def test_clitics_and_cases_of_known_nouns_are_known() -> None:
    assert is_word("ბრალდებაა")
    assert is_word("სახლშიც")
    assert is_word("სუპერმარკეტისთვის") is is_form("სუპერმარკეტი")


def test_strangers_seldom_pass() -> None:
    """Of words that cannot be, hardly one in a thousand passes for known."""
    letters = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    strangers = ["ჰჯხ" + a + b + c + "ჟჟ" for a in letters[:20] for b in letters[:20] for c in letters[:10]]
    assert sum(map(is_form, strangers)) < len(strangers) / 1000


def test_forms_with_a_letter_more_are_those_among_all_that_a_letter_makes() -> None:
    letters = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    for word in ("თანამშომელი", "სხლი", "კომპანა", "ხარსხი"):
        made = [
            word[:place] + letter + word[place:] for place in range(2, len(word) + 1) for letter in letters
        ]
        assert forms_with_a_letter(word, range(2, len(word) + 1)) == forms_among(made)
    assert "თანამშრომელი" in forms_with_a_letter("თანამშომელი", range(2, 11))
    assert forms_with_a_letter("სხლი", ()) == []
