"""The reviewed article as a file: the one it came from with new text in it, or Markdown or plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transreview.errors import UsageError
from transreview.formats.archives import fill_archive
from transreview.formats.conversion import converted
from transreview.formats.filling import Filled, Passage, fill
from transreview.formats.rendering import render
from transreview.i18n import _, ngettext
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.unit import Unit
from transreview.project.project import Project
from transreview.workflow.delivery.article_text import current_passages, joined_units
from transreview.workflow.delivery.source_file import source_file
from transreview.workflow.delivery.target_layout import TargetLayout, pieces, target_layout

OWN_FILES: dict[str, tuple[str, ...]] = {
    "markdown": (".md", ".markdown", ".mkd", ".mdx"),
    "text": (".txt", ".text"),
    "html": (".html", ".htm", ".xhtml"),
    "docx": (".docx",),
    "odt": (".odt",),
    "epub": (".epub",),
    "subtitle": (".srt", ".vtt"),
    "android": (".xml",),
    "strings": (".strings",),
    "stringsdict": (".stringsdict",),
    "properties": (".properties",),
    "resx": (".resx",),
    "json": (".json", ".arb"),
    "yaml": (".yaml", ".yml"),
}
"""Formats that an article comes out in, with the endings that ask for them."""

_NAMED = 5  # lost marks that are named; the rest is counted


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file to write.

    Attributes:
        data: Its bytes.
        notes: What could not be kept in it, one sentence each.
    """

    data: bytes
    notes: tuple[str, ...] = ()


def article_file(project: Project, article: Article, to: str) -> ArticleFile:
    """Return the article as it stands, as a file of a format.

    Args:
        project: The project that has it.
        article: The article.
        to: One of `OWN_FILES`. In the format of the translation's own file, that file comes back
            with nothing changed but what was edited. In that of the source's, the translation stands in the
            source's file. Others than text and Markdown need one of the two.

    Raises:
        UsageError: The translation came as a file of another format.
    """
    units = project.articles.units(article.id, "target")
    joiner = language(article.target_language).joiner
    passages = current_passages(project, article, units)
    kept = target_layout(project, article)
    groups = pieces(units, kept.letters) if kept.layout else None
    if kept.layout is not None and groups is not None:
        own = _own_file(article, kept, *joined_units(units, passages, groups, joiner), joiner)
        if kept.file_format == to:
            return own
        if kept.file_format not in {"text", "markdown"} and to in {"text", "markdown"}:
            text = converted(own.data, article.target_path, kept.file_format, to)
            if text is not None:
                return ArticleFile(text.encode("utf-8"), (*own.notes, *_flattened(kept, to)))
    if to not in {"text", "markdown"}:
        shaped = source_file(project, article, to)
        if shaped is not None:
            return ArticleFile(shaped.data or _encoded(shaped.text, shaped.kept), shaped.notes)
        raise _of_another_format(article, kept, to)
    text = render(units, passages, to=to, syntax=kept.syntax, joiner=joiner)
    return ArticleFile(text.encode("utf-8"), tuple(_flattened(kept, to)))


def _own_file(
    article: Article, kept: TargetLayout, units: Sequence[Unit], passages: Sequence[Passage], joiner: str
) -> ArticleFile:
    """Return the translation's own file with the text as it stands."""
    assert kept.layout is not None
    if kept.layout.archive:
        data, filled = fill_archive(kept.layout, units, passages, article.target_path)
    else:
        filled = fill(kept.layout, units, passages, newline=kept.newline, joiner=joiner)
        data = _encoded(filled.text, kept)
    return ArticleFile(data, tuple(_notes(filled, units)))


def _encoded(text: str, kept: TargetLayout) -> bytes:
    """Return text in the encoding of the file it replaces; what that lacks as HTML writes it, or in UTF-8."""
    try:
        return text.encode(kept.encoding)
    except UnicodeEncodeError:
        if kept.file_format == "html":
            return text.encode(kept.encoding, "xmlcharrefreplace")
        return text.encode("utf-8")


def _notes(filled: Filled, units: Sequence[Unit]) -> list[str]:
    notes = [
        _("Line {line}: {mark} is gone, because the words it stood at are gone: “{text}”").format(
            line=units[index].line, mark=mark, text=_short(units[index].text)
        )
        for index, mark in filled.lost[:_NAMED]
    ]
    more = len(filled.lost) - _NAMED
    if more > 0:
        notes.append(
            ngettext("{count} more mark is gone.", "{count} more marks are gone.", more).format(count=more)
        )
    notes += [
        _("There is no place in the file for the added text “{text}”; it is left out.").format(
            text=_short(text)
        )
        for text in filled.homeless
    ]
    return notes


def _flattened(kept: TargetLayout, to: str) -> list[str]:
    """Return what is lost by writing an article in another format than its own."""
    if to == "markdown" and kept.file_format in {"html", "docx", "epub"}:
        return [_("Headers, footers, colours and other looks that Markdown does not have are not in it.")]
    if kept.file_format in {"", "text", "markdown"}:
        return []
    return [_("Links, emphasis and pictures of the translation's file are not in it.")]


def _of_another_format(article: Article, kept: TargetLayout, to: str) -> UsageError:
    if kept.file_format == to:
        return UsageError(
            _("the file of the translation of {article} can no longer be put together").format(
                article=article.slug
            ),
            remedy=_("Export it as .md or .txt."),
        )
    return UsageError(
        _("the translation of {article} did not come as such a file, so none can be written").format(
            article=article.slug
        ),
        path=article.target_path,
        remedy=_(
            "Export it in its own format ({own}), as .md or .txt, or as a sheet to review: --format review."
        ).format(own=kept.file_format or "text"),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
