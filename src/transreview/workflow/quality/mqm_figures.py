"""MQM figures of a project from what people rated in it: only what a person said counts as rated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from transreview.i18n import _
from transreview.languages import language
from transreview.model.annotation import ESA_SCORE, NO_ERROR, Annotation
from transreview.model.article import Article
from transreview.model.journal import Action
from transreview.model.rating import Rating
from transreview.model.segment import Segment
from transreview.scoring.agreement import krippendorff_alpha, scores_by_rater, span_f1
from transreview.scoring.mqm import PUBLISHED, Weights, penalty, published_name, segment_scores
from transreview.workflow.quality.mqm_exchange import original
from transreview.workflow.quality.report_quality import Agreement, ErrorRow, Mqm, MqmEngineRow, RaterRow

if TYPE_CHECKING:
    from transreview.project import Project

Unit = Literal["words", "characters"]


def project_ratings(project: Project, *, as_given: bool = True) -> list[Rating]:
    """Return what was rated in a project as MQM rows, those brought in first.

    A person who marked errors in an article and confirmed or approved other segments of it has rated those
    too: they get a row without an error. Nobody else has rated anything, and a program's
    marks are no ratings.

    Args:
        project: An open project.
        as_given: Keep the numbers and system names of the file that rows were brought in with; otherwise
            all rows have the project's own, so that ratings of one segment meet.
    """
    articles = {article.id: article for article in project.articles.all()}
    segments = {segment.id: segment for segment in project.segments.all()}
    rows: list[Rating] = []
    places: list[tuple[Article, Segment, Annotation]] = []
    made_here: dict[int, list[Annotation]] = defaultdict(list)
    for annotation in project.annotations.all():
        if annotation.type == ESA_SCORE or annotation.segment_id not in segments or annotation.by_machine:
            continue
        row = original(annotation)
        if row is not None:
            segment = segments[annotation.segment_id]
            article = articles[segment.article_id]
            rows.append(row)
            places.append((article, segment, annotation))
        else:
            made_here[annotation.segment_id].append(annotation)
    if not as_given:
        rows = _renamed(rows, places)
    if not made_here:
        return rows
    marked_in: dict[int, set[str]] = defaultdict(set)
    for segment_id, found in made_here.items():
        marked_in[segments[segment_id].article_id] |= {a.annotator for a in found}
    confirmed = _confirmed_by(project)
    for segment in segments.values():
        article = articles[segment.article_id]
        found = made_here.get(segment.id, [])
        rows += [_row(article, segment, annotation) for annotation in found]
        who = confirmed.get(segment.id)
        if segment.status.is_done and who in marked_in[article.id] - {a.annotator for a in found}:
            rows.append(_clean(article, segment, str(who)))
    return rows


def _renamed(rows: Sequence[Rating], places: Sequence[tuple[Article, Segment, Annotation]]) -> list[Rating]:
    """Return rows that were brought in under the project's own numbers and names of engines.

    Where a project names no engine and its rows are of several systems, their own names stay: what is of
    two systems is never counted as of one.
    """
    unnamed = {
        row.system
        for row, (article, _segment, annotation) in zip(rows, places, strict=True)
        if not annotation.system and not article.engine
    }
    return [
        replace(
            row,
            system=row.system
            if len(unnamed) > 1 and not annotation.system and not article.engine
            else _system(article, annotation),
            document=article.slug,
            segment=f"{article.slug}/{segment.key}",
        )
        for row, (article, segment, annotation) in zip(rows, places, strict=True)
    ]


def _system(article: Article, annotation: Annotation | None = None) -> str:
    return (annotation.system if annotation else "") or article.engine or _("machine translation")


def _confirmed_by(project: Project) -> dict[int, str]:
    """Return who set the status of each segment last."""
    who: dict[int, str] = {}
    for entry in reversed(project.journal.entries(None)):
        if entry.action is Action.STATUS:
            who.update(dict.fromkeys(entry.segment_ids, entry.user))
    return who


def project_esa(project: Project) -> dict[int, float]:
    """Return the ESA score of each scored segment: the mean of its annotators' scores, 0 to 100.

    ESA (Kocmi et al. 2024, "Error Span Annotation"): spans with a severity and no category, then a score.
    """
    scores: dict[int, list[float]] = {}
    for annotation in project.annotations.all():
        if annotation.type == ESA_SCORE and not annotation.by_machine:
            scores.setdefault(annotation.segment_id, []).append(float(annotation.note))
    return {segment_id: sum(given) / len(given) for segment_id, given in scores.items()}


def project_penalties(
    project: Project, *, threshold: float | None = None, weights: Weights = PUBLISHED
) -> Mqm | None:
    """Return the MQM figures of a project, or None where nobody has rated anything.

    The size is counted in words of the rated translations; where all are in a language written without
    spaces, in characters.
    """
    ratings = project_ratings(project, as_given=False)
    if not ratings:
        return None
    spaced = any(language(article.target_language).spaced for article in project.articles.all())
    unit: Unit = "words" if spaced else "characters"
    engines = _engine_rows(ratings, unit, weights)
    engine = _headline(project, engines)
    own = [rating for rating in ratings if published_name(rating.system) == engine]
    size = rated_size(own, unit)
    if not size:
        return None
    figures = penalty(own, size, unit=unit, threshold=threshold, weights=weights)
    return {
        "total": figures.total,
        "size": figures.size,
        "unit": unit,
        "engine": engine,
        "segments": len(segment_scores(own, weights)),
        "per_thousand": figures.per_thousand,
        "quality": figures.quality,
        "calibrated": figures.calibrated,
        "threshold": threshold,
        "passed": figures.passed,
        "indicative": figures.indicative,
        "errors": _error_rows(own),
        "raters": _rater_rows(ratings, weights),
        "engines": engines,
        "agreement": agreement(ratings, weights),
    }


def _headline(project: Project, engines: Sequence[MqmEngineRow]) -> str:
    """Return the engine whose figures stand first: the one the project starts from, or the worst."""
    names = {published_name(_system(article)) for article in project.articles.all()}
    own = [row for row in engines if row["engine"] in names]
    candidates = own if len(own) == 1 else engines
    return max(candidates, key=lambda row: row["per_thousand"])["engine"]


def rated_penalties(project: Project, weights: Weights = PUBLISHED) -> dict[int, float]:
    """Return by segment's id the penalty that raters gave it, the mean over engines."""
    slugs = {article.id: article.slug for article in project.articles.all()}
    ids = {f"{slugs[s.article_id]}/{s.key}": s.id for s in project.segments.all()}
    found: dict[int, list[float]] = defaultdict(list)
    for (_system, number), score in segment_scores(project_ratings(project, as_given=False), weights).items():
        found[ids[number]].append(abs(score))
    return {segment_id: sum(scores) / len(scores) for segment_id, scores in found.items()}


