"""The report's model of a real project satisfies its schema and is the same every time."""

from __future__ import annotations

import json
from dataclasses import replace

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
from transreview.workflow.quality.thresholds import Limits
from transreview.workflow.quality.trend import trend
from transreview.workflow.terms.glossaries import set_glossaries


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
    assert (figures["total"], figures["size"], figures["unit"]) == (5, 3, "words")
    assert figures["per_thousand"] == pytest.approx(5000 / 3)
    assert figures["passed"] is False


def test_confirmed_segments_without_marks_count_as_rated(path):
    mark(path, "ნინო", 19, 28)
    with Project.open(path, user="ნინო") as project:
        second = project.segments.all()[1]
        project.segments.set_status(second.id, Status.CONFIRMED, revision=second.revision)
        ratings = project_ratings(project)
        size = project_penalties(project)["size"]
    assert [(r.document_segment, r.is_error) for r in ratings] == [("0001", True), ("0002", False)]
    assert size == 3 + 4


def test_two_annotators_are_averaged_and_compared(path):
    mark(path, "ნინო", 19, 28)
    mark(path, "გიორგი", 19, 28, severity="minor")
    with Project.open(path) as project:
        figures = project_penalties(project)
    assert figures["total"] == pytest.approx(3)
    assert [r["rater"] for r in figures["raters"]] == ["გიორგი", "ნინო"]
    assert figures["agreement"]["span_f1"] == 1.0
    assert figures["agreement"]["segments"] == 1


def edit_two(path):
    with Project.open(path, user="ნინო") as project:
        first, second, _third = project.segments.all()
        project.segments.edit(first.id, "", revision=first.revision)
        project.segments.edit(second.id, "26 მაისს სხდომა გაიმართა.", revision=second.revision)


def test_the_trend_tells_new_from_fixed_findings(path):
    before = model(path)
    edit_two(path)
    now = model(path)
    result = trend(before, now)
    assert result["findings"]["new"] >= 1
    # Before, nobody had reviewed anything: there was no HTER to compare with.
    assert {s["name"] for s in result["scores"]} == {"chrF2++"}
    assert {s["name"] for s in trend(now, now)["scores"]} == {"chrF2++", "HTER"}
    checks = {row["check"]: row for row in result["checks"]}
    assert sum(row["new"] for row in checks.values()) == result["findings"]["new"]


@pytest.mark.parametrize(
    ("minima", "maxima", "others", "passed"),
    [
        (["chrf=1"], [], {}, True),
        (["chrf=99"], [], {}, False),
        (["comet=0.1"], [], {}, False),
        ([], ["error=1000,warning=1000"], {}, True),
        ([], [], {"hter": 9.0}, False),
        ([], [], {"npt": 20}, False),
        (["confirmed=0"], [], {}, True),
        (["confirmed=1"], [], {}, False),
        (["approved=1"], [], {}, False),
    ],
)
def test_thresholds_hold_or_fail_and_missing_data_fails(path, minima, maxima, others, passed):
    judged = model(path, limits=Limits.parse(minima, maxima, **others))
    assert all(row["passed"] for row in judged["thresholds"]) is passed
    assert judged["verdict"]["passed"] is passed


def test_what_nobody_reviewed_has_no_effort_no_reviewed_text_and_may_not_go_out(path):
    untouched = model(path)
    assert {row["hter"] for row in untouched["effort"]} == {None}
    assert untouched["articles"][0]["hter"] is None
    assert {s["text"] for s in untouched["scores"]} == {"machine translation"}
    assert untouched["verdict"]["may_go"] is False
    assert any("3 untouched: nobody has read them" in o for o in untouched["verdict"]["obstacles"])


def test_what_is_reviewed_in_part_names_what_is_not(path):
    edit_two(path)
    (effort, total) = model(path)["effort"]
    assert (effort["untouched"], effort["segments"], effort["reviewed"]) == (1, 3, 2)
    assert total["hter"] > 0


def test_a_project_that_is_confirmed_and_clean_may_go_out(path):
    with Project.open(path, user="ნინო") as project:
        for segment in project.segments.all():
            project.segments.set_status(segment.id, Status.CONFIRMED, revision=segment.revision)
        given = gather(project, metrics=["chrf"], samples=0)
        report = build_report(project, path, replace(given, findings={}))
    assert report["verdict"] == {"passed": None, "may_go": True, "obstacles": []}
    assert report["effort"][0]["hter"] == 0.0  # somebody read all of it and changed nothing


def test_a_finding_says_which_words_it_is_about(path):
    with Project.open(path, user="ნინო") as project:
        first = project.segments.all()[0]
        target = "ერთი ორი  სამი ოთხი"
        project.segments.edit(first.id, target, revision=first.revision)
    rows = model(path)["findings"]["list"]
    assert rows
    for row in rows:
        text = target if row["key"] == "0001" and row["side"] == "target" else None
        if text is not None:
            assert row["words"] == text[row["start"] : row["end"]]


def test_forbidden_renderings_are_those_that_the_checks_report(path, tmp_path):
    """A concept that only forbids has no preferred term, and its forbidden one counts all the same."""
    glossary = tmp_path / "g.csv"
    glossary.write_text("id,zh,ka,ka:not\nparty,党,,წვეულება\n", encoding="utf-8")
    with Project.open(path, user="ნინო") as project:
        set_glossaries(project, [glossary], folder=tmp_path)
    report = model(path)
    found = [f for f in report["findings"]["list"] if f["check"] == "term.forbidden"]
    assert len(found) == report["terms"]["forbidden"] == 1
    assert report["terms"]["failing"][0]["forbidden"] == 1
    assert report["terms"]["success_rate"] is None  # nothing was required


def test_segments_are_ranked_by_risk_with_at_most_three_reasons(path):
    segments = model(path)["segments"]
    assert [row["rank"] for row in segments] == [1, 2, 3]
    assert all(len(row["reasons"]) <= 3 for row in segments)
