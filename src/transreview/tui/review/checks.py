"""The checks of the open article: loaded and run in the background, their results shown."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import sleep

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.project.project import Project
from transreview.tui.insight import Changed, NoInsight, SegmentInsight, is_long
from transreview.tui.review.view import is_cancelled
from transreview.tui.review.workbench import Workbench
from transreview.tui.widgets.lines import MessageKind

INDEX_PAUSE = 0.05
"""Seconds between two portions of the search index, for the keys to get through."""

WARMED = 30
"""Segments below those on the screen that are looked at before the screen asks: it asks for them next."""

TOLD_FROM = 2_000
"""Segments from which on the progress of the checks is shown."""


_COLLECT = gc.get_threshold()
_COLLECT_NEW_ONLY = (*_COLLECT[:2], 1_000_000)


@contextmanager
def _collecting_new_things_only() -> Iterator[None]:
    """Keep the collector from what stays: a look through a large article stops every thread for a second."""
    gc.set_threshold(*_COLLECT_NEW_ONLY)
    try:
        yield
    finally:
        gc.freeze()  # texts and findings stay, and are in no circles
        gc.set_threshold(*_COLLECT)


class Checks:
    """Loads glossary and checks, and knows what they find."""

    GROUP = "insight"

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view

    def start(self) -> None:
        """Load glossary and checks, then check all segments; on a connection of its own."""
        seen = self._view.rows.visible_rows()
        shown = [self._view.segment_at(index) for index in range(seen.start, seen.stop + WARMED)]
        self._view.run_thread(lambda: self._check([one for one in shown if one is not None]), self.GROUP)

    def _check(self, shown: Sequence[Segment]) -> None:
        with _collecting_new_things_only():
            self._check_all(shown)

    def _check_all(self, shown: Sequence[Segment]) -> None:
        from transreview.tui.live_insight import LiveInsight
        from transreview.workflow.terms.glossaries import project_glossary

        article, project = self._state.article, self._state.project
        problem: TransreviewError | None = None
        try:
            glossary = project_glossary(project)
        except TransreviewError as error:
            problem, glossary = error, LiveInsight.NOTHING
        insight = LiveInsight(project, article, glossary)
        for segment in shown:  # what the first texts cost is not to be paid by the screen
            if not is_long(segment):
                insight.terms(segment)
                insight.findings(segment)
        if is_cancelled():
            return
        self._view.call(self.use, article.id, insight, problem)
        with Project.open(project.path, read_only=True, user=project.user) as second:
            self._view.call(self._show, article.id, insight.load(second))
            self._view.call(self._bench.follow_findings)  # what changed while that was read
            self.fill(article.id, insight)
            if is_cancelled():
                return
            self._tell_of_header(second, article)
            insight.keep(second)
            while second.search.grow() and not is_cancelled():  # so that a search need not read all texts
                sleep(INDEX_PAUSE)

    def fill(self, article_id: int, insight: SegmentInsight) -> None:
        """Check what was not checked yet, the nearest segments first, and show it; in a thread."""
        for changed in insight.fill(max(self._view.rows.current, 0), is_cancelled):
            self._view.call(self._show, article_id, changed)
        if not is_cancelled():
            self._view.call(self._finish, article_id)

    def _tell_of_header(self, project: Project, article: Article) -> None:
        """Say what is wrong with the header of the article's catalog: no segment of the list has it."""
        from transreview.workflow.quality.checking import check_kept_header, team_checks

        checked = check_kept_header(project, article, "", team_checks(project.path))
        faults = [finding.message for text in checked for finding in text.findings]
        if faults and article.id == self._state.article.id:
            words = _("The catalog itself: {fault}. `transreview check` tells all of it.")
            self._view.call(self._view.warn, words.format(fault=faults[0]))

    def resume(self) -> None:
        """Check what a change has left unchecked."""
        article_id, insight = self._state.article.id, self._state.insight
        self._view.run_thread(lambda: self._go_on(article_id, insight), self.GROUP)

    def _go_on(self, article_id: int, insight: SegmentInsight) -> None:
        with _collecting_new_things_only():
            self.fill(article_id, insight)

    def renew(self) -> None:
        """Load the glossary, and check again what its change touches."""
        article_id, insight = self._state.article.id, self._state.insight
        self._view.run_thread(lambda: self._renew(article_id, insight), self.GROUP)

    def _renew(self, article_id: int, insight: SegmentInsight) -> None:
        from transreview.workflow.terms.glossaries import project_glossary

        problem: TransreviewError | None = None
        try:
            glossary = project_glossary(self._state.project)
        except TransreviewError as error:
            problem, glossary = error, Glossary()
        changed = insight.renew(glossary)
        self._view.call(self.use, article_id, insight, problem)
        self._view.call(self._show, article_id, changed)
        self._go_on(article_id, insight)

    def use(self, article_id: int, insight: SegmentInsight, problem: TransreviewError | None = None) -> None:
        """Mark terms and findings from now on."""
        if article_id != self._state.article.id:
            return
        self._state.insight = insight
        self._view.rows.update_rows()
        self._view.show_panes()
        if problem:
            self._view.show_error(problem)

    def _show(self, article_id: int, changed: Changed) -> None:
        """Show what is known of some segments now, and how far the checks have come."""
        if article_id != self._state.article.id:
            return
        self._view.show_findings(changed)
        done, count = self._state.insight.progress
        if not self._state.checked and count >= TOLD_FROM and done < count and self._is_idle():
            self._view.status.say(
                _("Checking segments: {done} of {count}.").format(done=done, count=count), MessageKind.STATE
            )

    def _is_idle(self) -> bool:
        """Whether no message stands that somebody may still want to read."""
        return self._view.said_at is None

    def _finish(self, article_id: int) -> None:
        """Know that all segments were checked."""
        if article_id != self._state.article.id:
            return
        if not self._state.insight.is_complete:  # segments came or went in the middle of it
            self.resume()
            return
        self._state.checked = True
        self._view.show_panes()
        if self._is_idle():
            self._view.show_state()

    def failed(self, error: BaseException | None) -> None:
        """Go on without checks when one of them fails, but say so."""
        words = _("The checks stopped by a fault of theirs ({error}); everything else works.")
        if isinstance(self._state.insight, NoInsight):
            self._state.insight.is_awaited = False
            self._view.show_panes()
        self._view.say(words.format(error=f"{type(error).__name__}: {error}"), MessageKind.ERROR)
