"""Scoring: how good the machine translations are, and how much people had to change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.languages import language as language_of
from transreview.model.article import Article
from transreview.model.segment import Segment, Status
from transreview.scoring.corpus_score import MetricScore, corpus_score
from transreview.scoring.effort import Effort, SegmentEffort, segment_effort, total_effort
from transreview.scoring.kept_statistics import kept_statistics
from transreview.scoring.metrics import METRICS, build_metric, segment_values
from transreview.workflow.quality.compared_texts import (
    MACHINE,
    REVIEWED,
    ComparedTexts,
    TextName,
    compared_texts,
)
from transreview.workflow.quality.engines import EngineText, choices, translations

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from transreview.project import Project

__all__ = ["MACHINE", "REVIEWED", "ArticleScores", "ProjectScores", "TextScores", "score_project"]

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TextScores:
    """The scores of one text against the reference.

    Attributes:
        text: Which text: the machine translation, the reviewed text, or a system's name.
        scores: One score a metric.
        engine: Whose machine translation it is; empty where nobody named it.
    """

    text: str
    scores: tuple[MetricScore, ...]
    engine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleScores:
    """The figures of one article, or of all articles into one language.

    Attributes:
        name: Slug of the article; "total" for a sum.
        title: Its title, or what the sum is over.
        language: Target language.
        engine: Whose machine translation the effort starts from; empty where nobody named it.
        segments: Number of segments.
        without_reference: Segments left out of the metrics because the reference has nothing for them.
        no_machine: Segments scored with an empty machine translation.
        added: Segments of the translation alone, scored against nothing.
        by_line: Articles whose metrics are over the lines as they were given.
        reviewed: Segments a person has confirmed or approved.
        approved: Segments that are approved.
        texts: Scores of each text; empty without a reference.
        effort: Post-editing effort of the machine translation against the reviewed text.
    """

    name: str
    title: str
    language: str
    engine: str
    segments: int
    without_reference: int
    no_machine: int
    added: int
    by_line: int
    reviewed: int
    approved: int
    texts: tuple[TextScores, ...]
    effort: Effort


@dataclass(frozen=True, slots=True)
class ProjectScores:
    """The figures of a project: a row an article, and a total for each target language and engine."""

    articles: tuple[ArticleScores, ...]
    totals: tuple[ArticleScores, ...]

    @property
    def has_reference(self) -> bool:
        """Whether anything could be compared with a reference."""
        return any(row.texts for row in self.totals)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ArticleData:
    """What an article contributes: its statistics by text and metric, and its segments' effort."""

    article: Article
    segments: int
    reviewed: int
    approved: int
    compared: ComparedTexts | None
    efforts: list[SegmentEffort]  # of the segments that a person has reviewed
    rows: dict[TextName, dict[str, NDArray[Any]]] = field(default_factory=dict)


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
    groups: dict[tuple[str, str], list[_ArticleData]] = defaultdict(list)
    for row in data:
        groups[row.article.target_language, row.article.engine].append(row)
    totals = []
    for (language, engine), rows in groups.items():
        title = _("all articles into {language}").format(language=language)
        if engine:
            title = _("all articles into {language} by {engine}").format(language=language, engine=engine)
        totals.append(_row(rows, "total", title, metrics, samples))
    return ProjectScores(
        articles=tuple(_row([d], d.article.slug, d.article.title, metrics, samples) for d in data),
        totals=tuple(totals),
    )


def is_handled(segment: Segment) -> bool:
    """Whether a person has edited, confirmed or approved a segment."""
    return segment.status is not Status.MACHINE or not segment.is_untouched


def start_texts(
    project: Project, article: Article, segments: Sequence[Segment], engines: Sequence[EngineText]
) -> list[str]:
    """Return the machine translation that the review of each segment started from."""
    started = [segment.machine for segment in segments]
    chosen = choices(project, article.id)
    if not chosen:
        return started
    joiner = language_of(article.target_language).joiner or "\n"
    found = {text.engine: text.for_segments(segments, joiner) for text in engines[1:]}
    for index, segment in enumerate(segments):
        theirs = found.get(chosen.get(segment.key, ""))
        if theirs and theirs[index] is not None:
            started[index] = theirs[index] or ""
    return started


