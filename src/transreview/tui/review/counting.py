"""How many segments have come how far, and how long all texts are: found out in the background."""

from __future__ import annotations

from array import array

from transreview.model.segment import Status
from transreview.project.project import Project
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
        article_id, project = self._state.article.id, self._state.project
        # On a connection of its own: nobody who shows a segment has to wait until all were read.
        with Project.open(project.path, read_only=True, user=project.user) as second:
            progress = second.progress(article_id)
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
        article, project = self._state.article, self._state.project
        sources, targets = array("I"), array("I")
        with Project.open(project.path, read_only=True, user=project.user) as second:
            second.segments.ids(article.id)
            project.segments.take_order(second.segments)
            for _id, source, target in second.segments.spans(article.id):
                sources.append(source)
                targets.append(target)
        self._state.session.load()  # the first key that needs the order of all segments shall not wait for it
        lengths = Lengths(article.id, sources, targets)
        self._view.heights_of(lengths)
        self._view.call(self._measured, lengths)

    def _measured(self, lengths: Lengths) -> None:
        """Guess the heights of all rows from the lengths of their texts."""
        self._state.lengths = lengths
        self._view.estimate_heights()
