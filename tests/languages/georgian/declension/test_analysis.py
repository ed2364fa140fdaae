"""Readings of forms; and every form that is generated is read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.languages.georgian.declension import Cell, analyse, decline
from transreview.languages.georgian.declension.generation import decline_cell
from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.declension.phrase import phrase_of
from transreview.languages.georgian.declension.suffixes import paradigm_rows

PLAIN_WORDS = (
    *("ქალაქი", "კლასტერი", "ასოციაცია", "სისტემა", "მთა", "ძმა", "საქმე", "ხე"),
    *("სახელმწიფო", "რადიო", "დრო", "რუ", "ჩაი", "ტრამვაი", "ფინანსები"),
)
LISTED = lexicon()
WORDS = sorted(
    {*PLAIN_WORDS, *LISTED.syncope, *LISTED.untruncated, *LISTED.i_stem, *LISTED.person, *LISTED.singular}
)
PHRASES = [
    *("ოპტიკური ასოციაცია", "სამრეწველო კლასტერი", "ჩინეთის სახალხო რესპუბლიკა", "ფასიანი ქაღალდები"),
    *("ეროვნული თავდაცვის სამინისტრო", "კვლევა და განვითარება", "სოციალურ-ეკონომიკური პოლიტიკა", "და-ძმა"),
    *("5G ქსელი", "NATO", "TSMC", "აშშ", "50%", "COVID-19"),
]


def read_back(term: str, cell: Cell) -> bool:
    form = decline_cell(term, cell)
    return any(reading.cell == cell for reading in analyse(form, term))


@settings(max_examples=400)
@given(st.sampled_from(WORDS), st.data())
def test_every_generated_form_of_a_word_is_read_back_to_its_cell(word: str, data: st.DataObject) -> None:
    stems = phrase_of(word).stems
    assert stems is not None
    cell = data.draw(st.sampled_from(list(paradigm_rows(stems.stem_class))))
    assert read_back(word, cell), (word, cell, decline_cell(word, cell))


@settings(max_examples=200)
@given(st.sampled_from(PHRASES), st.data())
def test_every_generated_form_of_a_phrase_is_read_back_to_its_cell(term: str, data: st.DataObject) -> None:
    phrase = phrase_of(term)
    stem_class = phrase.stems.stem_class if phrase.stems is not None else phrase.foreign.stem_class
    cell = data.draw(st.sampled_from([c for c in paradigm_rows(stem_class) if c.style != "old"]))
    assert read_back(term, cell), (term, cell, decline_cell(term, cell))


@settings(max_examples=300)
@given(st.text("აბგდევზთიკლმნოპრსტუფქღყშჩცძწჭხჯჰ -„“ABC19ᲐᲑ\u00ad", max_size=24), st.sampled_from(PHRASES))
def test_no_text_breaks_the_analysis(text: str, term: str) -> None:
    for reading in analyse(text, term):
        assert 0 <= reading.confidence <= 1.001
    analyse(term, text)
    decline(text, "Gen")


@pytest.mark.parametrize(
    ("form", "term", "best"),
    [
        ("ქალაქის", "ქალაქი", "Gen Sing"),
        ("ქალაქებისათვის", "ქალაქი", "Gen Plur +თვის long"),
        ("წყლისაგანაც", "წყალი", "Gen Sing +გან +ც long"),
        ("ინჟინრებმაც", "ინჟინერი", "Erg Plur +ც"),
        ("ღვთის", "ღმერთი", "Gen Sing"),
        ("ამბების", "ამბავი", "Gen Plur"),
        ("დროის", "დრო", "Gen Sing"),
        ("საქართველოსათვის", "საქართველო", "Gen Sing +თვის long"),
        ("ქალთა", "ქალი", "Gen Plur old"),
        ("სახელმწიფოს", "სახელმწიფო", "Gen Sing"),
        ("ანას", "ანა", "Dat Sing"),
        ("ქართულ", "ქართული", "Dat Sing attributive"),
        ("მიხეილ", "მიხეილ", "Nom Sing"),
        ("ოპტიკურ ასოციაციასთან", "ოპტიკური ასოციაცია", "Dat Sing +თან"),
        ("ოპტიკურმა\nასოციაციამ", "ოპტიკური ასოციაცია", "Erg Sing"),
        ("ᲝᲞᲢᲘᲙᲣᲠᲘ ᲐᲡᲝᲪᲘᲐᲪᲘᲘᲡ", "ოპტიკური ასოციაცია", "Gen Sing"),
        ("ადგილას", "ადგილი", "Dat Sing"),
        ("NATO-ს", "NATO", "Dat Sing"),
        ("„კლასტერი“-ს", "კლასტერი", "Dat Sing"),
        ("„კლასტერებში“", "კლასტერი", "Dat Plur +ში"),
    ],
)
def test_the_best_reading_comes_first(form: str, term: str, best: str) -> None:
    assert str(analyse(form, term)[0]) == best


@pytest.mark.parametrize(
    ("form", "term"),
    [
        ("ქალაქური", "ქალაქი"),
        ("საბანკო", "ბანკი"),
        ("უდიდესი", "დიდი"),
        ("კარგი", "კარი"),
        ("მეორე", "ორი"),
        ("", "ორი"),
    ],
)
def test_derived_words_are_no_forms(form: str, term: str) -> None:
    assert analyse(form, term) == []


def test_both_stems_are_read_though_one_is_generated() -> None:
    assert analyse("სამართალის", "სამართალი")
    assert analyse("სამართლის", "სამართალი")
    assert decline("სამართალი", "Gen") == "სამართლის"


def test_a_modifier_tells_dative_from_genitive() -> None:
    assert [r.case for r in analyse("უცხოურ სახელმწიფოს", "უცხოური სახელმწიფო")] == ["Dat"]
    assert [r.case for r in analyse("უცხოური სახელმწიფოს", "უცხოური სახელმწიფო")] == ["Gen"]


def test_a_modifier_in_the_wrong_case_is_still_read_with_less_confidence() -> None:
    wrong, right = analyse("უცხოურმა ბანკს", "უცხოური ბანკი"), analyse("უცხოურ ბანკს", "უცხოური ბანკი")
    assert wrong[0].case == right[0].case == "Dat"
    assert wrong[0].confidence < right[0].confidence
