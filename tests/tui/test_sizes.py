"""Terminals of any size and kind: the screen fits, or says in one line why there is none."""

import pytest
from textual.widgets import OptionList

from tests.tui.pseudo_terminal import PseudoTerminal
from transreview.tui.dialogs.conflict import Conflict
from transreview.tui.widgets.check_list import CheckList
from transreview.tui.widgets.key_words import broken
from transreview.tui.widgets.marked_text import MarkedText
from transreview.tui.widgets.segment_list import SegmentList
from transreview.tui.widths import cells


@pytest.mark.parametrize("size", [(40, 10), (50, 14), (30, 8), (20, 5)])
async def test_the_editor_breaks_its_text_anew_when_the_terminal_changes(review, size):
    async with review(size=(100, 30)) as desk:
        await desk.press("enter")
        await desk.pilot.resize_terminal(*size)
        await desk.pilot.pause(0.1)
        assert desk.editor.region.width >= size[0] - 4  # the source stands above it
        assert "ინდუსტრია" in desk.text
        assert desk.editor.wrapped_document.height >= len(desk.TARGET[0]) // size[0]
        await desk.pilot.resize_terminal(100, 30)
        await desk.pilot.pause(0.1)
        source = desk.screen.query_one(MarkedText)
        assert 0 < source.region.width < desk.editor.region.width + source.region.width <= 100  # side by side
        assert source.region.y == desk.editor.region.y


async def test_on_five_lines_the_text_that_is_edited_is_seen(review):
    async with review(size=(20, 5)) as desk:
        assert "镜" in desk.text
        await desk.press("enter")
        await desk.sees("ინდუსტრია")
        await desk.press("x", "escape")
        assert desk.stored().target.startswith("x")
        await desk.sees("▌  1")


@pytest.mark.parametrize("name", ["dumb", "unknown", ""])
def test_a_terminal_without_a_screen_gets_one_line(path, name):
    with PseudoTerminal("review", path, TERM=name) as terminal:
        terminal.wait_for("cannot show a screen")
        terminal.read(1)
        assert b"\x1b[" not in terminal.output
        assert b"--linear" in terminal.output


PLACES = {
    "articles": "L",
    "split": "S",
    "filter": "F",
    "text of the filter": ("F", "tab"),
    "saved filter": ("F", "m", "enter", "6"),
    "search": "/",
    "ways of the search": ("/", "tab"),
    "go to": ":",
    "replace": "R",
    "replaced by": ("R", "x", "enter"),
    "places to replace": ("R", *"შეხვედრა", "enter", "x", "enter"),
    "terms": "t",
    "findings": "x",
    "concordance": ";",
    "changes": "H",
    "all comments": "~",
    "export of comments": "8",
    "dismissing": ("!", "x", "D"),
    "comment": "m",
    "glossary": "T",
    "search of the glossary": ("T", "/"),
    "filter of the glossary": ("T", "F"),
    "concept": ("T", "enter"),
    "last field of a concept": ("T", "enter", "up", "up", "up", "up"),
    "new concept": ("T", "n"),
    "removing a concept": ("T", "D"),
    "occurrences": ("T", "o"),
    "words of the source": "+",
    "new term": ("+", "enter"),
    "apply the glossary": "P",
    "error": "v",
    "score": "V",
    "scores": "=",
    "help": "?",
    "colours": "C",
    "statistics": "z",
    "palette": "ctrl+p",
    "sign": ("enter", "alt+'"),
    "dropping changes": ("enter", "x", "alt+q"),
}


def focused_in(screen):
    """Return what has the keyboard; a dialog may move a caret by itself."""
    return screen.focused or screen.query_one(MarkedText)


def seen_of(widget, screen):
    """Return the part of a widget that the screen shows, None where it shows nothing of it."""
    region, clip = screen._compositor.visible_widgets.get(widget, (None, None))
    return region.intersection(clip) if region else None


