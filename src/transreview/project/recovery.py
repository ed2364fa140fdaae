"""Rebuilding a damaged project from what can be read of it, its journal, its paragraphs and its backups."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _, ngettext
from transreview.project.backups import backups_of
from transreview.project.changes import Values, with_derived
from transreview.project.damaged_file import KEYLESS, DamagedFile
from transreview.project.joiner import BLANK_LINE, Joiner
from transreview.project.journal_states import follow_journal, latest
from transreview.project.legible_rows import Legible, LegibleRows, said_of_replaced
from transreview.project.log_file import damaged_log, is_cut_short, log_of
from transreview.project.mended_copy import mended
from transreview.project.opening import open_connection, require_file
from transreview.project.schema import JOURNALED, UNRECORDED
from transreview.project.sums import SUMMED, is_sound, sum_of

# What files say of segments, and what people noted beside the journal: paragraphs and journal do not name it.
_UNVOUCHED = {"pair", "draft", "bookmark", "export_entry", "time_spent"}


@dataclass(slots=True)
class Recovered:
    """What came of it.

    Attributes:
        rows: Rows that were taken over, by table.
        restored: What had been damaged and is again as it was, one sentence each.
        lost: What could not be restored, one sentence each.
    """

    rows: dict[str, int] = field(default_factory=dict)
    restored: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def recover(damaged: Path, target: Path) -> Recovered:
    """Write what can be saved of a damaged project into an empty one.

    Args:
        damaged: The damaged file; it is only read.
        target: A project file without articles, at the present schema.

    Raises:
        InputError: Nothing of a project is in the file, and there is no backup of it.
    """
    require_file(damaged)
    with contextlib.ExitStack() as stack:
        connection = open_connection(target, "rw")
        stack.callback(connection.close)
        definitions = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        readable = stack.enter_context(mended(damaged, dict(definitions), target.parent))
        sources: list[DamagedFile] = []
        for path in (readable.path, *backups_of(damaged)):
            source = DamagedFile(path)
            stack.callback(source.close)
            if not sources or source.may_be_of(sources[0]):
                sources.append(source)
        if not any(source.has("segment") for source in sources):
            raise InputError(
                _("nothing of a project can be read in it, and there is no backup beside it"),
                path=damaged,
                remedy=_("Look for a copy of the file elsewhere"),
            )
        result = Recovered()
        if readable.found:
            result.restored.append(_found_tables(readable.found))
        if is_cut_short(log_of(damaged)):
            result.lost.append(damaged_log(damaged))
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        _fill(connection, sources, result)
        _name_unreadable(sources, result)
        _drop_orphans(connection, result)
        connection.execute("COMMIT")
    return result


def _found_tables(names: Sequence[str]) -> str:
    words = ngettext(
        "{n} table, found by the shape of its rows: the page that names the tables is lost",
        "{n} tables, found by the shape of their rows: the page that names them is lost",
        len(names),
    )
    return words.format(n=len(names))


def _fill(connection: sqlite3.Connection, sources: Sequence[DamagedFile], result: Recovered) -> None:
    units = _sound(sources, "unit", result)
    entries = _sound(sources, "journal", result)
    changes = _sound(sources, "change", result)
    _name_missing_entries(sources[0], entries, changes, result)
    for table in (*JOURNALED, *UNRECORDED):
        match table:
            case "segment":
                rows = _segments(sources, units, changes, result)
            case "unit":
                rows = units
            case "journal":
                rows = entries
            case "change":
                rows = {number: row for number, row in changes.items() if row["entry"] in entries}
            case "project":
                _project(connection, sources)
                continue
            case _:
                rows = _others(sources, table, changes, result)
        result.rows[table] = len(rows)
        for row in rows.values():
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            try:
                connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
            except sqlite3.IntegrityError:  # two rows that cannot both be right
                result.lost.append(_no_backup(table, row.get("id", "")))


def _name_missing_entries(
    file: DamagedFile, entries: dict[Any, Values], changes: dict[Any, Values], result: Recovered
) -> None:
    """Say that work may be missing where the file's own journal cannot be read to its end.

    A backup knows nothing of what came after it, and a segment that is put together again from the journal is
    then as it was before.
    """
    last = max(entries, default=0)
    is_whole = all(file.has(table) and table not in file.unreadable for table in ("journal", "change"))
    reaches = file.highest_number("journal") == last == len(entries) and max(changes, default=0) == len(
        changes
    )
    if last and not is_whole and not reaches:
        words = _("what was done after {moment} may be missing: the journal cannot be read to its end")
        result.lost.append(words.format(moment=entries[last]["at"]))


def _name_unreadable(sources: Sequence[DamagedFile], result: Recovered) -> None:
    """Say of which tables rows may be lost without a trace: nothing else vouches for them."""
    for table in sorted(sources[0].unreadable & _UNVOUCHED):
        if not any(table not in source.unreadable and source.has(table) for source in sources[1:]):
            result.lost.append(_("a part of the table “{table}” cannot be read").format(table=table))


def _drop_orphans(connection: sqlite3.Connection, result: Recovered) -> None:
    """Leave out what was exported in exports that are lost: no merge could ask for it."""
    query = "DELETE FROM export_entry WHERE export_id NOT IN (SELECT id FROM export)"
    dropped = connection.execute(query).rowcount
    if dropped:
        words = ngettext(
            "{n} entry of exports that are lost; their files are merged like any other",
            "{n} entries of exports that are lost; their files are merged like any other",
            dropped,
        )
        result.rows["export_entry"] -= dropped
        result.lost.append(words.format(n=dropped))


def _columns(table: str) -> tuple[str, ...]:
    known = (JOURNALED | UNRECORDED)[table]
    return (*known, "sum") if table in SUMMED else known


def _sound(sources: Sequence[DamagedFile], table: str, result: Recovered) -> dict[Any, Values]:
    """Return the rows of a table by their key; damaged ones from the newest backup that has them whole."""
    found: dict[Any, Values] = {}
    bad: dict[Any, Legible] = {}
    for index, source in enumerate(sources):
        for number, legible in enumerate(_legible(source, table)):
            row = legible.row or {}
            key = number if table in KEYLESS else legible.number
            if key in found or (table in KEYLESS and index and found):
                continue
            if legible.row is None or legible.replaced or not _is_sound(table, row):
                bad.setdefault(key, legible)
            elif index == 0 or key in bad or table not in KEYLESS:
                if index and (key in bad or index > 0) and _is_older(table, key, found):
                    result.restored.append(_said(table, key, source.path.name))
                found[key] = row
    for key, legible in bad.items():
        if key in found or table == "segment":
            continue
        if legible.row is not None and legible.replaced and _is_sound(table, legible.row):
            found[key] = legible.row
            result.lost.append(said_of_replaced(table, key, legible.replaced))
            continue
        result.lost.append(_no_backup(table, key))
        if table == "unit" and legible.row is not None:  # its words are all there is: they are kept, and said
            found[key] = legible.row | {"sum": sum_of([legible.row.get(name) for name in SUMMED["unit"]])}
    return dict(sorted(found.items()))


def _legible(source: DamagedFile, table: str) -> Iterator[Legible]:
    """Yield the rows of a table with values that it can hold."""
    have = source.columns(table)
    columns = [name for name in _columns(table) if name in have]
    rows = LegibleRows(table)
    for values in source.rows(table, columns) if columns else ():
        yield rows.read(dict(zip(columns, values, strict=True)))


def _others(
    sources: Sequence[DamagedFile], table: str, changes: dict[Any, Values], result: Recovered
) -> dict[Any, Values]:
    """Return the rows of a table of which nothing but the journal has to vouch for them."""
    rows = _sound(sources, table, result)
    if table not in JOURNALED:
        return rows

    def restored(number: int) -> None:
        said = _no_backup(table, number)
        result.lost[:] = [one for one in result.lost if one != said]
        result.restored.append(
            _("{table} {number} taken from the journal").format(table=table, number=number)
        )

    return follow_journal(table, rows, changes, _sound(sources[:1], table, Recovered()).keys(), restored)


def _no_backup(table: str, key: Any) -> str:  # noqa: ANN401 - a number
    return _("{table} {number} is damaged, and no backup has it").format(table=table, number=key)


def _is_older(table: str, key: Any, found: dict[Any, Values]) -> bool:  # noqa: ANN401 - a number
    """Whether a row of a backup fills a hole, and is not one that was deleted since."""
    return table not in {"comment", "annotation", "dismissal", "draft"} and key not in found


def _said(table: str, key: Any, backup: str) -> str:  # noqa: ANN401 - a number
    return _("{table} {number} taken from the backup {name}").format(table=table, number=key, name=backup)


def _is_sound(table: str, row: Values) -> bool:
    if any(isinstance(value, str) and "\ufffd" in value for value in row.values()) and row.get("sum") is None:
        return False
    if table == "change":
        return is_sound(row.get("sum"), (row["before"], row["after"]))
    if table not in SUMMED:
        return True
    return is_sound(row.get("sum"), [row.get(name) for name in SUMMED[table]])


def _segments(
    sources: Sequence[DamagedFile], units: dict[Any, Values], changes: dict[Any, Values], result: Recovered
) -> dict[Any, Values]:
    """Return the segments: sound rows as they are, damaged ones from paragraphs and journal."""
    became = latest(changes, "segment")
    joiners = _joiners(sources)
    vouched = {unit["segment_id"] for unit in units.values()}
    first = sorted(units.values(), key=lambda unit: (unit["side"] == "source", -unit["place"]))
    places = {one["segment_id"]: {name: one[name] for name in ("article_id", "place")} for one in first}
    found: dict[Any, Values] = {}
    for legible in _legible(sources[0], "segment"):
        row = legible.row
        if row is None:  # a backup may have it; else its paragraphs say what is missing
            continue
        if "place" in legible.replaced or "article_id" in legible.replaced:
            row |= places.get(row["id"], {})
        if _is_sound("segment", row):
            found[row["id"]] = with_derived("segment", row)
            if legible.replaced:
                result.lost.append(said_of_replaced("segment", row["id"], legible.replaced))
        elif row["id"] not in vouched:
            text = row.get("target") or row.get("source") or ""
            result.lost.append(
                _("segment {number} cannot be restored; what can be read of its text is: {text}").format(
                    number=row["id"], text=text
                )
            )
        else:
            found[row["id"]] = _rebuilt(row, units, became.get(row["id"]), joiners)
            result.restored.append(
                _("segment {key} put together again from its paragraphs and the journal").format(
                    key=found[row["id"]]["key"]
                )
            )
    gone = {number for number, values in became.items() if values is None}
    for number, row in _sound(sources[1:], "segment", Recovered()).items():
        if number not in found and number not in gone:
            rolled = {**row, **(became.get(number) or {})}
            found[number] = with_derived("segment", rolled) | {
                "sum": sum_of([rolled.get(name) for name in SUMMED["segment"]])
            }
            result.restored.append(
                _("segment {key} taken from a backup and the journal").format(key=row["key"])
            )
    _name_missing(units, found, result)
    return dict(sorted(found.items()))


def _rebuilt(
    row: Values, units: dict[Any, Values], after: Values | None, joiners: dict[int, Joiner]
) -> Values:
    """Return a damaged segment with the texts that its paragraphs and the journal vouch for."""
    joiner = joiners.get(row["article_id"]) or Joiner(" ", " ")
    sides: dict[str, list[Values]] = {"source": [], "target": [], "reference": []}
    for unit in sorted(units.values(), key=lambda unit: (unit["place"], unit["key"])):
        if unit["segment_id"] == row["id"]:
            sides[unit["side"]].append(unit)
    machine = _join(sides["target"], joiner.between_target)
    keys = [unit["key"] for unit in sides["source"]], [unit["key"] for unit in sides["target"]]
    known = after or {}
    whole = {
        **row,
        "key": "+".join(keys[0]) or "+" + "+".join(keys[1]),
        "target_key": "+".join(keys[1]),
        "source": _join(sides["source"], joiner.between_source),
        "machine": machine,
        "reference": _join(sides["reference"], joiner.between_target) or None,
        "target": known.get("target", machine),
        "status": known.get("status", "machine"),
    }
    return with_derived("segment", whole)


def _joiners(sources: Sequence[DamagedFile]) -> dict[int, Joiner]:
    """Return how the texts of each article's paragraphs are put together."""
    found: dict[int, Joiner] = {}
    for source in sources:
        for number, ours, theirs in source.rows("article", ("id", "source_language", "target_language")):
            found.setdefault(number, Joiner.between(*(map(_text, (ours, theirs)))))
    return found


