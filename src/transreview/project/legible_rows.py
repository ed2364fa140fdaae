"""Rows of a damaged file with values that a project can hold: what stands there may be none of its kind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.glossary import ConceptStatus
from transreview.model.journal import Action
from transreview.model.segment import Lock, Status
from transreview.model.unit import Granularity, UnitKind
from transreview.project.changes import Values
from transreview.project.migrations import migrate
from transreview.project.schema import JOURNALED, UNRECORDED

_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("segment", "kind"): tuple(UnitKind),
    ("segment", "status"): tuple(Status),
    ("segment", "locked"): tuple(Lock),
    ("unit", "kind"): tuple(UnitKind),
    ("unit", "side"): ("source", "target", "reference"),
    ("article", "granularity"): tuple(Granularity),
    ("annotation", "side"): tuple(Side),
    ("concept", "status"): tuple(ConceptStatus),
    ("journal", "action"): tuple(Action),
    ("change", "tbl"): tuple(JOURNALED),
}
"""Columns that hold one of a few words."""

_MOMENTS = frozenset(("at", "opened", "seen", "resolved_at"))
_DATA: dict[tuple[str, str], type | tuple[type, ...]] = {
    ("article", "metadata"): dict,
    ("journal", "arguments"): dict,
    ("unit", "markup"): dict,
    ("concept", "terms"): list,
    ("setting", "value"): object,
    ("remembered", "value"): object,
}
"""Columns that hold JSON, and what it must be."""

_STAND_INS: dict[tuple[str, str], object] = {
    ("segment", "kind"): UnitKind.PARAGRAPH.value,
    ("unit", "kind"): UnitKind.PARAGRAPH.value,
    ("segment", "locked"): "",
    ("segment", "status"): Status.MACHINE.value,
    ("segment", "reference"): None,
    **{("segment", name): "" for name in ("key", "target_key", "source", "machine", "target")},
    **{
        ("segment", name): 0
        for name in ("article_id", "place", "source_length", "target_length", "untouched")
    },
    ("article", "metadata"): "{}",
    ("article", "granularity"): Granularity.PARAGRAPH.value,
    ("article", "source_language"): "und",
    ("article", "target_language"): "und",
    ("article", "reference_path"): None,
    **{("article", name): "" for name in ("slug", "title", "source_path", "target_path", "engine")},
    ("journal", "action"): Action.EDIT.value,
    **{("journal", name): "" for name in ("user", "summary", "session")},
    **{("journal", name): None for name in ("undoes", "undo_head", "undo_below", "redo_head", "redo_below")},
    ("journal", "arguments"): None,
    ("unit", "markup"): "",
    **{("segment", name): 0 for name in ("needs_work", "crossed", "fixed", "revision")},
    **{("segment", name): 0 for name in ("source_line", "target_line", "origin")},
    **{("segment", name): 1 for name in ("sources", "targets", "confidence")},
    **{("unit", name): 0 for name in ("paragraph", "line")},
    ("unit", "glue"): None,
}
"""What can stand where a value is lost, so that the rest of its row is kept."""

READ = {
    table: tuple(
        name for name in columns if (table, name) in _WORDS or (table, name) in _DATA or name in _MOMENTS
    )
    for table, columns in (JOURNALED | UNRECORDED).items()
}
"""The columns whose texts must say something of a certain kind."""

_FLIPPED = 2  # letters of a word that damage may have changed
_EARLIEST = "1970-01-01T00:00:00.000000+00:00"
_KINDS: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}


@dataclass(frozen=True, slots=True)
class Legible:
    """A row as it can be read.

    Attributes:
        number: What stands in its `id`, None where it has none.
        row: Its values; None where one that nothing can stand for is lost.
        replaced: The columns in which something else stands now.
    """

    number: Any
    row: Values | None
    replaced: tuple[str, ...] = ()


class LegibleRows:
    """The rows of a table of a damaged file, in their order.

    Args:
        table: The table.
    """

    def __init__(self, table: str) -> None:
        self._table = table
        self._columns = _declared()[table]
        self._moment = _EARLIEST  # of the last row: rows are written one after the other

    def read(self, row: Values) -> Legible:
        """Return a row with values that its table can hold.

        Args:
            row: Its values as the damaged file gives them.
        """
        found: Values = {}
        replaced = []
        for name, value in row.items():
            whole, legible = self._legible(name, value)
            if not whole:
                if name in _MOMENTS:
                    legible = self._moment
                elif (self._table, name) in _STAND_INS:
                    legible = _STAND_INS[self._table, name]
                else:
                    return Legible(row.get("id"), None)
                replaced.append(name)
            elif name in _MOMENTS and legible:
                self._moment = legible
            found[name] = legible
        return Legible(row.get("id"), found, tuple(replaced))

    def _legible(self, name: str, value: Any) -> tuple[bool, Any]:  # noqa: ANN401 - whatever stands there
        """Return whether a value can be one of its column, and that value."""
        table = self._table
        kind, needed = self._columns.get(name, ("", False))
        if value is None:
            return not needed, None
        if kind == "TEXT" and isinstance(value, bytes):  # one bit tells text from bytes
            value = value.decode(errors="replace")
        if kind in _KINDS and not isinstance(value, _KINDS[kind]):
            return False, value
        if (table, name) in _WORDS:
            word = _nearest(value, _WORDS[table, name])
            return word is not None, word
        if name in _MOMENTS:
            return _is_moment(value), value
        if (table, name) in _DATA and value:
            return _is_data(value, _DATA[table, name]), value
        return True, value


def wrong_kinds(table: str) -> str:
    """Return the condition under which a row of SQLite's holds something else than its columns say."""
    kinds = {"TEXT": "('text')", "INTEGER": "('integer')", "REAL": "('real', 'integer')"}
    return " OR ".join(
        f'("{name}" IS NOT NULL AND typeof("{name}") NOT IN {kinds[kind]})'
        for name, (kind, _needed) in _declared()[table].items()
        if kind in kinds
    )


@lru_cache(maxsize=1)
def _declared() -> dict[str, dict[str, tuple[str, bool]]]:
    """Return of each table's columns what they hold and whether they must hold something."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        return {
            table: {
                row[1]: (row[2].upper(), bool(row[3]))
                for row in connection.execute(f"PRAGMA table_info({table})")
            }
            for table in JOURNALED | UNRECORDED
        }


def holds_nothing_known(table: str, number: Any) -> str:  # noqa: ANN401 - a number, or None
    """Return the sentence that says that a row holds what no program of ours has written."""
    return _("{table} {number} holds what cannot be read").format(table=table, number=number or "").strip()


def said_of_replaced(table: str, number: Any, names: Iterable[str]) -> str:  # noqa: ANN401 - a number or a key
    """Return the sentence that says which columns of a row are lost."""
    return _("{table} {number} has lost {columns}; the rest of it is kept").format(
        table=table, number=number, columns=", ".join(names)
    )


def _nearest(value: str, words: Iterable[str]) -> str | None:
    """Return the one word that a value is, or was before letters of it were changed."""
    known = [str(word) for word in words]
    if value in known:
        return value
    near = [word for word in known if len(word) == len(value) and _differing(word, value) <= _FLIPPED]
    return near[0] if len(near) == 1 else None


def _differing(first: str, second: str) -> int:
    return sum(a != b for a, b in zip(first, second, strict=True))


def _is_moment(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_data(value: str, kind: type | tuple[type, ...]) -> bool:
    try:
        return isinstance(json.loads(value), kind)
    except (ValueError, RecursionError):
        return False
