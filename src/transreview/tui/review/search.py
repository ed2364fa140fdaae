"""Searching source and translation for a text."""

from __future__ import annotations

import re

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench


class Search:
    """The actions that search."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._state = bench.state
        self._view = bench.view
        self._position = position

    async def ask(self) -> None:
        """Ask for a text and go to the next segment that holds it."""
        from transreview.tui.dialogs.prompt import Prompt

        state, view = self._state, self._view
        chosen = view.desk.editor.selected_text if view.desk.is_open else ""
        old = re.sub(r"\\(.)", r"\1", state.pattern.pattern) if state.pattern else ""
        text = await view.ask(Prompt(_("Search in source and translation"), text=chosen or old))
        if not text:
            return
        try:
            found = state.project.search.find(text, state.article.id)
        except TransreviewError as error:
            view.show_error(error)
            return
        shown = [segment for segment in found if state.session.index_of(segment) is not None]
        state.pattern, state.matches = re.compile(re.escape(text), re.IGNORECASE), frozenset(shown)
        view.rows.update_rows()
        if not shown:
            elsewhere = _(" (but hidden by the filter)") if len(found) else ""
            view.warn(_("“{text}” is nowhere{elsewhere}.").format(text=text, elsewhere=elsewhere))
            return
        here = view.current
        if here is None or here.id not in state.matches or chosen:
            await self.next_match()
        count = ngettext(
            "{n} segment has it; n goes to the next.", "{n} segments have it; n goes to the next.", len(shown)
        )
        view.say(count.format(n=len(shown)))

    async def next_match(self) -> None:
        """Go to the next segment with the text searched for."""
        await self._step(1)

    async def previous_match(self) -> None:
        """Go to the segment with the text searched for before."""
        await self._step(-1)

    async def _step(self, step: int) -> None:
        if self._state.pattern is None:
            await self.ask()
            return
        session = self._state.session
        here, count = self._view.rows.current, len(session)
        for offset in range(1, count + 1):
            index = (here + offset * step) % count
            if session.shown[index] in self._state.matches:
                self._position.go(index)
                return
        self._view.say(_("No other segment has it."))
