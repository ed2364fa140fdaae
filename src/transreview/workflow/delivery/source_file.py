"""The translation in the file of its source, where it came as plain text beside a Word file or a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from transreview.formats.archives import fill_archive
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage, fill
from transreview.i18n import _, ngettext
from transreview.languages import language
from transreview.languages.tags import parse_tag
from transreview.model.article import Article
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.workflow.delivery.article_text import joined_units, spread
from transreview.workflow.delivery.target_layout import (
    SOURCE_LAYOUT,
    TargetLayout,
    file_layout,
    kept_layout,
    pieces,
)

_PLAIN = frozenset({"", "text", "markdown"})
_NAMED = 5  # marks that are named; the rest is counted
_ROOT = re.compile(r"<html\b[^>]*>", re.IGNORECASE)
_LANGUAGE = re.compile(r"(\blang\s*=\s*[\"'])([^\"']*)", re.IGNORECASE)


def kept_source(source: Document, target: Document) -> dict[str, str]:
    """Return what has to be kept of a source's file; nothing where the translation's own will do."""
    form = source.layout.format if source.layout else ""
    own = target.layout.format if target.layout else ""
    return {SOURCE_LAYOUT: "" if form in _PLAIN or form == own else kept_layout(source)}


def source_form(project: Project, article: Article) -> str:
    """Return the format of the source's file, "" where the project does not keep it."""
    return file_layout(project, article, SOURCE_LAYOUT).file_format


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The translation in its source's file.

    Attributes:
        text: Its characters, "" for an archive.
        data: Its bytes, where it is an archive.
        kept: What the project keeps of the file.
        notes: What could not be kept, one sentence each.
    """

    text: str
    data: bytes
    kept: TargetLayout
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Placed:
    passages: list[Passage]
    untranslated: int = 0
    emptied: int = 0
    notes: list[str] = field(default_factory=list)


def source_file(project: Project, article: Article, to: str) -> SourceFile | None:
    """Return the translation as it stands in the file of its source; None where that is no such file.

    Each block of the source's file gets the translation of its segments. What has none keeps its source,
    which is told.

    Args:
        project: The project.
        article: The article.
        to: The format that is asked for.
    """
    kept = file_layout(project, article, SOURCE_LAYOUT)
    if kept.layout is None or kept.file_format != to:
        return None
    units = project.articles.units(article.id, "source")
    groups = pieces(units, kept.letters)
    if groups is None:
        return None
    joiner = language(article.target_language).joiner
    placed = _placed(project, article, units, joiner)
    between = language(article.source_language).joiner
    whole, passages = joined_units(units, placed.passages, groups, joiner, between=between)
    if kept.layout.archive:
        data, filled = fill_archive(kept.layout, whole, passages, article.source_path)
        text = ""
    else:
        filled, data = fill(kept.layout, whole, passages, newline=kept.newline, joiner=joiner), b""
        text = _in_language(filled.text, article) if to == "html" else filled.text
    return SourceFile(text, data, kept, tuple(_notes(placed, filled, whole)))


def _placed(project: Project, article: Article, units: Sequence[Unit], joiner: str) -> _Placed:
    """Return the translation by the units of the source; what the translation added stands behind them."""
    placed = _Placed([])
    at: list[tuple[int, int, Passage]] = []
    anchor = -1
    beads = project.articles.beads(article.id)
    for number, (segment, bead) in enumerate(zip(project.segments.each(article.id), beads, strict=True)):
        own = [units[index] for index in bead.source]
        if own and segment.target.strip():
            given = spread(segment.target, own, joiner)
            placed.emptied += _emptied(own, given)
        elif own:
            given = [unit.text for unit in own]
            placed.untranslated += len({unit.paragraph for unit in own})
        elif segment.target:
            at.append((anchor, number, Passage(segment.target, None, kind=segment.kind)))
            continue
        else:
            continue
        at += [(index, -1, Passage(text, index)) for index, text in zip(bead.source, given, strict=True)]
        anchor = bead.source[-1]
    placed.passages = [passage for _anchor, _number, passage in sorted(at, key=lambda one: one[:2])]
    return placed


def _emptied(units: Sequence[Unit], given: Sequence[str]) -> int:
    """Return how many paragraphs got nothing, because their translation stands in the one before them."""
    blocks = groupby(zip(units, given, strict=True), key=lambda pair: pair[0].paragraph)
    return sum(not any(text for _unit, text in block) for _number, block in blocks)


def _in_language(text: str, article: Article) -> str:
    """Return a page that says which language it is in now."""
    root = _ROOT.search(text)
    if root is None:
        return text

    def translated(found: re.Match[str]) -> str:
        same = parse_tag(found[2]).language == parse_tag(article.source_language).language
        return found[1] + (article.target_language if same else found[2])

    return text[: root.start()] + _LANGUAGE.sub(translated, root[0]) + text[root.end() :]


def _notes(placed: _Placed, filled: Filled, units: Sequence[Unit]) -> Iterator[str]:
    yield _("It is the file of the source with the translation in it.")
    if placed.untranslated:
        yield ngettext(
            "{count} block has no translation: its source stands there.",
            "{count} blocks have no translation: their source stands there.",
            placed.untranslated,
        ).format(count=placed.untranslated)
    if placed.emptied:
        yield ngettext(
            "{count} block is empty: its translation stands in the block before it.",
            "{count} blocks are empty: their translation stands in the block before them.",
            placed.emptied,
        ).format(count=placed.emptied)
    for index, mark in filled.lost[:_NAMED]:
        words = " ".join(units[index].text.split())
        yield _(
            "Line {line} of the source: {mark} is not in it, because nobody says at which words of the "
            "translation it belongs: “{text}”"
        ).format(line=units[index].line, mark=mark, text=words if len(words) <= 60 else words[:59] + "…")
    more = len(filled.lost) - _NAMED
    if more > 0:
        yield ngettext("{count} more mark is not in it.", "{count} more marks are not in it.", more).format(
            count=more
        )
    for text in filled.homeless:
        yield _("There is no place in the file for the added text “{text}”; it is left out.").format(
            text=" ".join(text.split())[:60]
        )
