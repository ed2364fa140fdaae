"""Mending the alignment: merge, split, and paragraphs that move to the neighbour."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.segment import Segment
from transreview.project.restructure.structure import Direction
from transreview.tui.review.workbench import Workbench


class Alignment:
    """The actions that change which paragraphs stand side by side."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._project = bench.state.project
        self._view = bench.view

    def merge(self) -> None:
        """Make one segment of this and the next."""
        segment = self._movable()
        if segment is None:
            return
        try:
            after = self._project.structure.merge(segment.id, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._show([after], segment, _("Merged with the next; {undo} undoes."))

    async def split(self) -> None:
        """Ask where the segment is cut, and cut it."""
        from transreview.tui.dialogs.split import SplitDialog

        segment = self._movable()
        if segment is None:
            return
        cut = await self._view.ask(SplitDialog(segment.source, segment.target))
        if cut is None:
            return
        try:
            halves = self._project.structure.split(segment.id, *cut, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._show(halves, segment, _("Split in two; {undo} undoes."))

    def target_up(self) -> None:
        """Give the first paragraph of the translation to the segment before."""
        self._shift(Side.TARGET, "previous")

    def target_down(self) -> None:
        """Give the last paragraph of the translation to the next segment."""
        self._shift(Side.TARGET, "next")

    def source_up(self) -> None:
        """Give the first paragraph of the source to the segment before."""
        self._shift(Side.SOURCE, "previous")

    def source_down(self) -> None:
        """Give the last paragraph of the source to the next segment."""
        self._shift(Side.SOURCE, "next")

    def pin(self) -> None:
        """Vouch for the alignment of the segment, or take that back."""
        segment = self._bench.ready()
        if segment is None:
            return
        try:
            after = self._project.segments.set_fixed(segment.id, not segment.fixed, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.reread()
        self._view.undoable(
            _("The alignment is pinned: aligning again leaves it alone. {undo} undoes.")
            if after.fixed
            else _("The pin is out: aligning again may change this segment. {undo} undoes.")
        )

    def _shift(self, side: Side, direction: Direction) -> None:
        segment = self._movable()
        if segment is None:
            return
        try:
            after = self._project.structure.shift(segment.id, side, direction, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        words = _("Moved down; {undo} undoes.") if direction == "next" else _("Moved up; {undo} undoes.")
        self._show(after, segment, words)

    def _movable(self) -> Segment | None:
        """Return the current segment when its paragraphs may move; say why when they may not."""
        segment = self._bench.ready()
        if segment is not None and self._project.pairs.of(segment.id) is not None:
            self._view.warn(
                _("Units of a bilingual file stay as the file has them: nothing joined, cut or moved.")
            )
            return None
        return segment

    def _show(self, after: Sequence[Segment], before: Segment, words: str) -> None:
        """Show what a segment has become; text that was confirmed may have changed, which is said."""
        ids = [segment.id for segment in after]
        self._bench.reread(go_to=before.id if before.id in ids else ids[0])
        dropped = before.status.is_done and not any(segment.status.is_done for segment in after)
        again = " " + _("It has to be confirmed again.") if dropped else ""
        self._view.undoable(words + again)
