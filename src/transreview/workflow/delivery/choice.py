"""Which segments of a project are handed on: by status, and by words."""

from __future__ import annotations

from dataclasses import dataclass

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.segment import Segment, Status

NEEDS_WORK, UNTRANSLATED = "needs-work", "untranslated"

STATUSES = (*(status.value for status in Status), NEEDS_WORK, UNTRANSLATED)
"""What segments can be chosen by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice of segments; without anything it is all of them.

    Attributes:
        statuses: Those of these statuses; "needs-work" are the flagged ones, "untranslated" those
            without a translation.
        words: Those that have these words in source or translation, in whatever case.
    """

    statuses: tuple[str, ...] = ()
    words: str = ""

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.statuses or self.words)

    def takes(self, segment: Segment) -> bool:
        """Whether a segment is chosen."""
        if self.words:
            words = self.words.casefold()
            if words not in segment.source.casefold() and words not in segment.target.casefold():
                return False
        return not self.statuses or bool(_names(segment) & set(self.statuses))


ALL = Choice()


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
