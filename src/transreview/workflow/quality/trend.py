"""The trend: what changed since an earlier report of the same project."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.formats.reading import read_bytes
from transreview.i18n import _
from transreview.project.address import displayed
from transreview.workflow.quality.report_model import SCHEMA, Report, Run, Trend, TrendCheck, TrendScore
from transreview.workflow.quality.report_quality import FindingRow

if TYPE_CHECKING:
    from transreview.project import Project


def read_baseline(path: Path, project: Project | None = None) -> Report:
    """Return the model of an earlier report.

    Args:
        path: The report in JSON form.
        project: The project that it must be of.

    Raises:
        InputError: The file is no JSON report, of another version, or of another project.
    """
    try:
        model = loads(read_bytes(path))
    except ValueError as error:
        raise InputError(
            _("not JSON: {error}").format(error=error), path=path, remedy=_("Name a report in JSON form")
        ) from error
    schema = model.get("schema") if isinstance(model, dict) else None
    if isinstance(schema, str) and schema.startswith("transreview-report-") and schema != SCHEMA:
        raise InputError(
            _("a report of another version ({schema}; this one reads {ours})").format(
                schema=schema, ours=SCHEMA
            ),
            path=path,
            remedy=_("Write it again: transreview report PROJECT -o report.json"),
        )
    if schema != SCHEMA or not _complete(model):
        raise InputError(
            _("not a report of this version"),
            path=path,
            remedy=_("Write one with `transreview report PROJECT -o report.json`"),
        )
    report: Report = model
    if project is not None and not _same_project(report["run"], project):
        raise InputError(
            _("a report of another project: “{name}”, none of whose sources are in this one").format(
                name=report["run"]["project"]
            ),
            path=path,
            remedy=_("Name an earlier report of {project}").format(project=displayed(project.path)),
        )
    return report


def _same_project(run: Run, project: Project) -> bool:
    """Whether a report is of a project, or of one that was made anew from the same sources."""
    if run["identity"] == project.identity:
        return True
    import hashlib

    known = {row["source_sha256"] for row in run["inputs"]}
    for article in project.articles.all():
        digest = hashlib.sha256()
        for unit in project.articles.units(article.id, "source"):
            digest.update(unit.text.encode() + b"\x1e")
        if digest.hexdigest() in known:
            return True
    return False


def _complete(model: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    # Whether a trend can be made from it; anybody may have changed the file.
    try:
        trend(model, model)
        run = model["run"]
        return isinstance(run["identity"], str) and all(row["source_sha256"] for row in run["inputs"])
    except (KeyError, TypeError, AttributeError):
        return False


def add_trend(now: Report, before: Report) -> None:
    """Put what changed since an earlier report into a report."""
    now["trend"] = trend(before, now)
    earlier: Counter[tuple[str, str]] = Counter()
    for row in before["findings"]["by_check"]:
        earlier[row["check"], row["severity"]] += row["count"]
    for row in now["findings"]["by_check"]:
        row["before"] = earlier[row["check"], row["severity"]]


def trend(before: Report, now: Report) -> Trend:
    """Return new, fixed and unchanged findings by fingerprint, and scores before and now."""
    old = Counter(f["fingerprint"] for f in before["findings"]["list"])
    new = Counter(f["fingerprint"] for f in now["findings"]["list"])
    return {
        "since": before["run"]["time"],
        "findings": {
            "new": (new - old).total(),
            "fixed": (old - new).total(),
            "unchanged": (new & old).total(),
        },
        "checks": _checks(before["findings"]["list"], now["findings"]["list"]),
        "scores": _scores(before, now),
    }


def _checks(before: list[FindingRow], now: list[FindingRow]) -> list[TrendCheck]:
    old, new = _by_check(before), _by_check(now)
    rows: list[TrendCheck] = []
    for check in sorted(old.keys() | new.keys()):
        was, is_now = old[check], new[check]
        rows.append(
            {
                "check": check,
                "before": was.total(),
                "now": is_now.total(),
                "new": (is_now - was).total(),
                "fixed": (was - is_now).total(),
            }
        )
    return sorted(rows, key=lambda row: (-row["new"], -row["fixed"], row["check"]))


def _by_check(findings: list[FindingRow]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        found[finding["check"]][finding["fingerprint"]] += 1
    return found


def _scores(before: Report, now: Report) -> list[TrendScore]:
    totals = [score for score in before["scores"] if score["article"] is None]
    earlier = {(s["text"], s["engine"], s["name"], s["language"]): s for s in totals}
    rows: list[TrendScore] = []
    for s in now["scores"]:
        key = (s["text"], s["engine"], s["name"], s["language"])
        if s["article"] is None and key in earlier:
            rows.append(
                {
                    "text": s["text"],
                    "engine": s["engine"],
                    "name": s["name"],
                    "before": earlier[key]["value"],
                    "now": s["value"],
                    "same_signature": earlier[key]["signature"] == s["signature"],
                }
            )
    efforts = {(e["language"], e["engine"]): e for e in before["effort"] if e["article"] is None}
    for e in now["effort"]:
        old = efforts.get((e["language"], e["engine"]))
        if e["article"] is None and old is not None and old["hter"] is not None and e["hter"] is not None:
            rows.append(
                {
                    "text": "",
                    "engine": e["engine"],
                    "name": "HTER",
                    "before": old["hter"],
                    "now": e["hter"],
                    "same_signature": True,
                }
            )
    return rows
