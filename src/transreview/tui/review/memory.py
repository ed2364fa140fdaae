"""The translation memory on the screen: matches of the segment, concordance, repeated segments."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.segment import Segment
from transreview.project.address import is_server
from transreview.tui.latest_work import LatestWork
from transreview.tui.review.waiting import wait_until
from transreview.tui.review.workbench import Workbench
from transreview.tui.widgets.lines import MessageKind

if TYPE_CHECKING:
    from transreview.memory.matches import Match
    from transreview.model.glossary import Concept
    from transreview.tui.dialogs.concordance import TermPlace
    from transreview.workflow.memories.shelf import MemoryShelf

SECONDS = 2.0
"""Between two looks at what was confirmed."""

MOST_OCCURRENCES = 60


class Memory:
    """The actions that use the memory; it is opened when it is first asked."""

    GROUP = "memory"

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self.seconds = SECONDS
        self._shelf: MemoryShelf | None = None
        self._failed = False
        self._recorded = -1
        self._identity = ""  # of the project, once it is known
        self._shown: list[Match] = []
        self._known_of: int | None = None  # the segment whose matches are shown
        # What is asked of a server takes its time, and no key may wait for it.
        self._is_far = is_server(bench.state.project.path)
        self._watch = LatestWork(lambda error: self._view.call(self._stopped, error))
        self.look_ups = LatestWork(lambda error: self._view.call(self._stopped, error))

    # --- matches -------------------------------------------------------------------------------

    def look_up(self) -> None:
        """Show what the memory has for the current segment, as soon as it is found."""
        segment = self._bench.segment
        if segment is None or self._failed:
            return
        if segment.id != self._known_of:
            self._known_of = None
        article = self._state.article
        languages = (article.source_language, article.target_language)
        self.look_ups.ask(lambda: self._find(segment, *languages))

    def _find(self, segment: Segment, source: str, target: str) -> None:
        try:
            shelf = self._opened()
            matches = shelf.matches(segment.source, source, target) if shelf else []
            if not self._identity:
                self._identity = self._state.project.identity
            own = (self._identity, str(segment.id))
            found = [match for match in matches if (match.pair.collection, match.pair.key) != own]
        except TransreviewError as error:
            self._failed = True
            self._view.call(self._view.show_error, error)
            return
        self._view.call(self._show, segment, found)

    def _stopped(self, error: Exception) -> None:
        """Go on without the memory when it fails, but say so."""
        self._failed = True
        words = _("The memory stopped by a fault of its own ({error}); everything else works.")
        self._view.say(words.format(error=f"{type(error).__name__}: {error}"), MessageKind.ERROR)

    def _show(self, segment: Segment, found: list[Match]) -> None:
        if self._bench.segment is not None and self._bench.segment.id == segment.id:
            self._known_of = segment.id
            if found or self._shown:
                self._shown = found
                self._view.panes.show_memory(found, segment.source)

    async def known(self) -> bool:
        """Wait for the matches of the current segment: those of the one before are not meant."""
        segment = self._bench.segment
        if segment is None or self._failed or self._known_of == segment.id:
            return True
        self.look_up()
        words = _("Looking into the memory…")
        return await wait_until(self._view, lambda: self._failed or self._known_of == segment.id, words)

    def insert(self, match: Match) -> None:
        """Put a match into the editor: the same or a like text as a whole, a part at the cursor."""
        from transreview.memory.matches import Kind

        view = self._view
        if not view.desk.is_open:
            self._bench.open_editor(view.current)
            view.desk.editor.move_cursor(view.desk.editor.document.end)
        if not view.desk.is_open:
            return
        if match.kind is Kind.PART:
            view.desk.editor.write_word(match.pair.target)
        else:
            view.desk.editor.put(match.pair.target)
        view.leave_panes()
        view.say(_("From the memory; Ctrl+Z takes it back."))

    # --- concordance ---------------------------------------------------------------------------

    async def concordance(self) -> None:
        """Ask for words, or take those selected, and show where they stand, in any form."""
        from transreview.tui.dialogs.concordance import Concordance
        from transreview.tui.dialogs.prompt import Prompt

        view, article = self._view, self._state.article
        words = view.desk.editor.selected_text if view.desk.is_open else ""
        if not words.strip():
            note = _("A word or phrase of either language; every form of it is found.")
            answer: str | None = await view.ask(Prompt(_("Concordance"), note=note))
            words = answer or ""
        if not words.strip():
            return
        try:
            shelf = self._opened()
            found = (
                shelf.concordance(
                    words, article.source_language, article.target_language, most=MOST_OCCURRENCES
                )
                if shelf
                else []
            )
            text = await view.ask(
                Concordance(words, found, self._in_project(words), self._in_glossary(words))
            )
        except TransreviewError as error:
            view.show_error(error)
            return
        if text and view.desk.is_open:
            view.desk.editor.write_word(text)

    def _in_project(self, words: str) -> list[Segment]:
        from itertools import islice

        from transreview.workflow.search.project_search import search_project
        from transreview.workflow.search.query import Query

        found = search_project(self._state.project, Query(text=words, any_form=True))
        return [one.segment for one in islice(found, MOST_OCCURRENCES)]

    def _in_glossary(self, words: str) -> list[TermPlace]:
        from transreview.model.glossary import TermKind
        from transreview.terminology.lint_issue import terms_of
        from transreview.tui.dialogs.concordance import TermPlace
        from transreview.workflow.terms.glossaries import project_glossary
        from transreview.workflow.terms.search import TermSearch

        article = self._state.article
        concepts = TermSearch(project_glossary(self._state.project)).find(words)

        def texts(concept: Concept, language: str, *kinds: TermKind) -> tuple[str, ...]:
            return tuple(term.text for kind in kinds for term in terms_of(concept, language, kind))

        usable = (TermKind.PREFERRED, TermKind.ADMITTED)
        return [
            TermPlace(
                texts(concept, article.source_language, *usable),
                texts(concept, article.target_language, *usable),
                texts(concept, article.target_language, TermKind.FORBIDDEN),
            )
            for concept in concepts[:10]
        ]

    # --- repeated segments ---------------------------------------------------------------------

    async def propagate(self) -> None:
        """List the other segments with this source, and give those that are ticked this translation."""
        from transreview.tui.dialogs.repeats import RepeatList
        from transreview.workflow.memories.repeats import propagate, repeats

        view, segment = self._view, self._bench.ready()
        if segment is None:
            return
        others = repeats(self._state.project, segment)
        if not others:
            view.say(_("No other segment has this source and another translation."))
            return
        ticked = await view.ask(RepeatList(segment, others))
        if not ticked:
            view.say(_("Nothing was changed."))
            return
        try:
            propagate(self._state.project, segment, ticked)
        except TransreviewError as error:
            view.show_error(error)
            self._bench.reread()
            return
        self._bench.reread()
        count = len(ticked)
        words = ngettext(
            "{n} segment has this translation now; {undo} undoes.",
            "{n} segments have this translation now; {undo} undoes all of it.",
            count,
        )
        view.undoable(words, n=count)

    # --- remembering ---------------------------------------------------------------------------

    def record(self) -> None:
        """Take into the memory what was confirmed since the last look, beside the screen."""
        if not self._is_far:
            self._look_for_confirmed()
        elif self._watch.is_idle:
            self._watch.ask(self._look_for_confirmed)

    def _look_for_confirmed(self) -> None:
        try:
            last = self._state.project.journal.last_id()
        except TransreviewError:
            return  # the watch over the project says it; what is confirmed stays to be taken in
        if last != self._recorded and not self._failed:
            self._recorded = last
            group = f"{self.GROUP}-record"
            if self._is_far:
                self._view.call(self._view.run_thread, self._record_and_look, group)
            else:
                self._view.run_thread(self._record_and_look, group)

    def _record_and_look(self) -> None:
        if self._record():
            self._view.call(self.look_up)  # what was just confirmed may be a match of the current segment

    def _record(self) -> bool:
        """Take in what was confirmed; return whether the memory is another now."""
        from transreview.project.project import Project
        from transreview.workflow.memories.recording import record

        try:
            shelf = self._opened()
            if shelf is None or shelf.own is None:
                return False
            with Project.open(self._state.project.path, read_only=True) as project:
                done = record(project, shelf.own)
        except TransreviewError as error:
            self._failed = True
            self._view.call(self._view.show_error, error)
            return False
        return bool(done.taken or done.forgotten)

    def close(self) -> None:
        """Remember what is left to remember, and close the memory."""
        self.look_ups.close()
        self._watch.close()
        # Where the journal cannot be asked, it is taken in the next time that the project is open.
        with suppress(TransreviewError):
            if self._state.project.journal.last_id() != self._recorded and not self._failed:
                self._record()
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None

    def _opened(self) -> MemoryShelf | None:
        """Return the memories, opened at the first call; None where the user wants none."""
        from transreview.workflow.memories.shelf import MemoryShelf, own_memory

        if self._shelf is None:
            path = own_memory()
            if path is None:
                return None
            self._shelf = MemoryShelf(path)
        return self._shelf
