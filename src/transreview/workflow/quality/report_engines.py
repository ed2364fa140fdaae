"""The report's part on engines: several machine translations of the same sources, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_document
from transreview.checks.registry import installed_checks
from transreview.checks.segment_text import SegmentText
from transreview.languages import language as language_of
from transreview.model.article import Article
from transreview.model.finding import Severity
from transreview.model.glossary import Glossary
from transreview.scoring.corpus_score import corpus_score
from transreview.scoring.effort import SegmentEffort, total_effort
from transreview.scoring.kept_statistics import kept_statistics
from transreview.scoring.metrics import build_metric
from transreview.scoring.mqm import published_name
from transreview.scoring.significance import compare
from transreview.workflow.quality.checking import team_checks
from transreview.workflow.quality.compared_texts import MACHINE, compared_texts
from transreview.workflow.quality.engines import EngineText, choices, same_source, translations
from transreview.workflow.quality.report_corpus import Contents
from transreview.workflow.quality.report_quality import EngineComparison, EngineRow, Engines, Mqm
from transreview.workflow.quality.scoring import is_handled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from transreview.project import Project


@dataclass(slots=True)
class _Sums:
    """What is added up of one engine over the articles."""

    pieces: list[str] = field(default_factory=list)
    words: int = 0
    errors: int = 0
    efforts: list[SegmentEffort] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Side:
    """The pieces that every engine translated, over all articles into one language."""

    engines: tuple[str, ...]
    language: str
    sums: dict[str, _Sums]
    references: list[str] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    left_out: int = 0


def engines_part(
    project: Project,
    contents: Contents,
    *,
    metrics: Sequence[str],
    samples: int,
    glossary: Glossary | None = None,
    mqm: Mqm | None = None,
) -> Engines | None:
    """Return the engines side by side on the segments that all of them translated, None for one alone.

    Args:
        project: An open project.
        contents: Its articles and segments.
        metrics: Metrics to compute.
        samples: Bootstrap samples; 0 for no comparison.
        glossary: Terms to check the engines' own texts by.
        mqm: The project's MQM figures.
    """
    sides: dict[tuple[tuple[str, ...], str], _Side] = {}
    for group in same_source(project, contents.articles):
        texts = _translations(project, contents, group)
        if len(texts) < 2:
            continue
        names = tuple(text.engine for text in texts)
        key = (tuple(sorted(names)), group[0].target_language)
        side = sides.setdefault(
            key, _Side(engines=names, language=group[0].target_language, sums={n: _Sums() for n in names})
        )
        _add_pieces(project, contents, group[0], texts, side)
        _add_findings(project.path, contents, group[0], texts, side, glossary)
        _add_effort(project, contents, group, side)
    if not sides:
        return None
    # Projects hold one set of engines as a rule; of several, the one with most text is compared.
    side = max(sides.values(), key=lambda one: sum(len(sums.pieces) for sums in one.sums.values()))
    rows = _rows(project, side, metrics)
    return {
        "segments": len(side.articles),
        "articles": len(set(side.articles)),
        "left_out": side.left_out,
        "rows": _engine_rows(side, rows, metrics, mqm),
        "comparisons": _comparisons(side, rows, samples) if side.references and samples else [],
    }


def _translations(project: Project, contents: Contents, group: Sequence[Article]) -> list[EngineText]:
    """Return the translations of one source under different names, the first one's first."""
    found: dict[str, EngineText] = {}
    for article in group:
        for text in translations(project, article, contents.segments[article.id]):
            found.setdefault(text.engine, text)
    return list(found.values())


