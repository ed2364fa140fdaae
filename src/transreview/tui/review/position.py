"""Where the review stands: going to a row, a segment, an article, with what is in the editor saved first."""

from __future__ import annotations

from collections.abc import Callable, Container

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.segment import Segment
from transreview.project.segment_filter import SegmentFilter
from transreview.tui.review.messages import ArticleOpened
from transreview.tui.review.workbench import Workbench

LOOKED_AT = 500
"""Segments that are looked at one by one before the project is asked for all."""


class Position:
    """Goes from place to place.

    Args:
        bench: What saves and opens the segments on the way.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view

    def go(self, index: int) -> bool:
        """Go to a place in the list; text in the editor is saved first, and the editor goes along."""
        view = self._view
        if not 0 <= index < len(self._state.session):
            return False
        if not view.desk.is_open:
            view.rows.move_to(index)
            return True
        if not self._bench.save():
            return False
        view.rows.move_to(index)
        self._bench.open_editor(view.segment_at(index))
        return True

    def go_to_next(
        self, fits: Callable[[Segment], bool], select: Callable[[], Container[int]], step: int, nothing: str
    ) -> bool:
        """Go to the next segment that fits, from the end on to the beginning.

        Args:
            fits: Whether a segment is wanted; asked of the nearest ones.
            select: Gives all segments wanted, for when none of the nearest is.
            step: 1 downwards, -1 upwards.
            nothing: What to say when there is none.
        """
        session = self._state.session
        here, count = self._view.rows.current, len(session)
        wanted: Container[int] | None = None
        for offset in range(1, count):
            index = (here + step * offset) % count
            if offset == LOOKED_AT:
                wanted = select()
            if wanted is None:
                segment = self._view.segment_at(index)
                found = segment is not None and fits(segment)
            else:
                found = session.shown[index] in wanted
            if found:
                went = self.go(index)
                if went and (index - here) * step < 0:
                    self._view.say(_("From the beginning.") if step > 0 else _("From the end."))
                return went
        self._view.say(nothing)
        return False

    def go_to_segment(self, segment_id: int) -> None:
        """Go to a segment, in another article if need be, and show it if it is filtered out."""
        session = self._state.session
        found = self._state.project.segments.get_many([segment_id])
        if not found:
            self._view.warn(_("The segment is no longer there."))
            return
        if found[0].article_id != session.article.id:
            self.open_article(found[0].article_id)
        if session.index_of(segment_id) is None:
            self.show_all()
        self.go(session.nearest(segment_id))
        self._view.show_place()

    def show_only(self, ids: list[int], wanted: SegmentFilter) -> None:
        """Show only some segments, and stay as near as can be."""
        here = self._view.current
        self._state.filter = wanted
        self._state.session.show_only(ids)
        self._show_again(here)

    def show_all(self) -> None:
        """Show all segments and stay where we are."""
        here = self._view.current
        self._state.filter = SegmentFilter()
        self._state.session.show_all()
        self._show_again(here)

    def _show_again(self, here: Segment | None) -> None:
        self._view.show_list(self._state.session.nearest(here.id) if here else 0)
        self._view.show_place()

    # --- articles ------------------------------------------------------------------------------

    def open_article(self, article_id: int) -> None:
        """Open another article of the project."""
        state, view = self._state, self._view
        if not self._bench.put_away():
            return
        self.remember()
        state.open(state.project.articles.get(article_id))
        view.said_at = None
        place = state.project.preferences.get(f"place.{article_id}")
        view.show_list(state.session.nearest(place) if isinstance(place, int) else 0)
        view.show_place()
        view.screen.post_message(ArticleOpened())

    def remember(self) -> None:
        """Keep where we are, to begin there next time."""
        segment, project = self._view.current, self._state.project
        if segment is None or project.read_only:
            return
        try:
            project.preferences.set("article", self._state.article.id)
            project.preferences.set(f"place.{self._state.article.id}", segment.id)
        except TransreviewError as error:
            self._view.show_error(error)
