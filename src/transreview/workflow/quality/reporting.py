"""Reporting: everything a QA lead signs, gathered into one model that all renderers share.

The model is plain data, ready for JSON: `report_model.Report`. The same project gives the same model but
for `run.time` and `run.elapsed`.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from transreview import __version__
from transreview.i18n import _, ngettext
from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.scoring.bootstrap import seed
from transreview.scoring.corpus_score import corpus_score
from transreview.scoring.effort import SegmentEffort, segment_effort
from transreview.scoring.metric_settings import base_name
from transreview.scoring.metrics import METRICS, build_metric, higher_is_better, segment_values
from transreview.terminal_text import textual
from transreview.workflow.quality.compared_texts import MACHINE
from transreview.workflow.quality.engines import translations
from transreview.workflow.quality.report_corpus import (
    Contents,
    article_rows,
    corpus,
    last_people,
    people_rows,
    time_spent,
)
from transreview.workflow.quality.report_engines import engines_part
from transreview.workflow.quality.report_findings import findings_part
from transreview.workflow.quality.report_model import (
    SCHEMA,
    EffortRow,
    Histogram,
    Reference,
    Report,
    Run,
    Score,
)
from transreview.workflow.quality.report_quality import External, Mqm, Terms
from transreview.workflow.quality.report_risk import risk_curve, segment_rows
from transreview.workflow.quality.risk import project_risk
from transreview.workflow.quality.scoring import ProjectScores, is_handled, score_project, start_texts
from transreview.workflow.quality.thresholds import Figures, Limits, judge
from transreview.workflow.quality.trend import add_trend
from transreview.workflow.quality.verdict import verdict
from transreview.workflow.source_date import source_date

if TYPE_CHECKING:
    from transreview.project import Project

HTER_EDGES = tuple(tenth / 10 for tenth in range(11))  # the last bin is 1.0 and above
SCORE_EDGES = tuple(float(tenth) for tenth in range(0, 100, 10))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInput:
    """What a report is made from besides the project itself.

    Attributes:
        findings: Findings of each segment, dismissed ones left out.
        dismissed: Number of findings that a person has dismissed.
        glossary: Terms that the engines' own texts are checked by.
        terms: Figures about terms, None without a glossary.
        penalties: MQM figures, None without annotations.
        rated: By segment's id the MQM penalty that raters gave.
        external: For each metric of another tool the score of each segment id.
        baseline: An earlier report's model, for the trend.
        metrics: Metrics to compute.
        samples: Bootstrap samples; 0 for no intervals.
        limits: What a release must reach.
        command: The command that asked for the report.
    """

    findings: Mapping[int, Sequence[Finding]]
    dismissed: int = 0
    glossary: Glossary | None = None
    terms: Terms | None = None
    penalties: Mqm | None = None
    rated: Mapping[int, float] = field(default_factory=dict)
    external: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    baseline: Report | None = None
    metrics: Sequence[str] = METRICS
    samples: int = 1000
    limits: Limits = field(default_factory=Limits)
    command: str = ""


def build_report(project: Project, path: Path, given: ReportInput) -> Report:
    """Return the report's model.

    Args:
        project: An open project.
        path: Its file, for the name of what was reported.
        given: Everything else that goes in.
    """
    began = time.perf_counter()
    contents = read_contents(project)
    scores = score_project(project, metrics=given.metrics, samples=given.samples)
    findings = findings_part(contents, given.findings, given.dismissed)
    risk = project_risk(
        project,
        given.findings,
        glossary=given.glossary,
        people=contents.people,
        efforts=contents.efforts,
    )
    counted = corpus(contents)
    model: Report = {
        "schema": SCHEMA,
        "run": _run(project, path, contents, given),
        "verdict": {"passed": None, "may_go": False, "obstacles": []},
        "thresholds": [],
        "corpus": counted,
        "scores": _scores(scores),
        "score_histogram": _score_histogram(project, contents, given.metrics),
        "reference": _reference(scores),
        "engines": engines_part(
            project,
            contents,
            metrics=given.metrics,
            samples=given.samples,
            glossary=given.glossary,
            mqm=given.penalties,
        ),
        "effort": _effort(scores),
        "effort_histogram": _effort_histogram(contents),
        "people": people_rows(project, contents, given.findings),
        "time": time_spent(project),
        "mqm": given.penalties,
        "findings": findings,
        "terms": given.terms,
        "external": _external(given.external),
        "articles": article_rows(contents, given.findings),
        "risk": risk_curve(contents, risk, given.findings, given.rated),
        "segments": segment_rows(contents, risk, given.findings),
        "trend": None,
    }
    if given.baseline is not None:
        add_trend(model, given.baseline)
    model["thresholds"] = judge(_figures(model, scores), given.limits)
    model["verdict"] = verdict(counted, findings, model["thresholds"])
    model["run"]["elapsed"] = round(time.perf_counter() - began, 3)
    return model


def read_contents(project: Project) -> Contents:
    """Return a project's articles and segments with what their review started from."""
    articles = project.articles.all()
    segments = {article.id: project.segments.all(article.id) for article in articles}
    started: dict[int, str] = {}
    efforts: dict[int, SegmentEffort] = {}
    for article in articles:
        own = segments[article.id]
        texts = start_texts(project, article, own, translations(project, article, own))
        targets = [segment.target for segment in own]
        done = segment_effort(texts, targets, article.target_language, keeper=project.cache)
        started.update(zip((s.id for s in own), texts, strict=True))
        efforts.update(zip((s.id for s in own), done, strict=True))
    return Contents(
        articles=articles, segments=segments, started=started, efforts=efforts, people=last_people(project)
    )


