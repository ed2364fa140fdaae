"""The single lines of the screen: header, state of the current segment or message, hints of keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.model.segment import Segment, Status
from transreview.project.failures import SaveError
from transreview.tui.action import Place
from transreview.tui.actions import ACTIONS, HINTS
from transreview.tui.escape import visible_line
from transreview.tui.keymaps import Keymap
from transreview.tui.row import FLAG, GLYPHS, REMARK, status_words
from transreview.tui.widths import cells, clip
from transreview.tui.wrap import wrap


class Line(Widget):
    """One line: a left part that is cut when it has to be, and a right part that is not."""

    DEFAULT_CSS = "Line { height: 1; width: 100%; padding: 0 1; }"

    def __init__(self, *, name: str | None = None) -> None:
        super().__init__(id=name)
        self._left = Text()
        self._right = Text()

    @property
    def content(self) -> str:
        """What the line says."""
        return f"{self._left.plain} {self._right.plain}".strip()

    def put(self, left: str | Text, right: str | Text = "") -> None:
        """Show a text; it is data, never markup."""
        new = _text(left), _text(right)
        if new != (self._left, self._right):
            self._left, self._right = new
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen; by way of Textual's visuals it would cost three times as much."""
        base = self.rich_style
        lines = self.lines()
        runs = lines[y].render(self.app.console) if y < len(lines) else ()
        return (
            Strip([run for run in runs if run.text])
            .apply_style(base)
            .adjust_cell_length(self.content_size.width, base)
        )

    def lines(self) -> list[Text]:
        """Return what stands in the lines of the screen."""
        return [self.fitted()]

    def fitted(self) -> Text:
        """Return the line, fitted to the width."""
        width = self.content_size.width
        right = self._right if cells(self._right.plain) < width * 3 // 4 else Text()
        room = width - cells(right.plain) - (1 if right else 0)
        left = self._left.copy()
        if cells(left.plain) > room:
            kept = clip(left.plain, room)
            left.truncate(max(cells(kept) - 1, 0))
            left.append("…")
        gap = width - cells(left.plain) - cells(right.plain)
        return Text.assemble(left, " " * max(gap, 0), right, no_wrap=True, end="")


def _text(value: str | Text) -> Text:
    return value if isinstance(value, Text) else Text(visible_line(value))


class Header(Line):
    """Project, article and how far its review has come."""

    def show(self, project: str, article: str, place: str, counts: dict[Status, int], flags: int) -> None:
        """Show where we are.

        Args:
            project: Name of the project.
            article: Title of the article with its number.
            place: Place in the list ("12/48").
            counts: Segments by status.
            flags: Segments that need work.
        """
        wide = self.app.size.width >= 120
        words = status_words()
        progress = [
            f"{GLYPHS[status]} {counts.get(status, 0)}" + (f" {words[status]}" if wide else "")
            for status in Status
        ]
        if flags:
            progress.append(f"{FLAG} {flags}" + (" " + _("needs work") if wide else ""))
        left = Text.assemble((visible_line(project), "bold"), "  ", visible_line(article))
        self.put(left, Text.assemble((place, "bold"), "  ", "  ".join(progress) if counts else ""))


MOST_QUOTED = 60
"""Cells of what a message quotes: what it says of it has to be seen as well."""

_QUOTED = re.compile(rf"(?<=[“„])[^“”„]{{{MOST_QUOTED + 1},}}(?=[”“])")

MOST_LINES = 3
"""Lines that a message may take from the list."""


class MessageKind(StrEnum):
    """How a message is meant."""

    STATE = "state"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


def error_words(error: TransreviewError, project: Path, *, typing: bool = False) -> str:
    """Return what went wrong and what to do about it, as one line says it.

    Args:
        error: The failure; the file it is about is named, unless that is the project.
        project: The project that is open.
        typing: Whether a text stands in the editor that is not lost.
    """
    text = f"{error.message}. {error.remedy}." if error.remedy else f"{error.message}."
    text = text.replace("..", ".")
    if typing and isinstance(error, SaveError):
        text += " " + _("What you typed is still here.")
    if error.path is None or Path(error.path) == project:
        return text
    return f"{_short(Path(error.path))}{f':{error.line}' if error.line else ''}: {text}"


