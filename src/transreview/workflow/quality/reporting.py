"""Reporting: everything a QA lead signs, gathered into one model that all renderers share.

The model is plain data, ready for JSON; `reports/schema/report-1.json` describes it. The same project gives
the same model but for `run.time` and `run.elapsed`.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview import __version__
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.finding import Finding, Severity
from transreview.model.segment import Segment, Status
from transreview.scoring.bootstrap import seed
from transreview.scoring.effort import segment_effort, total_effort
from transreview.scoring.metrics import METRICS
from transreview.workflow.quality.mqm_figures import Penalties
from transreview.workflow.quality.scoring import ProjectScores, score_project
from transreview.workflow.terms.figures import TermFigures

if TYPE_CHECKING:
    from transreview.project import Project

SCHEMA = "transreview-report-1"
WORST = 20  # segments shown in full
HISTOGRAM_EDGES = tuple(tenth / 10 for tenth in range(11))  # HTER; the last bin is 1.0 and above

Model = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What a report is made from besides the project itself.

    Attributes:
        findings: Findings of each segment, dismissed ones left out.
        dismissed: Number of findings that a person has dismissed.
        terms: Figures about terms, None without a glossary.
        penalties: MQM figures, None without annotations.
        external: For each metric of another tool the score of each segment id.
        baseline: An earlier report's model, for the trend.
        metrics: Metrics to compute.
        samples: Bootstrap samples; 0 for no intervals.
        command: The command that asked for the report.
    """

    findings: Mapping[int, Sequence[Finding]]
    dismissed: int = 0
    terms: TermFigures | None = None
    penalties: Penalties | None = None
    external: Mapping[str, Mapping[str, float]] | None = None
    baseline: Model | None = None
    metrics: Sequence[str] = METRICS
    samples: int = 1000
    command: str = ""


def build_report(project: Project, path: Path, given: ReportInput) -> Model:
    """Return the report's model.

    Args:
        project: An open project.
        path: Its file, for the name and the hash of what was reported.
        given: Everything else that goes in.
    """
    began = time.perf_counter()
    articles = project.articles.all()
    segments = {article.id: project.segments.all(article.id) for article in articles}
    scores = score_project(project, metrics=given.metrics, samples=given.samples)
    efforts = {
        article.id: segment_effort(
            [s.machine for s in segments[article.id]],
            [s.target for s in segments[article.id]],
            article.target_language,
            keeper=project.cache,
        )
        for article in articles
    }
    hter = {
        s.id: effort.hter
        for article in articles
        for s, effort in zip(segments[article.id], efforts[article.id], strict=True)
    }
    model: Model = {
        "schema": SCHEMA,
        "run": _run(path, articles, segments, given),
        "corpus": _corpus(project, articles, segments),
        "scores": _scores(scores),
        "reference": _reference(scores),
        "effort": _effort(scores),
        "effort_histogram": _histogram(list(hter.values())),
        "time": _time(project),
        "mqm": asdict(given.penalties) if given.penalties else None,
        "findings": _findings(articles, segments, given),
        "terms": asdict(given.terms) if given.terms else None,
        "external": _external(given.external or {}),
        "articles": [
            _article(a, segments[a.id], total_effort(efforts[a.id]).hter, given.findings) for a in articles
        ],
        "worst": _worst(articles, segments, hter, given.findings),
        "thresholds": [],
        "trend": None,
    }
    if given.baseline is not None:
        from transreview.workflow.quality.trend import trend

        model["trend"] = trend(given.baseline, model)
    model["run"]["elapsed"] = round(time.perf_counter() - began, 3)
    return model


def _run(
    path: Path, articles: Sequence[Article], segments: Mapping[int, Sequence[Segment]], given: ReportInput
) -> Model:
    import sacrebleu

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    inputs = []
    for article in articles:
        # The file's own bytes change with every journal entry; what was scored is what counts.
        digest = hashlib.sha256()
        for s in segments[article.id]:
            digest.update("\x1f".join((s.key, s.source, s.machine, s.target, s.reference or "")).encode())
            digest.update(b"\x1e")
        inputs.append({"file": article.slug, "sha256": digest.hexdigest()})
    return {
        "tool": f"transreview {__version__}",
        "time": moment.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "elapsed": 0.0,
        "command": given.command,
        "seed": seed(),
        "sacrebleu": sacrebleu.__version__,
        "project": path.stem,
        "inputs": inputs,
    }


def _corpus(
    project: Project, articles: Sequence[Article], segments: Mapping[int, Sequence[Segment]]
) -> Model:
    every = [s for article in articles for s in segments[article.id]]
    status = Counter(s.status for s in every)
    pairs = sorted({(a.source_language, a.target_language) for a in articles})
    return {
        "articles": len(articles),
        "segments": len(every),
        "source_characters": sum(len(s.source) for s in every),
        "target_words": sum(len(s.target.split()) for s in every),
        "status": {name.value: status[name] for name in Status},
        "reviewed": sum(s.status.is_done for s in every),
        "needs_work": sum(s.needs_work for s in every),
        "untouched": sum(s.is_untouched for s in every),
        "reviewers": sorted({entry.user for entry in project.journal.entries(None) if entry.segment_ids}),
        "languages": [list(pair) for pair in pairs],
    }


