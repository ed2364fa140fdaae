"""The members of a Word file that hold text, and what the others say of it: styles, lists, properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from transreview.errors import InputError
from transreview.formats.packed import Packed
from transreview.formats.reading import display_name
from transreview.formats.xml_reading import local_name, parse_xml
from transreview.i18n import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
_DRAWN = re.compile(r"word/(?:charts/chart(?:Ex)?\d*|diagrams/data\d*)\.xml")
_EMBEDDED = (f"{W}altChunk", f"{W}object")
_BESIDE = re.compile(r"word/(?:footnotes|endnotes|header\d*|footer\d*)\.xml")


@dataclass(frozen=True, slots=True)
class Styles:
    """What styles and lists say of paragraphs.

    Attributes:
        names: Name of each style by its id.
        numbered: (list id, depth) → whether its items are numbered; others have bullets.
        in_style: Style id → (list id, depth) of styles that make list items.
    """

    names: dict[str, str] = field(default_factory=dict)
    numbered: dict[tuple[str, int], bool] = field(default_factory=dict)
    in_style: dict[str, tuple[str, int]] = field(default_factory=dict)


class Package:
    """A Word file.

    Args:
        data: Its bytes.
        path: Its name, for messages.

    Attributes:
        packed: The archive.
        parts: Name → root element of each member that holds text, the main one first.
    """

    def __init__(self, data: bytes, path: Path | str) -> None:
        self._path = path
        self.packed = _packed(data, path)
        names = self.packed.names
        if MAIN not in names:
            raise InputError(
                _("there is no document in this Word file"),
                path=display_name(path),
                remedy=_("Is it a .docx file? Open it in a word processor and save it again."),
            )
        beside = sorted((name for name in names if _BESIDE.fullmatch(name)), key=_order)
        self.parts = {name: self.root(name) for name in [MAIN, *beside]}

    def root(self, name: str) -> etree._Element:
        """Return the root element of a member."""
        return parse_xml(self.packed.part(name), f"{display_name(self._path)} ({name})")

    def comments(self) -> int:
        """Return how many comments reviewers left in it."""
        if "word/comments.xml" not in self.packed.names:
            return 0
        return sum(local_name(child) == "comment" for child in self.root("word/comments.xml"))

    def embedded(self) -> int:
        """Return how many charts, diagrams and files of other programs stand in it."""
        drawn = sum(_DRAWN.fullmatch(name) is not None for name in self.packed.names)
        return drawn + sum(1 for root in self.parts.values() for _one in root.iter(*_EMBEDDED))

    def styles(self) -> Styles:
        """Return what its styles and lists are; files of small programs have none."""
        styles = Styles()
        if "word/styles.xml" in self.packed.names:
            for style in self.root("word/styles.xml").iter(f"{W}style"):
                identifier, name = style.get(f"{W}styleId"), value(style.find(f"{W}name"))
                if identifier and name:
                    styles.names[identifier] = name
                number = style.find(f"{W}pPr/{W}numPr")
                if identifier and number is not None:
                    styles.in_style[identifier] = numbering(number)
        if "word/numbering.xml" in self.packed.names:
            styles.numbered.update(_numbered(self.root("word/numbering.xml")))
        return styles

    def properties(self) -> dict[str, str]:
        """Return what it says of itself."""
        if "docProps/core.xml" not in self.packed.names:
            return {}
        wanted = {"title": "title", "creator": "author", "language": "language", "created": "date"}
        return {
            wanted[local_name(child)]: child.text.strip()
            for child in self.root("docProps/core.xml")
            if local_name(child) in wanted and child.text and child.text.strip()
        }


def value(element: etree._Element | None) -> str:
    """Return the `w:val` of an element, "" without one."""
    found: Any = None if element is None else element.get(f"{W}val")
    return found or ""


def numbering(properties: etree._Element) -> tuple[str, int]:
    """Return the list and the depth in it that `w:numPr` names."""
    depth = value(properties.find(f"{W}ilvl"))
    return value(properties.find(f"{W}numId")), int(depth) if depth.isdigit() else 0


def _packed(data: bytes, path: Path | str) -> Packed:
    try:
        return Packed(data, path)
    except InputError as error:
        raise InputError(
            _("this is not a Word file, or it has been cut off"),
            path=display_name(path),
            remedy=_("It is in the old .doc format: save it as .docx.")
            if data.startswith(b"\xd0\xcf\x11\xe0")
            else _("Open it in a word processor and save it again."),
        ) from error


def _order(name: str) -> tuple[int, str]:
    kinds = ("footnotes", "endnotes", "header", "footer")
    return next(i for i, kind in enumerate(kinds) if kind in name), name


def _numbered(root: etree._Element) -> dict[tuple[str, int], bool]:
    kinds: dict[str, dict[int, bool]] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        levels: dict[int, bool] = {}
        for level in abstract.iter(f"{W}lvl"):
            depth = level.get(f"{W}ilvl") or "0"
            levels[int(depth) if depth.isdigit() else 0] = value(level.find(f"{W}numFmt")) != "bullet"
        kinds[abstract.get(f"{W}abstractNumId") or ""] = levels
    found: dict[tuple[str, int], bool] = {}
    for number in root.iter(f"{W}num"):
        of_list = kinds.get(value(number.find(f"{W}abstractNumId")), {})
        for place, numbered in of_list.items():
            found[number.get(f"{W}numId") or "", place] = numbered
    return found
