"""The report as CSV: a row a finding, or a row an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

Model = dict[str, Any]

FINDING_COLUMNS = (
    "article",
    "key",
    "check",
    "severity",
    "side",
    "start",
    "end",
    "message",
    "expected",
    "found",
    "fingerprint",
)


def render_findings(model: Model, *, bom: bool = False) -> str:
    """Return a row for every finding; with `bom`, Excel reads it as UTF-8."""
    rows = ([finding[column] for column in FINDING_COLUMNS] for finding in model["findings"]["list"])
    return _csv(FINDING_COLUMNS, rows, bom)


def render_articles(model: Model, *, bom: bool = False) -> str:
    """Return a row for every article with its scores and findings."""
    names = list(dict.fromkeys((s["text"], s["name"]) for s in model["scores"]))
    by_article = {(s["article"], s["text"], s["name"]): s["value"] for s in model["scores"]}
    heads = ["article", "title", "segments", "reviewed", "hter", "critical", "error", "warning", "info"]
    rows = (
        [
            *(a[column] for column in ("slug", "title", "segments", "reviewed", "hter")),
            *(a["findings"][severity] for severity in ("critical", "error", "warning", "info")),
            *(by_article.get((a["slug"], text, name), "") for text, name in names),
        ]
        for a in model["articles"]
    )
    return _csv([*heads, *(f"{name} {text}" for text, name in names)], rows, bom)


def harmless(value: object) -> object:
    """Return a cell that a spreadsheet takes for text: a leading = + - @ TAB or CR would start a formula."""
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]], bom: bool) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" if bom else "") + text.getvalue()
