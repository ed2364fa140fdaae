"""The editor of one translation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Document, Location
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from transreview.tui.action import Place
from transreview.tui.escape import Veil
from transreview.tui.keys import key_of, perform
from transreview.tui.marks import Mark
from transreview.tui.widgets.editor_messages import CaretMoved, NothingSelected, Removed, UnknownKey, Written
from transreview.tui.widgets.line_breaks import LineBreaks
from transreview.tui.widgets.row_layout import RowStyles
from transreview.tui.widths import cells, sign_edges

OWN_ALT_KEYS = {"alt+backspace", "alt+delete"}
"""Keys with Alt that edit text by themselves."""

AROUND = 256
"""Characters on either side of the cursor that can belong to the sign or word it stands at."""


class TargetEditor(TextArea):
    """A text area whose terms and findings are marked, and whose hidden characters are visible.

    Keys of the keymap come first; what is left is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "cursor_edge(False)", show=False),
        Binding("ctrl+end", "cursor_edge(True)", show=False),
        Binding("ctrl+shift+home", "cursor_edge(False, True)", show=False),
        Binding("ctrl+shift+end", "cursor_edge(True, True)", show=False),
    ]

    wrapped_document: LineBreaks
    _row_styles: RowStyles | None = None  # Textual asks for a style update before __init__ is through
    _paint: tuple[Style, Style, Style] | None = None

    def __init__(self, *, name: str | None = None) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True, id=name)
        self.highlight_cursor_line = False
        self.match_cursor_bracket = False
        self.cursor_blink = False
        self._veil = Veil()
        self._marks: tuple[Mark, ...] = ()

    def load(self, text: str) -> None:
        """Take a text to edit; what was typed before cannot be undone into it."""
        self._veil, self._marks = Veil(), ()
        with self.prevent(TextArea.Changed):
            self.load_text(self._veil.show(text))
        self.move_cursor((0, 0))

    @property
    def content(self) -> str:
        """The text that stands in the editor, hidden characters as they are."""
        return self._veil.take_back(self.text)

    @property
    def selected_content(self) -> str:
        """What is selected in the editor, hidden characters as they are."""
        return self._veil.take_back(self.selected_text)

    def put(self, text: str) -> None:
        """Replace the whole text in a way that Ctrl+Z takes back."""
        shown = self._veil.show(text)
        if shown != self.text:
            self.replace(shown, self.document.start, self.document.end)

    def write(self, text: str) -> None:
        """Write a text at the cursor, in place of what is selected."""
        self.replace(self._veil.show(text), *self.selection)

    def write_word(self, word: str) -> None:
        """Write a word at the cursor, with blanks where it would stick to others, ready for its ending."""
        row, column = min(self.selection.end, self.selection.start)
        end_row, end = max(self.selection.end, self.selection.start)
        before = self.document.get_line(row)[:column][-1:]
        after = self.document.get_line(end_row)[end : end + 1]
        self.write((" " if before.isalnum() else "") + word + (" " if after.isalnum() else ""))
        if after.isalnum():
            self.move_cursor_relative(columns=-1)

    def wrap_selection(self, before: str, after: str) -> None:
        """Write signs around what is selected, or both at the cursor, which then stands between them."""
        inside = self.selected_text
        self.replace(self._veil.show(before) + inside + self._veil.show(after), *self.selection)
        if after and not inside:
            self.move_cursor_relative(columns=-len(after))

    @property
    def word_before(self) -> str:
        """The letters right before the cursor."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[max(column - AROUND, 0) : column]
        found = re.search(r"[^\W\d_][\w’'-]*$", before)
        return found.group() if found else ""

    def replace_word_before(self, word: str) -> None:
        """Put another word in place of the letters before the cursor."""
        row, column = self.cursor_location
        self.replace(word, (row, column - len(self.word_before)), (row, column))

    def mend(self, start: int, end: int, text: str) -> None:
        """Replace a stretch of the text, given in characters."""
        self.replace(self._veil.show(text), self._location(start), self._location(end))

    def go_to(self, at: int) -> None:
        """Put the cursor before a character."""
        self.move_cursor(self._location(at))

    @property
    def caret(self) -> int:
        """The number of characters before the cursor."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def _location(self, at: int) -> Location:
        """Return the row and column of a character."""
        before = self.text[:at]
        return before.count("\n"), at - (before.rfind("\n") + 1)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Mark stretches of the text."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.refresh()

    @property
    def share(self) -> float:
        """How far down the cursor stands: 0 at the first line, 1 at the last."""
        height = max(self.wrapped_document.height - 1, 1)
        return self.wrapped_document.location_to_offset(self.cursor_location).y / height

    def _set_document(self, text: str, language: str | None) -> None:
        """Take a text whose lines are broken where they change only."""
        del language
        self.document = Document(text)
        self.wrapped_document = LineBreaks(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:  # noqa: ARG002
        """Look for no bracket: none is shown, and the one searched for may be a megabyte away."""
        return None

    # --- painting ------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Look the styles up again after a change of theme."""
        self._row_styles = self._paint = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines, and put the terminal's cursor where the next character goes, for input methods."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line: of its paragraph no more is looked at than what stands on it."""
        base, selected, cursor = self._styles
        at, wrapped = y + self.scroll_offset.y, self.wrapped_document
        if at >= wrapped.height:
            return Strip.blank(self.size.width, base)
        paragraph, start, end = wrapped.span(at)
        text, width = self.document.get_line(paragraph), self.scrollable_content_region.size.width
        # Before the editor has its place, and so a width, a paragraph is a line.
        line = Text(text[start : min(end, start + AROUND + width)], end="", no_wrap=True)
        if end == len(text):
            line.append(" ")  # where the cursor stands behind the text
        self._mark_line(line, paragraph, start)
        first, last = sorted(self.selection)
        if first != last and first[0] <= paragraph <= last[0]:
            line.stylize(
                selected,
                max((first[1] if first[0] == paragraph else 0) - start, 0),
                max((last[1] if last[0] == paragraph else end + 1) - start, 0),
            )
        row, column = self.selection.end
        if self._draw_cursor and row == paragraph and start <= column < start + len(line):
            line.stylize(cursor, column - start, column - start + 1)
        strip = Strip(line.render(self.app.console), cells(line.plain))
        return strip.extend_cell_length(width, base).apply_style(base)

    @property
    def _styles(self) -> tuple[Style, Style, Style]:
        """The styles of the text, of what is selected, and of the cursor."""
        if self._paint is None:
            part = self.get_component_rich_style
            self._paint = (self.rich_style, part("text-area--selection"), part("text-area--cursor"))
        return self._paint

    def _mark_line(self, line: Text, paragraph: int, start: int) -> None:
        """Mark what stands on a line that begins at a place of a paragraph."""
        if not self._marks:
            return
        if self._row_styles is None:
            self._row_styles = RowStyles(self.app.theme_variables)
        before = sum(len(one) + 1 for one in self.document.lines[:paragraph]) + start
        for mark in self._marks:
            if mark.start < before + len(line) and mark.end > before:
                style = self._row_styles.marks[mark.kind]
                line.stylize(style, max(mark.start - before, 0), mark.end - before)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen that the text has changed."""
        event.stop()
        self.post_message(Written())

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Tell the screen that the cursor has moved."""
        event.stop()
        self.post_message(CaretMoved())

    # --- keys ----------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        if await perform(self, Place.EDITOR, event):
            return
        if key_of(event).startswith("alt+") and key_of(event) not in OWN_ALT_KEYS:
            event.stop()  # Textual would type the letter
            event.prevent_default()
            self.post_message(UnknownKey(key_of(event)))
            return
        if key_of(event) in self.app.keymap.silent:  # type: ignore[attr-defined]
            event.stop()
            event.prevent_default()
            self.post_message(UnknownKey(key_of(event)))
            return
        await super()._on_key(event)

    def action_cursor_edge(self, end: bool, select: bool = False) -> None:
        """Go to the beginning or the end of the text."""
        self.move_cursor(self.document.end if end else self.document.start, select=select)

    def get_cursor_left_location(self) -> Location:
        """Return where the cursor goes to the left: over a whole sign, of however many characters."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, max(edge for edge in self._edges(row, column) if edge < column)

    def get_cursor_right_location(self) -> Location:
        """Return where the cursor goes to the right: over a whole sign, of however many characters."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, min(edge for edge in self._edges(row, column) if edge > column)

    def _edges(self, row: int, column: int) -> list[int]:
        """Return where the signs around a place begin and end."""
        line, start = self.document.get_line(row), max(column - AROUND, 0)
        return [start + edge for edge in sign_edges(line[start : column + AROUND])]

    def action_cut(self) -> None:
        """Cut what is selected; without a selection nothing, and that is said."""
        if self.selection.is_empty:
            self.post_message(NothingSelected())
        else:
            super().action_cut()

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """Delete to the end of the line, and say so: the line is the whole paragraph."""
        before = len(self.text)
        await super().action_delete_to_end_of_line_or_delete_line()
        self._tell_removed(before)

    def action_delete_to_start_of_line(self) -> None:
        """Delete to the start of the line, and say so."""
        before = len(self.text)
        super().action_delete_to_start_of_line()
        self._tell_removed(before)

    def action_delete_line(self) -> None:
        """Delete the line, and say so."""
        before = len(self.text)
        super().action_delete_line()
        self._tell_removed(before)

    def _tell_removed(self, before: int) -> None:
        if before - len(self.text) > 1:
            self.post_message(Removed(before - len(self.text)))

    async def _on_paste(self, event: events.Paste) -> None:
        """Make what is pasted visible before it is taken in."""
        event.prevent_default()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        row, column = min(self.selection)
        before = self.document.get_line(row)[max(0, column - 1) : column]
        await super()._on_paste(events.Paste(self._veil.show_behind(before, text)))
