"""Engines: starting the review of a segment from another machine translation of its source."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.workbench import Workbench

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHOWN = 300  # characters of a translation in the list


class Engines:
    """The actions on several machine translations of one source."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._view = bench.view
        self._project = bench.state.project

    async def start_from(self) -> None:
        """Show every engine's translation of the current segment and start from the one that is chosen."""
        from transreview.tui.dialogs.choice import Choice
        from transreview.workflow.quality.engines import choices, choose, segment_translations

        segment = self._bench.ready()
        if segment is None:
            return
        found = [
            (engine, text)
            for engine, text in segment_translations(self._project, segment).items()
            if text is not None
        ]
        if len(found) < 2:
            self._view.say(_("The project has one machine translation of this segment."))
            return
        started = choices(self._project, segment.article_id).get(segment.key, found[0][0])
        options = [
            (letter, f"{engine or _('(unnamed)')}: {' '.join(text.split())[:_SHOWN]}")
            for letter, (engine, text) in zip(_LETTERS, found, strict=False)
        ]
        names = {letter: engine for letter, (engine, _text) in zip(_LETTERS, found, strict=False)}
        at = next((letter for letter, engine in names.items() if engine == started), "")
        answer = await self._view.ask(Choice(_("Start from"), options, text=segment.source, chosen=at))
        if answer is None:
            return
        try:
            after = choose(self._project, segment.id, names[answer], revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.accept(segment, after)
        if self._view.desk.is_open:
            self._bench.open_editor(after)
        self._view.undoable(_("The segment starts from {engine}; {undo} undoes."), engine=names[answer])
