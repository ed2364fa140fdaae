"""Which segments of a project are handed on: by status, and by the line of a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.segment import Segment, Status

if TYPE_CHECKING:
    from transreview.project.project import Project

NEEDS_WORK, UNTRANSLATED = "needs-work", "untranslated"

STATUSES = (*(status.value for status in Status), NEEDS_WORK, UNTRANSLATED)
"""What segments can be chosen by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice of segments; without anything it is all of them.

    Attributes:
        statuses: Those of these statuses; "needs-work" are the flagged ones, "untranslated" those
            without a translation.
        among: Those of these ids; None for any.
    """

    statuses: tuple[str, ...] = ()
    among: frozenset[int] | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not self.statuses and self.among is None

    def takes(self, segment: Segment) -> bool:
        """Whether a segment is chosen."""
        if self.among is not None and segment.id not in self.among:
            return False
        return not self.statuses or bool(_names(segment) & set(self.statuses))


ALL = Choice()


def choice_of(
    project: Project, *, statuses: tuple[str, ...] = (), line: str = "", article_id: int | None = None
) -> Choice:
    """Return the choice of the segments of some statuses that fit the line of a filter.

    Args:
        project: The project.
        statuses: Statuses; all when empty.
        line: The line (`workflow.search.filter_line`); empty for any.
        article_id: The article that is exported; None for all.

    Raises:
        UsageError: A word of the line cannot be read.
    """
    if not line.strip():
        return Choice(statuses=statuses)
    from transreview.workflow.search.filtering import fitting

    articles = project.articles.all() if article_id is None else [project.articles.get(article_id)]
    among = frozenset(one for article in articles for one in fitting(project, article, line))
    return Choice(statuses=statuses, among=among)


def _names(segment: Segment) -> set[str]:
    if not segment.target.strip():
        return {UNTRANSLATED}
    return {NEEDS_WORK, segment.status.value} if segment.needs_work else {segment.status.value}


def refuse_part_of_article(choice: Choice, format: str) -> None:  # noqa: A002 - the word of the field
    """Refuse a choice for a format that takes a whole article.

    Raises:
        UsageError: Something would be left out of it.
    """
    if not choice.is_all:
        raise UsageError(
            _("an article is written whole as {format}; --status and --filter choose pairs").format(
                format=format
            ),
            remedy=_("Export to .po, .xlf, .tmx, .csv, .xlsx or --format review."),
        )
