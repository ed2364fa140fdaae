"""A project's scores are sacrebleu's over its segments, before and after review."""

from __future__ import annotations

import pytest
from sacrebleu.metrics import CHRF, TER

from tests.small_project import MACHINE, REFERENCE, small_project
from transreview.errors import UsageError
from transreview.model.segment import Status
from transreview.project import Project
from transreview.workflow.quality.scoring import score_project

FIXED = "ყოველთვის მიჰყვება პარტიას"


@pytest.fixture
def project(tmp_path):
    with Project.open(small_project(tmp_path / "p.transreview"), user="ნინო") as opened:
        yield opened


def fix_first(project):
    first = project.segments.all()[0]
    project.segments.edit(first.id, FIXED, revision=first.revision)


def test_machine_translation_and_reviewed_text_are_scored_against_the_reference(project):
    fix_first(project)
    (row,) = score_project(project).articles
    machine, reviewed = ({s.metric: s.value for s in text.scores} for text in row.texts)
    public = CHRF(word_order=2)
    assert machine["chrf"] == public.corpus_score(MACHINE, [REFERENCE]).score
    assert reviewed["chrf"] == public.corpus_score([FIXED, *MACHINE[1:]], [REFERENCE]).score


def test_hter_is_ter_of_the_machine_translation_against_the_reviewed_text(project):
    fix_first(project)
    effort = score_project(project).totals[0].effort
    # Of the one segment that was reviewed: the two that nobody has read are named, and in no figure.
    assert effort.hter * 100 == pytest.approx(TER().corpus_score(MACHINE[:1], [[FIXED]]).score)
    assert (effort.edits, effort.reviewed, effort.untouched, effort.segments) == (1, 1, 2, 3)


def test_confirmed_segments_are_in_the_hter_though_nothing_was_changed(project):
    fix_first(project)
    second = project.segments.all()[1]
    project.segments.set_status(second.id, Status.CONFIRMED, revision=second.revision)
    effort = score_project(project).totals[0].effort
    public = TER().corpus_score(MACHINE[:2], [[FIXED, MACHINE[1]]]).score
    assert effort.hter * 100 == pytest.approx(public)
    assert (effort.reviewed, effort.untouched, effort.unchanged) == (2, 1, 1)


def test_the_total_is_computed_over_all_articles_not_averaged(tmp_path):
    with Project.open(small_project(tmp_path / "p.transreview", articles=3)) as project:
        scores = score_project(project, metrics=["chrf"])
    assert len(scores.articles) == 3
    assert scores.totals[0].texts[0].scores[0].value == pytest.approx(
        CHRF(word_order=2).corpus_score(MACHINE * 3, [REFERENCE * 3]).score
    )


def test_without_a_reference_there_is_effort_and_no_score(tmp_path):
    with Project.open(small_project(tmp_path / "p.transreview", reference=False)) as project:
        scores = score_project(project)
    assert not scores.has_reference
    assert scores.totals[0].effort.segments == 3


def test_many_articles_are_resampled_whole(tmp_path):
    with Project.open(small_project(tmp_path / "p.transreview", articles=10)) as project:
        (total,) = score_project(project, metrics=["chrf"], samples=50).totals
    assert total.texts[0].scores[0].resampled == "articles"
    assert total.texts[0].scores[0].interval == pytest.approx(0, abs=1e-6)  # all articles are the same


def test_a_project_without_articles_is_told_what_to_do(tmp_path):
    with (
        Project.create(tmp_path / "p.transreview") as project,
        pytest.raises(UsageError, match="transreview add"),
    ):
        score_project(project)
