"""XLSX workbooks of translations: the cells of every sheet read, and single cells changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats.bilingual_table import changed_cells, pair_file
from transreview.formats.delimited import Row
from transreview.formats.grid import Cell, Grid, Grids, as_wide_as_widest
from transreview.formats.packed import Packed
from transreview.formats.reading import display_name
from transreview.formats.xlsx_numbers import number_formats, shown
from transreview.formats.xml_editing import XmlEditor, xml_text
from transreview.formats.xml_reading import attribute, first_child, local_name, parse_xml
from transreview.i18n import _, ngettext
from transreview.model.pair import PairChange, PairFile

_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",  # "Strict Open XML"
)
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# Excel writes what XML cannot hold as _x000D_ and the like.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Contents:
    """What cells of every sheet refer to.

    Attributes:
        strings: The texts that cells share.
        formats: How numbers are shown, by the cell's style.
        from_1904: Days are counted from 1904.
    """

    strings: list[str]
    formats: list[str]
    _: KW_ONLY
    from_1904: bool = False


def read_workbook(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,  # noqa: ARG001 - the format settles it
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the texts of the sheets of a workbook that have columns of source and translation.

    Raises:
        InputError: It is no workbook, damaged, or has no such sheet.
    """
    grids = read_grids(data, path)
    return pair_file("XLSX", grids, path, source_language=source_language, target_language=target_language)


