"""The report's model: what `transreview report -o report.json` writes and every renderer reads.

`reports/schema/report-2.json` is made from these classes by `scripts/report_schema.py`; the words behind a
field's type stand there as its description.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

SCHEMA: Literal["transreview-report-2"] = "transreview-report-2"

Count = Annotated[int, {"minimum": 0}]
SeverityName = Literal["info", "warning", "error", "critical"]
SideName = Literal["source", "target"]
ArticleName = Annotated[str | None, "slug; null for all articles into one language"]


class Input(TypedDict):
    """An article that went in."""

    file: str
    sha256: Annotated[str, "of all its texts", {"pattern": "^[0-9a-f]{64}$"}]
    source_sha256: Annotated[str, "of its source", {"pattern": "^[0-9a-f]{64}$"}]


class Run(TypedDict):
    """How the report was made."""

    tool: str
    time: Annotated[str, {"format": "date-time"}]
    elapsed: float
    command: str
    seed: Count
    sacrebleu: str
    project: str
    identity: Annotated[str, "the project's own number; a baseline of another is refused"]
    inputs: list[Input]


class Threshold(TypedDict):
    """A limit, and whether the figure keeps it."""

    name: str
    limit: str
    value: Annotated[float | None, "null: no data, which fails"]
    passed: bool


class Verdict(TypedDict):
    """What to do next."""

    passed: Annotated[bool | None, "null where no threshold was asked for"]
    may_go: Annotated[bool, "thresholds hold, everything is confirmed, nothing at error level is open"]
    obstacles: Annotated[list[str], "what stands in the way, a sentence each"]


class SeverityCounts(TypedDict):
    """How many findings of each severity."""

    info: Count
    warning: Count
    error: Count
    critical: Count


class WordCount(TypedDict):
    """Text of one kind."""

    name: str
    segments: Count
    source_characters: Count
    target_words: Count


class Corpus(TypedDict):
    """What the project holds, and how far its review has come."""

    articles: Count
    segments: Count
    source_characters: Count
    target_words: Count
    status: dict[str, Count]
    reviewed: Annotated[int, "confirmed or approved", {"minimum": 0}]
    approved: Count
    needs_work: Count
    untouched: Annotated[int, "nobody edited, confirmed or approved them", {"minimum": 0}]
    by_status: list[WordCount]
    by_match: Annotated[list[WordCount], "repetitions and fuzzy matches of sources within the project"]
    reviewers: list[str]
    languages: list[tuple[str, str]]


class Score(TypedDict):
    """A metric's value over a text."""

    article: ArticleName
    engine: Annotated[str, "empty where the project has one machine translation without a name"]
    language: str
    text: Annotated[str, "machine translation or reviewed text"]
    metric: str
    name: Annotated[str, "sacrebleu's name with these settings"]
    value: float
    signature: str
    segments: Count
    higher_is_better: bool
    mean: float | None
    interval: Annotated[float | None, "half the width of the 95 % interval"]
    resampled: Annotated[str, {"enum": ["", "articles", "segments"]}]


class Histogram(TypedDict):
    """Segments by value: counts[i] from edges[i] up to edges[i + 1]; the last bin is open."""

    name: str
    edges: list[float]
    counts: list[Count]


class Reference(TypedDict):
    """What the scores compare with."""

    present: bool
    without: Annotated[int, "segments left out: the reference has nothing for them", {"minimum": 0}]
    no_machine: Annotated[int, "segments scored with an empty translation", {"minimum": 0}]
    added: Annotated[int, "segments of the translation alone, scored against nothing", {"minimum": 0}]
    by_line: Annotated[int, "articles scored line by line as they were given", {"minimum": 0}]
    note: str


