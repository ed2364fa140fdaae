"""Applying a glossary: every wrong term with what should stand there, decided on, then changed as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.glossary import Glossary, Term, TermKind, TermMatch
from transreview.model.journal import JournalEntry
from transreview.model.segment import Segment, Status
from transreview.model.unit import UnitKind
from transreview.terminology.overlaps import inside
from transreview.terminology.replacement import Replacement, replacement
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms

if TYPE_CHECKING:
    from transreview.project import Project

CONTEXT = 30
"""Characters shown before and after a replacement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One wrong term in one segment, with what may stand there.

    Attributes:
        segment: The segment as it was read.
        concept_id: The concept that the source has here.
        wrong: The glossary's term that was found.
        right: The preferred term.
        start: First character of the wrong term in the target.
        end: One past its last character.
        found: The wrong term as it stands.
        source_term: The source term that asks for the concept.
        replacement: The right term in the same form, with its candidates.
    """

    segment: Segment
    concept_id: str
    wrong: Term
    right: Term
    start: int
    end: int
    found: str
    source_term: str
    replacement: Replacement

    @property
    def certain(self) -> bool:
        """Whether there is one form that it can be."""
        return self.replacement.certain

    def context(self, width: int = CONTEXT) -> tuple[str, str]:
        """Return the text before and after the wrong term, cut to about `width` characters."""
        target = self.segment.target
        before, after = target[: self.start], target[self.end :]
        left = before if len(before) <= width else "…" + before[-width:]
        right = after if len(after) <= width else after[:width] + "…"
        return left, right

    def result(self, form: str) -> str:
        """Return the whole target with this one term replaced."""
        return self.segment.target[: self.start] + form + self.segment.target[self.end :]


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal that was accepted, with the form that shall stand there."""

    proposal: Proposal
    form: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of applying decisions.

    Attributes:
        entry: The journal entry; None when nothing changed.
        replaced: Terms replaced.
        segments: Segments changed.
        reopened: Segments that had been confirmed or approved and are edited again.
    """

    entry: JournalEntry | None
    replaced: int
    segments: int
    reopened: int


def proposals(
    segments: Iterable[Segment],
    terms: SegmentTerms,
    *,
    concepts: Sequence[str] = (),
    admitted: bool = False,
    unconfirmed_only: bool = False,
) -> Iterator[Proposal]:
    """Find what the glossary would replace.

    Args:
        segments: The segments to look at.
        terms: The glossary for their languages.
        concepts: Only these concepts; all when empty.
        admitted: Propose the preferred term also where an admitted one stands.
        unconfirmed_only: Leave confirmed and approved segments alone.

    Yields:
        Proposals in reading order; none overlaps another of the same segment.
    """
    for segment in segments:
        if not segment.target or (unconfirmed_only and segment.status.is_done):
            continue
        found = [
            proposal
            for use in terms.uses(segment.source, segment.target)
            if not concepts or use.concept.id in concepts
            for proposal in _of_use(segment, use, terms, admitted=admitted)
        ]
        yield from _apart(found)


def project_proposals(
    project: Project,
    glossary: Glossary,
    *,
    article_ids: Sequence[int] = (),
    concepts: Sequence[str] = (),
    admitted: bool = False,
    unconfirmed_only: bool = False,
) -> Iterator[tuple[Article, Proposal]]:
    """Find what a glossary would replace in a project, article by article."""
    by_pair: dict[tuple[str, str], SegmentTerms] = {}
    for article in project.articles.all():
        if article_ids and article.id not in article_ids:
            continue
        pair = (article.source_language, article.target_language)
        terms = by_pair.get(pair)
        if terms is None:
            terms = by_pair[pair] = SegmentTerms(glossary, *pair)
        found = proposals(
            project.segments.each(article.id),
            terms,
            concepts=concepts,
            admitted=admitted,
            unconfirmed_only=unconfirmed_only,
        )
        yield from ((article, proposal) for proposal in found)


def unanswered(project: Project, glossary: Glossary, *, article_ids: Sequence[int] = ()) -> int:
    """Count the forbidden renderings of concepts that prefer no term: only a reader can mend these."""
    by_pair: dict[tuple[str, str], SegmentTerms] = {}
    count = 0
    for article in project.articles.all():
        if article_ids and article.id not in article_ids:
            continue
        pair = (article.source_language, article.target_language)
        terms = by_pair.setdefault(pair, SegmentTerms(glossary, *pair))
        for segment in project.segments.each(article.id):
            uses = terms.uses(segment.source, segment.target) if segment.target else []
            count += sum(wrong.expected is None for use in uses for wrong in use.forbidden)
    return count


def decide(
    found: Iterable[Proposal], choose: Callable[[Proposal], str | None] | None = None
) -> Iterator[Decision]:
    """Turn proposals into decisions.

    Args:
        found: Proposals.
        choose: Asked for each; returns the form, or None to leave the text. Without it every
            certain proposal is accepted and the others are left.
    """
    for proposal in found:
        if choose is not None:
            form = choose(proposal)
        else:
            form = proposal.replacement.form if proposal.certain else None
        if form is not None:
            yield Decision(proposal, form)


def apply(project: Project, decisions: Iterable[Decision]) -> Applied:
    """Make the decided replacements, all as one change that one undo takes back.

    Args:
        project: The project, open for writing.
        decisions: What was accepted; the proposals of one segment must be of one reading of it.

    Raises:
        StaleRevisionError: Somebody changed one of the segments since; nothing was replaced.
    """
    ordered = sorted(decisions, key=lambda decision: decision.proposal.segment.id)
    changes, replaced, reopened = [], 0, 0
    for _id, group in groupby(ordered, key=lambda decision: decision.proposal.segment.id):
        decided = list(group)
        segment = decided[0].proposal.segment
        text = replaced_text(segment.target, decided)
        if text != segment.target:
            changes.append((segment.id, text, segment.revision))
            replaced += len(decided)
            reopened += segment.status in {Status.CONFIRMED, Status.APPROVED}
    if not changes:
        return Applied(None, 0, 0, 0)
    entry = project.segments.replace_many(changes, {"done": "terms", "count": replaced})
    return Applied(entry, replaced, len(changes), reopened)


def mended_text(source: str, target: str, terms: SegmentTerms) -> str:
    """Return a translation outside any project with every certain replacement made."""
    segment = Segment(
        id=0,
        article_id=0,
        key="",
        position=0,
        kind=UnitKind.PARAGRAPH,
        source=source,
        machine=target,
        target=target,
    )
    return replaced_text(target, decide(proposals([segment], terms)))


def replaced_text(target: str, decisions: Iterable[Decision]) -> str:
    """Return a target with decided replacements made, from the right so that offsets hold.

    Raises:
        UsageError: A proposal is not of this text, or two overlap.
    """
    reached = len(target)
    for decision in sorted(decisions, key=lambda d: -d.proposal.start):
        proposal = decision.proposal
        if target[proposal.start : proposal.end] != proposal.found or proposal.end > reached:
            raise UsageError(_("“{term}” does not stand there any more").format(term=proposal.found))
        target = target[: proposal.start] + decision.form + target[proposal.end :]
        reached = proposal.start
    return target


def _of_use(segment: Segment, use: ConceptUse, terms: SegmentTerms, *, admitted: bool) -> Iterator[Proposal]:
    asked = use.source[0]
    source_term = segment.source[asked.start : asked.end]
    preferred = terms.preferred(use.concept)
    if preferred is None:
        return
    for wrong in use.forbidden:
        if wrong.expected is not None:
            yield _proposal(segment, wrong.match, preferred, source_term, wrong.expected)
    if admitted:
        outer = [match for match in use.rendered if match.term.kind is TermKind.PREFERRED]
        for match in use.rendered:
            if match.term.kind is TermKind.ADMITTED and not any(inside(match, other) for other in outer):
                found = segment.target[match.start : match.end]
                fitting = replacement(found, match.term, preferred)
                yield _proposal(segment, match, preferred, source_term, fitting)


def _proposal(
    segment: Segment, match: TermMatch, right: Term, source_term: str, fitting: Replacement
) -> Proposal:
    found = segment.target[match.start : match.end]
    return Proposal(
        segment=segment,
        concept_id=match.concept_id,
        wrong=match.term,
        right=right,
        start=match.start,
        end=match.end,
        found=found,
        source_term=source_term,
        replacement=fitting,
    )


def _apart(found: Sequence[Proposal]) -> list[Proposal]:
    """Keep the longest of proposals that overlap; the others show again once it is applied."""
    kept: list[Proposal] = []
    for proposal in sorted(found, key=lambda p: (p.start - p.end, p.start)):
        if all(proposal.end <= other.start or other.end <= proposal.start for other in kept):
            kept.append(proposal)
    return sorted(kept, key=lambda proposal: proposal.start)
