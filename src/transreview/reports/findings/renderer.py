"""What a form of findings has to offer, and the forms there are."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Protocol, TextIO

from transreview.model.finding import Finding
from transreview.workflow.quality.check_results import CheckedText, Tally


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text with the findings that are shown of it.

    Attributes:
        text: The text; its own `findings` may be more than is shown.
        findings: Each finding with its fingerprint and whether the baseline has it too.
    """

    text: CheckedText
    findings: tuple[tuple[Finding, str, bool], ...]


class FindingsRenderer(Protocol):
    """Writes findings to a stream while they are being found."""

    def __init__(self, out: TextIO) -> None: ...

    def begin(self) -> None:
        """Write what comes before the first text."""

    def add(self, shown: ShownText) -> None:
        """Write one text; it may have no findings."""

    def end(self, tally: Tally) -> None:
        """Write what comes after the last text."""


# Name on the command line → where the renderer stands.
FORMS = {
    "text": "transreview.reports.findings.text:TextFindings",
    "json": "transreview.reports.findings.json_data:JsonFindings",
    "jsonl": "transreview.reports.findings.json_lines:JsonLinesFindings",
    "sarif": "transreview.reports.findings.sarif:SarifFindings",
    "junit": "transreview.reports.findings.junit:JunitFindings",
    "github": "transreview.reports.findings.github:GithubFindings",
}


def findings_renderer(form: str, out: TextIO) -> FindingsRenderer:
    """Return the renderer of a form, writing to `out`.

    Args:
        form: A key of `FORMS`.
        out: Text stream.
    """
    module, name = FORMS[form].split(":")
    made: FindingsRenderer = getattr(importlib.import_module(module), name)(out)
    return made
