"""Comments on segments."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.workbench import Workbench


class Comments:
    """The actions on comments."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._view = bench.view

    async def write(self) -> None:
        """Ask for a comment and add it to the segment."""
        from transreview.tui.dialogs.prompt import Prompt

        segment, project = self._view.current, self._bench.state.project
        if segment is None or not self._view.may_write():
            return
        title = _("Comment on segment {number}").format(number=segment.position + 1)
        text = await self._view.ask(Prompt(title))
        if not text or not text.strip():
            return
        try:
            project.comments.add(segment.id, text)
            after = project.segments.get(segment.id)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.accept(segment, after)
        self._view.show_panes()
        self._view.done(_("The comment is saved."))
