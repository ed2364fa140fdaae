"""Putting reviewed text back into the file it was read from: everything that is not text stays."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field

from transreview.formats.document import SLOT, Layout
from transreview.formats.markdown_filling import markdown_lines, rewritten_heading
from transreview.formats.syntaxes import syntax_writer
from transreview.formats.text_filling import columns_of, wrapped_again
from transreview.model.unit import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of reviewed text and where it belongs.

    Attributes:
        text: The words as they stand now; "" when the unit was emptied or its text moved away.
        unit: 0-based number of the unit of the translation's file that it stands for; None for
            text that the file did not have.
        sentence: Text that the file did not have continues the paragraph before it.
        kind: What it is, for text that the file did not have.
    """

    text: str
    unit: int | None
    sentence: bool = False
    kind: UnitKind = UnitKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Filled:
    """A file with new text in it.

    Attributes:
        text: Its characters.
        lost: Inline marks that could not be kept: number of the unit, and the mark as it stood.
        homeless: Text that the file did not have and has no place for.
    """

    text: str
    lost: list[tuple[int, str]] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)


def fill(
    layout: Layout,
    units: Sequence[Unit],
    passages: Sequence[Passage],
    *,
    newline: str = "\n",
    joiner: str = " ",
) -> Filled:
    """Return a file's characters with new text in it; unchanged text gives the file as it was.

    Args:
        layout: What stands around the units.
        units: The units that were read from the file, in order.
        passages: Its text now; passages with a unit in the order of the units.
        newline: Line end for lines that the file did not have.
        joiner: What stands between two sentences that were not neighbours.
    """
    filler = _Filler(layout, units, newline, joiner)
    for passage in passages:
        if passage.unit is None:
            filler.insert(passage)
        else:
            filler.put(passage.unit, passage.text)
    return filler.filled()


class _Filler:
    """Writes unit by unit; what stands before an emptied unit waits for the next one."""

    def __init__(self, layout: Layout, units: Sequence[Unit], newline: str, joiner: str) -> None:
        self.layout = layout
        self.units = units
        self.newline = newline
        self.joiner = joiner
        self.parts: list[str] = []
        self.slots: dict[str, str] = {}  # text inside other text, put there at the end
        self.lost: list[tuple[int, str]] = []
        self.waiting: list[Passage] = []  # new text behind a unit that takes none
        self.syntax = layout.syntax.get(0, layout.format)  # of the unit put last, or of the first one
        self.columns = columns_of(units, layout.gaps, layout.written) if layout.format == "text" else 0
        self.ahead = False  # new text stands before the first unit, what the file has there already written
        self.paragraph: int | None = None  # of the unit put last
        self.prefix = ""  # block markup of the paragraph under way
        self.pending = ""  # markup that an emptied first sentence leaves to the next

    def put(self, index: int, text: str) -> None:
        """Write what stands before a unit, its prefix, and its text."""
        unit, gap = self.units[index], self.layout.gaps[index]
        if self.ahead and not index:
            gap = self.newline * 2
        if gap.startswith(SLOT):
            self.slots[gap] = self._as_written(index, text)
            return
        self.syntax = self.layout.syntax.get(index, self.layout.format)
        begins = unit.paragraph != self.paragraph
        if begins:
            self.prefix, self.pending, self.paragraph = unit.prefix, "", unit.paragraph
        if not text and self.syntax in {"text", "markdown"}:
            if gap.strip():  # code, a table's bars: not text, so it stays
                self.parts.append(gap)
            elif begins and self._goes_on(index):
                self.pending = gap + unit.prefix
            return
        lead = gap + unit.prefix
        if self.pending:
            lead, self.pending = self.pending, ""
        elif not self.parts and not gap.strip():
            lead = ("" if index else gap) + unit.prefix
        self.parts.append(lead + self._as_written(index, text))
        waiting, self.waiting = self.waiting, []
        for passage in waiting:
            self.insert(passage)

    def insert(self, passage: Passage) -> None:
        """Write text that the file did not have behind what was written last."""
        if not passage.text:
            return
        if self.syntax in {"html", "xhtml"} and self.parts:
            line_break = "<br>" if self.syntax == "html" else "<br/>"
            text = html.escape(passage.text, quote=False).replace("\n", line_break)
            self.parts.append((self.joiner if passage.sentence else line_break) + text)
        elif self.syntax not in {"text", "markdown"}:
            self.waiting.append(passage)
        elif self.paragraph is None and not self.parts:
            self._insert_ahead(passage)
        else:
            apart = self.joiner if passage.sentence else self.newline * 2
            lead = apart if self.parts and not self.pending else self.pending
            self.pending = ""
            prefix = self.prefix if passage.sentence else ""
            self.parts.append(lead + self._lines(passage.text, prefix, "", begins=not passage.sentence))

    def _insert_ahead(self, passage: Passage) -> None:
        """Write text before the first unit: behind the blanks, comments or code that the file begins with."""
        head, text = self.layout.gaps[0], self._lines(passage.text, "", "", begins=True)
        self.ahead = not head.strip() or head.endswith("\n")
        self.parts.append(head + text if self.ahead else text + self.newline * 2)

    def filled(self) -> Filled:
        """Return all that was written, with what ends the file."""
        text = "".join(self.parts) + self.layout.gaps[-1]
        for slot, inner in self.slots.items():
            text = text.replace(slot, inner, 1)
        return Filled(text, self.lost, [passage.text for passage in self.waiting])

    def _goes_on(self, index: int) -> bool:
        return index + 1 < len(self.units) and self.units[index + 1].paragraph == self.units[index].paragraph

    def _as_written(self, index: int, text: str) -> str:
        unit = self.units[index]
        raw = self.layout.written.get(index, unit.text)
        if text == unit.text:
            return raw
        writer = syntax_writer(self.layout.syntax.get(index, self.layout.format))
        if writer is not None:
            lost: list[str] = []
            written = writer(raw, unit.text, text, lost)
            self.lost += [(index, mark) for mark in lost]
            return written
        if self.layout.format != "markdown":
            wrapped = wrapped_again(text, raw, self.layout.gaps[index], self.columns)
            return wrapped if wrapped != text else text.replace("\n", self.newline)
        if unit.kind in {UnitKind.TITLE, UnitKind.HEADING} and "#" in unit.prefix:
            return rewritten_heading(text)
        begins = index == 0 or self.units[index - 1].paragraph != unit.paragraph
        heading = unit.kind in {UnitKind.TITLE, UnitKind.HEADING}
        if heading:
            return self._lines(rewritten_heading(text), self.prefix, raw, begins=begins)
        return self._lines(text, self.prefix, raw, old=unit.text, begins=begins)

    def _lines(self, text: str, prefix: str, raw: str, *, old: str = "", begins: bool) -> str:
        """Return text of several lines or paragraphs inside a block: each line keeps its place in it."""
        if self.layout.format != "markdown":
            return text.replace("\n", self.newline)
        return markdown_lines(text, prefix, raw, old=old, newline=self.newline, begins=begins)
