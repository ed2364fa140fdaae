"""The inline marks of Word paragraphs: links, bold and italic of runs, and notes."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lxml import etree

from transreview.formats.docx_package import Package, W, value
from transreview.formats.docx_paragraphs import Paragraph
from transreview.formats.docx_pieces import Piece
from transreview.formats.inline_marks import find_marks
from transreview.formats.xml_reading import local_name
from transreview.model.inline_mark import InlineMark, MarkKind

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARKS = (("b", "strong"), ("i", "emphasis"), ("strike", "strike"))
_PLAIN = frozenset({MarkKind.PLACEHOLDER, MarkKind.ADDRESS})


def docx_marks(paragraph: Paragraph, addresses: dict[str, str]) -> tuple[InlineMark, ...]:
    """Return the marks of a paragraph, by their places in its text.

    Args:
        paragraph: The paragraph.
        addresses: The addresses of links by their ids.
    """
    found = [mark for mark in find_marks(paragraph.text) if mark.kind in _PLAIN]
    whole = "".join(piece.text for piece in paragraph.pieces)
    size = len(paragraph.text)
    at = len(whole.lstrip()) - len(whole)
    for (around, looks), group in groupby(paragraph.pieces, key=look_of):
        start = max(0, min(at, size))
        formula = False
        for piece in group:
            formula = piece.is_formula
            at += len(piece.text)
            note = piece.element.find(f"{W}footnoteReference")
            if note is not None:
                place = max(0, min(at, size))
                found.append(InlineMark(MarkKind.FOOTNOTE, place, place, value=note.get(f"{W}id") or ""))
        end = max(0, min(at, size))
        if start < end and formula:
            found.append(InlineMark(MarkKind.FORMULA, start, end, value=paragraph.text[start:end]))
        elif start < end:
            found += [InlineMark(MarkKind(look), start, end, value="", inner=(start, end)) for look in looks]
            if around:
                found.append(
                    InlineMark(MarkKind.LINK, start, end, value=addresses.get(around, ""), inner=(start, end))
                )
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def look_of(piece: Piece) -> tuple[str, tuple[str, ...]]:
    """Return the link that a piece stands in, and the marks that its run has; a formula has its own."""
    if piece.is_formula:
        return "", ("formula",)
    links = [one for one in piece.around if local_name(one) == "hyperlink"]
    identifier: Any = links[-1].get(f"{_R}id") if links else ""
    properties = piece.element.find(f"{W}rPr")
    marks = tuple(mark for name, mark in _MARKS if _is_on(properties, name))
    return identifier or "", marks


def _is_on(properties: etree._Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and value(found) not in {"0", "false", "none"}


def link_addresses(package: Package, part: str) -> dict[str, str]:
    """Return the addresses of a member's links by their ids."""
    folder, _slash, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in package.packed.names:
        return {}
    return {
        one.get("Id") or "": one.get("Target") or ""
        for one in package.root(relations)
        if (one.get("Type") or "").endswith("/hyperlink")
    }
