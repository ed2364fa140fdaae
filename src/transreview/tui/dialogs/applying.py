"""Applying the glossary: every wrong term with what should stand there, accepted singly or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment as Run
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Static

from transreview.i18n import _, ngettext
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.escape import visible, visible_line
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.type_ahead import ask, start
from transreview.tui.widgets.key_words import KeyWords
from transreview.tui.widgets.line_widget import ScrolledLines
from transreview.tui.widgets.marked_text import MarkedText
from transreview.tui.widths import cells, clip
from transreview.workflow.terms.application import Decision, Proposal

LETTERS = "123456789abcdefghilmnopqrstuvwxyz"  # j and k move in a list of choices


class ProposalList(ScrolledLines, can_focus=True):
    """Proposals, one line each, with the form that was accepted.

    Args:
        proposals: What may be replaced.
    """

    DEFAULT_CSS = "ProposalList { height: 1fr; }"

    class Moved(Message):
        """Another proposal is the current one."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        super().__init__(name="proposals")
        self.proposals = proposals
        self.forms: list[str | None] = [None] * len(proposals)
        self.selected = 0

    @property
    def current(self) -> Proposal:
        """The current proposal."""
        return self.proposals[self.selected]

    def accept(self, at: int, form: str | None) -> None:
        """Accept a form for a proposal, or take it back with None."""
        self.forms[at] = form
        self.refresh()

    def go(self, at: int) -> None:
        """Go to a proposal."""
        self.selected = max(0, min(at, len(self.proposals) - 1))
        self.reveal_lines(self.selected, self.selected)
        self.refresh()
        self.post_message(self.Moved())

    def line_count(self) -> int:
        """Return the number of proposals."""
        return len(self.proposals)

    def line_at(self, y: int) -> Strip | None:
        """Return one proposal's line: box, number, the change in its context."""
        at = y + self.first
        if at >= len(self.proposals):
            return None
        proposal, form = self.proposals[at], self.forms[at]
        box = "[x]" if form is not None else "[ ]" if proposal.certain else "[?]"
        number = f" {proposal.segment.position + 1:>4} "
        shown = form if form is not None else proposal.replacement.form
        change = [
            Run(f"[-{visible_line(proposal.found)}-]", self.row_styles.marks[MarkKind.REMOVED]),
            Run(f"{{+{visible_line(shown)}+}}", self.row_styles.marks[MarkKind.ADDED]),
        ]
        room = self.text_width - len(box + number) - sum(cells(run.text) for run in change)
        before, after = (visible_line(part) for part in proposal.context(60))
        left = _clip_left(before, max(room // 2, 0))
        right = clip(after, max(room - cells(left), 0))
        runs = [Run(box, Style(bold=form is not None)), Run(number, self.row_styles.number)]
        strip = Strip([*runs, Run(left), *change, Run(right)]).adjust_cell_length(self.text_width)
        return strip.apply_style(Style(reverse=True)) if at == self.selected else strip


class ApplyList(FittedDialog[list[Decision] | None]):
    """Every proposal, to be accepted; answers with the decisions, or with None.

    Args:
        proposals: What may be replaced, at least one.
    """

    DEFAULT_CSS = """
    ApplyList > #box {
        width: 98%; height: 94%; padding: 0 1;
    }
    ApplyList #texts { height: 40%; min-height: 5; border-top: solid $panel; }
    ApplyList #texts MarkedText { width: 2fr; padding: 0 1 0 0; }
    ApplyList #texts #target { width: 3fr; border-left: solid $panel; padding: 0 0 0 1; }
    ApplyList #said { height: auto; text-style: bold; }
    ApplyList.-low > #box { height: 100%; }
    ApplyList.-low #texts { height: 4; min-height: 4; }
    ApplyList.-tiny #texts { display: none; }
    ApplyList.-low #said, ApplyList.-tiny #said, ApplyList.-low #keys { max-height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "give_up", show=False),
        Binding("enter", "apply", show=False),
        Binding("space", "decide", show=False),
        Binding("y", "accept_and_go_on", show=False),
        Binding("c", "concept", show=False),
        Binding("a", "all", show=False),
        Binding("n", "none", show=False),
        Binding("e", "other_form", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home,g", "edge(0)", show=False),
        Binding("end,G", "edge(1)", show=False),
    ]

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        super().__init__()
        self._proposals = tuple(proposals)

    def compose(self) -> ComposeResult:
        """Lay out the list, both texts of the current segment, the state and the keys."""
        with Vertical(id="box") as box:
            yield ProposalList(self._proposals)
            with Horizontal(id="texts"):
                yield MarkedText(name="source")
                yield MarkedText(name="target")
            yield Static("", id="said", markup=False)
            keys = _(
                "Space accepts · y accepts, next · c all of the concept · a all · n none · e other form · "
                "Enter replaces what is accepted · Esc gives up"
            )
            yield KeyWords(keys)
        count = len(self._proposals)
        box.border_title = ngettext("{n} term to replace", "{n} terms to replace", count).format(n=count)

    def on_mount(self) -> None:
        """Show the first proposal."""
        self._list.focus()
        self.call_after_refresh(self._show)

    @property
    def _list(self) -> ProposalList:
        return self.query_one(ProposalList)

    # --- accepting -----------------------------------------------------------------------------

    def action_decide(self) -> None:
        """Accept the current proposal, asking where it could be several forms; or take that back."""
        start(self, self._decide())

    async def _decide(self) -> None:
        at = self._list.selected
        if self._list.forms[at] is not None:
            self._list.accept(at, None)
        else:
            self._list.accept(at, await self._chosen(self._list.current))
        self._show()

    def action_accept_and_go_on(self) -> None:
        """Accept the current proposal and go to the next."""
        start(self, self._accept_and_go_on())

    async def _accept_and_go_on(self) -> None:
        at = self._list.selected
        form = self._list.forms[at] or await self._chosen(self._list.current)
        self._list.accept(at, form)
        if form is not None:
            self._list.go(at + 1)
        self._show()

    async def _chosen(self, proposal: Proposal) -> str | None:
        """Return the form that shall stand there; where there are several, the person says which."""
        if proposal.certain:
            return proposal.replacement.form
        forms = dict.fromkeys((*proposal.replacement.candidates, proposal.replacement.form))
        options = [*zip(LETTERS, forms, strict=False), ("z", _("another form…"))]
        before, after = (visible_line(part) for part in proposal.context())
        title = _("Which form of “{term}”?").format(term=proposal.right.text)
        text = f"{before}[{visible_line(proposal.found)}]{after}"
        answer = await ask(self.app, Choice(title, options[:-1][:24] + options[-1:], text=text))
        if answer == "z":
            return await self._typed(proposal, next(iter(forms)))
        return dict(options).get(answer) if answer else None

    async def _typed(self, proposal: Proposal, form: str) -> str | None:
        note = _("instead of “{found}”").format(found=proposal.found)
        answer = await ask(self.app, Prompt(_("Write the form"), text=form, note=note))
        return answer or None

    def action_other_form(self) -> None:
        """Ask for another form than the one proposed, and accept it."""
        start(self, self._other_form())

    async def _other_form(self) -> None:
        at = self._list.selected
        form = self._list.forms[at] or self._list.current.replacement.form
        typed = await self._typed(self._list.current, form)
        if typed is not None:
            self._list.accept(at, typed)
        self._show()

    def action_concept(self) -> None:
        """Accept everything certain of the same concept; where that is done, take it back."""
        wanted = self._list.current.concept_id
        self._accept_all([at for at, one in enumerate(self._proposals) if one.concept_id == wanted])

    def action_all(self) -> None:
        """Accept everything that is certain."""
        self._accept_all(range(len(self._proposals)))

    def _accept_all(self, places: Sequence[int]) -> None:
        certain = [at for at in places if self._proposals[at].certain]
        accepted = all(self._list.forms[at] is not None for at in certain)
        for at in certain:
            if accepted:
                self._list.accept(at, None)
            elif self._list.forms[at] is None:
                self._list.accept(at, self._proposals[at].replacement.form)
        self._show()

    def action_none(self) -> None:
        """Accept nothing."""
        for at in range(len(self._proposals)):
            self._list.accept(at, None)
        self._show()

    # --- moving --------------------------------------------------------------------------------

    def action_move(self, step: int) -> None:
        """Go to the next proposal or the one before."""
        self._list.go(self._list.selected + step)
        self._show()

    def action_page(self, step: int) -> None:
        """Go by a screen."""
        self.action_move(step * self._list.lines_shown)

    def action_edge(self, end: int) -> None:
        """Go to the first or the last."""
        self.action_move((1 if end else -1) * len(self._proposals))

    # --- answering -----------------------------------------------------------------------------

    def action_give_up(self) -> None:
        """Replace nothing."""
        self.dismiss(None)

    def action_apply(self) -> None:
        """Answer with what is accepted."""
        decisions = [
            Decision(proposal, form)
            for proposal, form in zip(self._proposals, self._list.forms, strict=True)
            if form is not None
        ]
        if decisions:
            self.dismiss(decisions)
        else:
            self.query_one("#said", Static).update(
                _("Nothing is accepted yet: Space accepts, a accepts all.")
            )

    def _show(self) -> None:
        """Show both texts of the current proposal's segment, and how far the decisions have come."""
        at, proposal = self._list.selected, self._list.current
        form = self._list.forms[at]
        segment = proposal.segment
        shown = form if form is not None else proposal.replacement.form
        source, target = self.query_one("#source", MarkedText), self.query_one("#target", MarkedText)
        found = segment.source.find(proposal.source_term)
        marks = (Mark(found, found + len(proposal.source_term), MarkKind.TERM),) if found >= 0 else ()
        source.show(segment.source, marks)
        removed, added = f"[-{proposal.found}-]", f"{{+{shown}+}}"
        text = segment.target[: proposal.start] + removed + added + segment.target[proposal.end :]
        middle = proposal.start + len(removed)
        target.show(
            text,
            (
                Mark(proposal.start, middle, MarkKind.REMOVED),
                Mark(middle, middle + len(added), MarkKind.ADDED),
            ),
        )
        target.move_caret(proposal.start)
        self.query_one("#said", Static).update(visible(self._state(proposal, form)))

    def _state(self, proposal: Proposal, form: str | None) -> str:
        accepted = sum(one is not None for one in self._list.forms)
        state = _("{n} of {m} accepted").format(n=accepted, m=len(self._proposals))
        open_ = sum(
            not one.certain and form is None
            for one, form in zip(self._proposals, self._list.forms, strict=True)
        )
        if open_:
            state += " · " + ngettext("{n} asks for a choice [?]", "{n} ask for a choice [?]", open_).format(
                n=open_
            )
        if form is None and not proposal.certain:
            several = ", ".join(proposal.replacement.candidates[:4]) or _("the form could not be read")
            state += f" · {several}"
        return state


def _clip_left(text: str, room: int) -> str:
    """Return the end of a text that fits a number of cells, the cut shown by "…"."""
    if cells(text) <= room:
        return text
    while text and cells(text) > room - 1:
        text = text[max(1, len(text) - room) :] if len(text) > room else text[1:]
    return f"…{text}" if room > 0 else ""
