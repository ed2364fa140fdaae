"""Plain text: paragraphs apart by blank lines, one a line, or hard-wrapped, also mixed in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.formats.document import Document, Layout
from transreview.formats.encoding import Decoded
from transreview.formats.lines import LINE_END, is_wide, join_lines, newline_of, width
from transreview.formats.paragraph_kind import LIST_MARKER, WEAK_MARKER, ends_with, paragraph_kind
from transreview.formats.reading import no_text
from transreview.model.unit import Unit

# Text wrapped by a program is this wide; narrower lines are verse, names or addresses, wider ones
# are whole paragraphs.
NARROWEST, WIDEST = 40, 132
"""Columns of the narrowest and the widest text that is taken for one wrapped by a program."""

# Blanks around a line that are no part of its text; U+3000 indents Chinese paragraphs. A form feed
# parts pages.
_BLANKS = " \t\u3000\u00a0\f\v\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line that is not blank.

    Attributes:
        start: Offset of its first character that is not a blank.
        end: One past its last such character.
        text: What stands between them.
        number: 1-based.
        indent: Columns of blanks before it.
        follows: The line before it is not blank.
    """

    start: int
    end: int
    text: str
    number: int
    indent: int
    follows: bool


def read_text(decoded: Decoded, path: Path | str) -> Document:
    """Return the paragraphs of a plain text.

    Raises:
        InputError: There is nothing but blanks in it.
    """
    text = decoded.text
    lines = list(_lines(text))
    if not lines:
        raise no_text(path)
    groups = list(_paragraphs(lines))
    units: list[Unit] = []
    gaps: list[str] = []
    written: dict[int, str] = {}
    end = 0
    for index, group in enumerate(groups):
        joined = join_lines([line.text for line in group])
        kind = paragraph_kind(joined, first=index == 0, last=index == len(groups) - 1)
        units.append(Unit(joined, kind=kind, paragraph=index, line=group[0].number))
        gaps.append(text[end : group[0].start])
        end = group[-1].end
        if len(group) > 1:
            written[index] = text[group[0].start : end]
    layout = Layout("text", (*gaps, text[end:]), written=written)
    return Document(
        tuple(units), encoding=decoded.encoding, newline=newline_of(text), metadata={}, layout=layout
    )


def _lines(text: str) -> Iterator[_Line]:
    start, follows = 0, False
    ends = [(match.start(), match.end()) for match in LINE_END.finditer(text)]
    for number, (end, after) in enumerate([*ends, (len(text), len(text))], start=1):
        raw = text[start:end]
        bare = raw.strip(_BLANKS)
        if bare:
            lead = len(raw) - len(raw.lstrip(_BLANKS))
            at = start + lead
            yield _Line(
                start=at,
                end=at + len(bare),
                text=bare,
                number=number,
                indent=width(raw[:lead].expandtabs(4)),
                follows=follows,
            )
        follows, start = bool(bare), after


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Group lines into paragraphs."""
    wrapped_at = wrap_width(
        [line.text for line in lines], [line.follows for line in lines], [line.indent for line in lines]
    )
    group: list[_Line] = []
    for line in lines:
        if group and line.follows and _continues(group, line, wrapped_at):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _continues(group: Sequence[_Line], line: _Line, wrapped_at: int) -> bool:
    """Return whether a line belongs to the paragraph of the line right before it."""
    before = group[-1]
    listed = LIST_MARKER.match(group[0].text)
    if LIST_MARKER.match(line.text):
        mid_sentence = not listed and not ends_with(before.text) and WEAK_MARKER.match(line.text)
        return (
            bool(mid_sentence)
            and wrapped_at > 0
            and _is_full(before.text, line.text, wrapped_at - before.indent)
        )
    if listed:
        if line.indent > group[0].indent:
            return True  # set in under its marker
    elif line.indent > before.indent + 1:
        return False  # the first line of a paragraph, set in by habit
    elif before.text[-1] in ",，、،":
        return True
    if width(before.text) >= NARROWEST and _begins_small(line.text) and not ends_with(before.text):
        return True
    return wrapped_at > 0 and _is_full(before.text, line.text, wrapped_at - before.indent)


def _begins_small(text: str) -> bool:
    """Return whether a text begins with a small letter of a script that begins sentences with capitals."""
    # To Unicode all Georgian letters are small; its capitals (Mtavruli) only ever make whole words.
    return text[0].islower() and not "\u10d0" <= text[0] <= "\u10ff"


def _is_full(line: str, following: str, columns: int) -> bool:
    """Return whether the next line's first word would not have fitted on this line."""
    if is_wide(following[0]):
        # A mark that may not begin a line takes its neighbour along, so two characters may be short.
        return width(line) > columns - 6
    word = re.split(r"\s", following, maxsplit=1)[0]
    return width(line) + 1 + width(word) > columns


def wrap_width(lines: Sequence[str], follows: Sequence[bool], indents: Sequence[int] = ()) -> int:
    """Return the width in columns at which a program has wrapped a text, or 0 when none has.

    Args:
        lines: The lines that are not blank, without outer blanks.
        follows: For each, whether the line before it is not blank.
        indents: For each, the columns of blanks before it, which are part of the width; none if left out.

    Returns:
        The width of the widest line, if most lines are filled up to it and break mid-sentence.
    """
    if sum(follows) < 2:
        return 0  # what has a blank line behind every line was wrapped by nobody
    indents = indents or [0] * len(lines)
    columns = max(
        (
            indent + width(line)
            for line, indent in zip(lines, indents, strict=True)
            if len(line.split()) > 1 or is_wide(line[-1])
        ),
        default=0,
    )
    if not NARROWEST <= columns <= WIDEST:
        return 0
    inside = [i for i in range(1, len(lines)) if follows[i] and not LIST_MARKER.match(lines[i])]
    full = [lines[i - 1] for i in inside if _is_full(lines[i - 1], lines[i], columns - indents[i - 1])]
    mid_sentence = sum(not ends_with(line) for line in full)
    if len(full) < 2 or 5 * len(full) < 3 * len(inside) or 2 * mid_sentence < len(full):
        return 0
    return columns
