"""What stands in the panes: an entry for each term, finding, match, comment and change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.text import Text

from transreview.i18n import _
from transreview.model.annotation import Comment
from transreview.model.finding import Finding
from transreview.model.journal import Action, SegmentChange
from transreview.tui.escape import hidden_characters, visible, visible_line
from transreview.tui.marks import Mark, MarkKind, runs
from transreview.tui.presenting import SEVERITY_MARKS, comparison
from transreview.tui.row import SEVERITY_GLYPHS
from transreview.tui.widgets.entry_pane import Entry
from transreview.tui.widgets.row_layout import RowStyles, mark_style
from transreview.tui.widths import clip
from transreview.words import called

if TYPE_CHECKING:
    from transreview.memory.matches import Match
    from transreview.terminology.segment_terms import ConceptUse

LONGEST_CHANGE = 1_000
"""Characters of a stretch that somebody has changed that are shown."""

LONGEST = 120
"""Cells of what a finding points at that are shown."""


def styled(text: str, marks: Sequence[Mark], colours: Mapping[str, str]) -> Text:
    """Return a marked text for a dialog.

    Args:
        text: The text.
        marks: What is marked in it.
        colours: The variables of the theme.
    """
    shown, styles = visible(text), RowStyles(colours)
    pieces = ((piece, mark_style(kinds, styles) or "") for piece, kinds in runs(shown, 0, len(shown), marks))
    return Text.assemble(*pieces)


def term_entry(use: ConceptUse) -> Entry:
    """Return a concept as the terms pane shows it: source, renderings, and whether one is used."""
    source = use.source[0].term.text if use.source else use.concept.id
    wanted = " / ".join(use.expected)
    bad = bool(use.forbidden) or use.missing
    sign, kind = ("!", MarkKind.WARNING) if bad else ("✓", MarkKind.TERM)
    text = f"{sign} {source} → {wanted}" if wanted else f"{sign} {source}"
    marks = [Mark(0, 1, kind)]
    wrong = Counter(
        f"{one.found} → {one.expected.form}" if one.expected else one.found for one in use.forbidden
    )
    for what, times in wrong.items():  # what is wrong in the same way at several places stands once
        start = len(text) + 3
        text += f"\n  ✗ {what}" + (f" ({times}×)" if times > 1 else "")
        marks.append(Mark(start, start + 1, MarkKind.ERROR))
    if use.concept.definition or use.concept.subject:
        start = len(text)
        text += "\n  " + " · ".join(part for part in (use.concept.subject, use.concept.definition) if part)
        marks.append(Mark(start, len(text), MarkKind.MUTED))
    return Entry(text, tuple(marks), use)


def match_entry(match: Match, source: str) -> Entry:
    """Return a match as the memory pane shows it: percent, its translation, what is another in its source.

    The translation comes first: a low pane has room for one of both. Removed is what only the source of the
    match has, added what only the segment's has, as translators know it.
    """
    from transreview.memory.matches import Kind

    place = match.pair.label or match.pair.collection
    head = f"{match.percent} % {visible_line(place)}"
    marks = [Mark(0, len(head), MarkKind.MUTED)]
    text = f"{head}\n{match.pair.target}"
    if match.kind is Kind.FUZZY:
        body, found = _shortened(match.pair.source, source)
        marks += [Mark(mark.start + len(text) + 1, mark.end + len(text) + 1, mark.kind) for mark in found]
        text += f"\n{body}"
    elif match.kind is Kind.PART:
        text += f"\n{match.pair.source}"
    return Entry(text, tuple(marks), match)


def finding_entries(findings: Sequence[Finding], texts: Sequence[str]) -> list[Entry]:
    """Return findings as the findings pane shows them, after what the symbols for hidden characters mean."""
    hidden = dict.fromkeys(line for text in texts for line in hidden_characters(text))
    return [*(Entry(line) for line in hidden), *(finding_entry(finding) for finding in findings)]


@lru_cache(maxsize=512)
def finding_entry(finding: Finding) -> Entry:
    """Return a finding as the findings pane shows it."""
    sign = SEVERITY_GLYPHS[finding.severity]
    text = f"{sign} {finding.message}"
    about = " → ".join(visible_line(part) for part in (finding.found, finding.expected) if part)
    if about and about not in text:
        text += f"\n  {clip(about, LONGEST)}"
    if finding.fix is not None and finding.fix.text != finding.expected:
        text += "\n  → " + (visible_line(finding.fix.text) or _("(nothing)"))
    start = len(text)
    text += f"\n  {finding.check}" + (" · " + _("Enter mends") if finding.fix else "")
    marks = (Mark(0, 1, SEVERITY_MARKS[finding.severity]), Mark(start, len(text), MarkKind.MUTED))
    return Entry(text, marks, finding)


def comment_entry(comment: Comment, key: str = "") -> Entry:
    """Return a comment with who wrote it and when, after the key of its segment if one is given."""
    head = f"{comment.author} {comment.at.astimezone():%Y-%m-%d %H:%M}"
    if key:
        head = f"{key}  {head}"
    if comment.answers is not None:
        head = f"↳ {head}"
    if not comment.is_open:
        head = _("✓ settled by {user}: {head}").format(user=comment.resolved_by, head=head)
    return Entry(f"{head}\n{comment.text}", (Mark(0, len(head), MarkKind.MUTED),), comment)


def history_entries(changes: Sequence[SegmentChange]) -> list[Entry]:
    """Return what happened to a segment since it was brought in, the latest first."""
    made = [change for change in changes if change.entry.action is not Action.IMPORT]
    return [history_entry(change) for change in reversed(made)]


def history_entry(change: SegmentChange) -> Entry:
    """Return a change with who made it, when, and what it did to the text."""
    from transreview.workflow.journal_sentences import told

    head = f"{change.entry.at.astimezone():%Y-%m-%d %H:%M} {change.entry.user}: {told(change.entry)}"
    marks = [Mark(0, len(head), MarkKind.MUTED)]
    text = head
    if change.before is not None and change.after is not None and change.before != change.after:
        body, found = _shortened(change.before, change.after)
        marks += [Mark(mark.start + len(text) + 1, mark.end + len(text) + 1, mark.kind) for mark in found]
        text += f"\n{body}"
    if change.status_before and change.status_after and change.status_before != change.status_after:
        text += f"\n{called(change.status_before)} → {called(change.status_after)}"
    return Entry(text, tuple(marks), change)


def _shortened(before: str, after: str, around: int = 24) -> tuple[str, list[Mark]]:
    """Return the comparison of two texts with only a little of what was kept."""
    from transreview.scoring.text_difference import Change, compare

    pieces = compare(before, after)
    if sum(len(piece.text) for piece in pieces) < 120:
        return comparison(before, after)
    text, marks = "", list[Mark]()
    for piece in pieces:
        if piece.change is Change.KEPT:
            kept = piece.text
            text += kept if len(kept) <= 2 * around else f"{kept[:around] if text else ''}…{kept[-around:]}"
            continue
        removed = piece.change is Change.REMOVED
        changed = piece.text if len(piece.text) <= LONGEST_CHANGE else f"{piece.text[:LONGEST_CHANGE]}…"
        shown = f"[-{changed}-]" if removed else f"{{+{changed}+}}"
        marks.append(Mark(len(text), len(text) + len(shown), MarkKind.REMOVED if removed else MarkKind.ADDED))
        text += shown
    return text, marks
