"""The journal: who did what, in which window, as data that is worded elsewhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.project.conftest import TARGET, fill
from transreview.errors import UsageError
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.failures import OtherWindowError
from transreview.workflow.journal_sentences import sentence

CONTRACT = True  # holds for every store


def test_the_list_of_changes_is_asked_for_by_person_and_time(project, other):
    first, second = project.segments.all()[:2]
    project.segments.edit(first.id, "ნინოს", revision=0)
    davit = other("Davit")
    davit.segments.edit(second.id, "დავითის", revision=0)
    entries = project.journal.entries()
    assert [e.user for e in entries] == ["Davit", "Nino", "Nino"]
    assert project.journal.users() == ["Davit", "Nino"]
    assert [e.action for e in project.journal.entries(user="Nino")] == [Action.EDIT, Action.IMPORT]
    edit = project.journal.entries(user="Nino")[0]
    assert project.journal.entries(since=edit.at, user="Nino") == [edit]
    assert edit not in project.journal.entries(until=edit.at)
    assert edit not in project.journal.entries(since=edit.at + timedelta(microseconds=1))
    assert [e.id for e in project.journal.entries(1, before=entries[0].id)] == [entries[1].id]


def test_an_entry_tells_what_it_did_to_each_segment(project):
    ids = project.segments.ids()
    entry = project.segments.replace_many([(ids[0], "ა", 0), (ids[2], "გ", 0)])
    changes = project.journal.changes(entry.id)
    assert [(i, c.before, c.after) for i, c in changes] == [
        (ids[0], TARGET[0], "ა"),
        (ids[2], TARGET[2], "გ"),
    ]


def test_any_state_of_a_segment_can_be_brought_back(project):
    segment = project.segments.all()[0]
    for number, text in enumerate(("ერთი", "ორი", "სამი")):
        project.segments.edit(segment.id, text, revision=number)
    history = project.journal.history(segment.id)
    brought = project.segments.bring_back(segment.id, history[1], revision=3)
    assert (brought.target, brought.status) == ("ერთი", Status.EDITED)
    assert project.journal.entries()[0].action is Action.RESTORE
    project.journal.undo()
    assert project.segments.get(segment.id).target == "სამი"
    project.structure.merge(segment.id)
    project.journal.undo()
    gone = project.journal.history(project.segments.ids()[1])
    with pytest.raises(UsageError, match="no text then"):
        project.segments.bring_back(
            segment.id,
            next(c for c in gone if c.after is None),
            revision=project.segments.get(segment.id).revision,
        )


def test_what_another_window_of_the_same_user_did_is_named_and_taken_back_only_when_allowed(project, path):
    segment = project.segments.all()[0]
    with Project.open(path, user="Nino", clock=project._store.clock) as window:
        window.segments.edit(segment.id, "მეორე ფანჯრიდან", revision=0)
        with pytest.raises(OtherWindowError) as caught:
            project.journal.undo()
        assert caught.value.entry.action is Action.EDIT
        assert caught.value.entry.session == window.sessions.id
        assert sentence(caught.value.entry) == "edit of 0001"
        assert project.segments.get(segment.id).target == "მეორე ფანჯრიდან"
        assert project.journal.undo(of_other_windows=True) is not None
        assert project.segments.get(segment.id).target == TARGET[0]
        with pytest.raises(OtherWindowError):
            window.journal.redo()


def test_what_an_earlier_session_did_is_ones_own(project, path):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "გუშინ", revision=0)
    with Project.open(path, user="Nino") as window:
        assert window.journal.undo() is not None


def test_sentences_of_the_journal_are_worded_from_its_arguments(project):
    first = project.segments.all()[0]
    project.segments.edit(first.id, "ა", revision=0)
    project.segments.set_status(first.id, Status.CONFIRMED, revision=1)
    project.segments.set_needs_work(first.id, True, revision=2)
    comment = project.comments.add(first.id, "?")
    project.comments.resolve(comment.id)
    project.segments.set_lock(first.id, True, revision=3)
    project.journal.undo()
    said = [sentence(entry) for entry in reversed(project.journal.entries())]
    assert said == [
        "glasses imported",
        "edit of 0001",
        "0001 confirmed",
        "0001 marked as needing work",
        "comment on 0001",
        "comment on 0001 settled",
        "0001 locked",
        "0001 locked",  # undone: the same words, for "Undid: …"
    ]
    assert all(entry.summary == "" for entry in project.journal.entries())


def test_every_action_has_words():
    from transreview.workflow import journal_sentences

    assert set(journal_sentences._WORDS) | {Action.UNDO, Action.REDO} == set(Action)


@pytest.mark.parametrize(
    ("settled", "seen", "changed"),
    [
        (0, 3, {4, 5}),  # no server was lost: what came after
        (0, 5, set()),
        (0, 9, set()),
        (2, 3, {4, 5}),  # seen after it was found again
        (2, 5, set()),
        (
            3,
            3,
            {2, 3, 4, 5},
        ),  # seen before: numbers may have been given twice, so all of late is read again
        (3, 1, {2, 3, 4, 5}),
        (2, 9, {2, 3, 4, 5}),  # more was seen than there is
    ],
)
def test_what_changed_since_is_read_again_where_a_lost_server_may_have_forgotten(
    project, settled, seen, changed
):
    for number in range(2, 6):
        project.segments.edit(number, f"ახალი {number}", revision=0)
    assert project.journal.last_id() == 5
    project._store.settled = settled
    assert project.journal.changed_since(seen) == changed


def test_what_others_have_changed_is_told_apart_from_what_was_done_here(path):
    with Project.create(path) as mine:
        fill(mine)
        seen = mine.journal.last_id()
        mine.segments.edit(1, "ჩემი", revision=0)
        with Project.open(path, user="davit") as theirs:
            theirs.segments.edit(2, "დავითის", revision=0)
        assert mine.journal.changed_since(seen) == {1, 2}
        assert mine.journal.changed_since(seen, by_others=True) == {2}
