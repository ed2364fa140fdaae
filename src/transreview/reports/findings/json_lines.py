"""Findings as JSON Lines: one object a text, for pipes."""

from __future__ import annotations

from typing import TextIO

from transreview.reports.findings.plain import plain_finding
from transreview.reports.findings.renderer import ShownText
from transreview.reports.json_text import dumps
from transreview.workflow.quality.check_results import Tally


class JsonLinesFindings:
    """Writes one line for every text, those without findings too.

    Args:
        out: Text stream.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def begin(self) -> None:
        """Write nothing."""

    def add(self, shown: ShownText) -> None:
        """Write one line: {"id", "document", "line", "findings": […]}."""
        text = shown.text
        record = {
            "id": text.id,
            "document": text.document,
            "line": text.line,
            **({"rank": text.rank, "reasons": list(text.reasons)} if text.rank else {}),
            "findings": [plain_finding(text, *one) for one in shown.findings],
        }
        self._out.write(dumps(record) + "\n")

    def end(self, tally: Tally) -> None:
        """Write nothing: each line stands for itself."""
