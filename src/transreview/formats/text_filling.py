"""Rewritten text in a plain text whose author wrapped its lines: it is wrapped to the same width again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transreview.formats.lines import LINE_END, is_wide, join_lines, width
from transreview.formats.paragraph_kind import LIST_MARKER
from transreview.formats.text import NARROWEST, WIDEST
from transreview.model.unit import Unit

_LONGEST = 50_000
"""Characters of a paragraph beyond which it stays on one line."""


def columns_of(units: Sequence[Unit], gaps: Sequence[str], written: Mapping[int, str]) -> int:
    """Return the width that a text was wrapped to: of its widest line; 0 where whole paragraphs are lines.

    Args:
        units: Its paragraphs.
        gaps: What stands before each.
        written: The lines of those that have several.
    """
    if not written:
        return 0
    columns = 0
    for index, unit in enumerate(units):
        first, *others = LINE_END.split(written.get(index, unit.text))
        for line in (_indent(gaps[index]) + first, *others):
            columns = max(columns, width(line.expandtabs(4)))
    return columns if NARROWEST <= columns <= WIDEST else 0


def wrapped_again(text: str, raw: str, gap: str, columns: int) -> str:
    """Return a text wrapped as the paragraph that it takes the place of; on one line where that is unclear.

    Args:
        text: The text now.
        raw: The lines that the paragraph stood in.
        gap: What stands before it.
        columns: The width that the file was wrapped to.
    """
    line_end = LINE_END.search(raw)
    if line_end is None or not columns or len(raw) > _LONGEST or "\n" in text or any(map(is_wide, text)):
        return text
    lines = [line.strip() for line in LINE_END.split(raw)]
    indent = _indent(line_end[0] + raw[line_end.end() :])
    same = 0  # lines in which nothing has changed
    while same < len(lines) and text.startswith(join_lines(lines[: same + 1]) + " "):
        same += 1
    kept = lines[: max(0, same - 1)]  # more words may fit into the last of them now
    rest = text[len(join_lines(kept)) :].strip() if kept else text
    first = columns - width((indent if kept else _indent(gap)).expandtabs(4))
    wrapped = [*kept, *_filled(rest, first, columns - width(indent.expandtabs(4)))]
    if join_lines(wrapped) != text or any(map(LIST_MARKER.match, wrapped[1:])):
        return text
    return (line_end[0] + indent).join(wrapped)


def _filled(text: str, first: int, others: int) -> list[str]:
    """Return a text in lines of no more than so many columns, as long as its words allow."""
    lines: list[str] = []
    room = first
    for word in text.split(" "):
        if lines and width(lines[-1]) + 1 + width(word) <= room:
            lines[-1] += f" {word}"
        else:
            room = others if lines else first
            lines.append(word)
    return lines


def _indent(gap: str) -> str:
    """Return the blanks at the end of what stands before a line."""
    line = LINE_END.split(gap)[-1]
    return line[: len(line) - len(line.lstrip())]
