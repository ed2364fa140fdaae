"""Documents: the units of one side of an article, and what of its file stands around them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace

from transreview.formats.cutting import cut_raw
from transreview.formats.inline_marks import marks_within
from transreview.formats.left_out import Beside, Left, remarks
from transreview.model.unit import Granularity, Unit, UnitKind

Span = tuple[int, int]

SLOT = "\ufdd0"
"""Stands twice around the number of a text inside another one; no character that a text may have."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in a file that is not the text of a unit, so that the file can be written again.

    Attributes:
        format: Name of the format whose syntax the gaps are in ("text", "markdown").
        gaps: What stands before each unit's prefix, and after the last unit; one more than units.
        written: Units that stand otherwise in the file than they read (hard-wrapped lines, inline
            tags): index of the unit → the characters of the file.
        syntax: Units that are written another way than the file around them (the title in front
            matter, HTML in Markdown): index of the unit → name of that way.
        archive: The whole file in Base64, where it is an archive; it then has no gaps.
    """

    format: str
    gaps: tuple[str, ...] = ()
    _: KW_ONLY
    written: dict[int, str] = field(default_factory=dict)
    syntax: dict[int, str] = field(default_factory=dict)
    archive: str = ""

    def to_json(self) -> str:
        """Return the layout as one JSON text, for keeping it in a project."""
        kept = {
            "format": self.format,
            "gaps": self.gaps,
            "written": {str(index): text for index, text in self.written.items()},
            "syntax": {str(index): name for index, name in self.syntax.items()},
            "archive": self.archive,
        }
        return json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Layout:
        """Return the layout that `to_json` wrote."""
        data = json.loads(text)
        written = {int(index): raw for index, raw in data.get("written", {}).items()}
        syntax = {int(index): name for index, name in data.get("syntax", {}).items()}
        gaps = tuple(data.get("gaps", ()))
        return cls(data["format"], gaps, written=written, syntax=syntax, archive=data.get("archive", ""))


@dataclass(frozen=True, slots=True)
class Document:
    """One side of an article as read from a file.

    Attributes:
        units: Its paragraphs, or its sentences once `cut`.
        encoding: Python's name of the encoding it was read in.
        newline: The line end most used in it.
        metadata: What the file says of itself (title, author, date), by lower-case name.
        layout: What stands around the units; None where the format cannot be written back.
        left: What was left as it is, no text of it read: kind ("code") → how many.
        beside: What was read beside the running text (footnotes, descriptions of pictures).
        warnings: What is wrong with the file, though all its text was read; one clause each.
    """

    units: tuple[Unit, ...]
    _: KW_ONLY
    encoding: str = "utf-8"
    newline: str = "\n"
    metadata: dict[str, str] = field(default_factory=dict)
    layout: Layout | None = None
    left: dict[Left, int] = field(default_factory=dict)
    beside: dict[Beside, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def remarks(self, name: str) -> list[str]:
        """Return what is to be said of the reading, one sentence each, under the file's name."""
        return remarks(name, self.left, self.beside, self.warnings)

    @property
    def text(self) -> str:
        """All units, one a line: what language identification and messages look at."""
        return "\n".join(unit.text for unit in self.units)

    @property
    def title(self) -> str:
        """The title that the file names or shows; empty when it has none."""
        shown = next((unit.text for unit in self.units if unit.kind is UnitKind.TITLE), "")
        return shown or self.metadata.get("title", "")

    def cut(self, sentences: Callable[[str], Sequence[Span]]) -> Document:
        """Return the document with every paragraph cut into sentences.

        Args:
            sentences: Spans of the sentences of a paragraph, outer blanks left out.

        Returns:
            A document whose units share `paragraph` where they come from one paragraph; the
            first of them keeps the prefix.
        """
        layout = self.layout
        units: list[Unit] = []
        gaps: list[str] = []
        written: dict[int, str] = {}
        syntax: dict[int, str] = {}
        before = layout.gaps[0] if layout and layout.gaps else ""
        for index, unit in enumerate(self.units):
            spans = list(sentences(unit.text)) or [(0, len(unit.text))]
            if before.startswith(SLOT):
                spans = [(0, len(unit.text))]
            raw = layout.written.get(index) if layout else None
            pieces = None if raw is None else cut_raw(raw, unit.text, spans)
            end = 0
            for number, (start, stop) in enumerate(spans):
                gaps.append(before + (pieces[number][0] if pieces else unit.text[end:start]))
                if raw is not None and (pieces or len(spans) == 1):
                    written[len(units)] = pieces[number][1] if pieces else raw
                if layout and index in layout.syntax:
                    syntax[len(units)] = layout.syntax[index]
                prefix = unit.prefix if end == 0 else ""
                marks = marks_within(unit.marks, start, stop)
                units.append(replace(unit, text=unit.text[start:stop], prefix=prefix, marks=marks))
                before, end = "", stop
            rest = pieces[-1][2] if pieces else unit.text[end:]
            before = rest + (layout.gaps[index + 1] if layout and layout.gaps else "")
        if layout and layout.gaps:
            layout = replace(layout, gaps=(*gaps, before), written=written, syntax=syntax)
        return replace(self, units=tuple(units), layout=layout)

    def at(self, granularity: Granularity, sentences: Callable[[str], Sequence[Span]]) -> Document:
        """Return the document at one granularity: itself, or cut into sentences."""
        return self.cut(sentences) if granularity is Granularity.SENTENCE else self
