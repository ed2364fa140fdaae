"""A copy of a project file whose first page is lost, with its tables found by the shape of their rows.

The first page of an SQLite file says where each table begins; without it SQLite reads nothing, though all
rows may be there. A table is a tree of pages whose top stands below no other: what the rows of each such tree
are like tells which table it is.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from transreview.project.log_file import log_of
from transreview.project.sqlite_pages import Cut, Pages, Value, page_size, reading

_LOOKED_AT = 40  # rows of a tree
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")
_FORMS = {
    "at": _DATE,
    "opened": _DATE,
    "seen": _DATE,
    "project.identity": re.compile("[0-9a-f]{32}$"),  # else SQLite's own table of numbers is like it
}
_ONE_OF = re.compile(r"CHECK \((?P<name>\w+) IN \((?P<values>[^)]*)\)\)")
_KINDS = {"INTEGER": (int,), "TEXT": (str,), "REAL": (float, int)}
_IN_LOG_MODE = slice(18, 20)
_PAGES = slice(28, 32)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    kinds: tuple[type, ...]
    may_be_null: bool
    may_be_missing: bool  # rows from before the column was added end in front of it
    values: frozenset[str]  # its only ones, where there are such
    form: re.Pattern[str] | None

    def takes(self, value: Value) -> bool:
        if value is None:
            return self.may_be_null
        if not isinstance(value, self.kinds):
            return False
        if isinstance(value, Cut):
            return True
        if self.form and not self.form.match(str(value)):
            return False
        return not self.values or value in self.values


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[_Column, ...]  # as rows have them
    by_key: bool  # WITHOUT ROWID: kept as an index is
    create: str  # its definition, without what guards it

    def takes(self, row: Sequence[Value]) -> bool:
        if len(row) > len(self.columns) or not all(one.may_be_missing for one in self.columns[len(row) :]):
            return False
        return all(column.takes(value) for column, value in zip(self.columns, row, strict=False))


def with_tables_found(damaged: Path, definitions: Mapping[str, str], copy: Path) -> list[str]:
    """Write a copy of a file whose first page is lost that SQLite agrees to read.

    Args:
        damaged: The damaged file; it is only read.
        definitions: The `CREATE TABLE` of each table, as a new project has it.
        copy: A path in a folder of one's own.

    Returns:
        The tables that were found; none where the file is no project's, and there is no copy.
    """
    size = page_size(damaged)
    if size is None:
        return []
    shutil.copyfile(damaged, copy)
    if log_of(damaged).is_file():
        shutil.copyfile(log_of(damaged), log_of(copy))
    _write_first_page(copy, size)
    tables = [_table(name, sql) for name, sql in definitions.items() if not name.startswith("sqlite_")]
    with reading(copy, size) as pages:
        tops = _tops(pages, tables)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for table in tables:
            connection.execute(table.create)
        connection.execute("PRAGMA writable_schema = ON")
        for name, page in tops.items():
            connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (page, name))
    return list(tops)


def _write_first_page(copy: Path, size: int) -> None:
    """Write a first page that names no tables, and take in what the log beside the file holds.

    New tables then go behind the pages that are there: none of these is named as free.
    """
    blank = copy.with_name(f"{copy.name}.blank")
    with closing(sqlite3.connect(blank, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("PRAGMA user_version = 1")  # whatever is written makes the page
    page = bytearray(blank.read_bytes()[:size])
    page[_PAGES] = max(1, copy.stat().st_size // size).to_bytes(4, "big")
    page[_IN_LOG_MODE] = b"\2\2"
    with copy.open("r+b") as file:
        file.write(page)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def _table(name: str, sql: str) -> _Table:
    """Return what is known of a table from its definition."""
    by_key = sql.rstrip().upper().endswith("WITHOUT ROWID")
    values = {
        found["name"]: frozenset(one.strip(" '") for one in found["values"].split(","))
        for found in _ONE_OF.finditer(sql)
    }
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(sql)
        described = connection.execute(f"PRAGMA table_info({name})").fetchall()
    keys = [column for _n, column, _kind, _not_null, _default, key in described if key]
    if by_key:  # rows begin with what they are found by
        described.sort(key=lambda row: (row[5] == 0, row[5]))
    columns, defined = [], []
    for _number, column, kind, not_null, default, key in described:
        counted = bool(key) and not by_key and kind == "INTEGER"  # stands beside the row, not in it
        columns.append(
            _Column(
                kinds=_KINDS[kind],
                may_be_null=counted or not not_null,
                may_be_missing=not key and (not not_null or default is not None),
                values=values.get(column, frozenset()),
                form=_FORMS.get(column) or _FORMS.get(f"{name}.{column}"),
            )
        )
        ending = " PRIMARY KEY" if counted else "" if default is None else f" DEFAULT {default}"
        defined.append(f'"{column}" {kind}{ending}')
    if by_key:
        named = ", ".join(f'"{key}"' for key in keys)
        defined.append(f"PRIMARY KEY ({named})")
    create = f"CREATE TABLE {name} ({', '.join(defined)}){' WITHOUT ROWID' if by_key else ''}"
    return _Table(name, tuple(columns), by_key, create)


def _tops(pages: Pages, tables: Iterable[_Table]) -> dict[str, int]:
    """Return where tables begin, by name."""
    trees = [(page, rows) for page in pages.tops() if (rows := list(islice(pages.rows(page), _LOOKED_AT)))]
    found: dict[str, int] = {}
    for table in tables:
        fitting = [
            page
            for page, rows in trees
            if pages.is_by_key(page) == table.by_key and all(table.takes(row) for row in rows)
        ]
        # Pages that were freed still hold rows: they are single ones, and come later.
        best = min(fitting, key=lambda page: (not pages.is_inner(page), page), default=None)
        if best is not None:
            found[table.name] = best
    return found
