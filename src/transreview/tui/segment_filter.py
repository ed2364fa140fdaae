"""Which segments are shown: a filter, and finding the segments that fit it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.row import status_words

UNSURE = 0.8
"""Confidence of the alignment below which a segment is worth a look."""


@dataclass(frozen=True, slots=True)
class SegmentFilter:
    """Which segments are shown: those that fit one of the statuses and every other condition.

    Attributes:
        statuses: Statuses; empty for all.
        conditions: Letters of the other conditions (`CONDITIONS`).
        text: Text that source or translation must hold; empty for any.
    """

    statuses: frozenset[Status] = frozenset()
    conditions: frozenset[str] = frozenset()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.statuses or self.conditions or self.text)

    @property
    def words(self) -> str:
        """The filter in words."""
        conditions = conditions_in_words()
        parts = [status_words()[status] for status in Status if status in self.statuses]
        parts += [conditions[letter] for letter in conditions if letter in self.conditions]
        if self.text:
            parts.append(f"“{self.text}”")
        return ", ".join(parts)


def conditions_in_words() -> dict[str, str]:
    """Return letter → words of every condition that is no status."""
    return {
        "u": _("unfinished"),
        "w": _("needs work"),
        "f": _("with warnings or errors"),
        "r": _("with errors"),
        "t": _("untouched"),
        "d": _("differs from the machine translation"),
        "n": _("with comments"),
        "l": _("alignment below 80 % sure"),
    }


def select(
    project: Project, article_id: int, wanted: SegmentFilter, worst: Mapping[int, tuple[Severity, int]]
) -> list[int]:
    """Return the segments that a filter shows, in reading order.

    Args:
        project: The open project.
        article_id: The article.
        wanted: The filter.
        worst: Segments with findings, with the worst severity.
    """
    conditions = wanted.conditions
    untouched = True if "t" in conditions else False if "d" in conditions else None
    ids: list[int] = list(
        project.segments.select(
            article_id,
            statuses=[status for status in Status if status in wanted.statuses],
            needs_work=True if "w" in conditions else None,
            untouched=untouched,
            commented=True if "n" in conditions else None,
            confidence_below=UNSURE if "l" in conditions else None,
        )
    )
    if "u" in conditions:
        finished = set(
            project.segments.select(article_id, statuses=[s for s in Status if s.is_done], needs_work=False)
        )
        ids = [segment for segment in ids if segment not in finished]
    for letter, least in (("f", Severity.WARNING), ("r", Severity.ERROR)):
        if letter in conditions:
            ids = _within(ids, {one for one, (severity, _n) in worst.items() if severity.rank >= least.rank})
    if wanted.text:
        ids = _within(ids, set(project.search.find(wanted.text, article_id)))
    return ids


def _within(ids: list[int], wanted: Container[int]) -> list[int]:
    return [segment for segment in ids if segment in wanted]
