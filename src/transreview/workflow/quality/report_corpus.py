"""The report's part on the text itself: how much there is, how far its review has come, who did what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.finding import Finding, Severity
from transreview.model.journal import Action
from transreview.model.segment import Segment, Status
from transreview.scoring.effort import SegmentEffort, total_effort
from transreview.workflow.quality.report_model import ArticleRow, Corpus, PersonRow, Time, WordCount
from transreview.workflow.quality.report_values import SeverityCounts
from transreview.workflow.quality.scoring import is_handled

if TYPE_CHECKING:
    from transreview.project import Project

_BANDS = ((95, "95–99 %"), (85, "85–94 %"), (75, "75–84 %"), (50, "50–74 %"))
_MOST_COMPARED = 2000  # sources compared with each other; every pair costs a moment
_HANDLING = {Action.EDIT, Action.STATUS, Action.REPLACE, Action.CHOOSE, Action.FLAG}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A project's articles and segments, read once for all parts of a report.

    Attributes:
        articles: The articles.
        segments: By article's id its segments.
        started: By segment's id the machine translation that its review started from.
        efforts: By segment's id its post-editing effort.
        people: By segment's id who changed it last.
    """

    articles: Sequence[Article]
    segments: Mapping[int, Sequence[Segment]]
    started: Mapping[int, str]
    efforts: Mapping[int, SegmentEffort]
    people: Mapping[int, str]

    @property
    def every(self) -> list[tuple[Article, Segment]]:
        """All segments with their articles, in reading order."""
        return [(article, segment) for article in self.articles for segment in self.segments[article.id]]


def last_people(project: Project) -> dict[int, str]:
    """Return who edited each segment or set its status last."""
    who: dict[int, str] = {}
    for entry in reversed(project.journal.entries(None)):
        if entry.action in _HANDLING:
            who.update(dict.fromkeys(entry.segment_ids, entry.user))
    return who


def corpus(contents: Contents) -> Corpus:
    """Return counts of texts, and of their review."""
    every = [segment for _article, segment in contents.every]
    status = Counter(s.status for s in every)
    return {
        "articles": len(contents.articles),
        "segments": len(every),
        "source_characters": sum(len(s.source) for s in every),
        "target_words": sum(_words(s.target) for s in every),
        "status": {name.value: status[name] for name in Status},
        "reviewed": sum(s.status.is_done for s in every),
        "approved": status[Status.APPROVED],
        "needs_work": sum(s.needs_work for s in every),
        "untouched": sum(not is_handled(s) for s in every),
        "by_status": [
            _count(name.value, [s for s in every if s.status is name]) for name in Status if status[name]
        ],
        "by_match": _by_match(every),
        "reviewers": sorted(set(contents.people.values())),
        "languages": sorted({(a.source_language, a.target_language) for a in contents.articles}),
    }


def _words(text: str) -> int:
    return len(text.split())


def _count(name: str, segments: Sequence[Segment]) -> WordCount:
    return {
        "name": name,
        "segments": len(segments),
        "source_characters": sum(len(s.source) for s in segments),
        "target_words": sum(_words(s.target) for s in segments),
    }


def _by_match(segments: Sequence[Segment]) -> list[WordCount]:
    """Return segments by how well an earlier source of the project matches theirs, as offers count them."""
    from rapidfuzz import fuzz, process

    seen: dict[str, None] = {}
    bands: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        source = " ".join(segment.source.split())
        if not source:
            continue
        if source in seen:
            bands[_("repetition")].append(segment)
            continue
        best = 0.0
        if seen and len(seen) < _MOST_COMPARED:
            found = process.extractOne(source, seen.keys(), scorer=fuzz.ratio, score_cutoff=_BANDS[-1][0])
            best = found[1] if found else 0.0
        band = next((name for least, name in _BANDS if best >= least), _("no match"))
        if len(seen) >= _MOST_COMPARED:
            band = _("not compared")
        bands[band].append(segment)
        seen[source] = None
    order = [_("repetition"), *(name for _least, name in _BANDS), _("no match"), _("not compared")]
    return [_count(name, bands[name]) for name in order if bands[name]]


def article_rows(contents: Contents, findings: Mapping[int, Sequence[Finding]]) -> list[ArticleRow]:
    """Return a row for each article."""
    rows: list[ArticleRow] = []
    for article in contents.articles:
        segments = contents.segments[article.id]
        handled = [contents.efforts[s.id] for s in segments if is_handled(s)]
        words = sum(_words(s.target) for s in segments)
        counts = severity_counts(f for s in segments for f in findings.get(s.id, ()))
        errors = counts["critical"] + counts["error"]
        rows.append(
            {
                "slug": article.slug,
                "title": article.title,
                "engine": article.engine,
                "source_language": article.source_language,
                "target_language": article.target_language,
                "segments": len(segments),
                "reviewed": sum(s.status.is_done for s in segments),
                "untouched": len(segments) - len(handled),
                "words": words,
                "hter": total_effort(handled).hter,
                "errors_per_thousand": 1000 * errors / words if words else None,
                "findings": counts,
            }
        )
    return rows


def severity_counts(findings: Iterable[Finding]) -> SeverityCounts:
    """Return how many findings there are of each severity."""
    counts = Counter(finding.severity for finding in findings)
    return {
        "info": counts[Severity.INFO],
        "warning": counts[Severity.WARNING],
        "error": counts[Severity.ERROR],
        "critical": counts[Severity.CRITICAL],
    }


def people_rows(
    project: Project, contents: Contents, findings: Mapping[int, Sequence[Finding]]
) -> list[PersonRow]:
    """Return a row for each person who changed segments."""
    by_person: dict[str, list[Segment]] = defaultdict(list)
    for _article, segment in contents.every:
        if segment.id in contents.people and is_handled(segment):
            by_person[contents.people[segment.id]].append(segment)
    seconds = project.times.by_user() if project.times.are_recorded else {}
    rows: list[PersonRow] = []
    for user, segments in sorted(by_person.items()):
        words = sum(_words(s.target) for s in segments)
        spent = seconds.get(user)
        rows.append(
            {
                "user": user,
                "segments": len(segments),
                "confirmed": sum(s.status.is_done for s in segments),
                "words": words,
                "hter": total_effort([contents.efforts[s.id] for s in segments]).hter,
                "seconds": spent,
                "words_per_hour": 3600 * words / spent if spent else None,
                "findings": sum(
                    f.severity.rank >= Severity.ERROR.rank for s in segments for f in findings.get(s.id, ())
                ),
            }
        )
    return rows


def time_spent(project: Project) -> Time | None:
    """Return the time that was recorded, None where people did not ask for it."""
    times = project.times.by_segment() if project.times.are_recorded else {}
    if not times:
        return None
    total = sum(times.values())
    return {"seconds": total, "segments": len(times), "per_segment": total / len(times)}
