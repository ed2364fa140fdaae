"""Mending the alignment: merge, split, and paragraphs that move to the neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.segment import Segment
from transreview.project.structure import Direction
from transreview.tui.dialogs.split import SplitDialog
from transreview.tui.review.reviewing import Reviewing


class Aligning(Reviewing):
    """The actions that change which paragraphs stand side by side."""

    def action_merge(self) -> None:
        """Make one segment of this and the next."""
        segment = self.ready()
        if segment is None:
            return
        try:
            after = self.session.project.merge(segment.id, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        self._show([after], segment, _("Merged with the next; U undoes."))

    @work
    async def action_split(self) -> None:
        """Ask where the segment is cut, and cut it."""
        segment = self.ready()
        if segment is None:
            return
        cut = await self.app.push_screen_wait(SplitDialog(segment.source, segment.target))
        if cut is None:
            return
        try:
            halves = self.session.project.split(segment.id, *cut, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        self._show(halves, segment, _("Split in two; U undoes."))

    def action_target_up(self) -> None:
        """Give the first paragraph of the translation to the segment before."""
        self._shift(Side.TARGET, "previous")

    def action_target_down(self) -> None:
        """Give the last paragraph of the translation to the next segment."""
        self._shift(Side.TARGET, "next")

    def action_source_up(self) -> None:
        """Give the first paragraph of the source to the segment before."""
        self._shift(Side.SOURCE, "previous")

    def action_source_down(self) -> None:
        """Give the last paragraph of the source to the next segment."""
        self._shift(Side.SOURCE, "next")

    def _shift(self, side: Side, direction: Direction) -> None:
        segment = self.ready()
        if segment is None:
            return
        try:
            after = self.session.project.shift(segment.id, side, direction, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        words = _("Moved down; U undoes.") if direction == "next" else _("Moved up; U undoes.")
        self._show(after, segment, words)

    def _show(self, after: Sequence[Segment], before: Segment, words: str) -> None:
        """Show what a segment has become; text that was confirmed may have changed, which is said."""
        ids = [segment.id for segment in after]
        self.reread(ids, go_to=before.id if before.id in ids else ids[0])
        dropped = before.status.is_done and not any(segment.status.is_done for segment in after)
        self.done(words + (" " + _("It has to be confirmed again.") if dropped else ""))
