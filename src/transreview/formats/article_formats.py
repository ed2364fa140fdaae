"""The formats that articles come in, by the end of a name; other packages add theirs by entry points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from pathlib import Path

from transreview import plugins
from transreview.formats.added_formats import function_at, probed
from transreview.formats.document import Document
from transreview.i18n import _


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
    ArticleFormat("Apple strings", (".strings",), "transreview.formats.apple_strings:read_strings"),
    ArticleFormat(
        "Apple plural strings", (".stringsdict",), "transreview.formats.stringsdict:read_stringsdict"
    ),
    ArticleFormat(
        "Java properties",
        (".properties",),
        "transreview.formats.properties:read_properties",
        decoded=False,
    ),
    ArticleFormat(".NET resources", (".resx",), "transreview.formats.resx:read_resx"),
    ArticleFormat("JSON locale", (".json", ".arb"), "transreview.formats.json_articles:read_json"),
    ArticleFormat("YAML locale", (".yaml", ".yml"), "transreview.formats.yaml_articles:read_yaml"),
    ArticleFormat("Word", (".docx",), "transreview.formats.docx:read_docx", decoded=False),
    ArticleFormat("OpenDocument", (".odt",), "transreview.formats.odt:read_odt", decoded=False),
    ArticleFormat("EPUB", (".epub",), "transreview.formats.epub:read_epub", decoded=False),
)


def known_format(path: Path | str) -> ArticleFormat | None:
    """Return the format of articles whose ending a file's name has, None where it has none of one."""
    suffix = Path(path).suffix.lower()
    return _with_suffix(ARTICLE_FORMATS, suffix) or _with_suffix(added_formats(), suffix)


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


def added_formats() -> list[ArticleFormat]:
    """Return the formats of other packages; looked up only for an ending that we do not know."""
    return [replace(plugin.value, package=plugin.package) for plugin in plugins.load(PLUGINS)]
