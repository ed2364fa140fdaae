"""EPUB books: the pages of their spine, one after the other, then the titles of their table of contents."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import decode
from transreview.formats.epub_contents import contents_of
from transreview.formats.filling import Filled, Passage
from transreview.formats.html_blocks import html_texts
from transreview.formats.left_out import Beside, Left
from transreview.formats.packed import Packed
from transreview.formats.packed_texts import Member, document_of, fill_members
from transreview.formats.reading import display_name
from transreview.formats.xml_reading import local_name, parse_xml
from transreview.i18n import _
from transreview.model.unit import Unit

_CONTAINER = "META-INF/container.xml"


def read_epub(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:  # noqa: ARG001
    """Return the texts of a book in the order of its spine.

    Raises:
        InputError: It is no EPUB, damaged, or protected.
    """
    book = _members(Packed(data, path), path)
    members = [*book.pages, *book.contents]
    attributes = sum(place.syntax.startswith("attribute") for one in members for place in one.places)
    return document_of(
        data,
        str(path),
        members,
        format="epub",
        metadata=book.metadata,
        left=book.left,
        beside={
            Beside.ATTRIBUTE: attributes,
            Beside.CONTENTS: sum(len(one.places) for one in book.contents),
        },
    )


def fill_epub(
    data: bytes, units: Sequence[Unit], passages: Sequence[Passage], path: str
) -> tuple[bytes, Filled]:
    """Return a book with new text in it."""
    packed = Packed(data, path)
    book = _members(packed, path)
    return fill_members(packed, [*book.pages, *book.contents], units, passages)


def pages_of(data: bytes, path: str) -> list[str]:
    """Return the pages of a book in the order of its spine."""
    return [member.source for member in _members(Packed(data, path), path).pages]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What a book holds.

    Attributes:
        pages: The pages of its spine.
        contents: What lists its contents.
        metadata: What it says of itself.
        left: What no text is read of.
    """

    pages: list[Member]
    contents: list[Member]
    metadata: dict[str, str]
    left: Counter[Left]


def _members(packed: Packed, path: Path | str) -> _Book:
    folder = _folder(packed.names)
    if folder + _CONTAINER not in packed.names:
        raise InputError(
            _("this is no EPUB book: it has no {part}").format(part=_CONTAINER),
            path=display_name(path),
            remedy=_("Name a file that is one."),
        )
    if {f"{folder}META-INF/encryption.xml", f"{folder}META-INF/rights.xml"} <= {*packed.names}:
        raise InputError(
            _("this book is protected against reading"),
            path=display_name(path),
            remedy=_("Ask its publisher for a copy without protection."),
        )
    container = parse_xml(packed.part(folder + _CONTAINER), f"{display_name(path)} ({folder}{_CONTAINER})")
    root = folder + (next((one.get("full-path") for one in container.iter("{*}rootfile")), None) or "")
    package = parse_xml(packed.part(root), f"{display_name(path)} ({root})")
    left: Counter[Left] = Counter()
    members = []
    spine = _spine(package, posixpath.dirname(root))
    for name in spine:
        if name not in packed.names:
            continue
        decoded = decode(packed.part(name), None, path=f"{display_name(path)} ({name})")
        texts = html_texts(decoded.text)
        left.update(texts.left)
        places = [
            replace(one.place, syntax="" if one.place.syntax == "html" else one.place.syntax)
            for one in texts.found
        ]
        members.append(
            Member(name=name, source=decoded.text, encoding=decoded.encoding, places=places, syntax="xhtml")
        )
    contents = list(contents_of(packed, package, posixpath.dirname(root), spine, str(path)))
    return _Book(pages=members, contents=contents, metadata=_metadata(package), left=left)


def _folder(names: Collection[str]) -> str:
    """Return the folder that a book was packed in, with its slash; "" where it was packed as it should be."""
    packed_in = [name for name in names if name.count("/") == 2 and name.endswith(f"/{_CONTAINER}")]
    return packed_in[0].removesuffix(_CONTAINER) if len(packed_in) == 1 and _CONTAINER not in names else ""


def _spine(package: etree._Element, folder: str) -> list[str]:
    """Return the names of the pages in the order in which they are read."""
    manifest = {one.get("id"): one for one in package.iter("{*}item")}
    names = []
    for reference in package.iter("{*}itemref"):
        item = manifest.get(reference.get("idref"))
        kind = "" if item is None else item.get("media-type") or ""
        if item is not None and ("html" in kind or kind == ""):
            names.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))))
    return names


def _metadata(package: etree._Element) -> dict[str, str]:
    wanted = {"title": "title", "creator": "author", "language": "lang", "date": "date"}
    found: dict[str, str] = {}
    for one in package.iter():
        name = wanted.get(local_name(one) or "")
        if name and "purl.org/dc" in str(one.tag) and one.text and one.text.strip():
            found.setdefault(name, one.text.strip())
    return found
