"""What a replacement of terms brings with it: findings that the changed text has, and had not before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_segment
from transreview.checks.segment_text import SegmentText
from transreview.checks.settings import CheckSettings
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.segment import Segment
from transreview.workflow.terms.application import Decision, replaced_text

# Terms are what is replaced; lengths and counts of sentences say nothing of a place.
_OTHERS = ("term.", "len.", "sent.", "cov.")


class Consequence(NamedTuple):
    """A finding that a replacement has caused.

    Attributes:
        segment: The segment as it was before.
        text: The translation with its replacements made.
        finding: What is found in it now.
    """

    segment: Segment
    text: str
    finding: Finding


def consequences(
    decisions: Iterable[Decision], articles: Mapping[int, Article], settings: CheckSettings
) -> Iterator[Consequence]:
    """Yield the findings that decided replacements cause: a word twice, a case that no longer fits.

    Args:
        decisions: The replacements.
        articles: The articles of their segments by number.
        settings: The user's choices about checks.
    """
    contexts: dict[tuple[str, str], CheckContext] = {}
    ordered = sorted(decisions, key=lambda decision: decision.proposal.segment.id)
    for _id, group in groupby(ordered, key=lambda decision: decision.proposal.segment.id):
        decided = list(group)
        segment = decided[0].proposal.segment
        article = articles[segment.article_id]
        pair = (article.source_language, article.target_language)
        context = contexts.setdefault(pair, CheckContext(*pair, settings=settings))
        text = replaced_text(segment.target, decided)
        had = Counter(map(_said, _findings(segment.source, segment.target, context)))
        for finding in _findings(segment.source, text, context):
            if had[_said(finding)]:
                had[_said(finding)] -= 1
            else:
                yield Consequence(segment, text, finding)


def _findings(source: str, target: str, context: CheckContext) -> list[Finding]:
    found = check_segment(SegmentText(source, target), context)
    return [one for one in found if not one.check.startswith(_OTHERS)]


def _said(finding: Finding) -> tuple[str, str]:
    return finding.check, finding.found
