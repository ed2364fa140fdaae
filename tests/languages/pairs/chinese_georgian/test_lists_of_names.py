"""The lists of settled names are whole: enough of them, well formed, each with a source."""

from __future__ import annotations

import re

import pytest

from transreview.languages.chinese.names import find_names
from transreview.languages.chinese.places import places
from transreview.languages.chinese.surnames import SINGLE, WEAK
from transreview.languages.pairs.chinese_georgian import occurrences, spellings, transliterate
from transreview.languages.pairs.chinese_georgian.established import lines
from transreview.languages.pairs.chinese_georgian.world import (
    foreign_names,
    replaced_nations,
    unusual_spellings,
)

_GEORGIAN = re.compile(r"[ა-ჰ\d„“A-Za-z.]+(?:[ -][ა-ჰ\d„“A-Za-z.]+)*")


@pytest.mark.parametrize(
    ("name", "least"), [("persons.txt", 300), ("places.txt", 50), ("western.txt", 300), ("world.txt", 1000)]
)
def test_a_list_has_enough_names_and_each_has_georgian_forms_and_a_source(name, least):
    rows = lines(name)
    assert len(rows) >= least
    for chinese, georgian, *_between, source in rows:
        assert chinese
        assert source
        assert all(_GEORGIAN.fullmatch(form.strip().lstrip("!")) for form in georgian.split("/")), georgian


def test_three_hundred_surnames_are_known():
    assert len(SINGLE | WEAK) >= 300


def test_every_province_and_prefecture_has_a_georgian_form():
    assert len(places()) > 600
    assert all(transliterate(name, kind="place") for name in places())


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("孔子", "კონფუცი"),
        ("孙中山", "სუნ იატსენი"),
        ("陕西", "შენსი"),
        ("山西", "შანსი"),
        ("鲁迅", "ლუ სინი"),
        ("薄熙来", "ბო სილაი"),
        ("成吉思汗", "ჩინგიზ-ხანი"),
        ("贵阳", "გუიანი"),
        ("孟子", "მენძი"),
        ("蒋介石", "ჩან კაიში"),
    ],
)
def test_settled_forms_win(name, form):
    assert transliterate(name) == form
    assert transliterate(name, "department") == form


def test_two_provinces_are_not_taken_for_one_another():
    assert "შანსი" not in spellings("陕西")
    assert "შენსი" not in spellings("山西")
    assert [one.spelling for one in occurrences("陕西", "შანსის პროვინცია")] == ["copied"]


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("邓小平", "დენგ სიაოპინგმა თქვა", "დენგ სიაოპინგი"),
        ("贵阳", "გუიანგიდან ჩამოვიდა", "გუიანგი"),
        ("北京", "ბეიჯინგელი სტუდენტი", "ბეიჯინგი"),
        ("李克强", "პრემიერი ლი კეჩიანგი", "ლი კეჩიანგი"),
    ],
)
def test_half_copied_spellings_and_what_is_derived_of_them_are_copies(name, text, form):
    found = occurrences(name, text)
    assert [(one.form, one.spelling) for one in found] == [(form, "copied")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李克强总理发表讲话", ["李克强"]),
        ("国务院总理李强说", ["李强"]),
        ("江泽民主席", ["江泽民"]),
        ("江波副理事长", ["江波"]),
        ("温明主席说，", ["温明"]),
        ("李强强调，要改革", ["李强"]),
        ("他强调指出", []),
        ("荷兰田径队", []),
        ("文化部长", []),
        ("高级工程师", []),
    ],
)
def test_persons_are_found_with_strong_weak_and_titled_surnames(text, names):
    assert [name.text for name in find_names(text)] == names


def test_foreign_names_are_found_the_longest_first():
    assert [(name.text, name.forms[0]) for name in foreign_names("特朗普在洛杉矶会见马克龙")] == [
        ("特朗普", "ტრამპი"),
        ("洛杉矶", "ლოს-ანჯელესი"),
        ("马克龙", "მაკრონი"),
    ]


def test_a_replaced_country_is_named_and_a_people_counts_as_its_country():
    (found,) = replaced_nations("法国总统来访", "გერმანიის პრეზიდენტი ჩამოვიდა")
    assert (found.source.text, found.found) == ("法国", "გერმანი")
    assert not list(replaced_nations("法国总统来访", "ფრანგი პრეზიდენტი ჩამოვიდა"))
    assert not list(replaced_nations("他来了", "ის ჩინეთიდან ჩამოვიდა"))


def test_an_unusual_spelling_is_one_that_is_like_the_settled_form():
    assert [one.right for one in unusual_spellings("特朗普来了", "თრამპი ჩამოვიდა")] == ["ტრამპი"]
    assert not list(unusual_spellings("特朗普来了", "პრეზიდენტი ჩამოვიდა"))
