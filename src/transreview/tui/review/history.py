"""What happened to the segment and to the project, and bringing back what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.journal import JournalEntry, SegmentChange
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.tui.widgets.entry_pane import Entry

LISTED = 300
"""Changes that are listed at once."""


class History:
    """The actions on earlier states."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    def bring_back(self, change: SegmentChange) -> None:
        """Give the segment the text it had after a change: into the editor where it is open."""
        view, segment = self._view, self._bench.segment
        if segment is None or not view.may_write():
            return
        if change.after is None:
            view.say(_("There was no text then."))
            return
        if view.desk.is_open:
            view.desk.editor.put(change.after)
            view.leave_panes()
            view.say(_("The text of that time is in the editor; Ctrl+Z brings yours back."))
            return
        try:
            after = self._state.project.segments.bring_back(segment.id, change, revision=segment.revision)
        except TransreviewError as error:
            view.show_error(error)
            return
        self._bench.accept(segment, after)
        view.leave_panes()
        view.undoable(_("The text of that time is back; {undo} undoes."))

    async def changes(self) -> None:
        """List the project's changes by person and time; go to the one that is chosen."""
        from transreview.tui.dialogs.listing import Listing

        journal = self._state.project.journal
        people: list[str | None] = [None, *journal.users()]
        person: str | None = None
        while True:
            entries = journal.entries(LISTED, user=person)
            title = _("Changes by {user}").format(user=person) if person else _("Changes by everybody")
            listing = Listing(title, [_entry(one) for one in entries], commands={"p": _("next person")})
            answer = await self._view.ask(listing)
            if answer is None:
                return
            key, at = answer
            if key == "enter":
                self._go_to(entries[at])
                return
            person = people[(people.index(person) + 1) % len(people)]

    def _go_to(self, entry: JournalEntry) -> None:
        if entry.segment_ids:
            self._position.go_to_segment(entry.segment_ids[0])
        else:
            self._view.say(_("This change touched no segment."))


def _entry(entry: JournalEntry) -> Entry:
    from transreview.tui.marks import Mark, MarkKind
    from transreview.tui.widgets.entry_pane import Entry
    from transreview.workflow.journal_sentences import told

    head = f"{entry.at.astimezone():%Y-%m-%d %H:%M}  {entry.user}"
    return Entry(f"{head}  {told(entry)}", (Mark(0, len(head), MarkKind.MUTED),), entry)
