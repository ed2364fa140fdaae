"""One name, one form through a whole project: what no article by itself can see."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transreview.checks.chinese_names import spelled
from transreview.checks.conditions import names_transliterated
from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.findings import finding_of, worst_first
from transreview.checks.hit import Hit
from transreview.checks.segment_text import SegmentText
from transreview.checks.settings import CheckSettings
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.segment import Segment

if TYPE_CHECKING:
    from transreview.checks.comparison import Use
    from transreview.project import Project

CHECK = "name.inconsistent"


class ProjectNames:
    """How the articles of a project spell the Chinese names of their sources.

    Args:
        project: An open project.
        articles: The articles that are compared.
        settings: The user's choices.
    """

    def __init__(self, project: Project, articles: Sequence[Article], settings: CheckSettings) -> None:
        self._uses: dict[int, list[tuple[int, Use]]] = defaultdict(list)
        self._texts: dict[int, SegmentText] = {}
        self._contexts: dict[int, CheckContext] = {}
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        if len(articles) > 1:
            for article in articles:
                for key, use in self._read(project, article, settings):
                    self._uses[article.id].append((key, use))
                    forms[use.thing][use.choice] += 1
        self._usual = {
            name: min(counts, key=lambda form, counts=counts: (-counts[form], form))  # type: ignore[misc]
            for name, counts in forms.items()
            if len(counts) > 1
        }

    def _read(self, project: Project, article: Article, settings: CheckSettings) -> Iterator[tuple[int, Use]]:
        """Yield the uses of names in an article with their segments, where the check runs."""
        context = CheckContext(article.source_language, article.target_language, settings=settings)
        applies = names_transliterated(context.source, context.target)
        if not applies or all(check.id != CHECK for check in context.checks):
            return
        self._contexts[article.id] = context
        for segment in project.segments.each(article.id):
            if segment.target.strip():
                text = SegmentText(segment.source, segment.target, id=segment.id)
                for use in spelled(Features(text, context)):
                    self._texts[segment.id] = text
                    yield segment.id, use

    def odd(self, article: Article) -> dict[int, list[Finding]]:
        """Return the findings of an article's segments: names spelled otherwise than mostly in the project.

        A name that the article itself spells in two ways is left to the check of the article.
        """
        uses = self._uses.get(article.id, [])
        own: dict[str, set[str]] = defaultdict(set)
        for _key, use in uses:
            own[use.thing].add(use.choice)
        found: dict[int, list[Finding]] = defaultdict(list)
        context = self._contexts.get(article.id)
        for key, use in uses:
            usual = self._usual.get(use.thing, use.choice)
            if context is None or usual == use.choice or len(own[use.thing]) > 1:
                continue
            check = next(check for check in context.checks if check.id == CHECK)
            message = _("“{name}” is spelled otherwise in other articles of the project")
            hit = Hit(use.start, use.end, message.format(name=use.thing), expected=usual)
            finding = finding_of(check, hit, Features(self._texts[key], context), context)
            if finding is not None:
                found[key].append(finding)
        return found


def with_odd_names(
    findings: Sequence[Finding],
    dismissed: Sequence[Finding],
    odd: Sequence[Finding],
    segment: Segment,
    known: set[str],
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """Return a segment's findings and dismissed ones with those of its names among them.

    Args:
        findings: What else was found.
        dismissed: What of it a person has dismissed.
        odd: The findings of names.
        segment: The segment.
        known: Fingerprints that were dismissed.
    """
    gone = [one for one in odd if one.fingerprint(segment.source, segment.target) in known]
    left = [one for one in odd if one not in gone]
    return worst_first([*findings, *left]), [*dismissed, *gone]
