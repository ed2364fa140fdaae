"""Places that a person wants to come back to."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench


class Bookmarks:
    """The actions on bookmarks."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._state = bench.state
        self._view = bench.view
        self._position = position

    def toggle(self) -> None:
        """Set a bookmark on the segment, or take it off."""
        segment = self._view.current
        if segment is None or not self._view.may_write():
            return
        bookmarks = self._state.project.bookmarks
        is_set = any(one.segment_id == segment.id for one in bookmarks.all())
        try:
            if is_set:
                bookmarks.drop(segment.id)
            else:
                bookmarks.set(segment.id)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._view.done(_("The bookmark is off.") if is_set else _("Bookmarked; B takes it off."))

    async def list_all(self) -> None:
        """List the bookmarks of all articles and go to one."""
        from transreview.tui.dialogs.listing import Listing
        from transreview.tui.widgets.entry_pane import Entry

        project, at = self._state.project, 0
        while True:
            marks = project.bookmarks.all()
            rows = {row.id: row for row in project.segments.get_many([one.segment_id for one in marks])}
            entries = [
                Entry(f"{rows[one.segment_id].key}  {rows[one.segment_id].target[:200]}", (), one)
                for one in marks
                if one.segment_id in rows
            ]
            answer = await self._view.ask(
                Listing(
                    _("Bookmarks"),
                    entries,
                    commands={"d": _("takes it off")},
                    empty=_("No bookmark is set yet: {key} sets one on a segment.").format(
                        key=self._view.key("bookmark")
                    ),
                    at=at,
                )
            )
            if answer is None:
                return
            key, at = answer
            if key == "enter":
                self._position.go_to_segment(marks[at].segment_id)
                return
            project.bookmarks.drop(marks[at].segment_id)
