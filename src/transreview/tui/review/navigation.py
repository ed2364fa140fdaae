"""Going from segment to segment and from article to article."""

from __future__ import annotations

from transreview.i18n import _, ngettext
from transreview.model.finding import Severity
from transreview.model.segment import Segment, Status
from transreview.project.segment_filter import UNSURE
from transreview.tui.review.messages import ActionWanted
from transreview.tui.review.position import Position
from transreview.tui.review.unfinished import is_open, open_ids
from transreview.tui.review.workbench import Workbench
from transreview.tui.row import GLYPHS

LETTERS = "123456789abcdefghilmnopqrstuvwxyz"  # j and k move in a list of choices


class Navigation:
    """The actions that go somewhere."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    # --- rows ----------------------------------------------------------------------------------

    def next(self) -> None:
        """Go to the next segment."""
        self._step(1)

    def previous(self) -> None:
        """Go to the segment before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._view.desk.is_open:
            self._position.go(self._view.rows.current + step)
        else:
            self._view.rows.step(step)

    def go_by(self, step: int) -> None:
        """Go down by a number of segments, or up by a negative one, as far as there are any."""
        self.go_to_row(self._view.rows.current + step + 1)

    def go_to_row(self, number: int) -> None:
        """Go to a segment by its 1-based number among those shown, or to the nearest end."""
        self._view.rows.move_to(number - 1)

    def page_down(self) -> None:
        """Go down by a screen."""
        self._view.rows.page(1)

    def page_up(self) -> None:
        """Go up by a screen."""
        self._view.rows.page(-1)

    def first(self) -> None:
        """Go to the first segment shown."""
        self._view.rows.move_to(0)

    def last(self) -> None:
        """Go to the last segment shown."""
        self._view.rows.move_to(len(self._state.session) - 1)

    async def go_to(self) -> None:
        """Ask for a number and go there."""
        from transreview.tui.dialogs.prompt import Prompt

        session = self._state.session
        count = session.total
        note = _("A number from 1 to {count}.").format(count=count)
        answer = await self._view.ask(Prompt(_("Go to segment"), note=note))
        if not answer:
            return
        if answer.strip() in {"q", "q!", "wq", "x"}:  # what vi's users type here
            self._view.screen.post_message(ActionWanted("quit"))
            return
        if answer.strip() == "w":
            self._view.say(_("All is saved as you go."))
            return
        if not answer.strip().isdecimal() or not 1 <= int(answer) <= count:
            words = _("There is no segment {number}; the last one is {count}.")
            self._view.warn(words.format(number=answer, count=count))
            return
        segment_id = session.ids[int(answer) - 1]
        if session.index_of(segment_id) is None:
            self._position.show_all()
        self._position.go(session.nearest(segment_id))

    def clicked(self, row: int) -> None:
        """Go to a clicked row."""
        self._position.go(row)

    # --- what is wanted ------------------------------------------------------------------------

    def next_open(self) -> None:
        """Go to the next unfinished segment."""
        self._to_open(1)

    def previous_open(self) -> None:
        """Go to the unfinished segment before."""
        self._to_open(-1)

    def _to_open(self, step: int) -> None:
        nothing = _("Nothing unfinished is left here.")
        self._position.go_to_next(is_open, lambda: open_ids(self._state.session), step, nothing)

    def next_finding(self) -> None:
        """Go to the next segment with a finding."""
        self._to_finding(1)

    def previous_finding(self) -> None:
        """Go to the segment with a finding before."""
        self._to_finding(-1)

    def _to_finding(self, step: int) -> None:
        worst = self._state.worst
        notable = {one for one, (severity, _n) in worst.items() if severity is not Severity.INFO}
        if notable or worst:
            wanted = notable or set(worst)
            nothing = _("No other segment has findings.")
            if self._position.go_to_next(lambda one: one.id in wanted, lambda: wanted, step, nothing):
                self._state.sought = self._bench.segment
                self._bench.show_finding()
        elif self._state.checked:
            self._view.say(_("The checks found nothing here."))
        else:
            self._view.say(_("The checks are still running."))

    def next_comment(self) -> None:
        """Go to the next segment with a comment."""
        project, article_id = self._state.project, self._state.article.id
        self._position.go_to_next(
            lambda segment: segment.comments > 0,
            lambda: set(project.segments.select(article_id, commented=True)),
            1,
            _("No other segment has comments."),
        )

    def next_doubtful(self) -> None:
        """Go to the next segment whose alignment is not sure."""
        project, article_id = self._state.project, self._state.article.id
        self._position.go_to_next(
            is_doubtful,
            lambda: {
                segment.id
                for segment in project.segments.get_many(
                    project.segments.select(article_id, confidence_below=UNSURE)
                )
                if is_doubtful(segment)
            },
            1,
            _("No other alignment is doubtful here."),
        )

    # --- articles ------------------------------------------------------------------------------

    def next_article(self) -> None:
        """Open the next article."""
        self._to_article(1)

    def previous_article(self) -> None:
        """Open the article before."""
        self._to_article(-1)

    def _to_article(self, step: int) -> None:
        articles = self._view.articles
        numbers = [article.id for article in articles]
        at = numbers.index(self._state.article.id) + step
        if 0 <= at < len(articles):
            self._position.open_article(articles[at].id)
        else:
            self._view.say(_("There is no other article in this direction."))

    async def articles(self) -> None:
        """List the articles and open the chosen one."""
        from transreview.tui.dialogs.choice import Choice

        articles = self._view.articles
        options = []
        for number, article in enumerate(articles):
            progress = self._state.project.progress(article.id)
            done = sum(count for status, count in progress.by_status.items() if status.is_done)
            counts = ngettext(
                "{done} of {count} segment done", "{done} of {count} segments done", progress.segments
            )
            flags = f" · ⚑ {progress.needs_work}" if progress.needs_work else ""
            sign = GLYPHS[Status.CONFIRMED if done == progress.segments else Status.MACHINE]
            words = counts.format(done=done, count=progress.segments)
            key = LETTERS[number] if number < len(LETTERS) else f"({number + 1})"
            options.append((key, f"{sign} {article.title} · {words}{flags}"))
        answer = await self._view.ask(Choice(_("Articles"), options))
        if answer:
            keys = [key for key, _words in options]
            self._position.open_article(articles[keys.index(answer)].id)


def is_doubtful(segment: Segment) -> bool:
    """Return whether the alignment of a segment is worth a look: unsure, and not made by a person."""
    return segment.confidence < UNSURE and not segment.fixed
