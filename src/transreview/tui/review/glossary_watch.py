"""Terms and findings follow the glossary: what changes in its files is in force without being asked for.

What a change may alter is looked at again, and nothing else in large articles.
"""

from __future__ import annotations

from collections.abc import Callable
from time import sleep

from transreview.errors import TransreviewError
from transreview.model.article import Article
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Glossary
from transreview.project.project import Project
from transreview.tui.insight import SegmentInsight
from transreview.tui.review.view import is_cancelled
from transreview.tui.review.workbench import Workbench
from transreview.workflow.terms.glossaries import glossary_paths, project_glossary
from transreview.workflow.terms.glossary_session import Stamp, stamp

SECONDS = 3.0
"""Between two looks at the glossary's files."""

BATCH = 50
"""Segments checked again between two looks whether anybody still waits."""

BREATH = 0.005
"""Seconds in which the thread that checks leaves the processor to the screen's."""

GROUP = "insight"
"""Workers that look into segments: one of them at a time."""


class GlossaryWatch:
    """Looks whether the glossary has changed, and takes it over.

    Args:
        bench: The workbench.
        check: Checks the whole article anew.
        use: Takes over what looks into segments.
    """

    def __init__(
        self,
        bench: Workbench,
        *,
        check: Callable[[], None],
        use: Callable[[int, SegmentInsight, TransreviewError | None], None],
    ) -> None:
        self._state = bench.state
        self._view = bench.view
        self._check = check
        self._use = use
        self._stamp: Stamp = ()
        self._checked_by: Glossary | None = None  # while a renewal runs: what the last finished one went by

    def begin(self) -> None:
        """Remember how the glossary's files stand now."""
        self._stamp = self._present_stamp()

    def _present_stamp(self) -> Stamp:
        try:
            return stamp(glossary_paths(self._state.project))
        except TransreviewError as error:
            self._view.show_error(error)
            return self._stamp

    def follow(self) -> None:
        """Look whether the glossary has changed, here or by somebody else, and take it over."""
        present = self._present_stamp()
        if present == self._stamp:
            return
        from transreview.tui.live_insight import SURROUNDED, LiveInsight

        self._stamp, insight = present, self._state.insight
        large = len(self._state.session.ids) > SURROUNDED
        if self._state.checked and large and isinstance(insight, LiveInsight):
            self._checked_by = self._checked_by or insight.glossary
            article, before = self._state.article, self._checked_by
            self._view.run_thread(lambda: self._renew(article, before), GROUP)
        else:
            self._checked_by = None
            self._check()

    def _renew(self, article: Article, before: Glossary) -> None:
        """Load the glossary, show the current segment by it, then check the segments that it touches."""
        from transreview.tui.live_insight import LiveInsight
        from transreview.workflow.terms.occurrences import changed_concepts

        project = self._state.project
        try:
            glossary = project_glossary(project)
        except TransreviewError as error:
            self._view.call(self._use, article.id, LiveInsight(project, article, Glossary()), error)
            return
        self._view.call(self._use, article.id, LiveInsight(project, article, glossary), None)
        with Project.open(project.path, read_only=True, user=project.user) as second:
            self._recheck(second, article, glossary, changed_concepts(before, glossary))

    def _recheck(self, second: Project, article: Article, glossary: Glossary, changed: list[Concept]) -> None:
        from transreview.tui.live_insight import LiveInsight
        from transreview.workflow.terms.occurrences import touched_segments

        own = LiveInsight(second, article, glossary)  # its memory is not shared with the screen's thread
        for _done, ids in touched_segments(second, changed, article_ids=[article.id], batch=BATCH):
            if is_cancelled():
                return
            if not ids:
                continue
            found = ((segment.id, own.findings(segment)) for segment in second.segments.get_many(ids))
            worst = {id_: (findings[0].severity, len(findings)) for id_, findings in found if findings}
            self._view.call(self._rechecked, article.id, ids, worst)
            sleep(BREATH)
        self._view.call(self._renewed)

    def _rechecked(self, article_id: int, ids: list[int], worst: dict[int, tuple[Severity, int]]) -> None:
        """Know what is found in some segments now."""
        if article_id != self._state.article.id:
            return
        for segment_id in ids:
            self._state.worst.pop(segment_id, None)
        self._state.worst.update(worst)
        self._view.rows.update_rows()
        current = self._view.current
        if current is not None and current.id in ids:
            self._view.show_panes()

    def _renewed(self) -> None:
        self._checked_by = None
