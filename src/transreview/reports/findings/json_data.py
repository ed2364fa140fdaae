"""Findings as one JSON document, which is also what a later run takes as its baseline."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any, TextIO

from transreview import __version__
from transreview.errors import InputError
from transreview.formats.json_reading import loads
from transreview.i18n import _
from transreview.reports.findings.plain import plain_finding
from transreview.reports.findings.renderer import ShownText
from transreview.reports.json_text import dumps
from transreview.workflow.quality.check_results import Baseline, Tally

SCHEMA = "transreview-check-1"


class JsonFindings:
    """Writes a list of findings, then the summary, without holding either in memory.

    Args:
        out: Text stream.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._first = True

    def begin(self) -> None:
        """Write the head of the document."""
        head = dumps({"schema": SCHEMA, "version": __version__})
        self._out.write(head[:-1] + ', "findings": [')

    def add(self, shown: ShownText) -> None:
        """Write the findings of one text."""
        text = shown.text
        for finding, fingerprint, known in shown.findings:
            record = {
                "path": text.path,
                "line": text.line,
                "document": text.document,
                "id": text.id,
                **({"rank": text.rank, "reasons": list(text.reasons)} if text.rank else {}),
                **plain_finding(text, finding, fingerprint, known),
            }
            self._out.write("\n " if self._first else ",\n ")
            self._out.write(dumps(record))
            self._first = False

    def end(self, tally: Tally) -> None:
        """Write the summary and close the document."""
        summary = {
            "segments": tally.texts,
            "flagged": tally.flagged,
            "findings": tally.total,
            "severities": {severity.value: count for severity, count in sorted(tally.severities.items())},
            "checks": dict(sorted(tally.checks.items())),
            "hidden": tally.hidden,
            "left_out": dict(sorted(tally.left_out.items())),
            "dismissed": tally.dismissed,
            "known": tally.known,
            "fixed": tally.fixed,
        }
        self._out.write('\n], "summary": ' + dumps(summary) + "}\n")


def _complete(data: dict[str, Any]) -> bool:
    findings = data.get("findings")
    return isinstance(findings, list) and all(
        isinstance(one, dict)
        and isinstance(one.get("fingerprint"), str)
        and isinstance(one.get("check"), str)
        for one in findings
    )


def read_baseline(path: Path) -> Baseline:
    """Read the findings of an earlier run.

    Args:
        path: What `transreview check --format json` wrote.

    Raises:
        InputError: The file cannot be read, or holds something else.
    """
    from collections import Counter

    from transreview.formats.reading import read_bytes

    try:
        data: Any = loads(read_bytes(path))
    except ValueError as error:
        raise InputError(
            _("this is no JSON: {error}").format(error=error),
            path=path,
            remedy=_("Write one with `transreview check … --format json`"),
        ) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not _complete(data):
        raise InputError(
            _("this is no list of findings of this version"),
            path=path,
            remedy=_("Write one with `transreview check … --format json`"),
        )
    findings = data["findings"]
    return Baseline(
        Counter(one["fingerprint"] for one in findings),
        {one["fingerprint"]: one["check"] for one in findings},
        frozenset(PurePath(str(one.get("path", ""))).name for one in findings),
    )
