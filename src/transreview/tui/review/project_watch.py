"""What others do to the project while it is open, and what an earlier session left behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.project.address import is_server
from transreview.project.project import Project
from transreview.project.store import file_identity
from transreview.tui import log
from transreview.tui.latest_work import LatestWork
from transreview.tui.review.workbench import Workbench
from transreview.tui.taste import problem

SECONDS = 0.5
"""Between two looks at what others have written."""


BACK_SECONDS = 10.0
"""For so long after a lost connection what is read again is nobody's news."""


class ProjectWatch:
    """Looks at the project file."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self.seconds = SECONDS
        self._file = file_identity(bench.state.project.path)
        self._asked = self._gone = False
        self._is_lost, self._back_at = False, -BACK_SECONDS
        # What is asked of a server takes its time, and no key may wait for it.
        self._is_far = is_server(bench.state.project.path)
        self._looks = LatestWork(lambda error: self._view.call(log.note_error, "look failed", error))

    # --- the file itself -----------------------------------------------------------------------

    async def offer_copy(self) -> None:
        """Offer to save everything beside a project file that was deleted, replaced or moved while open."""
        from transreview.tui.dialogs.choice import Choice

        if self._asked:
            return
        self._asked = True
        view, project = self._view, self._state.project
        copy = free_name(project.path)
        text = _(
            "The file {name} was deleted, moved or replaced by another one while it was open here. Nothing "
            "can be saved there any more. All your work up to now can be saved as {copy} in the same folder."
        ).format(name=project.path.name, copy=copy.name)
        options = (
            ("s", _("Save it all under the new name and go on there")),
            ("w", _("Wait: the file may come back; your text stays in the editor")),
        )
        answer = await view.ask(Choice(_("The project file is gone"), options, text=text), unexpected=True)
        if answer != "s":
            self._asked = False
            view.warn(_("Nothing is saved until the file is back; any key that saves asks again."))
            return
        try:
            project.copy_to(copy)
            self._hand_over(copy)
        except TransreviewError as error:
            self._asked = False
            view.show_error(error)

    def _hand_over(self, copy: Path) -> None:
        """End here, to go on in a copy, with the unsaved text of the editor in it."""
        segment, article, current = self._view.desk.segment, self._state.article, self._bench.segment
        with Project.open(copy, user=self._state.project.user) as project:
            if segment is not None:
                text = self._view.desk.editor.content
                project.drafts.save(segment.id, text, revision=segment.revision)
            project.preferences.set("article", article.id)
            if current is not None:
                project.preferences.set(f"place.{article.id}", current.id)
        self._view.screen.app.exit(copy)

    def look_for_file(self) -> None:
        """Notice early that the file is gone: before the next change is tried."""
        if not self._asked and not self._gone and file_identity(self._state.project.path) != self._file:
            self._gone = True
            self._view.run(self.offer_copy())

    # --- people --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Say what there is to know of the project before work begins."""
        self._name_drafts()
        unread = problem()
        if unread is not None:
            self._view.show_error(unread)
        if self._state.keymap.conflicts:
            self._view.warn(" ".join(self._state.keymap.conflicts))
        else:
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
        if not self._is_far:
            self._look(self._take)
        elif self._looks.is_idle:
            self._looks.ask(lambda: self._look(partial(self._view.call, self._take)))

    def close(self) -> None:
        """Look no more."""
        self._looks.close()

    def _look(self, take: Callable[[set[int] | None, TransreviewError | None], None]) -> None:
        try:
            changed = self._state.session.changed_elsewhere()
        except TransreviewError as error:
            take(None, error)
        else:
            take(changed, None)

    def _take(self, changed: set[int] | None, error: TransreviewError | None) -> None:
        """Show what has changed, or why nobody knows."""
        state, view = self._state, self._view
        try:
            if error is not None:
                raise error
            if self._is_lost:
                self._is_lost, self._back_at = False, monotonic()
                if self._bench.holds_unsaved:
                    view.warn(_("The project can be reached again; the text in the editor is not saved yet."))
                else:
                    view.done(_("The project can be reached again."))
            if not changed and not view.is_unread:
                return
            before = view.desk.segment
            view.is_unread = False
            self._bench.reread()
            if before is None:
                # Behind a lost connection it is read again whether anybody has changed it or not.
                if state.session.has_news and monotonic() - self._back_at > BACK_SECONDS:
                    view.say(_("Somebody else changed the project; it was read again."))
                return
            now = state.project.segments.get(before.id)
            if now.revision != before.revision:
                view.warn(_("Somebody else changed this segment meanwhile; saving will show you both texts."))
        except TransreviewError as error:
            self._is_lost = True
            view.show_error(error)


def free_name(path: Path) -> Path:
    """Return the name of a file beside another that does not exist yet."""
    number = 1
    while True:
        name = f"{path.stem}-saved{'' if number == 1 else f'-{number}'}{path.suffix}"
        if not path.with_name(name).exists():
            return path.with_name(name)
        number += 1
