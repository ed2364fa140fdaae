"""Where a review line by line stands, and what is known of the segment under review."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.segment import Segment
from transreview.project.project import Project
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.checking import team_checks
from transreview.workflow.terms.glossaries import glossary_paths, project_glossary


class LinearSession:
    """An article of an open project, and the place in it.

    Args:
        project: The project.
        article: The article under review.
        place: 0-based segment to begin with.
    """

    def __init__(self, project: Project, article: Article, place: int = 0) -> None:
        self.project = project
        self.article = article
        self.read_glossary()
        self._fitting: frozenset[int] | None = None
        self.place = max(0, min(place, len(self) - 1))

    def read_glossary(self) -> None:
        """Read the glossaries as they are now, for terms and checks."""
        project, article = self.project, self.article
        glossary = project_glossary(project) if glossary_paths(project) else None
        self._checks = ArticleChecks(project, article, glossary=glossary, settings=team_checks(project.path))
        self._checks.load()
        self._terms = (
            SegmentTerms(glossary, article.source_language, article.target_language) if glossary else None
        )

    def __len__(self) -> int:
        """Return the number of segments that are gone through."""
        return len(self.ids())

    @property
    def total(self) -> int:
        """The number of segments of the article."""
        return len(self.project.segments.ids(self.article.id))

    def ids(self) -> Sequence[int]:
        """Return the segments that are gone through, in reading order; all where none fits any more."""
        everything = list(self.project.segments.ids(self.article.id))
        if self._fitting is None:
            return everything
        return [one for one in everything if one in self._fitting] or everything

    def show_only(self, segment_ids: Sequence[int] | None) -> None:
        """Go through some segments only, from the present one on; through all of them with None."""
        here = self.segment.position
        self._fitting = None if segment_ids is None else frozenset(segment_ids)
        rows = self.project.segments.get_many(self.ids())
        self.place = next((place for place, row in enumerate(rows) if row.position >= here), 0)

    @property
    def segment(self) -> Segment:
        """The segment under review, as it is in the file now."""
        ids = self.ids()
        self.place = min(self.place, len(ids) - 1)
        return self.project.segments.get(ids[self.place])

    def findings(self) -> Sequence[Finding]:
        """Return what the checks find in the segment, after whatever changed."""
        self._fill()
        return self._checks.findings(self.segment)

    def next_with_finding(self) -> bool:
        """Go to the next segment in which a check found something; return whether there is another."""
        self._fill()
        ids = self.ids()
        for offset in range(1, len(ids)):
            place = (self.place + offset) % len(ids)
            if ids[place] in self._checks.worst:
                self.place = place
                return True
        return False

    def _fill(self) -> None:
        self._checks.refresh()
        for _done in self._checks.fill(self.place):
            pass

    def terms(self) -> Sequence[ConceptUse]:
        """Return the glossary's concepts in the segment."""
        segment = self.segment
        return self._terms.uses(segment.source, segment.target) if self._terms else ()

    def go(self, place: int) -> bool:
        """Go to a segment; return whether it is there."""
        if not 0 <= place < len(self):
            return False
        self.place = place
        return True

    def go_to_number(self, number: int) -> bool:
        """Go to a segment by its 1-based number in the article; return whether it is gone through."""
        everything, ids = self.project.segments.ids(self.article.id), self.ids()
        if not 1 <= number <= len(everything) or everything[number - 1] not in ids:
            return False
        self.place = ids.index(everything[number - 1])
        return True

    def go_to(self, segment_ids: Sequence[int]) -> None:
        """Go to the first of some segments; stay where none of them is in this article."""
        wanted = set(segment_ids)
        ids = self.ids()
        self.place = next((place for place, one in enumerate(ids) if one in wanted), self.place)
