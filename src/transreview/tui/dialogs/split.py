"""Choosing where a segment is cut: a place in the source and one in the translation."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from transreview.i18n import _
from transreview.tui.dialogs.fitting import TwoTextsDialog
from transreview.tui.widgets.key_words import KeyWords
from transreview.tui.widgets.marked_text import MarkedText

Cut = tuple[int, int]
"""A character of the source and one of the translation, each the first of the second part."""

_BREAK = re.compile(r"\n+|(?<=[.!?…。！？；;])[”’“»」』）)]*\s*")


class SplitDialog(TwoTextsDialog[Cut | None]):
    """Two texts with a caret each; Tab changes between them, Enter cuts.

    Args:
        source: The source text.
        target: The translation.
    """

    DEFAULT_CSS = """
    SplitDialog > #box {
        width: 96%; height: 80%; padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("enter", "cut", show=False),
        Binding("tab", "other", show=False),
        Binding("left,h", "move(-1)", show=False),
        Binding("right,l", "move(1)", show=False),
        Binding("ctrl+left,b", "word(-1)", show=False),
        Binding("ctrl+right,w", "word(1)", show=False),
        Binding("up,k", "line(-1)", show=False),
        Binding("down,j", "line(1)", show=False),
        Binding("space,n,full_stop", "sentence(1)", show=False),
        Binding("backspace,p,comma", "sentence(-1)", show=False),
        Binding("home,g", "end(0)", show=False),
        Binding("end,G", "end(1)", show=False),
    ]

    def __init__(self, source: str, target: str) -> None:
        super().__init__()
        self._texts = (source, target)

    def compose(self) -> ComposeResult:
        """Lay the two texts out side by side."""
        with Vertical(id="box") as box:
            with Horizontal():
                for name, title in (("source", _("Source")), ("target", _("Translation"))):
                    text = MarkedText(can_focus=True, name=name)
                    text.border_title = title
                    yield text
            keys = _(
                "← → ↑ ↓ move the caret · w b by words · Space Backspace by sentences · Tab changes sides · "
                "Enter cuts at both carets · Esc gives up"
            )
            yield KeyWords(keys)
        box.border_title = _("Where does the second segment begin?")

    def on_mount(self) -> None:
        """Propose the sentence boundaries next to the middle."""
        for name, text in zip(("source", "target"), self._texts, strict=True):
            widget = self.query_one(f"#{name}", MarkedText)
            widget.show(text)
            widget.move_caret(_middle(text))
        self.query_one("#source").focus()

    def action_give_up(self) -> None:
        """Cut nothing."""
        self.dismiss(None)

    def action_cut(self) -> None:
        """Answer with both places."""
        source, target = (self.query_one(f"#{name}", MarkedText).caret or 0 for name in ("source", "target"))
        self.dismiss((source, target))

    def action_other(self) -> None:
        """Go to the other text."""
        self.query_one("#target" if self._text.id == "source" else "#source").focus()

    def action_move(self, step: int) -> None:
        """Move the caret by characters."""
        self._text.move_caret((self._text.caret or 0) + step)

    def action_line(self, step: int) -> None:
        """Move the caret by lines."""
        self._text.move_caret(self._text.caret_in_line(self._text.caret_line + step))

    def action_sentence(self, step: int) -> None:
        """Move the caret by sentences."""
        self._go(boundaries(self._chosen), step)

    def action_word(self, step: int) -> None:
        """Move the caret by words."""
        self._go([found.end() for found in re.finditer(r"\s+", self._chosen)], step)

    def _go(self, places: list[int], step: int) -> None:
        """Move the caret to the next of some places, or to the one before."""
        caret = self._text.caret or 0
        later = [place for place in [*places, len(self._chosen)] if place > caret]
        earlier = [place for place in [0, *places] if place < caret]
        if step > 0 and later:
            self._text.move_caret(later[0])
        if step < 0 and earlier:
            self._text.move_caret(earlier[-1])

    def action_end(self, end: int) -> None:
        """Move the caret to the beginning or the end."""
        self._text.move_caret(10**9 if end else 0)

    @property
    def _chosen(self) -> str:
        """The text in which the caret is moved."""
        return self._texts[self._text.id == "target"]

    @property
    def _text(self) -> MarkedText:
        focused = self.focused
        return focused if isinstance(focused, MarkedText) else self.query_one("#source", MarkedText)


def boundaries(text: str) -> list[int]:
    """Return the places at which a sentence or paragraph after the first begins."""
    return [found.end() for found in _BREAK.finditer(text) if 0 < found.end() < len(text)]


def _middle(text: str) -> int:
    """Return the beginning of a sentence next to the middle of a text, else of a word, else the middle."""
    places = boundaries(text) or [found.end() for found in re.finditer(r"\s+", text)]
    return min(places, key=lambda place: abs(place - len(text) / 2), default=len(text) // 2)
