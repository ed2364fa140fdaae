"""The glossary screen: its layout, and what it shows of the current concept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.glossary import Concept, ConceptStatus, Glossary
from transreview.project.project import Project
from transreview.terminology.lint_issue import LintIssue
from transreview.tui.actions import Place
from transreview.tui.dialogs.concept_filter import ConceptFilter
from transreview.tui.dialogs.reading import Reading
from transreview.tui.escape import visible_line
from transreview.tui.glossary.concept_list import ConceptList, Known
from transreview.tui.glossary.counting import Counts, count, faults
from transreview.tui.glossary.occurrence_list import OccurrenceList, Shown, sign_mark
from transreview.tui.glossary.presenting import STATUS_SIGNS, card, worst_of
from transreview.tui.key_list import glossary_help
from transreview.tui.keymaps import Keymap
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.widgets.entry_pane import EntryPane
from transreview.tui.widgets.line_input import LineInput
from transreview.tui.widgets.lines import Hints, Line, MessageKind, StatusLine
from transreview.workflow.terms.glossary_session import GlossarySession
from transreview.workflow.terms.search import TermSearch

CARD_DELAY = 0.06
"""Seconds without a move after which card and occurrences follow."""

PAINT_SECONDS = 0.15
"""Seconds that the first picture has before counting takes its share of the processor."""

WATCH_SECONDS = 2.0


@dataclass
class Counted(Message):
    """The use of the glossary has been counted, or a part of the project's."""

    glossary: Glossary
    counts: Counts


@dataclass
class Linted(Message):
    """The glossary's faults are known."""

    glossary: Glossary
    issues: dict[str, list[LintIssue]]


