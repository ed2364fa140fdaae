"""Searching source and translation of the whole project."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.finding import Side
from transreview.project.project import Project
from transreview.tui.review.long_work import LongWork, StoppedError, Tell
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.workflow.search.query import Query

Place = tuple[int, int]
"""An article and a segment of it."""


class Search:
    """The actions that search."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._state = bench.state
        self._view = bench.view
        self._position = position
        self._query: Query | None = None
        self._places: list[Place] = []

    async def ask(self) -> None:
        """Ask for a text and go to the next segment that has it."""
        from transreview.tui.dialogs.searching import SearchDialog

        view = self._view
        chosen = view.desk.editor.selected_content if view.desk.is_open else ""
        text = chosen or (self._query.text if self._query else "")
        query = await view.ask(SearchDialog(text, self._query))
        if query is None:
            return
        try:
            await self._find(query)
        except TransreviewError as error:
            view.show_error(error)
            return
        except StoppedError:
            view.say(_("The search was stopped."))
            return
        view.rows.update_rows()
        here = [place for place in self._here() if self._is_shown(place)]
        current = view.current
        if here and (chosen or current is None or (current.article_id, current.id) not in here):
            self._step(1)
        self._say_where(query.text, here)

    async def _find(self, query: Query) -> None:
        """Find all places, and mark them in what is shown."""
        from transreview.workflow.search.project_search import search_project
        from transreview.workflow.search.query import finder

        article = self._state.article
        finders = {
            Side.SOURCE: finder(query, article.source_language),
            Side.TARGET: finder(query, article.target_language),
        }

        def work(second: Project, tell: Tell) -> list[Place]:
            places = search_project(second, query, tell=tell)
            return [(one.article.id, one.segment.id) for one in places]

        found = await LongWork(self._state, self._view).do(work)
        self._query, self._state.finders = query, finders
        self._places = found

    def _here(self) -> list[Place]:
        return [place for place in self._places if place[0] == self._state.article.id]

    def _is_shown(self, place: Place) -> bool:
        article, segment = place
        return article == self._state.article.id and self._state.session.index_of(segment) is not None

    def _say_where(self, text: str, shown: list[Place]) -> None:
        """Say how many segments have it, and in which articles."""
        here, view = self._here(), self._view
        others = Counter(article for article, _segment in self._places if article != self._state.article.id)
        titles = {article.id: article.title for article in view.articles}
        key = view.key("next_match")
        if not self._places:
            view.warn(_("“{text}” is nowhere in the project.").format(text=text))
        elif shown and others:
            view.say(
                ngettext(
                    "{here} segment here has it, {there} in other articles; {key} goes to the next.",
                    "{here} segments here have it, {there} in other articles; {key} goes to the next.",
                    len(shown),
                ).format(here=len(shown), there=others.total(), key=key)
            )
        elif shown:
            words = ngettext(
                "{n} segment has it; {key} goes to the next.",
                "{n} segments have it; {key} goes to the next.",
                len(shown),
            )
            view.say(words.format(n=len(shown), key=key))
        elif here:
            view.warn(
                _("“{text}” is only in segments that the filter hides: Esc shows all.").format(text=text)
            )
        else:
            article, count = next(iter(others.items()))
            view.warn(
                _("“{text}” is not in this article; {n} in “{title}”: {key} goes there.").format(
                    text=text, n=count, title=titles.get(article, "?"), key=key
                )
            )

    async def next_match(self) -> None:
        """Go to the next segment with the text searched for, in the next article after the last here."""
        if self._query is None:
            await self.ask()
        else:
            self._step(1)

    async def previous_match(self) -> None:
        """Go to the segment with the text searched for before."""
        if self._query is None:
            await self.ask()
        else:
            self._step(-1)

    def _step(self, step: int) -> None:
        """Go to the next place, from the last on to the first; hidden ones of this article are left out."""
        current = self._view.current
        here = (current.article_id, current.id) if current else None
        places = [
            place for place in self._places if place[0] != self._state.article.id or self._is_shown(place)
        ]
        others = [place for place in places if place != here]
        if not others:
            self._view.say(_("No other segment has it."))
            return
        order = {article.id: at for at, article in enumerate(self._view.articles)}
        session = self._state.session

        def key(place: Place) -> tuple[int, int]:
            article, segment = place
            index = session.index_of(segment) if article == session.article.id else None
            return order.get(article, 0), index if index is not None else self._places.index(place)

        now = (order.get(session.article.id, 0), self._view.rows.current)
        following = [place for place in others if (key(place) > now if step > 0 else key(place) < now)]
        goal = (following or others)[0 if step > 0 else -1]
        wrapped = not following
        if goal[0] == session.article.id:
            index = session.index_of(goal[1])
            went = index is not None and self._position.go(index)
        else:
            self._position.go_to_segment(goal[1])
            went = True
        if went and wrapped:
            self._view.say(_("From the beginning.") if step > 0 else _("From the end."))
