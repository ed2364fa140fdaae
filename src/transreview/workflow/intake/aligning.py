"""Aligning again: an article of a project, or a later version of its texts, with all work kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.alignment import align
from transreview.formats.document import Document
from transreview.formats.registry import read_document
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.glossary import Glossary
from transreview.project.project import Project
from transreview.project.restructure.reimport import Reimported
from transreview.workflow.delivery.source_file import kept_source
from transreview.workflow.delivery.target_layout import LAYOUT, kept_layout
from transreview.workflow.intake.article_input import ArticleInput, Share
from transreview.workflow.intake.importing import CODE_COMMENTS, Progress
from transreview.workflow.quality import plural_keys

# Confirmed segments that are looked at for words of the trade; more teach little and take time.
_TEACHERS = 5_000


@dataclass(frozen=True, slots=True)
class Realigned:
    """What came of aligning an article again.

    Attributes:
        article: The article.
        kept: Segments that a person made or confirmed: they stayed as they were.
        changed: Segments that are new.
        beads: The alignment now.
    """

    article: Article
    kept: int
    changed: int
    beads: tuple[Bead, ...]


def confirmed_pairs(project: Project, source_language: str, target_language: str) -> list[tuple[str, str]]:
    """Return source and target text of the segments that somebody has vouched for.

    Args:
        project: An open project.
        source_language: Only articles from this language.
        target_language: Only articles into this language.
    """
    pairs: list[tuple[str, str]] = []
    for article in project.articles.all():
        if (article.source_language, article.target_language) != (source_language, target_language):
            continue
        pairs += [
            (segment.source, segment.target)
            for segment in project.segments.all(article.id)
            if segment.status.is_done and segment.source and segment.target
        ]
    return pairs[-_TEACHERS:]


def realign(
    project: Project,
    article_ids: Sequence[int] = (),
    *,
    glossary: Glossary | None = None,
    progress: Progress = lambda _step: None,
    share: Share | None = None,
) -> list[Realigned]:
    """Align articles of a project again around what people have made or confirmed.

    Args:
        project: An open project.
        article_ids: The articles; all of them when empty.
        glossary: Terms that speak for a bead.
        progress: Told of each article before it is aligned.
        share: Told how much of an article is aligned.

    Returns:
        What came of each article. An article is one change and is undone as one.

    Raises:
        ConflictError: Somebody confirmed or restructured a segment in the meantime.
    """
    results = []
    for article in [project.articles.get(i) for i in article_ids] or project.articles.all():
        progress(article.title)
        before = project.articles.beads(article.id)
        beads = align(
            project.articles.units(article.id, "source"),
            project.articles.units(article.id, "target"),
            article.source_language,
            article.target_language,
            glossary=glossary,
            fixed=[bead for bead in before if bead.fixed],
            extra_pairs=confirmed_pairs(project, article.source_language, article.target_language),
            progress=share,
        )
        project.structure.realign(article.id, beads)
        old = {(bead.source, bead.target) for bead in before}
        changed = sum((bead.source, bead.target) not in old for bead in beads)
        results.append(Realigned(article, sum(bead.fixed for bead in beads), changed, tuple(beads)))
    return results


def reimport_article(
    project: Project,
    article_id: int,
    given: ArticleInput,
    *,
    glossary: Glossary | None = None,
    progress: Progress = lambda _step: None,
    share: Share | None = None,
) -> Reimported:
    """Take in a later version of an article's texts; work on what has not changed stays.

    Args:
        project: An open project.
        article_id: The article.
        given: The files of the later version; languages and kind of unit are those of the article.
        glossary: Terms that speak for a bead.
        progress: Told of each step before it begins.
        share: Told how much of a long step is done.

    Raises:
        InputError: A file cannot be read.
        ConflictError: Somebody restructured the article in the meantime.
    """
    article = project.articles.get(article_id)
    languages = article.source_language, article.target_language
    source = _document(given.source, given, article, article.source_language)
    target = _document(given.target, given, article, article.target_language)
    plan = project.structure.plan_reimport(article_id, source.units, target.units)
    known = confirmed_pairs(project, *languages)
    progress(article.title)
    beads = align(
        plan.source,
        plan.target,
        *languages,
        glossary=glossary,
        fixed=plan.fixed,
        extra_pairs=known,
        progress=share,
    )
    reference = None
    reference_beads: Sequence[Bead] = ()
    if given.reference is not None:
        reference = _document(given.reference, given, article, article.target_language).units
        reference_beads = align(plan.source, reference, *languages, glossary=glossary, progress=share)
    return project.structure.reimport(
        plan,
        beads,
        reference,
        reference_beads=reference_beads,
        data={
            LAYOUT: kept_layout(target),
            **kept_source(source, target),
            **plural_keys.to_keep(source.units, target.units),
        },
    )


def _document(path: Path | str, given: ArticleInput, article: Article, language: str) -> Document:
    """Read a file of a later version, cut as the article is."""
    return read_document(
        path,
        encoding=given.encoding,
        language=language,
        granularity=article.granularity,
        code_comments=given.code_comments or CODE_COMMENTS in article.metadata,
    )
