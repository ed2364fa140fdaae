"""Segment scores that another tool made (COMET, MetricX, a QE model), as CSV, TSV or JSON Lines.

A row has an `id` (the segment's key, "article/key", or its 1-based number) and one column a metric.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.plain_utf8 import read_utf8
from transreview.i18n import _

ID_COLUMNS = ("id", "segment", "key", "seg_id")


def read_segment_scores(path: Path) -> dict[str, dict[str, float]]:
    """Return for each metric the score of each segment id, both in the file's order.

    Raises:
        InputError: Unreadable, no id column, a score that is no number, or an id twice; with its line.
    """
    text = read_utf8(path, _("Name a CSV, TSV or JSON Lines file"))
    rows = _json_rows(text, path) if path.suffix in {".jsonl", ".json"} else _csv_rows(text, path)
    scores: dict[str, dict[str, float]] = {}
    seen: dict[str, int] = {}
    for line, row in rows:
        key = _identifier(row, path, line)
        if key in seen:
            raise InputError(
                _("segment {key} is scored twice, first in line {first}").format(key=key, first=seen[key]),
                path=path,
                line=line,
                remedy=_("Keep one row a segment"),
            )
        seen[key] = line
        for name, value in row.items():
            if name not in ID_COLUMNS and value not in (None, ""):
                scores.setdefault(name, {})[key] = _number(name, value, path, line)
    if not scores:
        raise InputError(
            _("no scores"), path=path, remedy=_("Give an id column and one column for each metric")
        )
    return scores


def _identifier(row: Mapping[str, Any], path: Path, line: int) -> str:
    for column in ID_COLUMNS:
        if row.get(column) not in (None, ""):
            return str(row[column])
    raise InputError(
        _("no segment id"),
        path=path,
        line=line,
        remedy=_("Name the column one of {names}").format(names=", ".join(ID_COLUMNS)),
    )


def _number(name: str, value: object, path: Path, line: int) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InputError(
            _("{name} is “{value}”, not a number").format(name=name, value=value),
            path=path,
            line=line,
            remedy=_("Leave the cell empty where there is no score"),
        )
    return number


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(text.split("\n"), delimiter="\t" if "\t" in first else ",", strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise InputError(
                    _("the row has not as many cells as the header"),
                    path=path,
                    line=reader.line_num,
                    remedy=_("Give every row the same cells"),
                )
            yield reader.line_num, {(name or "").strip().lower(): value for name, value in row.items()}
    except csv.Error as error:
        raise InputError(
            str(error), path=path, line=reader.line_num, remedy=_("Close every quotation mark")
        ) from error


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = loads(line)
        except ValueError as error:
            raise InputError(
                _("not JSON: {error}").format(error=error),
                path=path,
                line=number,
                remedy=_("Write one object a line"),
            ) from error
        if not isinstance(row, dict):
            raise InputError(_("not an object"), path=path, line=number, remedy=_("Write one object a line"))
        yield number, row
