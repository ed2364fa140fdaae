"""The checks of the open article: loaded and run in the background, their results shown."""

from __future__ import annotations

from time import sleep

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.project.project import Project
from transreview.tui.insight import Overview, SegmentInsight
from transreview.tui.review.view import is_cancelled
from transreview.tui.review.workbench import Workbench
from transreview.tui.widgets.lines import MessageKind

INDEX_PAUSE = 0.05
"""Seconds between two portions of the search index, for the keys to get through."""


class Checks:
    """Loads glossary and checks, and knows what they find."""

    GROUP = "insight"

    def __init__(self, bench: Workbench) -> None:
        self._state = bench.state
        self._view = bench.view

    def start(self) -> None:
        """Load glossary and checks, then check all segments; on a connection of its own."""
        self._view.run_thread(self._check, self.GROUP)

    def _check(self) -> None:
        from transreview.tui.live_insight import LiveInsight, look_over
        from transreview.workflow.terms.glossaries import project_glossary

        article, project = self._state.article, self._state.project
        problem: TransreviewError | None = None
        try:
            glossary = project_glossary(project)
        except TransreviewError as error:
            problem, glossary = error, LiveInsight.NOTHING
        insight = LiveInsight(project, article, glossary)
        if is_cancelled():
            return
        self._view.call(self.use, article.id, insight, problem)
        with Project.open(project.path, read_only=True, user=project.user) as second:
            overview = look_over(second, article, glossary, is_cancelled)
            if is_cancelled():
                return
            self._view.call(self._checked, article.id, overview)
            while second.search.grow() and not is_cancelled():  # so that a search need not read all texts
                sleep(INDEX_PAUSE)

    def use(self, article_id: int, insight: SegmentInsight, problem: TransreviewError | None = None) -> None:
        """Mark terms and findings from now on."""
        if article_id != self._state.article.id:
            return
        self._state.insight = insight
        self._view.rows.update_rows()
        self._view.show_panes()
        if problem:
            self._view.show_error(problem)

    def _checked(self, article_id: int, overview: Overview) -> None:
        """Know which segments have findings."""
        if article_id != self._state.article.id:
            return
        self._state.worst, self._state.checked = overview.worst, True
        self._state.insight.take_over(overview)
        self._view.rows.update_rows()
        self._view.show_panes()
        if self._view.status.kind is MessageKind.STATE:
            self._view.show_state()

    def failed(self, error: BaseException | None) -> None:
        """Go on without checks when one of them fails, but say so."""
        words = _("The checks stopped by a fault of theirs ({error}); everything else works.")
        self._view.say(words.format(error=f"{type(error).__name__}: {error}"), MessageKind.ERROR)
