"""The lines of one row of the list: signs, source, target, each in its columns."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from rich.color import Color as RichColor
from rich.segment import Segment as Run
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from transreview.tui.marks import Mark, MarkKind, runs
from transreview.tui.row import GLYPHS, Row, status_words
from transreview.tui.theme import CURRENT_LINE, MARKS
from transreview.tui.widths import cells
from transreview.tui.wrap import wrap

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


def lay_out(row: Row, columns: Columns, styles: RowStyles, *, current: bool, ruled: bool) -> list[Strip]:
    """Return the lines of a row.

    Args:
        row: What is shown.
        columns: The widths.
        styles: The styles.
        current: Whether it is the current row: a bar runs along it and its number is reversed.
        ruled: Whether a rule follows it.
    """
    source = _text_lines(row.source, row.source_marks, columns.source, styles)
    target = _text_lines(row.target, row.target_marks, columns.target, styles)
    heads = [_head(row, columns, styles, current=current)]
    blank = [
        Run(("▌" if current else " "), styles.current),
        Run(" " * (columns.head(columns.digits, columns.word) - 1)),
    ]
    nothing_left, nothing_right = [Run(" " * columns.source)], [Run(" " * columns.target)]
    strips = []
    for head, left, right in zip_longest(heads, source, target):
        line = [*(head or blank), *(left or nothing_left), Run(" │ ", styles.rule), *(right or nothing_right)]
        strips.append(Strip(line, columns.width))
    if ruled:
        before = columns.head(columns.digits, columns.word) + columns.source + 1
        rule = "─" * before + "┼" + "─" * (columns.width - before - 1)
        strips.append(Strip([Run(rule, styles.rule)], columns.width))
    return strips


def _head(row: Row, columns: Columns, styles: RowStyles, *, current: bool) -> list[Run]:
    number = f"{row.number:>{columns.digits}}"
    word = f" {status_words()[row.status]}" if columns.word else ""
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


def _text_lines(text: str, marks: tuple[Mark, ...], width: int, styles: RowStyles) -> list[list[Run]]:
    """Return the lines of one text, each filled up to its column."""
    lines = []
    for start, end in wrap(text, width):
        line = [Run(piece, mark_style(kinds, styles)) for piece, kinds in runs(text, start, end, marks)]
        line.append(Run(" " * (width - cells(text[start:end]))))
        lines.append(line)
    return lines


def mark_style(kinds: tuple[MarkKind, ...], styles: RowStyles) -> Style | None:
    """Return the style of a stretch that several marks cover."""
    if not kinds:
        return None
    return Style.combine([styles.marks[kind] for kind in kinds])
