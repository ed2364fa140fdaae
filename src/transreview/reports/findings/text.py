"""Findings for a person at a terminal: one block a text, and a summary."""

from __future__ import annotations

from typing import TextIO

from transreview.i18n import _, ngettext
from transreview.model.finding import Finding, Severity, Side
from transreview.reports.findings.plain import excerpt
from transreview.reports.findings.renderer import ShownText
from transreview.reports.visible import one_line
from transreview.words import called
from transreview.workflow.quality.check_results import Tally

_EXCERPT = 60


class TextFindings:
    """Writes findings as lines that fit a terminal.

    Args:
        out: Text stream.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def begin(self) -> None:
        """Write nothing: the first finding comes first."""

    def add(self, shown: ShownText) -> None:
        """Write a heading and one line a finding."""
        text = shown.text
        if not shown.findings and not text.to_read:
            return
        place = f"{text.path}:{text.line}" if text.line else text.path
        self._out.write(f"{one_line(place)}: {one_line(text.id)}\n")
        if text.rank:
            words = _("read {rank}.") if text.to_read else _("place {rank}")
            why = "; ".join((words.format(rank=text.rank), *text.reasons))
            self._out.write(f"  {why}\n")
        for finding, _fingerprint, known in shown.findings:
            self._out.write(self._line(shown, finding, known=known))

    def _line(self, shown: ShownText, finding: Finding, *, known: bool) -> str:
        side = _("source") if finding.side is Side.SOURCE else _("target")
        span = f"{side} {finding.start}–{finding.end}"
        parts = [f"  {called(finding.severity.value):8s} {finding.check:20s} {span:16s} {finding.message}"]
        words = one_line(finding.found or excerpt(shown.text, finding), _EXCERPT)
        if words:
            parts.append(_("found “{words}”").format(words=words))
        if expected := one_line(finding.expected, _EXCERPT):  # a single blank says nothing here
            parts.append(_("expected “{words}”").format(words=expected))
        if known:
            parts.append(_("known"))
        return "; ".join(parts) + "\n"

    def end(self, tally: Tally) -> None:
        """Write the summary."""
        write = self._out.write
        if tally.total or tally.known:
            write("\n")
        texts = ngettext("{count} segment checked", "{count} segments checked", tally.texts)
        found = ngettext("{count} finding", "{count} findings", tally.total)
        by_severity = ", ".join(
            f"{tally.severities[severity]} {called(severity.value)}"
            for severity in reversed(Severity)
            if tally.severities[severity]
        )
        write(
            f"{texts.format(count=tally.texts)}, {found.format(count=tally.total)}"
            + (f" ({by_severity})\n" if by_severity else "\n")
        )
        for check, count in tally.checks.most_common():
            write(f"  {count:6d}  {check}\n")
        for count, words in (
            (tally.hidden, _("{count} of lower severity not shown (--severity info shows them)")),
            (tally.left_out["untranslated"], _("{count} not translated yet, and not checked")),
            (tally.left_out["fuzzy"], _("{count} fuzzy, and not checked")),
            (tally.left_out["locked"], _("{count} locked, and not checked")),
            (tally.dismissed, _("{count} dismissed")),
            (tally.known, _("{count} known from the baseline")),
            (tally.fixed, _("{count} of the baseline fixed")),
        ):
            if count:
                write(words.format(count=count) + "\n")