@pytest.mark.parametrize("size", [(20, 5), (40, 10)])
@pytest.mark.usefixtures("glossary")
async def test_whatever_has_the_keyboard_is_seen(review, size, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    async with review(size=size) as desk:
        for place, keys in PLACES.items():
            for key in [keys] if isinstance(keys, str) else keys:
                await desk.press(key)
            await desk.pilot.pause(0.2 if place == "scores" else 0.02)
            await desk.until(lambda: seen_of(focused_in(desk.screen), desk.screen) is not None)
            focused = focused_in(desk.screen)
            region, seen = focused.region, seen_of(focused, desk.screen)
            assert seen is not None, f"{place}\n{desk.text}"
            assert seen.width >= min(size[0] // 3, 12), f"{place}\n{desk.text}"
            assert seen.height >= min(1 if size[1] == 5 else 2, region.height), f"{place}\n{desk.text}"
            for _ in range(4):
                if not isinstance(desk.screen.focused, SegmentList):
                    await desk.press("escape")


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24)])
async def test_the_answers_to_a_conflict_over_long_texts_are_seen(review, size):
    async with review(size=size) as desk:
        desk.app.push_screen(Conflict("Ana", "12:00", "ერთი ორი სამი " * 60, "ერთი ორი ოთხი " * 60))
        await desk.pilot.pause(0.2)
        await desk.until(lambda: "Go on" in desk.text)
        await desk.press("down")
        first = desk.text
        await desk.press("pagedown")
        if size != (20, 5):  # there the text has gone above
            assert desk.text != first
        assert desk.screen.query_one(OptionList).highlighted == 1 or size == (20, 5)


async def test_a_list_in_a_low_dialog_follows_the_arrows(review):
    async with review(size=(40, 10)) as desk:
        await desk.press("F", *["down"] * 12)
        await desk.pilot.pause(0.1)
        ticks = desk.screen.query_one(CheckList)
        assert ticks.first <= ticks.selected < ticks.first + ticks.lines_shown
        assert "with comments" in desk.text or "open comments" in desk.text


@pytest.mark.parametrize("width", [30, 40, 52, 76, 120])
def test_keys_of_a_dialog_stay_with_their_words(width):
    keys = "← → words · Space begins or drops a selection · m mistranslation · Esc gives up"
    lines = broken(keys, width)
    assert all(cells(line) <= width for line in lines)
    assert " ".join(lines).split() == keys.split()
    shown = [item for line in lines for item in line.split(" · ")]
    fitting = [item for item in keys.split(" · ") if cells(item) <= width - 2]
    assert [item.removesuffix(" ·") for item in shown if item.removesuffix(" ·") in fitting] == fitting


def test_keys_with_chinese_words_are_broken_between_them_too():
    keys = "← → ↑ ↓ 移动光标 · w b 按词 · 空格 Backspace 按句 · Tab 换侧 · Enter 在两处光标切开 · Esc 放弃"
    assert broken(keys, 72) == [
        "← → ↑ ↓ 移动光标 · w b 按词 · 空格 Backspace 按句 · Tab 换侧 ·",
        "Enter 在两处光标切开 · Esc 放弃",
    ]


async def test_a_palette_that_finds_nothing_says_so_in_the_language_of_the_interface(review):
    async with review() as desk:
        await desk.press("ctrl+p", *"qzxq")
        await desk.pilot.pause(0.2)
        assert "No action has a name like this" in desk.text
        await desk.press("escape", "escape", "ctrl+c")
        assert [said.message for said in desk.app._notifications] == [
            "To leave the program press Ctrl+Q; what was typed is kept."
        ]


@pytest.mark.parametrize(("columns", "shown"), [(40, "  segments: 6"), (100, "left            6")])
async def test_figures_are_a_table_where_there_is_room_for_one(review, columns, shown):
    async with review(size=(columns, 24)) as desk:
        await desk.press("z")
        await desk.sees(shown)
