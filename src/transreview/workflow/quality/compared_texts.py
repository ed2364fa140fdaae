"""Which texts a score compares: a translation's own lines where it was given line by line, else segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.languages import language
from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.model.unit import Granularity
from transreview.workflow.quality.engines import EngineText

if TYPE_CHECKING:
    from transreview.project import Project

MACHINE = "machine translation"
REVIEWED = "reviewed text"

TextName = tuple[str, str]
"""Which text (`MACHINE` or `REVIEWED`) and the engine's name; the reviewed text has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTexts:
    """The texts of an article, piece by piece beside the reference.

    Attributes:
        references: The reference, one text a piece.
        texts: The same pieces of each text.
        by_line: Whether the pieces are the lines as they were given; segments otherwise.
        without: Source segments left out: the reference has nothing for them.
        no_machine: Pieces for which the machine translation has nothing; scored as empty.
        added: Pieces of the translation alone; scored against nothing.
        missing: By engine, pieces that its translation has not alone; scored as empty.
    """

    references: list[str]
    texts: dict[TextName, list[str]]
    by_line: bool
    without: int = 0
    no_machine: int = 0
    added: int = 0
    missing: dict[str, int]


def compared_texts(
    project: Project,
    article: Article,
    segments: Sequence[Segment],
    engines: Sequence[EngineText],
    *,
    reviewed: bool,
) -> ComparedTexts | None:
    """Return what is scored of an article; None without a reference.

    Args:
        project: An open project.
        article: The article.
        segments: Its segments.
        engines: All its machine translations, the first the one it was brought in with.
        reviewed: Whether the reviewed text is among the texts.
    """
    if not any(segment.reference for segment in segments):
        return None
    return _by_line(project, article, segments, engines, reviewed=reviewed) or _by_segment(
        article, segments, engines, reviewed=reviewed
    )


def _by_line(
    project: Project,
    article: Article,
    segments: Sequence[Segment],
    engines: Sequence[EngineText],
    *,
    reviewed: bool,
) -> ComparedTexts | None:
    """Return the lines as they were given, where all sides have as many; None elsewhere."""
    if article.granularity is not Granularity.PARAGRAPH:
        return None
    references = [unit.text for unit in project.articles.units(article.id, "reference")]
    sources = project.articles.units(article.id, "source")
    if not references or len(sources) != len(references):
        return None
    if any(len(engine.lines) != len(references) for engine in engines):
        return None
    texts = {(MACHINE, engine.engine): list(engine.lines) for engine in engines}
    if reviewed:
        lines = _reviewed_lines(segments, len(references))
        if lines is None:
            return None
        texts[REVIEWED, ""] = lines
    return ComparedTexts(references=references, texts=texts, by_line=True, missing={})


def _reviewed_lines(segments: Sequence[Segment], count: int) -> list[str] | None:
    """Return the reviewed text line by line, where every segment still has its translation's lines."""
    lines: list[str] = []
    # A stable sort: what is not known to stand elsewhere keeps the order of the source.
    for segment in sorted(segments, key=lambda one: one.target_line):
        own = int(segment.bead.partition("-")[2])
        parts = segment.target.split("\n\n") if own > 1 else [segment.target]
        if own and len(parts) != own:
            return None
        if own == 0 and segment.target:
            return None
        lines += parts if own else []
    return lines if len(lines) == count else None


def _by_segment(
    article: Article, segments: Sequence[Segment], engines: Sequence[EngineText], *, reviewed: bool
) -> ComparedTexts:
    kept = [s for s in segments if s.reference is not None or not s.source]
    joiner = language(article.target_language).joiner
    texts: dict[TextName, list[str]] = {}
    missing = {}
    for number, engine in enumerate(engines):
        found = [s.machine for s in kept] if number == 0 else engine.for_segments(kept, joiner or "\n")
        texts[MACHINE, engine.engine] = [text or "" for text in found]
        missing[engine.engine] = sum(text is None for text in found)
    if reviewed:
        texts[REVIEWED, ""] = [s.target for s in kept]
    return ComparedTexts(
        references=[s.reference or "" for s in kept],
        texts=texts,
        by_line=False,
        without=len(segments) - len(kept),
        no_machine=sum(bool(s.source) and not s.machine for s in kept),
        added=sum(not s.source for s in kept),
        missing=missing,
    )
