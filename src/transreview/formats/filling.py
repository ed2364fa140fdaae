"""Putting reviewed text back into the file it was read from: everything that is not text stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transreview.formats.document import Layout
from transreview.model.unit import Unit, UnitKind

_LIST_OR_QUOTE = re.compile(r"(?P<quote>>)|(?P<other>\S)")


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


def fill(
    layout: Layout,
    units: Sequence[Unit],
    passages: Sequence[Passage],
    *,
    newline: str = "\n",
    joiner: str = " ",
) -> str:
    """Return a file's characters with new text in it; unchanged text gives the file as it was.

    Args:
        layout: What stands around the units.
        units: The units that were read from the file, in order.
        passages: Its text now; passages with a unit in the order of the units.
        newline: Line end for lines that the file did not have.
        joiner: What stands between two sentences that were not neighbours.

    Returns:
        The characters of the file.
    """
    filler = _Filler(layout, units, newline, joiner)
    for passage in passages:
        if passage.unit is None:
            filler.insert(passage)
        else:
            filler.put(passage.unit, passage.text)
    return filler.text()


class _Filler:
    """Writes unit by unit; what stands before an emptied unit waits for the next one."""

    def __init__(self, layout: Layout, units: Sequence[Unit], newline: str, joiner: str) -> None:
        self.layout = layout
        self.units = units
        self.newline = newline
        self.joiner = joiner
        self.parts: list[str] = []
        self.paragraph: int | None = None  # of the unit put last
        self.prefix = ""  # block markup of the paragraph under way
        self.pending = ""  # markup that an emptied first sentence leaves to the next

    def put(self, index: int, text: str) -> None:
        """Write what stands before a unit, its prefix, and its text."""
        unit, gap = self.units[index], self.layout.gaps[index]
        begins = unit.paragraph != self.paragraph
        if begins:
            self.prefix, self.pending, self.paragraph = unit.prefix, "", unit.paragraph
        if not text:
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

    def insert(self, passage: Passage) -> None:
        """Write text that the file did not have behind what was written last."""
        if not passage.text:
            return
        apart = self.joiner if passage.sentence else self.newline * 2
        lead = apart if self.parts and not self.pending else self.pending
        self.pending = ""
        self.parts.append(lead + self._lines(passage.text, "" if not passage.sentence else self.prefix))

    def text(self) -> str:
        """Return all that was written, and what ends the file."""
        return "".join(self.parts) + self.layout.gaps[-1]

    def _goes_on(self, index: int) -> bool:
        return index + 1 < len(self.units) and self.units[index + 1].paragraph == self.units[index].paragraph

    def _as_written(self, index: int, text: str) -> str:
        unit = self.units[index]
        if text == unit.text:
            return self.layout.written.get(index, text)
        if self.layout.format != "markdown":
            return text.replace("\n", self.newline)
        if self.layout.gaps[index].rstrip(" \t").endswith("|"):
            return re.sub(r"(?<!\\)\|", r"\\|", text.replace("\n", " "))
        if unit.kind in {UnitKind.TITLE, UnitKind.HEADING}:
            return re.sub(r"\s*\n\s*", " ", text)
        return self._lines(text, self.prefix)

    def _lines(self, text: str, prefix: str) -> str:
        """Return text of several lines or paragraphs inside a block: each line keeps its place in it."""
        if self.layout.format != "markdown":
            return text.replace("\n", self.newline)
        inside = continuation(prefix)
        paragraphs = [part for part in re.split(r"\n{2,}", text) if part]
        broken = [part.replace("\n", "\\" + self.newline + inside) for part in paragraphs]
        return (self.newline + inside.rstrip() + self.newline + inside).join(broken)


def continuation(prefix: str) -> str:
    """Return what stands before the further lines of a block: "> - " goes on as ">   "."""
    return _LIST_OR_QUOTE.sub(lambda match: ">" if match["quote"] else " ", prefix)
