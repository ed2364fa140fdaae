"""Replacing a text in many translations, each place looked at, all of it undone as one."""

from __future__ import annotations

from textual import work

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.tui.dialogs.replacing import ReplaceList, ReplacePrompt, find, replaced
from transreview.tui.review.scoring import Scoring

MOST = 2000
"""Places that are listed at once."""


class Replacing(Scoring):
    """The action that replaces."""

    @work
    async def action_replace(self) -> None:
        """Ask what becomes what, show every place, replace what is ticked."""
        if not self.may_write() or not self.save():
            return
        chosen = self.desk.editor.selected_text if self.desk.is_open else ""
        asked = await self.app.push_screen_wait(ReplacePrompt(chosen))
        if asked is None:
            return
        old, new = asked
        project = self.session.project
        try:
            found = [
                one
                for one in project.search(old, self.session.article.id)
                if self.session.index_of(one) is not None
            ]
            hits = find(project.rows(found), old, new)
        except TransreviewError as error:
            self.tell(error)
            return
        if not hits:
            self.warn(_("“{text}” is in no translation shown.").format(text=old))
            return
        if len(hits) > MOST:
            self.warn(_("{n} places are too many to look at; filter first.").format(n=len(hits)))
            return
        ticked = await self.app.push_screen_wait(ReplaceList(hits))
        if not ticked:
            self.say(_("Nothing was replaced."))
            return
        changes = replaced(ticked)
        try:
            summary = _("“{old}” → “{new}”").format(old=old, new=new)
            entry = project.replace_many(changes, summary)
        except TransreviewError as error:
            self.tell(error)
            return
        if entry:
            self.reread(entry.segment_ids)
        count = ngettext("{n} place replaced in {m} segments; U undoes all of it.",
                         "{n} places replaced in {m} segments; U undoes all of it.", len(ticked))  # fmt: skip
        self.done(count.format(n=len(ticked), m=len(changes)))
