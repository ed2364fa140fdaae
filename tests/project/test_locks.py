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
