"""Reading in the order of risk: the segment in which a reader most likely finds something wrong, next."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

_RENEWED_AFTER = 25  # changes of the project after which the order is made anew


class ReadingOrder:
    """Goes through a project in the order of risk.

    Args:
        bench: What saves the current segment on the way.
        position: What goes there.
    """

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._state = bench.state
        self._view = bench.view
        self._position = position
        self._ranked: list[tuple[int, str]] = []
        self._made_at = -1
        self._seen: set[int] = set()

    def next_risk(self) -> None:
        """Go to the next segment in the order of risk that nobody has confirmed."""
        last = self._state.project.journal.last_id()
        if self._made_at < 0 or last - self._made_at > _RENEWED_AFTER:
            self._view.say(_("Looking for what to read first…"))
            self._view.run_thread(self._rank, "risk")
            return
        self._go_on()

    def _rank(self) -> None:
        """Make the order in a thread, on a connection of its own."""
        from transreview.project.project import Project
        from transreview.workflow.quality.checking import check_project
        from transreview.workflow.quality.report_corpus import last_people
        from transreview.workflow.quality.risk import project_risk
        from transreview.workflow.terms.glossaries import project_glossary

        try:
            with Project.open(self._state.project.path, read_only=True) as project:
                made_at = project.journal.last_id()
                glossary = project_glossary(project)
                findings = {one.segment.id: one.findings for one in check_project(project, glossary=glossary)}
                risk = project_risk(project, findings, glossary=glossary, people=last_people(project))
        except TransreviewError as error:
            self._view.call(self._view.show_error, error)
            return
        ranked = [(key, "; ".join(risk.segments[key].reasons)) for key in risk.ranked()]
        self._view.call(self._begin, ranked, made_at)

    def _begin(self, ranked: list[tuple[int, str]], made_at: int) -> None:
        self._ranked, self._made_at = ranked, made_at
        self._go_on()

    def _go_on(self) -> None:
        project = self._state.project
        for rank, (segment_id, reasons) in enumerate(self._ranked, 1):
            if segment_id in self._seen:
                continue
            self._seen.add(segment_id)
            found = project.segments.get_many([segment_id])
            if not found or found[0].status.is_done:
                continue
            self._position.go_to_segment(segment_id)
            words = _("Place {rank} of {count} in the order of risk. Why: {reasons}.")
            if not reasons:
                words = _("Place {rank} of {count} in the order of risk.")
            self._view.say(words.format(rank=rank, count=len(self._ranked), reasons=reasons))
            return
        self._seen.clear()
        self._view.say(_("Everything that is not confirmed was shown; the key begins anew."))
