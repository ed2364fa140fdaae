"""What the journal says that rows became: with it, what no page of a damaged file gives can be had again."""

from __future__ import annotations

import json
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any

from transreview.project.changes import Values, with_derived
from transreview.project.schema import JOURNALED

Rows = dict[Any, Values]


def latest(changes: Rows, table: str) -> dict[int, Values | None]:
    """Return what the rows of a table became last, as far as it was recorded; None of one that was removed.

    Args:
        changes: The rows of `change` by their numbers, in order.
        table: The table.
    """
    found: dict[int, Values | None] = {}
    for row in changes.values():
        if row["tbl"] != table:
            continue
        after = json.loads(row["after"]) if row["after"] else None
        found[row["row"]] = None if after is None else {**(found.get(row["row"]) or {}), **after}
    return found


def follow_journal(
    table: str, rows: Rows, changes: Rows, trusted: AbstractSet[Any], restored: Callable[[int], None]
) -> Rows:
    """Return the rows of a table as the journal says that they became, save those that can be trusted.

    Args:
        table: The table.
        rows: Its rows by their numbers: those of the file, and older ones of backups.
        changes: The rows of `change`.
        trusted: Numbers of the rows that the file itself gave whole.
        restored: Told the number of each row that only the journal has.
    """
    found = dict(rows)
    for number, values in latest(changes, table).items():
        if number in trusted:
            continue
        if values is None:
            found.pop(number, None)  # removed since the backup was made
            continue
        known = found.get(number)
        whole = {**(known or {}), **values}
        if not set(JOURNALED[table]) <= whole.keys():
            continue
        found[number] = {name: whole[name] for name in JOURNALED[table]} | _sum(table, whole)
        if known is None:
            restored(number)
    return dict(sorted(found.items()))


def _sum(table: str, whole: Values) -> Values:
    derived = with_derived(table, whole)
    return {"sum": derived["sum"]} if "sum" in derived else {}
