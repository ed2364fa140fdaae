"""Rating: MQM errors, ESA scores, and the scores of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.errors import TransreviewError, UsageError
from transreview.i18n import _
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.tui.dialogs.marking import Marked


class Rating:
    """The actions of an annotator."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._project = bench.state.project
        self._view = bench.view
        self._position = position

    async def mark_error(self) -> None:
        """Mark errors in the current segment, one after another, until Escape."""
        from transreview.tui.dialogs.marking import MarkingDialog

        view, project = self._view, self._project
        if not view.may_write() or not self._bench.put_away():
            return
        count = 0
        while (segment := view.current) is not None:
            marks = project.annotations.all(segment.id)
            marked = await view.ask(MarkingDialog(segment.source, segment.target, marks))
            if marked is None:
                break
            try:
                self._keep(segment.id, marked)
            except TransreviewError as error:
                view.show_error(error)
                return
            count += 1
            view.undoable(
                _("Error marked; {undo} undoes.")
                if not marked.removed
                else _("Mark taken off; {undo} undoes.")
            )
        if not count:
            view.show_state()

    def _keep(self, segment_id: int, marked: Marked) -> None:
        if marked.removed:
            self._project.annotations.delete(marked.removed)
            return
        self._project.annotations.add(
            segment_id, marked.side, marked.start, marked.end, type=marked.type, severity=marked.severity
        )

    async def esa_score(self) -> None:
        """Ask for a score from 0 to 100 and keep it for the segment."""
        from transreview.tui.dialogs.prompt import Prompt
        from transreview.workflow.quality.mqm_exchange import give_esa_score

        view, segment = self._view, self._view.current
        if segment is None or not view.may_write():
            return
        note = _("0: no meaning preserved · 66: most · 100: perfect")
        answer = await view.ask(Prompt(_("ESA score, 0 to 100"), note=note))
        if not answer:
            return
        try:
            score = float(answer)
        except ValueError:
            view.warn(_("“{text}” is no number from 0 to 100.").format(text=answer))
            return
        try:
            give_esa_score(self._project, segment.id, score)
        except UsageError as error:
            view.show_error(error)
            return
        view.undoable(_("Scored {score:g}; {undo} undoes."), score=score)

    async def scores(self) -> None:
        """Show the scores; go to the segment that was chosen there."""
        from transreview.tui.scores.screen import ScoresScreen

        if not self._bench.put_away():
            return
        answer = await self._view.ask(ScoresScreen(self._project.path))
        if answer is None:
            return
        slug, key = answer
        article = next(a for a in self._project.articles.all() if a.slug == slug)
        segment = next((s for s in self._project.segments.all(article.id) if s.key == key), None)
        self._position.go_to_segment(segment.id if segment else 0)
