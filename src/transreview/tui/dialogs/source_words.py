"""Choosing words of the source by keyboard, for a term of the glossary."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Static

from transreview.i18n import _
from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.escape import visible, visible_line
from transreview.tui.layouts import latin
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.widgets.key_words import KeyWords
from transreview.tui.widgets.marked_text import MarkedText
from transreview.workflow.terms.source_words import SourceChoice

MOST_LINES = 8
"""Lines of the source that are shown at once."""

LINES_BESIDE = 6
"""Lines of the dialog besides, at least: frame, what is chosen, keys."""


class SourceWords(FittedDialog[str | None]):
    """Shows the source with some words chosen; answers with them, with "" for none, or with None.

    Args:
        text: The source text.
        choice: Its words, and which of them are chosen at first.
        selected: The words of the translation that are meant, to remind of them.
    """

    DEFAULT_CSS = """
    SourceWords > #box {
        width: 90%; height: auto; max-height: 80%; padding: 0 1;
    }
    SourceWords MarkedText { height: 8; border: none; }
    SourceWords.-low #chosen, SourceWords.-tiny #chosen { margin-top: 0; max-height: 1; }
    SourceWords #chosen { height: auto; text-style: bold; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("enter", "accept", show=False),
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("shift+left,less_than_sign", "stretch(-1)", show=False),
        Binding("shift+right,greater_than_sign,space", "stretch(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("down", "line(1)", show=False),
    ]

    def __init__(self, text: str, choice: SourceChoice, selected: str) -> None:
        super().__init__()
        self._text = text
        self._words = choice.words
        self._first, self._last = choice.first, choice.last
        self._selected = selected

    def compose(self) -> ComposeResult:
        """Lay out the source, what is chosen, and the keys."""
        with Vertical(id="box") as box:
            yield MarkedText(name="source")
            yield Static("", id="chosen", markup=False)
            keys = _(
                "← → word · Shift+→ or Space one more · Shift+← one less · , . a character at the end · "
                "; ' at the beginning · Enter takes it · Esc gives up"
            )
            yield KeyWords(keys)
        box.border_title = _("Which words of the source?")

    def on_mount(self) -> None:
        """Show the source with what is likely meant."""
        self._span = self._of_words()
        self.query_one(MarkedText).show(self._text)
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Give the source the lines it needs, as far as there are some."""
        text, size = self.query_one(MarkedText), self.app.size
        most = max(min(MOST_LINES, size.height - LINES_BESIDE), 2)
        text.styles.height = max(2, min(text.needed_lines(max(size.width * 9 // 10 - 6, 10), most), most))

    def on_key(self, event: Key) -> None:
        """Move the ends by single characters: no list of words knows every term."""
        start, end = self._span
        moved = {
            ".": (start, end + 1),
            ",": (start, end - 1),
            "'": (start + 1, end),
            ";": (start - 1, end),
        }.get(event.character or "")
        if moved is not None:
            start, end = moved
            if 0 <= start < end <= len(self._text):
                self._span = moved
            self._show()
            event.stop()
        elif latin(event.character or "") in {"h", "l"}:
            self.action_word(1 if latin(event.character or "") == "l" else -1)

    def action_give_up(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_accept(self) -> None:
        """Answer with what is chosen."""
        start, end = self._span
        self.dismiss(" ".join(self._text[start:end].split()))

    def action_word(self, step: int) -> None:
        """Choose the next word, or the one before."""
        at = self._last if step > 0 else self._first
        self._choose(at + step, at + step)

    def action_stretch(self, step: int) -> None:
        """Choose one word more, or one less."""
        self._choose(self._first, max(self._last + step, self._first))

    def action_edge(self, end: int) -> None:
        """Go to the first word or the last."""
        at = len(self._words) - 1 if end else 0
        self._choose(at, at)

    def action_line(self, step: int) -> None:
        """Go to the word above or below."""
        text = self.query_one(MarkedText)
        place = text.caret_in_line(text.caret_line + step)
        at = max((n for n, (start, _end) in enumerate(self._words) if start <= place), default=0)
        self._choose(at, at)

    def _choose(self, first: int, last: int) -> None:
        most = len(self._words) - 1
        if most >= 0:
            self._first, self._last = max(0, min(first, most)), max(0, min(last, most))
        self._span = self._of_words()
        self._show()

    def _of_words(self) -> tuple[int, int]:
        if not self._words:
            return 0, len(self._text)
        return self._words[self._first][0], self._words[self._last][1]

    def _show(self) -> None:
        start, end = self._span
        text = self.query_one(MarkedText)
        text.mark([Mark(start, end, MarkKind.MATCH)])
        text.move_caret(start)
        said = f"[{visible_line(self._text[start:end])}]"
        if self._selected:
            said += f" → {visible_line(' '.join(self._selected.split()))}"
        self.query_one("#chosen", Static).update(visible(said))
