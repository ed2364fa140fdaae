"""History, comments, dismissals, bookmarks, locks, and what other windows do: all within reach of a key."""

import pytest

from transreview.model.segment import Lock, Status
from transreview.project.project import Project
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.listing import Listing
from transreview.tui.review.screen import ReviewScreen


async def listed(desk, *keys):
    await desk.press(*keys)
    await desk.until(lambda: isinstance(desk.screen, Listing))
    await desk.pilot.pause()
    return [entry.text for entry in desk.screen._entries]


async def test_a_state_of_the_history_is_brought_back(review, project):
    segment = project.segments.edit(1, "პირველი", revision=0)
    project.segments.edit(1, "მეორე", revision=segment.revision)
    async with review(size=(120, 36)) as desk:
        await desk.press("h", "j", "enter")
        assert desk.stored().target == "პირველი"
        assert desk.message.startswith("✓ The text of that time is back")
        await desk.press("U")
        assert desk.stored().target == "მეორე"
        await desk.press("h")
        assert "undone: " in desk.text


async def test_with_the_editor_open_the_old_text_goes_into_it(review, project):
    segment = project.segments.edit(1, "პირველი", revision=0)
    project.segments.edit(1, "მეორე", revision=segment.revision)
    async with review(size=(120, 36)) as desk:
        await desk.press("enter")
        change = desk.project.journal.history(1)[-2]
        desk.controllers.history.bring_back(change)
        assert desk.editor.text == "პირველი"
        assert desk.stored().target == "მეორე"


async def test_changes_are_listed_by_person_and_lead_to_their_place(review, project):
    project.segments.edit(3, "ახალი", revision=0)
    with Project.open(project.path, user="გია") as other:
        other.segments.set_status(2, Status.CONFIRMED, revision=0)
    async with review() as desk:
        shown = await listed(desk, "H")
        assert "გია" in shown[0]
        assert "ნინო" in shown[1]
        await desk.press("p")
        await desk.until(lambda: isinstance(desk.screen, Listing) and "გია" in desk.screen._box_title)
        await desk.press("p")
        await desk.until(lambda: isinstance(desk.screen, Listing) and "ნინო" in desk.screen._box_title)
        assert all("ნინო" in entry.text for entry in desk.screen._entries)
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert desk.current == 2


async def test_a_comment_is_answered_settled_and_deleted(review, project):
    project.comments.add(1, "რატომ?")
    async with review(size=(120, 36)) as desk:
        await desk.press("M", "m")
        await desk.type("aba")
        await desk.press("enter")
        found = desk.project.comments.all(1)
        assert [one.answers for one in found] == [None, found[0].id]
        await desk.press("M", "j", "r")
        assert not desk.project.comments.all(1)[0].is_open
        await desk.press("r")
        assert desk.project.comments.all(1)[0].is_open
        await desk.press("D")
        assert len(desk.project.comments.all(1)) == 1


async def test_comments_of_the_project_are_listed_the_open_ones_first(review, project):
    first = project.comments.add(1, "ერთი")
    project.comments.add(4, "ორი")
    project.comments.resolve(first.id)
    async with review() as desk:
        shown = await listed(desk, "~")
        assert ["ორი" in text for text in shown] == [True, False]
        keys = [project.segments.get(at).key for at in (4, 1)]
        assert [key in text for key, text in zip(keys, shown, strict=True)] == [True, True]
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.screen, Listing) and not project.comments.all(4)[0].is_open)
        await desk.press("escape")
        await listed(desk, "~")
        await desk.press("j", "enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))


async def test_a_dismissed_finding_is_listed_and_reinstated(review):
    async with review(size=(120, 36)) as desk:
        before = [one.check for one in desk.state.insight.findings(desk.view.current)]
        assert before
        await desk.press("D", "enter")
        await desk.settle()
        assert len(desk.state.insight.findings(desk.view.current)) == len(before) - 1
        shown = await listed(desk, "X")
        assert "correct here" in shown[0]
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.screen, Listing) and not desk.screen._entries)
        await desk.press("escape")
        await desk.settle()
        assert [one.check for one in desk.state.insight.findings(desk.view.current)] == before


async def test_a_bookmark_whose_segment_was_merged_away_misleads_no_other(review, project):
    project.bookmarks.set(2)
    project.bookmarks.set(5)
    async with review() as desk:
        await desk.press("J")  # the first and the second become one
        await desk.settle()
        shown = await listed(desk, "`")
        await desk.press("G", "enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert desk.view.current.key in shown[-1]
        assert desk.view.current.id == 5


async def test_a_choice_tells_of_its_digits_truly(review):
    async with review(size=(80, 24)) as desk:
        await desk.press("C")
        assert "A key of the list" in desk.text
        assert "A letter" not in desk.text


async def test_bookmarks_are_set_listed_and_taken_off(review):
    async with review() as desk:
        await desk.press("j", "j", "B", "g")
        shown = await listed(desk, "`")
        assert shown[0].startswith("0003")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert desk.current == 2
        await desk.press("B")
        assert desk.project.bookmarks.all() == []


async def test_a_locked_segment_is_not_edited_until_it_is_opened(review):
    async with review() as desk:
        await desk.press("K", "enter")
        assert desk.stored().lock is Lock.PERSON
        assert not desk.view.desk.is_open
        assert "K opens it" in desk.message
        await desk.press("c")
        assert desk.stored().status is Status.MACHINE
        await desk.press("K", "enter")
        assert desk.view.desk.is_open


async def test_what_another_window_of_the_same_person_did_is_undone_only_when_allowed(review, project):
    async with review() as desk:
        with Project.open(project.path) as other:
            other.segments.edit(2, "სხვა ფანჯარა", revision=0)
        await desk.press("U")
        await desk.until(lambda: isinstance(desk.screen, Choice))
        assert "0002" in desk.text
        await desk.press("n")
        assert desk.stored(1).target == "სხვა ფანჯარა"
        await desk.press("U")
        await desk.until(lambda: isinstance(desk.screen, Choice))
        await desk.press("y")
        await desk.until(lambda: isinstance(desk.screen, ReviewScreen))
        assert desk.stored(1).target == desk.TARGET[1]


@pytest.mark.parametrize("how", ["deleted", "replaced"])
async def test_a_project_file_that_is_gone_is_noticed_and_the_work_saved_beside_it(review, project, how):
    async with review() as desk:
        await desk.press("c")
        await desk.press("enter", "x")
        if how == "replaced":
            copy = project.path.with_suffix(".new")
            copy.write_bytes(project.path.read_bytes())
            copy.replace(project.path)
        else:
            project.path.unlink()
        await desk.press("f9")
        await desk.until(lambda: isinstance(desk.screen, Choice))
        assert "sample-saved.transreview" in desk.text
        await desk.press("s")
        await desk.until(lambda: desk.app.return_value is not None)
        assert desk.app.return_value == project.path.with_name("sample-saved.transreview")
    with Project.open(project.path.with_name("sample-saved.transreview")) as saved:
        segments = saved.segments.all()
        assert segments[0].status is Status.CONFIRMED
        assert [draft.text[0] for draft in saved.drafts.all()] == ["x"]


async def test_a_file_that_is_gone_is_noticed_before_anything_is_saved(review, project, monkeypatch):
    from transreview.tui.review import project_watch

    monkeypatch.setattr(project_watch, "SECONDS", 0.05)
    async with review() as desk:
        project.path.unlink()
        await desk.until(lambda: isinstance(desk.screen, Choice))
        await desk.press("w")
        assert "Nothing is saved until the file is back" in desk.message
