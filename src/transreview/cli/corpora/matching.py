"""Matching terms in a corpus: each record's terms as a line, and how often each concept is missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transreview.cli.term_matcher import TermMatcher
from transreview.model.glossary import Glossary
from transreview.reports.json_text import dumps
from transreview.workflow.streams.canonical import canonical
from transreview.workflow.streams.part import Part, Record
from transreview.workflow.streams.task import PartResult, Summary, added


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchTask:
    """Finds terms in records of {"source", "target"} or {"text"}.

    Attributes:
        glossary: The terms.
        source_language: Of pairs that do not say.
        target_language: Of pairs that do not say.
        language: Of records with "text" that do not say.
        mend: Put what is certain into each "target".
    """

    glossary: Glossary
    source_language: str | None
    target_language: str | None
    language: str | None
    mend: bool = False
    name: str = "terms match"
    columns: tuple[str, ...] = ()
    grouped: str = ""

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that finds terms in parts."""
        matcher = TermMatcher(
            self.glossary, self.source_language, self.target_language, self.language, mend=self.mend
        )

        def match(part: Part, records: Iterable[tuple[int, Record]]) -> PartResult:
            lines: list[str] = []
            concepts: dict[str, Counter[str]] = {
                "required": Counter(),
                "missing": Counter(),
                "forbidden": Counter(),
            }
            for number, record in records:
                found = matcher.matched(record, place=(part.path.name, number))
                lines.append(dumps(found) + "\n")
                for use in found["terms"]:
                    name = use["concept"]
                    concepts["required"][name] += len(use.get("source", ()))
                    concepts["missing"][name] += use.get("missing", 0)
                    concepts["forbidden"][name] += len(use.get("forbidden", ()))
            counts = {kind: dict(sorted((+counted).items())) for kind, counted in concepts.items()}
            return PartResult("".join(lines).encode(), {"texts": len(lines), **counts})

        return match

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return how often each concept is asked for, missing and rendered by a forbidden word."""
        return {"texts": 0, "required": {}, "missing": {}, "forbidden": {}} | added(summaries)

    def settings(self) -> str:
        """Return what decides the matches besides program and records."""
        return canonical(
            (self.glossary, self.source_language, self.target_language, self.language, self.mend)
        )
