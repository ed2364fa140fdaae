"""A Word file as units in Markdown: bold, italic and links of its runs become Markdown's own marks."""

from __future__ import annotations

from itertools import groupby

from transreview.formats.docx_marks import link_addresses, look_of
from transreview.formats.docx_package import MAIN, Package
from transreview.formats.docx_paragraphs import Paragraph, paragraphs_of
from transreview.formats.inline_writing import emphasised, link, plain
from transreview.model.unit import Unit


def docx_in_markdown(data: bytes, path: str) -> list[Unit]:
    """Return the paragraphs of a Word file, written in Markdown; descriptions of pictures are left out."""
    package = Package(data, path)
    addresses = {name: link_addresses(package, name) for name in package.parts}
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
    runs = [(key, list(group)) for key, group in groupby(pieces, key=look_of)]
    parts: list[str] = []
    for number, ((around, marks), group) in enumerate(runs):
        text = plain("".join(piece.text for piece in group))
        following = runs[number + 1][1][0].text if number + 1 < len(runs) else ""
        for mark in marks if not group[0].is_formula else ():
            text = emphasised("".join(parts), text, following, mark)
        address = addresses.get(around, "")
        parts.append(link(text, address) if address else text)
    return "".join(parts).strip()
