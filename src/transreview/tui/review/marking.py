"""Marking MQM errors and giving ESA scores."""

from __future__ import annotations

from textual import work

from transreview.errors import TransreviewError, UsageError
from transreview.i18n import _
from transreview.tui.dialogs.marking import Marked, MarkingDialog
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.review.mending import Mending


class Marking(Mending):
    """The actions of an annotator."""

    @work
    async def action_mark_error(self) -> None:
        """Mark errors in the current segment, one after another, until Escape."""
        if not self.may_write() or not self.save():
            return
        if self.desk.is_open:
            self.close_editor()
        count = 0
        while (segment := self.current) is not None:
            project = self.session.project
            marked = await self.app.push_screen_wait(
                MarkingDialog(segment.source, segment.target, project.annotations(segment.id))
            )
            if marked is None:
                break
            try:
                self._keep(segment.id, marked)
            except TransreviewError as error:
                self.tell(error)
                return
            count += 1
            self.done(_("Error marked; U undoes.") if not marked.removed else _("Mark taken off; U undoes."))
        if not count:
            self.show_state()

    @work
    async def action_esa_score(self) -> None:
        """Ask for a score from 0 to 100 and keep it for the segment."""
        from transreview.workflow.quality.mqm_exchange import give_esa_score  # not for the first picture

        segment = self.current
        if segment is None or not self.may_write():
            return
        answer = await self.app.push_screen_wait(
            Prompt(_("ESA score, 0 to 100"), note=_("0: no meaning preserved · 66: most · 100: perfect"))
        )
        if not answer:
            return
        try:
            score = float(answer)
        except ValueError:
            self.warn(_("“{text}” is no number from 0 to 100.").format(text=answer))
            return
        try:
            give_esa_score(self.session.project, segment.id, score)
        except UsageError as error:
            self.tell(error)
            return
        self.done(_("Scored {score:g}; U undoes.").format(score=score))

    def _keep(self, segment_id: int, marked: Marked) -> None:
        project = self.session.project
        if marked.removed:
            project.delete_annotation(marked.removed)
            return
        project.annotate(
            segment_id, marked.side, marked.start, marked.end, type=marked.type, severity=marked.severity
        )
