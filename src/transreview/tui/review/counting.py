"""How many segments have come how far, and how long all texts are: found out in the background."""

from __future__ import annotations

from array import array

from transreview.model.segment import Status
from transreview.tui.review.state import Lengths
from transreview.tui.review.workbench import Workbench


class Counting:
    """Counts and measures the open article."""

    def __init__(self, bench: Workbench) -> None:
        self._state = bench.state
        self._view = bench.view

    def count(self) -> None:
        """Count the segments by status in the background."""
        self._view.run_thread(self._count, "count")

    def _count(self) -> None:
        article_id = self._state.article.id
        progress = self._state.project.progress(article_id)
        self._view.call(self._counted, article_id, dict(progress.by_status), progress.needs_work)

    def _counted(self, article_id: int, counts: dict[Status, int], flags: int) -> None:
        """Show the counts."""
        if article_id == self._state.article.id:
            self._state.counts, self._state.flags = counts, flags
            self._view.show_header()

    def measure(self) -> None:
        """Read how long all texts are, for the scroll bar."""
        self._view.run_thread(self._measure, "estimate")

    def _measure(self) -> None:
        self._state.session.load()  # the first key that needs the order of all segments shall not wait for it
        article_id = self._state.article.id
        sources, targets = array("I"), array("I")
        for _id, source, target in self._state.project.segments.spans(article_id):
            sources.append(source)
            targets.append(target)
        self._view.call(self._measured, Lengths(article_id, sources, targets))

    def _measured(self, lengths: Lengths) -> None:
        """Guess the heights of all rows from the lengths of their texts."""
        self._state.lengths = lengths
        self._view.estimate_heights()
