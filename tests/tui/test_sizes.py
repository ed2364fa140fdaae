"""Terminals of any size and kind: the screen fits, or says in one line why there is none."""

import pytest

from tests.tui.pseudo_terminal import PseudoTerminal
from transreview.tui.widgets.marked_text import MarkedText


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
