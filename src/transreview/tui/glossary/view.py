"""What the glossary screen shows: the search line, the list, the concept's card and its occurrences."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from rich.text import Text
from textual.screen import Screen
from textual.widget import Widget

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.glossary import Concept, ConceptStatus
from transreview.tui.action import Place
from transreview.tui.escape import visible_line
from transreview.tui.glossary.concept_list import ConceptList
from transreview.tui.glossary.messages import GlossaryChanged
from transreview.tui.glossary.occurrence_list import OccurrenceList, Shown, sign_mark
from transreview.tui.glossary.presenting import STATUS_SIGNS, card
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.screen_work import ScreenWork
from transreview.tui.widgets.entry_pane import EntryPane
from transreview.tui.widgets.line_input import LineInput
from transreview.tui.widgets.lines import Hints, Line, MessageKind, StatusLine, error_words


class GlossaryView(ScreenWork):
    """The widgets of the glossary screen, and how the state is shown in them.

    Args:
        screen: The screen they stand on.
        state: What they show.
    """

    def __init__(self, screen: Screen[int | None], state: GlossaryState) -> None:
        super().__init__(screen)
        self._state = state
        self.title = Line(name="title")
        self.query = LineInput(placeholder=_("/ searches: any term, also in a declined form"), id="query")
        self.concepts = ConceptList(state.session.languages, state.known, name="concepts")
        self.card = EntryPane(_("Concept"), _("no concept"), name="concept")
        self.places = OccurrenceList(self.read_place, name="places")
        self.status = StatusLine(name="status")
        self.hints = Hints(name="hints")

    # --- the list ------------------------------------------------------------------------------

    @property
    def current(self) -> Concept | None:
        """The current concept, or None where the list is empty."""
        return self.concepts.current

    @property
    def current_id(self) -> str:
        """Its id; empty where the list is empty."""
        return self.current.id if self.current else ""

    def show_concepts(self, concept_id: str = "") -> None:
        """List the concepts that search and filter leave, and stand on one of them."""
        state = self._state
        found = state.search.find(self.query.content, forms=state.declined)
        if state.filter:
            found = [concept for concept in found if state.filter.takes(concept, state.known(concept))]
        self.concepts.show(found, concept_id)
        self.show_title()

    def show_glossary(self, concept_id: str = "") -> None:
        """Show the glossary as it is now, after a change of it, and have it counted anew."""
        current = self.current_id
        self._state.take_over()
        self.show_concepts(concept_id or current)
        self.screen.post_message(GlossaryChanged())

    def show_title(self) -> None:
        """Show how many concepts there are, and which files they are in."""
        state = self._state
        concepts = state.glossary.concepts
        shown, total = len(self.concepts.concepts), len(concepts)
        words = ngettext("{n} concept", "{n} concepts", total).format(n=total)
        if shown != total:
            words = _("{shown} of {words}").format(shown=shown, words=words)
        if state.filter:
            words += " · " + _("only: {filter}").format(filter=state.filter.words)
        proposed = sum(concept.status is ConceptStatus.PROPOSED for concept in concepts)
        if proposed:
            words += f" · {STATUS_SIGNS[ConceptStatus.PROPOSED]} " + _("{n} proposed").format(n=proposed)
        files = ", ".join(path.name for path in state.session.paths) or _("no glossary yet")
        left = Text.assemble((_("Glossary"), "bold"), "  ", words)
        self.title.put(left, visible_line(files))

    def show_known(self) -> None:
        """Show what has become known of the concepts."""
        if self._state.filter.asks_for_more:
            self.show_concepts(self.current_id)
        self.concepts.refresh()
        self.show_concept()

    # --- the current concept -------------------------------------------------------------------

    def show_concept(self) -> None:
        """Show what is known of the current concept."""
        state, concept = self._state, self.current
        if concept is None:
            self.card.show([])
            self.places.show((), "")
            return
        usage = state.counts.usage.get(concept.id) if state.counts else None
        issues = state.issues.get(concept.id, ())
        home = state.session.home(concept.id)
        self.card.show(card(concept, usage, issues, counted=state.counted, home=home))
        places: Sequence[int] = state.counts.places.get(concept.id, ()) if state.counts else ()
        self.places.show(places, _("not used in the project") if state.counted else _("counting…"))

    def read_place(self, segment_id: int) -> Shown:
        """Return an occurrence of the current concept as it is shown."""
        state, concept = self._state, self.current
        found = state.project.segments.get_many([segment_id])
        article = state.articles.get(found[0].article_id) if found else None
        if concept is None or state.counts is None or article is None:
            return Shown("", source=_("(removed meanwhile)"))
        segment = found[0]
        uses = state.counts.terms.of(article).uses(segment.source, segment.target)
        use = next((one for one in uses if one.concept.id == concept.id), None)
        sign = " "
        if use is not None:
            sign = "✗" if use.forbidden else "!" if use.missing else "✓" if use.rendered else " "
        slug = f"{visible_line(article.slug)[:12]} " if len(state.articles) > 1 else ""
        head = f"{slug}{segment.position + 1:>4} {sign} "
        if use is None:
            return Shown(head, source=segment.source, target=segment.target)
        source = tuple(Mark(m.start, m.end, MarkKind.TERM) for m in use.source)
        wrong = tuple(Mark(w.match.start, w.match.end, sign_mark(True)) for w in use.forbidden)
        right = tuple(Mark(m.start, m.end, sign_mark(False)) for m in use.rendered)
        return Shown(
            head,
            source=segment.source,
            target=segment.target,
            source_marks=source,
            target_marks=wrong + right,
        )

    # --- where the keyboard is -----------------------------------------------------------------

    @property
    def focused(self) -> Widget | None:
        """What has the keyboard."""
        return self.screen.focused

    def show_hints(self) -> None:
        """Show the keys that matter where the keyboard is."""
        self.screen.query_one("#about").set_class(isinstance(self.focused, OccurrenceList), "-places")
        if isinstance(self.focused, EntryPane | OccurrenceList):
            actions = ("back", "choose", "line_down", "next_pane")
            self.hints.show(self._state.keymap, Place.PANE, actions)
        else:
            self.hints.show(self._state.keymap, Place.GLOSSARY)

    # --- messages ------------------------------------------------------------------------------

    def say(self, text: str, kind: MessageKind = MessageKind.STATE) -> None:
        """Show a message above the hints."""
        self.status.say(text, kind)

    def show_error(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        self.say(error_words(error, self._state.project.path), MessageKind.ERROR)

    # --- work beside the screen ----------------------------------------------------------------

    def run_beside(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> None:
        """Do something that waits for others; what was begun in the same group before is let go."""
        self.screen.run_worker(work(), exclusive=True, group=group)
