"""Where some words stand: in the glossary, this project and the memory; Enter takes a translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from transreview.i18n import _
from transreview.memory.concordance import Occurrence
from transreview.model.segment import Segment
from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.escape import visible_line
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.widgets.entry_pane import Entry, EntryPane
from transreview.tui.widgets.key_words import KeyWords


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A concept of the glossary as the concordance lists it.

    Attributes:
        source: Its terms in the source's language.
        allowed: Its terms in the other language, the preferred one first.
        forbidden: Renderings that the glossary forbids.
    """

    source: tuple[str, ...]
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


class Concordance(FittedDialog[str | None]):
    """The places that have some words.

    Args:
        words: What was looked for.
        memory: Pairs of the memory.
        segments: Segments of the project.
        terms: Concepts of the glossary.
    """

    DEFAULT_CSS = """
    Concordance > #box { width: 98%; height: 90%; }
    Concordance.-low > #box { height: 100%; }
    Concordance EntryPane, Concordance EntryPane:focus { height: 1fr; border-top: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "give_up", show=False),
        Binding("enter", "take", show=False, priority=True),
        Binding("down,j", "walk(1)", show=False, priority=True),
        Binding("up,k", "walk(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        words: str,
        memory: Sequence[Occurrence],
        segments: Sequence[Segment],
        terms: Sequence[TermPlace],
    ) -> None:
        super().__init__()
        self._words = words
        self._entries = [
            *(_term_entry(term) for term in terms),
            *(
                _entry(
                    f"{one.source}\n{one.target}", _("this project, {key}").format(key=one.key), one.target
                )
                for one in segments
            ),
            *(
                _entry(f"{o.pair.source}\n{o.pair.target}", o.pair.label or _("memory"), o.pair.target)
                for o in memory
            ),
        ]

    def compose(self) -> ComposeResult:
        """List the places."""
        with Vertical(id="box") as box:
            yield EntryPane(
                "",
                _("nowhere: not in the glossary, the project or the memory"),
                commands=False,
                name="places",
            )
            yield KeyWords(_("↑ ↓ move · Enter writes the translation at the cursor · Esc closes"))
        box.border_title = _("“{words}” and its forms").format(words=visible_line(self._words))

    def on_mount(self) -> None:
        """Show the places."""
        pane = self.query_one(EntryPane)
        pane.show(self._entries)
        pane.focus()

    def action_give_up(self) -> None:
        """Take nothing."""
        self.dismiss(None)

    def action_take(self) -> None:
        """Answer with the translation of the selected place."""
        value = self.query_one(EntryPane).value()
        self.dismiss(value if isinstance(value, str) else None)

    def action_walk(self, direction: int) -> None:
        """Go to the next place or the one before."""
        self.query_one(EntryPane).walk(direction)


def _term_entry(term: TermPlace) -> Entry:
    """Return a concept's entry: what is forbidden is seen and never taken; the preferred term is."""
    lines = [" / ".join(term.source), " / ".join(term.allowed)]
    lines += [f"✗ {text}" for text in term.forbidden]
    return _entry("\n".join(lines), _("glossary"), term.allowed[0] if term.allowed else None)


def _entry(text: str, place: str, value: str | None) -> Entry:
    text = f"{text}\n  {place}"
    return Entry(text, (Mark(len(text) - len(place), len(text), MarkKind.MUTED),), value)
