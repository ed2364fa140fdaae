"""Scores of other tools for a project's segments: read from a file, or computed by COMET."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError
from transreview.i18n import _
from transreview.scoring.comet import comet_scores

if TYPE_CHECKING:
    from transreview.project import Project

Scores = Mapping[str, Mapping[str, float]]


def fitting(project: Project, scores: Scores) -> Scores:
    """Return the scores as they are, after making sure that every id is a segment of the project.

    An id is a segment's key ("0004+0005"), "article/key" where a project has several articles, or the
    segment's 1-based number.

    Raises:
        InputError: An id is of no segment: a mean over scores of other texts would mislead.
    """
    if not scores:
        return scores
    slugs = {article.id: article.slug for article in project.articles.all()}
    ids: set[str] = set()
    for number, segment in enumerate(project.segments.all(), 1):
        ids |= {f"{slugs[segment.article_id]}/{segment.key}", segment.key, str(number)}
    for name, values in scores.items():
        strange = [key for key in values if key not in ids]
        if strange:
            raise InputError(
                _("{name} scores {key}, which is no segment of this project").format(
                    name=name, key=strange[0]
                ),
                remedy=_("Use a segment's key, article/key, or its number"),
            )
    return scores


def project_comet(project: Project, model: Path) -> dict[str, float]:
    """Return COMET's score of the current text of every segment with a source, by "article/key"."""
    slugs = {article.id: article.slug for article in project.articles.all()}
    segments = [s for s in project.segments.all() if s.source]
    references = [s.reference or "" for s in segments] if all(s.reference for s in segments) else None
    scores = comet_scores(model, [s.source for s in segments], [s.target for s in segments], references)
    return {f"{slugs[s.article_id]}/{s.key}": score for s, score in zip(segments, scores, strict=True)}
