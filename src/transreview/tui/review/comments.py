"""Comments on segments: writing, answering, settling, deleting, listing."""

from __future__ import annotations

from collections.abc import Callable

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.annotation import Comment
from transreview.tui.escape import visible_line
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench
from transreview.tui.type_ahead import nothing_opens

LONGEST_COMMENT = 1_000_000
"""Characters of a comment; whoever pastes a whole page means it."""


class Comments:
    """The actions on comments."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    async def write(self) -> None:
        """Ask for a comment on the segment; in the pane of comments, for an answer to the chosen one."""
        from transreview.tui.dialogs.prompt import Prompt

        segment, talk = self._view.current, self._chosen()
        if segment is None:
            return
        if not self._view.may_write():
            nothing_opens(self._view.screen.app)
            return
        if talk is None:
            title = _("Comment on segment {number}").format(number=segment.position + 1)
            question = Prompt(title, longest=LONGEST_COMMENT)
        else:
            title = _("Answer to {author}").format(author=talk.author)
            question = Prompt(title, note=talk.text, longest=LONGEST_COMMENT)
        text = await self._view.ask(question)
        if not text or not text.strip():
            return
        answers = None if talk is None else talk.answers or talk.id
        comments = self._state.project.comments
        self._change(
            lambda: comments.add(segment.id, text, answers=answers),
            _("The comment is saved.") if talk is None else _("The answer is saved."),
        )

    def resolve(self) -> None:
        """Settle the chosen comment, or open it again."""
        comment = self._chosen() or self._latest()
        if comment is None:
            self._view.say(_("There is no comment to settle."))
        elif self._view.may_write():
            self._settle(comment)

    def _settle(self, comment: Comment) -> None:
        comments = self._state.project.comments
        self._change(
            lambda: comments.resolve(comment.id, resolved=comment.is_open),
            _("Settled; {undo} undoes.") if comment.is_open else _("Open again; {undo} undoes."),
        )

    def delete(self, comment: Comment) -> None:
        """Delete a comment."""
        if self._view.may_write():
            comments = self._state.project.comments
            self._change(lambda: comments.delete(comment.id), _("The comment is deleted; {undo} undoes."))

    async def list_all(self) -> None:
        """List the project's comments, the open ones first; settle, delete, or go to one."""
        from transreview.tui.dialogs.listing import Listing
        from transreview.tui.widgets.pane_entries import comment_entry

        project, at = self._state.project, 0
        while True:
            found = sorted(project.comments.all(), key=lambda one: (not one.is_open, one.id))
            rows = project.segments.get_many([one.segment_id for one in found])
            keys = {row.id: row.key for row in rows}
            listing = Listing(
                _("Comments"),
                [comment_entry(one, keys.get(one.segment_id, "")) for one in found],
                commands={"r": _("settles or opens again"), "d": _("deletes")},
                empty=_("Nobody has commented yet: {key} writes a comment on a segment.").format(
                    key=self._view.key("comment")
                ),
                at=at,
            )
            answer = await self._view.ask(listing)
            if answer is None:
                return
            key, at = answer
            if key == "enter":
                self._position.go_to_segment(found[at].segment_id)
                return
            if self._view.may_write():
                if key == "r":
                    self._settle(found[at])
                else:
                    self.delete(found[at])

    async def export(self) -> None:
        """Ask for a file and write all comments of the project into it."""
        from pathlib import Path

        from transreview.tui.dialogs.choice import Choice
        from transreview.tui.dialogs.prompt import Prompt
        from transreview.workflow.delivery.comment_table import write_comments

        project = self._state.project
        proposed = Path.cwd() / f"{Path(project.path).stem}-comments.csv"
        question = Prompt(
            _("Export the comments"),
            text=str(proposed),
            note=_("A table (CSV) of all comments with source and translation. Which file?"),
        )
        answer: str | None = await self._view.ask(question)
        if not answer or not answer.strip():
            return
        path = Path(answer.strip()).expanduser()
        if path.exists():
            options = [("y", _("Replace it")), ("n", _("Leave it as it is"))]
            title = _("{file} exists already").format(file=path.name)
            if await self._view.ask(Choice(title, options)) != "y":
                self._view.say(_("Nothing was written."))
                return
        try:
            count = write_comments(project, path)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        words = ngettext("{n} comment is in {file}.", "{n} comments are in {file}.", count)
        self._view.done(words.format(n=count, file=visible_line(str(path))))

    def _chosen(self) -> Comment | None:
        """Return the comment that is chosen in the pane, if the keyboard is there."""
        focused = self._view.panes.focused_pane
        value = focused.value() if focused else None
        return value if isinstance(value, Comment) else None

    def _latest(self) -> Comment | None:
        segment = self._view.current
        comments = self._state.project.comments.all(segment.id) if segment and segment.comments else []
        still_open = [one for one in comments if one.is_open] or comments
        return still_open[-1] if still_open else None

    def _change(self, change: Callable[[], object], words: str) -> None:
        """Do something to a comment and show what became of it."""
        try:
            change()
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.reread()
        self._view.undoable(words)
