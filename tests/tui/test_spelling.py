"""Going through the words that no list knows, on the screen."""

import pytest

from transreview.project.project import Project
from transreview.tui.dialogs.choice import Choice
from transreview.tui.marks import MarkKind

WRONG = "მთაავარი კონფრენცია გაიმართა"


@pytest.fixture
def misspelt(project):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, WRONG, revision=segment.revision)
    return project


def unknown_in(desk):
    text = desk.editor.content
    return [text[mark.start : mark.end] for mark in desk.editor._marks if mark.kind is MarkKind.UNKNOWN]


async def test_a_number_takes_a_suggestion_and_ctrl_z_takes_it_back(review, misspelt):
    async with review() as desk:
        await desk.press("enter", "alt+g")
        assert "“მთაავარი” is in no word list" in desk.text
        await desk.press("1")
        assert isinstance(desk.screen, Choice)  # the next word
        assert "“კონფრენცია” is in no word list" in desk.text
        await desk.press("1")
        assert desk.editor.text == "მთავარი კონფერენცია გაიმართა"
        assert desk.message == "კონფრენცია → კონფერენცია; Ctrl+Z takes it back."
        await desk.press("ctrl+z")
        assert desk.editor.text == "მთავარი კონფრენცია გაიმართა"
        assert desk.stored().target == WRONG  # nothing is saved by itself


async def test_a_word_is_added_to_the_project_s_own_and_undo_takes_it_out(review, misspelt):
    async with review() as desk:
        await desk.press("2")  # from the list: the editor opens
        await desk.press("a", "n")
        assert unknown_in(desk) == ["კონფრენცია"]
        with Project.open(misspelt.path, read_only=True) as second:
            assert second.settings.get("words.ka") == ["მთაავარი"]
        await desk.press("escape", "U")
        assert desk.message.startswith("✓ Undid: the project's own words")
        await desk.press("enter")
        assert unknown_in(desk) == ["მთაავარი", "კონფრენცია"]


async def test_leaving_a_word_goes_on_and_escape_ends(review, misspelt):
    async with review() as desk:
        await desk.press("enter", "alt+g", "n", "escape")
        assert desk.view.desk.is_open
        assert desk.editor.text == WRONG
        desk.editor.put("საბჭო გაიმართა")
        await desk.press("alt+g")
        assert desk.message == "All words are known."


async def test_a_segment_whose_words_are_all_known_stays_as_it_is(review, project):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "საბჭო გაიმართა", revision=segment.revision)
    async with review() as desk:
        await desk.press("2")
        assert desk.message == "All words are known."
        assert not desk.view.desk.is_open


async def test_unknown_words_are_marked_but_not_the_one_that_is_being_written(review, misspelt):
    async with review() as desk:
        await desk.press("enter", "ctrl+end")
        assert unknown_in(desk) == ["მთაავარი", "კონფრენცია"]
        await desk.press("space", *"სიტყვხა")
        assert unknown_in(desk) == ["მთაავარი", "კონფრენცია"]
        await desk.press("space")
        assert unknown_in(desk) == ["მთაავარი", "კონფრენცია", "სიტყვხა"]


async def test_nothing_is_gone_through_where_nothing_can_be_written(review, misspelt, path):
    misspelt.close()
    with Project.open(path, read_only=True) as reading:
        async with review(reading) as desk:
            await desk.press("2")
            assert "reading only" in desk.message
            assert not desk.view.desk.is_open
