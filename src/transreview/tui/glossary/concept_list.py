"""The list of concepts: one line each, drawn when it is to be seen, so that its length costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment as Run
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from transreview.model.finding import Severity
from transreview.model.glossary import Concept, ConceptStatus
from transreview.tui.action import Place
from transreview.tui.escape import visible_line
from transreview.tui.glossary.presenting import STATUS_SIGNS, name_of
from transreview.tui.keys import perform
from transreview.tui.row import SEVERITY_GLYPHS
from transreview.tui.widgets.line_widget import ScrolledLines
from transreview.tui.widths import pad

WIDE = 84
"""Cells from which the subject has a column of its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a concept beside its terms.

    Attributes:
        worst: Its worst fault, None where there is none.
        used: Segments of the project that have it; None while they are counted.
        wrong: Whether a translation has a forbidden term of it.
    """

    worst: Severity | None = None
    used: int | None = None
    wrong: bool = False


class ConceptList(ScrolledLines, can_focus=True):
    """Concepts to walk through.

    Args:
        languages: Source and target language; their terms are shown.
        known: Says what is known of a concept.
        name: The widget's id.
    """

    DEFAULT_CSS = "ConceptList { width: 1fr; height: 1fr; padding: 0 0 0 1; }"

    @dataclass
    class Moved(Message):
        """Another concept is the current one."""

        def can_replace(self, message: Message) -> bool:
            """Let a key that is held down cost one message."""
            return isinstance(message, ConceptList.Moved)

    @dataclass
    class Opened(Message):
        """The current concept was clicked again."""

    def __init__(
        self, languages: tuple[str, str], known: Callable[[Concept], Known], *, name: str | None = None
    ) -> None:
        super().__init__(name=name)
        self._languages = languages
        self._known = known
        self.concepts: Sequence[Concept] = ()
        self.selected = 0

    @property
    def current(self) -> Concept | None:
        """The current concept, None in an empty list."""
        return self.concepts[self.selected] if self.selected < len(self.concepts) else None

    def show(self, concepts: Sequence[Concept], concept_id: str = "") -> None:
        """Show other concepts and stand on the one with an id, or on the first."""
        self.concepts = concepts
        at = next((at for at, concept in enumerate(concepts) if concept.id == concept_id), 0)
        self.first = 0
        self._go(at)

    def step(self, lines: int) -> None:
        """Go down by some lines, or up by a negative number."""
        self._go(self.selected + lines)

    def _go(self, at: int) -> None:
        self.selected = max(0, min(at, len(self.concepts) - 1))
        self.reveal_lines(self.selected, self.selected)
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep the current concept in sight."""
        self.reveal_lines(self.selected, self.selected)

    def on_focus(self) -> None:
        """Show where the keyboard is."""
        self.refresh()

    def on_blur(self) -> None:
        """Show where the keyboard is not."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to what is clicked; a second click opens it."""
        at = event.y - self.gutter.top + self.first
        if 0 <= at < len(self.concepts):
            if at == self.selected and event.chain > 1:
                self.post_message(self.Opened())
            self._go(at)

    async def _on_key(self, event: events.Key) -> None:
        if not await perform(self, Place.GLOSSARY, event):
            await super()._on_key(event)

    def line_count(self) -> int:
        """Return the number of concepts."""
        return len(self.concepts)

    def line_at(self, y: int) -> Strip | None:
        """Return one concept's line."""
        at = y + self.first
        if at >= len(self.concepts):
            return None
        strip = Strip(self._runs(self.concepts[at])).adjust_cell_length(self.text_width)
        if at == self.selected:
            return strip.apply_style(Style(reverse=True) if self.has_focus else Style(bold=True))
        return strip

    def _runs(self, concept: Concept) -> list[Run]:
        known, styles = self._known(concept), self.row_styles
        count = "…" if known.used is None else str(known.used) if known.used else "–"
        fault = SEVERITY_GLYPHS[known.worst] if known.worst else " "
        room = self.text_width - 14
        subject = 16 if self.text_width >= WIDE else 0
        source = (room - subject) * 2 // 5
        faint = styles.number
        base = faint if concept.status is ConceptStatus.DEPRECATED else None
        runs = [
            Run(f"{STATUS_SIGNS[concept.status]}{fault} ", styles.flag if fault != " " else styles.current),
            Run(pad(visible_line(name_of(concept, self._languages[0])), source), base),
            Run(" → ", faint),
            Run(pad(visible_line(name_of(concept, self._languages[1])), room - subject - source), base),
            Run((" " + pad(visible_line(concept.subject), subject - 1)) if subject else "", faint),
            Run("✗" if known.wrong else " ", styles.flag),
            Run(f"{count:>6} ", faint),
        ]
        return [run for run in runs if run.text]
