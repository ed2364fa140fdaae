"""Editing one segment: opening and leaving the editor, and texts that are put into it whole."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.workbench import Workbench


class Editing:
    """The actions that open, fill and leave the editor."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._view = bench.view
        self._offered: tuple[str, ...] = ()
        self._choices: list[str] = []

    def edit(self) -> None:
        """Open the editor on the current segment."""
        self._bench.open_editor(self._view.current)

    def leave(self) -> None:
        """Save the text and go back to the list."""
        if self._bench.save():
            self._bench.close_editor()

    def save_text(self) -> None:
        """Save the text and go on editing."""
        segment = self._view.desk.segment
        if self._bench.save() and self._view.desk.segment is segment:
            self._view.say(_("Nothing was changed."))

    async def cancel(self) -> None:
        """Drop the changes after asking, and go back to the list."""
        from transreview.tui.dialogs.choice import Choice

        segment = self._view.desk.segment
        if segment is None:
            return
        if self._view.desk.editor.content.strip() != segment.target:
            options = (("n", _("No, go on editing")), ("y", _("Yes, drop them")))
            answer = await self._view.ask(Choice(_("Drop your changes to this segment?"), options))
            if answer != "y":
                return
        self._bench.drop_draft(segment.id)
        self._bench.close_editor()
        self._view.say(_("Nothing was changed."))

    # --- whole texts ---------------------------------------------------------------------------

    def restore_machine(self) -> None:
        """Put the machine translation in place of the text."""
        segment, view = self._bench.segment, self._view
        if segment is None or not view.may_write():
            return
        if view.desk.is_open:
            view.desk.editor.put(segment.machine)
            view.say(_("The machine translation is in the editor; Ctrl+Z brings your text back."))
            return
        try:
            after = self._bench.state.project.segments.restore(segment.id, revision=segment.revision)
        except TransreviewError as error:
            view.show_error(error)
            return
        self._bench.show_saved(segment, after)
        view.undoable(_("The machine translation is back; {undo} undoes."))

    def copy_source(self) -> None:
        """Put the source in place of the text."""
        desk = self._view.desk
        if not desk.is_open:
            self.edit()
        if desk.segment:
            desk.editor.put(desk.segment.source)
            self._view.say(_("The source is in the editor; Ctrl+Z brings your text back."))

    def clear_text(self) -> None:
        """Take the whole text out of the editor, which is opened for it; only leaving it saves that."""
        desk = self._view.desk
        if not desk.is_open:
            self.edit()
        if desk.segment and desk.editor.text:
            desk.editor.put("")
            self._view.warn(_("The translation is empty; Ctrl+Z brings your text back."))

    def select_all(self) -> None:
        """Select the whole text."""
        if self._view.desk.is_open:
            self._view.desk.editor.select_all()

    # --- small help ----------------------------------------------------------------------------

    def new_line(self) -> None:
        """Break the line at the cursor."""
        if self._view.desk.is_open:
            self._view.desk.editor.write("\n")

    async def insert_sign(self) -> None:
        """Offer the signs of the language that keyboards hide, and write the chosen one."""
        from transreview.languages import language
        from transreview.tui.dialogs.choice import Choice
        from transreview.tui.signs import signs_of

        desk = self._view.desk
        if not desk.is_open:
            return
        signs = signs_of(language(self._bench.state.article.target_language))
        options = [(letter, words) for letter, (_sign, words) in signs.items()]
        answer = await self._view.ask(Choice(_("Insert a sign"), options))
        if answer:
            desk.editor.wrap_selection(*signs[answer][0])

    def complete(self) -> None:
        """Complete the word before the cursor; the same key again offers the next."""
        from transreview.tui.completion import candidates

        desk, segment = self._view.desk, self._view.desk.segment
        if segment is None:
            return
        state, editor = self._bench.state, desk.editor
        typed = editor.word_before
        going_on = self._offered and self._offered[0] == typed
        if not going_on:
            if not typed:
                self._view.say(_("Type the first letters of a word, then complete it."))
                return
            terms = [term for use in state.insight.terms(segment) for term in use.expected]
            others = state.project.segments.get_many(state.session.ids[:500])
            texts = [segment.machine, *(one.target for one in others)]
            near = self._view.panes.memory_texts()
            self._choices = [*candidates(typed, terms, texts, near=near), typed]
        if len(self._choices) < 2:
            self._view.say(_("Nothing begins with “{letters}” here.").format(letters=typed))
            return
        offered = self._choices.pop(0)
        self._choices.append(offered)
        editor.replace_word_before(offered)
        self._offered = (editor.word_before,)
        self._view.say(_("{word}: the same key offers the next.").format(word=offered))

    def external_editor(self) -> None:
        """Edit the text in the program named by VISUAL or EDITOR."""
        from transreview.tui.external_editor import ExternalEditorError, edit_externally

        view = self._view
        if not view.desk.is_open:
            self.edit()
        if not view.desk.is_open:
            return
        try:
            view.desk.editor.put(edit_externally(view.screen.app, view.desk.editor.content))
        except ExternalEditorError as error:
            view.show_error(error)
            return
        view.say(_("Back from the editor; Esc saves."))