def _add_pieces(
    project: Project, contents: Contents, article: Article, texts: Sequence[EngineText], side: _Side
) -> None:
    segments = contents.segments[article.id]
    by_name = {text.engine: text for text in texts}
    compared = compared_texts(project, article, segments, texts, reviewed=False)
    if compared is not None:
        pieces = {name: compared.texts[MACHINE, name] for name in by_name}
        references: Sequence[str | None] = compared.references
    else:
        joiner = language_of(article.target_language).joiner or "\n"
        pieces = {
            name: [one or "" for one in text.for_segments(segments, joiner)] for name, text in by_name.items()
        }
        references = [None] * len(segments)
    for index, reference in enumerate(references):
        own = {name: pieces[name][index] for name in side.engines}
        if not all(own.values()):
            side.left_out += 1
            continue
        for name, piece in own.items():
            side.sums[name].pieces.append(piece)
            side.sums[name].words += len(piece.split())
        side.articles.append(article.id)
        if reference is not None:
            side.references.append(reference)


def _add_findings(
    path: Path,
    contents: Contents,
    article: Article,
    texts: Sequence[EngineText],
    side: _Side,
    glossary: Glossary | None,
) -> None:
    """Count what the checks find at error level in each engine's own text of the article."""
    segments = contents.segments[article.id]
    context = CheckContext(
        article.source_language,
        article.target_language,
        glossary=glossary,
        settings=team_checks(path),
        extra_checks=installed_checks(),
    )
    joiner = language_of(article.target_language).joiner or "\n"
    for text in texts:
        own = [
            SegmentText(segment.source, theirs, id=segment.id, kind=segment.kind)
            for segment, theirs in zip(segments, text.for_segments(segments, joiner), strict=True)
            if theirs
        ]
        found = check_document(own, context)
        side.sums[text.engine].errors += sum(
            finding.severity.rank >= Severity.ERROR.rank for ones in found.values() for finding in ones
        )


def _add_effort(project: Project, contents: Contents, group: Sequence[Article], side: _Side) -> None:
    for article in group:
        chosen = choices(project, article.id)
        for segment in contents.segments[article.id]:
            name = chosen.get(segment.key, article.engine)
            if is_handled(segment) and name in side.sums:
                side.sums[name].efforts.append(contents.efforts[segment.id])


Rows = Mapping[str, Mapping[str, "NDArray[Any]"]]


def _rows(project: Project, side: _Side, metrics: Sequence[str]) -> Rows:
    """Return by metric and engine the statistics of every piece; nothing without a reference."""
    rows: dict[str, dict[str, Any]] = defaultdict(dict)
    if len(side.references) != len(side.articles) or not side.articles:
        return rows
    for metric in metrics:
        built = build_metric(metric, side.language)
        for name in side.engines:
            rows[metric][name] = kept_statistics(
                project.cache, built, side.sums[name].pieces, [side.references]
            )
    return rows


def _engine_rows(side: _Side, rows: Rows, metrics: Sequence[str], mqm: Mqm | None) -> list[EngineRow]:
    means = {row["engine"]: row["mean"] for row in mqm["engines"]} if mqm else {}
    found: list[EngineRow] = []
    for name in side.engines:
        sums = side.sums[name]
        scores = [corpus_score(metric, side.language, rows[metric][name]) for metric in metrics if rows]
        found.append(
            {
                "engine": name,
                "segments": len(sums.pieces),
                "words": sums.words,
                "scores": [
                    {"metric": s.metric, "name": s.name, "value": s.value, "signature": s.signature}
                    for s in scores
                ],
                "findings": sums.errors,
                "findings_per_thousand": 1000 * sums.errors / sums.words if sums.words else None,
                "mqm": means.get(published_name(name)),
                "hter": total_effort(sums.efforts).hter,
                "chosen": len(sums.efforts),
            }
        )
    return found


def _comparisons(side: _Side, rows: Rows, samples: int) -> list[EngineComparison]:
    compared = compare(rows, side.language, baseline=side.engines[0], articles=side.articles, samples=samples)
    return [
        {
            "metric": one.metric,
            "engine": one.system,
            "baseline": side.engines[0],
            "difference": one.value - one.baseline,
            "p": one.p_corrected,
            "verdict": one.verdict,
            "resampled": one.resampled,
        }
        for one in compared
    ]
