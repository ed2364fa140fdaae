"""MQM figures of a project from the errors that people marked in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.languages import language
from transreview.model.annotation import ESA_SCORE, Annotation
from transreview.model.article import Article
from transreview.model.rating import Rating
from transreview.model.segment import Segment
from transreview.scoring.agreement import krippendorff_alpha, scores_by_rater, span_f1
from transreview.scoring.mqm import PUBLISHED, Weights, penalty

if TYPE_CHECKING:
    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """How many errors of one category and severity were marked."""

    category: str
    severity: str
    count: int


@dataclass(frozen=True, slots=True)
class RaterFigures:
    """What one annotator marked."""

    rater: str
    errors: int
    penalty: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far annotators agree: mean span F1 of all pairs, and alpha of the segments' penalties."""

    span_f1: float
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Penalties:
    """The MQM figures of a project; see `scoring.mqm.Penalty` for the numbers."""

    total: float
    size: int
    unit: str
    per_thousand: float
    quality: float
    calibrated: float | None
    threshold: float | None
    passed: bool | None
    indicative: bool
    errors: list[ErrorCount]
    raters: list[RaterFigures]
    agreement: Agreement | None


def project_ratings(project: Project) -> list[Rating]:
    """Return the annotations of a project as MQM rows, with no-error rows where a rater marked nothing.

    A segment counts as rated when it has annotations or is confirmed; its raters are all who marked
    anything in its article.
    """
    articles = {article.id: article for article in project.articles.all()}
    marked: dict[int, list[Annotation]] = {}
    for annotation in project.annotations.all():
        if annotation.type == ESA_SCORE:
            continue
        marked.setdefault(annotation.segment_id, []).append(annotation)
    ratings = []
    for article in articles.values():
        segments = project.segments.all(article.id)
        raters = {a.annotator for segment in segments for a in marked.get(segment.id, ())}
        for segment in segments:
            found = marked.get(segment.id, [])
            ratings += [_rating(article, segment, annotation) for annotation in found]
            if segment.status.is_done or found:
                silent = sorted(raters - {a.annotator for a in found})
                ratings += [_clean(article, segment, rater) for rater in silent]
    return ratings


def project_esa(project: Project) -> dict[int, float]:
    """Return the ESA score of each scored segment: the mean of its annotators' scores, 0 to 100.

    ESA (Kocmi et al. 2024, "Error Span Annotation"): spans with a severity and no category, then a score.
    """
    scores: dict[int, list[float]] = {}
    for annotation in project.annotations.all():
        if annotation.type == ESA_SCORE:
            scores.setdefault(annotation.segment_id, []).append(float(annotation.note))
    return {segment_id: sum(given) / len(given) for segment_id, given in scores.items()}


def project_penalties(
    project: Project, *, threshold: float | None = None, weights: Weights = PUBLISHED
) -> Penalties | None:
    """Return the MQM figures of a project, or None where nobody has marked anything.

    The size is counted in words of the rated segments' translation; for a Chinese or Japanese
    translation in characters.
    """
    ratings = project_ratings(project)
    if not any(rating.is_error for rating in ratings):
        return None
    unspaced = {a.slug for a in project.articles.all() if not language(a.target_language).spaced}
    texts = {(r.document, r.segment): r.target for r in ratings}
    unit = "characters" if unspaced and {d for d, _s in texts} <= unspaced else "words"
    size = sum(len(t.replace(" ", "")) if unit == "characters" else len(t.split()) for t in texts.values())
    figures = penalty(ratings, size, unit=unit, threshold=threshold, weights=weights)
    by_rater: dict[str, list[Rating]] = {}
    for rating in ratings:
        by_rater.setdefault(rating.rater, []).append(rating)
    return Penalties(
        total=figures.total,
        size=figures.size,
        unit=figures.unit,
        per_thousand=figures.per_thousand,
        quality=figures.quality,
        calibrated=figures.calibrated,
        threshold=threshold,
        passed=figures.passed,
        indicative=figures.indicative,
        errors=_error_counts(ratings),
        raters=[
            RaterFigures(rater, sum(r.is_error for r in rows), sum(weights.of(r) for r in rows))
            for rater, rows in sorted(by_rater.items())
        ],
        agreement=_agreement(by_rater, weights),
    )


def _rating(article: Article, segment: Segment, annotation: Annotation) -> Rating:
    return Rating(
        system=article.engine or _("machine translation"),
        document=article.slug,
        segment=f"{article.slug}/{segment.key}",
        rater=annotation.annotator,
        source=segment.source,
        target=segment.target,
        category=annotation.type,
        severity=annotation.severity.capitalize(),
        side=annotation.side,
        start=annotation.start,
        end=annotation.end,
        comment=annotation.note,
        document_segment=segment.key,
    )


def _clean(article: Article, segment: Segment, rater: str) -> Rating:
    return Rating(
        system=article.engine or _("machine translation"),
        document=article.slug,
        segment=f"{article.slug}/{segment.key}",
        rater=rater,
        source=segment.source,
        target=segment.target,
        category="No-error",
        severity="No-error",
        document_segment=segment.key,
    )


def _error_counts(ratings: Sequence[Rating]) -> list[ErrorCount]:
    counts = Counter((r.category, r.severity) for r in ratings if r.is_error)
    return [ErrorCount(category, severity, count) for (category, severity), count in counts.most_common()]


def _agreement(by_rater: Mapping[str, Sequence[Rating]], weights: Weights) -> Agreement | None:
    if len(by_rater) < 2:
        return None
    pairs = [span_f1(a, b) for a, b in combinations(by_rater.values(), 2)]
    units = scores_by_rater((r, weights.of(r)) for rows in by_rater.values() for r in rows)
    return Agreement(sum(pairs) / len(pairs), krippendorff_alpha(units))
