"""Terminology from the review: opening the glossary, adding a term, applying the glossary to the article."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.glossary import Concept, ConceptStatus, Term
from transreview.model.segment import Segment
from transreview.project.failures import StaleRevisionError
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.tui.review.messages import GlossaryTouched
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.tui.glossary.saving import Draft
    from transreview.workflow.terms.application import Applied, Decision, Proposal
    from transreview.workflow.terms.glossary_session import GlossarySession

# What only these actions need is imported by them: the first picture does not wait for it.


class Terms:
    """The actions that use and change the glossary."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position
        self._glossaries: GlossarySession | None = None

    # --- the glossary screen -------------------------------------------------------------------

    async def glossary(self) -> None:
        """Show the glossary; go to the occurrence that was chosen there."""
        from transreview.tui.glossary.screen import GlossaryScreen

        view, panes = self._view, self._view.panes
        chosen = panes.pane("terms").value() if panes.focused_pane else None
        if not self._bench.put_away():
            return
        session = await self._open_glossaries()
        if session is None:
            return
        concept_id = chosen.concept.id if isinstance(chosen, ConceptUse) else ""
        project, keymap = self._state.project, self._state.keymap
        answer = await view.ask(GlossaryScreen(project, session, keymap, concept_id=concept_id))
        view.screen.post_message(GlossaryTouched())
        view.leave_panes()
        if answer is not None:
            self._position.go_to_segment(answer)

    async def _open_glossaries(self) -> GlossarySession | None:
        """Return the project's glossaries, open for editing; None when they cannot be read, which is told.

        They stay open, so that what was changed can be taken back until the program ends.
        """
        from transreview.workflow.terms.glossaries import glossary_paths
        from transreview.workflow.terms.glossary_session import GlossarySession

        article, known = self._state.article, self._glossaries
        try:
            paths = glossary_paths(self._state.project)
            if known is None:
                languages = (article.source_language, article.target_language)
                self._glossaries = await asyncio.to_thread(GlossarySession, paths, languages)
            elif known.paths != paths:
                await asyncio.to_thread(known.open, paths)
            else:
                await asyncio.to_thread(known.refresh)
        except TransreviewError as error:
            self._view.show_error(error)
            return None
        return self._glossaries

    # --- adding a term -------------------------------------------------------------------------

    async def add(self) -> None:
        """Ask for the words of the source, take those selected in the editor, and propose both."""
        from transreview.tui.dialogs.source_words import SourceWords
        from transreview.tui.glossary.saving import edit_concept
        from transreview.workflow.terms.source_words import source_words

        view, segment = self._view, self._bench.segment
        if segment is None:
            return
        selected = view.desk.editor.selected_content if view.desk.is_open else ""
        session = await self._open_glossaries()
        if session is None:
            return
        article = self._state.article
        words = await asyncio.to_thread(
            source_words,
            segment.source,
            article.source_language,
            article.target_language,
            selected,
            session.glossary,
        )
        source = await view.ask(SourceWords(segment.source, words, selected))
        if source is None:
            return
        draft = self._draft(segment, source, " ".join(selected.split()), session)
        try:
            step = await edit_concept(view.screen.app, self._state.project, session, draft)
        except TransreviewError as error:
            view.show_error(error)
            return
        if step is None:
            view.say(_("Nothing was added to the glossary."))
            return
        view.screen.post_message(GlossaryTouched())
        words_done = _("{change}, to be approved; saved in {file}. Undo it in the glossary (T, then U).")
        view.done(words_done.format(change=step.words, file=step.path.name))

    def _draft(self, segment: Segment, source: str, selected: str, session: GlossarySession) -> Draft:
        """Return a proposed concept of the words chosen on both sides."""
        from transreview.terminology.citation import citation_form
        from transreview.tui.glossary.saving import Draft

        first, second = session.languages
        terms = [Term(source, first)] if source else []
        remark = ""
        if selected:
            cited = citation_form([selected], second)
            terms.append(Term(cited, second))
            if cited != selected:
                remark = _("“{found}” is entered as “{cited}”: see whether that is its dictionary form.")
                remark = remark.format(found=selected, cited=cited)
        note = f"{self._state.article.slug}:{segment.key}"
        concept = Concept("", status=ConceptStatus.PROPOSED, note=note, terms=tuple(terms))
        return Draft(_("New term, proposed"), concept, remark=remark)

    # --- applying ------------------------------------------------------------------------------

    async def apply(self) -> None:
        """List every wrong term of the article with what should stand there; replace what is accepted."""
        from transreview.tui.dialogs.applying import ApplyList
        from transreview.workflow.locked_segments import left_as_they_are, parted

        view = self._view
        if not view.may_write() or not self._bench.put_away():
            return
        view.say(_("Looking for terms to replace…"))
        try:
            found, locked = parted(await asyncio.to_thread(self._proposals), lambda one: one.segment)
        except TransreviewError as error:
            view.show_error(error)
            return
        if locked:
            view.warn(left_as_they_are(locked))
        if not found and locked:
            return
        if not found:
            view.say(_("The glossary has nothing to replace here: no forbidden term stands in the article."))
            return
        decisions = await view.ask(ApplyList(found))
        if not decisions:
            view.say(_("Nothing was replaced."))
            return
        self._replace(decisions)

    def _proposals(self) -> list[Proposal]:
        from transreview.workflow.terms.application import proposals
        from transreview.workflow.terms.glossaries import project_glossary

        article, project = self._state.article, self._state.project
        terms = SegmentTerms(project_glossary(project), article.source_language, article.target_language)
        return list(proposals(project.segments.all(article.id), terms))

    def _replace(self, decisions: list[Decision]) -> None:
        from transreview.workflow.terms.application import apply

        try:
            applied = apply(self._state.project, decisions)
        except StaleRevisionError:
            self._view.warn(
                _("Somebody changed one of these segments meanwhile: nothing was replaced. Try again.")
            )
            self._bench.reread()
            return
        except TransreviewError as error:
            self._view.show_error(error)
            return
        if applied.entry:
            self._bench.reread()
            self._view.done(_applied_words(applied, self._view.key("undo")))


def _applied_words(applied: Applied, undo: str) -> str:
    words = ngettext(
        "{n} term replaced (segments: {m}); {undo} undoes all of it.",
        "{n} terms replaced (segments: {m}); {undo} undoes all of it.",
        applied.replaced,
    ).format(n=applied.replaced, m=applied.segments, undo=undo)
    if applied.reopened:
        again = ngettext(
            "{n} segment has to be confirmed again.",
            "{n} segments have to be confirmed again.",
            applied.reopened,
        )
        words += " " + again.format(n=applied.reopened)
    return words
