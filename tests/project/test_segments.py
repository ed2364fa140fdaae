from __future__ import annotations

import pytest

from tests.project.conftest import TARGET
from transreview.errors import ConflictError, UsageError
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project.failures import StaleRevisionError

CONTRACT = True  # holds for every store


def test_an_edit_keeps_who_when_before_and_after(project):
    segment = project.segments.all()[2]
    edited = project.segments.edit(segment.id, "ლინზების ექსპორტი გაიზარდა 30%-ით.", revision=0)
    assert (edited.status, edited.revision, edited.machine) == (Status.EDITED, 1, TARGET[2])
    imported, change = project.journal.history(segment.id)
    assert (imported.entry.action, imported.before, imported.after) == (Action.IMPORT, None, TARGET[2])
    assert (change.entry.user, change.entry.action) == ("Nino", Action.EDIT)
    assert (change.before, change.after) == (TARGET[2], edited.target)
    assert (change.status_before, change.status_after) == ("machine", "edited")
    assert change.entry.segment_ids == (segment.id,)
    assert change.entry.at == project.journal.entries(1)[0].at


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.APPROVED])
def test_editing_what_was_confirmed_drops_it_to_edited_and_says_so(project, status):
    segment = project.segments.all()[0]
    segment = project.segments.set_status(segment.id, status, revision=segment.revision)
    assert segment.status is status
    assert project.segments.edit(segment.id, "სხვა", revision=segment.revision).status is Status.EDITED


def test_the_same_text_again_is_no_change(project):
    segment = project.segments.all()[0]
    confirmed = project.segments.set_status(segment.id, Status.CONFIRMED, revision=0)
    before = project.journal.last_id()
    assert project.segments.edit(segment.id, f"  {TARGET[0]}\n", revision=1) == confirmed
    assert project.journal.last_id() == before


def test_typing_the_machines_text_again_counts_as_edited_and_restore_goes_back_to_machine(project):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "სხვა", revision=0)
    typed = project.segments.edit(segment.id, TARGET[0], revision=1)
    assert (typed.status, typed.is_untouched) == (Status.EDITED, True)
    restored = project.segments.restore(segment.id, revision=2)
    assert (restored.status, restored.target) == (Status.MACHINE, TARGET[0])


def test_an_edited_text_cannot_be_called_the_machines(project):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "სხვა", revision=0)
    with pytest.raises(UsageError, match="0001"):
        project.segments.set_status(segment.id, Status.MACHINE, revision=1)


def test_an_edit_of_a_stale_revision_changes_nothing_and_names_who_was_first(project, other):
    segment = project.segments.all()[1]
    davit = other("Davit")
    davit.segments.edit(segment.id, "დავითის ტექსტი", revision=0)
    with pytest.raises(StaleRevisionError, match="Davit") as caught:
        project.segments.edit(segment.id, "ნინოს ტექსტი", revision=0)
    assert isinstance(caught.value, ConflictError)
    assert caught.value.user == "Davit"
    assert caught.value.at == davit.journal.entries(1)[0].at
    assert caught.value.segment == project.segments.get(segment.id)
    assert project.segments.get(segment.id).target == "დავითის ტექსტი"


def test_an_edit_of_a_segment_merged_away_names_who_merged_it(project, other):
    first, second, *_rest = project.segments.all()
    other("Davit").structure.merge(first.id)
    with pytest.raises(StaleRevisionError, match="removed by Davit"):
        project.segments.edit(second.id, "ტექსტი", revision=0)


def test_many_edits_are_one_entry_and_one_undo(project):
    ids = list(project.segments.ids())
    entry = project.segments.replace_many(
        [(ids[1], "ა", 0), (ids[3], "ბ", 0), (ids[4], TARGET[4], 0)],
        {"done": "words", "old": "x", "new": "y"},
    )
    assert entry is not None
    assert (entry.action, entry.segment_ids) == (Action.REPLACE, (ids[1], ids[3]))
    assert entry.arguments == {"count": 2, "done": "words", "old": "x", "new": "y"}
    assert [s.target for s in project.segments.all()][1:4:2] == ["ა", "ბ"]
    project.journal.undo()
    assert [s.target for s in project.segments.all()] == list(TARGET)


def test_many_edits_fail_together_when_one_is_stale(project):
    ids = list(project.segments.ids())
    project.segments.edit(ids[3], "პირველი", revision=0)
    with pytest.raises(StaleRevisionError):
        project.segments.replace_many([(ids[1], "ა", 0), (ids[3], "ბ", 0)])
    assert project.segments.get(ids[1]).target == TARGET[1]


def test_many_statuses_are_one_undo(project):
    ids = list(project.segments.ids())
    entry = project.segments.set_status_many([(i, 0) for i in ids], Status.CONFIRMED)
    assert entry is not None
    assert len(entry.segment_ids) == 5
    assert project.progress().by_status[Status.CONFIRMED] == 5
    project.journal.undo()
    assert project.progress().by_status[Status.MACHINE] == 5


def test_the_flag_is_independent_of_the_status(project):
    segment = project.segments.all()[0]
    flagged = project.segments.set_needs_work(segment.id, True, revision=0)
    assert (flagged.needs_work, flagged.status) == (True, Status.MACHINE)
    confirmed = project.segments.set_status(segment.id, Status.CONFIRMED, revision=1)
    assert confirmed.needs_work
    assert not project.segments.set_needs_work(segment.id, False, revision=2).needs_work


def test_line_ends_are_one_kind_and_outer_blanks_go(project):
    segment = project.segments.all()[0]
    assert project.segments.edit(segment.id, " ერთი\r\nორი\rსამი \n", revision=0).target == "ერთი\nორი\nსამი"


def test_markup_and_escapes_are_stored_as_they_are(project):
    segment = project.segments.all()[0]
    text = "[bold]x[/bold] \x1b[31m \u202e <b>&amp;</b>"
    assert project.segments.edit(segment.id, text, revision=0).target == text


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
@pytest.mark.parametrize(
    "keep",
    [
        lambda project, one, text: project.segments.edit(one.id, text, revision=one.revision),
        lambda project, one, text: project.segments.start_from(
            one.id, "A", text, name="start", revision=one.revision
        ),
        lambda project, one, text: project.segments.replace_many([(one.id, text, one.revision)]),
        lambda project, one, text: project.comments.add(one.id, text),
        lambda project, one, text: project.dismissals.add("f1", "num.mismatch", one.id, text),
        lambda project, one, text: project.bookmarks.set(one.id, text),
        lambda project, one, text: project.drafts.save(one.id, text),
    ],
    ids=["edit", "start from", "replace", "comment", "dismissal", "bookmark", "draft"],
)
def test_a_text_that_no_file_can_carry_is_refused_wherever_it_is_kept(project, keep, text):
    """In a change and past it."""
    one, before = project.segments.all()[0], project.journal.last_id()
    with pytest.raises(UsageError, match="cannot be stored"):
        keep(project, one, text)
    assert project.segments.get(one.id) == one
    assert project.journal.last_id() == before
    assert project.drafts.all() == []