def _short(path: Path) -> str:
    """Return the name of a file with `~` for the folder of the user."""
    with suppress(ValueError, RuntimeError):  # elsewhere, or nobody knows where that folder is
        return str("~" / path.relative_to(Path.home()))
    return str(path)


class StatusLine(Line):
    """The state of the current segment, or what has just happened."""

    kind = MessageKind.STATE
    _lines = 1

    def put(self, left: str | Text, right: str | Text = "") -> None:
        """Show a text; a message that does not fit gets up to three lines."""
        super().put(left, right)
        width = max(self.app.size.width - 2, 10)
        lines = 1 if right else min(len(wrap(self._left.plain, width)), MOST_LINES)
        if lines != self._lines:
            self._lines = lines
            self.styles.height = lines

    def on_resize(self) -> None:
        """Break a long message anew."""
        self.put(self._left, self._right)

    def lines(self) -> list[Text]:
        """Return the line, or the lines of a long message."""
        if self._lines == 1:
            return super().lines()
        text, width = self._left.plain, self.content_size.width
        places = wrap(text, width)
        shown = [text[start:end] for start, end in places[:MOST_LINES]]
        if len(places) > MOST_LINES:
            shown[-1] = clip(text[places[MOST_LINES - 1][0] :], width)
        return [Text(line, end="") for line in shown]

    def say(self, text: str, kind: MessageKind) -> None:
        """Show a message; its kind is said by a word or sign as well as by colour."""
        sign = {MessageKind.ERROR: "✗ ", MessageKind.WARNING: "! ", MessageKind.DONE: "✓ "}.get(kind, "")
        self.kind = kind
        for other in MessageKind:
            self.set_class(other is kind, f"-{other}")
        self.put(sign + _QUOTED.sub(lambda found: clip(found.group(), MOST_QUOTED), text))

    def show_state(
        self, segment: Segment, findings: int, *, movable: bool = True, filtered: str = ""
    ) -> None:
        """Show how a segment stands.

        Args:
            segment: The segment.
            findings: Number of its findings.
            movable: Whether its alignment can be another; units of a bilingual file have theirs.
            filtered: What the list is filtered by, empty when it is not.
        """
        empty = segment.status is Status.MACHINE and not segment.target.strip()
        word = _("untranslated") if empty else status_words()[segment.status]
        parts = [f"{GLYPHS[segment.status]} {word}"]
        if segment.needs_work:
            parts.append(f"{FLAG} {_('needs work')}")
        if findings:
            parts.append(ngettext("{n} finding", "{n} findings", findings).format(n=findings))
        if segment.comments:
            words = ngettext("{n} comment", "{n} comments", segment.comments).format(n=segment.comments)
            parts.append(f"{REMARK} {words}")
        if segment.fixed and movable:
            parts.append(_("alignment pinned"))
        elif not segment.fixed and (segment.bead != "1-1" or segment.confidence < 0.9):
            parts.append(
                _("aligned {bead}, {share} % sure").format(
                    bead=segment.bead, share=int(segment.confidence * 100)
                )
            )
        right = _("only: {filter}").format(filter=filtered) if filtered else segment.key
        self.kind = MessageKind.STATE
        for other in MessageKind:
            self.set_class(other is MessageKind.STATE, f"-{other}")
        self.put(" · ".join(parts), right)


class Hints(Line):
    """The keys that matter most where the keyboard is."""

    def show(self, keymap: Keymap, place: Place, names: Sequence[str] = ()) -> None:
        """Show the hints of a place, or some of them, as many as fit, help always among them."""
        hints = [(keymap.shown(place, name), ACTIONS[name].hint) for name in names or HINTS[place]]
        shown_help = keymap.shown(place, "help")
        room = self.content_size.width - cells(shown_help) - cells(_("help")) - 3
        shown = Text()
        for key, word in hints:
            if not key or cells(shown.plain) + cells(key) + cells(word) + 1 > room:
                continue
            shown.append(key, "bold reverse")
            shown.append(f" {word}  ")
        shown.right_crop(2)
        self.put(shown, Text.assemble((shown_help, "bold reverse"), " ", _("help")))
