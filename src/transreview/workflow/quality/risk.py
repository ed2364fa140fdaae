"""The order of risk over a project: what to read first, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.scoring.effort import SegmentEffort, segment_effort
from transreview.scoring.risk.model import Estimate, Reviewed, estimate
from transreview.scoring.risk.order import FIFTH, order, reasons
from transreview.scoring.risk.signals import SIGNALS, RiskText, signals
from transreview.workflow.quality.engines import choices, same_source, translations
from transreview.workflow.quality.risk_signals import coverage, findings_weight
from transreview.workflow.quality.scoring import is_handled, start_texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class SegmentRisk:
    """How much a segment is worth reading.

    Attributes:
        expected: Expected penalty, in minor errors.
        rank: 1 is to be read first; confirmed and approved segments come last.
        reasons: At most three sentences, the strongest first.
    """

    expected: float
    rank: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectRisk:
    """The order of risk over a project.

    Attributes:
        segments: By segment's id its risk.
        learnt: Whether what people changed in this project was learnt from.
        shipped: By segment's id the expected penalty by the shipped weights alone.
    """

    segments: Mapping[int, SegmentRisk]
    learnt: bool
    shipped: Mapping[int, float]

    def ranked(self) -> list[int]:
        """Return the segments' ids, to be read from the first on."""
        return sorted(self.segments, key=lambda segment_id: self.segments[segment_id].rank)


def project_risk(
    project: Project,
    findings: Mapping[int, Sequence[Finding]],
    *,
    glossary: Glossary | None = None,
    people: Mapping[int, str] | None = None,
    efforts: Mapping[int, SegmentEffort] | None = None,
) -> ProjectRisk:
    """Return the order in which to read a project.

    Args:
        project: An open project.
        findings: By segment's id what the checks found.
        glossary: Terms that tell whether a source is covered.
        people: By segment's id who reviewed it, when that is known.
        efforts: By segment's id its post-editing effort, when that is known.
    """
    texts: list[RiskText] = []
    own: list[Segment] = []
    reviewed: list[Reviewed] = []
    others: list[RiskText] = []
    for group in same_source(project, project.articles.all()):
        for article in group:
            gathered = _gather(project, article, group[0].slug, findings, glossary)
            effort = _efforts(gathered, efforts)
            for segment, text, done in zip(gathered.segments, gathered.texts, effort, strict=True):
                if is_handled(segment):
                    who = (people or {}).get(segment.id, "")
                    reviewed.append(Reviewed(len(texts), float(done.word_edits), who))
                texts.append(text)
                own.append(segment)
            others += gathered.others
    if not texts:
        return ProjectRisk({}, learnt=False, shipped={})
    every = [*texts, *others]
    table = signals(every)
    estimated = estimate(every, table, reviewed)
    shipped = estimate(every, table).expected
    return ProjectRisk(
        _ranked(own, texts, estimated),
        learnt=estimated.learnt,
        shipped={segment.id: float(value) for segment, value in zip(own, shipped, strict=False)},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathered:
    """An article's segments as the order of risk sees them."""

    article: Article
    segments: Sequence[Segment]
    started: Sequence[str]
    texts: list[RiskText]
    others: list[RiskText]


def _gather(
    project: Project,
    article: Article,
    source: str,
    findings: Mapping[int, Sequence[Finding]],
    glossary: Glossary | None,
) -> _Gathered:
    segments = project.segments.all(article.id)
    engines = translations(project, article, segments)
    started = start_texts(project, article, segments, engines)
    chosen = choices(project, article.id)
    covered = coverage(
        [s.source for s in segments], started, article.source_language, article.target_language, glossary
    )
    texts = [
        RiskText(
            source=segment.source,
            target=start,
            article=source,
            place=segment.position,
            engine=chosen.get(segment.key, article.engine),
            target_language=article.target_language,
            # What a person has mended is no longer found; what was there before is not known.
            findings=findings_weight(findings.get(segment.id, ())),
            coverage=share,
            confidence=segment.confidence,
        )
        for segment, start, share in zip(segments, started, covered, strict=True)
    ]
    joiner = language(article.target_language).joiner or "\n"
    others = [
        RiskText(
            source=segment.source,
            target=theirs,
            article=source,
            place=segment.position,
            engine=engine.engine,
            target_language=article.target_language,
        )
        for engine in engines[1:]
        for segment, theirs in zip(segments, engine.for_segments(segments, joiner), strict=True)
        if theirs and chosen.get(segment.key) != engine.engine
    ]
    return _Gathered(article=article, segments=segments, started=started, texts=texts, others=others)


def _efforts(gathered: _Gathered, known: Mapping[int, SegmentEffort] | None) -> Sequence[SegmentEffort]:
    if known is not None:
        return [known[segment.id] for segment in gathered.segments]
    targets = [segment.target for segment in gathered.segments]
    return segment_effort(gathered.started, targets, gathered.article.target_language)


def _ranked(
    segments: Sequence[Segment], texts: Sequence[RiskText], estimated: Estimate
) -> dict[int, SegmentRisk]:
    own: NDArray[np.float64] = estimated.expected[: len(texts)]
    ranked = order(texts, own)
    ranked.sort(key=lambda index: segments[index].status.is_done)
    return {
        segments[index].id: SegmentRisk(
            float(own[index]), rank, tuple(reasons(index, estimated, _reason, SIGNALS))
        )
        for rank, index in enumerate(ranked, 1)
    }


def _reason(name: str, factor: bool) -> str:
    """Return a signal or factor as a reason that a person reads."""
    words = {
        "findings": _("the checks found something here"),
        "proportion": _("its length is unusual for its source"),
        "coverage": _("words of the source have no known translation in it"),
        "rare words": _("it has words that stand nowhere else in the project"),
        "alignment": _("the alignment is not certain"),
        "repetition": _("it repeats words"),
        "digits": _("its source has figures"),
        "names": _("it has names"),
        "clauses": _("its source has many clauses"),
        "disagreement": _("the engines translate it differently"),
        "dispute": _("the other engines do not agree on it"),
        "own words": _("no other engine uses some of its words"),
        "own pairs": _("no other engine puts its words in this order"),
    }
    factors = {
        "engine": _("much was changed in this engine's translations"),
        "article": _("much was changed in this article"),
        "source": _("much was changed in other translations of this source"),
        "passage": _("much was changed in the segments around it"),
    }
    return factors[name] if factor else words[name]


def first_fifth(risk: ProjectRisk, segments: Sequence[Segment]) -> set[int]:
    """Return the ids of the first segments in the order of risk that make up a fifth of the text."""
    targets = {segment.id: max(len(segment.target), 1) for segment in segments}
    limit, read = FIFTH * sum(targets.values()), 0
    first: set[int] = set()
    for segment_id in risk.ranked():
        size = targets.get(segment_id)
        if size is None:
            continue
        if read + size > limit:
            break
        read += size
        first.add(segment_id)
    return first
