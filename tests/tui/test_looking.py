"""Filter, search, replace and the comparison with the machine translation."""

import pytest
from textual.widget import Widget

from transreview.model.segment import Status
from transreview.tui.dialogs.listing import Listing
from transreview.tui.marks import MarkKind
from transreview.tui.widgets.entry_pane import EntryPane


async def test_the_comparison_reads_without_colour(review):
    async with review() as desk:
        desk.project.segments.edit(1, desk.TARGET[0].replace("წვეულებას", "პარტიას"), revision=0)
        desk.controllers.bench.reread()
        await desk.press("d")
        shown = "".join(desk.text.split())
        assert "[-წვეულებას-]" in shown.replace("│", "").replace("█", "")
        assert "{+პარტიას+}" in shown.replace("│", "").replace("█", "")
        await desk.press("d")
        assert "{+" not in desk.text


async def test_the_comparison_of_what_stands_in_the_editor(review):
    async with review() as desk:
        await desk.press("enter", "x", "alt+d")
        assert '{+x+}"Mirror"' in desk.text
        await desk.press("escape")
        assert desk.editor.content.startswith("x")


async def test_filter_by_status_and_back(review):
    async with review() as desk:
        await desk.press("c", "F", "c", "enter")
        assert desk.message == "1 segment fits: confirmed. Esc shows all."
        assert len(desk.view.rows) == 1
        await desk.press("escape")
        assert desk.message == "All segments are shown."
        assert len(desk.view.rows) == 6


async def test_filters_are_combined_with_a_text(review):
    async with review() as desk:
        await desk.press("c", "g", "F", "m", "u", "tab")
        await desk.type("მეხუთე")
        await desk.press("enter")
        assert [desk.state.session.segment(0).position] == [4]
        assert len(desk.view.rows) == 1
        assert desk.message.startswith("1 segment fits: machine, unfinished, “მეხუთე”.")


async def test_every_condition_of_the_filter_selects(review):
    async with review() as desk:
        segment = desk.project.segments.get(2)
        desk.project.segments.edit(2, "შეცვლილი", revision=segment.revision)
        desk.project.comments.add(3, "ნახე")
        desk.project.segments.set_needs_work(4, True, revision=0)
        desk.project.segments.set_status(5, Status.APPROVED, revision=0)
        desk.controllers.bench.reread()
        for letter, expected in (
            ("e", {2}), ("a", {5}), ("n", {3}), ("w", {4}), ("d", {2}), ("t", {1, 3, 4, 5, 6}),
            ("u", {1, 2, 3, 4, 6}), ("m", {1, 3, 4, 6}),
        ):  # fmt: skip
            await desk.press("F", letter, "enter")
            assert set(desk.state.session.shown) == expected, letter
            await desk.press("escape")
        await desk.press("F", "l", "enter")
        assert desk.message.startswith("! No segment fits")


async def test_a_change_under_a_filter_keeps_the_segment_shown(review):
    async with review() as desk:
        await desk.press("F", "m", "enter")
        await desk.press("c")
        assert len(desk.view.rows) == 6
        await desk.press("U")
        assert desk.current == 0


async def test_search_in_both_texts_by_keys(review):
    async with review() as desk:
        await desk.press("/")
        await desk.type("协会")
        await desk.press("enter")
        assert desk.current == 1
        assert desk.message == "3 segments have it; n goes to the next."
        seen = []
        for key in "nnnN":
            await desk.press(key)
            seen.append(desk.current)
        assert seen == [2, 3, 1, 3]
        await desk.press("/")
        await desk.type("ᲝᲞᲢᲘᲙᲝᲡᲘᲡ".lower())
        await desk.press("enter")
        assert desk.current == 4
        await desk.press("/")
        await desk.type("arsad")
        await desk.press("enter")
        assert desk.message == "! “arsad” is nowhere in the project."


async def test_search_from_the_editor_takes_what_is_selected(review):
    async with review() as desk:
        await desk.press("j", "enter", "end")
        await desk.press("home", *["shift+right"] * 7, "ctrl+f", "enter")
        assert desk.current == 2
        assert desk.view.desk.segment.position == 2
        assert desk.view.key("next_match") == "F3"  # a letter would be typed here


async def test_replace_shows_every_place_and_is_undone_as_one(review):
    async with review(size=(100, 30)) as desk:
        await desk.press("R")
        await desk.type("ოპტიკური")
        await desk.press("enter")
        await desk.type("სათვალის")
        await desk.press("enter")
        assert "2 places" in desk.text
        assert "[-ოპტიკური-]{+სათვალის+}" in desk.text
        await desk.press("enter")
        assert desk.message == "✓ 2 places replaced (segments: 2); U undoes all of it."
        assert desk.stored(1).target == desk.TARGET[1].replace("ოპტიკური", "სათვალის")
        await desk.press("U")
        assert [segment.target for segment in desk.project.segments.all()] == list(desk.TARGET)


