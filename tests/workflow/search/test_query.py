"""What is looked for is found where it stands, and nowhere else."""

import pytest

from transreview.errors import UsageError
from transreview.workflow.search.query import Query, finder


def found(within, language, **query):
    return [within[start:end] for start, end in finder(Query(**query), language)(within)]


GEORGIAN = "ასოციაციამ ასოციაციის წევრები მიიწვია; ასოციაციური წესი."


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ({"text": "ასოციაცია"}, ["ასოციაცია"]),
        ({"text": "ასოციაცია", "any_form": True}, ["ასოციაციამ", "ასოციაციის"]),
        ({"text": "ასოციაცი"}, ["ასოციაცი", "ასოციაცი", "ასოციაცი"]),
        ({"text": "ასოციაციის", "whole_word": True}, ["ასოციაციის"]),
        ({"text": "ასოციაცი", "whole_word": True}, []),
        ({"text": "ასოციაცი(ამ|ის)", "regex": True}, ["ასოციაციამ", "ასოციაციის"]),
        ({"text": "ასოციაცი(ამ|ის)"}, []),
        ({"text": "x*", "regex": True}, []),
    ],
)
def test_georgian(query, hits):
    assert found(GEORGIAN, "ka", **query) == hits


def test_case_counts_only_when_asked():
    assert found("WTO and wto", "en", text="wto") == ["WTO", "wto"]
    assert found("WTO and wto", "en", text="wto", case=True) == ["wto"]
    assert found("fairs and a fair", "en", text="fair", any_form=True) == ["fairs", "fair"]


def test_chinese_has_no_words_to_stand_inside_of():
    assert found("眼镜行业", "zh", text="眼镜", any_form=True) == ["眼镜"]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"text": " "}, "nothing to look for"),
        ({"text": "(", "regex": True}, "no regular expression"),
        ({"text": "a", "regex": True, "any_form": True}, "has no forms"),
    ],
)
def test_what_means_nothing_is_said(query, says):
    with pytest.raises(UsageError, match=says):
        finder(Query(**query), "ka")


@pytest.mark.parametrize("marked", ["შეხვედრას", "შეხვედრა", "შეხვედრაზე"])
def test_words_in_a_case_find_every_other_case(marked):
    """What is marked in a text for the concordance stands in a case there."""
    text = "შეხვედრა, შეხვედრას და შეხვედრაზე"
    assert found(text, "ka", text=marked, any_form=True) == ["შეხვედრა", "შეხვედრას", "შეხვედრაზე"]
