"""An annotator's stories: marking errors by keyboard, ESA scores, recorded time."""

from transreview.model.annotation import ESA_SCORE
from transreview.model.finding import Side
from transreview.tui.review import timing


async def test_words_then_letter_then_digit_mark_an_error(review, project):
    async with review(size=(120, 40)) as desk:
        await desk.press("v")
        await desk.press("right", "space", "right", "t", "2")
        await desk.press("escape")
        await desk.settle()
        (mark,) = project.annotations.all()
        segment = desk.stored(0)
        assert (mark.type, mark.severity, mark.annotator) == (
            "Terminology/Inappropriate for context",
            "major",
            "ნინო",
        )
        assert mark.side is Side.TARGET
        assert segment.target[mark.start : mark.end] == 'Mirror"'


async def test_an_error_can_be_marked_in_the_source(review, project):
    async with review(size=(120, 40)) as desk:
        await desk.press("v", "tab", "right", "o", "1", "escape")
        await desk.settle()
        (mark,) = project.annotations.all()
        assert (mark.side, mark.type, mark.severity) == (Side.SOURCE, "Accuracy/Omission", "minor")
        assert desk.stored(0).source[mark.start : mark.end] == "镜"


async def test_the_words_shown_as_chosen_are_those_of_the_text_that_has_the_keyboard(review):
    async with review(size=(120, 40)) as desk:
        await desk.press("v")
        chosen = desk.screen.query_one("#state")
        assert chosen.visual.plain == '“"”'
        await desk.press("tab")
        assert chosen.visual.plain == "““”"


async def test_several_errors_are_marked_in_one_go_and_the_last_can_be_taken_off(review, project):
    async with review(size=(120, 40)) as desk:
        await desk.press("v", "m", "2", "w", "1", "backspace", "escape")
        await desk.settle()
        assert [a.type for a in project.annotations.all()] == ["Accuracy/Mistranslation"]
        await desk.press("U")
        assert len(project.annotations.all()) == 2


async def test_non_translation_is_said_of_the_whole_segment(review, project):
    async with review(size=(120, 40)) as desk:
        await desk.press("v", "x", "2", "escape")
        await desk.settle()
        (mark,) = project.annotations.all()
        assert (mark.start, mark.end) == (0, len(desk.stored(0).target))


async def test_a_digit_without_a_category_marks_nothing(review, project):
    async with review(size=(120, 40)) as desk:
        await desk.press("v", "2")
        assert "First a letter for the category" in desk.text
        await desk.press("escape")
        assert project.annotations.all() == []


async def test_an_esa_score_is_asked_for_and_kept(review, project):
    async with review() as desk:
        await desk.press("V")
        await desk.type("85")
        await desk.press("enter")
        await desk.settle()
        (mark,) = project.annotations.all()
        assert (mark.type, mark.note) == (ESA_SCORE, "85")
        await desk.press("V")
        await desk.type("120")
        await desk.press("enter")
        await desk.settle()
        assert "not from 0 to 100" in desk.message
        assert len(project.annotations.all()) == 1


async def test_time_is_recorded_only_when_asked_for_and_pauses_are_cut(review, project, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(timing, "monotonic", lambda: now[0])
    async with review() as desk:
        await desk.press("enter")
        now[0] += 10
        await desk.type("a")
        await desk.press("escape")
        assert project.times.by_segment() == {}
        await desk.press("ctrl+t")
        assert project.times.are_recorded
        await desk.press("enter")
        now[0] += 10
        await desk.type("b")
        now[0] += 3600
        await desk.type("c")
        await desk.press("escape")
        assert list(project.times.by_segment().values()) == [70.0]
