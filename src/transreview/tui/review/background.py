"""What goes on while a person reviews: counting, measuring, checking, looking for others' changes."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.languages import language
from transreview.model.finding import Finding
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.insight import SegmentInsight
from transreview.tui.review.replacing import Replacing
from transreview.tui.widgets.lines import MessageKind, StatusLine

WIDE_SCRIPTS = {"Hani", "Hans", "Hant", "Jpan", "Kore", "Hang"}
"""Scripts whose characters take two cells."""


class Background(Replacing):
    """The work in other threads, whose results come back as messages."""

    _lengths: tuple[int, list[tuple[int, int, int]]] = (0, [])

    @dataclass
    class Counted(Message):
        """Segments by status, counted in the background."""

        article_id: int
        counts: dict[Status, int]
        flags: int

    @dataclass
    class Estimated(Message):
        """Lengths of all texts of an article, read in the background."""

        article_id: int
        lengths: list[tuple[int, int, int]]

    @dataclass
    class Insightful(Message):
        """Glossary and checks of an article are loaded."""

        article_id: int
        insight: SegmentInsight
        problem: TransreviewError | None = None

    @dataclass
    class Checked(Message):
        """All segments of an article were checked: id → text that was checked, and what was found."""

        article_id: int
        found: dict[int, tuple[str, tuple[Finding, ...]]]

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
        self.post_message(self.Estimated(article_id, self.session.project.spans(article_id)))

    @on(Estimated)
    def estimated(self, event: Estimated) -> None:
        """Guess the heights of all rows from the lengths of their texts."""
        if event.article_id == self.session.article.id:
            self._lengths = (event.article_id, event.lengths)
            self.estimate_from(self._lengths)

    def estimate_from(self, lengths: tuple[int, list[tuple[int, int, int]]]) -> None:
        """Guess the heights of all rows shown."""
        article_id, spans = lengths
        if article_id == self.session.article.id and len(spans) == len(self.session):
            script = language(self.session.article.source_language).scripts[0]
            self.rows.estimate(spans, 2 if script in WIDE_SCRIPTS else 1)

    @work(thread=True, exclusive=True, group="insight", exit_on_error=False)
    def look_in(self) -> None:
        """Load glossary and checks, then check all segments; on a connection of its own."""
        from transreview.tui.live_insight import LiveInsight, all_findings
        from transreview.workflow.glossaries import project_glossary

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
            found = all_findings(second, article, glossary, is_stopped)
        if not is_stopped():
            self.post_message(self.Checked(article.id, found))

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
            self.worst = {
                segment_id: (findings[0].severity, len(findings))
                for segment_id, (_text, findings) in event.found.items()
            }
            self.checked = True
            self.insight.take_over(event.found)
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
