"""Aligning a corpus: a document a record, its beads a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transreview.cli.align_stream import aligned
from transreview.model.glossary import Glossary
from transreview.reports.json_text import dumps
from transreview.workflow.streams.canonical import canonical
from transreview.workflow.streams.part import Part, Record
from transreview.workflow.streams.task import PartResult, Summary, added


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignTask:
    """Aligns records of {"id", "source": […], "target": […], "source_lang", "target_lang"}.

    Attributes:
        source_language: Of records that do not say; None to tell it from each.
        target_language: Of records that do not say; None to tell it from each.
        glossary: Terms that speak for a bead.
        calibration: Measured lengths and punctuation, if any.
    """

    source_language: str | None
    target_language: str | None
    glossary: Glossary | None = None
    calibration: object = None
    name: str = "align"
    columns: tuple[str, ...] = ("source", "target")
    grouped: str = ""

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that aligns parts."""

        def align(part: Part, records: Iterable[tuple[int, Record]]) -> PartResult:
            lines: list[str] = []
            shapes: Counter[str] = Counter()
            for number, record in records:
                result = aligned(
                    record,
                    self.source_language,
                    self.target_language,
                    self.glossary,
                    self.calibration,  # type: ignore[arg-type]
                    place=(part.path.name, number),
                )
                shapes.update(f"{len(source)}-{len(target)}" for source, target in result["alignment"])
                lines.append(dumps(result) + "\n")
            return PartResult(
                "".join(lines).encode(), {"documents": len(lines), "beads": dict(sorted(shapes.items()))}
            )

        return align

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return how many documents and beads of each shape there are."""
        return {"documents": 0, "beads": {}} | added(summaries)

    def settings(self) -> str:
        """Return what decides the alignment besides program and records."""
        return canonical((self.source_language, self.target_language, self.glossary, self.calibration))
