"""What every group of actions stands on: the parts of the screen, the open article, and telling the user."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.screen import Screen

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.segment import Segment, Status
from transreview.tui.insight import NoInsight, SegmentInsight
from transreview.tui.keymaps import Keymap
from transreview.tui.presenting import present
from transreview.tui.row import Row
from transreview.tui.session import Session
from transreview.tui.widgets.desk import Desk
from transreview.tui.widgets.lines import Header, MessageKind, StatusLine
from transreview.tui.widgets.panes import Panes
from transreview.tui.widgets.segment_list import SegmentList


class ReviewBase(Screen[None]):
    """The state of the review screen.

    Args:
        session: The article under review.
        keymap: The keys in force.
    """

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        self.insight: SegmentInsight = NoInsight()
        self.compared = False
        self.pattern: re.Pattern[str] | None = None
        self.filtered = ""
        self.worst: dict[int, tuple[Severity, int]] = {}
        self.counts: dict[Status, int] = {}
        self.flags = 0
        self.checked = False
        self.said_at: int | None = None

    # --- parts ---------------------------------------------------------------------------------

    @property
    def rows(self) -> SegmentList:
        """The list of segments."""
        return self.query_one(SegmentList)

    @property
    def desk(self) -> Desk:
        """Source and editor of the segment being edited."""
        return self.query_one(Desk)

    @property
    def panes(self) -> Panes:
        """Terms, findings, comments and history."""
        return self.query_one(Panes)

    # --- the segments --------------------------------------------------------------------------

    @property
    def current(self) -> Segment | None:
        """The current segment, or None where the list is empty."""
        return self.segment_at(self.rows.current)

    def segment_at(self, index: int) -> Segment | None:
        """Return a segment by its place in the list, or None when it is gone."""
        try:
            return self.session.segment(index)
        except IndexError:
            return None

    def row(self, index: int) -> Row:
        """Return what the list shows of a segment."""
        segment = self.segment_at(index)
        if segment is None:
            return Row(index + 1, Status.MACHINE, target=_("(removed meanwhile)"))
        found = self.worst.get(segment.id)
        return present(
            segment,
            terms=self.insight.terms(segment),
            findings=self.insight.findings(segment),
            worst=found[0] if found else None,
            search=self.pattern,
            compared=self.compared,
        )

    def took_over(self, before: Segment, after: Segment) -> None:
        """Show a segment as the project returned it after a change."""
        self.session.replace(after)
        if self.counts:
            self.counts[before.status] -= 1
            self.counts[after.status] += 1
            self.flags += after.needs_work - before.needs_work
        findings = self.insight.findings(after)
        self.worst.pop(after.id, None)
        if findings:
            self.worst[after.id] = (findings[0].severity, len(findings))
        index = self.session.index_of(after.id)
        if index is not None:
            self.rows.update_rows([index])
        self.show_place()

    def reread(self, segment_ids: Iterable[int] | None = None, *, go_to: int | None = None) -> None:
        """Read segments again after a change of several, or of the order.

        Args:
            segment_ids: The segments that changed; all when None.
            go_to: The segment to stand on.
        """
        here = self.current
        before = self.session.shown
        changed = None if segment_ids is None else set(segment_ids)
        self.session.reload()
        if go_to is None:
            go_to = here.id if here else 0
        index = self.session.nearest(go_to)
        if before == self.session.shown:
            self.rows.update_rows()
            self.rows.move_to(index)
        else:
            self.show_list(index)
            self.estimate()
        for segment_id in changed or ():
            self.worst.pop(segment_id, None)
        self.recount()
        self.show_place()

    # --- what the screen defines ---------------------------------------------------------------

    def show_list(self, index: int) -> None:
        """Show the segments of the session anew and stand on one of them."""

    def show_place(self) -> None:
        """Bring header, state line and panes up to the current segment."""

    def show_panes(self) -> None:
        """Fill the panes for the current segment."""

    def show_hints(self) -> None:
        """Show the keys that matter where the keyboard is."""

    def show_state(self) -> None:
        """Show how the current segment stands."""

    def recount(self) -> None:
        """Count the segments by status again, in the background."""

    def estimate(self) -> None:
        """Find out how long all texts are, in the background."""

    def open_article(self, article_id: int) -> None:
        """Open another article of the project."""

    def clear_filter(self) -> None:
        """Show all segments again."""

    # --- telling -------------------------------------------------------------------------------

    def say(self, text: str, kind: MessageKind = MessageKind.STATE) -> None:
        """Show a message in the line above the hints; it stays until the next move."""
        self.query_one(StatusLine).say(text, kind)
        self.said_at = self.rows.current

    def done(self, text: str) -> None:
        """Say that something was done."""
        self.say(text, MessageKind.DONE)

    def warn(self, text: str) -> None:
        """Say that something was not done, or needs attention."""
        self.say(text, MessageKind.WARNING)

    def tell(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        text = f"{error.message}. {error.remedy}." if error.remedy else f"{error.message}."
        self.say(text.replace("..", "."), MessageKind.ERROR)

    def may_write(self) -> bool:
        """Return whether the project can be changed; say why if it cannot."""
        if self.session.project.read_only:
            self.warn(_("The project is open for reading only: nothing can be changed here."))
            return False
        return True

    def show_header(self) -> None:
        """Show project, article, place and progress."""
        articles = self.app.articles  # type: ignore[attr-defined]
        number = next((at for at, one in enumerate(articles, 1) if one.id == self.session.article.id), 1)
        title = self.session.article.title
        if len(articles) > 1:
            title = _("{title} ({number} of {count})").format(title=title, number=number, count=len(articles))
        if self.session.project.read_only:
            title = _("[read-only] {title}").format(title=title)
        place = f"{self.rows.current + 1 if len(self.session) else 0}/{len(self.session)}"
        self.query_one(Header).show(self.session.project.path.stem, title, place, self.counts, self.flags)
