"""Changing single elements of an XML file and leaving every other byte as it stands."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape

from lxml import etree

from transreview.errors import InputError
from transreview.formats.reading import display_name
from transreview.formats.xml_reading import parse_xml
from transreview.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_RETURN = {"\r": "&#13;"}


@dataclass(slots=True)
class Extent:
    """Where an element stands in the file.

    Attributes:
        start: Offset of its "<".
        inside: Offset behind its start tag.
        close: Offset of its end tag; that of `inside` for an element that has none.
        end: Offset behind it.
    """

    start: int
    inside: int
    close: int
    end: int


class XmlEditor:
    """An XML file whose elements can be changed one by one.

    Args:
        data: The bytes of the file.
        path: Its name, for messages.
        encoding: Its encoding, against what it says itself.

    Attributes:
        root: Its root element.
    """

    def __init__(self, data: bytes, path: Path | str, encoding: str | None = None) -> None:
        self.path = path
        self.root = parse_xml(data, path, encoding=encoding)
        self._codec = encoding or _codec_of(data)
        try:
            text = data.decode(self._codec)
            same = text.encode(self._codec) == data
        except (UnicodeError, LookupError):
            same = False
        if not same:
            raise InputError(
                _("this file cannot be written back: its bytes are not those of its encoding, {name}").format(
                    name=self._codec
                ),
                path=display_name(path),
                remedy=_("Save it as UTF-8 first, or export to a new file."),
            )
        self._data = text.encode("utf-8")
        extents = _extents(self._data)
        elements = list(self.root.iter("*"))
        if len(elements) != len(extents):
            raise InputError(
                _("this file cannot be written back: its elements cannot be told apart"),
                path=display_name(path),
                remedy=_("Export to a new file instead."),
            )
        self._extents = dict(zip(elements, extents, strict=True))
        self._edits: list[tuple[int, int, bytes]] = []
        self._attributes: dict[Any, dict[str, str | None]] = {}
        self._insides: dict[Any, bytes] = {}

    def raw(self, element: etree._Element) -> bytes:
        """Return an element as it stands in the file."""
        extent = self._extents[element]
        return self._data[extent.start : extent.end]

    def inside(self, element: etree._Element) -> bytes:
        """Return what stands between an element's tags."""
        extent = self._extents[element]
        return self._data[extent.inside : extent.close]

    def start_tag(self, element: etree._Element) -> bytes:
        """Return an element's start tag as it stands in the file."""
        extent = self._extents[element]
        return self._data[extent.start : extent.inside]

    def end_tag(self, element: etree._Element) -> bytes:
        """Return an element's end tag as it stands in the file, b"" for one that closes itself."""
        extent = self._extents[element]
        return self._data[extent.close : extent.end]

    def prefix(self, element: etree._Element) -> str:
        """Return the namespace prefix that an element has in the file, with its colon."""
        name = re.match(rb"<([^\s/>]+)", self.start_tag(element))
        written = name[1].decode() if name else ""
        return written[: written.index(":") + 1] if ":" in written else ""

    def set_inside(self, element: etree._Element, content: bytes) -> None:
        """Put something else between an element's tags."""
        self._insides[element] = content

    def set_attribute(self, element: etree._Element, name: str, value: str | None) -> None:
        """Set an attribute of an element by the name it has in the file; None takes it away."""
        self._attributes.setdefault(element, {})[name] = value

    def insert_after(self, element: etree._Element, content: bytes) -> None:
        """Put something behind an element, on a line of its own where the element stands on one."""
        extent = self._extents[element]
        line = self._data.rfind(b"\n", 0, extent.start)
        before = self._data[line : extent.start] if line >= 0 else b""
        own_line = before.strip() == b"" and before != b""
        if own_line and self._data[line - 1 : line] == b"\r":
            before = b"\r" + before
        self._edits.append((extent.end, extent.end, (before if own_line else b"") + content))

    def result(self) -> bytes:
        """Return the file with all changes.

        Raises:
            InputError: Its encoding lacks a character of a change.
        """
        edits = [*self._edits, *map(self._edit_of, {*self._attributes, *self._insides})]
        parts, at = [], 0
        for start, end, content in sorted(edits, key=lambda edit: edit[:2]):
            parts += [self._data[at:start], content]
            at = end
        parts.append(self._data[at:])
        text = b"".join(parts).decode("utf-8")
        try:
            return text.encode(self._codec)
        except UnicodeEncodeError as error:
            raise InputError(
                _("{name}, the encoding of this file, lacks the character {character}").format(
                    name=self._codec, character=text[error.start]
                ),
                path=display_name(self.path),
                remedy=_("Save the file as UTF-8 first."),
            ) from error

    def _edit_of(self, element: etree._Element) -> tuple[int, int, bytes]:
        extent = self._extents[element]
        tag = _with_attributes(self.start_tag(element), self._attributes.get(element, {}))
        content = self._insides.get(element)
        if content is None:
            return extent.start, extent.inside, tag
        if tag.endswith(b"/>"):
            name = re.match(rb"<([^\s/>]+)", tag)
            assert name is not None
            return extent.start, extent.end, tag[:-2].rstrip() + b">" + content + b"</" + name[1] + b">"
        return extent.start, extent.close, tag + content


def xml_text(text: str) -> bytes:
    """Return a text as it stands between tags."""
    return escape(text, _RETURN).encode("utf-8")


def _with_attributes(tag: bytes, values: dict[str, str | None]) -> bytes:
    for name, value in values.items():
        found = re.search(rb"\s" + re.escape(name.encode()) + rb"""\s*=\s*("[^"]*"|'[^']*')""", tag)
        written = None if value is None else escape(value, {'"': "&quot;"}).encode()
        if found and written is None:
            tag = tag[: found.start()] + tag[found.end() :]
        elif found:
            assert written is not None
            tag = tag[: found.start(1)] + b'"' + written + b'"' + tag[found.end(1) :]
        elif written is not None:
            end = len(tag) - (2 if tag.endswith(b"/>") else 1)
            head = tag[:end].rstrip() if tag.endswith(b"/>") else tag[:end]
            tag = head + b" " + name.encode() + b'="' + written + b'"' + tag[end:]
    return tag


def _codec_of(data: bytes) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    declared = _DECLARED.match(data[:400].lstrip())
    return declared[1].decode("ascii").lower() if declared else "utf-8"


def _extents(data: bytes) -> list[Extent]:
    """Return where each element stands, in the order in which they begin."""
    parser = expat.ParserCreate("utf-8")
    found: list[Extent] = []
    open_elements: list[Extent] = []

    def start(_name: str, _attributes: object) -> None:
        at = parser.CurrentByteIndex
        match = _TAG_END.match(data, at + 1)
        inside = match.end() if match else at
        extent = Extent(at, inside, inside, inside)
        found.append(extent)
        open_elements.append(extent)

    def end(_name: str) -> None:
        extent = open_elements.pop()
        if data[extent.inside - 2 : extent.inside] != b"/>":
            extent.close = parser.CurrentByteIndex
            extent.end = data.index(b">", extent.close) + 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)
    return found


def children_of(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the child elements of an element, without comments and instructions."""
    for child in element:
        if isinstance(child.tag, str):
            yield child