def update_workbook(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,  # noqa: ARG001
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return a workbook with changed translations; every other cell, style and member stays as it is."""
    grids = read_grids(data, path)
    cells = changed_cells(grids, path, changes, source_language, target_language)
    return write_cells(data, path, cells)


def read_grids(data: bytes, path: Path | str) -> Grids:
    """Return the sheets of a workbook, with numbers, days and times as its reader sees them.

    Formulas are read as the values that the spreadsheet program last computed; those without one are
    named in the warnings and read as empty.

    Raises:
        InputError: It is no workbook, or damaged.
    """
    packed = Packed(data, path)
    contents = _Contents(
        _shared_strings(packed, path), _formats(packed, path), from_1904=_from_1904(packed, path)
    )
    grids = []
    without_value: list[str] = []
    for title, part in _sheets(packed, path):
        rows = []
        for number, element in _rows(parse_xml(packed.part(part), f"{display_name(path)} ({part})")):
            cells: dict[int, str] = {}
            for column, cell in _cells(element):
                cells[column] = _value(cell, contents)
                if not cells[column] and _lacks_value(cell):
                    without_value.append(f"{_letters(column)}{number}")
            width = max(cells, default=-1) + 1
            if any(text.strip() for text in cells.values()):
                rows.append(Row(number, tuple(cells.get(at, "") for at in range(width))))
        grids.append(Grid(name=title, rows=as_wide_as_widest(rows)))
    return Grids(grids=tuple(grids), warnings=_of_formulas(without_value))


def _lacks_value(cell: etree._Element) -> bool:
    """Whether a cell is a formula without a value: none was ever computed, or computing it has failed."""
    kind = attribute(cell, "t")
    if kind == "e" or first_child(cell, "f") is None:
        return kind == "e"
    return kind != "str" or first_child(cell, "v") is None  # a text that is empty was computed


def _of_formulas(cells: list[str]) -> tuple[str, ...]:
    if not cells:
        return ()
    words = ngettext(
        "{cells} has a formula that no spreadsheet program has computed: it was read as empty.",
        "{cells} have formulas that no spreadsheet program has computed: they were read as empty.",
        len(cells),
    )
    return (words.format(cells=", ".join(cells[:20]) + (" …" if len(cells) > 20 else "")),)


def write_cells(data: bytes, path: Path | str, cells: Mapping[Cell, str]) -> bytes:
    """Return a workbook with some cells changed into texts."""
    packed = Packed(data, path)
    grids = read_grids(data, path).grids
    replaced: dict[str, bytes] = {}
    for index, (_title, part) in enumerate(_sheets(packed, path)):
        wanted = {
            (grids[index].rows[row].line, column): text
            for (grid, row, column), text in cells.items()
            if grid == index
        }
        if wanted:
            replaced[part] = _changed_sheet(packed.part(part), f"{display_name(path)} ({part})", wanted)
    return packed.replaced(replaced) if replaced else data


def _changed_sheet(data: bytes, name: str, wanted: dict[tuple[int, int], str]) -> bytes:
    editor = XmlEditor(data, name)
    for number, row in _rows(editor.root):
        present = dict(_cells(row))
        added: dict[int, bytes] = {}
        for (line, column), text in wanted.items():
            if line != number:
                continue
            space = b' xml:space="preserve"' if text != text.strip() or "\n" in text else b""
            inside = b"<is><t" + space + b">" + xml_text(text) + b"</t></is>"
            cell = present.get(column)
            if cell is None:
                added[column] = b'<c r="%s%d" t="inlineStr">%s</c>' % (
                    _letters(column).encode(),
                    number,
                    inside,
                )
            else:
                editor.set_attribute(cell, "t", "inlineStr")
                editor.set_inside(cell, inside.replace(b"<is>", b"<%sis>" % editor.prefix(cell).encode()))
        for column, content in sorted(added.items()):
            before = max((at for at in present if at < column), default=None)
            if before is not None:
                editor.insert_after(present[before], content)
    return editor.result()


def _sheets(packed: Packed, path: Path | str) -> list[tuple[str, str]]:
    """Return the title and the member of each sheet, in the workbook's order."""
    if "xl/workbook.xml" not in packed.names:
        raise InputError(
            _("this is no XLSX workbook, or a damaged one"),
            path=display_name(path),
            remedy=_("Open it in a spreadsheet program and save it again, or save it as CSV."),
        )
    targets = {
        attribute(one, "Id"): attribute(one, "Target")
        for one in parse_xml(packed.part("xl/_rels/workbook.xml.rels"), path).iter("{*}Relationship")
    }
    found = []
    for sheet in parse_xml(packed.part("xl/workbook.xml"), path).iter("{*}sheet"):
        name = next((attribute(sheet, one) for one in _RELATIONS if attribute(sheet, one)), "")
        target = targets.get(name, "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if part in packed.names and "worksheets" in part:
            found.append((attribute(sheet, "name"), part))
    return found


def _shared_strings(packed: Packed, path: Path | str) -> list[str]:
    if _STRINGS not in packed.names:
        return []
    root = parse_xml(packed.part(_STRINGS), f"{display_name(path)} ({_STRINGS})")
    return [_text(item) for item in root if local_name(item) == "si"]


def _formats(packed: Packed, path: Path | str) -> list[str]:
    if _STYLES not in packed.names:
        return []
    return number_formats(parse_xml(packed.part(_STYLES), f"{display_name(path)} ({_STYLES})"))


def _from_1904(packed: Packed, path: Path | str) -> bool:
    if "xl/workbook.xml" not in packed.names:
        return False
    properties = parse_xml(packed.part("xl/workbook.xml"), path).iter("{*}workbookPr")
    return any(attribute(one, "date1904") in {"1", "true"} for one in properties)


def _rows(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    number = 0
    for row in root.iter("{*}row"):
        said = attribute(row, "r")
        number = int(said) if said.isdigit() else number + 1
        yield number, row


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = -1
    for cell in row.iter("{*}c"):
        match = _REFERENCE.fullmatch(attribute(cell, "r"))
        column = _number(match[1]) if match else column + 1
        yield column, cell


def _value(cell: etree._Element, contents: _Contents) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        inline = first_child(cell, "is")
        return "" if inline is None else _text(inline)
    value = first_child(cell, "v") if kind != "e" else None
    text = "" if value is None else value.text or ""
    if kind == "s":
        strings = contents.strings
        return strings[int(text)] if text.isdigit() and int(text) < len(strings) else ""
    if kind == "b":
        return "TRUE" if text == "1" else "FALSE"
    if kind not in {"", "n"} or not text:
        return text
    style = attribute(cell, "s")
    code = contents.formats[int(style)] if style.isdigit() and int(style) < len(contents.formats) else ""
    if code:
        return shown(text, code, from_1904=contents.from_1904)
    return text.partition(".")[0] if re.fullmatch(r"-?\d+\.0+", text) else text


def _text(item: etree._Element) -> str:
    """Return the text of a string with its runs, without how it is pronounced."""
    parts: list[str] = []
    for child in item:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.append(_text(child))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(parts))


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value - 1


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
