"""Word files: paragraphs, headings, list items and table cells, in the order a reader sees them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.paragraph_kind import is_date_line, paragraph_kind
from transreview.formats.reading import display_name, no_text
from transreview.formats.xml_reading import local_name, parse_xml
from transreview.i18n import _
from transreview.model.unit import Unit, UnitKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"

# A book of a thousand pages unpacks to some ten megabytes; beyond this it is an attack or a mistake.
_LARGEST_PART = 200_000_000
_RATIO = 200  # of unpacked to packed; text rarely passes 20

# What zipfile raises at archives that are cut, scrambled, encrypted or of a later version.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
)  # fmt: skip

# Parts of a paragraph that are not its text: deleted words, field codes, the copy that older
# programs read instead of a drawing, and text boxes, which are paragraphs of their own.
_NOT_TEXT = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "txbxContent"})
_TITLE = re.compile(r"title|titel|titre|标题$|სათაური", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|überschrift|titre|标题|заголовок|სათაური)\s*(\d)", re.IGNORECASE)


def read_docx(data: bytes, path: Path | str, *, encoding: str | None = None) -> Document:  # noqa: ARG001
    """Return the paragraphs of a Word file; text that a reviewer deleted is left out.

    Only the main text is read: no headers, footnotes or comments. Nothing is unpacked to disk.

    Raises:
        InputError: It is no Word file, damaged, or unpacks to an unreasonable size.
    """
    archive = _archive(data, path)
    root = parse_xml(_part(archive, _MAIN, path), f"{display_name(path)} ({_MAIN})")
    styles = _style_names(archive, path)
    found = [(text, element) for element in _paragraphs(root) if (text := _text(element).strip())]
    if not found:
        raise no_text(path)
    units: list[Unit] = []
    for index, (text, element) in enumerate(found):
        kind = _kind(element, text, styles, first=index == 0, last=index == len(found) - 1)
        units.append(Unit(text, kind=kind, paragraph=index, line=index + 1))
    return Document(tuple(units), "utf-8", "\n", _properties(archive, path))


def _archive(data: bytes, path: Path | str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        old = data.startswith(b"\xd0\xcf\x11\xe0")
        raise InputError(
            _("this is not a Word file, or it has been cut off"),
            path=display_name(path),
            remedy=_("It is in the old .doc format: save it as .docx.")
            if old
            else _("Open it in a word processor and save it again."),
        ) from error
    if _MAIN not in archive.namelist():
        raise InputError(
            _("there is no document in this Word file"),
            path=display_name(path),
            remedy=_("Is it a .docx file? Open it in a word processor and save it again."),
        )
    return archive


def _part(archive: zipfile.ZipFile, name: str, path: Path | str) -> bytes:
    """Return a member of the archive, unless it is unreasonably large."""
    info = archive.getinfo(name)
    if info.file_size > _LARGEST_PART or info.file_size > 1_000_000 + _RATIO * info.compress_size:
        raise InputError(
            _("{part} unpacks to {size} MB, which no document needs").format(
                part=name, size=info.file_size // 1_000_000
            ),
            path=display_name(path),
            remedy=_("The file is damaged or meant to do harm."),
        )
    try:
        with archive.open(info) as stream:
            data = stream.read()  # no more comes out than the directory says
    except _DAMAGE as error:
        raise InputError(
            _("{part} cannot be unpacked: {reason}").format(part=name, reason=error),
            path=display_name(path),
            remedy=_("The file is damaged, or protected by a password."),
        ) from error
    return data


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs in reading order, those of tables and text boxes too, but no older copies."""
    for element in root:
        name = local_name(element)
        if name == "p":
            yield element
        if name not in {"Fallback", "del", "moveFrom"}:
            yield from _paragraphs(element)


def _text(element: etree._Element) -> str:
    parts: list[str] = []
    for child in element:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "tab":
            parts.append("\t")
        elif name in {"br", "cr"}:
            parts.append("\n" if child.get(f"{_W}type") in {None, "textWrapping"} else " ")
        elif name == "noBreakHyphen":
            parts.append("\u2011")
        elif name and name not in _NOT_TEXT and name != "p":
            parts.append(_text(child))
    return "".join(parts)


def _kind(element: etree._Element, text: str, styles: dict[str, str], *, first: bool, last: bool) -> UnitKind:
    properties = element.find(f"{_W}pPr")
    style = outline = numbered = None
    if properties is not None:
        style = properties.find(f"{_W}pStyle")
        outline = properties.find(f"{_W}outlineLvl")
        numbered = properties.find(f"{_W}numPr")
    value: Any = style.get(f"{_W}val") if style is not None else ""
    name = styles.get(value or "", value or "")
    heading = _HEADING.match(name)
    if heading or outline is not None:
        top = first and (heading is None or heading[1] == "1")
        return UnitKind.TITLE if top else UnitKind.HEADING
    if _TITLE.fullmatch(name.strip()):
        return UnitKind.TITLE
    if is_date_line(text):
        return UnitKind.DATE_LINE
    if numbered is not None or name.lower().startswith("list"):
        return UnitKind.LIST_ITEM
    return paragraph_kind(text, first=first, last=last)


def _style_names(archive: zipfile.ZipFile, path: Path | str) -> dict[str, str]:
    """Return the names of styles by their ids; files of small programs have none."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    names: dict[str, str] = {}
    for style in parse_xml(_part(archive, "word/styles.xml", path), path).iter(f"{_W}style"):
        identifier: Any = style.get(f"{_W}styleId")
        name = style.find(f"{_W}name")
        value: Any = name.get(f"{_W}val") if name is not None else None
        if identifier and value:
            names[identifier] = value
    return names


def _properties(archive: zipfile.ZipFile, path: Path | str) -> dict[str, str]:
    if "docProps/core.xml" not in archive.namelist():
        return {}
    wanted = {"title": "title", "creator": "author", "language": "language", "created": "date"}
    root = parse_xml(_part(archive, "docProps/core.xml", path), path)
    return {
        wanted[local_name(child)]: child.text.strip()
        for child in root
        if local_name(child) in wanted and child.text and child.text.strip()
    }
