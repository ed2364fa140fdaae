"""Which format a file is in, by its name; third parties add theirs by entry points."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from transreview.errors import UsageError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded, decode
from transreview.formats.reading import STDIN, read_bytes
from transreview.i18n import _
from transreview.model.unit import Granularity

ENTRY_POINTS = "transreview.formats"


class TextReader(Protocol):
    """Makes a document of decoded text."""

    def __call__(self, decoded: Decoded, path: Path | str) -> Document:
        """Return the document."""


class BytesReader(Protocol):
    """Makes a document of bytes that are no plain text, or that name their encoding themselves."""

    def __call__(self, data: bytes, path: Path | str, *, encoding: str | None) -> Document:
        """Return the document."""


@dataclass(frozen=True, slots=True)
class ArticleFormat:
    """A format that articles come in.

    Attributes:
        name: Its name, for messages.
        suffixes: Lower-case file name endings.
        reader: "module:function", imported on use.
        decoded: Whether the reader takes decoded text; otherwise it takes bytes.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    decoded: bool = True

    def load(self) -> Callable[..., Document]:
        """Import and return the reader: a `TextReader` or a `BytesReader`."""
        module, function = self.reader.split(":")
        loaded: Callable[..., Document] = getattr(importlib.import_module(module), function)
        return loaded


ARTICLE_FORMATS: tuple[ArticleFormat, ...] = (
    ArticleFormat("plain text", (".txt", ".text"), "transreview.formats.text:read_text"),
    ArticleFormat("Markdown", (".md", ".markdown", ".mkd"), "transreview.formats.markdown:read_markdown"),
    ArticleFormat("HTML", (".html", ".htm", ".xhtml"), "transreview.formats.html:read_html", decoded=False),
    ArticleFormat("Word", (".docx",), "transreview.formats.docx:read_docx", decoded=False),
)


def article_format(path: Path | str) -> ArticleFormat:
    """Return the format of an article's file, by the end of its name; plain text without one.

    Raises:
        UsageError: No format has this ending.
    """
    suffix = Path(path).suffix.lower()
    if str(path) == STDIN or not suffix:
        return ARTICLE_FORMATS[0]
    for known in (*ARTICLE_FORMATS, *_added()):
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(suffix for known in ARTICLE_FORMATS for suffix in known.suffixes)
    raise UsageError(
        _("articles cannot be read from {suffix} files").format(suffix=suffix),
        path=path,
        remedy=_("Known endings: {suffixes}. Rename a text file to .txt.").format(suffixes=suffixes),
    )


def _added() -> list[ArticleFormat]:
    """Return the formats of other packages; looked up only for an ending that we do not know."""
    from importlib.metadata import entry_points

    loaded = [entry.load() for entry in entry_points(group=ENTRY_POINTS)]
    return [found for found in loaded if isinstance(found, ArticleFormat)]


def read_document(
    path: Path | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    granularity: Granularity = Granularity.PARAGRAPH,
) -> Document:
    """Return the units of an article's file, or of standard input for "-".

    Args:
        path: The file; its ending says its format.
        encoding: Name of the encoding; None to detect it.
        language: BCP 47 tag, which says where sentences end; None for rules that fit most.
        granularity: Whether to cut paragraphs into sentences.

    Raises:
        InputError: The file cannot be read, has no text, or is damaged.
        UsageError: No format has this ending, or no encoding this name.
    """
    article_format(path)  # an unknown ending is said before the file is looked for
    return parse_document(
        read_bytes(path), path, encoding=encoding, language=language, granularity=granularity
    )


def parse_document(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    granularity: Granularity = Granularity.PARAGRAPH,
) -> Document:
    """Return the units of an article's file whose bytes are at hand; the rest as for `read_document`."""
    known = article_format(path)
    if known.decoded:
        document = known.load()(decode(data, encoding, path=path), path)
    else:
        document = known.load()(data, path, encoding=encoding)
    if granularity is Granularity.SENTENCE:
        from transreview.languages import language as language_of

        return document.cut(language_of(language or "und").sentences)
    return document
