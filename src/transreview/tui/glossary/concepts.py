"""Deciding on concepts: editing, adding, approving, deprecating, removing, and taking it back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus
from transreview.tui.dialogs.choice import Choice
from transreview.tui.glossary.presenting import concept_status_words
from transreview.tui.glossary.saving import Draft, edit_concept, save_changes
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.view import GlossaryView
from transreview.tui.widgets.lines import MessageKind
from transreview.workflow.terms.glossary_session import Change, Step


class Concepts:
    """The actions that change a concept in its file."""

    def __init__(self, state: GlossaryState, view: GlossaryView) -> None:
        self._state = state
        self._view = view

    def choose(self) -> None:
        """Go to the segment of an occurrence; in the concept's pane, edit it."""
        if self._view.focused is self._view.places:
            self.go_to_place()
        else:
            self._view.run(self.edit())

    def go_to_place(self) -> None:
        """Close the glossary and go to the segment of the current occurrence."""
        place = self._view.places.current
        if place is not None:
            self._view.screen.dismiss(place)

    async def edit(self) -> None:
        """Open the form on the current concept."""
        concept = self._view.current
        if concept is not None:
            await self._fill_in(Draft(_("Edit “{id}”").format(id=concept.id), concept, before=concept))

    async def add(self) -> None:
        """Open the form on a new concept."""
        await self._fill_in(Draft(_("New concept"), Concept("", status=ConceptStatus.PROPOSED)))

    async def approve(self) -> None:
        """Approve the concept."""
        await self._set_status(ConceptStatus.APPROVED)

    async def propose(self) -> None:
        """Set the concept back to proposed."""
        await self._set_status(ConceptStatus.PROPOSED)

    async def deprecate(self) -> None:
        """Deprecate the concept."""
        await self._set_status(ConceptStatus.DEPRECATED)

    async def _set_status(self, status: ConceptStatus) -> None:
        concept, word = self._view.current, concept_status_words()[status]
        if concept is None:
            return
        if concept.status is status:
            self._view.say(_("“{id}” is {status} already.").format(id=concept.id, status=word))
            return
        words = _("“{id}” is {status}").format(id=concept.id, status=word)
        await self._save([Change(concept, replace(concept, status=status))], words)

    async def remove(self) -> None:
        """Ask, then take the concept out of its file."""
        concept = self._view.current
        if concept is None:
            return
        options = (("n", _("No, keep it")), ("y", _("Yes, remove it from the file")))
        note = _("Deprecating (d) would keep it on record.")
        title = _("Remove “{id}”?").format(id=concept.id)
        if await self._view.ask(Choice(title, options, text=note)) == "y":
            await self._save([Change(concept, None)], _("“{id}” was removed").format(id=concept.id))

    async def undo(self) -> None:
        """Take the last change of this screen back."""
        view = self._view
        try:
            step = await asyncio.to_thread(self._state.session.undo)
        except TransreviewError as error:
            view.show_glossary()
            view.show_error(error)
            return
        if step is None:
            view.say(_("Nothing was changed here that could be undone; git keeps what was before."))
            return
        before = step.changes[0].before
        view.show_glossary(before.id if before else "")
        view.say(_("Undid: {change}.").format(change=step.words), MessageKind.DONE)

    async def _fill_in(self, draft: Draft) -> None:
        state = self._state
        await self._settle(edit_concept(self._view.screen.app, state.project, state.session, draft))

    async def _save(self, changes: list[Change], words: str) -> None:
        state, app = self._state, self._view.screen.app
        await self._settle(save_changes(app, state.project, state.session, changes, words))

    async def _settle(self, saving: Awaitable[Step | None]) -> None:
        """Show what a person's decision has come to."""
        view = self._view
        try:
            step = await saving
        except TransreviewError as error:
            view.show_glossary()
            view.show_error(error)
            return
        if step is None:
            view.say(_("Nothing was changed."))
            if self._state.search.glossary is not self._state.glossary:
                view.show_glossary()  # theirs was taken
            return
        after = step.changes[-1].after
        view.show_glossary(after.id if after else "")
        view.say(
            _("{change}; saved in {file}. U takes it back here (not in the review).").format(
                change=step.words, file=step.path.name
            ),
            MessageKind.DONE,
        )
