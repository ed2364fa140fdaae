"""What can be done on the glossary screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from inspect import iscoroutine
from typing import Any

from textual import on
from textual.events import Key
from textual.widgets import Input

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.concept_filter import ConceptFilter, ConceptFilterDialog
from transreview.tui.glossary.base import GlossaryBase
from transreview.tui.glossary.concept_list import ConceptList
from transreview.tui.glossary.editing import Draft, edit_concept, save_changes
from transreview.tui.glossary.occurrence_list import OccurrenceList
from transreview.tui.glossary.presenting import concept_status_words
from transreview.tui.type_ahead import ask, start
from transreview.tui.widgets.entry_pane import EntryPane
from transreview.tui.widgets.lines import MessageKind
from transreview.workflow.terms.glossary_session import Change, Step


class GlossaryScreen(GlossaryBase):
    """The concepts of a project's glossaries, with everything that can be done to them."""

    def action_method(self, action: str) -> Callable[..., Any] | None:
        """Return what an action of the table does on this screen, or None."""
        found: Callable[..., Any] | None = getattr(self, f"action_{action}", None)
        return found

    def act(self, action: str, digit: str = "") -> None:
        """Do an action of the table; none here takes a number."""
        method = self.action_method(action)
        if method is not None and not digit:
            answer = method()
            if iscoroutine(answer):
                start(self, answer)

    # --- moving --------------------------------------------------------------------------------

    def action_concept_next(self) -> None:
        """Go to the next concept."""
        self.concepts.step(1)

    def action_concept_previous(self) -> None:
        """Go to the concept before."""
        self.concepts.step(-1)

    def action_concept_page_down(self) -> None:
        """Go down by a screen."""
        self.concepts.step(self.concepts.lines_shown)

    def action_concept_page_up(self) -> None:
        """Go up by a screen."""
        self.concepts.step(-self.concepts.lines_shown)

    def action_concept_first(self) -> None:
        """Go to the first concept shown."""
        self.concepts.step(-len(self.concepts.concepts))

    def action_concept_last(self) -> None:
        """Go to the last concept shown."""
        self.concepts.step(len(self.concepts.concepts))

    # --- search and filter ---------------------------------------------------------------------

    def action_concept_search(self) -> None:
        """Put the keyboard into the search line."""
        self.query_one(Input).focus()

    def on_key(self, event: Key) -> None:
        """Let the keys of the list that type nothing work in the search line."""
        if not isinstance(self.focused, Input):
            return
        if event.key == "escape":
            self.concepts.focus()
        elif event.key in {"down", "up"}:
            self.concepts.step(1 if event.key == "down" else -1)
        else:
            return
        event.stop()

    async def action_concept_filter(self) -> None:
        """Ask for a filter and apply it."""
        subjects = sorted({concept.subject for concept in self.glossary.concepts})
        answer = await ask(self.app, ConceptFilterDialog(self.filter, subjects))
        if answer is not None:
            self._filter_by(answer)

    def _filter_by(self, wanted: ConceptFilter) -> None:
        current, self.filter = self.concepts.current, wanted
        self.show_concepts(current.id if current else "")
        if not self.concepts.concepts:
            self.say(_("No concept fits; Esc shows all."), MessageKind.WARNING)
        elif wanted:
            self.say(_("Shown: {filter}. Esc shows all.").format(filter=wanted.words))

    def action_concept_show_all(self) -> None:
        """End search and filter; with neither, go back to the review."""
        query = self.query_one(Input)
        if not query.value and not self.filter:
            self.action_concept_close()
            return
        current, self.filter = self.concepts.current, ConceptFilter()
        with query.prevent(Input.Changed):
            query.value = ""
        self.show_concepts(current.id if current else "")
        self.say(_("All concepts are shown."))

    # --- panes ---------------------------------------------------------------------------------

    def action_concept_card(self) -> None:
        """Go to what is known of the concept."""
        self.show_concept()
        self.card.focus()

    def action_concept_places(self) -> None:
        """Go to the segments that have the concept."""
        self.show_concept()
        self.places.focus()

    def action_line_down(self) -> None:
        """Go down in a pane."""
        self._walk(1)

    def action_line_up(self) -> None:
        """Go up in a pane."""
        self._walk(-1)

    def _walk(self, direction: int) -> None:
        if isinstance(self.focused, EntryPane | OccurrenceList):
            self.focused.walk(direction)

    def action_next_pane(self) -> None:
        """Go to the other pane, then to the list."""
        if self.focused is self.places:
            self.action_concept_card()
        else:
            self.concepts.focus()

    def action_back(self) -> None:
        """Leave a pane for the list."""
        self.concepts.focus()

    def action_choose(self) -> None:
        """Go to the segment of an occurrence; in the concept's pane, edit it."""
        if self.focused is not self.places:
            self.act("concept_edit")
        elif self.places.current is not None:
            self.dismiss(self.places.current)

    @on(OccurrenceList.Chosen)
    def place_clicked(self) -> None:
        """Go to a segment that was clicked twice."""
        self.dismiss(self.places.current)

    # --- changing ------------------------------------------------------------------------------

    @on(ConceptList.Opened)
    def concept_clicked(self) -> None:
        """Edit a concept that was clicked twice."""
        self.act("concept_edit")

    async def action_concept_edit(self) -> None:
        """Open the form on the current concept."""
        concept = self.concepts.current
        if concept is not None:
            await self._edit(Draft(_("Edit “{id}”").format(id=concept.id), concept, before=concept))

    async def action_concept_add(self) -> None:
        """Open the form on a new concept."""
        empty = Concept("", status=ConceptStatus.PROPOSED)
        await self._edit(Draft(_("New concept"), empty))

    def action_add_term(self) -> None:
        """Open the form on a new concept: the key of the review works here too."""
        self.act("concept_add")

    async def action_concept_approve(self) -> None:
        """Approve the concept."""
        await self._set_status(ConceptStatus.APPROVED)

    async def action_concept_propose(self) -> None:
        """Set the concept back to proposed."""
        await self._set_status(ConceptStatus.PROPOSED)

    async def action_concept_deprecate(self) -> None:
        """Deprecate the concept."""
        await self._set_status(ConceptStatus.DEPRECATED)

    async def _set_status(self, status: ConceptStatus) -> None:
        concept, word = self.concepts.current, concept_status_words()[status]
        if concept is None:
            return
        if concept.status is status:
            self.say(_("“{id}” is {status} already.").format(id=concept.id, status=word))
            return
        words = _("“{id}” is {status}").format(id=concept.id, status=word)
        await self._save([Change(concept, replace(concept, status=status))], words)

    async def action_concept_remove(self) -> None:
        """Ask, then take the concept out of its file."""
        concept = self.concepts.current
        if concept is None:
            return
        options = (("n", _("No, keep it")), ("y", _("Yes, remove it from the file")))
        note = _("Deprecating (d) would keep it on record.")
        answer = await ask(self.app, Choice(_("Remove “{id}”?").format(id=concept.id), options, text=note))
        if answer == "y":
            await self._save([Change(concept, None)], _("“{id}” was removed").format(id=concept.id))

    async def action_concept_undo(self) -> None:
        """Take the last change of this screen back."""
        try:
            step = await asyncio.to_thread(self.glossaries.undo)
        except TransreviewError as error:
            self.show_glossary()
            self.tell(error)
            return
        if step is None:
            self.say(_("Nothing was changed here that could be undone; git keeps what was before."))
            return
        before = step.changes[0].before
        self.show_glossary(before.id if before else "")
        self.say(_("Undid: {change}.").format(change=step.words), MessageKind.DONE)

    async def _edit(self, draft: Draft) -> None:
        try:
            step = await edit_concept(self.app, self.project, self.glossaries, draft)
        except TransreviewError as error:
            self.show_glossary()
            self.tell(error)
            return
        self._saved(step)

    async def _save(self, changes: list[Change], words: str) -> None:
        try:
            step = await save_changes(self.app, self.project, self.glossaries, changes, words)
        except TransreviewError as error:
            self.show_glossary()
            self.tell(error)
            return
        self._saved(step)

    def _saved(self, step: Step | None) -> None:
        if step is None:
            self.say(_("Nothing was changed."))
            if self._search.glossary is not self.glossary:
                self.show_glossary()  # theirs was taken
            return
        after = step.changes[-1].after
        self.show_glossary(after.id if after else "")
        self.say(
            _("{change}; saved in {file}. U takes it back here (not in the review).").format(
                change=step.words, file=step.path.name
            ),
            MessageKind.DONE,
        )

    # --- the program ---------------------------------------------------------------------------

    def action_concept_close(self) -> None:
        """Go back to the review."""
        self.dismiss(None)

    def action_glossary(self) -> None:
        """Go back to the review: the key that opened the glossary closes it."""
        self.dismiss(None)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        """Close the program."""
        await self.app.action_quit()
