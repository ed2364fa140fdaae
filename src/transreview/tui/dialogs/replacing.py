"""Asking what is replaced by what, and which of the places found shall change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from transreview.i18n import _, ngettext
from transreview.model.segment import Segment
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.dialogs.ticking import TickDialog
from transreview.tui.escape import visible_line
from transreview.tui.widgets.check_list import CheckList, Tick
from transreview.tui.widgets.key_words import KeyWords
from transreview.tui.widgets.line_input import LineInput

AROUND = 28
"""Characters shown on each side of a place."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that would change.

    Attributes:
        segment: The segment.
        start: First character in its target.
        end: One past the last.
        text: What would stand there.
    """

    segment: Segment
    start: int
    end: int
    text: str


class ReplacePrompt(Dialog[tuple[str, str]]):
    """Asks what is looked for and what shall stand there.

    Args:
        text: What is looked for at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "accept", show=False)]

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Replace in all translations shown"),
            _("Tab changes the line · Enter lists the places · Esc gives up"),
        )
        self._text = text

    def body(self) -> list[Widget]:
        """Return the two lines."""
        return [
            Static(_("This text (upper and lower case differ):"), markup=False),
            LineInput(self._text, id="old", select_on_focus=True),
            Static(_("becomes:"), markup=False),
            LineInput(id="new"),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take Enter from a line after all that was typed into it."""
        event.stop()
        self.action_accept()

    def action_accept(self) -> None:
        """Go from the first line to the second, then answer."""
        old, new = self.query_one("#old", LineInput), self.query_one("#new", LineInput)
        if old.has_focus:
            new.focus()
        elif old.value:
            self.dismiss((old.content, new.content))


class ReplaceList(TickDialog[Hit]):
    """Every place that would change, to be ticked.

    Args:
        hits: The places.
    """

    DEFAULT_CSS = """
    ReplaceList > #box { width: 98%; height: 90%; }
    ReplaceList.-low > #box { height: 100%; }
    ReplaceList CheckList { height: 1fr; }
    """

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__()
        self._hits = tuple(hits)

    def compose(self) -> ComposeResult:
        """List the places, all of them ticked."""
        with Vertical(id="box") as box:
            yield CheckList([Tick(hit, _shown(hit)) for hit in self._hits], self._hits)
            yield KeyWords(_("Space ticks · a all · n none · Enter replaces what is ticked · Esc gives up"))
        count = len(self._hits)
        box.border_title = ngettext("{n} place", "{n} places", count).format(n=count)


def find(segments: Sequence[Segment], old: str, new: str) -> list[Hit]:
    """Return every place in the translations of some segments that holds a text."""
    pattern = re.compile(re.escape(old))
    return [
        Hit(segment, *found.span(), new) for segment in segments for found in pattern.finditer(segment.target)
    ]


def replaced(hits: Sequence[Hit]) -> list[tuple[int, str, int]]:
    """Return (segment id, new text, revision) of every segment that ticked places change."""
    by_segment: dict[int, list[Hit]] = {}
    for hit in hits:
        by_segment.setdefault(hit.segment.id, []).append(hit)
    changes = []
    for segment_id, places in by_segment.items():
        text = places[0].segment.target
        for hit in sorted(places, key=lambda place: -place.start):
            text = text[: hit.start] + hit.text + text[hit.end :]
        changes.append((segment_id, text, places[0].segment.revision))
    return changes


def _shown(hit: Hit) -> Text:
    text = hit.segment.target
    before, after = text[max(hit.start - AROUND, 0) : hit.start], text[hit.end : hit.end + AROUND]
    return Text.assemble(
        (f"{hit.segment.position + 1:>4} ", "dim"),
        visible_line(before),
        (f"[-{visible_line(text[hit.start : hit.end])}-]", "strike"),
        (f"{{+{visible_line(hit.text)}+}}", "bold underline"),
        visible_line(after),
    )
