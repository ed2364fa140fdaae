"""The dictionary form of one expression, as somebody selects it in a translation."""

import pytest

from transreview.terminology.citation import citation_form, is_dictionary_form


@pytest.mark.parametrize(
    ("found", "cited"),
    [
        ("გადაწყვეტილებებზე", "გადაწყვეტილება"),
        ("ასოციაციაში", "ასოციაცია"),
        ("ჩანშაში", "ჩანშა"),
        ("თბილისში", "თბილისი"),
        ("ჩინეთის ოპტიკური ასოციაციის", "ჩინეთის ოპტიკური ასოციაცია"),
        ("მეგობრებთან", "მეგობარი"),
        ("წყლის", "წყალი"),
        ("დუ ტონგემ", "დუ ტონგე"),
        ("შეხვედრა", "შეხვედრა"),
        ("ქოში", "ქოში"),
        ("შეზღუდვის", "შეზღუდვა"),
        ("გამართვის", "გამართვა"),
        ("სერიალიზაციას", "სერიალიზაცია"),
    ],
)
def test_a_selected_form_is_entered_in_the_nominative(found, cited):
    assert citation_form([found], "ka") == cited


def test_other_languages_keep_what_stands_there():
    assert citation_form(["lenses"], "en") == "lenses"


def test_a_plural_is_entered_in_the_singular():
    assert citation_form(["სტანდარტები", "სტანდარტების"], "ka") == "სტანდარტი"


@pytest.mark.parametrize(
    ("text", "forms", "right"),
    [
        ("შეზღუდვა", ["შეზღუდვის"], True),
        ("პროექტის ბრძანება", ["პროექტის ბრძანებები"], True),
        ("დუ ტუნხე", ["დუ ტუნხემ", "დუ ტუნხეს"], True),
        ("Android", ["Android"], True),
        ("გამოვიყენოთი", ["გამოვიყენოთ"], False),
        ("დააბრუნი", ["დააბრუნოს", "დააბრუნებს"], False),
        ("შეგიძლიათ", ["შეგიძლიათ"], False),
        ("თქვენი კომპიუტერი", ["თქვენი კომპიუტერის", "თქვენს კომპიუტერში"], False),
        ("ადამიანთა", ["ადამიანთა"], False),
        ("მოსწავლეთა", ["მოსწავლეთა"], False),
        ("ბავშვთა", ["ბავშვთა"], False),
        ("ჩანთა", ["ჩანთა"], True),
        ("ნებისმიერი", ["ნებისმიერი"], False),
    ],
)
def test_what_is_no_dictionary_form_is_told(text, forms, right):
    assert is_dictionary_form(text, forms, "ka") is right