class EffortRow(TypedDict):
    """Post-editing effort; no figure where nobody has reviewed anything."""

    article: ArticleName
    engine: str
    language: str
    hter: Annotated[float | None, "word edits with shifts / words of the corrected text; sums"]
    character_rate: float | None
    untouched: Annotated[int, "segments left as the machine made them", {"minimum": 0}]
    segments: Count
    reviewed: Annotated[int, "segments that a person edited, confirmed or approved", {"minimum": 0}]
    words: Count
    edits: Count
    per_thousand_words: float | None
    deciles: list[float]


class PersonRow(TypedDict):
    """What one person did."""

    user: str
    segments: Annotated[int, "segments of which this person made the last change", {"minimum": 0}]
    confirmed: Count
    words: Count
    hter: float | None
    seconds: Annotated[float | None, "null where time is not recorded"]
    words_per_hour: float | None
    findings: Annotated[int, "at error level, in those segments", {"minimum": 0}]


class Time(TypedDict):
    """Time that was recorded."""

    seconds: float
    segments: Count
    per_segment: float


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


class ArticleRow(TypedDict):
    """An article's figures."""

    slug: str
    title: str
    engine: str
    source_language: str
    target_language: str
    segments: Count
    reviewed: Count
    untouched: Count
    words: Count
    hter: float | None
    errors_per_thousand: Annotated[float | None, "findings at error level per 1,000 words"]
    findings: SeverityCounts


class Mark(TypedDict):
    """A finding of a segment that is shown in full."""

    check: str
    severity: SeverityName
    message: str
    side: SideName
    start: Count
    end: Count
    expected: str


class SegmentRow(TypedDict):
    """A segment to look at."""

    article: str
    key: str
    engine: str
    status: str
    reviewer: str
    source_language: str
    target_language: str
    source: str
    machine: str
    target: str
    hter: float | None
    risk: Annotated[float, "expected penalty, in minor errors"]
    rank: Annotated[int, "1 is to be read first", {"minimum": 1}]
    reasons: list[str]
    diff: list[tuple[Literal["kept", "added", "removed"], str]]
    findings: list[Mark]


class RiskPoint(TypedDict):
    """What was found after reading so much."""

    read: Annotated[float, "share of the target's characters, riskiest segments first"]
    found: Annotated[float, "share of the errors"]


class RiskCurve(TypedDict):
    """Errors found against text read in the order of risk."""

    basis: Annotated[
        str, {"enum": ["annotations", "edits", "findings", "estimate"]}, "what the errors are measured by"
    ]
    model: Annotated[Literal["general", "project"], "whether this project's own changes were learnt from"]
    at_fifth: Annotated[float, "share found in the first 20 % of the characters"]
    points: list[RiskPoint]


class TrendFindings(TypedDict):
    """Findings since the earlier report."""

    new: Count
    fixed: Count
    unchanged: Count


class TrendCheck(TypedDict):
    """A check's findings then and now."""

    check: str
    before: Count
    now: Count
    new: Count
    fixed: Count


class TrendScore(TypedDict):
    """A score then and now."""

    text: str
    engine: str
    name: str
    before: float
    now: float
    same_signature: bool


class Trend(TypedDict):
    """What changed since an earlier report."""

    since: str
    findings: TrendFindings
    checks: list[TrendCheck]
    scores: list[TrendScore]


class Report(TypedDict):
    """Scores, effort, findings, terms and MQM figures of a project; run.time and run.elapsed alone vary."""

    schema: Literal["transreview-report-2"]
    run: Run
    verdict: Verdict
    thresholds: list[Threshold]
    corpus: Corpus
    scores: list[Score]
    score_histogram: Annotated[Histogram | None, "segments by chrF of the machine translation"]
    reference: Reference
    engines: Engines | None
    effort: list[EffortRow]
    effort_histogram: Histogram
    people: list[PersonRow]
    time: Time | None
    mqm: Mqm | None
    findings: Findings
    terms: Terms | None
    external: list[External]
    articles: list[ArticleRow]
    risk: RiskCurve
    segments: list[SegmentRow]
    trend: Trend | None
