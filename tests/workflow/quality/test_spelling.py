"""Unknown words of a translation: names, terms and the project's own words are passed over."""

import pytest

from tests.tui.conftest import fill
from transreview.project.project import Project
from transreview.workflow.journal_sentences import sentence
from transreview.workflow.quality.spelling import Spelling


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.transreview") as made:
        fill(made)
        yield made


@pytest.fixture
def spelling(project):
    return Spelling(project, project.articles.all()[0])


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("会议", "კონფრენცია გაიმართა.", ["კონფრენცია"]),
        ("会议", "`კონფრენცია` და https://example.ge/konprentsia", []),
        ("参议员 Zubrowski", "სენატორი ზუბროვსკი", []),  # sounds like the name
        ("参议员", "სენატორი ზუბროვსკი", ["ზუბროვსკი"]),
        ("王沪宁主席在厦门讲话。", "ვან ხუნინმა სიამენში ილაპარაკა.", []),  # names written in Han
        ("主席讲话。", "ვან ხუნინმა სიამენში ილაპარაკა.", ["სიამენში"]),
        ("会议", "Wort 词 123", []),
    ],
)
def test_what_is_no_word_list_s_business_is_passed_over(spelling, source, target, found):
    assert [target[start:end] for start, end in spelling.unknown(source, target)] == found


def test_terms_of_the_glossary_are_passed_over(spelling):
    assert spelling.unknown("", "ოპტომეტრისტთა") == [(0, 13)]
    assert spelling.unknown("", "ოპტომეტრისტთა", [(0, 13)]) == []


def test_a_word_that_is_added_is_known_until_undo(project, spelling):
    word = "ოპტომეტრისტთა"
    spelling.add(word)
    spelling.add(word)
    assert spelling.unknown("", word) == []
    assert Spelling(project, project.articles.all()[0]).unknown("", word) == []
    assert sentence(project.journal.entries(1)[0]) == "the project's own words"
    project.journal.undo()
    spelling.reload()
    assert spelling.unknown("", word) == [(0, len(word))]
