"""Mending with what glossary and checks offer: insert a term, apply a fix, dismiss a finding."""

from __future__ import annotations

from textual import on, work

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Finding, Fix
from transreview.terminology.segment_terms import ConceptUse
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.review.looking import Looking
from transreview.tui.widgets.entry_pane import EntryPane


class Mending(Looking):
    """The actions that use terms and findings."""

    def action_insert_term(self, number: int) -> None:
        """Write the term of a number at the cursor of the editor; in the findings pane, apply that fix."""
        focused = self.panes.focused_pane
        name = focused.id if focused and focused.id == "findings" else "terms"
        self._use(self.panes.pane(name or "terms").value(number - 1), number)

    def action_choose(self) -> None:
        """Do what the selected line of a pane offers."""
        focused = self.panes.focused_pane
        if focused:
            self._use(focused.value(), focused.selected + 1)

    @on(EntryPane.Chosen)
    def choose(self, event: EntryPane.Chosen) -> None:
        """Do what a clicked line of a pane offers."""
        self._use(event.value, event.pane.selected + 1)

    def action_fix(self) -> None:
        """Apply the first certain fix."""
        segment = self.desk.segment or self.current
        if segment is None:
            return
        text = self.desk.editor.content if self.desk.is_open else segment.target
        finding = next((one for one in self.insight.findings(segment, text) if one.fix), None)
        if finding is None or finding.fix is None:
            self.say(_("No finding here has a certain fix."))
            return
        self.apply(finding.fix)

    def apply(self, fix: Fix) -> None:
        """Mend the text: in the editor where it is open, else at once."""
        segment = self.desk.segment or self.current
        if segment is None or not self.may_write():
            return
        if self.desk.is_open:
            self.desk.editor.mend(fix.start, fix.end, fix.text)
            self.action_back()
            self.say(_("Mended; Ctrl+Z takes it back."))
            return
        text = segment.target[: fix.start] + fix.text + segment.target[fix.end :]
        try:
            after = self.session.project.edit(segment.id, text, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        self.accept(segment, after)
        self.show_panes()
        self.done(_("Mended and saved; U undoes."))

    @work
    async def action_dismiss_finding(self) -> None:
        """Ask why a finding is none, and hide it until the text changes."""
        focused = self.panes.focused_pane
        pane = self.panes.pane("findings")
        finding = pane.value() if focused is pane else pane.first_value(Finding)
        segment = self.ready()
        if not isinstance(finding, Finding) or segment is None:
            self.say(_("There is no finding to dismiss."))
            return
        reason = await self.app.push_screen_wait(
            Prompt(_("Why is this no fault?"), note=finding.message, text=_("correct here"))
        )
        if not reason:
            return
        try:
            fingerprint = finding.fingerprint(segment.source, segment.target)
            self.session.project.dismiss(fingerprint, finding.check, segment.id, reason)
        except TransreviewError as error:
            self.tell(error)
            return
        self.insight.forget_findings()
        self.took_over(segment, segment)
        self.show_panes()
        self.done(_("Dismissed; U undoes."))

    def _use(self, value: object, number: int) -> None:
        if isinstance(value, ConceptUse):
            self._insert(value)
        elif isinstance(value, Finding) and value.fix:
            self.apply(value.fix)
        elif isinstance(value, Finding):
            self.say(_("This finding has no certain fix; D dismisses it."))
        else:
            self.say(_("There is no number {number} here.").format(number=number))

    def _insert(self, use: ConceptUse) -> None:
        """Write the preferred term: in place of a forbidden one in its form, else at the cursor."""
        if self.desk.segment is None:
            self.action_edit()
            self.desk.editor.move_cursor(self.desk.editor.document.end)
        if self.desk.segment is None:
            return
        editor = self.desk.editor
        wrong = use.forbidden[0] if use.forbidden else None
        if wrong and wrong.expected:
            editor.mend(wrong.match.start, wrong.match.end, wrong.expected.form)
            self.say(
                _("{wrong} → {right}; Ctrl+Z takes it back.").format(
                    wrong=wrong.found, right=wrong.expected.form
                )
            )
        elif use.expected:
            editor.write_word(use.expected[0])
            self.say(_("Inserted; type the ending if the case needs one."))
        else:
            self.say(_("The glossary has no term for it in this language."))
        self.action_back()
