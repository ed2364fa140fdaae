"""Terms and findings follow the glossary: what changes in its files is in force without being asked for."""

from __future__ import annotations

from dataclasses import dataclass
from time import sleep

from textual import on, work
from textual.message import Message

from transreview.errors import TransreviewError
from transreview.model.article import Article
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Glossary
from transreview.project.project import Project
from transreview.tui.review.background import Background, is_stopped
from transreview.workflow.terms.glossaries import glossary_paths, project_glossary
from transreview.workflow.terms.glossary_session import Stamp, stamp

WATCH_SECONDS = 3.0
BATCH = 50
"""Segments checked again between two looks whether anybody still waits."""

BREATH = 0.005
"""Seconds in which the thread that checks leaves the processor to the screen's."""


class Renewing(Background):
    """Looks again at what a change of the glossary may alter, and at nothing else in large articles."""

    _stamp: Stamp = ()
    _checked_by: Glossary | None = None  # while a renewal runs: what the last finished one went by

    @dataclass
    class Rechecked(Message):
        """Some segments were checked again: those looked at, and the worst finding and number of findings.

        The last message of a renewal has `done` set.
        """

        article_id: int
        looked_at: list[int]
        worst: dict[int, tuple[Severity, int]]
        done: bool = False

    def on_mount(self) -> None:
        """Watch the glossary's files from now on."""
        self._stamp = self._present_stamp()
        self.set_interval(WATCH_SECONDS, self.follow_glossary)

    def _present_stamp(self) -> Stamp:
        try:
            return stamp(glossary_paths(self.session.project))
        except TransreviewError as error:
            self.tell(error)
            return self._stamp

    def follow_glossary(self) -> None:
        """Look whether the glossary has changed, here or by somebody else, and take it over."""
        from transreview.tui.live_insight import SURROUNDED, LiveInsight

        present = self._present_stamp()
        if present == self._stamp:
            return
        self._stamp, insight = present, self.insight
        if self.checked and len(self.session.ids) > SURROUNDED and isinstance(insight, LiveInsight):
            self._checked_by = self._checked_by or insight.glossary
            self._renew(self.session.article, self._checked_by)
        else:
            self._checked_by = None
            self.look_in()

    @work(thread=True, exclusive=True, group="insight", exit_on_error=False)
    def _renew(self, article: Article, before: Glossary) -> None:
        """Load the glossary, show the current segment by it, then check the segments that it touches."""
        from transreview.tui.live_insight import LiveInsight
        from transreview.workflow.terms.occurrences import changed_concepts

        project = self.session.project
        try:
            glossary = project_glossary(project)
        except TransreviewError as error:
            self.post_message(self.Insightful(article.id, LiveInsight(project, article, Glossary()), error))
            return
        insight = LiveInsight(project, article, glossary)
        self.post_message(self.Insightful(article.id, insight))
        with Project.open(project.path, read_only=True, user=project.user) as second:
            self._recheck(second, article, glossary, changed_concepts(before, glossary))

    def _recheck(self, second: Project, article: Article, glossary: Glossary, changed: list[Concept]) -> None:
        from transreview.tui.live_insight import LiveInsight
        from transreview.workflow.terms.occurrences import touched_segments

        own = LiveInsight(second, article, glossary)  # its memory is not shared with the screen's thread
        for _done, ids in touched_segments(second, changed, article_ids=[article.id], batch=BATCH):
            if is_stopped():
                return
            if not ids:
                continue
            found = ((segment.id, own.findings(segment)) for segment in second.rows(ids))
            worst = {id_: (findings[0].severity, len(findings)) for id_, findings in found if findings}
            self.post_message(self.Rechecked(article.id, ids, worst))
            sleep(BREATH)
        self.post_message(self.Rechecked(article.id, [], {}, done=True))

    @on(Rechecked)
    def rechecked(self, event: Rechecked) -> None:
        """Know what is found in the segments now."""
        if event.done:
            self._checked_by = None
        if event.article_id != self.session.article.id:
            return
        for segment_id in event.looked_at:
            self.worst.pop(segment_id, None)
        self.worst.update(event.worst)
        self.rows.update_rows()
        current = self.current
        if current is not None and current.id in event.looked_at:
            self.show_panes()
