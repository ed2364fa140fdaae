"""Terms across a project: where each concept occurs, how it is rendered, what a glossary change touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from transreview.model.article import Article
from transreview.model.glossary import Concept, Glossary
from transreview.model.segment import Segment
from transreview.terminology.consistency import ConceptRenderings, renderings
from transreview.terminology.index import TermIndex
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms

if TYPE_CHECKING:
    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A concept in a segment of a project."""

    article: Article
    segment: Segment
    use: ConceptUse


@dataclass(slots=True, kw_only=True)
class Usage:
    """How often a project uses a concept.

    Attributes:
        source: Times the sources have it.
        rendered: Allowed term → times the translations have it.
        forbidden: Forbidden term → times the translations have it.
        missing: Segments that have the concept and no term of it.
        segments: Segments that have the concept.
    """

    source: int = 0
    rendered: Counter[str] = field(default_factory=Counter)
    forbidden: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    segments: int = 0

    def take(self, use: ConceptUse) -> None:
        """Count the use of the concept in one more segment."""
        self.source += len(use.source)
        self.rendered.update(match.term.text for match in use.rendered)
        self.forbidden.update(wrong.match.term.text for wrong in use.forbidden)
        self.missing += use.missing
        self.segments += 1


class ProjectTerms:
    """A glossary over a project, its indexes made once for each pair of languages.

    Args:
        project: An open project.
        glossary: The concepts.
    """

    def __init__(self, project: Project, glossary: Glossary) -> None:
        self._project = project
        self._glossary = glossary
        self._by_pair: dict[tuple[str, str], SegmentTerms] = {}

    def of(self, article: Article) -> SegmentTerms:
        """Return the glossary for the languages of an article."""
        pair = (article.source_language, article.target_language)
        terms = self._by_pair.get(pair)
        if terms is None:
            terms = self._by_pair[pair] = SegmentTerms(self._glossary, *pair)
        return terms

    def occurrences(
        self, *, concepts: Sequence[str] = (), article_ids: Sequence[int] = ()
    ) -> Iterator[Occurrence]:
        """Yield every segment that has a concept, in reading order.

        Args:
            concepts: Only these concepts; all when empty.
            article_ids: Only these articles; all when empty.
        """
        for article in self._project.articles.all():
            if article_ids and article.id not in article_ids:
                continue
            terms = self.of(article)
            for segment in self._project.segments.each(article.id):
                for use in terms.uses(segment.source, segment.target):
                    if not concepts or use.concept.id in concepts:
                        yield Occurrence(article, segment, use)

    def usage(self, *, article_ids: Sequence[int] = ()) -> dict[str, Usage]:
        """Count the use of every concept that occurs, by concept id."""
        counts: dict[str, Usage] = {}
        for occurrence in self.occurrences(article_ids=article_ids):
            counts.setdefault(occurrence.use.concept.id, Usage()).take(occurrence.use)
        return counts

    def renderings(self, article: Article) -> list[ConceptRenderings]:
        """Return how an article renders each concept, with the number of the segment of each place."""
        terms = self.of(article)
        segments = self._project.segments.all(article.id)
        return renderings([terms.uses(segment.source, segment.target) for segment in segments])


def changed_concepts(before: Glossary, after: Glossary) -> list[Concept]:
    """Return the concepts that differ between two states of a glossary, in both their versions."""
    old, new = _comparable(before), _comparable(after)
    ids = [id_ for id_ in dict.fromkeys([*old, *new]) if old.get(id_) != new.get(id_)]
    return [side[id_] for id_ in ids for side in (old, new) if id_ in side]


def touched_segments(
    project: Project, changed: Sequence[Concept], *, article_ids: Sequence[int] = (), batch: int = 500
) -> Iterator[tuple[int, list[int]]]:
    """Find the segments whose findings about terms a glossary change may alter.

    A concept asks something only of segments whose source has it, so the rest of a large project
    need not be looked at again. The work is handed out in batches: a screen takes one, serves its
    keys, takes the next.

    Args:
        project: An open project.
        changed: The concepts that changed, as `changed_concepts` gives them.
        article_ids: Only these articles; all when empty.
        batch: Segments looked at in one step.

    Yields:
        Number of segments looked at so far, and the ids of the touched ones among the last batch.
    """
    done = 0
    for article in project.articles.all() if changed else ():
        if article_ids and article.id not in article_ids:
            continue
        index = TermIndex(changed, article.source_language)
        ids = [int(number) for number in project.segments.ids(article.id)]
        for start in range(0, len(ids), batch):
            rows = project.segments.get_many(ids[start : start + batch])
            done += len(rows)
            yield done, [segment.id for segment in rows if index.find_all(segment.source)]


def _comparable(glossary: Glossary) -> dict[str, Concept]:
    return {concept.id: replace(concept, origin=("", 0)) for concept in glossary.concepts}
