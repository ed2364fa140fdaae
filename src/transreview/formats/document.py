"""Documents: the units of one side of an article, and what of its file stands around them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from transreview.model.unit import Granularity, Unit, UnitKind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in a file that is not the text of a unit, so that the file can be written again.

    Attributes:
        format: Name of the format whose syntax the gaps are in ("text", "markdown").
        gaps: What stands before each unit's prefix, and after the last unit; one more than units.
        written: Units that stand otherwise in the file than they read (hard-wrapped lines): index
            of the unit → the characters of the file.
    """

    format: str
    gaps: tuple[str, ...]
    written: dict[int, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the layout as one JSON text, for keeping it in a project."""
        written = {str(index): text for index, text in self.written.items()}
        return json.dumps({"format": self.format, "gaps": self.gaps, "written": written}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Layout:
        """Return the layout that `to_json` wrote."""
        data = json.loads(text)
        written = {int(index): raw for index, raw in data["written"].items()}
        return cls(data["format"], tuple(data["gaps"]), written)


@dataclass(frozen=True, slots=True)
class Document:
    """One side of an article as read from a file.

    Attributes:
        units: Its paragraphs, or its sentences once `cut`.
        encoding: Python's name of the encoding it was read in.
        newline: The line end most used in it.
        metadata: What the file says of itself (title, author, date), by lower-case name.
        layout: What stands around the units; None where the format cannot be written back.
    """

    units: tuple[Unit, ...]
    encoding: str = "utf-8"
    newline: str = "\n"
    metadata: dict[str, str] = field(default_factory=dict)
    layout: Layout | None = None

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
        units: list[Unit] = []
        gaps: list[str] = []
        written: dict[int, str] = {}
        before = "" if self.layout is None else self.layout.gaps[0]
        for index, unit in enumerate(self.units):
            spans = list(sentences(unit.text)) or [(0, len(unit.text))]
            if len(spans) == 1 and self.layout and index in self.layout.written:
                written[len(units)] = self.layout.written[index]
            end = 0
            for start, stop in spans:
                gaps.append(before + unit.text[end:start])
                prefix = unit.prefix if end == 0 else ""
                units.append(replace(unit, text=unit.text[start:stop], prefix=prefix))
                before, end = "", stop
            before = unit.text[end:] + ("" if self.layout is None else self.layout.gaps[index + 1])
        layout = Layout(self.layout.format, (*gaps, before), written) if self.layout else None
        return replace(self, units=tuple(units), layout=layout)

    def at(self, granularity: Granularity, sentences: Callable[[str], Sequence[Span]]) -> Document:
        """Return the document at one granularity: itself, or cut into sentences."""
        return self.cut(sentences) if granularity is Granularity.SENTENCE else self
