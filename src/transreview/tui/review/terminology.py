"""Terminology from the review: opening the glossary, adding a term, applying the glossary to the article."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.glossary import Concept, ConceptStatus, Term
from transreview.model.segment import Segment
from transreview.project.failures import StaleRevisionError
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.tui.review.timing import Timing

if TYPE_CHECKING:
    from transreview.tui.glossary.editing import Draft
    from transreview.workflow.terms.application import Applied, Decision, Proposal
    from transreview.workflow.terms.glossary_session import GlossarySession

# What only these actions need is imported by them: the first picture does not wait for it.


class Terminology(Timing):
    """The actions that use and change the glossary."""

    _glossaries: GlossarySession | None = None

    # --- the glossary screen -------------------------------------------------------------------

    @work
    async def action_glossary(self) -> None:
        """Show the glossary; go to the occurrence that was chosen there."""
        from transreview.tui.glossary.screen import GlossaryScreen

        chosen = self.panes.pane("terms").value() if self.panes.focused_pane else None
        if not self.save():
            return
        if self.desk.is_open:
            self.close_editor()
        session = await self.glossaries()
        if session is None:
            return
        concept_id = chosen.concept.id if isinstance(chosen, ConceptUse) else ""
        screen = GlossaryScreen(self.session.project, session, self.keymap, concept_id=concept_id)
        answer = await self.app.push_screen_wait(screen)
        self.follow_glossary()
        self.action_back()
        if answer is not None:
            self.go_to_segment(answer)

    async def glossaries(self) -> GlossarySession | None:
        """Return the project's glossaries, open for editing; None when they cannot be read, which is told.

        They stay open, so that what was changed can be taken back until the program ends.
        """
        from transreview.workflow.terms.glossaries import glossary_paths
        from transreview.workflow.terms.glossary_session import GlossarySession

        article, known = self.session.article, self._glossaries
        try:
            paths = glossary_paths(self.session.project)
            if known is None:
                languages = (article.source_language, article.target_language)
                self._glossaries = await asyncio.to_thread(GlossarySession, paths, languages)
            elif known.paths != paths:
                await asyncio.to_thread(known.open, paths)
            else:
                await asyncio.to_thread(known.refresh)
        except TransreviewError as error:
            self.tell(error)
            return None
        return self._glossaries

    def go_to_segment(self, segment_id: int) -> None:
        """Go to a segment, in another article if need be, and show it if it is filtered out."""
        found = self.session.project.rows([segment_id])
        if not found:
            self.warn(_("The segment is no longer there."))
            return
        if found[0].article_id != self.session.article.id:
            self.open_article(found[0].article_id)
        if self.session.index_of(segment_id) is None:
            self.clear_filter()
        self.rows.move_to(self.session.nearest(segment_id))
        self.show_place()

    def follow_glossary(self) -> None:
        """Look whether the glossary has changed; the screen defines how."""

    # --- adding a term -------------------------------------------------------------------------

    @work
    async def action_add_term(self) -> None:
        """Ask for the words of the source, take those selected in the editor, and propose both."""
        from transreview.tui.dialogs.source_words import SourceWords
        from transreview.tui.glossary.editing import edit_concept
        from transreview.workflow.terms.source_words import source_words

        segment = self.desk.segment or self.current
        if segment is None:
            return
        selected = self.desk.editor.selected_content if self.desk.is_open else ""
        session = await self.glossaries()
        if session is None:
            return
        article = self.session.article
        words = await asyncio.to_thread(
            source_words,
            segment.source,
            article.source_language,
            article.target_language,
            selected,
            session.glossary,
        )
        source = await self.app.push_screen_wait(SourceWords(segment.source, words, selected))
        if source is None:
            return
        draft = self._draft(segment, source, " ".join(selected.split()), session)
        try:
            step = await edit_concept(self.app, self.session.project, session, draft)
        except TransreviewError as error:
            self.tell(error)
            return
        if step is None:
            self.say(_("Nothing was added to the glossary."))
            return
        self.follow_glossary()
        words_done = _("{change}, to be approved; saved in {file}. Undo it in the glossary (T, then U).")
        self.done(words_done.format(change=step.words, file=step.path.name))

    def _draft(self, segment: Segment, source: str, selected: str, session: GlossarySession) -> Draft:
        """Return a proposed concept of the words chosen on both sides."""
        from transreview.terminology.citation import citation_form
        from transreview.tui.glossary.editing import Draft

        first, second = session.languages
        terms = [Term(source, first)] if source else []
        remark = ""
        if selected:
            cited = citation_form([selected], second)
            terms.append(Term(cited, second))
            if cited != selected:
                remark = _("“{found}” is entered as “{cited}”: see whether that is its dictionary form.")
                remark = remark.format(found=selected, cited=cited)
        note = f"{self.session.article.slug}:{segment.key}"
        concept = Concept("", status=ConceptStatus.PROPOSED, note=note, terms=tuple(terms))
        return Draft(_("New term, proposed"), concept, remark=remark)

    # --- applying ------------------------------------------------------------------------------

    @work
    async def action_apply_glossary(self) -> None:
        """List every wrong term of the article with what should stand there; replace what is accepted."""
        from transreview.tui.dialogs.applying import ApplyList

        if not self.may_write() or not self.save():
            return
        if self.desk.is_open:
            self.close_editor()
        self.say(_("Looking for terms to replace…"))
        try:
            found = await asyncio.to_thread(self._proposals)
        except TransreviewError as error:
            self.tell(error)
            return
        if not found:
            self.say(_("The glossary has nothing to replace here: no forbidden term stands in the article."))
            return
        decisions = await self.app.push_screen_wait(ApplyList(found))
        if not decisions:
            self.say(_("Nothing was replaced."))
            return
        self._apply(decisions)

    def _proposals(self) -> list[Proposal]:
        from transreview.workflow.terms.application import proposals
        from transreview.workflow.terms.glossaries import project_glossary

        article, project = self.session.article, self.session.project
        terms = SegmentTerms(project_glossary(project), article.source_language, article.target_language)
        return list(proposals(project.segments(article.id), terms))

    def _apply(self, decisions: list[Decision]) -> None:
        from transreview.workflow.terms.application import apply

        try:
            applied = apply(self.session.project, decisions)
        except StaleRevisionError:
            self.warn(_("Somebody changed one of these segments meanwhile: nothing was replaced. Try again."))
            self.reread()
            return
        except TransreviewError as error:
            self.tell(error)
            return
        if applied.entry:
            self.reread(applied.entry.segment_ids)
            self.done(_applied_words(applied))


def _applied_words(applied: Applied) -> str:
    words = ngettext(
        "{n} term replaced in {m} segments; U undoes all of it.",
        "{n} terms replaced in {m} segments; U undoes all of it.",
        applied.replaced,
    ).format(n=applied.replaced, m=applied.segments)
    if applied.reopened:
        again = ngettext(
            "{n} segment has to be confirmed again.",
            "{n} segments have to be confirmed again.",
            applied.reopened,
        )
        words += " " + again.format(n=applied.reopened)
    return words
