from __future__ import annotations

import pytest

from tests.project.conftest import TARGET
from transreview.errors import UsageError
from transreview.model.finding import Finding, Severity, Side

CONTRACT = True  # holds for every store


def test_comments_are_signed_dated_and_counted(project, other):
    segment = project.segments.all()[2]
    project.comments.add(segment.id, " რიცხვი შეამოწმეთ \n")
    other("Davit").comments.add(segment.id, "სწორია")
    comments = project.comments.all(segment.id)
    assert [(c.author, c.text) for c in comments] == [("Nino", "რიცხვი შეამოწმეთ"), ("Davit", "სწორია")]
    assert comments[0].at == project.journal.entries()[1].at
    assert project.segments.get(segment.id).comments == 2
    assert project.segments.get(segment.id).revision == 0
    assert project.comments.all() == comments


def test_a_comment_that_is_removed_comes_back_by_undo(project):
    comment = project.comments.add(project.segments.all()[0].id, "შენიშვნა")
    project.comments.delete(comment.id)
    assert project.comments.all() == []
    project.journal.undo()
    assert project.comments.all() == [comment]
    project.comments.delete(99)
    assert project.comments.all() == [comment]


def test_an_empty_comment_or_one_on_nothing_is_refused(project):
    with pytest.raises(UsageError, match="empty"):
        project.comments.add(project.segments.all()[0].id, " \n")
    with pytest.raises(UsageError, match="no segment"):
        project.comments.add(99, "შენიშვნა")
    assert len(project.journal.entries()) == 1


def test_a_marked_error_keeps_what_was_said_of_it(project):
    segment = project.segments.all()[2]
    mark = project.annotations.add(
        segment.id, Side.TARGET, 0, 8, type="terminology", severity="major", note="ლინზა", annotator="QA1"
    )
    assert project.annotations.all(segment.id) == project.annotations.all() == [mark]
    assert (mark.annotator, mark.side, mark.start, mark.end) == ("QA1", Side.TARGET, 0, 8)
    project.segments.edit(segment.id, "სხვა", revision=0)
    again = project.annotations.add(segment.id, Side.TARGET, 0, 4, type="style", severity="minor")
    assert again.text_hash != mark.text_hash
    project.annotations.delete(mark.id)
    assert project.annotations.all() == [again]
    project.journal.undo()
    assert project.annotations.all() == [mark, again]


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, len(TARGET[0]) + 1)])
def test_a_span_outside_the_text_is_refused(project, span):
    with pytest.raises(UsageError, match="characters"):
        project.annotations.add(
            project.segments.all()[0].id, Side.TARGET, *span, type="style", severity="minor"
        )


def test_a_dismissal_holds_by_content_and_lapses_when_the_text_changes(project):
    segment = project.segments.all()[2]
    finding = Finding(
        check="num.mismatch",
        severity=Severity.ERROR,
        mqm="",
        side=Side.TARGET,
        start=0,
        end=1,
        message="…",
        found="30%",
    )
    project.dismissals.add(
        finding.fingerprint(segment.source, segment.target), finding.check, segment.id, "პროცენტი სწორია"
    )
    kept = project.dismissals.all()[finding.fingerprint(segment.source, segment.target)]
    assert (kept.check, kept.segment_id, kept.user, kept.reason) == (
        "num.mismatch", segment.id, "Nino", "პროცენტი სწორია",
    )  # fmt: skip
    edited = project.segments.edit(segment.id, "სხვა", revision=0)
    assert finding.fingerprint(edited.source, edited.target) not in project.dismissals.all()


def test_dismissing_twice_keeps_the_last_reason_and_reinstating_forgets_it(project):
    project.dismissals.add("f" * 24, "num.mismatch", 1, "ერთი")
    project.dismissals.add("f" * 24, "num.mismatch", 1, "ორი")
    assert project.dismissals.all()["f" * 24].reason == "ორი"
    project.dismissals.reinstate("f" * 24)
    assert project.dismissals.all() == {}
    project.journal.undo()
    project.journal.undo()
    assert project.dismissals.all()["f" * 24].reason == "ერთი"


def test_a_comment_is_answered_settled_and_opened_again(project, other):
    segment = project.segments.all()[0]
    question = project.comments.add(segment.id, "რატომ ასე?")
    davit = other("Davit")
    answer = davit.comments.add(segment.id, "წყაროშია", answers=question.id)
    assert answer.answers == question.id
    assert list(project.segments.select(open_comments=True)) == [segment.id]
    davit.comments.resolve(question.id)
    davit.comments.resolve(answer.id)
    settled = project.comments.all(segment.id)[0]
    assert (settled.resolved_by, settled.is_open) == ("Davit", False)
    assert list(project.segments.select(open_comments=True)) == []
    assert list(project.segments.select(commented=True)) == [segment.id]
    project.comments.resolve(question.id, resolved=False)
    assert project.comments.all(segment.id)[0].is_open


def test_answers_outlive_the_comment_they_answer(project):
    segment = project.segments.all()[0]
    first = project.comments.add(segment.id, "1")
    second = project.comments.add(segment.id, "2", answers=first.id)
    third = project.comments.add(segment.id, "3", answers=second.id)
    project.comments.delete(second.id)
    assert [(c.id, c.answers) for c in project.comments.all()] == [(first.id, None), (third.id, first.id)]
    project.journal.undo()
    assert [c.answers for c in project.comments.all()] == [None, first.id, second.id]


def test_an_answer_stands_on_the_segment_of_what_it_answers(project):
    first, second = project.segments.all()[:2]
    comment = project.comments.add(first.id, "1")
    with pytest.raises(UsageError, match="another segment"):
        project.comments.add(second.id, "2", answers=comment.id)
    with pytest.raises(UsageError, match="no comment 99"):
        project.comments.resolve(99)
