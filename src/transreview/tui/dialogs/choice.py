"""Asking to choose one of a few things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from transreview.i18n import _
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.escape import visible
from transreview.tui.layouts import latin


class Choice(Dialog[str]):
    """Asks to choose one of a few things, by arrows and Enter or by a letter.

    Args:
        title: What is asked.
        options: Letter → words, in order; the letter is the answer.
        text: What there is to know before choosing.
        chosen: The letter that is chosen at first.
    """

    DEFAULT_CSS = "Choice .-gives-way { height: auto; scrollbar-size-vertical: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(
        self, title: str, options: Sequence[tuple[str, str]], *, text: str = "", chosen: str = ""
    ) -> None:
        super().__init__(title, _("A key of the list, or ↑ ↓ and Enter · Esc gives up"))
        self._options = tuple(options)
        self._text = text
        self._chosen = chosen

    def body(self) -> list[Widget]:
        """Return the text and the options."""
        text: list[Widget] = []
        if self._text:
            about = VerticalScroll(Static(Text(visible(self._text))), can_focus=False, classes="-gives-way")
            text = [about, Static("")]
        options = [
            Option(Text.assemble((letter, "bold underline"), "  ", visible(words)), id=f"option-{number}")
            for number, (letter, words) in enumerate(self._options)
        ]
        return [*text, OptionList(*options, compact=True)]

    def on_mount(self) -> None:
        """Stand on the option chosen at first."""
        letters = [letter for letter, _words in self._options]
        self.query_one(OptionList).highlighted = letters.index(self._chosen) if self._chosen in letters else 0

    def on_key(self, event: Key) -> None:
        """Answer with a letter."""
        letter = latin(event.character or "")
        if letter and letter in (key for key, _words in self._options):
            event.stop()
            self.dismiss(letter)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the option that Enter was pressed on."""
        self.dismiss(self._options[event.option_index][0])

    def action_cursor_down(self) -> None:
        """Go down."""
        self.query_one(OptionList).action_cursor_down()

    def action_page(self, step: int) -> None:
        """Scroll the text where it is longer than its place, else go to the next option."""
        options = self.query_one(OptionList)
        for about in self.query(".-gives-way").results(VerticalScroll):
            if about.max_scroll_y:
                about.scroll_relative(y=step * max(about.size.height - 1, 1), animate=False)
                return
        options.action_cursor_down() if step > 0 else options.action_cursor_up()

    def action_cursor_up(self) -> None:
        """Go up."""
        self.query_one(OptionList).action_cursor_up()
