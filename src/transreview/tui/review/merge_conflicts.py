"""Conflicts of a merged file: where they wait, and a decision for each."""

from __future__ import annotations

from pathlib import Path

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.segment import Segment
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench
from transreview.workflow.delivery.conflicts import KeptConflict, decide, kept_conflicts


class MergeConflicts:
    """The actions on conflicts that a merge has left for a decision."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    def tell(self) -> None:
        """Say that conflicts wait, when the project is opened."""
        count = len(kept_conflicts(self._state.project))
        if count:
            self._view.warn(
                ngettext(
                    "{count} conflict of a merged file waits; Ctrl+O shows it.",
                    "{count} conflicts of a merged file wait; Ctrl+O shows them.",
                    count,
                ).format(count=count)
            )

    async def next(self) -> None:
        """Go to the next conflict, behind the current segment first, and ask which text shall stand."""
        from transreview.tui.dialogs.merge_conflict import TAKE_THEIRS, MergeConflict

        waiting = kept_conflicts(self._state.project)
        if not waiting:
            self._view.say(_("No conflict waits."))
            return
        if self._view.desk.is_open and not self._bench.save():
            return
        conflict = self._next_of(waiting)
        self._position.go_to_segment(conflict.segment_id)
        segment = self._state.project.segments.get(conflict.segment_id)
        answer = await self._view.ask(
            MergeConflict(
                by=conflict.by,
                file=Path(conflict.file).name,
                base=conflict.base,
                ours=segment.target,
                theirs=conflict.theirs,
            )
        )
        if answer is None or not self._view.may_write():
            return
        self._settle(conflict, segment, "theirs" if answer == TAKE_THEIRS else "ours")

    def _settle(self, conflict: KeptConflict, segment: Segment, side: str) -> None:
        project = self._state.project
        try:
            decide(project, [(conflict.key, side)])
        except TransreviewError as error:
            self._view.show_error(error)
            return
        after = project.segments.get(conflict.segment_id)
        if after.revision != segment.revision:
            self._bench.accept(segment, after)
        left = len(kept_conflicts(project))
        words = ngettext("Decided; {count} conflict is left.", "Decided; {count} conflicts are left.", left)
        self._view.done(words.format(count=left))

    def _next_of(self, waiting: list[KeptConflict]) -> KeptConflict:
        """Return the first conflict behind the current segment, or the first of all."""
        order = {id_: at for at, id_ in enumerate(self._state.project.segments.ids())}
        current = self._view.current
        here = order.get(current.id, -1) if current is not None else -1
        ahead = [one for one in waiting if order.get(one.segment_id, 0) > here]
        return min(ahead or waiting, key=lambda one: order.get(one.segment_id, 0))
