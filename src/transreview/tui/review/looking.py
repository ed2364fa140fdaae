"""Looking: comparison with the machine translation, filter, search, panes, comments."""

from __future__ import annotations

import re

from textual import work

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.tui.dialogs.filtering import Filter, FilterDialog
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.dialogs.reading import Reading
from transreview.tui.filtering import select
from transreview.tui.key_list import help_text
from transreview.tui.presenting import comparison
from transreview.tui.review.aligning import Aligning
from transreview.tui.widgets.entry_pane import EntryPane


class Looking(Aligning):
    """The actions that change what is seen, not what is stored."""

    filter = Filter()
    matches: frozenset[int] = frozenset()

    # --- comparison ----------------------------------------------------------------------------

    @work
    async def action_diff(self) -> None:
        """Show or hide in every translation what was changed; from the editor, show it for this one."""
        segment = self.desk.segment
        if segment is not None:
            text, marks = comparison(segment.machine, self.desk.editor.content)
            await self.app.push_screen_wait(
                Reading(_("Changes to the machine translation"), self.panes.styled(text, marks))
            )
            return
        self.compared = not self.compared
        self.rows.update_rows()
        self.say(
            _("Changes to the machine translation are shown.") if self.compared else _("Changes are hidden.")
        )

    # --- filter --------------------------------------------------------------------------------

    @work
    async def action_filter(self) -> None:
        """Ask for a filter and apply it."""
        answer = await self.app.push_screen_wait(FilterDialog(self.filter))
        if answer is not None:
            self.apply_filter(answer)

    def apply_filter(self, wanted: Filter) -> None:
        """Show only the segments that fit; none fitting changes nothing."""
        if not wanted:
            self.action_clear_filter()
            return
        if wanted.conditions & {"f", "r"} and not self.checked:
            self.warn(_("The checks are still running: filter by findings in a moment."))
            return
        try:
            ids = select(self.session.project, self.session.article.id, wanted, self.worst)
        except TransreviewError as error:
            self.tell(error)
            return
        if not ids:
            self.warn(_("No segment fits: {filter}.").format(filter=wanted.words))
            return
        here = self.current
        self.filter, self.filtered = wanted, wanted.words
        self.session.show_only(ids)
        self.show_list(self.session.nearest(here.id) if here else 0)
        self.show_place()
        shown = ngettext(
            "{n} segment fits: {filter}. Esc shows all.",
            "{n} segments fit: {filter}. Esc shows all.",
            len(ids),
        )
        self.say(shown.format(n=len(ids), filter=wanted.words))

    def action_clear_filter(self) -> None:
        """Show all segments, and end the search."""
        if self.pattern is not None:
            self.pattern, self.matches = None, frozenset()
            self.rows.update_rows()
        if self.session.is_filtered:
            self.clear_filter()
            self.say(_("All segments are shown."))
        else:
            self.show_state()

    def clear_filter(self) -> None:
        """Show all segments and stay where we are."""
        here = self.current
        self.filter, self.filtered = Filter(), ""
        self.session.show_all()
        self.show_list(self.session.nearest(here.id) if here else 0)
        self.show_place()

    # --- search --------------------------------------------------------------------------------

    @work
    async def action_search(self) -> None:
        """Ask for a text and go to the next segment that holds it."""
        chosen = self.desk.editor.selected_text if self.desk.is_open else ""
        old = self.pattern.pattern if self.pattern else ""
        text = await self.app.push_screen_wait(
            Prompt(_("Search in source and translation"), text=chosen or re.sub(r"\\(.)", r"\1", old))
        )
        if not text:
            return
        try:
            found = self.session.project.search(text, self.session.article.id)
        except TransreviewError as error:
            self.tell(error)
            return
        shown = [segment for segment in found if self.session.index_of(segment) is not None]
        self.pattern, self.matches = re.compile(re.escape(text), re.IGNORECASE), frozenset(shown)
        self.rows.update_rows()
        if not shown:
            elsewhere = _(" (but hidden by the filter)") if len(found) else ""
            self.warn(_("“{text}” is nowhere{elsewhere}.").format(text=text, elsewhere=elsewhere))
            return
        here = self.current
        if here is None or here.id not in self.matches or chosen:
            self.action_next_match()
        count = ngettext(
            "{n} segment has it; n goes to the next.", "{n} segments have it; n goes to the next.", len(shown)
        )
        self.say(count.format(n=len(shown)))

    def action_next_match(self, step: int = 1) -> None:
        """Go to the next segment with the text searched for."""
        if self.pattern is None:
            self.action_search()
            return
        here, count = self.rows.current, len(self.session)
        for offset in range(1, count + 1):
            index = (here + offset * (step or 1)) % count
            if self.session.shown[index] in self.matches:
                self.go(index)
                return
        self.say(_("No other segment has it."))

    def action_previous_match(self) -> None:
        """Go to the segment with the text searched for before."""
        self.action_next_match(-1)

    # --- panes ---------------------------------------------------------------------------------

    def action_terms(self) -> None:
        """Go to the terms."""
        self.go_to_pane("terms")

    def action_findings(self) -> None:
        """Go to the findings."""
        self.go_to_pane("findings")

    def action_comments(self) -> None:
        """Go to the comments."""
        self.go_to_pane("comments")

    def action_history(self) -> None:
        """Go to the history."""
        self.go_to_pane("history")

    def go_to_pane(self, name: str) -> None:
        """Show a pane and put the keyboard there."""
        self.show_panes()
        self.panes.add_class("-open")
        for pane in self.panes.query(EntryPane):
            pane.set_class(pane.id == name, "-active")
        self.panes.pane(name).focus()

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        panes = list(self.panes.query(EntryPane))
        focused = self.panes.focused_pane
        at = panes.index(focused) if focused else -1
        self.go_to_pane(panes[(at + 1) % len(panes)].id or "terms")

    def action_back(self) -> None:
        """Leave the panes for the text."""
        self.panes.remove_class("-open")
        (self.desk.editor if self.desk.is_open else self.rows).focus()

    def action_panes(self) -> None:
        """Hide the panes, or show them."""
        self.panes.remove_class("-open")
        self.panes.toggle_class("-hidden")
        self.call_after_refresh(self.show_panes)

    def action_line_down(self) -> None:
        """Go down in a pane."""
        if self.panes.focused_pane:
            self.panes.focused_pane.walk(1)

    def action_line_up(self) -> None:
        """Go up in a pane."""
        if self.panes.focused_pane:
            self.panes.focused_pane.walk(-1)

    # --- comments and help ---------------------------------------------------------------------

    @work
    async def action_comment(self) -> None:
        """Ask for a comment and add it to the segment."""
        segment = self.current
        if segment is None or not self.may_write():
            return
        text = await self.app.push_screen_wait(
            Prompt(_("Comment on segment {number}").format(number=segment.position + 1))
        )
        if not text or not text.strip():
            return
        try:
            self.session.project.comment(segment.id, text)
            after = self.session.project.segment(segment.id)
        except TransreviewError as error:
            self.tell(error)
            return
        self.accept(segment, after)
        self.show_panes()
        self.done(_("The comment is saved."))

    def action_help(self) -> None:
        """Show every action with its keys."""
        self.app.push_screen(Reading(_("Keys and signs"), help_text(self.keymap)))
