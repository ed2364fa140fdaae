"""The panes beside or below the text: terms, findings, memory, comments, history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from transreview.i18n import _

if TYPE_CHECKING:
    from transreview.memory.matches import Match
    from transreview.model.annotation import Comment
    from transreview.model.finding import Finding
    from transreview.model.journal import SegmentChange
    from transreview.terminology.segment_terms import ConceptUse
    from transreview.tui.marks import Mark
    from transreview.tui.widgets.entry_pane import EntryPane


class Panes(Vertical):
    """Five panes: all of them beside the text where there is room, else one at a time below it.

    They are made, and the files they need read, when the first is asked for: the first picture waits
    for none of them.
    """

    DEFAULT_CSS = """
    Panes { width: 36; height: 1fr; background: $surface; }
    Panes > #terms { height: 3fr; }
    Panes > #findings { height: 3fr; }
    Panes > #memory { height: 2fr; }
    Panes > #memory.-unused { display: none; }
    Panes > #comments { height: 1fr; min-height: 3; }
    Panes > #history { height: 2fr; }
    """

    @cached_property
    def all(self) -> dict[str, EntryPane]:
        """The five panes by name, in order."""
        from transreview.tui.widgets.entry_pane import EntryPane

        panes = (
            EntryPane(_("Terms"), _("no terms in the source"), numbered=True, name="terms"),
            EntryPane(_("Findings"), _("no findings"), numbered=True, name="findings"),
            EntryPane(_("Memory"), _("nothing like it in the memory"), numbered=True, name="memory"),
            EntryPane(_("Comments"), _("no comments"), name="comments"),
            EntryPane(_("History"), _("not changed yet"), name="history"),
        )
        panes[2].add_class("-unused")  # until there is something in it, or somebody goes there
        self.mount(*panes)
        return {str(pane.id): pane for pane in panes}

    def pane(self, name: str) -> EntryPane:
        """Return a pane by its name."""
        return self.all[name]

    @property
    def focused_pane(self) -> EntryPane | None:
        """The pane that has the keyboard, or None."""
        return next((pane for pane in self.all.values() if pane.has_focus), None)

    @cached_property
    def _entries(self) -> ModuleType:
        """What makes entries of what is shown."""
        from transreview.tui.widgets import pane_entries

        return pane_entries

    def styled(self, text: str, marks: Sequence[Mark]) -> Text:
        """Return a marked text for a dialog."""
        styled: Text = self._entries.styled(text, marks, self.app.theme_variables)
        return styled

    def show_waiting(self, *, loading: bool) -> None:
        """Say that terms and findings are still looked for; an empty pane would say there are none."""
        self.pane("terms").say_when_empty(_("looking…") if loading else _("no terms in the source"))
        self.pane("findings").say_when_empty(_("checking…") if loading else _("no findings"))

    def show_terms(self, terms: Sequence[ConceptUse]) -> None:
        """Show the terms of a segment, numbered as they can be inserted."""
        self.pane("terms").show([self._entries.term_entry(use) for use in terms])

    def show_findings(self, findings: Sequence[Finding], texts: Sequence[str]) -> None:
        """Show findings, and what the symbols for hidden characters in the texts mean."""
        self.pane("findings").show(self._entries.finding_entries(findings, texts))

    def show_memory(self, matches: Sequence[Match], source: str) -> None:
        """Show what the memory has for a source text, numbered as it can be inserted."""
        pane = self.pane("memory")
        if matches:
            pane.remove_class("-unused")
        pane.show([self._entries.match_entry(match, source) for match in matches])

    def memory_texts(self) -> list[str]:
        """Return the translations that the memory pane shows."""
        from transreview.memory.matches import Match

        return [match.pair.target for match in self.pane("memory").values() if isinstance(match, Match)]

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show the comments on a segment, the latest first."""
        self.pane("comments").show([self._entries.comment_entry(comment) for comment in reversed(comments)])

    def show_history(self, changes: Sequence[SegmentChange]) -> None:
        """Show what happened to a segment, the latest first."""
        self.pane("history").show(self._entries.history_entries(changes))
