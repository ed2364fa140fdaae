"""Where the lines of the text in the editor are broken: a key costs as much in a megabyte as in a line.

Textual breaks a whole paragraph anew at each letter, and cuts it whole for each line that it paints.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from textual.document._document import DocumentBase, Location
from textual.document._wrapped_document import WrappedDocument

from transreview.tui.widths import CELLS, cells, graphemes

MOST_LINES = 300
"""Lines broken anew below a change; the last of them may end early, so that what follows stays as it is."""

_WORD = re.compile(r"\S+\s*|\s+")


def breaks(text: str, start: int, width: int) -> Iterator[int]:
    """Yield where a paragraph is broken after a place at which a line begins.

    A word that is wider than a line is divided, no sign of several characters is.

    Args:
        text: The paragraph.
        start: Where the first line begins.
        width: Cells of a line.
    """
    at, used = start, 0
    while at < len(text):
        end, size = _word(text, at, width - used)
        if used + size <= width:
            at, used = end, used + size
            continue
        if not used:  # wider than a line
            at = _forced(text, at, width)
            if at == len(text):
                return
        yield at
        used = 0


def plain_breaks(text: str, start: int, width: int) -> Iterator[int]:
    """Yield the same for a text of letters that take a cell each: a look for each line, not for each word."""
    at = start
    while at + width < len(text):
        line = text[at : at + width + 1]
        end = line.rfind(" ", 0, width) + 1
        if line[end : end + 1] == " ":  # more blanks than fit behind a word take it to the next line
            end = line.rfind(" ", 0, len(line.rstrip(" "))) + 1
        at += end or width
        yield at


def _word(text: str, at: int, room: int) -> tuple[int, int]:
    """Return end and width of a word with the blanks after it; of a very long one as much as matters."""
    reach = max(4 * room, 64)
    while True:
        found = _WORD.match(text, at, at + reach)
        end = found.end() if found else len(text)
        size = cells(text[at:end])
        if size > room or end < at + reach or end == len(text):
            return end, size
        reach *= 4


def _forced(text: str, at: int, width: int) -> int:
    """Return where a line of a width must end that holds nothing but a part of one word."""
    used = 0
    reach = 4 * width + 64
    for begin, end, size in graphemes(text[at : at + reach]):
        used += size
        if used > width:
            return at + (begin or end)
    return min(at + reach, len(text))


class Sections(Sequence[str]):
    """The lines of one paragraph, cut when they are asked for.

    Args:
        text: The paragraph.
        offsets: Where it is broken.
    """

    def __init__(self, text: str, offsets: Sequence[int]) -> None:
        self._text, self._offsets = text, offsets

    def __len__(self) -> int:
        return len(self._offsets) + 1

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = at + len(self) if at < 0 else at
        if not 0 <= at < len(self):
            raise IndexError(at)
        start = self._offsets[at - 1] if at else 0
        return self._text[start : self._offsets[at] if at < len(self._offsets) else None]


class LineBreaks(WrappedDocument):
    """The broken lines of a document; a change of one paragraph breaks again what it moves, and no more."""

    def __init__(self, document: DocumentBase, width: int = 0, tab_width: int = 4) -> None:
        self._paragraphs: list[str] | None = None
        super().__init__(document, width, tab_width)

    @property
    def height(self) -> int:
        """The number of lines."""
        return len(self._offset_to_line_info)

    def span(self, y: int) -> tuple[int, int, int]:
        """Return the paragraph of a line, and where in it the line begins and ends."""
        paragraph, section = self._offset_to_line_info[y]
        offsets = self._wrap_offsets[paragraph]
        end = offsets[section] if section < len(offsets) else len(self.document[paragraph])
        return paragraph, offsets[section - 1] if section else 0, end

    def get_sections(self, line_index: int) -> Sections:  # type: ignore[override]
        """Return the lines of a paragraph."""
        return Sections(self.document[line_index], self._wrap_offsets[line_index])

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines, unless that was done for this width."""
        del tab_width  # no tab is in the text: each is shown as a sign
        if self._paragraphs is not None and width == self._width:
            return
        self._width = width
        self._break_all()

    def _break_all(self) -> None:
        self._paragraphs = list(self.document.lines)
        self._wrap_offsets = [self._broken(paragraph) for paragraph in self._paragraphs]
        self._number(0)

    def _broken(self, paragraph: str) -> list[int]:
        if not self._width:
            return []
        plain = all(CELLS[one] == 1 and (one == " " or not one.isspace()) for one in set(paragraph))
        return list((plain_breaks if plain else breaks)(paragraph, 0, self._width))

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break again what a change concerns.

        Args:
            start: Where it begins.
            old_end: Where it ended before.
            new_end: Where it ends now.
        """
        paragraphs = self._paragraphs or []
        top = min(start[0], len(paragraphs) - 1)
        old_bottom = max(top, min(max(start[0], old_end[0]), len(paragraphs) - 1))
        new_bottom = max(top, old_bottom + self.document.line_count - len(paragraphs))
        new = self.document.lines[top : new_bottom + 1]
        before = self._wrap_offsets[top : old_bottom + 1]
        if len(new) == len(before) == 1:
            after = [self._broken_again(top, new[0], start[1], max(old_end[1], new_end[1]))]
        else:
            after = [self._broken(paragraph) for paragraph in new]
        paragraphs[top : old_bottom + 1] = new
        self._wrap_offsets[top : old_bottom + 1] = after
        if paragraphs != self.document.lines:  # several changes at once were not where they were said to be
            self._break_all()
        elif [len(one) for one in before] != [len(one) for one in after]:
            self._number(top)

    def _broken_again(self, at: int, text: str, start: int, end: int) -> list[int]:
        """Return where a paragraph is broken after a change somewhere between two places of it."""
        old, offsets = (self._paragraphs or [""])[at], self._wrap_offsets[at]
        moved = len(text) - len(old)
        start = min(start, len(text), len(old))
        tail = max(min(len(old), len(text)) - max(end, start), 0)
        if (
            not self._width
            or old[:start] != text[:start]
            or old[len(old) - tail :] != text[len(text) - tail :]
        ):
            return self._broken(text)
        same_from = len(text) - tail
        first = max(bisect_right(offsets, start) - 2, 0)  # a word, once shorter, may go back a line or two
        again = offsets[:first]
        begun = len(again)
        for here in breaks(text, again[-1] if again else 0, self._width):
            if here >= same_from:
                rest = bisect_left(offsets, here - moved)
                if rest < len(offsets) and (
                    offsets[rest] == here - moved or len(again) - begun >= MOST_LINES
                ):
                    return [*again, *(one + moved for one in offsets[rest:])]
            again.append(here)
        return again

    def _number(self, top: int) -> None:
        """Number the lines from a paragraph on."""
        del self._line_index_to_offsets[top:]
        y = self._line_index_to_offsets[-1][-1] + 1 if top else 0
        del self._offset_to_line_info[y:]
        for paragraph in range(top, len(self._wrap_offsets)):
            count = len(self._wrap_offsets[paragraph]) + 1
            self._line_index_to_offsets.append(range(y, y + count))  # type: ignore[arg-type]
            self._offset_to_line_info.extend((paragraph, section) for section in range(count))
            y += count
