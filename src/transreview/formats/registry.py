"""Reading an article's file, in the format that its name says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from transreview import plugins
from transreview.errors import UsageError
from transreview.formats.article_formats import ARTICLE_FORMATS, ArticleFormat, added_formats, known_format
from transreview.formats.document import Document
from transreview.formats.encoding import decode
from transreview.formats.lines import mixed_line
from transreview.formats.reading import STDIN, read_bytes
from transreview.i18n import _
from transreview.model.unit import Granularity
from transreview.terminal_text import shell_word


def article_format(path: Path | str) -> ArticleFormat:
    """Return the format of an article's file, by the end of its name; plain text without one.

    Raises:
        UsageError: No format has this ending.
    """
    suffix = Path(path).suffix.lower()
    if str(path) == STDIN or not suffix:
        return ARTICLE_FORMATS[0]
    if found := known_format(path):
        return found
    suffixes = ", ".join(
        suffix for known in (*ARTICLE_FORMATS, *added_formats()) for suffix in known.suffixes
    )
    from transreview.formats.readers import pair_reader

    if pair_reader(path) is not None:
        raise UsageError(
            _("this is a bilingual file, not the text of one side"),
            path=path,
            remedy=_("Name it alone: transreview new PROJECT {file}.").format(file=shell_word(str(path))),
        )
    raise UsageError(
        _("articles cannot be read from {suffix} files").format(suffix=suffix),
        path=path,
        remedy=_("Known endings: {suffixes}. Rename a text file to .txt.").format(suffixes=suffixes),
    )


def read_document(
    path: Path | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    granularity: Granularity = Granularity.PARAGRAPH,
    code_comments: bool = False,
) -> Document:
    """Return the units of an article's file, or of standard input for "-".

    Args:
        path: The file; its ending says its format.
        encoding: Name of the encoding; None to detect it.
        language: BCP 47 tag, which says where sentences end; None for rules that fit most.
        granularity: Whether to cut paragraphs into sentences.
        code_comments: Comments inside code blocks are text too, in formats that have such blocks.

    Raises:
        InputError: The file cannot be read, has no text, or is damaged.
        UsageError: No format has this ending, or no encoding this name.
    """
    article_format(path)  # an unknown ending is said before the file is looked for
    return parse_document(
        read_bytes(path),
        path,
        encoding=encoding,
        language=language,
        granularity=granularity,
        code_comments=code_comments,
    )


def parse_document(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    granularity: Granularity = Granularity.PARAGRAPH,
    code_comments: bool = False,
) -> Document:
    """Return the units of an article's file whose bytes are at hand; the rest as for `read_document`."""
    known = article_format(path)
    decoded = decode(data, encoding, path=path) if known.decoded else None
    options = {"code_comments": True} if code_comments and known.code_comments else {}
    with plugins.blamed(known.name, known.package):
        if decoded is not None:
            document = known.load()(decoded, path, **options)
        else:
            document = known.load()(data, path, encoding=encoding)
        plugins.returned(document, Document)
    if decoded is not None:
        document = _with_mark(document, data, decoded.encoding)
    odd = mixed_line(decoded.text) if decoded is not None else 0
    if odd:
        what = _("line {line}: line ends of more than one kind; each stays as it is").format(line=odd)
        document = replace(document, warnings=(*document.warnings, what))
    if granularity is Granularity.SENTENCE:
        from transreview.languages import language as language_of

        return document.cut(language_of(language or "und").sentences)
    return document


def _with_mark(document: Document, data: bytes, encoding: str) -> Document:
    """Return a document whose byte order mark comes out as it was, where its codec has another or none."""
    if not encoding.startswith("utf") or document.layout is None or not document.layout.gaps:
        return document
    codec = f"{encoding}-be" if encoding in {"utf-16", "utf-32"} else encoding
    if "".encode(codec) or not data.startswith("\ufeff".encode(codec)):
        return document
    first, *others = document.layout.gaps
    layout = replace(document.layout, gaps=(f"\ufeff{first}", *others))
    return replace(document, encoding=codec, layout=layout)
