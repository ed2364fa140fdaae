"""The report's model of a real project satisfies its schema and is the same every time."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.small_project import small_project
from transreview.model.finding import Side
from transreview.model.segment import Status
from transreview.project import Project
from transreview.reports.data import render_json, schema
from transreview.workflow.quality.mqm_figures import project_penalties, project_ratings
from transreview.workflow.quality.report_input import gather
from transreview.workflow.quality.reporting import build_report
from transreview.workflow.quality.thresholds import Limits, judge
from transreview.workflow.quality.trend import trend


@pytest.fixture
def path(tmp_path):
    return small_project(tmp_path / "p.transreview")


def model(path, **options):
    with Project.open(path, user="ნინო") as project:
        given = gather(project, metrics=["chrf"], samples=20, **options)
        return build_report(project, path, given)


def test_the_model_satisfies_the_published_schema(path):
    jsonschema.validate(json.loads(render_json(model(path))), schema())


def test_the_same_project_gives_the_same_bytes_but_for_the_time(path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = model(path), model(path)
    for one in (first, second):
        one["run"]["elapsed"] = 0
    assert render_json(first) == render_json(second)
    assert first["run"]["time"] == "2023-11-14T22:13:20Z"


def mark(path, annotator, start, end, severity="major"):
    with Project.open(path, user=annotator) as project:
        first = project.segments.all()[0]
        project.annotations.add(
            first.id, Side.TARGET, start, end, type="accuracy/mistranslation", severity=severity
        )


def test_marked_errors_become_a_penalty_for_each_thousand_words(path):
    mark(path, "ნინო", 19, 28)
    with Project.open(path) as project:
        figures = project_penalties(project, threshold=20)
    assert (figures.total, figures.size, figures.unit) == (5, 3, "words")
    assert figures.per_thousand == pytest.approx(5000 / 3)
    assert figures.passed is False


def test_confirmed_segments_without_marks_count_as_rated(path):
    mark(path, "ნინო", 19, 28)
    with Project.open(path, user="ნინო") as project:
        second = project.segments.all()[1]
        project.segments.set_status(second.id, Status.CONFIRMED, revision=second.revision)
        ratings = project_ratings(project)
        size = project_penalties(project).size
    assert [(r.document_segment, r.is_error) for r in ratings] == [("0001", True), ("0002", False)]
    assert size == 3 + 4


def test_two_annotators_are_averaged_and_compared(path):
    mark(path, "ნინო", 19, 28)
    mark(path, "გიორგი", 19, 28, severity="minor")
    with Project.open(path) as project:
        figures = project_penalties(project)
    assert figures.total == pytest.approx(3)
    assert [r.rater for r in figures.raters] == ["გიორგი", "ნინო"]
    assert figures.agreement.span_f1 == 1.0


def test_the_trend_tells_new_from_fixed_findings(path):
    before = model(path)
    with Project.open(path, user="ნინო") as project:
        first, second, _third = project.segments.all()
        project.segments.edit(first.id, "", revision=first.revision)
        project.segments.edit(second.id, "26 მაისს სხდომა გაიმართა.", revision=second.revision)
    now = model(path)
    result = trend(before, now)
    assert result["findings"]["new"] >= 1
    assert {s["name"] for s in result["scores"]} == {"chrF2++", "HTER"}


@pytest.mark.parametrize(
    ("limits", "passed"),
    [
        (Limits.parse(["chrf=1"], []), True),
        (Limits.parse(["chrf=99"], []), False),
        (Limits.parse(["comet=0.1"], []), False),
        (Limits.parse([], ["error=1000,warning=1000"]), True),
        (Limits.parse([], [], hter=0.0), True),
        (Limits.parse([], [], npt=20), False),
    ],
)
def test_thresholds_hold_or_fail_and_missing_data_fails(path, limits, passed):
    assert all(row["passed"] for row in judge(model(path), limits)) is passed
