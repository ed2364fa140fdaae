"""Checking a project: every article through the one engine, for whoever wants all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.checks.settings import CheckSettings
from transreview.languages.batches import AT_ONCE
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.workflow.quality.article_checks import ArticleChecks
from transreview.workflow.quality.check_results import CheckedText
from transreview.workflow.quality.project_names import ProjectNames

if TYPE_CHECKING:
    from transreview.project import Project

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSegment:
    """A segment with what the checks say of it.

    Attributes:
        article: The article it belongs to.
        segment: The segment.
        findings: What was found, worst first, without what was dismissed.
        dismissed: What a person has judged to be no fault.
        source: The source that the translation was held against: the segment's, or the plural of its message.
        aside: Why it is nobody's finished text ("untranslated", "fuzzy", "locked"); "" where it is.
        told: Whether it counts among what is left aside: a unit does once, whatever its plural forms.
    """

    article: Article
    segment: Segment
    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...] = ()
    source: str = ""
    aside: str = ""
    told: bool = True


def check_project(
    project: Project,
    *,
    glossary: Glossary | None = None,
    settings: CheckSettings | None = None,
    article_ids: Sequence[int] = (),
    progress: Progress | None = None,
    fuzzy: bool = True,
) -> Iterator[CheckedSegment]:
    """Check a project's articles.

    An article whose texts, glossary and settings are as they were at the last check costs one look
    into the file beside the project.

    Args:
        project: An open project.
        glossary: Concepts to check by.
        settings: Which checks run and how; the team's settings file beside the project when None.
        article_ids: Only these articles; all when empty.
        progress: Called with the number of segments done and of all.
        fuzzy: Whether what a file marks as a guess, and nobody has looked at, is checked.

    Yields:
        Every segment in reading order, those without a finding too.
    """
    if settings is None:
        settings = team_checks(project.path)
    articles = [a for a in project.articles.all() if not article_ids or a.id in article_ids]
    total = sum(len(project.segments.ids(article.id)) for article in articles)
    before = 0
    names = ProjectNames(project, settings)
    for article in articles:
        checks = ArticleChecks(
            project, article, glossary=glossary, settings=settings, names=names, fuzzy=fuzzy
        )
        checks.load()
        if not checks.is_known:
            for _step in checks.fill(at_once=AT_ONCE):
                if progress is not None:
                    progress(before + checks.progress[0], total)
            checks.keep(project)
        before += checks.progress[1]
        if progress is not None:
            progress(before, total)
        for segment in project.segments.each(article.id):
            findings, dismissed = checks.all_findings(segment.id)
            yield CheckedSegment(
                article=article,
                segment=segment,
                findings=tuple(findings),
                dismissed=tuple(dismissed),
                source=checks.texts.text(segment).source,
                aside=checks.texts.aside(segment),
                told=checks.texts.is_told(segment),
            )


def team_checks(path: Path) -> CheckSettings:
    """Return the team's choices about checks for a project, the defaults where there are none.

    Args:
        path: The project file.
    """
    from transreview.workflow.settings import find_settings, read_settings

    return read_settings(find_settings(path)).checks


def check_kept_header(
    project: Project, article: Article, place: str, settings: CheckSettings
) -> Iterator[CheckedText]:
    """Yield the header of the catalog that an article came from with its findings, and repeated messages.

    Args:
        project: The project.
        article: An article; one of no catalog has nothing to yield.
        place: Path of its file, its bare name where empty.
        settings: Which checks run and how.
    """
    from transreview.workflow.quality.catalog_facts import kept_facts
    from transreview.workflow.quality.catalog_headers import CheckedCatalog, check_header, most_forms

    facts = kept_facts(project, article)
    if facts is not None:
        catalog = CheckedCatalog(
            facts=facts,
            path=place or article.target_path,
            document=article.slug,
            languages=(article.source_language, article.target_language),
            forms=most_forms(project.pairs.present(article.id)),
        )
        yield from check_header(catalog, settings)


def located(checked: CheckedSegment, path: Path, place: str = "") -> CheckedText:
    """Return a checked segment with the place where it is to be found.

    Args:
        checked: The segment.
        path: The project file, which is named where the translation's file is not known.
        place: Path of the translation's file, its bare name where empty.
    """
    article, segment = checked.article, checked.segment
    return CheckedText(
        path=place or article.target_path or str(path),
        line=segment.target_line if article.target_path else 0,
        document=article.slug,
        id=f"{article.slug}:{segment.key}",
        source=checked.source,
        target=segment.target,
        findings=checked.findings,
        dismissed=len(checked.dismissed),
        left_out=checked.aside,
    )
