"""Findings as workflow commands, which GitHub Actions shows as annotations of a change."""

from __future__ import annotations

from typing import TextIO

from transreview.model.finding import Finding, Severity
from transreview.reports.findings.file_region import region
from transreview.reports.findings.plain import excerpt
from transreview.reports.findings.renderer import ShownText
from transreview.reports.visible import one_line
from transreview.workflow.quality.check_results import CheckedText, Tally

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


class GithubFindings:
    """Writes one `::error …` line a finding.

    Args:
        out: Text stream.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def begin(self) -> None:
        """Write nothing."""

    def add(self, shown: ShownText) -> None:
        """Write one command a finding; what the baseline knows is left out."""
        for finding, _fingerprint, known in shown.findings:
            if not known:
                self._out.write(_command(shown.text, finding) + "\n")

    def end(self, tally: Tally) -> None:
        """Write the sum as a line of the log."""
        self._out.write(f"{tally.texts} segments, {tally.total} findings\n")


def _command(text: CheckedText, finding: Finding) -> str:
    place = f"file={_property(one_line(text.path))}"
    if found := region(text, finding):
        place += f",line={found['startLine']}"
        if "startColumn" in found:
            place += f",col={found['startColumn']},endColumn={found['endColumn']}"
    words = one_line(finding.found or excerpt(text, finding), 120)
    expected = f" → {one_line(finding.expected, 120)}" if finding.expected else ""
    message = f"{one_line(text.id)}: {finding.message}: {words}{expected}"
    return f"::{_COMMANDS[finding.severity]} {place},title={_property(finding.check)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
