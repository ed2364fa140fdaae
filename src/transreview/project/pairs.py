"""Pairs: what a bilingual file said of the units that segments were made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from transreview.i18n import _
from transreview.model.pair import Pair
from transreview.model.segment import Status
from transreview.project.decoding import damaged, parsed
from transreview.project.store import Row, Store
from transreview.project.sums import require_sum

# What a segment holds itself; the rest of a pair is kept beside it.
_IN_SEGMENT = {"source", "target", "plurals"}
_CHUNK = 500
_TUPLES: dict[str, Callable[[Any], Any]] = {
    "flags": tuple,
    "comments": lambda found: tuple((who, what) for who, what in found),
}
_DEFAULTS = {field.name: field.default for field in fields(Pair)}
_PAIR = (
    "SELECT pair.segment_id, pair.identity, pair.form, pair.forms, pair.data, pair.sum, segment.source,"
    " segment.machine, segment.target, segment.status, segment.needs_work"
    " FROM pair JOIN segment ON segment.id = pair.segment_id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPart:
    """One segment of a pair: the pair itself, or one of its plural forms.

    Attributes:
        segment_id: The segment.
        form: Which plural form it is, from 0.
        forms: How many there are; 1 where there are no plural forms.
        pair: The pair as the file had it, with the source and the translation of this form.
    """

    segment_id: int
    form: int
    forms: int
    pair: Pair


class Pairs:
    """The units of bilingual files behind the segments; segments of articles have none.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, segment_id: int) -> PairPart | None:
        """Return what a segment's file said of it, or None where it comes from an article."""
        row = self._store.one(f"{_PAIR} WHERE pair.segment_id = ? ORDER BY pair.form", (segment_id,))
        return None if row is None else _part(row)

    def places(self, article_id: int) -> dict[tuple[str, int], int]:
        """Return (identity of a unit, number of its plural form) → the segment that it is."""
        rows = self._store.all(
            "SELECT pair.identity, pair.form, pair.segment_id FROM pair"
            " JOIN segment ON segment.id = pair.segment_id WHERE segment.article_id = ?",
            (article_id,),
        )
        return {(identity, form): segment_id for identity, form, segment_id in rows}

    def imported(self, article_id: int) -> list[Pair]:
        """Return the pairs of one file as they were when they came in, plural forms together."""
        return [pair for pair, _now in self._each(article_id)]

    def present(self, article_id: int) -> list[Pair]:
        """Return the pairs of one file with the translations, statuses and flags that they have now."""
        return [now for _pair, now in self._each(article_id)]

    def _each(self, article_id: int) -> Iterator[tuple[Pair, Pair]]:
        for forms in self._forms(article_id):
            yield _together(forms)

    def units(
        self, article_id: int, segment_ids: Iterable[int] | None = None
    ) -> Iterator[tuple[tuple[int, ...], Pair, bool]]:
        """Yield the units of one file as they are now, with their segments.

        Args:
            article_id: The article.
            segment_ids: Only the units that have one of these segments; all when None.

        Yields:
            The segments, the unit, and whether anybody has changed its texts or its status.
        """
        if segment_ids is None:
            for forms in self._forms(article_id):
                yield tuple(row[0] for row in forms), *_present(forms)
            return
        ids = sorted(segment_ids)
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            places = ", ".join("?" * len(chunk))
            query = f"SELECT DISTINCT identity FROM pair WHERE segment_id IN ({places})"  # noqa: S608
            names = [name for (name,) in self._store.all(query, chunk)]
            if not names:
                continue
            places = ", ".join("?" * len(names))
            # The sign keeps the index of the article out of it: that would be the longer way.
            where = f"pair.identity IN ({places}) AND +segment.article_id = ?"
            rows = self._store.all(f"{_PAIR} WHERE {where} ORDER BY segment.place", (*names, article_id))
            for forms in _of_one_pair(rows):
                yield tuple(row[0] for row in forms), *_present(forms)

    def _forms(self, article_id: int) -> Iterator[list[Row]]:
        """Yield the rows of each pair of a file, in its order."""
        rows = self._store.all(f"{_PAIR} WHERE segment.article_id = ? ORDER BY segment.place", (article_id,))
        yield from _of_one_pair(rows)


def _of_one_pair(rows: Iterable[Row]) -> Iterator[list[Row]]:
    forms: list[Row] = []
    for row in rows:
        if forms and (row[1] != forms[0][1] or row[2] == 0):
            yield forms
            forms = []
        forms.append(row)
    if forms:
        yield forms


def _part(row: Row) -> PairPart:
    segment_id, identity, form, forms, data, kept, source, machine, *_now = row
    require_sum(kept, (identity, data), _("what a file said of a segment"))
    return PairPart(
        segment_id=segment_id, form=form, forms=forms, pair=pair_of(data, source=source, target=machine)
    )


def _together(forms: list[Row]) -> tuple[Pair, Pair]:
    """Return a pair with all its forms, as it came and as it is."""
    first = _part(forms[0]).pair
    machine = [row[7] for row in forms]
    present = [row[8] for row in forms]
    # Projects of earlier versions keep it as the source of the second form alone.
    plural = first.source_plural or (forms[1][6] if len(forms) > 1 else "")
    pair = replace(first, plurals=tuple(machine[1:]), source_plural=plural)
    lowest = min((Status(row[9]) for row in forms), key=list(Status).index)
    now = replace(
        pair,
        target=present[0],
        plurals=tuple(present[1:]),
        status=lowest,
        needs_work=any(row[10] for row in forms),
    )
    return pair, now


def _present(forms: list[Row]) -> tuple[Pair, bool]:
    """Return a pair as it is, and whether somebody has changed or confirmed it: in a third of the time."""
    _id, identity, _form, _forms, data, kept, source, _machine, target, *_state = forms[0]
    require_sum(kept, (identity, data), _("what a file said of a segment"))
    values = _values(data)
    came = values.get("status")
    status = Status(forms[0][9])
    if len(forms) > 1:
        status = min((Status(row[9]) for row in forms), key=list(Status).index)
        values["plurals"] = tuple(row[8] for row in forms[1:])
        values.setdefault("source_plural", forms[1][6])
    touched = status is not (came or Status.MACHINE) or any(row[7] != row[8] for row in forms)
    values |= {
        "source": source,
        "target": target,
        "status": status,
        "needs_work": any(row[10] for row in forms),
    }
    return Pair(**values), touched


def data_of(pair: Pair) -> str:
    """Return what is kept of a pair beside its segment's texts."""
    kept: dict[str, Any] = {
        name: value
        for name, default in _DEFAULTS.items()
        if name not in _IN_SEGMENT and (value := getattr(pair, name)) != default
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def pair_of(data: str, *, source: str, target: str) -> Pair:
    """Return the pair that was kept as `data`.

    Args:
        data: What `data_of` returned.
        source: The source of its segment.
        target: The translation that it came with.

    Raises:
        InputError: It is not what this program writes.
    """
    return Pair(**{**_values(data), "source": source, "target": target})


def _values(data: str) -> dict[str, Any]:
    kept = parsed(data)
    if not isinstance(kept, Mapping) or not kept.keys() <= _DEFAULTS.keys():
        raise damaged(_("what a file said of a segment"))
    values: dict[str, Any] = {
        name: _TUPLES[name](value) if name in _TUPLES else value for name, value in kept.items()
    }
    if values.get("status"):
        values["status"] = Status(values["status"])
    return values
