"""Going from segment to segment and from article to article."""

from __future__ import annotations

from collections.abc import Callable, Container

from textual import work

from transreview.i18n import _, ngettext
from transreview.model.finding import Severity
from transreview.model.segment import Segment, Status
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.prompt import Prompt
from transreview.tui.filtering import UNSURE
from transreview.tui.review.editing import Editing
from transreview.tui.row import GLYPHS

LETTERS = "123456789abcdefghilmnopqrstuvwxyz"  # j and k move in a list of choices

LOOKED_AT = 500
"""Segments that are looked at one by one before the project is asked for all."""


class Moving(Editing):
    """The actions that go somewhere."""

    def go(self, index: int) -> bool:
        """Go to a place in the list; text in the editor is saved first, and the editor goes along."""
        if not 0 <= index < len(self.session):
            return False
        if not self.desk.is_open:
            self.rows.move_to(index)
            return True
        if not self.save():
            return False
        self.rows.move_to(index)
        segment = self.segment_at(index)
        if segment:
            self.open_editor(segment)
        return True

    def go_to_next(
        self, fits: Callable[[Segment], bool], select: Callable[[], Container[int]], step: int, nothing: str
    ) -> bool:
        """Go to the next segment that fits, from the end on to the beginning.

        Args:
            fits: Whether a segment is wanted; asked of the nearest ones.
            select: Gives all segments wanted, for when none of the nearest is.
            step: 1 downwards, -1 upwards.
            nothing: What to say when there is none.
        """
        here, count = self.rows.current, len(self.session)
        wanted: Container[int] | None = None
        for offset in range(1, count):
            index = (here + step * offset) % count
            if offset == LOOKED_AT:
                wanted = select()
            if wanted is None:
                segment = self.segment_at(index)
                found = segment is not None and fits(segment)
            else:
                found = self.session.shown[index] in wanted
            if found:
                went = self.go(index)
                if went and (index - here) * step < 0:
                    self.say(_("From the beginning.") if step > 0 else _("From the end."))
                return went
        self.say(nothing)
        return False

    def action_next(self) -> None:
        """Go to the next segment."""
        if self.desk.is_open:
            self.go(self.rows.current + 1)
        else:
            self.rows.step(1)

    def action_previous(self) -> None:
        """Go to the segment before."""
        if self.desk.is_open:
            self.go(self.rows.current - 1)
        else:
            self.rows.step(-1)

    def action_page_down(self) -> None:
        """Go down by a screen."""
        self.rows.page(1)

    def action_page_up(self) -> None:
        """Go up by a screen."""
        self.rows.page(-1)

    def action_first(self) -> None:
        """Go to the first segment shown."""
        self.rows.move_to(0)

    def action_last(self) -> None:
        """Go to the last segment shown."""
        self.rows.move_to(len(self.session) - 1)

    @work
    async def action_go_to(self) -> None:
        """Ask for a number and go there."""
        count = len(self.session.ids)
        answer = await self.app.push_screen_wait(
            Prompt(_("Go to segment"), note=_("A number from 1 to {count}.").format(count=count))
        )
        if not answer:
            return
        if not answer.strip().isdecimal() or not 1 <= int(answer) <= count:
            self.warn(
                _("There is no segment {number}; the last one is {count}.").format(number=answer, count=count)
            )
            return
        segment_id = self.session.ids[int(answer) - 1]
        index = self.session.index_of(segment_id)
        if index is None:
            self.clear_filter()
            index = self.session.nearest(segment_id)
        self.go(index)

    def action_next_open(self, step: int = 1) -> None:
        """Go to the next unfinished segment."""
        self.go_to_next(is_open, self.select_open, step, _("Nothing unfinished is left here."))

    def action_previous_open(self) -> None:
        """Go to the unfinished segment before."""
        self.action_next_open(-1)

    def action_next_finding(self, step: int = 1) -> None:
        """Go to the next segment with a finding."""
        notable = {one for one, (severity, _n) in self.worst.items() if severity is not Severity.INFO}
        if notable or self.worst:
            wanted = notable or set(self.worst)
            nothing = _("No other segment has findings.")
            self.go_to_next(lambda one: one.id in wanted, lambda: wanted, step, nothing)
        else:
            self.say(
                _("The checks found nothing here.") if self.checked else _("The checks are still running.")
            )

    def action_previous_finding(self) -> None:
        """Go to the segment with a finding before."""
        self.action_next_finding(-1)

    def action_next_comment(self) -> None:
        """Go to the next segment with a comment."""
        project, article_id = self.session.project, self.session.article.id
        self.go_to_next(
            lambda segment: segment.comments > 0,
            lambda: set(project.select(article_id, commented=True)),
            1,
            _("No other segment has comments."),
        )

    def action_next_doubtful(self) -> None:
        """Go to the next segment whose alignment is not sure."""
        project, article_id = self.session.project, self.session.article.id
        self.go_to_next(
            is_doubtful,
            lambda: {segment.id for segment in project.each_segment(article_id) if is_doubtful(segment)},
            1,
            _("No other alignment is doubtful here."),
        )

    def select_open(self) -> set[int]:
        """Return the segments of the article that somebody still has to work on."""
        project, article_id = self.session.project, self.session.article.id
        unfinished = [status for status in Status if not status.is_done]
        return {
            *project.select(article_id, statuses=unfinished),
            *project.select(article_id, needs_work=True),
        }

    # --- articles ------------------------------------------------------------------------------

    def action_next_article(self, step: int = 1) -> None:
        """Open the next article."""
        articles = self.app.articles  # type: ignore[attr-defined]
        numbers = [article.id for article in articles]
        at = numbers.index(self.session.article.id) + step
        if 0 <= at < len(articles):
            self.open_article(articles[at].id)
        else:
            self.say(_("There is no other article in this direction."))

    def action_previous_article(self) -> None:
        """Open the article before."""
        self.action_next_article(-1)

    @work
    async def action_articles(self) -> None:
        """List the articles and open the chosen one."""
        articles = self.app.articles  # type: ignore[attr-defined]
        options = []
        for number, article in enumerate(articles):
            progress = self.session.project.progress(article.id)
            done = sum(count for status, count in progress.by_status.items() if status.is_done)
            counts = ngettext(
                "{done} of {count} segment done", "{done} of {count} segments done", progress.segments
            )
            flags = f" · ⚑ {progress.needs_work}" if progress.needs_work else ""
            sign = GLYPHS[Status.CONFIRMED if done == progress.segments else Status.MACHINE]
            words = counts.format(done=done, count=progress.segments)
            key = LETTERS[number] if number < len(LETTERS) else f"({number + 1})"
            options.append((key, f"{sign} {article.title} · {words}{flags}"))
        answer = await self.app.push_screen_wait(Choice(_("Articles"), options))
        if answer:
            keys = [key for key, _words in options]
            self.open_article(articles[keys.index(answer)].id)


def is_open(segment: Segment) -> bool:
    """Return whether somebody still has to work on a segment."""
    return not segment.status.is_done or segment.needs_work


def is_doubtful(segment: Segment) -> bool:
    """Return whether the alignment of a segment is worth a look: unsure, and not made by a person."""
    return segment.confidence < UNSURE and not segment.fixed