def project_figures(scores: ProjectScores) -> Figures:
    """Return what limits on a project's scores alone are held against: the worst of its totals."""
    values: dict[str, float] = {}
    for total in scores.totals:
        for text in total.texts:
            if text.text != MACHINE or text.engine != total.engine:
                continue
            for score in text.scores:
                worse = min if higher_is_better(score.metric) else max
                values[score.metric] = worse(values.get(score.metric, score.value), score.value)
    segments = sum(total.segments for total in scores.totals)
    if segments:
        values["confirmed"] = 100 * sum(total.reviewed for total in scores.totals) / segments
        values["approved"] = 100 * sum(total.approved for total in scores.totals) / segments
    known = [total.effort.hter for total in scores.totals if total.effort.hter is not None]
    return Figures(values=values, hter=max(known, default=None))


def _figures(model: Report, scores: ProjectScores) -> Figures:
    of_scores = project_figures(scores)
    mqm, trend = model["mqm"], model["trend"]
    external = {row["name"].lower(): row["mean"] for row in model["external"]}
    return Figures(
        values={**external, **of_scores.values},
        findings=dict(model["findings"]["by_severity"]),  # type: ignore[arg-type]
        hter=of_scores.hter,
        npt=mqm["per_thousand"] if mqm else None,
        new=trend["findings"]["new"] if trend else None,
    )


def _run(project: Project, path: Path, contents: Contents, given: ReportInput) -> Run:
    import sacrebleu

    moment = source_date() or datetime.now(UTC)
    run: Run = {
        "tool": f"transreview {__version__}",
        "time": moment.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "elapsed": 0.0,
        "command": given.command,
        "seed": seed(),
        "sacrebleu": sacrebleu.__version__,
        "project": textual(path.stem),
        "identity": project.identity,
        "inputs": [],
    }
    for article in contents.articles:
        # The file's own bytes change with every journal entry; what was scored is what counts.
        whole, sources = hashlib.sha256(), hashlib.sha256()
        for s in contents.segments[article.id]:
            whole.update("\x1f".join((s.key, s.source, s.machine, s.target, s.reference or "")).encode())
            whole.update(b"\x1e")
        for unit in project.articles.units(article.id, "source"):
            sources.update(unit.text.encode() + b"\x1e")
        run["inputs"].append(
            {"file": article.slug, "sha256": whole.hexdigest(), "source_sha256": sources.hexdigest()}
        )
    return run


