"""What others do to the project while it is open, and what an earlier session left behind."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.workbench import Workbench

SECONDS = 1.0
"""Between two looks at what others have written."""


class ProjectWatch:
    """Looks at the project file."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view

    def begin(self) -> None:
        """Say what there is to know of the project before work begins."""
        self._name_drafts()
        for conflict in self._state.keymap.conflicts:
            self._view.warn(conflict)
        if not self._state.keymap.conflicts:
            self._view.may_write()  # says it when nothing can be changed

    def _name_drafts(self) -> None:
        """Say which segments have unsaved text of this user, from a session that was cut short."""
        session, waiting = self._state.session, []
        for draft in self._state.project.drafts.all():
            index = session.index_of(draft.segment_id)
            segment = None if index is None else self._view.segment_at(index)
            if segment and draft.text.strip() != segment.target:
                waiting.append(str(segment.position + 1))
        if waiting:
            words = _("Unsaved text of yours is kept for segment {numbers}: open it to go on.")
            self._view.warn(words.format(numbers=", ".join(waiting[:5])))

    def look_for_others(self) -> None:
        """Show what another program has written to the project meanwhile."""
        state, view = self._state, self._view
        try:
            changed = state.session.changed_elsewhere()
            if changed is None:
                return
            before = view.desk.segment
            self._bench.reread()
            if before is None:
                view.say(_("Somebody else changed the project; it was read again."))
                return
            now = state.project.segments.get(before.id)
            if now.revision != before.revision:
                view.warn(_("Somebody else changed this segment meanwhile; saving will show you both texts."))
        except TransreviewError as error:
            view.show_error(error)
