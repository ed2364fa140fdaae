"""MQM data goes out of a project and comes back the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_project import MACHINE, SOURCE, small_project
from transreview.errors import InputError, UsageError
from transreview.formats.mqm_tsv import parse_ratings, write_ratings
from transreview.model.finding import Side
from transreview.project import Project
from transreview.workflow.quality.mqm_exchange import give_esa_score, refuse_unknown_categories, take_ratings
from transreview.workflow.quality.mqm_figures import project_esa, project_penalties, project_ratings

HEADER = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\tcomment"


@pytest.fixture
def project(tmp_path):
    with Project.open(small_project(tmp_path / "p.transreview"), user="ნინო") as opened:
        yield opened


def row(target: str, *, doc="article-1", key="0001", category="Accuracy/Mistranslation", severity="Major"):
    return f"E\t{doc}\t{key}\t1\tგიორგი\t{SOURCE[0]}\t{target}\t{category}\t{severity}\tპარტია"


def ratings(*rows: str):
    return list(parse_ratings([HEADER, *rows]))


MARKED = MACHINE[0].replace("წვეულებას", "<v>წვეულებას</v>")


@pytest.mark.parametrize("marot", [False, True])
def test_what_goes_out_comes_back_the_same(project, tmp_path, marot):
    first = project.segments.all()[0]
    start = first.target.index("წვეულებას")
    project.annotations.add(
        first.id,
        Side.TARGET,
        start,
        start + 9,
        type="Accuracy/Mistranslation",
        severity="major",
        note="პარტია",
    )
    text = write_ratings(project_ratings(project), marot=marot)
    with Project.open(small_project(tmp_path / "other.transreview"), user="სხვა") as other:
        taken = take_ratings(other, list(parse_ratings(text.split("\n"))))
        (back,) = other.annotations.all()
    assert (taken.annotations, taken.known) == (1, 0)
    assert (back.annotator, back.start, back.end, back.severity, back.note) == (
        "ნინო",
        start,
        start + 9,
        "major",
        "პარტია",
    )


def test_an_import_is_one_undo_and_never_twice(project):
    rows = ratings(
        row(MARKED),
        row(MARKED, category="Style/Awkward", severity="Minor"),
        row(MACHINE[0], category="No-error", severity="No-error"),
    )
    taken = take_ratings(project, rows)
    assert (taken.annotations, taken.clean) == (2, 1)
    assert take_ratings(project, rows).known == 3
    project.journal.undo()
    assert project.annotations.all() == []


def test_a_row_with_other_ids_finds_its_segment_by_the_texts(project):
    assert take_ratings(project, ratings(row(MARKED, doc="talk", key="7"))).annotations == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (row("<v>სხვა</v> ტექსტი", doc="talk", key="7"), "no segment for talk/7"),
        (row("<v>სხვა</v> ტექსტი"), "the text of E that was rated is not a text of the project"),
    ],
)
def test_a_row_that_does_not_fit_stops_the_import_whole(project, line, message):
    with pytest.raises(InputError, match=message) as refused:
        take_ratings(project, ratings(row(MARKED), line), Path("r.tsv"))
    assert (str(refused.value.path), refused.value.line) == ("r.tsv", 3)
    assert project.annotations.all() == []


def test_unknown_categories_are_named():
    with pytest.raises(InputError, match=r"unknown categories: Mood \(2\)"):
        refuse_unknown_categories(ratings(row(MARKED, category="Mood"), row(MARKED, category="Mood")))


def test_esa_scores_are_averaged_and_are_no_errors(project):
    first, second, _third = project.segments.all()
    give_esa_score(project, first.id, 80)
    give_esa_score(project, first.id, 60)
    give_esa_score(project, second.id, 100)
    assert project_esa(project) == {first.id: 70, second.id: 100}
    assert project_penalties(project) is None


@pytest.mark.parametrize("score", [-1, 101])
def test_an_esa_score_is_from_0_to_100(project, score):
    with pytest.raises(UsageError, match="not from 0 to 100"):
        give_esa_score(project, project.segments.all()[0].id, score)


def test_rows_of_two_systems_are_never_counted_as_of_one(project):
    """The project names no engine, and two systems said the same: each has its own figures."""
    major, clean = row(MARKED), row(MACHINE[0], category="No-error", severity="No-error")
    take_ratings(project, ratings(major, clean.replace("E\t", "F\t", 1)))
    mqm = project_penalties(project)
    assert {(r["engine"], r["mean"]) for r in mqm["engines"]} == {("E", -5), ("F", 0)}
    assert (mqm["engine"], mqm["total"]) == ("E", 5)  # the worst of several stands first


def test_rows_of_one_system_meet_what_is_marked_here(project):
    take_ratings(project, ratings(row(MARKED)))
    first = project.segments.all()[0]
    project.annotations.add(first.id, Side.TARGET, 0, 3, type="Style/Awkward", severity="minor")
    mqm = project_penalties(project)
    assert len(mqm["engines"]) == 1
    assert (mqm["total"], mqm["agreement"]["segments"]) == (3, 1)
