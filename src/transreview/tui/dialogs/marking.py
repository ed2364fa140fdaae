"""Marking errors by keyboard: words first, then a letter for the category, then a digit for the severity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.widgets import Static

from transreview.i18n import _
from transreview.model.annotation import Annotation
from transreview.model.finding import Side
from transreview.tui.dialogs.fitting import TwoTextsDialog
from transreview.tui.escape import visible
from transreview.tui.layouts import latin
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.widgets.key_words import KeyWords
from transreview.tui.widgets.marked_text import MarkedText
from transreview.workflow.quality.error_types import SEVERITIES, error_types

_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What a person did: marked an error, or took one off (`removed` is its id then)."""

    side: Side = Side.TARGET
    start: int = 0
    end: int = 0
    type: str = ""
    severity: str = ""
    removed: int = 0


class MarkingDialog(TwoTextsDialog[Marked | None]):
    """Source and translation with a caret; Space begins a selection, letters and digits name the error.

    Args:
        source: The source text.
        target: The translation.
        marked: Errors marked in this segment already.
    """

    DEFAULT_CSS = """
    MarkingDialog > #box {
        width: 96%; height: 88%; padding: 0 1;
    }
    MarkingDialog #marked { height: auto; max-height: 6; color: $text-muted; }
    MarkingDialog #state { height: auto; text-style: bold; }
    MarkingDialog.-low #marked, MarkingDialog.-tiny #marked { display: none; }
    MarkingDialog.-low #state { max-height: 2; }
    MarkingDialog.-tiny #state { max-height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("tab", "other", show=False),
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("shift+left", "stretch(-1)", show=False),
        Binding("shift+right", "stretch(1)", show=False),
        Binding("up", "line(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("space", "anchor", show=False),
        Binding("backspace,delete", "remove", show=False),
    ]

    def __init__(self, source: str, target: str, marked: Sequence[Annotation]) -> None:
        super().__init__()
        # One symbol for each hidden character: places in what is shown are places in the text.
        self._texts = {Side.SOURCE: visible(source), Side.TARGET: visible(target)}
        self._marked = [a for a in marked if a.is_of_segment]
        self._anchor: int | None = None
        self._category = ""

    def compose(self) -> ComposeResult:
        """Lay out both texts, the errors marked already, the state and the keys."""
        with Vertical(id="box") as box:
            with Horizontal():
                for side, title in ((Side.SOURCE, _("Source")), (Side.TARGET, _("Translation"))):
                    text = MarkedText(can_focus=True, name=side.value)
                    text.border_title = title
                    yield text
            yield Static(self._list(), id="marked", markup=False)
            yield Static("", id="state", markup=False)
            yield KeyWords(_keys())
        box.border_title = _("Mark an error")

    def on_mount(self) -> None:
        """Begin at the translation's first word."""
        for side, text in self._texts.items():
            widget = self.query_one(f"#{side.value}", MarkedText)
            widget.show(text)
            widget.move_caret(0)
        self.query_one("#target").focus()

    def on_descendant_focus(self) -> None:
        """Show the words chosen in the text that has the keyboard now."""
        self._show()

    # --- the selection -------------------------------------------------------------------------

    @property
    def _side(self) -> Side:
        focused = self.focused
        return Side(focused.id) if isinstance(focused, MarkedText) and focused.id else Side.TARGET

    @property
    def _widget(self) -> MarkedText:
        return self.query_one(f"#{self._side.value}", MarkedText)

    @property
    def selection(self) -> tuple[int, int]:
        """The words chosen: from the one where the selection began to the one at the caret."""
        caret = self._widget.caret or 0
        words = [found.span() for found in _WORD.finditer(self._texts[self._side])]
        if not words:
            return (0, 0)
        at = _word_at(words, caret)
        other = at if self._anchor is None else _word_at(words, self._anchor)
        return words[min(at, other)][0], words[max(at, other)][1]

    def action_word(self, step: int) -> None:
        """Go to the next or the previous word; the selection grows when one was begun."""
        words = [found.start() for found in _WORD.finditer(self._texts[self._side])]
        caret = self._widget.caret or 0
        at = max((index for index, start in enumerate(words) if start <= caret), default=0) + step
        if 0 <= at < len(words):
            self._widget.move_caret(words[at])
        self._show()

    def action_stretch(self, step: int) -> None:
        """Begin a selection if there is none, and go on by a word."""
        if self._anchor is None:
            self._anchor = self._widget.caret or 0
        self.action_word(step)

    def action_line(self, step: int) -> None:
        """Go up or down a line."""
        widget = self._widget
        widget.move_caret(widget.caret_in_line(widget.caret_line + step))
        self._show()

    def action_anchor(self) -> None:
        """Begin a selection at the word of the caret, or drop it."""
        self._anchor = None if self._anchor is not None else self._widget.caret or 0
        self._show()

    def action_other(self) -> None:
        """Go to the other text; a selection is dropped."""
        self._anchor = None
        other = Side.SOURCE if self._side is Side.TARGET else Side.TARGET
        self.query_one(f"#{other.value}").focus()

    # --- the answer ----------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """Take a category by its letter, then a severity by its digit."""
        character = latin(event.character or "")
        if character in error_types():
            event.stop()
            self._category = character
            self._show()
        elif character in SEVERITIES:
            event.stop()
            self._answer(SEVERITIES[character])

    def action_remove(self) -> None:
        """Take the last mark off."""
        if self._marked:
            self.dismiss(Marked(removed=self._marked[-1].id))

    def action_give_up(self) -> None:
        """Drop the category, then the selection, then the dialog."""
        if self._category:
            self._category = ""
            self._show()
        elif self._anchor is not None:
            self.action_anchor()
        else:
            self.dismiss(None)

    def _answer(self, severity: str) -> None:
        if not self._category:
            self._say(_("First a letter for the category, then the digit."))
            return
        start, end = self.selection
        kind = error_types()[self._category][0]
        if kind == "Non-translation":  # is said of a whole segment
            start, end = 0, len(self._texts[self._side])
        self.dismiss(Marked(side=self._side, start=start, end=end, type=kind, severity=severity))

    # --- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        for side, text in self._texts.items():
            marks = [
                Mark(a.start, a.end, MarkKind.ERROR if a.severity != "minor" else MarkKind.WARNING)
                for a in self._marked
                if a.side is side
            ]
            if side is self._side:
                marks.append(Mark(*self.selection, MarkKind.MATCH))
            self.query_one(f"#{side.value}", MarkedText).show(text, tuple(marks))
        start, end = self.selection
        words = self._texts[self._side][start:end]
        if self._category:
            kind = error_types()[self._category][1]
            text = _("“{words}”: {kind} – now 1 minor, 2 major, 3 critical, 0 neutral")
            self._say(text.format(words=words, kind=kind))
        else:
            self._say(_("“{words}”").format(words=words))

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(text)

    def _list(self) -> str:
        rows = [f"{visible(a.annotator)}: {visible(a.type)} ({a.severity})" for a in self._marked[-5:]]
        return "\n".join(rows) if rows else _("No error is marked in this segment.")


def _word_at(words: Sequence[tuple[int, int]], place: int) -> int:
    """Return the number of the word at a place, or of the last one before it."""
    return max((index for index, (start, _end) in enumerate(words) if start <= place), default=0)


def _keys() -> str:
    letters = " · ".join(f"{letter} {words}" for letter, (_type, words) in error_types().items())
    keys = _(
        "← → words · Space begins or drops a selection · Tab other text · "
        "Backspace takes the last mark off · Esc closes"
    )
    return f"{keys}\n{letters}"
