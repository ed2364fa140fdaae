"""What others edited comes back as one change: texts, statuses, flags and remarks, each only where it is given."""

from __future__ import annotations

import pytest

from tests.project.conftest import TARGET
from transreview.errors import UsageError
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project.failures import LockedError, StaleRevisionError
from transreview.project.returns import Taken

CONTRACT = True  # holds for every store


@pytest.mark.parametrize(
    ("given", "before", "target", "status", "needs_work"),
    [
        ({}, Status.MACHINE, TARGET[0], Status.MACHINE, False),
        ({"text": "ახალი"}, Status.MACHINE, "ახალი", Status.EDITED, False),
        ({"text": " ახალი\r\n"}, Status.MACHINE, "ახალი", Status.EDITED, False),
        ({"text": "ახალი", "status": Status.CONFIRMED}, Status.MACHINE, "ახალი", Status.CONFIRMED, False),
        ({"text": "ახალი", "status": Status.MACHINE}, Status.MACHINE, "ახალი", Status.EDITED, False),
        ({"text": TARGET[0]}, Status.CONFIRMED, TARGET[0], Status.CONFIRMED, False),
        ({"text": TARGET[0], "status": Status.MACHINE}, Status.CONFIRMED, TARGET[0], Status.MACHINE, False),
        ({"status": Status.APPROVED}, Status.CONFIRMED, TARGET[0], Status.APPROVED, False),
        ({"status": Status.MACHINE}, Status.CONFIRMED, TARGET[0], Status.MACHINE, False),
        ({"needs_work": True}, Status.CONFIRMED, TARGET[0], Status.CONFIRMED, True),
        ({"needs_work": False}, Status.CONFIRMED, TARGET[0], Status.CONFIRMED, False),
    ],
)
def test_each_thing_is_taken_over_where_it_is_given(project, given, before, target, status, needs_work):
    one = project.segments.all()[0]
    if before is not Status.MACHINE:
        one = project.segments.set_status(one.id, before, revision=one.revision)
    entry = project.returns.take(
        [Taken(segment_id=one.id, revision=one.revision, **given)], by="Giorgi", source="a.po"
    )
    after = project.segments.get(one.id)
    assert (after.target, after.status, after.needs_work) == (target, status, needs_work)
    differs = (target, status, needs_work) != (one.target, one.status, False)
    assert (after.revision > one.revision) is differs
    if differs:
        assert entry.action is Action.REPLACE
        assert (entry.arguments["by"], entry.arguments["file"], entry.arguments["count"]) == (
            "Giorgi",
            "a.po",
            1,
        )


def test_a_machine_status_does_not_hide_that_a_text_was_edited_before(project):
    one = project.segments.all()[0]
    one = project.segments.edit(one.id, "ხელით", revision=one.revision)
    project.returns.take(
        [Taken(segment_id=one.id, revision=one.revision, status=Status.MACHINE)], by="G", source="a.po"
    )
    assert project.segments.get(one.id).status is Status.EDITED


def test_a_remark_is_its_authors_and_one_undo_takes_everything_back(project):
    first, second = project.segments.all()[:2]
    project.returns.take(
        [
            Taken(segment_id=first.id, revision=0, text="ა", comment=" კარგია "),
            Taken(segment_id=second.id, revision=0, needs_work=True),
        ],
        by="Giorgi",
        source="a.po",
    )
    (remark,) = project.comments.all(first.id)
    assert (remark.author, remark.text) == ("Giorgi", "კარგია")
    project.journal.undo()
    assert project.segments.get(first.id).target == TARGET[0]
    assert not project.segments.get(second.id).needs_work
    assert project.comments.all(first.id) == []


@pytest.mark.parametrize("how", ["stale", "locked", "unknown"])
def test_where_one_cannot_be_taken_over_none_is(project, how):
    first, second = project.segments.all()[:2]
    if how == "locked":
        project.segments.set_lock(second.id, True, revision=0)
    number = 999 if how == "unknown" else second.id
    revision = {"stale": 7, "locked": None, "unknown": 0}[how]
    taken = [
        Taken(segment_id=first.id, revision=0, text="ა"),
        Taken(segment_id=number, revision=revision, text="ბ"),
    ]
    error = {"stale": StaleRevisionError, "locked": LockedError, "unknown": UsageError}[how]
    with pytest.raises(error):
        project.returns.take(taken, by="Giorgi", source="a.po")
    assert project.segments.get(first.id).target == TARGET[0]
