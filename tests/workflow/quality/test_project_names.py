"""One name, one form through the articles of a project."""

from __future__ import annotations

import pytest

from transreview.checks.settings import CheckSettings
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project import Project
from transreview.workflow.quality.checking import check_project

ARTICLES = {
    "first": [("王沪宁主席说，会议很重要。", "თავმჯდომარე ვან ხუნინმა თქვა, რომ შეხვედრა მნიშვნელოვანია.")],
    "second": [("王沪宁主席会见外宾。", "თავმჯდომარე ვან ხუნინი სტუმრებს შეხვდა.")],
    "third": [("王沪宁主席致辞。", "თავმჯდომარე ვან ჰუნინი სიტყვით გამოვიდა.")],
}


def add(project, slug, pairs):
    project.articles.add(
        Article(
            id=0,
            slug=slug,
            title=slug,
            source_language="zh",
            target_language="ka",
            source_path=f"{slug}.zh.txt",
            target_path=f"{slug}.ka.txt",
        ),
        [Unit(source, paragraph=n, line=n + 1) for n, (source, _target) in enumerate(pairs)],
        [Unit(target, paragraph=n, line=n + 1) for n, (_source, target) in enumerate(pairs)],
        [Bead((n,), (n,)) for n in range(len(pairs))],
    )


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.transreview", user="ნინო") as made:
        for slug, pairs in ARTICLES.items():
            add(made, slug, pairs)
        yield made


def odd(project, **choices):
    return [
        (checked.article.slug, finding.found, finding.expected)
        for checked in check_project(project, **choices)
        for finding in checked.findings
        if finding.check == "name.inconsistent"
    ]


def test_the_rarer_form_is_told_in_its_article(project):
    assert odd(project) == [("third", "ვან ჰუნინი", "ხუნინი")]


def test_only_some_articles_are_compared_with_all(project):
    third = project.articles.all()[2].id
    assert odd(project, article_ids=[third]) == [("third", "ვან ჰუნინი", "ხუნინი")]


def test_an_edit_settles_it(project):
    segment = next(s for s in project.segments.each() if "ჰუნინი" in s.target)
    project.segments.edit(segment.id, segment.target.replace("ჰუნინი", "ხუნინი"), revision=segment.revision)
    assert odd(project) == []


def test_a_dismissal_holds(project):
    checked = next(c for c in check_project(project) if c.article.slug == "third")
    finding = next(f for f in checked.findings if f.check == "name.inconsistent")
    key = finding.fingerprint(checked.segment.source, checked.segment.target)
    project.dismissals.add(key, finding.check, checked.segment.id, "so printed")
    assert odd(project) == []
    again = next(c for c in check_project(project) if c.article.slug == "third")
    assert [one.check for one in again.dismissed] == ["name.inconsistent"]


def test_a_check_that_is_off_says_nothing(project):
    assert odd(project, settings=CheckSettings(ignore=("name.inconsistent",))) == []


def test_one_article_is_the_business_of_its_own_check(tmp_path):
    with Project.create(tmp_path / "one.transreview", user="ნინო") as made:
        add(made, "only", ARTICLES["first"])
        assert odd(made) == []