def _article_data(project: Project, article: Article, metrics: Sequence[str]) -> _ArticleData:
    segments = project.segments.all(article.id)
    engines = translations(project, article, segments)
    handled = [index for index, segment in enumerate(segments) if is_handled(segment)]
    compared = compared_texts(project, article, segments, engines, reviewed=bool(handled))
    rows: dict[TextName, dict[str, Any]] = {}
    if compared is not None:
        rows = {name: {} for name in compared.texts}
        for metric_name in metrics:
            metric = build_metric(metric_name, article.target_language)
            for name, hypotheses in compared.texts.items():
                rows[name][metric_name] = kept_statistics(
                    project.cache, metric, hypotheses, [compared.references]
                )
    started = start_texts(project, article, segments, engines)
    return _ArticleData(
        article=article,
        segments=len(segments),
        reviewed=sum(s.status.is_done for s in segments),
        approved=sum(s.status is Status.APPROVED for s in segments),
        compared=compared,
        efforts=segment_effort(
            [started[index] for index in handled],
            [segments[index].target for index in handled],
            article.target_language,
            keeper=project.cache,
        ),
        rows=rows,
    )


def _row(
    data: Sequence[_ArticleData], name: str, title: str, metrics: Sequence[str], samples: int
) -> ArticleScores:
    language = data[0].article.target_language
    compared = [d.compared for d in data if d.compared is not None]
    names = dict.fromkeys(text for d in data for text in d.rows)
    return ArticleScores(
        name=name,
        title=title,
        language=language,
        engine=data[0].article.engine,
        segments=sum(d.segments for d in data),
        without_reference=sum(c.without for c in compared),
        no_machine=sum(c.no_machine for c in compared),
        added=sum(c.added for c in compared),
        by_line=sum(c.by_line for c in compared),
        reviewed=sum(d.reviewed for d in data),
        approved=sum(d.approved for d in data),
        texts=tuple(
            TextScores(text, _scores(data, (text, engine), language, metrics, samples), engine)
            for text, engine in names
        ),
        effort=total_effort([effort for d in data for effort in d.efforts], sum(d.segments for d in data)),
    )


def _scores(
    data: Sequence[_ArticleData], text: TextName, language: str, metrics: Sequence[str], samples: int
) -> tuple[MetricScore, ...]:
    """Return a text's scores over the articles that have it."""
    import numpy as np

    scored = [d for d in data if text in d.rows]
    articles = [d.article.id for d in scored for _row in range(len(d.rows[text][metrics[0]]))]
    return tuple(
        corpus_score(
            metric,
            language,
            np.concatenate([d.rows[text][metric] for d in scored]),
            articles=articles,
            samples=samples,
        )
        for metric in metrics
    )


def segment_scores(
    project: Project, *, metrics: Sequence[str] = METRICS, article_ids: Sequence[int] = ()
) -> Iterator[dict[str, Any]]:
    """Yield the scores of every segment: of the machine translation its review started from, and of its text.

    Args:
        project: An open project.
        metrics: Names of metrics.
        article_ids: Articles to score; all when empty.
    """
    for article in project.articles.all():
        if article_ids and article.id not in article_ids:
            continue
        segments = project.segments.all(article.id)
        started = start_texts(project, article, segments, translations(project, article, segments))
        targets = [segment.target for segment in segments]
        efforts = segment_effort(started, targets, article.target_language, keeper=project.cache)
        known = [i for i, segment in enumerate(segments) if segment.reference is not None]
        references = [segments[i].reference or "" for i in known]
        values: dict[str, dict[int, dict[str, float]]] = {MACHINE: {}, REVIEWED: {}}
        for spec in metrics if known else ():
            metric = build_metric(spec, article.target_language, sentence=True)
            for name, texts in ((MACHINE, started), (REVIEWED, targets)):
                rows = kept_statistics(project.cache, metric, [texts[i] for i in known], [references])
                for i, value in zip(known, segment_values(metric, rows), strict=True):
                    values[name].setdefault(i, {})[spec] = value
        for i, segment in enumerate(segments):
            handled = is_handled(segment)
            yield {
                "article": article.slug,
                "key": segment.key,
                "status": segment.status.value,
                "machine": values[MACHINE].get(i),
                "reviewed": values[REVIEWED].get(i) if handled else None,
                "hter": efforts[i].hter if handled else None,
            }
