"""Candidate terms of a corpus: proposed block by block, then counted exactly over all of it.

A corpus does not fit into memory, so candidates are found in blocks of a fixed size (which no option
changes: the answer must not depend on how the work is shared) and those of all blocks are counted in a second
pass, in every form, on both sides. Rank and evidence come from these counts alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transreview.formats import atomic
from transreview.formats.translation_field import unfolded
from transreview.model.glossary import Concept, Glossary, Term
from transreview.reports.json_text import dumps
from transreview.workflow.streams.canonical import canonical
from transreview.workflow.streams.engines import Engine
from transreview.workflow.streams.finished import claimed_folder
from transreview.workflow.streams.part import Part, Record, text_of
from transreview.workflow.streams.run import run_over_corpus
from transreview.workflow.streams.task import PartResult, Summary, added

BLOCK = 5_000  # records in which candidates are looked for together
_A_BLOCK = 200  # candidates taken of each block
_COLUMNS = ("source", "target")
_EARLIER = ("proposed", "counted", "candidates.jsonl", "candidates.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeTask:
    """Finds candidates in each block.

    Attributes:
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        known: Terms that are left out.
    """

    source_language: str
    target_language: str
    known: Glossary
    name: str = "terms extract"
    columns: tuple[str, ...] = _COLUMNS
    grouped: str = ""

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that finds the candidates of a block."""
        from transreview.terminology.extraction import extract

        def propose(part: Part, records: Iterable[tuple[int, Record]]) -> PartResult:
            given = list(records)
            pairs = _pairs(part, given, self.source_language, self.target_language)
            found = extract(
                pairs, self.source_language, self.target_language, glossary=self.known, limit=_A_BLOCK
            )
            candidates = {one.text: one.targets[0].text for one in found}
            return PartResult(
                b"",
                {"records": len(pairs), "others": len(given) - len(pairs), "candidates": [candidates]},
            )

        return propose

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return every candidate with the renderings that the blocks propose, the most frequent first."""
        records = others = 0
        renderings: dict[str, Counter[str]] = defaultdict(Counter)
        for summary in summaries:
            records += summary["records"]
            others += summary["others"]
            for candidates in summary["candidates"]:
                for source, target in candidates.items():
                    renderings[source][target] += 1
        chosen = {
            source: min(counted, key=lambda one: (-counted[one], one))
            for source, counted in renderings.items()
        }
        return {"records": records, "others": others, "candidates": dict(sorted(chosen.items()))}

    def settings(self) -> str:
        """Return what decides the candidates besides program and records."""
        return canonical((self.source_language, self.target_language, self.known))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTask:
    """Counts in how many records candidates, their renderings, and both together stand.

    Attributes:
        candidates: Expression → rendering.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
    """

    candidates: Mapping[str, str]
    source_language: str
    target_language: str
    name: str = "terms extract, counts"
    columns: tuple[str, ...] = _COLUMNS
    grouped: str = ""

    def start(self) -> Callable[[Part, Iterable[tuple[int, Record]]], PartResult]:
        """Return the function that counts in a part."""
        from transreview.terminology import TermIndex

        sources = TermIndex(
            [(text, Term(text, self.source_language)) for text in self.candidates], self.source_language
        )
        targets = TermIndex(
            [(text, Term(target, self.target_language)) for text, target in self.candidates.items()],
            self.target_language,
        )

        def count(part: Part, records: Iterable[tuple[int, Record]]) -> PartResult:
            counts: dict[str, Counter[str]] = {
                name: Counter() for name in ("times", "source", "target", "both")
            }
            for source, target in _pairs(part, records, self.source_language, self.target_language):
                found = [match.concept_id for match in sources.find_all(source)]
                there = {match.concept_id for match in targets.find_all(target)}
                counts["times"].update(found)
                counts["source"].update(set(found))
                counts["target"].update(there)
                counts["both"].update(there.intersection(found))
            return PartResult(b"", {name: dict(sorted(one.items())) for name, one in counts.items()})

        return count

    def joined(self, summaries: Iterable[Summary]) -> Summary:
        """Return the counts of the corpus."""
        return {"times": {}, "source": {}, "target": {}, "both": {}} | added(summaries)

    def settings(self) -> str:
        """Return what decides the counts besides program and records."""
        return canonical((sorted(self.candidates.items()), self.source_language, self.target_language))


def _pairs(
    part: Part, records: Iterable[tuple[int, Record]], source_language: str, target_language: str
) -> list[tuple[str, str]]:
    """Return the texts of the records that do not say that they are in other languages."""
    wanted = {"source_lang": _code(source_language), "target_lang": _code(target_language)}
    records = (
        (number, unfolded(record, (part.path, number), source_language, target_language))
        for number, record in records
    )
    return [
        (text_of(record, "source", part.path, number), text_of(record, "target", part.path, number))
        for number, record in records
        if all(_code(record.get(key) or code) == code for key, code in wanted.items())
    ]


def _code(tag: str) -> str:
    from transreview.languages import language

    return language(tag).code


def extract_from_corpus(
    task: ProposeTask,
    files: Sequence[Path],
    folder: Path,
    engine: Engine,
    *,
    least: int,
    limit: int,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[dict[str, Any]], int]:
    """Find the candidate terms of a corpus and write them to a folder.

    Args:
        task: Languages and known terms.
        files: Files and folders of the corpus.
        folder: Where `candidates.jsonl`, `candidates.csv` (proposed concepts) and the parts go.
        engine: Who works.
        least: Times that a candidate must occur.
        limit: Candidates to keep.
        progress: Called with the number of finished parts and of all, for each of the two passes.

    Returns:
        The candidates with their counts, the best first, and how many records are in other languages.

    Raises:
        UsageError: The folder holds other things.
        ConflictError: Another run is writing there.
    """
    with claimed_folder(folder, _EARLIER):
        proposed = run_over_corpus(
            task, files, folder / "proposed", engine, part_size=BLOCK, progress=progress
        )
        candidates = proposed.summary["candidates"]
        counting = CountTask(
            candidates=candidates, source_language=task.source_language, target_language=task.target_language
        )
        counted = run_over_corpus(
            counting, files, folder / "counted", engine, part_size=BLOCK, progress=progress
        )
        ranked = _ranked(candidates, counted.summary, proposed.summary["records"], least)[:limit]
        atomic.write(folder / "candidates.jsonl", "".join(dumps(one) + "\n" for one in ranked).encode())
        _write_glossary(folder / "candidates.csv", ranked, task)
    return ranked, proposed.summary["others"]


def _ranked(candidates: Mapping[str, str], counts: Summary, records: int, least: int) -> list[dict[str, Any]]:
    """Return the candidates by how surely both sides say them together, and how often."""
    from transreview.terminology.extraction import log_likelihood

    found = []
    for source, target in candidates.items():
        times, both = counts["times"].get(source, 0), counts["both"].get(source, 0)
        alone, there = counts["source"].get(source, 0), counts["target"].get(source, 0)
        if times < least or not both:
            continue
        ratio = log_likelihood(both, alone - both, there - both, records - alone - there + both)
        score = math.log2(times + 1) * both / max(alone, there)
        found.append(
            {
                "source": source,
                "target": target,
                "times": times,
                "segments": alone,
                "target_segments": there,
                "together": both,
                "log_likelihood": round(ratio, 2),
                "score": round(score, 4),
            }
        )
    return sorted(found, key=lambda one: (-one["score"], one["source"]))


def _write_glossary(path: Path, ranked: Sequence[Mapping[str, Any]], task: ProposeTask) -> None:
    from transreview.formats.glossary_csv import write_glossary
    from transreview.formats.glossary_pairs import concept_id
    from transreview.model.glossary import ConceptStatus

    concepts: dict[str, Concept] = {}
    for one in ranked:
        name = concept_id(one["source"])
        concepts.setdefault(
            name,
            Concept(
                name,
                status=ConceptStatus.PROPOSED,
                note=f"{one['times']}; {one['together']}/{one['segments']}",
                terms=(Term(one["source"], task.source_language), Term(one["target"], task.target_language)),
            ),
        )
    write_glossary(path, Glossary(tuple(concepts.values()), (task.source_language, task.target_language)))
