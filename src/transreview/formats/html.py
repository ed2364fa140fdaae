"""HTML pages: the text of their blocks; scripts, styles, forms and everything hidden is left out."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as parser

from transreview.errors import InputError, UsageError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded, decode, known_encoding
from transreview.formats.paragraph_kind import is_date_line, paragraph_kind
from transreview.formats.reading import no_text
from transreview.formats.xml_reading import local_name
from transreview.model.unit import Unit, UnitKind

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1024

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "object", "embed",
    "iframe", "svg", "math", "canvas", "audio", "video", "button", "select", "textarea", "input",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n\f]+")


# What a block says of the paragraphs right inside it.
_KINDS = {
    "h1": UnitKind.TITLE, "h2": UnitKind.HEADING, "h3": UnitKind.HEADING, "h4": UnitKind.HEADING,
    "h5": UnitKind.HEADING, "h6": UnitKind.HEADING, "li": UnitKind.LIST_ITEM, "dt": UnitKind.LIST_ITEM,
    "dd": UnitKind.LIST_ITEM, "p": UnitKind.PARAGRAPH, "time": UnitKind.DATE_LINE,
}  # fmt: skip


def read_html(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:
    """Return the paragraphs, headings, list items and table cells of a page.

    The encoding that the page declares is believed only when all of its bytes are in it.

    Raises:
        InputError: There is no text in it, or its encoding cannot be told.
    """
    decoded = _decoded(data, path, encoding)
    text = _XML_DECLARATION.sub("", decoded.text)
    if not text.strip():
        raise no_text(path)
    try:
        root = parser.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise no_text(path) from error
    page = _Page()
    page.read(root, None)
    page.end_block()
    if not page.found:
        raise no_text(path)
    units: list[Unit] = []
    titled = False
    for index, (block, said) in enumerate(page.found):
        kind = said or paragraph_kind(block, first=index == 0, last=index == len(page.found) - 1)
        if kind is UnitKind.TITLE and titled:
            kind = UnitKind.HEADING
        if kind is UnitKind.PARAGRAPH and is_date_line(block):
            kind = UnitKind.DATE_LINE
        titled = titled or kind is UnitKind.TITLE
        units.append(Unit(block, kind=kind, paragraph=index, line=index + 1))
    return Document(tuple(units), decoded.encoding, "\n", _metadata(root))


class _Page:
    """Collects the text of blocks; inline elements run on, block elements and doubled breaks end one.

    Attributes:
        found: Text and, where the markup says it, kind of each block.
    """

    def __init__(self) -> None:
        self.found: list[tuple[str, UnitKind | None]] = []
        self._parts: list[str] = []
        self._kind: UnitKind | None = None

    def read(self, element: etree._Element, kind: UnitKind | None) -> None:
        """Read an element and what is inside it."""
        name = local_name(element)
        if name and name not in _SKIPPED and not _is_hidden(element):
            block = name in _BLOCKS
            kind = _KINDS.get(name, kind)
            if block:
                self.end_block()
            self._kind = kind
            self._add(element.text)
            if name == "br":
                self._parts.append("\v")
            for child in element:
                self.read(child, kind)
                self._kind = kind
                self._add(child.tail)
            if block:
                self.end_block()

    def end_block(self) -> None:
        """End the block under way; breaks in it count, other line ends do not."""
        lines = [_BLANKS.sub(" ", line).strip() for line in "".join(self._parts).split("\v")]
        self._parts.clear()
        for part in re.split(r"\n{2,}", "\n".join(lines).strip("\n")):
            if part:
                self.found.append((part, self._kind))

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text.replace("\v", " "))


def _is_hidden(element: etree._Element) -> bool:
    style: Any = element.get("style") or ""
    return element.get("hidden") is not None or bool(re.search(r"display\s*:\s*none", style))


def _decoded(data: bytes, path: Path | str, encoding: str | None) -> Decoded:
    """Return the page's text: in the encoding named, or declared and true, or found out."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if encoding or data.startswith(_MARKS) or declared is None:
        return decode(data, encoding, path=path)
    name = declared[1].decode("ascii").lower()
    # The WHATWG standard: pages that say Latin-1 or ASCII mean the Windows code page.
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}.get(
        name, name
    )
    try:
        return decode(data, known_encoding(name), path=path)
    except (InputError, UsageError):
        return decode(data, None, path=path)


def _metadata(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    title: Any = root.findtext(".//title")
    if title and title.strip():
        found["title"] = _BLANKS.sub(" ", title).strip()
    for meta in root.iter("meta"):
        name: Any = meta.get("name") or ""
        content: Any = meta.get("content") or ""
        if name.lower() in {"author", "date"} and content.strip():
            found[name.lower()] = content.strip()
    language: Any = root.get("lang")
    if language:
        found["lang"] = language
    return found
