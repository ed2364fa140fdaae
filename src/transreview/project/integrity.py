"""Whether a project says what was written into it: damage is named before work begins on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.damaged_file import KEYLESS
from transreview.project.joiner import BLANK_LINE, Joiner
from transreview.project.legible_rows import READ, LegibleRows, holds_nothing_known
from transreview.project.schema import JOURNALED
from transreview.project.store import Store
from transreview.project.sums import SUMMED, is_sound

_MANY = 20


def problems(store: Store, limit: int = _MANY) -> list[str]:
    """Return what is wrong with a project, one sentence each; an empty list when it is sound.

    It reads everything: the database's own structure, the references between rows, the check values,
    the texts against the paragraphs they were made of and against what the journal says they became.

    Args:
        store: The project.
        limit: How many to name at most.
    """
    found: list[str] = []
    looks: tuple[Callable[[], Iterator[str]], ...] = (
        store.own_problems,
        *(partial(one, store) for one in (_illegible, _sums, _journal, _texts)),
    )
    for look in looks:
        try:
            found += islice(look(), limit - len(found))
        except InputError as error:  # what cannot even be read is the problem
            found.append(error.message)
        except TypeError:  # a value of another kind than its column's, which was told then
            if not found:
                raise
        if len(found) >= limit:
            break
    return list(dict.fromkeys(found))


def _illegible(store: Store) -> Iterator[str]:
    """Rows that hold what is no word, moment or data of their columns."""
    for table, columns in READ.items():
        rows = LegibleRows(table)
        names = ", ".join(f'"{name}"' for name in columns)
        key = "NULL" if table in KEYLESS else "id"
        for number, *values in store.each(f"SELECT {key}, {names} FROM {table}") if columns else ():  # noqa: S608
            row = dict(zip(columns, values, strict=True))
            if rows.read(row).row != row:
                yield holds_nothing_known(table, number)


def _sums(store: Store) -> Iterator[str]:
    """Rows whose content is not what their check value was made of."""
    names = {
        "segment": _("segment {number} is not as it was saved"),
        "unit": _("paragraph {number} is not as it was saved"),
        "article_data": _("text {number} of an article is not as it was saved"),
        "pair": _("what a file said of a segment (row {number}) is not as it was saved"),
    }
    for table, columns in SUMMED.items():
        for number, kept, *values in store.each(f"SELECT id, sum, {', '.join(columns)} FROM {table}"):  # noqa: S608
            if not is_sound(kept, values):
                yield names[table].format(number=number)
    for entry, kept, before, after in store.each("SELECT entry, sum, before, after FROM change"):
        if not is_sound(kept, (before, after)):
            yield _("change {number} of the journal is not as it was saved").format(number=entry)


def _journal(store: Store) -> Iterator[str]:
    """Rows that differ from what the journal says they became last."""
    latest: dict[tuple[str, int], dict[str, Any] | None] = {}
    for table, row, after in store.each("SELECT tbl, row, after FROM change ORDER BY id"):
        if after is None:
            latest[table, row] = None
            continue
        try:
            values = json.loads(after)
        except ValueError:
            continue  # told by its check value
        known = latest.get((table, row)) or {}
        latest[table, row] = {**known, **values}
    for (table, row), values in latest.items():
        if table not in JOURNALED:
            yield _("the journal names a table “{table}” that there is not").format(table=table)
            continue
        columns = ", ".join(f'"{name}"' for name in JOURNALED[table])
        found = store.one(f"SELECT {columns} FROM {table} WHERE id = ?", (row,))  # noqa: S608 - our own names
        present = None if found is None else dict(zip(JOURNALED[table], found, strict=True))
        if (present is None) != (values is None) or any(
            present is not None and present.get(name) != value
            for name, value in (values or {}).items()
            if name != "revision"
        ):
            yield _("{table} {number} is not what the journal says it became").format(table=table, number=row)


def _texts(store: Store) -> Iterator[str]:
    """Segments whose source, machine or reference text is not that of their paragraphs."""
    sides = (("source", "source"), ("target", "machine"), ("reference", "reference"))
    for article, source_language, target_language in store.all(
        "SELECT id, source_language, target_language FROM article"
    ):
        joiner = Joiner.between(source_language, target_language)
        texts: dict[tuple[int, str], list[tuple[int, int, str, str | None]]] = {}
        for segment, side, place, paragraph, text, glue in store.each(
            "SELECT segment_id, side, place, paragraph, text, glue FROM unit"
            " WHERE article_id = ? AND segment_id IS NOT NULL ORDER BY place, key",
            (article,),
        ):
            texts.setdefault((segment, side), []).append((place, paragraph, text, glue))
        for row in store.each(
            "SELECT id, key, source, machine, reference FROM segment WHERE article_id = ? ORDER BY place",
            (article,),
        ):
            present = dict(zip(("id", "key", "source", "machine", "reference"), row, strict=True))
            for side, column in sides:
                between = joiner.between_source if side == "source" else joiner.between_target
                if _joined(texts.get((present["id"], side), []), between) != (present[column] or ""):
                    yield _("a text of segment {key} is not the one that was imported").format(
                        key=present["key"]
                    )
                    break


def _joined(units: list[tuple[int, int, str, str | None]], between: str) -> str:
    parts: list[str] = []
    for index, (place, paragraph, text, glue) in enumerate(units):
        if index:
            before = units[index - 1]
            if before[0] == place and glue is not None:
                parts.append(glue)
            else:
                parts.append(BLANK_LINE if before[1] != paragraph else between)
        parts.append(text)
    return "".join(parts)
