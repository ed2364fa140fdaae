"""The table of contents of an EPUB book: the titles that reading programs list beside the pages."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml import etree

from transreview.formats.encoding import decode
from transreview.formats.outer_blanks import on_one_line
from transreview.formats.packed import Packed
from transreview.formats.packed_texts import Member
from transreview.formats.placing import Placed
from transreview.formats.reading import display_name
from transreview.model.unit import UnitKind

_NCX = "application/x-dtbncx+xml"
# A title of EPUB 2 stands in <text>, one of EPUB 3 in a link or span of the navigation page.
_NCX_TITLE = re.compile(r"<(?:\w+:)?text(?:\s[^<>]*)?>([^<]*)</(?:\w+:)?text\s*>")
_NAV_TITLE = re.compile(r"<(a|span|h[1-6]|title)(?:\s[^<>]*)?>([^<]*)</\1\s*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def contents_of(
    packed: Packed, package: etree._Element, folder: str, pages: Sequence[str], path: str
) -> Iterator[Member]:
    """Yield the members of a book that list its contents, with their titles.

    Args:
        packed: The book.
        package: Its package document.
        folder: The folder that the package document stands in.
        pages: The pages of its spine, which are read as pages.
        path: Its name, for messages.
    """
    for item in package.iter("{*}item"):
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        ncx = item.get("media-type") == _NCX
        navigation = "nav" in (item.get("properties") or "").split()
        if name not in packed.names or name in pages or not (ncx or navigation):
            continue
        decoded = decode(packed.part(name), None, path=f"{display_name(path)} ({name})")
        places = _titles(decoded.text, _NCX_TITLE if ncx else _NAV_TITLE)
        yield Member(name=name, source=decoded.text, encoding=decoded.encoding, places=places, syntax="xhtml")


def _titles(source: str, pattern: re.Pattern[str]) -> list[Placed]:
    """Return the titles of a table of contents by their places."""
    bare = _COMMENT.sub(lambda match: " " * len(match[0]), source)
    places = []
    for match in pattern.finditer(bare):
        start, end = match.span(match.re.groups)
        raw = source[start:end]
        text = on_one_line(html.unescape(raw))
        if not any(one.isalnum() for one in text):
            continue
        start += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
        kind = UnitKind.CAPTION
        places.append(Placed(start=start, end=end, text=text, kind=kind, syntax="html-title", marks=()))
    return places
