"""Rebuilding a damaged project from what can be read of it, its journal, its paragraphs and its backups."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _, ngettext
from transreview.project.backups import backups_of
from transreview.project.changes import Values, with_derived
from transreview.project.joiner import BLANK_LINE, Joiner
from transreview.project.log_file import damaged_log, is_cut_short, log_of
from transreview.project.mended_copy import mended
from transreview.project.opening import open_connection, require_file
from transreview.project.schema import JOURNALED, UNRECORDED
from transreview.project.sums import SUMMED, is_sound, sum_of

_KEYLESS = {"export_entry", "draft", "remembered", "bookmark", "session", "project"}
_FLIPPED = 4  # letters of an identity that damage may have changed
_GAP = 4096  # how far to look on behind a page that cannot be read
_STEPS = tuple(sorted({1, _GAP, *(int(1.15**power) for power in range(60))}))


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
        sources: list[_Source] = []
        for path in (readable.path, *backups_of(damaged)):
            source = _Source(path)
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
        connection.execute("COMMIT")
    return result


def _found_tables(names: Sequence[str]) -> str:
    words = ngettext(
        "{n} table, found by the shape of its rows: the page that names the tables is lost",
        "{n} tables, found by the shape of their rows: the page that names them is lost",
        len(names),
    )
    return words.format(n=len(names))


class _Source:
    """A file that rows are read from, damaged or not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        with contextlib.suppress(sqlite3.Error):
            self._connection = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)
            self._connection.text_factory = lambda data: data.decode(errors="replace")

    def has(self, table: str) -> bool:
        """Whether anything of a table can be read."""
        return next(self.rows(table, ("*",)), None) is not None

    def may_be_of(self, other: _Source) -> bool:
        """Whether this is a copy of another project file, as far as the two say who they are.

        Copies of another project that had the name before may lie among the backups.
        """
        ours, theirs = self._identity(), other._identity()
        return len(ours) != len(theirs) or sum(a != b for a, b in zip(ours, theirs, strict=True)) <= _FLIPPED

    def _identity(self) -> str:
        row = next(self.rows("project", ("identity",)), None)
        return str(row[0]) if row else ""

    def columns(self, table: str) -> set[str]:
        """Return the columns that a table of this file has; an older one has fewer."""
        if self._connection is None:
            return set()
        with contextlib.suppress(sqlite3.Error):
            return {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}
        return set()

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield every row that can be read; stretches that cannot are stepped over."""
        if self._connection is None:
            return
        names = ", ".join(name if name == "*" else f'"{name}"' for name in columns)
        if table in _KEYLESS:
            with contextlib.suppress(sqlite3.Error):
                yield from self._connection.execute(f"SELECT {names} FROM {table}")  # noqa: S608
            return
        last = 0
        query = f"SELECT id, {names} FROM {table} WHERE id > ? ORDER BY id"  # noqa: S608
        while True:
            try:
                for number, *values in self._connection.execute(query, (last,)):
                    if number <= last:  # pages that lead back to where one was
                        raise sqlite3.DatabaseError(number)
                    last = number
                    yield tuple(values)
            except sqlite3.Error:
                reached = self._behind_damage(table, last)
                if reached is None:
                    return
                last = reached
            else:
                return

    def _behind_damage(self, table: str, last: int) -> int | None:
        """Return the first number from which a table can be read on, None where that is nowhere."""
        with contextlib.suppress(sqlite3.Error):  # only a text of the next row is where nothing can be read
            row = self._next(table, last)
            return None if row is None else max(int(row[0]), last + 1)
        # Where all is lost, it is not looked for at every number.
        if not any(self._reads_on(table, last + step) for step in _STEPS):
            return None
        return next((at for at in range(last + 1, last + _GAP + 1) if self._reads_on(table, at)), None)

    def _reads_on(self, table: str, last: int) -> bool:
        try:
            self._next(table, last)
        except sqlite3.Error:
            return False
        return True

    def _next(self, table: str, last: int) -> tuple[Any, ...] | None:
        assert self._connection is not None
        query = f"SELECT id FROM {table} WHERE id > ? ORDER BY id"  # noqa: S608
        row: tuple[Any, ...] | None = self._connection.execute(query, (last,)).fetchone()
        return row

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def _fill(connection: sqlite3.Connection, sources: Sequence[_Source], result: Recovered) -> None:
    units = _sound(sources, "unit", result)
    entries = _sound(sources, "journal", result)
    changes = _sound(sources, "change", result)
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
                rows = _sound(sources, table, result)
        result.rows[table] = len(rows)
        for row in rows.values():
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            with contextlib.suppress(sqlite3.IntegrityError):  # two rows that cannot both be right
                connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608


def _columns(table: str) -> tuple[str, ...]:
    known = (JOURNALED | UNRECORDED)[table]
    return (*known, "sum") if table in SUMMED else known


def _sound(sources: Sequence[_Source], table: str, result: Recovered) -> dict[Any, Values]:
    """Return the rows of a table by their key; damaged ones from the newest backup that has them whole."""
    found: dict[Any, Values] = {}
    bad: dict[Any, Values] = {}
    for index, source in enumerate(sources):
        have = source.columns(table)
        columns = [name for name in _columns(table) if name in have]
        for number, values in enumerate(source.rows(table, columns) if columns else ()):
            row = dict(zip(columns, values, strict=True))
            key = number if table in _KEYLESS else row["id"]
            if key in found or (table in _KEYLESS and index and found):
                continue
            if not _is_sound(table, row):
                bad.setdefault(key, row)
            elif index == 0 or key in bad or table not in _KEYLESS:
                if index and (key in bad or index > 0) and _is_older(table, key, found):
                    result.restored.append(_said(table, key, source.path.name))
                found[key] = row
    for key, row in bad.items():
        if key not in found and table != "segment":
            result.lost.append(
                _("{table} {number} is damaged, and no backup has it").format(table=table, number=key)
            )
            if table == "unit":  # its words are all there is: they are kept, and said
                found[key] = row | {"sum": sum_of([row.get(name) for name in SUMMED["unit"]])}
    return dict(sorted(found.items()))


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
    sources: Sequence[_Source], units: dict[Any, Values], changes: dict[Any, Values], result: Recovered
) -> dict[Any, Values]:
    """Return the segments: sound rows as they are, damaged ones from paragraphs and journal."""
    latest = _latest(changes)
    joiners = _joiners(sources)
    vouched = {unit["segment_id"] for unit in units.values()}
    have = sources[0].columns("segment")
    columns = [name for name in _columns("segment") if name in have]
    found: dict[Any, Values] = {}
    for values in sources[0].rows("segment", columns) if columns else ():
        row = dict(zip(columns, values, strict=True))
        if _is_sound("segment", row):
            found[row["id"]] = row
        elif row["id"] not in vouched:
            text = row.get("target") or row.get("source") or ""
            result.lost.append(
                _("segment {number} cannot be restored; what can be read of its text is: {text}").format(
                    number=row["id"], text=text
                )
            )
        else:
            found[row["id"]] = _rebuilt(row, units, latest.get(row["id"]), joiners)
            result.restored.append(
                _("segment {key} put together again from its paragraphs and the journal").format(
                    key=found[row["id"]]["key"]
                )
            )
    gone = {number for number, values in latest.items() if values is None}
    for number, row in _sound(sources[1:], "segment", Recovered()).items():
        if number not in found and number not in gone:
            rolled = {**row, **(latest.get(number) or {})}
            found[number] = with_derived("segment", rolled) | {
                "sum": sum_of([rolled.get(name) for name in SUMMED["segment"]])
            }
            result.restored.append(
                _("segment {key} taken from a backup and the journal").format(key=row["key"])
            )
    _name_missing(units, found, result)
    return dict(sorted(found.items()))


def _latest(changes: dict[Any, Values]) -> dict[int, Values | None]:
    """Return what the journal says each segment became, None where it was removed."""
    latest: dict[int, Values | None] = {}
    for row in changes.values():
        if row["tbl"] != "segment":
            continue
        after = json.loads(row["after"]) if row["after"] else None
        latest[row["row"]] = None if after is None else {**(latest.get(row["row"]) or {}), **after}
    return latest


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


def _joiners(sources: Sequence[_Source]) -> dict[int, Joiner]:
    """Return how the texts of each article's paragraphs are put together."""
    found: dict[int, Joiner] = {}
    for source in sources:
        for number, ours, theirs in source.rows("article", ("id", "source_language", "target_language")):
            found.setdefault(number, Joiner.between(ours, theirs))
    return found


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


def _project(connection: sqlite3.Connection, sources: Sequence[_Source]) -> None:
    """Keep the identity of the project, and let every reader see that its structure is another."""
    for source in sources:
        for identity, structure in source.rows("project", ("identity", "structure")):
            connection.execute(
                "UPDATE project SET identity = ?, structure = ?", (identity, int(structure) + 1)
            )
            return
