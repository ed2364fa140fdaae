"""A Word file as units in Markdown: bold, italic and links of its runs become Markdown's own marks."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lxml import etree

from transreview.formats.docx_package import MAIN, Package, W, value
from transreview.formats.docx_paragraphs import Paragraph, paragraphs_of
from transreview.formats.docx_pieces import Piece
from transreview.formats.inline_writing import emphasised, link, plain
from transreview.formats.xml_reading import local_name
from transreview.model.unit import Unit

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARKS = (("b", "strong"), ("i", "emphasis"), ("strike", "strike"))


def docx_in_markdown(data: bytes, path: str) -> list[Unit]:
    """Return the paragraphs of a Word file, written in Markdown; descriptions of pictures are left out."""
    package = Package(data, path)
    addresses = {name: _addresses(package, name) for name in package.parts}
    units: list[Unit] = []
    for one in paragraphs_of(package).paragraphs:
        if one.attribute or (one.part != MAIN and "notes" not in one.part):
            continue
        units.append(
            Unit(
                _written(one, addresses[one.part]), kind=one.kind, paragraph=len(units), level=one.level,
                marker=one.marker, row=one.row, column=one.column,
            )
        )  # fmt: skip
    return units


def _written(paragraph: Paragraph, addresses: dict[str, str]) -> str:
    pieces = [piece for piece in paragraph.pieces if piece.text]
    runs = [(key, list(group)) for key, group in groupby(pieces, key=_look)]
    parts: list[str] = []
    for number, ((around, marks), group) in enumerate(runs):
        text = plain("".join(piece.text for piece in group))
        following = runs[number + 1][1][0].text if number + 1 < len(runs) else ""
        for mark in marks:
            text = emphasised("".join(parts), text, following, mark)
        address = addresses.get(around, "")
        parts.append(link(text, address) if address else text)
    return "".join(parts).strip()


def _look(piece: Piece) -> tuple[str, tuple[str, ...]]:
    """Return the link that a piece stands in, and the marks that its run has."""
    links = [one for one in piece.around if local_name(one) == "hyperlink"]
    identifier: Any = links[-1].get(f"{_R}id") if links else ""
    properties = piece.element.find(f"{W}rPr")
    marks = tuple(mark for name, mark in _MARKS if _is_on(properties, name))
    return identifier or "", marks


def _is_on(properties: etree._Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and value(found) not in {"0", "false", "none"}


def _addresses(package: Package, part: str) -> dict[str, str]:
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
