"""Which segments are shown: a filter, and finding the segments that fit it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from transreview.errors import UsageError
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
        "o": _("with open comments"),
        "b": _("bookmarked"),
        "k": _("locked"),
    }


def select(
    project: Project,
    article_id: int,
    wanted: SegmentFilter,
    worst: Mapping[int, tuple[Severity, int]],
    with_check: Callable[[str], set[int]] = lambda _check: set(),
    with_term: Callable[[str], set[int]] = lambda _term: set(),
) -> list[int]:
    """Return the segments that a filter shows, in reading order.

    Args:
        project: The open project.
        article_id: The article.
        wanted: The filter.
        worst: Segments with findings, with the worst severity.
        with_check: Gives the segments in which a check has found something, by the beginning of its id.
        with_term: Gives the segments that a term concerns.
    """
    conditions, said = wanted.conditions, read_line(wanted.text)
    untouched = True if "t" in conditions else False if "d" in conditions else None
    ids: list[int] = list(
        project.segments.select(
            article_id,
            statuses=[status for status in Status if status in wanted.statuses],
            needs_work=True if "w" in conditions else None,
            untouched=untouched,
            commented=True if "n" in conditions else None,
            confidence_below=said.confidence or (UNSURE if "l" in conditions else None),
            locked=True if "k" in conditions else None,
            open_comments=True if "o" in conditions else None,
            bookmarked=True if "b" in conditions else None,
            changed_by=said.user or None,
            changed_since=said.since,
            longer_than=said.longer,
            shorter_than=said.shorter,
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
    if said.check:
        ids = _within(ids, with_check(said.check))
    if said.term:
        ids = _within(ids, with_term(said.term))
    if said.text:
        ids = _within(ids, set(project.search.find(said.text, article_id)))
    return ids


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterLine:
    """What the line of a filter asks for.

    Attributes:
        text: Text that source or translation must hold.
        user: Who must have changed the segment.
        since: From when on it must have been changed.
        check: Beginning of the id of a check that must have found something.
        term: A term, in any form, of which the segment must have the word or the concept.
        confidence: Sureness of the alignment, under which it must be.
        longer: Characters of the source, over which it must be.
        shorter: Characters under which it must be.
    """

    text: str = ""
    user: str = ""
    since: datetime | None = None
    check: str = ""
    term: str = ""
    confidence: float | None = None
    longer: int | None = None
    shorter: int | None = None


_WORD = re.compile(r'(?:^|\s)(by|since|check|term|sure|long):(?:"([^"]+)"|(\S+))')
_SPAN = re.compile(r"(\d+)([hdw])")
_HOURS = {"h": 1, "d": 24, "w": 24 * 7}


def read_line(line: str) -> FilterLine:
    """Read the line of a filter: words such as `by:ნინო`, `since:2d`, `check:num`, and a text.

    What a word asks for stands in quotation marks where it has blanks: `term:"党建 工作"`.

    Raises:
        UsageError: A word cannot be read.
    """
    found = {match[1]: match[2] or match[3] for match in _WORD.finditer(line)}
    return FilterLine(
        text=" ".join(_WORD.sub(" ", line).split()),
        user=found.get("by", ""),
        since=_moment(found["since"]) if "since" in found else None,
        check=found.get("check", ""),
        term=found.get("term", ""),
        confidence=_share(found["sure"]) if "sure" in found else None,
        longer=_length(found.get("long", ""), ">"),
        shorter=_length(found.get("long", ""), "<"),
    )


def _moment(text: str) -> datetime:
    span = _SPAN.fullmatch(text)
    if span:
        return datetime.now(UTC) - timedelta(hours=int(span[1]) * _HOURS[span[2]])
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise UsageError(
            _("“{text}” is no time").format(text=text),
            remedy=_("Write since:3h, since:2d or since:2026-05-01"),
        ) from None


def _share(text: str) -> float:
    digits = text.strip("<%")
    if not digits.isdecimal() or not 0 < int(digits) <= 100:
        raise UsageError(_("“{text}” is no share").format(text=text), remedy=_("Write sure:<80"))
    return int(digits) / 100


def _length(text: str, sign: str) -> int | None:
    if not text or not text.startswith(("<", ">")) or not text[1:].isdecimal():
        if text:
            raise UsageError(_("“{text}” is no length").format(text=text), remedy=_("Write long:>200"))
        return None
    return int(text[1:]) if text[0] == sign else None


def _within(ids: list[int], wanted: Container[int]) -> list[int]:
    return [segment for segment in ids if segment in wanted]
