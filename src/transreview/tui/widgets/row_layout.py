"""The lines of one row of the list: signs, source, target, each in its columns."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from rich.color import Color as RichColor
from rich.segment import Segment as Run
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from transreview.model.segment import Status
from transreview.tui.marks import MarkedLines, MarkKind
from transreview.tui.row import GLYPHS, Row, status_words
from transreview.tui.theme import CURRENT_LINE, MARKS
from transreview.tui.widths import cells
from transreview.tui.wrap import Line, wrap

WORDS_FROM = 110
"""Cells of width from which the word for the status stands beside its sign."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the width of the list is divided.

    Attributes:
        digits: Cells of the number.
        word: Cells of the word for the status, 0 where there is no room for it.
        source: Cells of the source text.
        target: Cells of the target text.
    """

    digits: int
    word: int
    source: int
    target: int

    @classmethod
    def of(cls, width: int, digits: int, share: float = 0.45) -> Columns:
        """Divide a width: bar, number, sign, two more signs, source, rule, target.

        Args:
            width: All cells.
            digits: Cells of the number.
            share: What part of the text's cells the source gets.
        """
        word = max(map(cells, status_words().values())) + 1 if width >= WORDS_FROM else 0
        text = max(width - cls.head(digits, word) - 3, 4)
        source = max(int(text * share), 2)
        return cls(digits, word, source, text - source)

    def heights(
        self, sources: Iterable[int], targets: Iterable[int], source_cells: int, rule: int
    ) -> array[int]:
        """Guess the heights of rows.

        Args:
            sources: Characters of each source.
            targets: Characters of each target.
            source_cells: Cells that a character of the source takes.
            rule: Lines that divide a row from the next one.
        """
        left, right = self.source, self.target
        return array(
            "I",
            (
                max(-(-source * source_cells // left), -(-target // right), 1) + rule
                for source, target in zip(sources, targets, strict=True)
            ),
        )

    @staticmethod
    def head(digits: int, word: int) -> int:
        """Cells in front of the source: bar, number, blank, sign, word, two signs, blank."""
        return 1 + digits + 1 + 1 + word + 2 + 1

    @property
    def width(self) -> int:
        """All cells together."""
        return self.head(self.digits, self.word) + self.source + 3 + self.target


class RowStyles:
    """The styles of a row, looked up once for each theme.

    Args:
        colours: The variables of the theme.
    """

    def __init__(self, colours: Mapping[str, str]) -> None:
        def look_up(name: str) -> Style:
            colour, attributes = MARKS[name]
            return Style.parse(attributes) + Style(color=_rich(colours.get(colour, "")))

        self.number = look_up("row--number")
        self.current = look_up("row--current")
        self.current_line = Style(bgcolor=_rich(colours.get(CURRENT_LINE, "")))
        self.rule = look_up("row--rule")
        self.done = look_up("row--done")
        self.flag = look_up("row--flag")
        self.marks = {kind: look_up(f"mark--{kind}") for kind in MarkKind}


def _rich(colour: str) -> RichColor | None:
    return Color.parse(colour).rich_color if colour else None


class RowLines(Sequence[Strip]):
    """The lines of a row, each laid out when it is first asked for: of a long text only those that are seen.

    Args:
        row: What is shown.
        columns: The widths.
        styles: The styles.
        current: Whether it is the current row: a bar runs along it and its number is reversed.
        ruled: Whether a rule follows it.
    """

    def __init__(self, row: Row, columns: Columns, styles: RowStyles, *, current: bool, ruled: bool) -> None:
        self._row, self._columns, self._styles = row, columns, styles
        self._current, self._ruled = current, ruled
        self._source = wrap(row.source, columns.source)
        self._target = wrap(row.target, columns.target)
        self._source_marks = MarkedLines(row.source, row.source_marks)
        self._target_marks = MarkedLines(row.target, row.target_marks)
        self._text_lines = max(len(self._source), len(self._target))
        self._made: dict[int, Strip] = {}

    def __len__(self) -> int:
        return self._text_lines + self._ruled

    @overload
    def __getitem__(self, line: int) -> Strip: ...

    @overload
    def __getitem__(self, line: slice) -> list[Strip]: ...

    def __getitem__(self, line: int | slice) -> Strip | list[Strip]:
        if isinstance(line, slice):
            return [self[one] for one in range(*line.indices(len(self)))]
        if not 0 <= line < len(self):
            raise IndexError(line)
        strip = self._made.get(line)
        if strip is None:
            strip = self._made[line] = self._rule() if line == self._text_lines else self._line(line)
        return strip

    def _line(self, line: int) -> Strip:
        columns, styles = self._columns, self._styles
        head = _head(self._row, columns, styles, current=self._current) if not line else self._margin()
        source = _text_line(self._source_marks, self._source, line, columns.source, styles)
        target = _text_line(self._target_marks, self._target, line, columns.target, styles)
        return Strip([*head, *source, Run(" │ ", styles.rule), *target], columns.width)

    def _margin(self) -> list[Run]:
        columns = self._columns
        bar = Run("▌" if self._current else " ", self._styles.current)
        return [bar, Run(" " * (columns.head(columns.digits, columns.word) - 1))]

    def _rule(self) -> Strip:
        columns = self._columns
        before = columns.head(columns.digits, columns.word) + columns.source + 1
        rule = "─" * before + "┼" + "─" * (columns.width - before - 1)
        return Strip([Run(rule, self._styles.rule)], columns.width)


def _head(row: Row, columns: Columns, styles: RowStyles, *, current: bool) -> list[Run]:
    number = f"{row.number:>{columns.digits}}"
    is_empty = row.status is Status.MACHINE and not row.target  # its column says so; no machine made it
    word = f" {status_words()[row.status]}" if columns.word and not is_empty else ""
    word += " " * (columns.word - cells(word))
    flag, finding = row.signs
    status = styles.done if row.status.is_done else Style.null()
    return [
        Run("▌" if current else " ", styles.current),
        Run(number, styles.number + Style(reverse=True, bold=True) if current else styles.number),
        Run(" "),
        Run(GLYPHS[row.status] + word, status),
        Run(flag, styles.flag),
        Run(finding, styles.marks[MarkKind.ERROR] if finding == "✗" else styles.flag),
        Run(" "),
    ]


def _text_line(
    text: MarkedLines, lines: Sequence[Line], line: int, width: int, styles: RowStyles
) -> list[Run]:
    """Return a line of one text, filled up to its column; it may have fewer lines than the other."""
    if line >= len(lines):
        return [Run(" " * width)]
    start, end = lines[line]
    shown = [Run(piece, mark_style(kinds, styles)) for piece, kinds in text.runs(start, end)]
    return [*shown, Run(" " * (width - cells(text.text[start:end])))]


def mark_style(kinds: tuple[MarkKind, ...], styles: RowStyles) -> Style | None:
    """Return the style of a stretch that several marks cover."""
    if not kinds:
        return None
    return Style.combine([styles.marks[kind] for kind in kinds])