def _text(value: object) -> str:
    """Return a text that damage may have made bytes of."""
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _join(units: Sequence[Values], between: str) -> str:
    parts: list[str] = []
    for index, unit in enumerate(units):
        if index:
            before = units[index - 1]
            same = before["place"] == unit["place"] and unit["glue"] is not None
            apart = BLANK_LINE if before["paragraph"] != unit["paragraph"] else between
            parts.append(unit["glue"] if same else apart)
        parts.append(unit["text"])
    return "".join(parts)


def _name_missing(units: dict[Any, Values], found: dict[Any, Values], result: Recovered) -> None:
    """Say which paragraphs have lost their segment; their words are kept."""
    for unit in units.values():
        if unit["segment_id"] is not None and unit["segment_id"] not in found:
            result.lost.append(
                _("the segment of paragraph {key} cannot be restored; its text is: {text}").format(
                    key=unit["key"], text=unit["text"]
                )
            )
            unit["segment_id"] = None


def _project(connection: sqlite3.Connection, sources: Sequence[DamagedFile]) -> None:
    """Keep the identity of the project, and let every reader see that its structure is another."""
    for source in sources:
        for identity, structure in source.rows("project", ("identity", "structure")):
            connection.execute(
                "UPDATE project SET identity = ?, structure = ?", (identity, int(structure) + 1)
            )
            return
