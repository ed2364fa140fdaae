"""The report's model: what `transreview report -o report.json` writes and every renderer reads.

`reports/schema/report-3.json` is made from these classes by `scripts/report_schema.py`; the words behind a
field's type stand there as its description.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from transreview.workflow.quality.report_quality import Engines, External, Findings, Mqm, Terms
from transreview.workflow.quality.report_values import Count, SeverityCounts, SeverityName, SideName

SCHEMA: Literal["transreview-report-3"] = "transreview-report-3"

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
    """Post-editing effort over what people have reviewed; no figure where they have reviewed nothing."""

    article: ArticleName
    engine: str
    language: str
    hter: Annotated[float | None, "word edits with shifts / words of the corrected text; sums"]
    character_rate: float | None
    segments: Count
    reviewed: Annotated[int, "segments that a person edited, confirmed or approved", {"minimum": 0}]
    untouched: Annotated[int, "the other segments: they are in no figure of this row", {"minimum": 0}]
    unchanged: Annotated[int, "reviewed segments left as the machine made them", {"minimum": 0}]
    words: Annotated[int, "of the reviewed segments", {"minimum": 0}]
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
    at_fifth: Annotated[
        float | None,
        "share found in the first 20 % of the characters; null where people have found nothing yet, or no"
        " whole segment stands in them",
    ]
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

    schema: Literal["transreview-report-3"]
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
