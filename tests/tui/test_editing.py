"""A translator edits, confirms, undoes and comes back: what is said to be saved is in the file."""

from contextlib import nullcontext

import pytest
from textual.widgets import TextArea

from transreview.model.segment import Status
from transreview.project.project import Project


async def test_an_edit_is_in_the_file_when_the_screen_says_saved(review):
    async with review() as desk:
        await desk.press("enter")
        await desk.type("ახ ")
        await desk.press("escape")
        assert desk.message == "✓ Saved."
        assert desk.stored().target == ("ახ " + desk.TARGET[0])
        assert desk.stored().status is Status.EDITED
        assert "ახ " in desk.text


async def test_leaving_without_a_change_writes_nothing(review):
    async with review() as desk:
        await desk.press("enter", "escape")
        assert desk.stored().revision == 0
        assert desk.project.journal.entries(1)[0].action == "import"


async def test_undo_and_redo_name_what_they_do_and_go_there(review):
    async with review() as desk:
        await desk.press("j", "enter", "x", "escape", "G")
        await desk.press("U")
        assert desk.message.startswith("✓ Undid: edit of 0002.")
        assert desk.stored(1).target == desk.TARGET[1]
        assert desk.current == 1
        await desk.press("ctrl+y")
        assert desk.message.startswith("✓ Repeated: edit of 0002")
        assert desk.stored(1).target == "x" + desk.TARGET[1]
        await desk.press("U", "U")
        assert desk.message == "There is nothing to undo."


async def test_confirming_in_the_editor_saves_and_opens_the_next_unfinished(review):
    async with review() as desk:
        await desk.press("enter", "x", "f9")
        assert desk.stored().target == "x" + desk.TARGET[0]
        assert desk.stored().status is Status.CONFIRMED
        assert desk.view.desk.segment.position == 1
        assert isinstance(desk.app.focused, TextArea)
        assert desk.message == "✓ Confirmed 0001."


async def test_confirming_the_last_unfinished_says_so(review):
    async with review() as desk:
        for _ in desk.TARGET:
            await desk.press("c")
        assert desk.message.startswith("! Confirmed 0006, but an error stands: ")
        assert {segment.status for segment in desk.project.segments.all()} == {Status.CONFIRMED}
        await desk.press("u")
        assert desk.message == "Nothing unfinished is left here."


async def test_editing_a_confirmed_text_says_that_it_is_not_confirmed_any_more(review):
    async with review() as desk:
        await desk.press("c", "g", "enter", "x", "escape")
        assert desk.message == "✓ Saved. It was confirmed and is edited now."
        assert desk.stored().status is Status.EDITED


async def test_approve_flag_and_reopen(review):
    async with review() as desk:
        await desk.press("a", "g", "f")
        assert (desk.stored().status, desk.stored().needs_work) == (Status.APPROVED, True)
        await desk.press("r", "f")
        assert (desk.stored().status, desk.stored().needs_work) == (Status.MACHINE, False)


async def test_next_in_the_editor_saves_and_goes_along(review):
    async with review() as desk:
        await desk.press("enter", "x", "alt+down", "y", "alt+up")
        assert desk.stored(0).target == "x" + desk.TARGET[0]
        assert desk.stored(1).target == "y" + desk.TARGET[1]
        assert desk.view.desk.segment.position == 0


async def test_the_machine_translation_can_be_restored_in_list_and_editor(review):
    async with review() as desk:
        await desk.press("enter", "x", "alt+o")
        assert desk.editor.content == desk.TARGET[0]
        await desk.press("ctrl+z")
        assert desk.editor.content == "x" + desk.TARGET[0]
        await desk.press("escape", "o")
        assert (desk.stored().target, desk.stored().status) == (desk.TARGET[0], Status.MACHINE)


async def test_the_source_can_be_copied(review):
    async with review() as desk:
        await desk.press("b", "escape")
        assert desk.stored().target == desk.stored().source


async def test_dropping_changes_asks_once(review):
    async with review() as desk:
        await desk.press("enter", "x", "alt+q")
        assert "Drop your changes" in desk.text
        await desk.press("y")
        assert desk.stored().target == desk.TARGET[0]
        assert not desk.view.desk.is_open


