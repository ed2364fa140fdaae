"""The report as CSV: a row a finding, or a row an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from transreview.formats.delimited import harmless
from transreview.workflow.quality.report_model import Report

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
    "words",
    "context",
    "fingerprint",
)


def render_findings(model: Report, *, bom: bool = False) -> str:
    """Return a row for every finding; with `bom`, Excel reads it as UTF-8."""
    found: list[dict[str, object]] = [dict(finding) for finding in model["findings"]["list"]]
    rows = ([finding[column] for column in FINDING_COLUMNS] for finding in found)
    return _csv(FINDING_COLUMNS, rows, bom)


def render_articles(model: Report, *, bom: bool = False) -> str:
    """Return a row for every article with its scores and findings."""
    scores = [s for s in model["scores"] if s["article"] is not None]
    names = list(dict.fromkeys((s["text"], s["engine"], s["name"]) for s in scores))
    values = {(s["article"], s["text"], s["engine"], s["name"]): s["value"] for s in scores}
    heads = ["article", "title", "engine", "segments", "reviewed", "untouched", "hter"]
    severities = ["critical", "error", "warning", "info"]
    rows = (
        [
            a["slug"],
            a["title"],
            a["engine"],
            a["segments"],
            a["reviewed"],
            a["untouched"],
            "" if a["hter"] is None else a["hter"],
            *(dict(a["findings"])[severity] for severity in severities),
            *(values.get((a["slug"], *name), "") for name in names),
        ]
        for a in model["articles"]
    )
    columns = [" ".join(filter(None, (name, text, engine))) for text, engine, name in names]
    return _csv([*heads, *severities, *columns], rows, bom)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]], bom: bool) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" if bom else "") + text.getvalue()
