from __future__ import annotations

from time import monotonic, sleep

import pytest

from tests.project.conftest import TARGET, texts_of
from transreview.errors import ConflictError
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project import Project

CONTRACT = True  # holds for every store


def test_undo_and_redo_work_across_restarts(project, path):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "პირველი", revision=0)
    project.segments.edit(segment.id, "მეორე", revision=1)
    project.close()
    with Project.open(path, user="Nino") as again:
        assert again.journal.undo().arguments == {"action": "edit", "key": "0001"}
        assert again.segments.get(segment.id).target == "პირველი"
    with Project.open(path, user="Nino") as again:
        assert again.journal.undo() is not None
        assert again.segments.get(segment.id).target == TARGET[0]
        assert again.journal.undo() is None
        assert again.journal.redo().action is Action.REDO
    with Project.open(path, user="Nino") as again:
        again.journal.redo()
        assert again.segments.get(segment.id).target == "მეორე"
        assert again.journal.redo() is None


def test_undo_is_a_new_entry_and_history_stays(project):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "პირველი", revision=0)
    edit = project.journal.entries(1)[0]
    undone = project.journal.undo()
    assert (undone.action, undone.undoes, undone.id) == (Action.UNDO, edit.id, edit.id + 1)
    assert project.journal.entries()[1] == edit
    redone = project.journal.redo()
    assert (redone.action, redone.undoes) == (Action.REDO, edit.id)
    assert project.journal.undo().undoes == edit.id
    assert [change.after for change in project.journal.history(segment.id)] == [
        TARGET[0], "პირველი", TARGET[0], "პირველი", TARGET[0],
    ]  # fmt: skip


def test_a_new_change_clears_what_could_be_redone(project):
    first, second, *_rest = project.segments.all()
    project.segments.edit(first.id, "პირველი", revision=0)
    project.journal.undo()
    assert project.journal.next_redo() is not None
    project.segments.edit(second.id, "მეორე", revision=0)
    assert project.journal.next_redo() is None
    assert project.journal.redo() is None


def test_the_importing_of_an_article_is_no_step_to_undo(project):
    assert project.journal.next_undo() is None
    assert project.journal.undo() is None
    assert len(project.segments.all()) == 5


def test_each_user_undoes_their_own_changes(project, other):
    first, second, *_rest = project.segments.all()
    davit = other("Davit")
    project.segments.edit(first.id, "ნინოს", revision=0)
    davit.segments.edit(second.id, "დავითის", revision=0)
    project.journal.undo()
    assert [s.target for s in project.segments.all()][:2] == [TARGET[0], "დავითის"]
    davit.journal.undo()
    assert [s.target for s in project.segments.all()][:2] == [TARGET[0], TARGET[1]]


def test_undo_never_takes_back_somebody_elses_later_text(project, other):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "ნინოს", revision=0)
    other("Davit").segments.edit(segment.id, "დავითის", revision=1)
    before = project.journal.last_id()
    with pytest.raises(ConflictError, match="Davit"):
        project.journal.undo()
    assert project.segments.get(segment.id).target == "დავითის"
    assert project.journal.last_id() == before


def test_undo_never_changes_a_text_that_somebody_else_has_confirmed_since(project, other):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "ერთი", revision=0)
    project.segments.edit(segment.id, "ორი", revision=1)  # edited before and after: only the text differs
    davit = other("Davit")
    davit.segments.set_status(segment.id, Status.CONFIRMED, revision=2)
    with pytest.raises(ConflictError):
        project.journal.undo()
    assert project.segments.get(segment.id).status is Status.CONFIRMED


def test_undo_of_a_split_does_not_drop_what_somebody_said_of_the_new_half(project, other):
    segment = project.segments.all()[1]
    _first, second = project.structure.split(segment.id, 10, 28)
    other("Davit").comments.add(second.id, "აქ შეცდომაა")
    with pytest.raises(ConflictError, match="others"):
        project.journal.undo()
    assert len(project.segments.all()) == 6
    assert [c.text for c in project.comments.all()] == ["აქ შეცდომაა"]


