"""The panes beside the text, the comparison with the machine translation."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.presenting import comparison
from transreview.tui.review.workbench import Workbench


class PaneControl:
    """The actions that show more or less beside the text."""

    def __init__(self, bench: Workbench) -> None:
        self._state = bench.state
        self._view = bench.view
        self._panes = bench.view.panes

    async def diff(self) -> None:
        """Show or hide in every translation what was changed; from the editor, show it for this one."""
        from transreview.tui.dialogs.reading import Reading

        view, segment = self._view, self._view.desk.segment
        if segment is not None:
            text, marks = comparison(segment.machine, view.desk.editor.content)
            shown = self._panes.styled(text, marks)
            await view.ask(Reading(_("Changes to the machine translation"), shown))
            return
        self._state.compared = not self._state.compared
        view.rows.update_rows()
        view.say(
            _("Changes to the machine translation are shown.")
            if self._state.compared
            else _("Changes are hidden.")
        )

    def all_terms(self) -> None:
        """Mark the terms of every segment, or only those of the current one and the wrong ones elsewhere."""
        self._state.all_terms = not self._state.all_terms
        self._view.rows.mark_again(lambda _row: True)
        self._view.say(
            _("All terms are underlined.")
            if self._state.all_terms
            else _("Terms are underlined in the current segment, and elsewhere those that are wrong.")
        )

    def terms(self) -> None:
        """Go to the terms."""
        self._go_to("terms")

    def findings(self) -> None:
        """Go to the findings."""
        self._go_to("findings")

    def memory(self) -> None:
        """Go to the matches of the memory."""
        self._panes.pane("memory").remove_class("-unused")
        self._go_to("memory")

    def comments(self) -> None:
        """Go to the comments."""
        self._go_to("comments")

    def history(self) -> None:
        """Go to the history."""
        self._go_to("history")

    def _go_to(self, name: str) -> None:
        """Show a pane and put the keyboard there."""
        self._view.show_panes()
        self._view.let_go_of_message()
        self._panes.add_class("-open")
        for pane in self._panes.all.values():
            pane.set_class(pane.id == name, "-active")
        self._panes.pane(name).focus()

    def next_pane(self) -> None:
        """Go to the next pane."""
        panes = list(self._panes.all.values())
        focused = self._panes.focused_pane
        at = panes.index(focused) if focused else -1
        self._go_to(panes[(at + 1) % len(panes)].id or "terms")

    def back(self) -> None:
        """Leave the panes for the text."""
        self._view.leave_panes()

    def toggle(self) -> None:
        """Hide the panes, or show them; on a narrow screen, where one at a time has room, go to the terms."""
        if self._view.screen.has_class("-narrow"):
            self._go_to("terms")
            return
        self._panes.remove_class("-open")
        self._panes.toggle_class("-hidden")
        self._view.screen.call_after_refresh(self._view.show_panes)

    def line_down(self) -> None:
        """Go down in a pane."""
        self._walk(1)

    def line_up(self) -> None:
        """Go up in a pane."""
        self._walk(-1)

    def _walk(self, direction: int) -> None:
        if self._panes.focused_pane:
            self._panes.focused_pane.walk(direction)
