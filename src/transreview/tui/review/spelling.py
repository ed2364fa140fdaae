"""Spelling on the screen: the words of a segment that no list knows, one after the other."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.insight import is_awaited
from transreview.tui.review.waiting import wait_until
from transreview.tui.review.workbench import Workbench
from transreview.workflow.quality.spelling import Spelling

MOST = 9
"""Suggestions that are offered, each by its digit."""


class SpellingControl:
    """The action that goes through unknown words."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view

    async def go_through(self) -> None:
        """Ask about each unknown word of the segment: take a suggestion, add the word, or leave it."""
        view, state = self._view, self._state
        words = _("The word lists are still being loaded.")
        await wait_until(view, lambda: not is_awaited(state.insight), words)
        spelling = state.insight.spelling
        if spelling is None:
            view.say(_("There are no word lists: the checks could not be loaded."))
            return
        if spelling.speller is None:
            code = self._state.article.target_language
            words = _("No word list of “{language}” is installed; `transreview doctor` says what is missing.")
            view.warn(words.format(language=code))
            return
        if not view.desk.is_open:
            current = view.current
            if current is not None and view.may_write() and not self._state.insight.unknown(current):
                view.say(_("All words are known."))
                return
            self._bench.open_editor(current)
        segment = view.desk.segment
        if segment is None:
            return
        begin = asked = 0
        while True:
            text = view.desk.editor.content
            spans = [span for span in self._state.insight.unknown(segment, text) if span[0] >= begin]
            if not spans:
                break
            asked += 1
            going_on, begin = await self._ask(spelling, text, spans[0])
            if not going_on:
                break
        view.show_editor_marks()
        if not asked:
            view.say(_("All words are known."))

    async def _ask(self, spelling: Spelling, text: str, span: tuple[int, int]) -> tuple[bool, int]:
        """Ask about one word; return whether to go on, and from where."""
        from transreview.tui.dialogs.choice import Choice

        assert spelling.speller is not None
        start, end = span
        word, editor = text[start:end], self._view.desk.editor
        editor.go_to(start)
        suggestions = spelling.speller.suggestions(word)[:MOST]
        options = [(str(number), one) for number, one in enumerate(suggestions, 1)]
        options += [("a", _("it is right: add it to the project's words")), ("n", _("leave it"))]
        about = "" if suggestions else _("No known word is like it.")
        title = _("“{word}” is in no word list").format(word=word)
        answer: str | None = await self._view.ask(Choice(title, options, text=about))
        if answer is None:
            return False, 0
        if answer == "n":
            return True, end
        if answer == "a":
            return self._add(spelling, word), end
        chosen = suggestions[int(answer) - 1]
        editor.mend(start, end, chosen)
        self._view.say(_("{wrong} → {right}; Ctrl+Z takes it back.").format(wrong=word, right=chosen))
        return True, start + len(chosen)

    def _add(self, spelling: Spelling, word: str) -> bool:
        """Take a word into the project's own; return whether that was done."""
        if not self._view.may_write():
            return False
        try:
            spelling.add(word)
        except TransreviewError as error:
            self._view.show_error(error)
            return False
        self._view.undoable(_("“{word}” is one of the project's words now; {undo} undoes."), word=word)
        return True
