"""Replacing a text in many translations, each place looked at, all of it undone as one."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.tui.review.workbench import Workbench
from transreview.tui.type_ahead import nothing_opens

MOST = 2000
"""Places that are listed at once."""


class Replace:
    """The action that replaces."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view

    async def ask(self) -> None:
        """Ask what becomes what, show every place, replace what is ticked."""
        from transreview.tui.dialogs.replacing import ReplaceList, ReplacePrompt, find, replaced
        from transreview.workflow.locked_segments import left_as_they_are, parted

        view, session, project = self._view, self._state.session, self._state.project
        chosen = view.desk.editor.selected_text if view.desk.is_open else ""
        if not view.may_write():
            nothing_opens(view.screen.app)
            return
        if not self._bench.put_away():
            return
        asked = await view.ask(ReplacePrompt(chosen))
        if asked is None:
            return
        old, new = asked
        try:
            ids = [
                one
                for one in project.search.find(old, session.article.id)
                if session.index_of(one) is not None
            ]
            hits = find(project.segments.get_many(ids), old, new)
        except TransreviewError as error:
            view.show_error(error)
            return
        hits, locked = parted(hits, lambda hit: hit.segment)
        if locked:
            view.warn(left_as_they_are(locked))
        if not hits and locked:
            return
        if not hits:
            view.warn(_("“{text}” is in no translation shown.").format(text=old))
            return
        if len(hits) > MOST:
            view.warn(_("{n} places are too many to look at; filter first.").format(n=len(hits)))
            return
        ticked = await view.ask(ReplaceList(hits))
        if not ticked:
            view.say(_("Nothing was replaced."))
            return
        changes = replaced(ticked)
        try:
            entry = project.segments.replace_many(changes, {"done": "words", "old": old, "new": new})
        except TransreviewError as error:
            view.show_error(error)
            return
        if entry:
            self._bench.reread()
        count = ngettext(
            "{n} place replaced (segments: {m}); {undo} undoes all of it.",
            "{n} places replaced (segments: {m}); {undo} undoes all of it.",
            len(ticked),
        )
        view.undoable(count, n=len(ticked), m=len(changes))
