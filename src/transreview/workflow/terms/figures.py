"""Figures about terms: how many required terms a translation has, in which form, how consistently."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FailingTerm:
    """A concept that segments render wrongly or not at all."""

    concept_id: str
    source: str
    preferred: str
    missing: int
    forbidden: int


@dataclass(frozen=True, slots=True)
class TermFigures:
    """Terms of a text, after the measures of the WMT 2025 terminology task.

    Attributes:
        required: Occurrences of glossary concepts in the source.
        rendered: Of those, the ones the target renders with a preferred or admitted term, one to one.
        success_rate: `rendered` over `required`; 1.0 where nothing was required.
        exact_rate: Of the rendered ones, the share in dictionary form.
        consistency: Share of each concept's most frequent rendering, weighted by frequency.
        forbidden: Forbidden renderings found.
        failing: Concepts by number of failures, worst first.
    """

    required: int
    rendered: int
    success_rate: float
    exact_rate: float
    consistency: float
    forbidden: int
    failing: list[FailingTerm] = field(default_factory=list)
