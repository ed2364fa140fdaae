"""Scoring: how good the machine translation is, and how much people had to change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.scoring.corpus_score import MetricScore, corpus_score
from transreview.scoring.effort import Effort, SegmentEffort, segment_effort, total_effort
from transreview.scoring.kept_statistics import kept_statistics
from transreview.scoring.metrics import METRICS, build_metric

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from transreview.project import Project

MACHINE = "machine translation"
REVIEWED = "reviewed text"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TextScores:
    """The scores of one text against the reference.

    Attributes:
        text: Which text: the machine translation, the reviewed text, or a system's name.
        scores: One score a metric.
    """

    text: str
    scores: tuple[MetricScore, ...]


@dataclass(frozen=True, slots=True)
class ArticleScores:
    """The figures of one article, or of all articles into one language.

    Attributes:
        name: Slug of the article; "total" for a sum.
        title: Its title, or what the sum is over.
        language: Target language.
        segments: Number of segments.
        without_reference: Segments left out of the metrics because the reference has nothing for them.
        reviewed: Segments a person has confirmed or approved.
        texts: Scores of each text; empty without a reference.
        effort: Post-editing effort of the machine translation against the reviewed text.
    """

    name: str
    title: str
    language: str
    segments: int
    without_reference: int
    reviewed: int
    texts: tuple[TextScores, ...]
    effort: Effort


@dataclass(frozen=True, slots=True)
class ProjectScores:
    """The figures of a project: a row an article, and a total for each target language."""

    articles: tuple[ArticleScores, ...]
    totals: tuple[ArticleScores, ...]

    @property
    def has_reference(self) -> bool:
        """Whether anything could be compared with a reference."""
        return any(row.texts for row in self.totals)


@dataclass(frozen=True, slots=True)
class _ArticleData:
    """What an article contributes: its statistics by text and metric, and its segments' effort."""

    article: Article
    segments: int
    without_reference: int
    reviewed: int
    rows: dict[str, dict[str, NDArray[np.float64]]]
    efforts: list[SegmentEffort]


def score_project(
    project: Project,
    *,
    metrics: Sequence[str] = METRICS,
    article_ids: Sequence[int] = (),
    samples: int = 0,
    progress: Progress | None = None,
) -> ProjectScores:
    """Score the articles of a project.

    Args:
        project: An open project.
        metrics: Names of metrics.
        article_ids: Articles to score; all when empty.
        samples: Bootstrap samples for confidence intervals; 0 for none.
        progress: Called with the number of articles done and their total.

    Raises:
        UsageError: An unknown metric, or a project without segments.
    """
    articles = [a for a in project.articles.all() if not article_ids or a.id in article_ids]
    data = []
    for number, article in enumerate(articles, 1):
        data.append(_article_data(project, article, metrics))
        if progress is not None:
            progress(number, len(articles))
    if not any(d.segments for d in data):
        raise UsageError(
            _("nothing to score: the project has no segments"), remedy=_("Add an article: transreview add")
        )
    by_language: dict[str, list[_ArticleData]] = defaultdict(list)
    for row in data:
        by_language[row.article.target_language].append(row)
    return ProjectScores(
        articles=tuple(_row([d], d.article.slug, d.article.title, metrics, samples) for d in data),
        totals=tuple(
            _row(rows, "total", _("all articles into {language}").format(language=language), metrics, samples)
            for language, rows in by_language.items()
        ),
    )


def reference_texts(segments: Sequence[Segment]) -> tuple[list[Segment], list[str]]:
    """Return the segments that can be compared with the reference, and its text for each.

    A segment that the machine translation added has no reference; it counts against an empty one, so
    that additions cost something. A source segment for which the reference has nothing is left out.
    """
    kept, texts = [], []
    for segment in segments:
        if segment.reference is None and segment.source:
            continue
        kept.append(segment)
        texts.append(segment.reference or "")
    return kept, texts


def _article_data(project: Project, article: Article, metrics: Sequence[str]) -> _ArticleData:
    segments = project.segments.all(article.id)
    rows: dict[str, dict[str, Any]] = {}
    kept: list[Segment] = []
    references: list[str] = []
    if any(segment.reference for segment in segments):
        kept, references = reference_texts(segments)
        texts = {MACHINE: [s.machine for s in kept], REVIEWED: [s.target for s in kept]}
        rows = _statistics(project, texts, references, article.target_language, metrics)
    return _ArticleData(
        article=article,
        segments=len(segments),
        without_reference=len(segments) - len(kept) if rows else 0,
        reviewed=sum(s.status.is_done for s in segments),
        rows=rows,
        efforts=segment_effort(
            [s.machine for s in segments],
            [s.target for s in segments],
            article.target_language,
            keeper=project.cache,
        ),
    )


def _statistics(
    project: Project,
    texts: Mapping[str, Sequence[str]],
    references: Sequence[str],
    language: str,
    metrics: Sequence[str],
) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {name: {} for name in texts}
    for metric_name in metrics:
        metric = build_metric(metric_name, language)
        for name, hypotheses in texts.items():
            rows[name][metric_name] = kept_statistics(project.cache, metric, hypotheses, [references])
    return rows


def _row(
    data: Sequence[_ArticleData], name: str, title: str, metrics: Sequence[str], samples: int
) -> ArticleScores:
    import numpy as np

    language = data[0].article.target_language
    scored = [d for d in data if d.rows]
    texts = []
    for text in scored[0].rows if scored else ():
        articles = [d.article.id for d in scored for _row in range(len(next(iter(d.rows[text].values()))))]
        scores = [
            corpus_score(
                metric,
                language,
                np.concatenate([d.rows[text][metric] for d in scored]),
                articles=articles,
                samples=samples,
            )
            for metric in metrics
        ]
        texts.append(TextScores(text, tuple(scores)))
    return ArticleScores(
        name=name,
        title=title,
        language=language,
        segments=sum(d.segments for d in data),
        without_reference=sum(d.without_reference for d in data),
        reviewed=sum(d.reviewed for d in data),
        texts=tuple(texts),
        effort=total_effort([effort for d in data for effort in d.efforts]),
    )