def _scores(scores: ProjectScores) -> list[Model]:
    return [
        {
            "article": None if row.name == "total" else row.name,
            "language": row.language,
            "text": text.text,
            **asdict(score),
        }
        for row in (*scores.articles, *scores.totals)
        for text in row.texts
        for score in text.scores
    ]


def _reference(scores: ProjectScores) -> Model:
    without = sum(total.without_reference for total in scores.totals)
    note = ""
    if without:
        note = _("{count} segments have no reference and are left out.").format(count=without)
    return {"present": scores.has_reference, "without": without, "note": note}


def _effort(scores: ProjectScores) -> list[Model]:
    return [
        {
            "article": None if row.name == "total" else row.name,
            "language": row.language,
            **asdict(row.effort),
        }
        for row in (*scores.articles, *scores.totals)
    ]


def _histogram(values: Sequence[float]) -> Model:
    counts = [0] * len(HISTOGRAM_EDGES)
    for value in values:
        counts[min(int(value * 10 + 1e-9), 10)] += 1
    return {"edges": list(HISTOGRAM_EDGES), "counts": counts}


def _time(project: Project) -> Model | None:
    times = project.times.by_segment() if project.times.are_recorded else {}
    if not times:
        return None
    total = sum(times.values())
    return {"seconds": total, "segments": len(times), "per_segment": total / len(times)}


def _findings(
    articles: Sequence[Article], segments: Mapping[int, Sequence[Segment]], given: ReportInput
) -> Model:
    every = [(article, s) for article in articles for s in segments[article.id]]
    counts: Counter[tuple[str, str, str]] = Counter()
    listed = []
    clean = 0
    for article, s in every:
        found = given.findings.get(s.id, ())
        clean += not any(f.severity.rank >= Severity.WARNING.rank for f in found)
        for f in found:
            counts[f.check, f.severity.value, f.mqm] += 1
            listed.append(
                {
                    "fingerprint": f.fingerprint(s.source, s.target),
                    "article": article.slug,
                    "key": s.key,
                    "check": f.check,
                    "severity": f.severity.value,
                    "side": f.side.value,
                    "start": f.start,
                    "end": f.end,
                    "message": f.message,
                    "expected": f.expected,
                    "found": f.found,
                }
            )
    by_severity = {severity.value: 0 for severity in Severity}
    for (_check, severity, _mqm), count in counts.items():
        by_severity[severity] += count
    return {
        "segments": len(every),
        "clean_share": clean / len(every) if every else 1.0,
        "dismissed": given.dismissed,
        "by_severity": by_severity,
        "by_check": [
            {
                "check": check,
                "severity": severity,
                "mqm": mqm,
                "count": count,
                "per_thousand": 1000 * count / len(every),
            }
            for (check, severity, mqm), count in sorted(
                counts.items(), key=lambda item: (-Severity(item[0][1]).rank, -item[1], item[0])
            )
        ],
        "list": listed,
    }


def _external(scores: Mapping[str, Mapping[str, float]]) -> list[Model]:
    return [
        {"name": name, "mean": sum(values.values()) / len(values), "segments": len(values)}
        for name, values in scores.items()
    ]


def _article(
    article: Article, segments: Sequence[Segment], hter: float, findings: Mapping[int, Sequence[Finding]]
) -> Model:
    counts = Counter(f.severity for s in segments for f in findings.get(s.id, ()))
    return {
        "slug": article.slug,
        "title": article.title,
        "source_language": article.source_language,
        "target_language": article.target_language,
        "segments": len(segments),
        "reviewed": sum(s.status.is_done for s in segments),
        "hter": hter,
        "findings": {severity.value: counts[severity] for severity in Severity},
    }


def _worst(
    articles: Sequence[Article],
    segments: Mapping[int, Sequence[Segment]],
    hter: Mapping[int, float],
    findings: Mapping[int, Sequence[Finding]],
) -> list[Model]:
    from transreview.scoring.text_difference import compare

    def badness(s: Segment) -> tuple[int, int, float, int]:
        found = findings.get(s.id, ())
        worst = max((f.severity.rank for f in found), default=-1)
        return -worst, -sum(f.severity.rank == worst for f in found), -hter[s.id], s.id

    by_id = {a.id: a for a in articles}
    every = sorted((s for a in articles for s in segments[a.id]), key=badness)
    rows = []
    for s in every[:WORST]:
        if not findings.get(s.id) and hter[s.id] == 0:
            continue
        rows.append(
            {
                "article": by_id[s.article_id].slug,
                "key": s.key,
                "source_language": by_id[s.article_id].source_language,
                "target_language": by_id[s.article_id].target_language,
                "source": s.source,
                "machine": s.machine,
                "target": s.target,
                "hter": hter[s.id],
                "diff": [[piece.change.value, piece.text] for piece in compare(s.machine, s.target)],
                "findings": [
                    {"check": f.check, "severity": f.severity.value, "message": f.message}
                    for f in findings.get(s.id, ())
                ],
            }
        )
    return rows