class GlossaryBase(Screen[int | None]):
    """The glossary screen without the actions that change a concept; answers with a segment to go to.

    Args:
        project: The open project.
        session: Its glossaries, open for editing.
        keymap: The keys in force.
        concept_id: The concept to begin with.
    """

    DEFAULT_CSS = """
    GlossaryBase { layout: vertical; background: $background; }
    GlossaryBase #title { background: $panel; }
    GlossaryBase #query { border: none; height: 1; padding: 0 1; background: $surface; }
    GlossaryBase #query:focus { background: $panel; }
    GlossaryBase #middle { height: 1fr; layout: horizontal; }
    GlossaryBase #about { width: 46%; border-left: solid $panel; }
    GlossaryBase #concept { height: 3fr; }
    GlossaryBase #places { height: 2fr; }
    GlossaryBase Hints { background: $panel; color: $text-muted; }
    GlossaryBase StatusLine.-error { color: $text-error; text-style: bold; }
    GlossaryBase StatusLine.-warning { color: $text-warning; text-style: bold; }
    GlossaryBase StatusLine.-done { color: $text-success; }
    GlossaryBase.-narrow #middle { layout: vertical; }
    GlossaryBase.-narrow #about { width: 100%; height: 11; border-left: none; }
    GlossaryBase.-narrow #places { display: none; height: 1fr; }
    GlossaryBase.-narrow #about.-places #places { display: block; }
    GlossaryBase.-narrow #about.-places #concept { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = "ConceptList"

    def __init__(
        self, project: Project, session: GlossarySession, keymap: Keymap, *, concept_id: str = ""
    ) -> None:
        super().__init__()
        self.project = project
        self.glossaries = session
        self.keymap = keymap
        self.filter = ConceptFilter()
        self._first = concept_id
        self._several = len(project.articles.all()) > 1
        self._articles = {article.id: article for article in project.articles.all()}
        self._card_timer: Timer | None = None
        self._take_over(session.glossary)

    def _take_over(self, glossary: Glossary) -> None:
        """Forget what was known of another glossary; counts are shown until they are counted anew."""
        self._search = TermSearch(glossary)
        self._forms = False
        self._counts: Counts | None = getattr(self, "_counts", None)
        self._issues: dict[str, list[LintIssue]] = getattr(self, "_issues", {})

    def compose(self) -> ComposeResult:
        """Lay out title, search line, list, card, occurrences, state line and hints."""
        yield Line(name="title")
        yield LineInput(placeholder=_("/ searches: any term, also in a declined form"), id="query")
        with Horizontal(id="middle"):
            yield ConceptList(self.glossaries.languages, self.known, name="concepts")
            with Vertical(id="about"):
                yield EntryPane(_("Concept"), _("no concept"), name="concept")
                yield OccurrenceList(self.read_place, name="places")
        yield StatusLine(name="status")
        yield Hints(name="hints")

    def on_mount(self) -> None:
        """Show the concepts, and find out in the background what the project does with them."""
        self.show_concepts(self._first)
        self.set_timer(PAINT_SECONDS, self.look_in)
        self.set_interval(WATCH_SECONDS, self.look_for_others)
        self.call_after_refresh(self.show_hints)

    # --- parts ---------------------------------------------------------------------------------

    @property
    def concepts(self) -> ConceptList:
        """The list."""
        return self.query_one(ConceptList)

    @property
    def card(self) -> EntryPane:
        """What is known of the current concept."""
        return self.query_one("#concept", EntryPane)

    @property
    def places(self) -> OccurrenceList:
        """The segments that have it."""
        return self.query_one(OccurrenceList)

    @property
    def glossary(self) -> Glossary:
        """The concepts of all files."""
        return self.glossaries.glossary

    # --- the list ------------------------------------------------------------------------------

    def show_concepts(self, concept_id: str = "") -> None:
        """List the concepts that search and filter leave, and stand on one of them."""
        found = self._search.find(self.query_one(Input).value, forms=self._forms)
        if self.filter:
            found = [concept for concept in found if self.filter.takes(concept, self.known(concept))]
        self.concepts.show(found, concept_id)
        self.show_title()

    def known(self, concept: Concept) -> Known:
        """Return what the list shows of a concept beside its terms."""
        worst = worst_of(self._issues.get(concept.id, ()))
        if self._counts is None:
            return Known(worst)
        usage = self._counts.usage.get(concept.id)
        if usage is None:
            return Known(worst, 0 if self._counts.done else None)
        return Known(worst, usage.segments, bool(usage.forbidden))

    def show_title(self) -> None:
        """Show how many concepts there are, and which files they are in."""
        concepts = self.glossary.concepts
        shown, total = len(self.concepts.concepts), len(concepts)
        words = ngettext("{n} concept", "{n} concepts", total).format(n=total)
        if shown != total:
            words = _("{shown} of {words}").format(shown=shown, words=words)
        if self.filter:
            words += " · " + _("only: {filter}").format(filter=self.filter.words)
        proposed = sum(concept.status is ConceptStatus.PROPOSED for concept in concepts)
        if proposed:
            words += f" · {STATUS_SIGNS[ConceptStatus.PROPOSED]} " + _("{n} proposed").format(n=proposed)
        files = ", ".join(path.name for path in self.glossaries.paths) or _("no glossary yet")
        left = Text.assemble((_("Glossary"), "bold"), "  ", words)
        self.query_one("#title", Line).put(left, visible_line(files))

    @on(ConceptList.Moved)
    def moved(self) -> None:
        """Bring card and occurrences up when the keys rest."""
        if self._card_timer:
            self._card_timer.stop()
        self._card_timer = self.set_timer(CARD_DELAY, self.show_concept)

    def show_concept(self) -> None:
        """Show what is known of the current concept."""
        concept = self.concepts.current
        done = self._counts is not None and self._counts.done
        if concept is None:
            self.card.show([])
            self.places.show((), "")
            return
        usage = self._counts.usage.get(concept.id) if self._counts else None
        issues = self._issues.get(concept.id, ())
        home = self.glossaries.home(concept.id)
        self.card.show(card(concept, usage, issues, counted=done, home=home))
        places: Sequence[int] = self._counts.places.get(concept.id, ()) if self._counts else ()
        self.places.show(places, _("not used in the project") if done else _("counting…"))

    def read_place(self, segment_id: int) -> Shown:
        """Return an occurrence of the current concept as it is shown."""
        concept, counts = self.concepts.current, self._counts
        found = self.project.segments.get_many([segment_id])
        if concept is None or counts is None or not found:
            return Shown("", _("(removed meanwhile)"))
        segment, article = found[0], self._articles.get(found[0].article_id)
        if article is None:
            return Shown("", _("(removed meanwhile)"))
        uses = counts.terms.of(article).uses(segment.source, segment.target)
        use = next((one for one in uses if one.concept.id == concept.id), None)
        sign = " "
        if use is not None:
            sign = "✗" if use.forbidden else "!" if use.missing else "✓" if use.rendered else " "
        slug = f"{visible_line(article.slug)[:12]} " if self._several else ""
        head = f"{slug}{segment.position + 1:>4} {sign} "
        if use is None:
            return Shown(head, segment.source, segment.target)
        source = tuple(Mark(m.start, m.end, MarkKind.TERM) for m in use.source)
        wrong = tuple(Mark(w.match.start, w.match.end, sign_mark(True)) for w in use.forbidden)
        right = tuple(Mark(m.start, m.end, sign_mark(False)) for m in use.rendered)
        return Shown(head, segment.source, segment.target, source, wrong + right)

    # --- in the background ---------------------------------------------------------------------

    def look_in(self) -> None:
        """Count and check in the background."""
        self._lint(self.glossary, self._search)
        self._count(self.project.path, self.glossary)

    @work(thread=True, exclusive=True, group="lint", exit_on_error=False)
    def _lint(self, glossary: Glossary, search: TermSearch) -> None:
        search.learn_forms()
        issues = faults(glossary, self.glossaries.languages)
        if not get_current_worker().is_cancelled:
            self.post_message(Linted(glossary, issues))

    @work(thread=True, exclusive=True, group="use", exit_on_error=False)
    def _count(self, path: Path, glossary: Glossary) -> None:
        worker = get_current_worker()
        with Project.open(path, read_only=True) as second:
            for counts in count(second, glossary, lambda: worker.is_cancelled):
                self.post_message(Counted(glossary, counts))

    @on(Linted)
    def linted(self, event: Linted) -> None:
        """Show the faults; from now on declined forms are found as well."""
        if event.glossary is self.glossary:
            self._issues, self._forms = event.issues, True
            self._refresh_known()

    @on(Counted)
    def counted(self, event: Counted) -> None:
        """Show the use."""
        if event.glossary is self.glossary:
            self._counts = event.counts
            self._refresh_known()

    def _refresh_known(self) -> None:
        if self.filter.asks_for_more:
            current = self.concepts.current
            self.show_concepts(current.id if current else "")
        self.concepts.refresh()
        self.show_concept()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on without figures when counting or checking fails, but say so."""
        if event.state is WorkerState.ERROR and event.worker.group in {"lint", "use"}:
            error = event.worker.error
            if isinstance(error, TransreviewError):
                self.tell(error)
            else:
                fault = f"{type(error).__name__}: {error}"
                self.say(_("Counting stopped by a fault ({error}).").format(error=fault), MessageKind.ERROR)

    @work(exclusive=True, group="watch")
    async def look_for_others(self) -> None:
        """Take over what somebody else has written to a glossary file."""
        import asyncio

        try:
            changed = await asyncio.to_thread(self.glossaries.refresh)
        except TransreviewError as error:
            self.tell(error)
            return
        if changed:
            self.show_glossary()
            self.say(_("Somebody else changed the glossary; it was read again."))

    def show_glossary(self, concept_id: str = "") -> None:
        """Show the glossary as it is now, after a change of it."""
        current = self.concepts.current
        self._take_over(self.glossary)
        self.show_concepts(concept_id or (current.id if current else ""))
        self.look_in()

    # --- search and panes ----------------------------------------------------------------------

    @on(Input.Changed, "#query")
    def searched(self) -> None:
        """List what fits as it is typed."""
        self.show_concepts()

    @on(Input.Submitted, "#query")
    def search_ended(self, event: Input.Submitted) -> None:
        """Go to the list with what was found."""
        event.stop()
        self.concepts.focus()

    @on(DescendantFocus)
    def focus_moved(self) -> None:
        """Show the keys of where the keyboard is."""
        self.show_hints()

    def on_resize(self, _event: Resize) -> None:
        """Show the card anew in its new width."""
        self.call_after_refresh(self.show_concept)

    def show_hints(self) -> None:
        """Show the keys that matter where the keyboard is."""
        in_pane = isinstance(self.focused, EntryPane | OccurrenceList)
        self.query_one("#about").set_class(isinstance(self.focused, OccurrenceList), "-places")
        hints = self.query_one(Hints)
        if in_pane:
            hints.show(self.keymap, Place.PANE, ("back", "choose", "line_down", "next_pane"))
        else:
            hints.show(self.keymap, Place.GLOSSARY)

    # --- telling -------------------------------------------------------------------------------

    def say(self, text: str, kind: MessageKind = MessageKind.STATE) -> None:
        """Show a message above the hints."""
        self.query_one(StatusLine).say(text, kind)

    def tell(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        text = f"{error.message}. {error.remedy}." if error.remedy else f"{error.message}."
        self.say(text.replace("..", "."), MessageKind.ERROR)

    def action_help(self) -> None:
        """Show every action of this screen with its keys."""
        self.app.push_screen(Reading(_("Keys and signs of the glossary"), glossary_help(self.keymap)))
