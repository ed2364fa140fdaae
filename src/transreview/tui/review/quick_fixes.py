"""Mending with what glossary and checks offer: insert a term, apply a fix, dismiss a finding."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.annotation import Comment
from transreview.model.finding import Finding, Fix
from transreview.model.journal import SegmentChange
from transreview.terminology.segment_terms import ConceptUse
from transreview.tui.review.waiting import wait_for_insight
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.memory.matches import Match
    from transreview.tui.widgets.entry_pane import EntryPane


class QuickFixes:
    """The actions that use terms and findings."""

    def __init__(
        self,
        bench: Workbench,
        *,
        insert_match: Callable[[Match], None],
        matches_known: Callable[[], Awaitable[bool]],
        bring_back: Callable[[SegmentChange], None],
        delete_comment: Callable[[Comment], None],
    ) -> None:
        self._insert_match = insert_match
        self._matches_known = matches_known
        self._bring_back = bring_back
        self._delete_comment = delete_comment
        self._bench = bench
        self._state = bench.state
        self._view = bench.view

    async def insert_term(self, number: int) -> None:
        """Write the term of a number at the cursor of the editor; in the findings pane, apply that fix."""
        focused = self._view.panes.focused_pane
        await self._known(focused)
        name = focused.id if focused and focused.id in {"findings", "memory"} else "terms"
        assert name is not None
        self.use(self._view.panes.pane(name).value(number - 1), number)

    async def _known(self, focused: EntryPane | None) -> None:
        """Wait for what a pane shows of the current segment; without a pane, for its terms."""
        if focused is not None and focused.id == "memory":
            await self._matches_known()
        else:
            await wait_for_insight(self._state, self._view)

    async def use_match(self) -> None:
        """Put the best match of the memory into the editor."""
        from transreview.memory.matches import Match

        await self._matches_known()
        match = self._view.panes.pane("memory").first_value(Match)
        if isinstance(match, Match):
            self._insert_match(match)
        else:
            self._view.say(_("The memory has no match for this segment."))

    async def choose(self) -> None:
        """Do what the selected line of a pane offers."""
        focused = self._view.panes.focused_pane
        if focused:
            await self._known(focused)
            if (value := focused.value()) is not None:  # an empty pane offers nothing
                self.use(value, focused.selected + 1)

    def use(self, value: object, number: int) -> None:
        """Do what a line of a pane offers.

        Args:
            value: What the line stands for.
            number: Its number.
        """
        from transreview.memory.matches import Match

        if isinstance(value, ConceptUse):
            self._insert(value)
        elif isinstance(value, Match):
            self._insert_match(value)
        elif isinstance(value, SegmentChange):
            self._bring_back(value)
        elif isinstance(value, Comment):
            self._view.say(_("m answers this comment, r settles it, D deletes it."))
        elif isinstance(value, Finding) and value.fix:
            self._apply(value.fix)
        elif isinstance(value, Finding):
            self._view.say(_("This finding has no certain fix; D dismisses it."))
        else:
            self._view.say(_("There is no number {number} here.").format(number=number))

    async def fix(self) -> None:
        """Apply the first certain fix."""
        await wait_for_insight(self._state, self._view)
        segment, desk = self._bench.segment, self._view.desk
        if segment is None:
            return
        text = desk.editor.content if desk.is_open else segment.target
        found = (one.fix for one in self._state.insight.findings(segment, text) if one.fix)
        fix = next(found, None)
        if fix is None:
            self._view.say(_("No finding here has a certain fix."))
        else:
            self._apply(fix)

    def _apply(self, fix: Fix) -> None:
        """Mend the text: in the editor where it is open, else at once."""
        segment, view = self._bench.segment, self._view
        if segment is None or not view.may_write():
            return
        if view.desk.is_open:
            view.desk.editor.mend(fix.start, fix.end, fix.text)
            view.leave_panes()
            view.say(_("Mended; Ctrl+Z takes it back."))
            return
        text = segment.target[: fix.start] + fix.text + segment.target[fix.end :]
        try:
            after = self._state.project.segments.edit(segment.id, text, revision=segment.revision)
        except TransreviewError as error:
            view.show_error(error)
            return
        self._bench.accept(segment, after)
        view.show_panes()
        view.undoable(_("Mended and saved; {undo} undoes."))

    async def dismiss(self) -> None:
        """Ask why a finding is none and hide it until the text changes; in the comments, delete one."""
        from transreview.tui.dialogs.prompt import Prompt

        focused = self._view.panes.focused_pane
        chosen = focused.value() if focused else None
        if isinstance(chosen, Comment):
            self._delete_comment(chosen)
            return
        await wait_for_insight(self._state, self._view)
        view, pane = self._view, self._view.panes.pane("findings")
        segment = self._bench.ready()
        if segment is None:
            return
        # The pane follows the list a moment later: what it showed may be of the segment before.
        found = self._state.insight.findings(segment)
        finding = pane.value() if view.panes.focused_pane is pane else next(iter(found), None)
        if not isinstance(finding, Finding):
            view.say(_("There is no finding to dismiss."))
            return
        question = Prompt(_("Why is this no fault?"), note=finding.message, text=_("correct here"))
        reason = await view.ask(question)
        if not reason:
            return
        try:
            fingerprint = finding.fingerprint(segment.source, segment.target)
            self._state.project.dismissals.add(fingerprint, finding.check, segment.id, reason)
        except TransreviewError as error:
            view.show_error(error)
            return
        self._bench.show_saved(segment, segment)
        view.show_panes()
        view.undoable(_("Dismissed; {undo} undoes."))

    def _insert(self, use: ConceptUse) -> None:
        """Write the preferred term: in place of a forbidden one in its form, else at the cursor."""
        view = self._view
        if not view.desk.is_open:
            self._bench.open_editor(view.current)
            view.desk.editor.move_cursor(view.desk.editor.document.end)
        if not view.desk.is_open:
            return
        wrong = use.forbidden[0] if use.forbidden else None
        if wrong and wrong.expected:
            view.desk.editor.mend(wrong.match.start, wrong.match.end, wrong.expected.form)
            words = _("{wrong} → {right}; Ctrl+Z takes it back.")
            view.say(words.format(wrong=wrong.found, right=wrong.expected.form))
        elif use.expected:
            view.desk.editor.write_word(use.expected[0])
            view.say(_("Inserted; type the ending if the case needs one."))
        else:
            view.say(_("The glossary has no term for it in this language."))
        view.leave_panes()
