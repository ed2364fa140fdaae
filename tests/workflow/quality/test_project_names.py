"""One name, one form through the articles of a project."""

from __future__ import annotations

import pytest

from transreview.checks.settings import CheckSettings
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project import Project
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.checking import check_project

ARTICLES = {
    "first": [("袁隆平主席说，会议很重要。", "თავმჯდომარე იუან ლუნპინმა თქვა, რომ შეხვედრა მნიშვნელოვანია.")],
    "second": [("袁隆平主席会见外宾。", "თავმჯდომარე იუან ლუნპინი სტუმრებს შეხვდა.")],
    "third": [("袁隆平主席致辞。", "თავმჯდომარე იუან ლუნფინი სიტყვით გამოვიდა.")],
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
    assert odd(project) == [("third", "იუან ლუნფინი", "ლუნპინი")]


def test_only_some_articles_are_compared_with_all(project):
    third = project.articles.all()[2].id
    assert odd(project, article_ids=[third]) == [("third", "იუან ლუნფინი", "ლუნპინი")]


def test_the_form_of_the_practice_is_right_where_others_are_more_frequent(project):
    second = project.segments.get(2)
    project.segments.edit(2, second.target.replace("ლუნპინი", "ლუნფინი"), revision=second.revision)
    assert odd(project) == [
        ("second", "იუან ლუნფინი", "ლუნპინი"),
        ("third", "იუან ლუნფინი", "ლუნპინი"),
    ]


def test_a_copy_of_the_english_spelling_is_told_as_such_alone(project):
    third = project.segments.get(3)
    project.segments.edit(3, third.target.replace("ლუნფინი", "ლონგპინგი"), revision=third.revision)
    said = [one.check for each in check_project(project) for one in each.findings]
    assert "name.translit" in said
    assert "name.inconsistent" not in said


def test_an_edit_settles_it(project):
    segment = next(s for s in project.segments.each() if "ლუნფინი" in s.target)
    project.segments.edit(segment.id, segment.target.replace("ლუნფინი", "ლუნპინი"), revision=segment.revision)
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


def kept_true(project):
    """One engine for each article, loaded once and refreshed from then on, as the screen has it."""
    engines = {}
    for article in project.articles.all():
        engines[article.id] = ArticleChecks(project, article)
        engines[article.id].load()
        for _step in engines[article.id].fill():
            pass
    return engines


def told_by_engines(project, engines):
    """What the screen shows, article by article."""
    for engine in engines.values():
        engine.refresh()
    return {
        segment.id: [(one.check, one.found) for one in engines[segment.article_id].findings(segment)]
        for segment in project.segments.each()
    }


def told_by_check(project):
    return {
        one.segment.id: [(found.check, found.found) for found in one.findings]
        for one in check_project(project)
    }


def test_what_is_kept_true_on_the_screen_is_what_the_command_says(project):
    engines = kept_true(project)
    third = project.articles.all()[2].id
    assert engines[third].worst[3][1] == len(told_by_check(project)[3])

    def edit(number, old, new):
        segment = project.segments.get(number)
        project.segments.edit(number, segment.target.replace(old, new), revision=segment.revision)

    assert told_by_engines(project, engines) == told_by_check(project)
    edit(2, "ლუნპინი", "ლუნფინი")  # more articles have the other form than the practice's own
    assert told_by_engines(project, engines) == told_by_check(project)
    edit(3, "ლუნფინი", "ლუნპინი")
    assert told_by_engines(project, engines) == told_by_check(project)
    project.journal.undo()
    project.journal.undo()
    assert told_by_engines(project, engines) == told_by_check(project)
    checked = next(c for c in check_project(project) if c.segment.id == 3)
    finding = next(f for f in checked.findings if f.check == "name.inconsistent")
    project.dismissals.add(
        finding.fingerprint(checked.segment.source, checked.segment.target), finding.check, 3, "so"
    )
    assert told_by_engines(project, engines) == told_by_check(project)
    assert ("name.inconsistent", "იუან ლუნფინი") not in told_by_check(project)[3]


def test_a_locked_segment_counts_but_is_not_told(project):
    segment = project.segments.get(3)
    project.segments.set_lock(3, True, revision=segment.revision)
    engines = kept_true(project)
    assert odd(project) == []
    assert told_by_engines(project, engines) == told_by_check(project)


def test_a_merged_segment_takes_its_names_along(project):
    add(
        project, "fourth", [*ARTICLES["third"], ("袁隆平主席讲话。", "თავმჯდომარე იუან ლუნფინი ლაპარაკობდა.")]
    )
    engines = kept_true(project)
    assert told_by_engines(project, engines) == told_by_check(project)
    project.structure.merge(4)
    assert told_by_engines(project, engines) == told_by_check(project)
    project.journal.undo()
    assert told_by_engines(project, engines) == told_by_check(project)