async def test_only_ticked_places_are_replaced(review):
    async with review(size=(100, 30)) as desk:
        await desk.press("R")
        await desk.type("ოპტიკური")
        await desk.press("enter")
        await desk.type("სათვალის")
        await desk.press("enter", "space", "enter")
        assert desk.stored(1).target == desk.TARGET[1]
        assert desk.stored(2).target == desk.TARGET[2].replace("ოპტიკური", "სათვალის")


async def test_comments_are_written_listed_and_found(review):
    async with review(size=(140, 40)) as desk:
        await desk.press("j", "j", "m")
        await desk.type("ნახე")
        await desk.press("enter")
        assert desk.message == "✓ The comment is saved."
        assert [comment.text for comment in desk.project.comments.all(3)] == ["ნახე"]
        assert "ნახე" in desk.text
        assert "✎" in desk.text
        await desk.press("g", "#")
        assert desk.current == 2


async def test_history_says_who_did_what(review):
    async with review(size=(140, 40)) as desk:
        await desk.press("enter", "x", "escape", "h")
        assert "ნინო: edit of 0001" in desk.text
        assert '{+x+}"Mirror"' in desk.text
        assert "machine → edited" in desk.text


async def test_help_lists_every_action(review):
    from transreview.tui.actions import ACTIONS

    async with review(size=(120, 100)) as desk:
        await desk.press("?")
        assert desk.app.screen_stack[-1] is not desk.app.screen_stack[0]
        shown = desk.app.screen.query("Static").first().content
        assert all(action.words in str(shown) for action in ACTIONS.values())
        await desk.press("q")
        assert desk.current == 0


async def test_the_palette_finds_an_action_by_a_word(review):
    async with review(size=(100, 30)) as desk:
        await desk.press("ctrl+p")
        await desk.type("needs work")
        await desk.pilot.pause(0.3)
        await desk.press("enter")
        await desk.until(lambda: desk.stored().needs_work)


@pytest.mark.parametrize("key", ["t", "x", "s", "M", "h"])
async def test_a_pane_with_nothing_in_it_hears_keys(review, key):
    async with review(size=(120, 40)) as desk:
        await desk.press("j", key)
        assert isinstance(desk.screen.focused, EntryPane)
        await desk.press("escape")
        assert desk.screen.focused is desk.view.rows
        await desk.press("j")
        assert desk.current == 2


def test_no_widget_is_false_when_it_is_empty():
    """Textual hands a key to `focused or screen`: a false one would hear nothing."""
    for cls in every_subclass(Widget):
        if cls.__module__.startswith("transreview.") and hasattr(cls, "__len__"):
            assert hasattr(cls, "__bool__"), cls


def every_subclass(cls):
    for one in cls.__subclasses__():
        yield one
        yield from every_subclass(one)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("9", "O in the list of segments writes a file"),
        ("7", "F filters the list, 6 then asks for a name"),
        ("`", "B sets one on a segment"),
        ("~", "m writes a comment on a segment"),
        ("X", "D dismisses one"),
    ],
)
async def test_an_empty_list_says_how_something_gets_into_it(review, key, said):
    async with review() as desk:
        await desk.press(key)
        await desk.until(lambda: isinstance(desk.screen, Listing))
        await desk.until(lambda: said.split()[0] in desk.text)
        shown = " ".join(desk.text.replace("│", " ").replace("┃", " ").split())
        assert said in shown
        assert "Enter" not in shown.split("Esc closes")[0][-60:]


async def test_terms_are_underlined_where_they_matter_and_everywhere_on_one_key(review, project, glossary):
    right = project.segments.edit(2, "პარტია", revision=0)

    def marked(desk, index):
        return {mark.kind for mark in desk.view.row(index).target_marks}

    async with review() as desk:
        await desk.until(lambda: desk.state.insight.terms(right))
        # The first segment is the current one; the second has nothing wrong.
        assert marked(desk, 0)
        assert MarkKind.TERM not in marked(desk, 1)
        await desk.press("j")
        assert MarkKind.TERM in marked(desk, 1)
        # What is forbidden is marked wherever it stands.
        assert MarkKind.ERROR in marked(desk, 0)
        await desk.press("k", "3")
        assert desk.message == "All terms are underlined."
        assert MarkKind.TERM in marked(desk, 1)
        await desk.press("3")
        assert MarkKind.TERM not in marked(desk, 1)
