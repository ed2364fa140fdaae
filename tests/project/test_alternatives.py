from __future__ import annotations

import pytest

from tests.project.conftest import TARGET
from transreview.errors import UsageError
from transreview.model.segment import Status
from transreview.project.failures import LockedError, StaleRevisionError


def test_several_engines_propose_and_the_chosen_one_is_in_the_journal(project):
    first, second = project.segments.all()[:2]
    assert (
        project.alternatives.add("A", {first.id: "ა ერთი", second.id: "ა ორი"}, scores={first.id: 0.5}) == 2
    )
    assert project.alternatives.add("B", {first.id: "ბ ერთი"}) == 1
    assert project.alternatives.engines() == ["A", "B"]
    ours = project.alternatives.all(first.id)
    assert [(a.engine, a.text, a.score, a.chosen) for a in ours] == [
        ("A", "ა ერთი", 0.5, False), ("B", "ბ ერთი", None, False),
    ]  # fmt: skip
    chosen = project.alternatives.choose(ours[1].id, revision=0)
    assert (chosen.target, chosen.machine, chosen.status) == ("ბ ერთი", TARGET[0], Status.EDITED)
    assert project.journal.entries()[0].arguments == {"key": "0001", "done": "choose", "engine": "B"}
    assert [a.chosen for a in project.alternatives.all(first.id)] == [False, True]
    project.journal.undo()
    assert project.segments.get(first.id).target == TARGET[0]
    assert not any(a.chosen for a in project.alternatives.all())


def test_the_same_proposal_again_is_no_change_and_another_takes_its_place(project):
    first = project.segments.all()[0]
    project.alternatives.add("A", {first.id: "ა"})
    last = project.journal.last_id()
    assert project.alternatives.add("A", {first.id: "ა"}) == 0
    assert project.journal.last_id() == last
    assert project.alternatives.add("A", {first.id: "ახალი"}) == 1
    assert [a.text for a in project.alternatives.all()] == ["ახალი"]


def test_choosing_respects_revisions_and_locks(project):
    first = project.segments.all()[0]
    project.alternatives.add("A", {first.id: "ა"})
    (one,) = project.alternatives.all()
    project.segments.edit(first.id, "სხვა", revision=0)
    with pytest.raises(StaleRevisionError):
        project.alternatives.choose(one.id, revision=0)
    project.segments.set_lock(first.id, True, revision=1)
    with pytest.raises(LockedError):
        project.alternatives.choose(one.id, revision=2)
    with pytest.raises(UsageError):
        project.alternatives.choose(99, revision=2)


def test_proposals_follow_their_segment_when_it_is_merged(project):
    first, second = project.segments.all()[:2]
    project.alternatives.add("A", {first.id: "ა", second.id: "ბ"})
    project.structure.merge(first.id)
    assert [a.text for a in project.alternatives.all(first.id)] == ["ა", "ბ"]
    project.journal.undo()
    assert [a.text for a in project.alternatives.all(second.id)] == ["ბ"]
