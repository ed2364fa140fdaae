"""What was exported: when, by whom, where to, and what became of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.project.exports import ExportRecord
    from transreview.tui.widgets.entry_pane import Entry


class ExportList:
    """The list of exports."""

    def __init__(self, bench: Workbench) -> None:
        self._state = bench.state
        self._view = bench.view

    async def list_all(self) -> None:
        """List the exports, the latest first; Enter says what became of the file."""
        from transreview.tui.dialogs.listing import Listing
        from transreview.tui.escape import visible_line
        from transreview.workflow.delivery.export_fate import fate_of

        exports, at = self._state.project.exports, 0
        while True:
            records = exports.all()
            listing = Listing(
                _("Exports"),
                [_entry(one) for one in records],
                enter=_("looks at the file"),
                empty=_("Nothing was given away yet: `transreview export` writes the file."),
                at=at,
            )
            answer = await self._view.ask(listing)
            if answer is None:
                return
            _key, at = answer
            self._view.say(visible_line(fate_of(records[at], exports)))


def _entry(record: ExportRecord) -> Entry:
    from transreview.tui.marks import Mark, MarkKind
    from transreview.tui.widgets.entry_pane import Entry

    head = f"{record.at.astimezone():%Y-%m-%d %H:%M}  {record.user}  {record.format}"
    return Entry(f"{head}\n{record.path}", (Mark(0, len(head), MarkKind.MUTED),), record)
