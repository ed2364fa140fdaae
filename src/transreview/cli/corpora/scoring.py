"""Scoring a corpus: each record's scores as a line, and the corpus's from the sums of all statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.workflow.streams.canonical import canonical
from transreview.workflow.streams.part import Part, Record, text_of
from transreview.workflow.streams.task import PartResult, Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTask:
    """Scores records of {"id", "target", "reference"} ("references" for several).

    Attributes:
        metrics: Names of metrics.
        language: Target language, which decides the metrics' settings.
        references: How many references each record has.
    """

    metrics: tuple[str, ...]
    language: str
    references: int = 1
    name: str = "score"
    columns: tuple[str, ...] = ("target",)
    grouped: str = ""

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that scores parts."""
        from transreview.scoring.metrics import build_metric, segment_values, statistics

        def score(part: Part, records: Iterable[tuple[int, Record]]) -> PartResult:
            found = [
                (
                    str(record.get("id", number)),
                    text_of(record, "target", part.path, number),
                    references_of(record, (str(part.path), number)),
                )
                for number, record in records
            ]
            self._prove(found, part)
            hypotheses = [target for _id, target, _references in found]
            references = [[given[at] for _id, _target, given in found] for at in range(self.references)]
            values: dict[str, list[float]] = {}
            sums: dict[str, list[str]] = {}
            for name in self.metrics:
                metric = build_metric(name, self.language)
                rows = statistics(metric, hypotheses, references)
                values[name] = segment_values(metric, rows)
                # Exact fractions: the sum must not depend on how the corpus is cut.
                sums[name] = [str(sum(map(Fraction, column), Fraction())) for column in rows.T.tolist()]
            lines = "".join(
                dumps({"id": id_, "scores": {name: values[name][at] for name in self.metrics}}) + "\n"
                for at, (id_, _target, _references) in enumerate(found)
            )
            return PartResult(lines.encode(), {"segments": len(found), "statistics": sums})

        return score

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return the scores of the corpus with their signatures."""
        import numpy as np

        from transreview.scoring.metrics import build_metric, value_of

        segments = 0
        totals: dict[str, list[Fraction]] = {}
        for summary in summaries:
            segments += summary["segments"]
            for name, sums in summary["statistics"].items():
                given = [Fraction(text) for text in sums]
                totals[name] = (
                    [a + b for a, b in zip(totals[name], given, strict=True)] if name in totals else given
                )
        scores: dict[str, Any] = {}
        for name, total in totals.items():
            metric = build_metric(name, self.language)
            metric.num_refs = self.references
            value = value_of(metric, np.array([float(one) for one in total]))
            scores[name] = {"score": value, "signature": str(metric.get_signature())}
        return {"segments": segments, "language": self.language, "scores": scores}

    def settings(self) -> str:
        """Return what decides the scores besides program and records."""
        return canonical((self.metrics, self.language, self.references))

    def _prove(self, found: list[tuple[str, str, list[str]]], part: Part) -> None:
        for id_, _target, given in found:
            if len(given) != self.references:
                raise InputError(
                    ngettext(
                        "record {id} has {found} reference, the first one has {expected}",
                        "record {id} has {found} references, the first one has {expected}",
                        len(given),
                    ).format(id=id_, found=len(given), expected=self.references),
                    path=part.path,
                    remedy=_("Every record needs as many references as the first"),
                )


def references_of(record: Record, place: tuple[str, int]) -> list[str]:
    """Return the reference translations of a record.

    Raises:
        InputError: It has none.
    """
    given = record.get("references", record.get("reference"))
    references = given if isinstance(given, list) else [given]
    texts = [one for one in references if isinstance(one, str)]
    if not texts or len(texts) != len(references):
        raise InputError(
            _("this record has no reference"),
            path=place[0],
            line=place[1],
            remedy=_("Every record needs “target” and “reference” (or a list “references”)"),
        )
    return texts
