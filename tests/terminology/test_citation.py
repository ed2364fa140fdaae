"""The dictionary form of one expression, as somebody selects it in a translation."""

import pytest

from transreview.terminology.citation import citation_form


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
    ],
)
def test_a_selected_form_is_entered_in_the_nominative(found, cited):
    assert citation_form([found], "ka") == cited


def test_other_languages_keep_what_stands_there():
    assert citation_form(["lenses"], "en") == "lenses"
