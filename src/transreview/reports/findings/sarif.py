"""Findings as SARIF 2.1.0, which code hosts show beside the lines of a file."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any, TextIO
from urllib.parse import quote

from transreview import __version__
from transreview.model.finding import Finding, Severity
from transreview.reports.findings.file_region import region
from transreview.reports.findings.plain import excerpt
from transreview.reports.findings.renderer import ShownText
from transreview.reports.json_text import dumps
from transreview.workflow.quality.check_results import Tally

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


class SarifFindings:
    """Writes one run with all checks of the catalogue as its rules.

    Args:
        out: Text stream.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._first = True

    def begin(self) -> None:
        """Write the head of the document up to the list of results."""
        driver = {
            "name": "transreview",
            "semanticVersion": __version__,
            "informationUri": "https://github.com/transreview/transreview",
            "rules": _rules(),
        }
        head = dumps({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"})
        self._out.write(
            f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [\n{head[:-1]},\n"results": ['
        )

    def add(self, shown: ShownText) -> None:
        """Write one result a finding."""
        for finding, fingerprint, known in shown.findings:
            self._out.write("\n " if self._first else ",\n ")
            self._out.write(dumps(_result(shown, finding, fingerprint, known=known)))
            self._first = False

    def end(self, tally: Tally) -> None:  # noqa: ARG002 - SARIF has no place for sums
        """Close the document."""
        self._out.write("\n]}]}\n")


def _rules() -> list[dict[str, Any]]:
    from transreview.checks.registry import REGISTRY

    return [
        {
            "id": check.id,
            "shortDescription": {"text": check.explanation},
            "defaultConfiguration": {"level": _LEVELS[check.severity]},
            "properties": {"tags": [check.family, *([check.mqm] if check.mqm else [])]},
        }
        for check in REGISTRY
    ]


def _uri(path: str) -> str:
    """Return a path as a code host reads it: from the folder that the command ran in."""
    given = PurePath(path)
    here = Path.cwd()
    if given.is_absolute() and given.is_relative_to(here):
        given = given.relative_to(here)
    return quote(given.as_posix())


def _result(shown: ShownText, finding: Finding, fingerprint: str, *, known: bool) -> dict[str, Any]:
    text = shown.text
    message = finding.message
    words = finding.found or excerpt(text, finding)
    if words:
        message += f": {words}"
    if finding.expected:
        message += f" → {finding.expected}"
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(text.path)}},
        "logicalLocations": [{"name": text.id, "fullyQualifiedName": f"{text.document}/{text.id}"}],
    }
    if place := region(text, finding):
        location["physicalLocation"]["region"] = place
        if words and "startColumn" in place:
            location["physicalLocation"]["region"] |= {"snippet": {"text": words}}
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"transreview/v1": fingerprint},
        "baselineState": "unchanged" if known else "new",
        "properties": {"side": finding.side.value, "start": finding.start, "end": finding.end},
    }