def test_undo_works_after_others_undid_their_change(project, other):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "ნინოს", revision=0)
    davit = other("Davit")
    davit.segments.edit(segment.id, "დავითის", revision=1)
    davit.journal.undo()
    project.journal.undo()
    assert project.segments.get(segment.id).target == TARGET[0]


@pytest.mark.parametrize(
    "act",
    [
        lambda p, s: p.segments.edit(s.id, "ახალი", revision=0),
        lambda p, s: p.segments.set_status(s.id, Status.APPROVED, revision=0),
        lambda p, s: p.segments.set_needs_work(s.id, True, revision=0),
        lambda p, s: p.segments.set_fixed(s.id, True, revision=0),
        lambda p, s: p.segments.replace_many([(s.id, "ა", 0), (s.id + 1, "ბ", 0)]),
        lambda p, s: p.segments.set_lock(s.id, True, revision=0),
        lambda p, s: p.structure.merge(s.id),
        lambda p, s: p.structure.split(s.id, 10, 28),
        lambda p, s: p.structure.split(s.id, 10, None),
        lambda p, s: p.structure.shift(s.id, Side.TARGET, "next"),
        lambda p, s: p.structure.shift(s.id, Side.SOURCE, "previous"),
        lambda p, s: p.comments.add(s.id, "შენიშვნა"),
        lambda p, s: p.annotations.add(s.id, Side.TARGET, 0, 4, type="accuracy", severity="major"),
        lambda p, s: p.dismissals.add("f" * 24, "num.mismatch", s.id, "სწორია"),
        lambda p, _s: p.settings.set("names", "press"),
    ],
)
def test_every_action_can_be_undone_and_redone(project, act):
    def state():
        return (
            texts_of(project),
            [(c.segment_id, c.text) for c in project.comments.all()],
            [(a.segment_id, a.start, a.end) for a in project.annotations.all()],
            list(project.dismissals.all()),
            [s.lock for s in project.segments.all()],
            project.settings.get("names"),
            [(s.fixed, s.comments, s.bead, s.position, s.machine) for s in project.segments.all()],
        )

    before = state()
    act(project, project.segments.all()[1])
    after = state()
    assert after != before
    project.journal.undo()
    assert state() == before
    project.journal.redo()
    assert state() == after
    project.journal.undo()
    assert state() == before
    project.verify()


def test_who_undid_what_is_told_from_the_journal_newest_first(project):
    project.segments.edit(project.segments.all()[0].id, "ახალი", revision=0)
    project.journal.undo()
    actions = [entry.action for entry in project.journal.entries(limit=None)]
    assert actions == [Action.UNDO, Action.EDIT, Action.IMPORT]
    assert len(project.journal.entries(limit=1)) == 1


def test_a_screen_learns_which_segments_others_have_touched(project, other):
    seen, version = project.journal.last_id(), project.data_version()
    segment = project.segments.all()[3]
    other("Davit").segments.edit(segment.id, "ახალი", revision=0)
    end = monotonic() + 10  # a server tells of it within a moment
    while project.data_version() == version and monotonic() < end:
        sleep(0.01)
    assert project.data_version() != version
    assert project.journal.changed_since(seen) == {segment.id}


def test_the_history_of_a_segment_that_was_merged_away_ends_with_that(project):
    first, second, *_rest = project.segments.all()
    project.segments.edit(second.id, "ახალი", revision=0)
    project.structure.merge(first.id)
    changes = project.journal.history(second.id)
    assert [c.entry.action for c in changes] == [Action.IMPORT, Action.EDIT, Action.MERGE]
    assert [c.after for c in changes] == [TARGET[1], "ახალი", None]
    assert project.journal.history(first.id)[-1].after == f"{TARGET[0]}\n\nახალი"
