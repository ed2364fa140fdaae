"""What goes on while a person reviews: counting, measuring, checking, looking for others' changes."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from time import sleep

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.languages import language
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.insight import Overview, SegmentInsight
from transreview.tui.review.replacing import Replacing
from transreview.tui.widgets.lines import MessageKind, StatusLine

INDEX_PAUSE = 0.05
"""Seconds between two portions of the search index, for the keys to get through."""

WIDE_SCRIPTS = {"Hani", "Hans", "Hant", "Jpan", "Kore", "Hang"}
"""Scripts whose characters take two cells."""


class Background(Replacing):
    """The work in other threads, whose results come back as messages."""

    @dataclass
    class Counted(Message):
        """Segments by status, counted in the background."""

        article_id: int
        counts: dict[Status, int]
        flags: int

    @dataclass
    class Estimated(Message):
        """Characters of all texts of an article, read in the background."""

        article_id: int
        sources: array[int]
        targets: array[int]

    @dataclass
    class Insightful(Message):
        """Glossary and checks of an article are loaded."""

        article_id: int
        insight: SegmentInsight
        problem: TransreviewError | None = None

    @dataclass
    class Checked(Message):
        """All segments of an article were checked."""

        article_id: int
        overview: Overview

    _lengths: Estimated | None = None

    def start_background(self) -> None:
        """Count, estimate and check once the first screen is painted."""
        self.recount()
        self.estimate()
        self.look_in()
        self.tell_of_drafts()
        for conflict in self.keymap.conflicts:
            self.warn(conflict)
        if not self.keymap.conflicts and self.session.project.read_only:
            self.warn(_("The project is open for reading only: nothing can be changed here."))

    def recount(self) -> None:
        """Count the segments by status in the background."""
        self._count()

    @work(thread=True, exclusive=True, group="count")
    def _count(self) -> None:
        article_id = self.session.article.id
        progress = self.session.project.progress(article_id)
        self.post_message(self.Counted(article_id, dict(progress.by_status), progress.needs_work))

    @on(Counted)
    def counted(self, event: Counted) -> None:
        """Show the counts."""
        if event.article_id == self.session.article.id:
            self.counts, self.flags = event.counts, event.flags
            self.show_header()

    def estimate(self) -> None:
        """Read how long all texts are, for the scroll bar."""
        self._measure()

    @work(thread=True, exclusive=True, group="estimate")
    def _measure(self) -> None:
        article_id = self.session.article.id
        sources, targets = array("I"), array("I")
        for _id, source, target in self.session.project.spans(article_id):
            sources.append(source)
            targets.append(target)
        self.post_message(self.Estimated(article_id, sources, targets))

    @on(Estimated)
    def estimated(self, event: Estimated) -> None:
        """Guess the heights of all rows from the lengths of their texts."""
        self._lengths = event
        self.use_lengths()

    def use_lengths(self) -> None:
        """Guess the heights of all rows shown, if their lengths are known."""
        lengths, article = self._lengths, self.session.article
        if lengths and lengths.article_id == article.id and len(lengths.sources) == len(self.session):
            wide = language(article.source_language).scripts[0] in WIDE_SCRIPTS
            self.rows.estimate(lengths.sources, lengths.targets, 2 if wide else 1)

    @work(thread=True, exclusive=True, group="insight", exit_on_error=False)
    def look_in(self) -> None:
        """Load glossary and checks, then check all segments; on a connection of its own."""
        from transreview.tui.live_insight import LiveInsight, look_over
        from transreview.workflow.terms.glossaries import project_glossary

        article, project = self.session.article, self.session.project
        problem: TransreviewError | None = None
        try:
            glossary = project_glossary(project)
        except TransreviewError as error:
            problem, glossary = error, LiveInsight.NOTHING
        insight = LiveInsight(project, article, glossary)
        if is_stopped():
            return
        self.post_message(self.Insightful(article.id, insight, problem))
        with Project.open(project.path, read_only=True, user=project.user) as second:
            overview = look_over(second, article, glossary, is_stopped)
            if is_stopped():
                return
            self.post_message(self.Checked(article.id, overview))
            while second.grow_index() and not is_stopped():  # so that a search need not read all texts
                sleep(INDEX_PAUSE)

    @on(Insightful)
    def insightful(self, event: Insightful) -> None:
        """Mark terms and findings from now on."""
        if event.article_id != self.session.article.id:
            return
        self.insight = event.insight
        self.rows.update_rows()
        self.show_panes()
        if event.problem:
            self.tell(event.problem)

    @on(Checked)
    def all_checked(self, event: Checked) -> None:
        """Know which segments have findings."""
        if event.article_id == self.session.article.id:
            self.worst, self.checked = event.overview.worst, True
            self.insight.take_over(event.overview)
            self.rows.update_rows()
            self.show_panes()
            if self.query_one(StatusLine).kind is MessageKind.STATE:
                self.show_state()

    def tell_of_drafts(self) -> None:
        """Say which segments have unsaved text of this user, from a session that was cut short."""
        waiting = []
        for draft in self.session.project.drafts():
            index = self.session.index_of(draft.segment_id)
            segment = None if index is None else self.segment_at(index)
            if segment and draft.text.strip() != segment.target:
                waiting.append(str(segment.position + 1))
        if waiting:
            self.warn(
                _("Unsaved text of yours is kept for segment {numbers}: open it to go on.").format(
                    numbers=", ".join(waiting[:5])
                )
            )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on without checks when one of them fails, but say so."""
        if event.state is WorkerState.ERROR and event.worker.group == "insight":
            error = event.worker.error
            self.say(
                _("The checks stopped by a fault of theirs ({error}); everything else works.").format(
                    error=f"{type(error).__name__}: {error}"
                ),
                MessageKind.ERROR,
            )

    def look_for_others(self) -> None:
        """Show what another program has written to the project meanwhile."""
        try:
            changed = self.session.changed_elsewhere()
            if changed is None:
                return
            before = self.desk.segment
            self.insight.forget_findings()
            self.reread(changed)
            if before is None:
                self.say(_("Somebody else changed the project; it was read again."))
                return
            now = self.session.project.segment(before.id)
            if now.revision != before.revision:
                self.warn(_("Somebody else changed this segment meanwhile; saving will show you both texts."))
        except TransreviewError as error:
            self.tell(error)


def is_stopped() -> bool:
    """Return whether the work in this thread is no longer wanted."""
    return get_current_worker().is_cancelled
