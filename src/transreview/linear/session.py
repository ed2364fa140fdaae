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
        glossary = project_glossary(project) if glossary_paths(project) else None
        self._checks = ArticleChecks(project, article, glossary=glossary, settings=team_checks(project.path))
        self._checks.load()
        self._terms = (
            SegmentTerms(glossary, article.source_language, article.target_language) if glossary else None
        )
        self.place = max(0, min(place, len(self) - 1))

    def __len__(self) -> int:
        """Return the number of segments."""
        return len(self.project.segments.ids(self.article.id))

    @property
    def segment(self) -> Segment:
        """The segment under review, as it is in the file now."""
        ids = self.project.segments.ids(self.article.id)
        self.place = min(self.place, len(ids) - 1)
        return self.project.segments.get(ids[self.place])

    def findings(self) -> Sequence[Finding]:
        """Return what the checks find in the segment, after whatever changed."""
        self._checks.refresh()
        for _done in self._checks.fill(self.place):
            pass
        return self._checks.findings(self.segment)

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

    def go_to(self, segment_ids: Sequence[int]) -> None:
        """Go to the first of some segments; stay where none of them is in this article."""
        wanted = set(segment_ids)
        ids = self.project.segments.ids(self.article.id)
        self.place = next((place for place, one in enumerate(ids) if one in wanted), self.place)
