"""Georgian terms found in text by their stems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages.georgian.declension import CASES, NUMBERS, decline
from transreview.terminology.georgian import GeorgianIndex


def found(term: str, text: str, hints: tuple[str, ...] = ()) -> list[str]:
    return [text[m.start : m.end] for m in GeorgianIndex([("t", term, hints)]).find(text)]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("კლასტერი", "„კლასტერი“-ს განვითარება", "კლასტერი"),
        ("კლასტერი", "„კლასტერების“ განვითარება", "კლასტერების"),
        ("წყალი", "სუფთა წყლისაგანაც", "წყლისაგანაც"),
        ("ოპტიკური ასოციაცია", "იგი ოპტიკურ ასოციაციასთან მუშაობს", "ოპტიკურ ასოციაციასთან"),
        ("ოპტიკური ასოციაცია", "ᲝᲞᲢᲘᲙᲣᲠᲘ ᲐᲡᲝᲪᲘᲐᲪᲘᲘᲡ", "ᲝᲞᲢᲘᲙᲣᲠᲘ ᲐᲡᲝᲪᲘᲐᲪᲘᲘᲡ"),
        ("ოპტიკური ასოციაცია", "ოპტიკურმა\nასოციაციამ", "ოპტიკურმა\nასოციაციამ"),
        ("ოპტიკური ასოციაცია", "ოპტიკურ\u00a0ასოციაციას", "ოპტიკურ\u00a0ასოციაციას"),
        ("ოპტიკური ასოციაცია", "**ოპტიკურ** ასოციაციას", "ოპტიკურ** ასოციაციას"),
        ("კლასტერი", "კლას\u00adტერებში", "კლას\u00adტერებში"),
        ("კლასტერი", "კლასტერ\u200bი", "კლასტერ\u200bი"),
        ("MWP", "MWP-ის სიმძლავრე", "MWP"),
        ("TSMC", "TSMC-მ განაცხადა", "TSMC"),
        ("5G", "5Gს სიჩქარე", "5G"),
        ("COVID-19", "COVID\u201119-ით", "COVID\u201119"),
        ("C++", "C++-ის ენა", "C++"),
        ("აშშ", "აშშ-ის მთავრობა", "აშშ"),
        ("ეკონომიკური", "სოციალურ-ეკონომიკური", "ეკონომიკური"),
        ("ინჟინერი", "ინჟინრებმაც", "ინჟინრებმაც"),
        ("ღმერთი", "ღვთის", "ღვთის"),
        ("ადგილი", "იმ ადგილას", "ადგილას"),
        ("ფასიანი ქაღალდები", "ფასიან ქაღალდებში", "ფასიან ქაღალდებში"),
        ("ჩინეთის სახალხო რესპუბლიკა", "ჩინეთის სახალხო რესპუბლიკისთვის", "ჩინეთის სახალხო რესპუბლიკისთვის"),
        ("კვლევა და განვითარება", "კვლევისა და განვითარების", "კვლევისა და განვითარების"),
        ("პარტია „ქართული ოცნება“", "პარტია „ქართული ოცნების“", "პარტია „ქართული ოცნების"),
        ("საერთაშორისო სამართალი", "საერთაშორისო სამართალის", "საერთაშორისო სამართალის"),
    ],
)
def test_a_term_is_found_in_every_dress(term: str, text: str, expected: str) -> None:
    assert found(term, text) == [expected]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("ქალაქი", "ქალაქური ცხოვრება"),
        ("ძალა", "ძალიან დიდი"),
        ("ბანკი", "საბანკო სისტემა"),
        ("დიდი", "უდიდესი ქალაქი"),
        ("კარი", "კარგი დღე"),
        ("ორი", "მეორე დღე"),
        ("არე", "ეს არის ქალაქი"),
        ("თავი", "თავის სახლში"),
        ("თვე", "თვით ის მოვიდა"),
        ("მოდა", "იგი მოდის"),
        ("რომი", "თქვა, რომ მოვა"),
        ("ფერი", "ფერმა დაიწვა"),
        ("კარი", "კარადა ცარიელია"),
        ("ბიოლოგი", "ბიოლოგია საინტერესოა"),
        ("დემოკრატი", "დემოკრატია გაიმარჯვებს"),
        ("ბინა", "შტაბ-ბინა"),
        ("შედარებითი", "შედარებით ადვილია"),
        ("IT", "make it so"),
        ("C++", "C-ის ენა"),
        ("ოპტიკური ასოციაცია", "ოპტიკური, ასოციაციის"),
        ("ოპტიკური ასოციაცია", "ასოციაციის ოპტიკური"),
    ],
)
def test_another_word_is_not_the_term(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("მოქმედი", "მოქმედების გეგმა"),
        ("მეცნიერი", "მეცნიერების განვითარება"),
        ("თავისუფალი", "თავისუფლად ლაპარაკობს"),
        ("ბატონი", "ის ბატონო თქვა"),
    ],
)
def test_what_is_rather_another_word_is_unlikely(term: str, text: str) -> None:
    (match,) = GeorgianIndex([("t", term, ())]).find(text)
    assert match.confidence < 0.5


def test_a_citation_form_is_found_even_where_it_is_another_word_elsewhere() -> None:
    assert found("ფერმა", "ფერმა დაიწვა") == ["ფერმა"]
    assert found("ბიოლოგია", "ბიოლოგია საინტერესოა") == ["ბიოლოგია"]


def test_nested_terms_are_all_found_and_the_longest_of_one_term() -> None:
    index = GeorgianIndex(
        [(1, "რესპუბლიკა", ()), (2, "სახალხო რესპუბლიკა", ()), (3, "ჩინეთის სახალხო რესპუბლიკა", ())]
    )
    text = "ჩინეთის სახალხო რესპუბლიკაში"
    assert [(m.key, m.start) for m in index.find(text)] == [(3, 0), (2, 8), (1, 16)]


def test_a_word_repeated_ten_thousand_times_is_found_each_time() -> None:
    index = GeorgianIndex([(1, "ქალაქი", ()), (2, "ქალაქი ქალაქი", ())])
    matches = index.find("ქალაქი " * 10_000)
    assert [sum(m.key == key for m in matches) for key in (1, 2)] == [10_000, 5_000]


def test_the_extent_reaches_over_a_hyphenated_ending() -> None:
    text = "„კლასტერი“-ს და NATO-სთვის"
    index = GeorgianIndex([(1, "კლასტერი", ()), (2, "NATO", ())])
    assert [text[m.start : m.extent] for m in index.find(text)] == ["კლასტერი“-ს", "NATO-სთვის"]


def test_a_match_says_how_the_form_is_read() -> None:
    (match,) = GeorgianIndex([(1, "ქალაქი", ())]).find("ქალაქებიდან")
    assert str(match.readings[0]) == "Ins Plur +დან"
    assert match.confidence == 1.0


def test_a_form_on_another_stem_or_with_a_modifier_that_disagrees_is_less_sure() -> None:
    index = GeorgianIndex([(1, "სამართალი", ()), (2, "ეკონომიკური ზრდა", ())])
    assert [m.confidence < 1 for m in index.find("სამართლის სამართალის")] == [False, True]
    assert [m.confidence < 1 for m in index.find("ეკონომიკურ ზრდას, ეკონომიკურმა ზრდას")] == [False, True]


def test_hints_of_an_entry_win() -> None:
    assert found("წყალი", "წყლის", ("no-syncope",)) == []
    assert found("კარავანი", "კარვნის", ("stem=კარვნ",)) == ["კარვნის"]
    assert found("კლასტერი", "კლასტერი კლასტერის", ("exact",)) == ["კლასტერი"]
    assert found("ნინა", "ნინასთვის", ("name",)) == ["ნინასთვის"]


@settings(max_examples=300)
@given(
    st.sampled_from(
        (
            *("ქალაქი", "წყალი", "ასოციაცია", "ქვეყანა", "საქმე", "სახელმწიფო", "დრო", "ჩაი", "NATO"),
            *("ოპტიკური ასოციაცია", "ჩინეთის სახალხო რესპუბლიკა", "ფასიანი ქაღალდები", "5G ქსელი"),
        )
    ),
    st.sampled_from(CASES),
    st.sampled_from(NUMBERS),
    st.sampled_from(["", "იგი ", "„", "„ახალი "]),
)
def test_every_case_of_a_term_is_found_where_it_stands(
    term: str, case: str, number: str, before: str
) -> None:
    form = decline(term, case, number)
    text = f"{before}{form}, და სხვა."
    matches = GeorgianIndex([("t", term, ())]).find(text)
    assert [(m.start, m.extent) for m in matches] == [(len(before), len(before) + len(form))]


@settings(max_examples=200)
@given(st.text("აიეოსმდნტქლბწყ -„“\n\u00ad1Aa.ᲐᲥᲚ", max_size=60))
def test_spans_lie_within_any_text(text: str) -> None:
    index = GeorgianIndex([(1, "ქალაქი", ()), (2, "წყალი", ()), (3, "A1", ()), (4, "ა ბ", ())])
    for match in index.find(text):
        assert 0 <= match.start < match.end <= match.extent <= len(text)


def test_two_terms_of_one_stem_with_other_endings_are_told_apart() -> None:
    index = GeorgianIndex([("i", "თარგი", ()), ("a", "თარგა", ())])
    assert {match.key for match in index.find("თარგმა")} == {"i"}
    assert {match.key for match in index.find("თარგამ")} == {"a"}


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("ხანჯოუ", "ვენჯოუ-ხანჯოუს რკინიგზა", ["ხანჯოუს"]),
        ("ვენჯოუ", "ვენჯოუ-ხანჯოუს რკინიგზა", ["ვენჯოუ"]),
        ("იორკი", "ნიუ-იორკში ცხოვრობს", []),
        ("პეტერბურგი", "სანქტ-პეტერბურგში ცხოვრობს", []),
    ],
)
def test_a_way_from_place_to_place_names_both(place: str, text: str, expected: list[str]) -> None:
    assert found(place, text, hints=("place",)) == expected
