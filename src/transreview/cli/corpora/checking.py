"""Checking a corpus: each record's findings as a line, and their counts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transreview.model.finding import Severity
from transreview.workflow.streams.canonical import canonical
from transreview.workflow.streams.part import Part, Record
from transreview.workflow.streams.task import PartResult, Summary, added


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTask:
    """Checks records of {"id", "source", "target", "document", "source_lang", "target_lang"}.

    Attributes:
        recipe: What to check by: `quality.checking_files.Recipe`.
        source_language: Of records that do not say.
        target_language: Of records that do not say.
        shown: Findings below it are counted only.
    """

    recipe: object
    source_language: str
    target_language: str
    shown: Severity
    name: str = "check"
    columns: tuple[str, ...] = ("source", "target")
    grouped: str = "document"

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that checks parts."""
        from transreview.formats.translation_field import unfolded
        from transreview.reports.findings.json_lines import JsonLinesFindings
        from transreview.reports.findings.writing import write_findings
        from transreview.workflow.intake.text_pairs import pair_of
        from transreview.workflow.quality.checking_files import Recipe, batches, check_batches

        recipe = self.recipe
        assert isinstance(recipe, Recipe)

        def check(part: Part, records: Iterable[tuple[int, Record]]) -> PartResult:
            languages = {"source_lang": self.source_language, "target_lang": self.target_language}
            pairs = (
                pair_of(unfolded(languages | record, (part.path.name, number)), part.path.name, number)
                for number, record in records
            )
            out = io.StringIO()
            tally = write_findings(
                check_batches(batches(pairs), recipe), JsonLinesFindings(out), shown=self.shown
            )
            summary: Summary = {
                "texts": tally.texts,
                "flagged": tally.flagged,
                "hidden": tally.hidden,
                "severities": {one.value: count for one, count in sorted(tally.severities.items())},
                "checks": dict(sorted(tally.checks.items())),
            }
            return PartResult(out.getvalue().encode(), summary)

        return check

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return the counts of the corpus."""
        return {"texts": 0, "flagged": 0, "hidden": 0, "severities": {}, "checks": {}} | added(summaries)

    def settings(self) -> str:
        """Return what decides the findings besides program and records."""
        return canonical((self.recipe, self.source_language, self.target_language, self.shown))
