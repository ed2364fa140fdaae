"""Which format a file is in, by its name; third parties add theirs by entry points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from pathlib import Path

from transreview import plugins
from transreview.errors import UsageError
from transreview.formats.added_formats import function_at, probed
from transreview.formats.document import Document
from transreview.formats.encoding import decode
from transreview.formats.lines import mixed_line
from transreview.formats.reading import STDIN, read_bytes
from transreview.i18n import _
from transreview.model.unit import Granularity
from transreview.terminal_text import shell_word


@dataclass(frozen=True, slots=True)
class ArticleFormat:
    """A format that articles come in.

    Attributes:
        name: Its name, for messages.
        suffixes: Lower-case file name endings.
        reader: "module:function", imported on use.
        decoded: Whether the reader takes decoded text, `(decoded, path) -> Document`; otherwise it
            takes bytes, `(data, path, *, encoding) -> Document`.
        package: The package that adds it; empty for ours.
        code_comments: Whether the reader takes `code_comments`, to read comments inside code.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    _: KW_ONLY
    decoded: bool = True
    package: str = ""
    code_comments: bool = False

    def load(self) -> Callable[..., Document]:
        """Import and return the reader."""
        return function_at(self.reader)


ARTICLE_FORMATS: tuple[ArticleFormat, ...] = (
    ArticleFormat("plain text", (".txt", ".text"), "transreview.formats.text:read_text"),
    ArticleFormat(
        "Markdown",
        (".md", ".markdown", ".mkd", ".mdx"),
        "transreview.formats.markdown:read_markdown",
        code_comments=True,
    ),
    ArticleFormat("HTML", (".html", ".htm", ".xhtml"), "transreview.formats.html:read_html", decoded=False),
    ArticleFormat("subtitles", (".srt", ".vtt"), "transreview.formats.subtitles:read_subtitles"),
    ArticleFormat("Android strings", (".xml",), "transreview.formats.android:read_android"),
    ArticleFormat("JSON locale", (".json", ".arb"), "transreview.formats.json_articles:read_json"),
    ArticleFormat("YAML locale", (".yaml", ".yml"), "transreview.formats.yaml_articles:read_yaml"),
    ArticleFormat("Word", (".docx",), "transreview.formats.docx:read_docx", decoded=False),
    ArticleFormat("OpenDocument", (".odt",), "transreview.formats.odt:read_odt", decoded=False),
    ArticleFormat("EPUB", (".epub",), "transreview.formats.epub:read_epub", decoded=False),
)


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
    suffixes = ", ".join(suffix for known in (*ARTICLE_FORMATS, *_added()) for suffix in known.suffixes)
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


def known_format(path: Path | str) -> ArticleFormat | None:
    """Return the format of articles whose ending a file's name has, None where it has none of one."""
    suffix = Path(path).suffix.lower()
    return _with_suffix(ARTICLE_FORMATS, suffix) or _with_suffix(_added(), suffix)


def _with_suffix(formats: Sequence[ArticleFormat], suffix: str) -> ArticleFormat | None:
    return next((known for known in formats if suffix in known.suffixes), None)


# An entry point names an `ArticleFormat`; its name is the format's, for messages.
PLUGINS: plugins.Kind[ArticleFormat] = plugins.Kind(
    group="transreview.formats",
    left_out=lambda: _("The article format “{name}” of the package {package} is left out: {why}."),
    make=lambda _name, loaded: [probed(loaded, ArticleFormat)],
    names=lambda added: added.suffixes,
    taken=lambda: [suffix for known in ARTICLE_FORMATS for suffix in known.suffixes],
)


def _added() -> list[ArticleFormat]:
    """Return the formats of other packages; looked up only for an ending that we do not know."""
    return [replace(plugin.value, package=plugin.package) for plugin in plugins.load(PLUGINS)]


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
    odd = mixed_line(decoded.text) if decoded is not None else 0
    if odd:
        what = _("line {line}: line ends of more than one kind; each stays as it is").format(line=odd)
        document = replace(document, warnings=(*document.warnings, what))
    if granularity is Granularity.SENTENCE:
        from transreview.languages import language as language_of

        return document.cut(language_of(language or "und").sentences)
    return document
