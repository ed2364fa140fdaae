from __future__ import annotations

import sqlite3

import pytest

from tests.project.conftest import SOURCE, TARGET, texts_of
from transreview.errors import ConflictError
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project import Project


def test_undo_and_redo_work_across_restarts(project, path):
    segment = project.segments()[0]
    project.edit(segment.id, "პირველი", revision=0)
    project.edit(segment.id, "მეორე", revision=1)
    project.close()
    with Project.open(path, user="Nino") as again:
        assert again.undo().summary == "edit of 0001"
        assert again.segment(segment.id).target == "პირველი"
    with Project.open(path, user="Nino") as again:
        assert again.undo() is not None
        assert again.segment(segment.id).target == TARGET[0]
        assert again.undo() is None
        assert again.redo().action is Action.REDO
    with Project.open(path, user="Nino") as again:
        again.redo()
        assert again.segment(segment.id).target == "მეორე"
        assert again.redo() is None


def test_undo_is_a_new_entry_and_history_stays(project):
    segment = project.segments()[0]
    project.edit(segment.id, "პირველი", revision=0)
    edit = project.journal(1)[0]
    undone = project.undo()
    assert (undone.action, undone.undoes, undone.id) == (Action.UNDO, edit.id, edit.id + 1)
    assert project.journal()[1] == edit
    redone = project.redo()
    assert (redone.action, redone.undoes) == (Action.REDO, edit.id)
    assert project.undo().undoes == edit.id
    assert [change.after for change in project.history(segment.id)] == [
        TARGET[0], "პირველი", TARGET[0], "პირველი", TARGET[0],
    ]  # fmt: skip


def test_a_new_change_clears_what_could_be_redone(project):
    first, second, *_rest = project.segments()
    project.edit(first.id, "პირველი", revision=0)
    project.undo()
    assert project.next_redo() is not None
    project.edit(second.id, "მეორე", revision=0)
    assert project.next_redo() is None
    assert project.redo() is None


def test_the_importing_of_an_article_is_no_step_to_undo(project):
    assert project.next_undo() is None
    assert project.undo() is None
    assert len(project.segments()) == 5


def test_each_user_undoes_their_own_changes(project, other):
    first, second, *_rest = project.segments()
    davit = other("Davit")
    project.edit(first.id, "ნინოს", revision=0)
    davit.edit(second.id, "დავითის", revision=0)
    project.undo()
    assert [s.target for s in project.segments()][:2] == [TARGET[0], "დავითის"]
    davit.undo()
    assert [s.target for s in project.segments()][:2] == [TARGET[0], TARGET[1]]


def test_undo_never_takes_back_somebody_elses_later_text(project, other):
    segment = project.segments()[0]
    project.edit(segment.id, "ნინოს", revision=0)
    other("Davit").edit(segment.id, "დავითის", revision=1)
    before = project.last_entry_id()
    with pytest.raises(ConflictError, match="Davit"):
        project.undo()
    assert project.segment(segment.id).target == "დავითის"
    assert project.last_entry_id() == before


def test_undo_never_changes_a_text_that_somebody_else_has_confirmed_since(project, other):
    segment = project.segments()[0]
    project.edit(segment.id, "ერთი", revision=0)
    project.edit(segment.id, "ორი", revision=1)  # edited before and after: only the text differs
    davit = other("Davit")
    davit.set_status(segment.id, Status.CONFIRMED, revision=2)
    with pytest.raises(ConflictError):
        project.undo()
    assert project.segment(segment.id).status is Status.CONFIRMED


def test_undo_of_a_split_does_not_drop_what_somebody_said_of_the_new_half(project, other):
    segment = project.segments()[1]
    _first, second = project.split(segment.id, 10, 28)
    other("Davit").comment(second.id, "აქ შეცდომაა")
    with pytest.raises(ConflictError, match="others"):
        project.undo()
    assert len(project.segments()) == 6
    assert [c.text for c in project.comments()] == ["აქ შეცდომაა"]


