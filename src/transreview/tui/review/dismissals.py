"""Findings that somebody has judged to be none: listed, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.project.dismissals import Dismissal
    from transreview.tui.widgets.entry_pane import Entry


class Dismissals:
    """The action on dismissed findings."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    async def list_all(self) -> None:
        """List what was dismissed, the latest first; reinstate one, or go to its segment."""
        from transreview.tui.dialogs.listing import Listing

        at = 0
        while True:
            found = sorted(
                self._state.project.dismissals.all().values(), key=lambda one: one.at, reverse=True
            )
            entries = [self._entry(one) for one in found]
            commands = {"r": _("counts as a finding again")}
            answer = await self._view.ask(
                Listing(
                    _("Dismissed findings"),
                    entries,
                    commands=commands,
                    empty=_("No finding is dismissed: {key} dismisses one, with a reason.").format(
                        key=self._view.key("dismiss_finding")
                    ),
                    at=at,
                )
            )
            if answer is None:
                return
            key, at = answer
            if key == "enter":
                self._position.go_to_segment(found[at].segment_id)
                return
            if self._view.may_write():
                self._reinstate(found[at])

    def _reinstate(self, dismissal: Dismissal) -> None:
        try:
            self._state.project.dismissals.reinstate(dismissal.fingerprint)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.reread()
        self._view.undoable(_("It counts again; {undo} undoes."))

    def _entry(self, dismissal: Dismissal) -> Entry:
        from transreview.tui.marks import Mark, MarkKind
        from transreview.tui.widgets.entry_pane import Entry

        head = f"{dismissal.at.astimezone():%Y-%m-%d %H:%M}  {dismissal.user}"
        segment = self._state.project.segments.get_many([dismissal.segment_id])
        about = " → ".join(part for part in (dismissal.found, dismissal.expected) if part)
        text = "\n  ".join(
            part
            for part in (
                f"{head}  {segment[0].key if segment else '?'}  {dismissal.check}",
                about,
                dismissal.reason,
                segment[0].target[:160] if segment else "",
            )
            if part
        )
        return Entry(text, (Mark(0, len(head), MarkKind.MUTED),), dismissal)
