"""Showing only the segments that are wanted."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.project.project import Project
from transreview.project.segment_filter import SegmentFilter
from transreview.tui.review.long_work import LongWork, StoppedError, Tell
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench
from transreview.tui.saved_filters import forget_filter, save_filter, saved_filters
from transreview.workflow.search.filter_line import read_line
from transreview.workflow.search.filtering import select


class FilterControl:
    """The actions that filter the list."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._state = bench.state
        self._view = bench.view
        self._position = position

    async def ask(self) -> None:
        """Ask for a filter and apply it."""
        from transreview.tui.dialogs.filtering import FilterDialog

        answer = await self._view.ask(FilterDialog(self._state.filter, saved_filters()))
        if answer is not None:
            await self.apply(answer)

    async def save(self) -> None:
        """Ask for a name and remember the filter in force under it."""
        from transreview.tui.dialogs.prompt import Prompt

        wanted = self._state.filter
        if not wanted:
            self._view.say(_("No filter is in force: choose one first, then give it a name."))
            return
        answer: str | None = await self._view.ask(Prompt(_("Name of the filter"), note=wanted.words))
        name = (answer or "").strip()
        if not name:
            return
        try:
            save_filter(name, wanted)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._view.done(_("The filter “{name}” is saved.").format(name=name))

    async def list_saved(self) -> None:
        """List the saved filters: Enter applies one, d forgets it."""
        from transreview.tui.dialogs.listing import Listing
        from transreview.tui.widgets.entry_pane import Entry

        at = 0
        while True:
            saved = list(saved_filters().items())
            entries = [Entry(f"{name}\n{wanted.words}", (), name) for name, wanted in saved]
            answer = await self._view.ask(
                Listing(
                    _("Saved filters"),
                    entries,
                    enter=_("applies it"),
                    commands={"d": _("forgets it")},
                    empty=_(
                        "No filter has a name yet: {filter} filters the list, {save} then asks for a name."
                    ).format(filter=self._view.key("filter"), save=self._view.key("save_filter")),
                    at=at,
                )
            )
            if answer is None:
                return
            key, at = answer
            if key == "enter":
                await self.apply(saved[at][1])
                return
            try:
                forget_filter(saved[at][0])
            except TransreviewError as error:
                self._view.show_error(error)
                return

    async def apply(self, wanted: SegmentFilter) -> None:
        """Show only the segments that fit; none fitting changes nothing."""
        if not wanted:
            self.clear()
            return
        if wanted.conditions & {"f", "r"} and not self._state.checked:
            self._view.warn(_("The checks are still running: filter by findings in a moment."))
            return
        try:
            read_line(wanted.text)  # what cannot be read is said at once
            ids = await self._select(wanted)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        except StoppedError:
            self._view.say(_("Stopped; the list is as it was."))
            return
        if not ids:
            self._view.warn(_("No segment fits: {filter}.").format(filter=wanted.words))
            return
        self._position.show_only(ids, wanted)
        shown = ngettext(
            "{n} segment fits: {filter}. Esc shows all.",
            "{n} segments fit: {filter}. Esc shows all.",
            len(ids),
        )
        self._view.say(shown.format(n=len(ids), filter=wanted.words))

    async def _select(self, wanted: SegmentFilter) -> list[int]:
        """Return the segments that fit, found beside the screen."""
        article, insight, worst = self._state.article, self._state.insight, dict(self._state.worst)

        def work(project: Project, tell: Tell) -> list[int]:
            def with_check(beginning: str) -> set[int]:
                found: set[int] = set()
                for count, one in enumerate(project.segments.get_many(worst)):
                    tell(count)
                    if any(finding.check.startswith(beginning) for finding in insight.findings(one)):
                        found.add(one.id)
                return found

            def with_term(term: str) -> set[int]:
                from transreview.workflow.search.term_places import segments_with_term
                from transreview.workflow.terms.glossaries import project_glossary

                return segments_with_term(project, article, term, project_glossary(project), tell)

            return select(project, article.id, wanted, worst, with_check, with_term)

        return await LongWork(self._state, self._view).do(work)

    def clear(self) -> None:
        """Show all segments, and end the search."""
        if self._state.finders:
            self._state.finders = {}
            self._view.rows.update_rows()
        if self._state.session.is_filtered:
            self._position.show_all()
            self._view.say(_("All segments are shown."))
        else:
            self._view.show_state()
