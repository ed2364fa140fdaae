"""What the review screen shows: the list, the desk, the panes and the single lines around them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.finding import Severity, Side
from transreview.model.segment import Segment, Status
from transreview.model.unit import Granularity
from transreview.project.failures import ReplacedError
from transreview.project.store import file_identity
from transreview.tui import log
from transreview.tui.action import Place
from transreview.tui.actions import PANE_HINTS
from transreview.tui.insight import Changed, is_awaited, is_long
from transreview.tui.latest_work import LatestWork
from transreview.tui.presenting import finding_marks, present, term_marks, unknown_marks
from transreview.tui.review.messages import FileGone
from transreview.tui.review.state import Lengths, ReviewState
from transreview.tui.row import Row
from transreview.tui.screen_work import ScreenWork
from transreview.tui.widgets.desk import Desk
from transreview.tui.widgets.lines import Header, Hints, MessageKind, StatusLine, error_words
from transreview.tui.widgets.panes import Panes
from transreview.tui.widgets.segment_list import SegmentList

if TYPE_CHECKING:
    from transreview.languages.language import Span
    from transreview.model.finding import Finding
    from transreview.terminology.segment_terms import ConceptUse


REST = 0.3
"""Seconds without a key after which a long text is looked into."""


class _Look(NamedTuple):
    """What a text shows: terms of the glossary, findings, words that no list knows."""

    terms: Sequence[ConceptUse]
    findings: Sequence[Finding]
    unknown: Sequence[Span]


class ReviewView(ScreenWork):
    """The widgets of the review screen, and how the state is shown in them.

    Args:
        screen: The screen they stand on.
        state: What they show.
    """

    def __init__(self, screen: Screen[None], state: ReviewState) -> None:
        super().__init__(screen)
        self._state = state
        self.header = Header(name="header")
        self.rows = SegmentList(self.row, name="rows")
        self.desk = Desk()
        self.panes = Panes()
        self.status = StatusLine(name="status")
        self.hints = Hints(name="hints")
        self.said_at: int | None = None
        self.is_unread = False
        self._said_since = 0.0
        self._guessed: tuple[object, array[int]] = (None, array("I"))
        self._bilingual: dict[int, bool] = {}
        self._written: tuple[int, int] | None = None  # the unknown word at the caret, not marked yet
        self._waiting: Timer | None = None  # until a long text is looked into
        self.looks = LatestWork(self._failed)
        self._file = file_identity(state.project.path)

    # --- the segments --------------------------------------------------------------------------

    @property
    def articles(self) -> list[Article]:
        """The articles of the project."""
        articles: list[Article] = self.screen.app.articles  # type: ignore[attr-defined]
        return articles

    @property
    def current(self) -> Segment | None:
        """The current segment, or None where the list is empty."""
        return self.segment_at(self.rows.current)

    def segment_at(self, index: int) -> Segment | None:
        """Return a segment by its place in the list, or None when it is gone."""
        try:
            return self._state.session.segment(index)
        except IndexError:
            return None

    def row(self, index: int) -> Row:
        """Return what the list shows of a segment."""
        try:
            return self._read_row(index)
        except TransreviewError:  # the watch over the project says why, and has the list read again
            self.is_unread = True
            return Row(index + 1, Status.MACHINE, target=_("(cannot be read now)"))

    def _read_row(self, index: int) -> Row:
        state, segment = self._state, self.segment_at(index)
        if segment is None:
            return Row(index + 1, Status.MACHINE, target=_("(removed meanwhile)"))
        found = state.worst.get(segment.id)
        source_inline, target_inline = state.insight.marks(segment)
        at_hand = state.insight.is_at_hand(segment)
        terms = state.insight.terms(segment) if at_hand else ()
        if not state.all_terms and index != self.rows.current:
            terms = [use for use in terms if use.forbidden]  # what is right elsewhere needs no look
        return present(
            segment,
            terms=terms,
            findings=state.insight.findings(segment) if at_hand else (),
            worst=found[0] if found else None,
            search=state.finders,
            compared=state.compared,
            source_inline=source_inline,
            target_inline=target_inline,
        )

    def show_findings(self, changed: Changed) -> None:
        """Show the segments whose findings have changed, in the panes too."""
        state = self._state
        for segment_id, worst in changed.items():
            if worst is None:
                state.worst.pop(segment_id, None)
            else:
                state.worst[segment_id] = worst

        def is_concerned(index: int) -> bool:
            segment = self.segment_at(index)
            return segment is not None and segment.id in changed

        if changed:
            self.rows.mark_again(is_concerned)
        current = self.current
        if current is not None and current.id in changed:
            self.show_panes()

    def show_list(self, index: int) -> None:
        """Show the segments of the session anew and stand on one of them."""
        session = self._state.session
        self.desk.share = session.source_share
        self.rows.show(
            len(session),
            index,
            digits=max(len(str(session.total)), 3),
            ruled=session.article.granularity is Granularity.PARAGRAPH,
            share=self.desk.share,
        )
        self.estimate_heights()

    def estimate_heights(self) -> None:
        """Guess the heights of all rows shown, if the lengths of their texts are known."""
        lengths, session = self._state.lengths, self._state.session
        if lengths and lengths.article_id == session.article.id and len(lengths.sources) == len(session):
            self.rows.estimate(self.heights_of(lengths))

    def heights_of(self, lengths: Lengths) -> array[int]:
        """Guess the heights of all rows from the lengths of their texts; those guessed last are kept.

        In a large article it takes longer than a key may, so a thread does it first.
        """
        from transreview.languages import language  # not for the first picture

        columns, ruled = self.rows.columns(), self.rows.ruled
        key = (lengths, columns, ruled)
        if self._guessed[0] != key:
            wide = language(self._state.article.source_language).wide
            heights = columns.heights(lengths.sources, lengths.targets, 2 if wide else 1, int(ruled))
            self._guessed = (key, heights)
            return heights
        return self._guessed[1]

    # --- what is shown of the current segment --------------------------------------------------

    def show_place(self) -> None:
        """Bring header, state line and panes up to the current segment; a message on it stays."""
        self.show_line()
        self.show_panes()
        self.show_hints()

    def show_line(self) -> None:
        """Bring header and state line up to the current segment; a message on it stays."""
        self.show_header()
        if self.said_at != self.rows.current:
            self.show_state()

    def show_header(self) -> None:
        """Show project, article, place and progress."""
        state = self._state
        articles = self.articles
        number = next((at for at, one in enumerate(articles, 1) if one.id == state.article.id), 1)
        title = state.article.title
        if len(articles) > 1:
            title = _("{title} ({number} of {count})").format(title=title, number=number, count=len(articles))
        if state.project.read_only:
            title = _("[read-only] {title}").format(title=title)
        shown = len(state.session)
        place = f"{self.rows.current + 1 if shown else 0}/{shown}"
        self.header.show(state.project.name, title, place, state.counts, state.flags)

    def show_state(self) -> None:
        """Show how the current segment stands."""
        self.said_at = None
        segment = self.current
        if segment is None:
            self.say(_("No segment is shown."))
            return
        count = self._state.worst.get(segment.id, (Severity.INFO, 0))[1]
        movable = not segment.fixed or not self._is_bilingual(segment)
        self.status.show_state(segment, count, movable=movable, filtered=self._state.filter.words)

    def _is_bilingual(self, segment: Segment) -> bool:
        """Return whether a segment's article came from a bilingual file; asked once for each article."""
        known = self._bilingual.get(segment.article_id)
        if known is None:
            known = self._state.project.pairs.of(segment.id) is not None
            self._bilingual[segment.article_id] = known
        return known

    def show_panes(self) -> None:
        """Fill the panes for the current segment, if they are to be seen."""
        segment, insight, project = self.current, self._state.insight, self._state.project
        if segment is None:
            return
        self.panes.show_waiting(loading=is_awaited(insight))
        if self.desk.is_open:
            self.show_editor_marks()
        elif insight.is_at_hand(segment):
            self.panes.show_terms(insight.terms(segment))
            self.panes.show_findings(insight.findings(segment), (segment.source, segment.target))
        else:
            self._look_later(segment)
        self.panes.show_comments(project.comments.all(segment.id) if segment.comments else [])
        self.panes.show_history(self._state.session.history(segment) if segment.revision else [])

    def show_editor_marks(self) -> None:
        """Mark terms and findings in what stands in the editor, and show them in the panes."""
        segment = self.desk.segment
        if segment is None:
            return
        text = self.desk.editor.content
        if is_long(segment, text):
            self._look_later(segment, text)
        else:
            self._mark_editor(segment, text, self._look(segment, text))

    def _look(self, segment: Segment, text: str) -> _Look:
        insight = self._state.insight
        return _Look(
            insight.terms(segment, text), insight.findings(segment, text), insight.unknown(segment, text)
        )

    def _mark_editor(self, segment: Segment, text: str, look: _Look) -> None:
        terms, findings, unknown = look
        caret = self.desk.editor.caret
        self._written = next((span for span in unknown if span[0] < caret <= span[1]), None)
        self.desk.mark(
            [*term_marks(terms, Side.SOURCE), *finding_marks(findings, Side.SOURCE)],
            [
                *unknown_marks(span for span in unknown if span != self._written),
                *term_marks(terms, Side.TARGET),
                *finding_marks(findings, Side.TARGET),
            ],
        )
        self.panes.show_terms(terms)
        self.panes.show_findings(findings, (segment.source, text))

    # --- long texts ----------------------------------------------------------------------------

    def _look_later(self, segment: Segment, text: str | None = None) -> None:
        """Look into a long text beside the screen when the keys rest; until then nothing is known of it."""
        if self._waiting is not None:
            self._waiting.stop()
        self.panes.show_waiting(loading=True)
        self.panes.show_terms(())
        self.panes.show_findings((), ())
        self.desk.mark((), ())
        self._waiting = self.screen.set_timer(REST, lambda: self.looks.ask(lambda: self._find(segment, text)))

    def _find(self, segment: Segment, text: str | None) -> None:
        self.call(
            self._take_look, segment, text, self._look(segment, segment.target if text is None else text)
        )

    def _take_look(self, segment: Segment, text: str | None, look: _Look) -> None:
        """Show what was found in a long text, if it still stands there."""
        current = self.desk.segment or self.current
        now = self.desk.editor.content if self.desk.is_open else None
        if current is None or current.id != segment.id or now != text:
            return
        self.panes.show_waiting(loading=False)
        if text is not None:
            self._mark_editor(segment, text, look)
            return
        self.panes.show_terms(look.terms)
        self.panes.show_findings(look.findings, (segment.source, segment.target))
        self.rows.mark_again(lambda row: row == self.rows.current)

    def _failed(self, error: Exception) -> None:
        self.call(log.note_error, "look failed", error)

    def follow_caret(self) -> None:
        """Mark the unknown word that was being written, once the cursor has left it."""
        if self._written and not self._written[0] < self.desk.editor.caret <= self._written[1]:
            self.show_editor_marks()

    def show_hints(self) -> None:
        """Show the keys that matter where the keyboard is."""
        focused = self.screen.focused
        pane = focused.id if focused is not None and focused.parent is self.panes else None
        place = (
            Place.EDITOR
            if focused is not None and focused.id == "editor"
            else Place.PANE
            if pane
            else Place.LIST
        )
        self.hints.show(self._state.keymap, place, PANE_HINTS.get(pane or "", ()))

    def key(self, action: str) -> str:
        """Return the keys of an action from where the user is, for a sentence that tells of it.

        Where the editor is open and an action has a key in the list only, the key that leaves the editor
        stands before it.
        """
        keymap = self._state.keymap
        in_list = keymap.shown(Place.LIST, action)
        if not self.desk.is_open:
            return in_list
        return keymap.shown(Place.EDITOR, action) or f"{keymap.shown(Place.EDITOR, 'leave')} {in_list}"

    def leave_panes(self) -> None:
        """Go from the panes back to the text."""
        self.panes.remove_class("-open")
        (self.desk.editor if self.desk.is_open else self.rows).focus()

    # --- messages ------------------------------------------------------------------------------

    def say(self, text: str, kind: MessageKind = MessageKind.STATE) -> None:
        """Show a message in the line above the hints; it stays until somebody goes on to something else."""
        log.note("message", kind=kind.value, length=len(text))
        self.status.say(text, kind)
        self.said_at, self._said_since = self.rows.current, monotonic()

    def let_go_of_message(self, seconds: float = 0) -> None:
        """Show the state again in place of a message that somebody has had so long to read."""
        if self.said_at is not None and monotonic() - self._said_since > seconds:
            self.show_state()

    def done(self, text: str) -> None:
        """Say that something was done."""
        self.say(text, MessageKind.DONE)

    def undoable(self, words: str, **values: object) -> None:
        """Say that something was done which one key takes back.

        Args:
            words: What was done, with `{undo}` where the key is named.
            values: What else the words name.
        """
        self.done(words.format(undo=self.key("undo"), **values))

    def warn(self, text: str) -> None:
        """Say that something was not done, or needs attention."""
        self.say(text, MessageKind.WARNING)

    def show_error(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        log.note_error("error told", error)
        is_gone = file_identity(self._state.project.path) != self._file
        if is_gone or isinstance(error, ReplacedError):
            self.screen.post_message(FileGone())
        if is_gone and not isinstance(error, ReplacedError):
            return  # whatever went wrong for want of the file: the question that comes says why
        self.say(error_words(error, self._state.project.path, typing=self.desk.is_open), MessageKind.ERROR)

    def may_write(self) -> bool:
        """Return whether the project can be changed; say why if it cannot."""
        if self._state.project.read_only:
            self.warn(_("The project is open for reading only: nothing can be changed here."))
            return False
        return True


def is_cancelled() -> bool:
    """Return whether the work in this thread is no longer wanted."""
    return get_current_worker().is_cancelled
