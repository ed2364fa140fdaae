"""Units that know their headings, lists and tables, as Markdown or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from transreview.formats.markdown_filling import guarded_start, rewritten_cell, rewritten_heading
from transreview.model.unit import Unit, UnitKind

_HEADINGS = {UnitKind.TITLE: 1, UnitKind.HEADING: 2}


def render_units(units: Sequence[Unit], *, to: str) -> str:
    """Return units as a text: all paragraphs, a blank line between them but none inside a list.

    Args:
        units: The units of an article; for Markdown their text is written in its inline syntax.
        to: "text" or "markdown".
    """
    parts: list[str] = []
    item_before = False
    for table, group in groupby(_tables(units), key=lambda pair: pair[0]):
        members = [unit for _table, unit in group]
        if table:
            parts += ["\n\n" if parts else "", _table(members, to)]
            item_before = False
            continue
        for unit in members:
            is_item = unit.kind is UnitKind.LIST_ITEM
            parts += ["" if not parts else "\n" if item_before and is_item else "\n\n", _block(unit, to)]
            item_before = is_item
    return "".join(parts) + "\n"


def _tables(units: Sequence[Unit]) -> Iterator[tuple[int, Unit]]:
    """Yield units with the number of the table that they are in, 0 outside of tables."""
    number, row = 0, 0
    for unit in units:
        if unit.row and (row == 0 or unit.row < row):
            number += 1
        row = unit.row
        yield (number if unit.row else 0), unit


def _block(unit: Unit, to: str) -> str:
    if to == "text":
        marker = f"{unit.marker} " if unit.marker else ""
        return "  " * max(0, unit.level - 1) * (unit.kind is UnitKind.LIST_ITEM) + marker + unit.text
    if unit.kind in _HEADINGS:
        level = min(6, unit.level or _HEADINGS[unit.kind])
        return "#" * level + " " + rewritten_heading(unit.text)
    indent = "   " * max(0, unit.level - 1) if unit.kind is UnitKind.LIST_ITEM else ""
    marker = f"{unit.marker or '-'} " if unit.kind is UnitKind.LIST_ITEM else ""
    inside = indent + " " * len(marker)
    lines = [guarded_start(line.strip()) for line in unit.text.split("\n") if line.strip()]
    return indent + marker + ("\\\n" + inside).join(lines)


def _table(units: Sequence[Unit], to: str) -> str:
    """Return a table; texts of one cell stand behind each other."""
    rows: dict[int, dict[int, list[str]]] = {}
    for unit in units:
        rows.setdefault(unit.row, {}).setdefault(max(1, unit.column), []).append(unit.text)
    columns = max(max(cells) for cells in rows.values())
    if to == "text":
        return "\n".join(
            "\t".join(" ".join(" ".join(cells.get(column, [])).split()) for column in range(1, columns + 1))
            for cells in rows.values()
        )
    lines = [
        "| "
        + " | ".join(
            rewritten_cell("<br>".join(cells.get(column, [])).replace("\n", "<br>"))
            for column in range(1, columns + 1)
        )
        + " |"
        for cells in rows.values()
    ]
    return "\n".join([lines[0], "|" + "---|" * columns, *lines[1:]])
