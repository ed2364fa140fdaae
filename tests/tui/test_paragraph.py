"""Explanations in dialogs are broken as Chinese wants it, in as many lines as they take."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Label

from transreview.tui.widgets.paragraph import Paragraph

CHINESE = "译文将写入与原文相同格式的文件。名称已有时，会先询问是否覆盖，不会丢失任何内容。"


class _Shows(App[None]):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Paragraph(self._text)
        yield Label("below")


@pytest.mark.parametrize("width", range(20, 60, 3))
async def test_no_line_begins_with_a_closing_mark_and_nothing_is_cut(width: int) -> None:
    app = _Shows(CHINESE)
    async with app.run_test(size=(width, 24)):
        paragraph = app.query_one(Paragraph)
        lines = paragraph.render().plain.split("\n")
        assert "".join(lines) == CHINESE
        assert not any(line[0] in "。，、；：）”" for line in lines)
        assert paragraph.size.height == len(lines)
        assert app.query_one(Label).region.y == len(lines)


async def test_text_of_files_is_no_markup() -> None:
    app = _Shows("[red]x[/red] \x1b[31m")
    async with app.run_test(size=(40, 10)):
        shown = app.query_one(Paragraph).render().plain
        assert shown.startswith("[red]x[/red]")
        assert "\x1b" not in shown
