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


def fitting(project: Project, files: Mapping[Path, Scores]) -> dict[str, dict[str, float]]:
    """Return the scores of all files, after making sure that every id is a segment of the project.

    An id is a segment's key ("0004+0005"), "article/key" where a project has several articles, or the
    segment's 1-based number.

    Raises:
        InputError: An id is of no segment: a mean over scores of other texts would mislead. Or two files
            score a segment differently under one name.
    """
    if not files:
        return {}
    slugs = {article.id: article.slug for article in project.articles.all()}
    ids: set[str] = set()
    for number, segment in enumerate(project.segments.all(), 1):
        ids |= {f"{slugs[segment.article_id]}/{segment.key}", segment.key, str(number)}
    merged: dict[str, dict[str, float]] = {}
    for path, scores in files.items():
        for name, values in scores.items():
            strange = next((key for key in values if key not in ids), None)
            if strange is not None:
                raise InputError(
                    _("{name} scores {key}, which is no segment of this project").format(
                        name=name, key=strange
                    ),
                    path=path,
                    remedy=_("Use a segment's key, article/key, or its number"),
                )
            others = merged.setdefault(name, {})
            twice = next((key for key, value in values.items() if others.get(key, value) != value), None)
            if twice is not None:
                raise InputError(
                    _("{name} scores {key} otherwise than an earlier file").format(name=name, key=twice),
                    path=path,
                    remedy=_("Name one of the files, or give their columns different names"),
                )
            others.update(values)
    return merged


def project_comet(project: Project, model: Path) -> dict[str, float]:
    """Return COMET's score of the current text of every segment with a source, by "article/key"."""
    slugs = {article.id: article.slug for article in project.articles.all()}
    segments = [s for s in project.segments.all() if s.source]
    references = [s.reference or "" for s in segments] if all(s.reference for s in segments) else None
    scores = comet_scores(model, [s.source for s in segments], [s.target for s in segments], references)
    return {f"{slugs[s.article_id]}/{s.key}": score for s, score in zip(segments, scores, strict=True)}
