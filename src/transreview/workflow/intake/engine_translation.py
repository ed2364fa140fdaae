"""Bringing in another engine's translation of a source that the project has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.alignment import align
from transreview.errors import UsageError
from transreview.formats.reading import display_name, read_bytes
from transreview.i18n import _
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.glossary import Glossary
from transreview.workflow.intake.article_input import ArticleInput, Share, read_sides
from transreview.workflow.intake.bilingual_files import BilingualInput, parse_given
from transreview.workflow.intake.importing import Progress
from transreview.workflow.quality.engines import EngineText, keep_engine, other_texts, source_keys

if TYPE_CHECKING:
    from transreview.formats.document import Document
    from transreview.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedEngine:
    """What came of it.

    Attributes:
        article: The article that has another translation now.
        engine: Name of the engine.
        segments: Segments of the article.
        without: Of these, the ones for which the translation has nothing of its own alone.
        warnings: What is odd but was taken.
    """

    article: Article
    engine: str
    segments: int
    without: int
    warnings: tuple[str, ...]


def add_engine(
    project: Project,
    given: ArticleInput,
    *,
    glossary: Glossary | None = None,
    progress: Progress = lambda _step: None,
    share: Share | None = None,
) -> AddedEngine | None:
    """Keep an engine's translation beside the one that an article of the same source has.

    Args:
        project: An open project.
        given: The files and the engine's name.
        glossary: Terms that help to align.
        progress: Told of each step before it begins.
        share: Told how much of a long step is done.

    Returns:
        What came of it; None where no engine is named or no article has this source.

    Raises:
        InputError: A file cannot be read, or a side is not in the language it should be in.
        UsageError: The article has a translation of this engine already.
    """
    if not given.engine.strip() or not project.articles.all():
        return None
    progress(_("Reading"))
    _sides, (source, target, *_reference), (source_code, target_code), warnings = read_sides(given)
    article = _article_of(project, source, target_code)
    if article is None:
        return None
    engine = given.engine.strip()
    refuse_twice(project, article, engine)
    progress(
        _("Aligning units: {source} with {target}").format(source=len(source.units), target=len(target.units))
    )
    beads = align(source.units, target.units, source_code, target_code, glossary=glossary, progress=share)
    joiner = language(target_code).joiner or "\n"
    keys = _source_keys(project, article)
    text = EngineText(
        engine,
        tuple(unit.text for unit in target.units),
        {
            tuple(keys[index] for index in bead.source): joiner.join(
                target.units[index].text for index in bead.target
            )
            for bead in beads
            if bead.source
        },
        display_name(given.target),
    )
    keep_engine(project, article, text)
    segments = project.segments.all(article.id)
    without = sum(not one for one in text.for_segments(segments, joiner))
    return AddedEngine(
        article=article, engine=engine, segments=len(segments), without=without, warnings=tuple(warnings)
    )


def add_engine_file(project: Project, given: BilingualInput) -> AddedEngine | None:
    """Keep an engine's translation from a bilingual file whose sources are those of an article.

    Args:
        project: An open project.
        given: The file and the engine's name.

    Returns:
        What came of it; None where no engine is named or no article has these sources.

    Raises:
        InputError: The file cannot be read.
        UsageError: The article has a translation of this engine already.
    """
    engine = given.engine.strip()
    if not engine or not project.articles.all():
        return None
    file = parse_given(given, read_bytes(given.path))
    pairs = [pair for pair in file.pairs if pair.source.strip()]
    article = article_of_sources(project, [pair.source for pair in pairs])
    if article is None:
        return None
    refuse_twice(project, article, engine)
    segments = [s for s in project.segments.all(article.id) if source_keys(s)]
    pieces = {source_keys(s): pair.target for s, pair in zip(segments, pairs, strict=True) if pair.target}
    text = EngineText(engine, tuple(pair.target for pair in pairs), pieces, display_name(given.path))
    keep_engine(project, article, text)
    return AddedEngine(
        article=article,
        engine=engine,
        segments=len(segments),
        without=len(segments) - len(pieces),
        warnings=tuple(file.warnings),
    )


def article_of_sources(project: Project, sources: Sequence[str]) -> Article | None:
    """Return the article whose segments have these sources, in their order."""
    for article in project.articles.all():
        segments = [s for s in project.segments.all(article.id) if source_keys(s)]
        if [s.source for s in segments] == list(sources):
            return article
    return None


def _article_of(project: Project, source: Document, target_code: str) -> Article | None:
    """Return the article that translates the same source into the same language."""
    texts = [unit.text for unit in source.units]
    for article in project.articles.all():
        if article.target_language != target_code:
            continue
        if [unit.text for unit in project.articles.units(article.id, "source")] == texts:
            return article
    return None


def refuse_twice(project: Project, article: Article, engine: str) -> None:
    """Make sure that an article has no translation of an engine.

    Raises:
        UsageError: It has one.
    """
    names = [article.engine, *(text.engine for text in other_texts(project, article.id))]
    if engine in names:
        raise UsageError(
            _("{article} has a translation by {engine}").format(article=article.slug, engine=engine),
            remedy=_("Give this one another name with --engine"),
        )


def _source_keys(project: Project, article: Article) -> list[str]:
    """Return the keys of an article's source units in their order."""
    keys = [
        key
        for segment in project.segments.all(article.id)
        if not segment.key.startswith("+")
        for key in segment.key.split("+")
    ]
    return sorted(keys)
