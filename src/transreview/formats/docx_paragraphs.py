"""The paragraphs of a Word file in reading order: what they are, and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from transreview.formats.docx_package import MAIN, Package, Styles, W, numbering, value
from transreview.formats.docx_pieces import Piece, pieces_of
from transreview.formats.left_out import Beside, Left
from transreview.formats.outer_blanks import on_one_line
from transreview.formats.paragraph_kind import is_date_line
from transreview.formats.xml_reading import local_name
from transreview.model.unit import UnitKind

_TITLE = re.compile(r"title|titel|titre|标题|სათაური|название|заголовок", re.IGNORECASE)
_SUBTITLE = re.compile(r"subtitle|untertitel|sous-titre|副标题|ქვესათაური|подзаголовок", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|überschrift|titre|标题|заголовок|სათაური)\s*(\d)", re.IGNORECASE)
_CAPTION = re.compile(r"caption|beschriftung|légende|题注|название объекта|წარწერა", re.IGNORECASE)
_DESCRIBED = ("descr", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, or the description of a picture.

    Attributes:
        text: What readers see of it.
        elements: Its `w:p` elements; for a description the element that carries it.
        part: Name of the member that it stands in.
        pieces: Its pieces.
        attribute: Name of the attribute that holds it, "" for a paragraph.
        kind: What it is.
        level: As in `Unit`.
        marker: As in `Unit`.
        row: As in `Unit`.
        column: As in `Unit`.
    """

    text: str
    elements: tuple[etree._Element, ...]
    part: str
    pieces: tuple[Piece, ...] = ()
    attribute: str = ""
    kind: UnitKind = UnitKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    row: int = 0
    column: int = 0