def _scores(scores: ProjectScores) -> list[Score]:
    return [
        {
            "article": None if row.name == "total" else row.name,
            "engine": text.engine,
            "language": row.language,
            "text": text.text,
            "metric": score.metric,
            "name": score.name,
            "value": score.value,
            "signature": score.signature,
            "segments": score.segments,
            "higher_is_better": score.higher_is_better,
            "mean": score.mean,
            "interval": score.interval,
            "resampled": score.resampled,
        }
        for row in (*scores.articles, *scores.totals)
        for text in row.texts
        for score in text.scores
    ]


def _score_histogram(project: Project, contents: Contents, metrics: Sequence[str]) -> Histogram | None:
    """Return the segments by chrF of the machine translation that their review started from."""
    from transreview.scoring.kept_statistics import kept_statistics

    spec = next((name for name in metrics if base_name(name) == "chrf"), None)
    if spec is None:
        return None
    values: list[float] = []
    name = ""
    for article in contents.articles:
        own = [s for s in contents.segments[article.id] if s.reference is not None]
        if not own:
            continue
        metric = build_metric(spec, article.target_language, sentence=True)
        rows = kept_statistics(
            project.cache, metric, [contents.started[s.id] for s in own], [[s.reference or "" for s in own]]
        )
        values += segment_values(metric, rows)
        name = corpus_score(spec, article.target_language, rows).name
    if not values:
        return None
    counts = [0] * len(SCORE_EDGES)
    for value in values:
        counts[min(int(value // 10), len(counts) - 1)] += 1
    return {"name": name, "edges": list(SCORE_EDGES), "counts": counts}


def _reference(scores: ProjectScores) -> Reference:
    without = sum(total.without_reference for total in scores.totals)
    no_machine = sum(total.no_machine for total in scores.totals)
    added = sum(total.added for total in scores.totals)
    by_line = sum(total.by_line for total in scores.totals)
    notes = []
    if by_line and scores.has_reference:
        words = ngettext(
            "{count} article is scored line by line, as its texts were given.",
            "{count} articles are scored line by line, as their texts were given.",
            by_line,
        )
        notes.append(words.format(count=by_line))
    if without or no_machine or added:
        notes.append(
            _(
                "Where texts were aligned: segments left out for want of a reference: {without};"
                " without a machine translation, counted as empty: {no_machine};"
                " of the translation alone, counted against nothing: {added}."
            ).format(without=without, no_machine=no_machine, added=added)
        )
    return {
        "present": scores.has_reference,
        "without": without,
        "no_machine": no_machine,
        "added": added,
        "by_line": by_line,
        "note": " ".join(notes),
    }


def _effort(scores: ProjectScores) -> list[EffortRow]:
    rows: list[EffortRow] = []
    for row in (*scores.articles, *scores.totals):
        effort = row.effort
        rows.append(
            {
                "article": None if row.name == "total" else row.name,
                "engine": row.engine,
                "language": row.language,
                "hter": effort.hter,
                "character_rate": effort.character_rate,
                "segments": effort.segments,
                "reviewed": effort.reviewed,
                "untouched": effort.untouched,
                "unchanged": effort.unchanged,
                "words": effort.words,
                "edits": effort.edits,
                "per_thousand_words": effort.per_thousand_words,
                "deciles": list(effort.deciles),
            }
        )
    return rows


def _effort_histogram(contents: Contents) -> Histogram:
    counts = [0] * len(HTER_EDGES)
    for _article, segment in contents.every:
        if is_handled(segment):
            counts[min(int(contents.efforts[segment.id].hter * 10 + 1e-9), 10)] += 1
    return {"name": "HTER", "edges": list(HTER_EDGES), "counts": counts}


def _external(scores: Mapping[str, Mapping[str, float]]) -> list[External]:
    return [
        {"name": name, "mean": sum(values.values()) / len(values), "segments": len(values)}
        for name, values in scores.items()
    ]
