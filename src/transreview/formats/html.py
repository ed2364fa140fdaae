"""HTML pages: the texts of the article in them; navigation, scripts and everything hidden is left out."""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import replace
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded, decode, known_encoding
from transreview.formats.html_article import article_texts
from transreview.formats.html_blocks import Found, html_texts
from transreview.formats.html_tokens import TokenKind, attributes, tokens
from transreview.formats.left_out import Beside
from transreview.formats.lines import newline_of
from transreview.formats.paragraph_kind import is_date_line
from transreview.formats.placing import Placed, units_and_layout
from transreview.formats.reading import no_text
from transreview.model.unit import UnitKind

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1024

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

_BLANKS = re.compile(r"[ \t\r\n\f]+")


def read_html(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:
    """Return the texts of a page: what is of the article, without navigation, scripts and what is hidden.

    The encoding that the page declares is believed only when all of its bytes are in it.

    Raises:
        InputError: There is no text in it, or its encoding cannot be told.
    """
    decoded = _decoded(data, path, encoding)
    source = decoded.text
    texts = html_texts(source)
    chosen, left, warnings = article_texts(texts)
    if not chosen:
        raise no_text(path)
    xml = bool(_XML_DECLARATION.match(source))
    places = [_of_page(place) for place in _kinds(chosen)]
    units, layout = units_and_layout(source, places, "xhtml" if xml else "html")
    attributes_read = sum(place.syntax.startswith("attribute") for place in places)
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata=_metadata(source),
        layout=layout,
        left=left,
        beside={Beside.ATTRIBUTE: attributes_read},
        warnings=tuple(warnings),
    )


def page_text(data: bytes, path: Path | str) -> str:
    """Return the characters of a page, in the encoding that it declares or that is found out."""
    return _decoded(data, path, None).text


def _kinds(found: list[Found]) -> list[Placed]:
    """Return texts with the kinds that depend on the others: one title, dates."""
    places: list[Placed] = []
    titled = False
    for one in found:
        kind = one.place.kind
        if kind is UnitKind.TITLE and titled:
            kind = UnitKind.HEADING
        if kind is UnitKind.PARAGRAPH and is_date_line(one.place.text):
            kind = UnitKind.DATE_LINE
        titled = titled or kind is UnitKind.TITLE
        places.append(replace(one.place, kind=kind))
    return places


def _of_page(place: Placed) -> Placed:
    """Return a text with its syntax only where that is not the page's own."""
    return replace(place, syntax="") if place.syntax == "html" else place


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


def _metadata(source: str) -> dict[str, str]:
    found: dict[str, str] = {}
    in_title = False
    for token in tokens(source):
        if token.kind is TokenKind.START and token.name == "html":
            language = next((one.value for one in attributes(source, token) if one.name == "lang"), "")
            found |= {"lang": language} if language else {}
        elif token.kind in {TokenKind.START, TokenKind.EMPTY} and token.name == "meta":
            given = {one.name: html.unescape(one.value).strip() for one in attributes(source, token)}
            name = given.get("name", "").lower()
            if name in {"author", "date"} and given.get("content"):
                found[name] = given["content"]
        elif in_title and token.kind is TokenKind.TEXT:
            found["title"] = _BLANKS.sub(" ", html.unescape(source[token.start : token.end])).strip()
        elif token.name == "body" and token.kind is TokenKind.START:
            break
        in_title = token.kind is TokenKind.START and token.name == "title"
    return {name: value for name, value in found.items() if value}
