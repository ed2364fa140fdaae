"""From a segment to what is shown of it: safe text, marks, comparison with the machine translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from transreview.model.finding import Finding, Severity, Side
from transreview.model.segment import Lock, Segment
from transreview.tui.escape import visible
from transreview.tui.marks import Mark, MarkKind
from transreview.tui.row import Row

if TYPE_CHECKING:
    from transreview.model.inline_mark import InlineMark
    from transreview.terminology.segment_terms import ConceptUse

SEVERITY_MARKS = {
    Severity.INFO: MarkKind.MUTED,
    Severity.WARNING: MarkKind.WARNING,
    Severity.ERROR: MarkKind.ERROR,
    Severity.CRITICAL: MarkKind.ERROR,
}
INLINE_MARKS: Mapping[str, MarkKind] = {
    "strong": MarkKind.STRONG,
    "emphasis": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "formula": MarkKind.CODE,
    "link": MarkKind.LINK,
}
"""How what the file says of words beside the text is shown, as calmly as in print; by kind of inline mark."""

MOST_SHOWN = 50_000
"""Characters of a text that the list shows; the editor shows all."""

LONG = 220
"""Characters of a text that leave room for the answers of a dialog on 80×24."""

_BEFORE = 60  # of them before the place that matters

REMOVED, ADDED = ("[-", "-]"), ("{+", "+}")


def present(
    segment: Segment,
    *,
    terms: Sequence[ConceptUse] = (),
    findings: Sequence[Finding] = (),
    worst: Severity | None = None,
    search: Mapping[Side, Callable[[str], list[tuple[int, int]]]] | None = None,
    compared: bool = False,
    source_inline: Sequence[InlineMark] = (),
    target_inline: Sequence[InlineMark] = (),
) -> Row:
    """Return a segment as the list shows it.

    Args:
        segment: The segment.
        terms: Concepts its source names.
        findings: What the checks found in it.
        worst: The worst finding, when `findings` is not at hand.
        search: Finds what is searched for on each side, to be marked.
        compared: Whether the target is shown as its comparison with the machine translation.
        source_inline: Inline marks that the file gives the source beside its text.
        target_inline: The same of the translation.
    """
    sought = search or {}
    source_marks = [
        *inline_marks(source_inline),
        *term_marks(terms, Side.SOURCE),
        *finding_marks(findings, Side.SOURCE),
    ]
    if compared and not segment.is_untouched:
        target, target_marks = comparison(segment.machine, segment.target)
    else:
        target = segment.target
        target_marks = [
            *inline_marks(target_inline),
            *term_marks(terms, Side.TARGET),
            *finding_marks(findings, Side.TARGET),
        ]
        target_marks += search_marks(sought.get(Side.TARGET), target)
    return Row(
        number=segment.position + 1,
        status=segment.status,
        needs_work=segment.needs_work,
        locked=segment.lock is not Lock.NONE,
        worst=max((finding.severity for finding in findings), key=lambda s: s.rank, default=worst),
        comments=segment.comments,
        source=_shown(segment.source),
        target=_shown(target),
        source_marks=(*source_marks, *search_marks(sought.get(Side.SOURCE), segment.source)),
        target_marks=tuple(target_marks),
    )


def _shown(text: str) -> str:
    """Return a text as the list shows it: of a very long one the beginning, and how much follows."""
    if len(text) <= MOST_SHOWN:
        return visible(text)
    return f"{visible(text[:MOST_SHOWN])}… (+{len(text) - MOST_SHOWN:,})"


def inline_marks(marks: Iterable[InlineMark]) -> list[Mark]:
    """Return marks for words that the file has as links, code, bold or italics."""
    return [Mark(one.start, one.end, INLINE_MARKS[one.kind]) for one in marks if one.kind in INLINE_MARKS]


def term_marks(terms: Iterable[ConceptUse], side: Side) -> list[Mark]:
    """Return marks for the terms of one side; forbidden ones are marked as errors."""
    if side is Side.SOURCE:
        return [Mark(match.start, match.end, MarkKind.TERM) for term in terms for match in term.source]
    marks = []
    for term in terms:
        marks += [Mark(match.start, match.end, MarkKind.TERM) for match in term.rendered]
        marks += [Mark(use.match.start, use.match.end, MarkKind.ERROR) for use in term.forbidden]
    return marks


def finding_marks(findings: Iterable[Finding], side: Side) -> list[Mark]:
    """Return marks for the findings that point into one side; mere remarks are not worth a mark."""
    return [
        Mark(finding.start, finding.end, SEVERITY_MARKS[finding.severity])
        for finding in findings
        if finding.side is side and finding.end > finding.start and finding.severity is not Severity.INFO
    ]


def unknown_marks(spans: Iterable[tuple[int, int]]) -> list[Mark]:
    """Return marks for words that no list knows."""
    return [Mark(start, end, MarkKind.UNKNOWN) for start, end in spans]


def search_marks(find: Callable[[str], list[tuple[int, int]]] | None, text: str) -> list[Mark]:
    """Return marks for every place at which what is searched for stands."""
    return [Mark(start, end, MarkKind.MATCH) for start, end in find(text)] if find else []


def comparison(before: str, after: str) -> tuple[str, list[Mark]]:
    """Return one text that shows what became of another, and its marks.

    What was removed stands in [-…-], what was added in {+…+}, so that it can be read without colour.
    """
    from transreview.scoring.text_difference import Change, compare  # not for the first picture

    text, marks = "", list[Mark]()
    for piece in compare(before, after):
        if piece.change is Change.KEPT:
            text += piece.text
            continue
        (opening, closing), kind = (
            (REMOVED, MarkKind.REMOVED) if piece.change is Change.REMOVED else (ADDED, MarkKind.ADDED)
        )
        start = len(text)
        text += opening + piece.text + closing
        marks.append(Mark(start, len(text), kind))
    return text, marks


def from_difference(text: str, other: str | None) -> str:
    """Return a text as far as a dialog has room for it, from where it begins to differ from another one."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(text, other or "", strict=False))
    return excerpt(text, sum(1 for _pair in alike))


def excerpt(text: str, place: int) -> str:
    """Return a text as far as a dialog has room for it, so that a place of it is seen."""
    if len(text) <= LONG:
        return text
    start = max(0, min(place - _BEFORE, len(text) - LONG))
    if start:
        start = text.find(" ", start, start + _BEFORE) + 1 or start  # at a word
    end = start + LONG
    return f"{'…' * bool(start)}{text[start:end]}{'…' * (end < len(text))}"
