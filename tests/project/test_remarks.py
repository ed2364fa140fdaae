from __future__ import annotations

import pytest

from tests.project.conftest import TARGET
from transreview.errors import UsageError
from transreview.model.finding import Finding, Severity, Side


def test_comments_are_signed_dated_and_counted(project, other):
    segment = project.segments()[2]
    project.comment(segment.id, " რიცხვი შეამოწმეთ \n")
    other("Davit").comment(segment.id, "სწორია")
    comments = project.comments(segment.id)
    assert [(c.author, c.text) for c in comments] == [("Nino", "რიცხვი შეამოწმეთ"), ("Davit", "სწორია")]
    assert comments[0].at == project.journal()[1].at
    assert project.segment(segment.id).comments == 2
    assert project.segment(segment.id).revision == 0
    assert project.comments() == comments


def test_a_comment_that_is_removed_comes_back_by_undo(project):
    comment = project.comment(project.segments()[0].id, "შენიშვნა")
    project.delete_comment(comment.id)
    assert project.comments() == []
    project.undo()
    assert project.comments() == [comment]
    project.delete_comment(99)
    assert project.comments() == [comment]


def test_an_empty_comment_or_one_on_nothing_is_refused(project):
    with pytest.raises(UsageError, match="empty"):
        project.comment(project.segments()[0].id, " \n")
    with pytest.raises(UsageError, match="no segment"):
        project.comment(99, "შენიშვნა")
    assert len(project.journal()) == 1


def test_a_marked_error_keeps_what_was_said_of_it(project):
    segment = project.segments()[2]
    mark = project.annotate(
        segment.id, Side.TARGET, 0, 8, type="terminology", severity="major", note="ლინზა", annotator="QA1"
    )
    assert project.annotations(segment.id) == project.annotations() == [mark]
    assert (mark.annotator, mark.side, mark.start, mark.end) == ("QA1", Side.TARGET, 0, 8)
    project.edit(segment.id, "სხვა", revision=0)
    again = project.annotate(segment.id, Side.TARGET, 0, 4, type="style", severity="minor")
    assert again.text_hash != mark.text_hash
    project.delete_annotation(mark.id)
    assert project.annotations() == [again]
    project.undo()
    assert project.annotations() == [mark, again]


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, len(TARGET[0]) + 1)])
def test_a_span_outside_the_text_is_refused(project, span):
    with pytest.raises(UsageError, match="characters"):
        project.annotate(project.segments()[0].id, Side.TARGET, *span, type="style", severity="minor")


def test_a_dismissal_holds_by_content_and_lapses_when_the_text_changes(project):
    segment = project.segments()[2]
    finding = Finding("num.mismatch", Severity.ERROR, "", Side.TARGET, 0, 1, "…", found="30%")
    project.dismiss(
        finding.fingerprint(segment.source, segment.target), finding.check, segment.id, "პროცენტი სწორია"
    )
    kept = project.dismissals()[finding.fingerprint(segment.source, segment.target)]
    assert (kept.check, kept.segment_id, kept.user, kept.reason) == (
        "num.mismatch", segment.id, "Nino", "პროცენტი სწორია",
    )  # fmt: skip
    edited = project.edit(segment.id, "სხვა", revision=0)
    assert finding.fingerprint(edited.source, edited.target) not in project.dismissals()


def test_dismissing_twice_keeps_the_last_reason_and_reinstating_forgets_it(project):
    project.dismiss("f" * 24, "num.mismatch", 1, "ერთი")
    project.dismiss("f" * 24, "num.mismatch", 1, "ორი")
    assert project.dismissals()["f" * 24].reason == "ორი"
    project.reinstate("f" * 24)
    assert project.dismissals() == {}
    project.undo()
    project.undo()
    assert project.dismissals()["f" * 24].reason == "ერთი"