async def test_a_draft_survives_a_crash_and_is_offered_again(review):
    async with review() as desk:
        await desk.press("enter", "x")
        desk.controllers.bench.keep_draft()
        assert desk.project.drafts.get(1).text == "x" + desk.TARGET[0]
    # The screen went without leaving the editor: nothing was saved, the draft is there.
    assert desk.stored().target == desk.TARGET[0]
    async with review() as desk:
        await desk.press("enter")
        assert desk.editor.content == "x" + desk.TARGET[0]
        assert "Your unsaved text" in desk.message
        await desk.press("escape")
    assert desk.stored().target == "x" + desk.TARGET[0]
    assert desk.project.drafts.get(1) is None


async def test_quitting_from_the_editor_keeps_the_text_as_a_draft(review):
    async with review() as desk:
        await desk.press("j", "enter", "x", "ctrl+q")
    assert desk.project.drafts.get(2).text == "x" + desk.TARGET[1]


async def test_it_opens_where_it_was_left(review):
    async with review() as desk:
        await desk.press("j", "j", "j", "q")
    async with review() as desk:
        assert desk.current == 3


async def test_a_write_that_fails_keeps_the_text_in_the_editor(review, monkeypatch):
    from transreview.project.failures import SaveError

    def full(*_args, **_more):
        raise SaveError("the disk is full, the change was not saved", remedy="Free some space and save again")

    async with review() as desk:
        await desk.press("enter", "x")
        with monkeypatch.context() as patch:
            patch.setattr(desk.project.segments, "edit", full)
            await desk.press("escape")
            assert desk.message.startswith("✗ the disk is full, the change was not saved.")
            assert desk.editor.content == "x" + desk.TARGET[0]
            assert desk.view.desk.is_open
        await desk.press("escape")
        assert desk.stored().target == "x" + desk.TARGET[0]


@pytest.mark.parametrize(
    ("answer", "stands"),
    [("m", "mine"), ("t", "theirs"), ("e", "theirs")],
    ids=["keep mine", "take theirs", "go on editing"],
)
async def test_two_people_on_one_segment_are_asked(review, answer, stands):
    async with review(size=(100, 40)) as desk:
        await desk.press("enter", "x")
        with Project.open(desk.project.path, user="გიორგი") as second:
            second.segments.edit(1, "სხვისი ტექსტი", revision=0)
        await desk.press("escape")
        shown = desk.text
        assert "გიორგი" in shown
        assert "სხვისი ტექსტი" in shown
        await desk.press(answer)
        expected = {"mine": "x" + desk.TARGET[0], "theirs": "სხვისი ტექსტი"}
        assert desk.stored().target == expected[stands]
        if answer == "e":
            assert desk.editor.content == "x" + desk.TARGET[0]
        else:
            assert not desk.view.desk.is_open


async def test_what_another_program_writes_appears(review):
    async with review() as desk:
        with Project.open(desk.project.path, user="გიორგი") as second:
            second.segments.edit(2, "სხვისი ტექსტი", revision=0)
        desk.controllers.project_watch.look_for_others()
        await desk.settle()
        assert "სხვისი ტექსტი" in desk.text
        assert "Somebody else changed the project" in desk.message


async def test_a_project_that_can_only_be_read_says_so_and_stays_as_it_is(review, path):
    with Project.open(path, read_only=True) as opened:
        async with review(opened) as desk:
            assert "[read-only]" in desk.text
            for key in ("enter", "c", "f", "U", "J", "o", "m", "R"):
                await desk.press(key)
                assert "reading only" in desk.message
            await desk.press("q")
        assert [segment.revision for segment in opened.segments.all()] == [0] * 6


async def test_an_external_editor_gets_the_text_and_gives_it_back(review, monkeypatch, tmp_path):
    program = tmp_path / "editor"
    program.write_text("#!/bin/sh\nprintf 'ახალი ტექსტი\\n' > \"$1\"\n")
    program.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(program))
    async with review() as desk:
        monkeypatch.setattr(desk.app, "suspend", nullcontext)
        await desk.press("f4")
        assert desk.editor.content == "ახალი ტექსტი"
        await desk.press("escape")
        assert desk.stored().target == "ახალი ტექსტი"
        monkeypatch.setenv("EDITOR", str(tmp_path / "missing"))
        await desk.press("f4")
        assert "cannot be started" in desk.message
        assert desk.editor.content == "ახალი ტექსტი"
