"""What the parts of the review screen share: the open article and what is known of it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from transreview.model.article import Article
from transreview.model.finding import Severity, Side
from transreview.model.segment import Segment, Status
from transreview.project.project import Project
from transreview.project.segment_filter import SegmentFilter
from transreview.tui.insight import NoInsight, SegmentInsight
from transreview.tui.keymaps import Keymap
from transreview.tui.session import Session

Finder = Callable[[str], list[tuple[int, int]]]
"""Gives the places of what is searched for in a text."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters of all texts of an article, in reading order."""

    article_id: int
    sources: array[int]
    targets: array[int]


@dataclass(kw_only=True, slots=True)
class ReviewState:
    """The state of a review; view and controllers read it, and each field says who writes it.

    Attributes:
        session: The article under review, and which of its segments are shown.
        keymap: The keys in force.
        insight: Terms and findings of single segments (checks).
        worst: Segment → worst severity and number of findings (checks, and whoever saves a segment).
        checked: Whether all segments of the article were checked (checks).
        counts: Segments by status (counting, and whoever saves a segment).
        flags: Segments marked as needing work (the same).
        lengths: How long all texts are, once they were measured (counting).
        compared: Whether translations are shown as comparisons with the machine's (panes).
        all_terms: Whether the terms of all segments are marked, right ones too (panes).
        filter: The filter in force (filter).
        sought: The segment that was gone to for its finding (navigation).
        finders: What is searched for on each side (search).
    """

    session: Session
    keymap: Keymap
    insight: SegmentInsight = field(default_factory=NoInsight)
    worst: dict[int, tuple[Severity, int]] = field(default_factory=dict)
    checked: bool = False
    counts: dict[Status, int] = field(default_factory=dict)
    flags: int = 0
    lengths: Lengths | None = None
    compared: bool = False
    all_terms: bool = False
    filter: SegmentFilter = field(default_factory=SegmentFilter)
    sought: Segment | None = None
    finders: Mapping[Side, Finder] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """The open project."""
        return self.session.project

    @property
    def article(self) -> Article:
        """The article under review."""
        return self.session.article

    def open(self, article: Article) -> None:
        """Begin with another article, of which nothing is known yet."""
        self.session.open(article)
        self.insight, self.worst, self.checked, self.counts = NoInsight(), {}, False, {}
        self.filter = SegmentFilter()
