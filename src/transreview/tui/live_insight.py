"""Terms and findings of an article under review, as the one engine of findings has them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from transreview.checks.features import LONGEST
from transreview.checks.settings import CheckSettings
from transreview.errors import TransreviewError
from transreview.languages.language import Span
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.tui.insight import Changed, InlineMarks, is_long
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.checking import team_checks
from transreview.workflow.quality.spelling import Spelling

if TYPE_CHECKING:
    from transreview.project.project import Project

KEPT = 1024
STEP_SECONDS = 0.1
"""How long segments are gathered before the screen is told of them."""

_Key = tuple[int, str, str]


class LiveInsight:
    """Looks into segments by the project's glossary and checks.

    Args:
        project: The open project, which is asked what has changed.
        article: The article under review.
        glossary: Its concepts.
    """

    NOTHING = Glossary()

    def __init__(self, project: Project, article: Article, glossary: Glossary) -> None:
        self._checks = ArticleChecks(project, article, glossary=glossary, settings=_team_settings(project))
        self._article = article
        self._terms = SegmentTerms(glossary, article.source_language, article.target_language)
        self.spelling: Spelling | None = Spelling(project, article)
        self._kept: OrderedDict[_Key, Sequence[ConceptUse]] = OrderedDict()

    @property
    def glossary(self) -> Glossary:
        """The concepts that segments are looked into by."""
        return self._checks.glossary or self.NOTHING

    @property
    def is_complete(self) -> bool:
        """Whether all segments were checked and compared."""
        return self._checks.is_complete

    @property
    def progress(self) -> tuple[int, int]:
        """Number of segments checked so far, and of all."""
        return self._checks.progress

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:
        """Return the concepts that the source has and how the translation renders them."""
        text = segment.target if target is None else target
        key = (segment.id, segment.source, text)
        found = self._kept.get(key)
        if found is None:
            too_long = len(segment.source) + len(text) > LONGEST  # the checks say so, and look for nothing
            found = self._kept[key] = () if too_long else self._terms.uses(segment.source, text)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:
        """Return what the checks find, worst first, without what was dismissed."""
        return self._checks.findings(segment, target)

    def is_at_hand(self, segment: Segment) -> bool:
        """Whether terms and findings can be told at once; a very long text takes longer than a key may."""
        if not is_long(segment):
            return True
        return (segment.id, segment.source, segment.target) in self._kept and self._checks.knows(segment)

    def marks(self, segment: Segment) -> InlineMarks:
        """Return the inline marks that the files give both sides beside the texts."""
        return self._checks.marks(segment)

    def unknown(self, segment: Segment, target: str | None = None) -> Sequence[Span]:
        """Return where words stand that no word list knows."""
        text = segment.target if target is None else target
        if self.spelling is None or len(text) > LONGEST:
            return ()
        terms = [match for use in self.terms(segment, text) for match in use.rendered]
        return self.spelling.unknown(segment.source, text, [(one.start, one.end) for one in terms])

    def load(self, reader: Project) -> Changed:
        """Read all segments; return what an earlier run has found in them, if they are as they were.

        Args:
            reader: The project on a connection that only this thread uses.
        """
        self._checks.load(reader)
        if self.spelling is not None:
            _ = self.spelling.speller  # a dictionary is read in the thread that asks for this
        return dict(self._checks.worst)

    def refresh(self) -> Changed:
        """Take in whatever has changed in the project, here or elsewhere."""
        if self.spelling is not None:
            self.spelling.reload()
        return self._told(self._checks.refresh())

    def fill(self, near: int, stopped: Callable[[], bool]) -> Iterator[Changed]:
        """Check what was not checked yet, the nearest segments first; tell of it now and then."""
        gathered: set[int] = set()
        told = monotonic()
        for step in self._checks.fill(near, stopped):
            gathered |= step
            if monotonic() - told > STEP_SECONDS:
                yield self._told(gathered)
                gathered, told = set(), monotonic()
        yield self._told(gathered)

    def keep(self, project: Project) -> None:
        """Keep the findings beside the project for whoever checks the same texts next."""
        self._checks.keep(project)

    def renew(self, glossary: Glossary) -> Changed:
        """Go by another glossary."""
        terms = SegmentTerms(glossary, self._article.source_language, self._article.target_language)
        changed = self._checks.renew(glossary=glossary)
        self._terms = terms
        self._kept.clear()
        return self._told(changed)

    def _told(self, changed: Iterable[int]) -> Changed:
        return {key: self._checks.worst.get(key) for key in changed}


def _team_settings(project: Project) -> CheckSettings:
    """Return the team's choices about checks; those of a file that cannot be read are left out.

    `transreview check` says what is wrong with the file; a review goes on without it.
    """
    try:
        return team_checks(project.path)
    except TransreviewError:
        return CheckSettings()
