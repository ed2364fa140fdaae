"""Locked segments: nothing changes them until somebody opens them."""

from __future__ import annotations

import pytest

from tests.project.conftest import TARGET
from transreview.model.finding import Side
from transreview.model.segment import Lock, Status
from transreview.project.failures import LockedError

CONTRACT = True  # holds for every store


@pytest.mark.parametrize(
    "act",
    [
        lambda p, s: p.segments.edit(s.id, "ახალი", revision=1),
        lambda p, s: p.segments.restore(s.id, revision=1),
        lambda p, s: p.segments.set_status(s.id, Status.APPROVED, revision=1),
        lambda p, s: p.segments.replace_many([(s.id + 1, "ბ", 0), (s.id, "ა", 1)]),
        lambda p, s: p.structure.merge(s.id),
        lambda p, s: p.structure.merge(s.id - 1),
        lambda p, s: p.structure.split(s.id, 10, 28),
        lambda p, s: p.structure.shift(s.id, Side.TARGET, "next"),
        lambda p, s: p.structure.shift(s.id + 1, Side.TARGET, "previous"),
    ],
)
def test_a_locked_segment_refuses_every_change_of_its_text_and_status(project, act):
    segment = project.segments.all()[1]
    locked = project.segments.set_lock(segment.id, True, revision=0)
    assert locked.lock is Lock.PERSON
    with pytest.raises(LockedError, match="0002 is locked"):
        act(project, segment)
    assert [s.target for s in project.segments.all()] == list(TARGET)
    assert project.segments.set_lock(segment.id, False, revision=1).lock is Lock.NONE


def test_a_locked_segment_can_still_be_commented_and_found(project):
    segment = project.segments.all()[1]
    project.segments.set_lock(segment.id, True, revision=0)
    project.comments.add(segment.id, "რატომ?")
    assert list(project.segments.select(locked=True)) == [segment.id]
    assert segment.id not in project.segments.select(locked=False)


def test_realigning_leaves_a_locked_segment_whole(project):
    segments = project.segments.all()
    project.segments.set_lock(segments[1].id, True, revision=0)
    beads = project.articles.beads(1)
    assert beads[1].fixed


def test_undo_and_redo_change_no_segment_that_somebody_has_locked_since(project, other):
    davit = other("Davit")
    project.segments.edit(1, "ახალი", revision=0)
    davit.segments.set_lock(1, True, revision=1)
    with pytest.raises(LockedError, match="0001 is locked"):
        project.journal.undo()
    assert project.segments.get(1).target == "ახალი"
    davit.segments.set_lock(1, False, revision=2)
    project.journal.undo()
    assert project.segments.get(1).target == TARGET[0]
    davit.segments.set_lock(1, True, revision=project.segments.get(1).revision)
    with pytest.raises(LockedError):
        project.journal.redo()
    assert project.segments.get(1).target == TARGET[0]


def test_undo_of_a_merge_spares_what_was_locked_since_and_ones_own_lock_is_undone_first(project, other):
    project.structure.merge(2)
    davit = other("Davit")
    davit.segments.set_lock(2, True, revision=project.segments.get(2).revision)
    with pytest.raises(LockedError):
        project.journal.undo()
    davit.journal.undo()
    project.segments.set_lock(2, True, revision=project.segments.get(2).revision)
    project.journal.undo()
    assert project.segments.get(2).lock is Lock.NONE
    project.journal.undo()
    assert [segment.target for segment in project.segments.all()] == list(TARGET)