def rated_size(ratings: Sequence[Rating], unit: Unit) -> int:
    """Return the words or characters of the rated translations, each counted once."""
    texts = {(published_name(r.system), r.segment): r.target for r in ratings}
    if unit == "characters":
        return sum(len("".join(text.split())) for text in texts.values())
    return sum(len(text.split()) for text in texts.values())


def agreement(ratings: Sequence[Rating], weights: Weights = PUBLISHED) -> Agreement | None:
    """Return how far raters agree over the segments that both of a pair rated; None where there are none.

    Span F1 is the mean over all pairs of raters with a segment in common; alpha is Krippendorff's, of the
    raters' penalties.
    """
    rated: dict[str, set[tuple[str, str]]] = defaultdict(set)
    by_rater: dict[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        rated[rating.rater].add((rating.system, rating.segment))
        by_rater[rating.rater].append(rating)
    values = []
    twice: set[tuple[str, str]] = set()
    for one, other in combinations(by_rater, 2):
        both = rated[one] & rated[other]
        if not both:
            continue
        twice |= both
        first, second = (
            [r for r in by_rater[rater] if (r.system, r.segment) in both] for rater in (one, other)
        )
        values.append(span_f1(first, second))
    if not twice:
        return None
    alpha = krippendorff_alpha(scores_by_rater((r, weights.of(r)) for r in ratings))
    return {"span_f1": sum(values) / len(values), "alpha": alpha, "segments": len(twice)}


def _row(article: Article, segment: Segment, annotation: Annotation) -> Rating:
    return Rating(
        system=_system(article, annotation),
        document=article.slug,
        segment=f"{article.slug}/{segment.key}",
        rater=annotation.annotator,
        source=segment.source,
        target=segment.target,
        category=annotation.type,
        severity=annotation.severity.capitalize() if annotation.is_error else "No-error",
        side=annotation.side,
        start=annotation.start,
        end=annotation.end,
        comment=annotation.note,
        document_segment=segment.key,
    )


def _clean(article: Article, segment: Segment, rater: str) -> Rating:
    return Rating(
        system=_system(article),
        document=article.slug,
        segment=f"{article.slug}/{segment.key}",
        rater=rater,
        source=segment.source,
        target=segment.target,
        category=NO_ERROR,
        severity="No-error",
        document_segment=segment.key,
    )


def _error_rows(ratings: Sequence[Rating]) -> list[ErrorRow]:
    counts = Counter((r.category, r.severity) for r in ratings if r.is_error)
    return [
        {"category": category, "severity": severity, "count": count}
        for (category, severity), count in counts.most_common()
    ]


def _rater_rows(ratings: Sequence[Rating], weights: Weights) -> list[RaterRow]:
    by_rater: dict[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        by_rater[rating.rater].append(rating)
    return [
        {
            "rater": rater,
            "segments": len({(r.system, r.segment) for r in rows}),
            "errors": sum(r.is_error for r in rows),
            "penalty": sum(weights.of(r) for r in rows),
        }
        for rater, rows in sorted(by_rater.items())
    ]


def _engine_rows(ratings: Sequence[Rating], unit: Unit, weights: Weights) -> list[MqmEngineRow]:
    by_engine: Mapping[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        by_engine[published_name(rating.system)].append(rating)
    rows: list[MqmEngineRow] = []
    for engine, own in by_engine.items():
        scores = segment_scores(own, weights)
        size = rated_size(own, unit)
        total = -sum(scores.values())
        rows.append(
            {
                "engine": engine,
                "segments": len(scores),
                "size": size,
                "total": total,
                "per_thousand": 1000 * total / size if size else 0.0,
                "mean": sum(scores.values()) / len(scores),
            }
        )
    return sorted(rows, key=lambda row: (-row["mean"], row["engine"]))
