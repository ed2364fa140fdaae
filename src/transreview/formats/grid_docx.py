"""Bilingual tables in Word files, as memoQ, Trados and Phrase send them out for review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats.bilingual_table import changed_cells, pair_file
from transreview.formats.delimited import Row
from transreview.formats.docx_properties import property_of
from transreview.formats.exchange import REVISION_FIELD
from transreview.formats.grid import Cell, Grids, columns_of
from transreview.formats.packed import Packed
from transreview.formats.reading import display_name
from transreview.formats.xml_editing import XmlEditor, xml_text
from transreview.formats.xml_reading import children, first_child, local_name, parse_xml
from transreview.i18n import _
from transreview.model.pair import PairChange, PairFile

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Deleted words, field codes and the copy that older programs read instead of a drawing.
_NOT_TEXT = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "tcPr", "sdtPr"})


def read_word_table(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,  # noqa: ARG001 - the format settles it
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the texts of the bilingual tables of a Word file.

    Raises:
        InputError: It is no Word file, damaged, or has no such table.
    """
    grids = read_grids(data, path)
    if not grids.grids:
        raise InputError(
            _("there is no table of translations in this Word file"),
            path=display_name(path),
            remedy=_("For an article name its translation too: transreview new PROJECT SOURCE TARGET."),
        )
    file = pair_file("DOCX", grids, path, source_language=source_language, target_language=target_language)
    said = property_of(Packed(data, path), REVISION_FIELD, path)
    return replace(file, header={REVISION_FIELD: said}) if said else file


def update_word_table(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,  # noqa: ARG001
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return a Word file with changed translations in its table; everything else stays as it is."""
    grids = read_grids(data, path)
    cells = changed_cells(grids, path, changes, source_language, target_language)
    return write_cells(data, path, cells)


def read_grids(data: bytes, path: Path | str) -> Grids:
    """Return the tables of a Word file that have two columns or more."""
    packed = Packed(data, path)
    root = parse_xml(_main(packed, path), f"{display_name(path)} ({_MAIN})")
    grids = []
    number = 0
    for table in _tables(root):
        rows = []
        for element in children(table, "tr"):
            number += 1
            rows.append(Row(number, tuple(_cell_text(cell) for cell in _row_cells(element))))
        grids.append(columns_of(rows))
    return Grids(grids=tuple(grids))


def write_cells(data: bytes, path: Path | str, cells: Mapping[Cell, str]) -> bytes:
    """Return a Word file with some cells of its tables changed."""
    if not cells:
        return data
    packed = Packed(data, path)
    editor = XmlEditor(_main(packed, path), f"{display_name(path)} ({_MAIN})")
    tables = list(_tables(editor.root))
    for (grid, row, column), text in cells.items():
        cell = _row_cells(children(tables[grid], "tr")[row])[column]
        paragraphs = list(_paragraphs(cell))
        if not paragraphs:
            continue
        first = paragraphs[0]
        properties = first_child(first, "pPr")
        run = next(first.iter(f"{_W}r"), None)
        style = first_child(run, "rPr") if run is not None else None
        prefix = editor.prefix(first)
        inside = editor.raw(properties) if properties is not None else b""
        inside += _run(text, editor.raw(style) if style is not None else b"", prefix)
        editor.set_inside(first, inside)
        for other in paragraphs[1:]:
            own = first_child(other, "pPr")
            editor.set_inside(other, editor.raw(own) if own is not None else b"")
    return packed.replaced({_MAIN: editor.result()})


def _run(text: str, style: bytes, prefix: str) -> bytes:
    p = prefix.encode()
    parts = []
    for number, line in enumerate(text.split("\n")):
        if number:
            parts.append(b"<%sbr/>" % p)
        parts.append(b'<%st xml:space="preserve">%s</%st>' % (p, xml_text(line), p))
    return b"<%sr>%s%s</%sr>" % (p, style, b"".join(parts), p)


def _main(packed: Packed, path: Path | str) -> bytes:
    if _MAIN not in packed.names:
        raise InputError(
            _("there is no document in this Word file"),
            path=display_name(path),
            remedy=_("Is it a .docx file? Open it in a word processor and save it again."),
        )
    return packed.part(_MAIN)


def _tables(root: etree._Element) -> Iterator[etree._Element]:
    for table in root.iter(f"{_W}tbl"):
        if not any(local_name(parent) == "tbl" for parent in table.iterancestors()):
            yield table


def _row_cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row, those inside content controls too."""
    cells: list[etree._Element] = []
    for child in row:
        name = local_name(child)
        if name == "tc":
            cells.append(child)
        elif name in {"sdt", "sdtContent", "customXml", "ins"}:
            cells += _row_cells(child)
    return cells


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        name = local_name(child)
        if name == "p":
            yield child
        elif name and name not in _NOT_TEXT:
            yield from _paragraphs(child)


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(_text(paragraph) for paragraph in _paragraphs(cell)).strip("\n")


def _text(element: etree._Element) -> str:
    parts: list[str] = []
    for child in element:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "tab":
            parts.append("\t")
        elif name in {"br", "cr"}:
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("\u2011")
        elif name and name not in _NOT_TEXT and name != "p":
            parts.append(_text(child))
    return "".join(parts)
