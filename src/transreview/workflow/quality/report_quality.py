"""The report's model, its parts on quality: ratings, findings, terms and engines; see `report_model`."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from transreview.workflow.quality.report_values import Count, SeverityCounts, SeverityName, SideName


class ErrorRow(TypedDict):
    """Marked errors of one category and severity."""

    category: str
    severity: str
    count: Count


class RaterRow(TypedDict):
    """What one annotator did."""

    rater: str
    segments: Count
    errors: Count
    penalty: float


class MqmEngineRow(TypedDict):
    """MQM of one engine's translation."""

    engine: str
    segments: Count
    size: Count
    total: float
    per_thousand: float
    mean: Annotated[float, "mean of the rated segments' scores, 0 the best"]


class Agreement(TypedDict):
    """How far annotators agree on the segments that two or more of them rated."""

    span_f1: float | None
    alpha: float | None
    segments: Count


class Mqm(TypedDict):
    """The MQM figures: of one engine's translation, for several are never one figure."""

    engine: Annotated[str, "whose translation: the project's own, or the worst of several"]
    total: float
    size: Count
    unit: Literal["words", "characters"]
    segments: Annotated[int, "rated segments", {"minimum": 0}]
    per_thousand: float
    quality: float
    calibrated: float | None
    threshold: float | None
    passed: bool | None
    indicative: bool
    errors: list[ErrorRow]
    raters: list[RaterRow]
    engines: list[MqmEngineRow]
    agreement: Agreement | None


class CheckRow(TypedDict):
    """Findings of one check."""

    check: str
    severity: SeverityName
    mqm: str
    count: Count
    per_thousand: Annotated[float, "per 1,000 segments"]
    before: Annotated[int | None, "in the earlier report; null without one"]


class FindingRow(TypedDict):
    """One finding with what it is about."""

    fingerprint: str
    article: str
    key: str
    check: str
    severity: SeverityName
    side: SideName
    start: Count
    end: Count
    words: Annotated[str, "the words it points at"]
    context: Annotated[str, "those words in their surroundings"]
    message: str
    expected: str
    found: str


class Findings(TypedDict):
    """What the checks found."""

    segments: Count
    clean_share: float
    dismissed: Count
    by_severity: SeverityCounts
    by_check: list[CheckRow]
    list: list[FindingRow]


class FailingTermRow(TypedDict):
    """A concept that segments render wrongly or not at all."""

    concept_id: str
    source: str
    preferred: str
    missing: Count
    forbidden: Count


class Terms(TypedDict):
    """Figures about terms."""

    required: Count
    rendered: Count
    success_rate: float | None
    exact_rate: float | None
    consistency: float | None
    forbidden: Count
    failing: list[FailingTermRow]


class External(TypedDict):
    """A metric of another tool."""

    name: str
    mean: float
    segments: Count


class EngineScore(TypedDict):
    """An engine's score over the segments that all engines have."""

    metric: str
    name: str
    value: float
    signature: str


class EngineRow(TypedDict):
    """One engine beside the others, on the same segments."""

    engine: str
    segments: Count
    words: Count
    scores: list[EngineScore]
    findings: Annotated[int, "at error level, in its own text", {"minimum": 0}]
    findings_per_thousand: Annotated[float | None, "per 1,000 words"]
    mqm: Annotated[float | None, "mean of the segments' MQM scores"]
    hter: Annotated[float | None, "of its text against the reviewed segments that started from it"]
    chosen: Annotated[int, "segments whose review started from it", {"minimum": 0}]


class EngineComparison(TypedDict):
    """An engine against the first, corrected by Holm over all comparisons of the report."""

    metric: str
    engine: str
    baseline: str
    difference: float
    p: float
    verdict: Annotated[str, {"enum": ["better", "worse", "no difference"]}]
    resampled: Annotated[str, {"enum": ["articles", "segments"]}]


class Engines(TypedDict):
    """The engines side by side."""

    segments: Annotated[int, "segments that every engine translated", {"minimum": 0}]
    articles: Count
    left_out: Count
    rows: list[EngineRow]
    comparisons: list[EngineComparison]