@dataclass(slots=True)
class Found:
    """What a Word file holds.

    Attributes:
        paragraphs: Its paragraphs with text.
        left: What no text is read of.
        beside: What was read beside the running text.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    left: Counter[Left] = field(default_factory=Counter)
    beside: Counter[Beside] = field(default_factory=Counter)


def paragraphs_of(package: Package) -> Found:
    """Return the paragraphs of a file: the main text first, then notes, headers and footers."""
    found = Found()
    walk = _Walk(found, package.styles())
    for name, root in package.parts.items():
        before = len(found.paragraphs)
        walk.part = name
        if "notes.xml" in name:
            for note in root:
                if note.get(f"{W}type") in {None, "normal"}:
                    walk.read(note)
                    found.beside[Beside.FOOTNOTE] += 1
        else:
            walk.read(root)
        if "header" in name or "footer" in name:
            found.beside[Beside.HEADER] += len(found.paragraphs) > before
    found.left[Left.COMMENT] += package.comments()
    found.left[Left.EMBEDDED] += package.embedded()
    return found


class _Walk:
    """Goes through the paragraphs of one member after the other."""

    def __init__(self, found: Found, styles: Styles) -> None:
        self.found = found
        self.styles = styles
        self.part = ""
        self.titled = False
        self.counters: Counter[tuple[str, int]] = Counter()

    def read(self, root: etree._Element) -> None:
        """Read all paragraphs below an element."""
        waiting: list[etree._Element] = []
        for paragraph, row, column in _paragraphs(root, 0, 0):
            waiting.append(paragraph)
            if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None and _next(paragraph) is not None:
                continue  # its mark was deleted: the next paragraph goes on with it
            self._take(tuple(waiting), row, column)
            waiting = []

    def _take(self, elements: tuple[etree._Element, ...], row: int, column: int) -> None:
        pieces = pieces_of(elements, self.found.left)
        text = "".join(piece.text for piece in pieces).strip()
        if not any(piece.text.strip() for piece in pieces if not piece.is_formula):
            text = ""  # a formula on a line of its own
        if len(elements) > 1:
            self.found.left[Left.DELETED] += len(elements) - 1
        in_box = any(local_name(one) == "txbxContent" for one in elements[0].iterancestors())
        self.found.beside[Beside.TEXT_BOX] += in_box and bool(text)
        if text:
            kind, level, marker = self._kind(elements[-1], text, row)
            self.found.paragraphs.append(
                Paragraph(
                    text=text, elements=elements, part=self.part, pieces=tuple(pieces), kind=kind,
                    level=level, marker=marker, row=row, column=column,
                )
            )  # fmt: skip
        self._descriptions(pieces)

    def _descriptions(self, pieces: Sequence[Piece]) -> None:
        """Take the descriptions of pictures, which screen readers read."""
        for piece in pieces:
            for element in piece.element.iter("{*}docPr"):
                if any(local_name(one) == "Fallback" for one in element.iterancestors()):
                    continue
                for name in _DESCRIBED:
                    text = on_one_line(element.get(name) or "")
                    if any(one.isalpha() for one in text):
                        self.found.beside[Beside.ATTRIBUTE] += 1
                        self.found.paragraphs.append(
                            Paragraph(
                                text=text, elements=(element,), part=self.part, attribute=name,
                                kind=UnitKind.CAPTION,
                            )
                        )  # fmt: skip

    def _kind(self, element: etree._Element, text: str, row: int) -> tuple[UnitKind, int, str]:
        """Return what a paragraph is, its level, and its marker."""
        properties = element.find(f"{W}pPr")
        style = "" if properties is None else value(properties.find(f"{W}pStyle"))
        outline = "" if properties is None else value(properties.find(f"{W}outlineLvl"))
        name = self.styles.names.get(style, style)
        heading = _HEADING.match(name)
        if self.part != MAIN:
            return (UnitKind.PARAGRAPH if "notes" in self.part else UnitKind.CAPTION), 0, ""
        if _TITLE.fullmatch(name.strip()) or heading or (outline.isdigit() and int(outline) < 9):
            level = int(heading[1]) if heading else int(outline) + 1 if outline.isdigit() else 1
            first = not self.titled and level == 1
            self.titled = True
            return (UnitKind.TITLE if first else UnitKind.HEADING), level, ""
        if _SUBTITLE.fullmatch(name.strip()):
            return UnitKind.HEADING, 2, ""
        if row:
            return UnitKind.TABLE_CELL, 0, ""
        if _CAPTION.fullmatch(name.strip()):
            return UnitKind.CAPTION, 0, ""
        number = None if properties is None else properties.find(f"{W}numPr")
        if number is not None or style in self.styles.in_style or name.lower().startswith("list"):
            return self._item(number, style, name)
        return (UnitKind.DATE_LINE if is_date_line(text) else UnitKind.PARAGRAPH), 0, ""

    def _item(self, number: etree._Element | None, style: str, name: str) -> tuple[UnitKind, int, str]:
        """Return a list item with its depth and its bullet or number."""
        key = self.styles.in_style.get(style, ("", 0)) if number is None else numbering(number)
        if key[0] == "0":
            return UnitKind.PARAGRAPH, 0, ""  # numbering switched off
        for deeper in [one for one in self.counters if one[0] == key[0] and one[1] > key[1]]:
            del self.counters[deeper]
        self.counters[key] += 1
        numbered = self.styles.numbered.get(key, "number" in name.lower())
        return UnitKind.LIST_ITEM, key[1] + 1, f"{self.counters[key]}." if numbered else "-"


def _paragraphs(root: etree._Element, row: int, column: int) -> Iterator[tuple[etree._Element, int, int]]:
    """Yield paragraphs in reading order with their place in a table, but no copies for older programs."""
    rows = 0
    columns = 0
    for element in root:
        name = local_name(element)
        if name in {"Fallback", "del", "moveFrom"}:
            continue
        if name == "p":
            yield element, row, column
        if name == "tr":
            rows += 1
            yield from _paragraphs(element, rows, 0)
        elif name == "tc":
            columns += 1
            yield from _paragraphs(element, row, columns)
        else:
            yield from _paragraphs(element, row, column)


def _next(paragraph: etree._Element) -> etree._Element | None:
    """Return the paragraph right behind one."""
    following = paragraph.getnext()
    while following is not None and local_name(following) in {"bookmarkStart", "bookmarkEnd", "proofErr"}:
        following = following.getnext()
    return following if following is not None and local_name(following) == "p" else None