def test_undo_works_after_others_undid_their_change(project, other):
    segment = project.segments()[0]
    project.edit(segment.id, "ნინოს", revision=0)
    davit = other("Davit")
    davit.edit(segment.id, "დავითის", revision=1)
    davit.undo()
    project.undo()
    assert project.segment(segment.id).target == TARGET[0]


@pytest.mark.parametrize(
    "act",
    [
        lambda p, s: p.edit(s.id, "ახალი", revision=0),
        lambda p, s: p.set_status(s.id, Status.APPROVED, revision=0),
        lambda p, s: p.set_needs_work(s.id, True, revision=0),
        lambda p, s: p.set_fixed(s.id, True, revision=0),
        lambda p, s: p.replace_many([(s.id, "ა", 0), (s.id + 1, "ბ", 0)], "x"),
        lambda p, s: p.merge(s.id),
        lambda p, s: p.split(s.id, 10, 28),
        lambda p, s: p.split(s.id, 10, None),
        lambda p, s: p.shift(s.id, Side.TARGET, "next"),
        lambda p, s: p.shift(s.id, Side.SOURCE, "previous"),
        lambda p, s: p.comment(s.id, "შენიშვნა"),
        lambda p, s: p.annotate(s.id, Side.TARGET, 0, 4, type="accuracy", severity="major"),
        lambda p, s: p.dismiss("f" * 24, "num.mismatch", s.id, "სწორია"),
        lambda p, _s: p.set_setting("names", "press"),
    ],
)
def test_every_action_can_be_undone_and_redone(project, act):
    def state():
        return (
            texts_of(project),
            [(c.segment_id, c.text) for c in project.comments()],
            [(a.segment_id, a.start, a.end) for a in project.annotations()],
            list(project.dismissals()),
            project.settings(),
            [(s.fixed, s.comments, s.bead, s.position, s.machine) for s in project.segments()],
        )

    before = state()
    act(project, project.segments()[1])
    after = state()
    assert after != before
    project.undo()
    assert state() == before
    project.redo()
    assert state() == after
    project.undo()
    assert state() == before
    project.verify()


def test_the_file_itself_refuses_to_rewrite_history(project, path):
    project.edit(project.segments()[0].id, "ახალი", revision=0)
    with sqlite3.connect(path) as connection:
        for statement in (
            "UPDATE journal SET user = 'x'",
            "DELETE FROM journal",
            "UPDATE change SET before = '{}'",
            "DELETE FROM change",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)
    connection.close()


def test_the_file_itself_refuses_another_machine_translation(project, path):
    with sqlite3.connect(path) as connection:
        for statement in ("UPDATE segment SET machine = 'x', untouched = 0", "UPDATE unit SET text = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="never changes"):
                connection.execute(statement)
    connection.close()
    assert [s.source for s in project.segments()] == list(SOURCE)


def test_who_undid_what_is_told_from_the_journal_newest_first(project):
    project.edit(project.segments()[0].id, "ახალი", revision=0)
    project.undo()
    actions = [entry.action for entry in project.journal(limit=None)]
    assert actions == [Action.UNDO, Action.EDIT, Action.IMPORT]
    assert len(project.journal(limit=1)) == 1


def test_a_screen_learns_which_segments_others_have_touched(project, other):
    seen, version = project.last_entry_id(), project.data_version()
    segment = project.segments()[3]
    other("Davit").edit(segment.id, "ახალი", revision=0)
    assert project.data_version() != version
    assert project.changed_since(seen) == {segment.id}


def test_the_history_of_a_segment_that_was_merged_away_ends_with_that(project):
    first, second, *_rest = project.segments()
    project.edit(second.id, "ახალი", revision=0)
    project.merge(first.id)
    changes = project.history(second.id)
    assert [c.entry.action for c in changes] == [Action.IMPORT, Action.EDIT, Action.MERGE]
    assert [c.after for c in changes] == [TARGET[1], "ახალი", None]
    assert project.history(first.id)[-1].after == f"{TARGET[0]}\n\nახალი"
