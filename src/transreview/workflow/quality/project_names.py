"""One name, one form through a whole project: what no article by itself can see."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from transreview.checks.chinese_names import spelled, usual_spelling
from transreview.checks.conditions import names_transliterated
from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.findings import finding_of
from transreview.checks.hit import Hit
from transreview.checks.segment_text import SegmentText
from transreview.checks.settings import CheckSettings
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.segment import Lock, Segment

if TYPE_CHECKING:
    from transreview.checks.comparison import Use
    from transreview.project import Project

CHECK = "name.inconsistent"


class ProjectNames:
    """How the articles of a project spell the Chinese names of their sources, kept true through changes.

    A project of one article has nothing to compare, and costs nothing.

    Args:
        project: An open project.
        settings: The user's choices.
    """

    def __init__(self, project: Project, settings: CheckSettings) -> None:
        articles = project.articles.all()
        self._contexts = {} if len(articles) < 2 else _contexts(articles, settings)
        self._texts: dict[int, SegmentText] = {}
        self._uses: dict[int, tuple[int, list[Use]]] = {}
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._own: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        self._users: dict[str, set[int]] = defaultdict(set)
        for article in self._contexts:
            for segment in project.segments.each(article):
                self._put(segment)

    def update(self, touched: Iterable[int], segments: Iterable[Segment]) -> set[int]:
        """Take in segments that have changed, of whatever article.

        Args:
            touched: Their ids, also of those that are gone.
            segments: Those that are there.

        Returns:
            The segments for which that may make a difference.
        """
        if not self._contexts:
            return set()
        names = {use.thing for key in touched for use in self._taken_out(key)}
        for segment in segments:
            names |= {use.thing for use in self._put(segment)}
        return {key for name in names for key in self._users.get(name, ())}

    def odd(self, key: int) -> list[Finding]:
        """Return the findings of a segment: its names that are spelled otherwise than usual in the project.

        A name that the article itself spells in two ways is left to the check of the article.
        """
        article, uses = self._uses.get(key, (0, ()))
        found = []
        for use in uses if key in self._texts else ():
            context = self._contexts[article]
            usual = usual_spelling(use.thing, self._forms[use.thing], context)
            if usual == use.choice or len(self._own[article, use.thing]) > 1:
                continue
            check = next(check for check in context.checks if check.id == CHECK)
            message = _("“{name}” is spelled otherwise in other articles of the project")
            hit = Hit(use.start, use.end, message.format(name=use.thing), expected=usual)
            finding = finding_of(check, hit, Features(self._texts[key], context), context)
            if finding is not None:
                found.append(finding)
        return found

    def _put(self, segment: Segment) -> Sequence[Use]:
        """Take a segment in, and return the names that it uses."""
        context = self._contexts.get(segment.article_id)
        if context is None or not segment.target.strip():
            return ()
        text = SegmentText(segment.source, segment.target, id=segment.id)
        uses = list(spelled(Features(text, context)))
        for use in uses:
            self._forms[use.thing][use.choice] += 1
            self._own[segment.article_id, use.thing][use.choice] += 1
            self._users[use.thing].add(segment.id)
        if uses and segment.lock is Lock.NONE:  # what nobody may change is told to nobody, but it counts
            self._texts[segment.id] = text
        if uses:
            self._uses[segment.id] = (segment.article_id, uses)
        return uses

    def _taken_out(self, key: int) -> Sequence[Use]:
        """Forget a segment, and return the names that it used."""
        article, uses = self._uses.pop(key, (0, []))
        self._texts.pop(key, None)
        for use in uses:
            for counts in (self._forms[use.thing], self._own[article, use.thing]):
                counts[use.choice] -= 1
                if not counts[use.choice]:
                    del counts[use.choice]
            self._users[use.thing].discard(key)
        return uses


def _contexts(articles: Sequence[Article], settings: CheckSettings) -> dict[int, CheckContext]:
    """Return what the names of each article are checked by, where they are."""
    found: dict[int, CheckContext] = {}
    for article in articles:
        context = CheckContext(article.source_language, article.target_language, settings=settings)
        applies = names_transliterated(context.source, context.target)
        if applies and any(check.id == CHECK for check in context.checks):
            found[article.id] = context
    return found
