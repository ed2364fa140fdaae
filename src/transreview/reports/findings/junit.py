"""Findings as JUnit XML: a suite a document, a case a check, a failure where it found an error."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from transreview.model.finding import Finding, Severity
from transreview.reports.findings.plain import excerpt
from transreview.reports.findings.renderer import ShownText
from transreview.reports.visible import visible
from transreview.workflow.quality.check_results import CheckedText, Tally

# XML 1.0 has no way to write these, not even as references.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class JunitFindings:
    """Collects findings and writes them at the end: a suite has to say how many there are.

    Args:
        out: Text stream.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._lines: dict[str, dict[str, list[tuple[bool, str]]]] = defaultdict(lambda: defaultdict(list))

    def begin(self) -> None:
        """Write nothing yet."""

    def add(self, shown: ShownText) -> None:
        """Keep one line for each finding."""
        suite = self._lines[shown.text.document]
        for finding, _fingerprint, known in shown.findings:
            failure = finding.severity.rank >= Severity.ERROR.rank and not known
            suite[finding.check].append((failure, _line(shown.text, finding)))

    def end(self, tally: Tally) -> None:
        """Write all suites; a document without findings is one case that passed."""
        suites = [_suite(name, checks) for name, checks in self._lines.items()]
        tests = sum(count for count, _failed, _xml in suites)
        failed = sum(count for _tests, count, _xml in suites)
        self._out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<testsuites name="transreview check" tests="{tests}" failures="{failed}">\n'
            + "".join(xml for _tests, _failed, xml in suites)
            + f"</testsuites>\n<!-- {tally.texts} segments, {tally.total} findings -->\n"
        )


def _suite(name: str, checks: dict[str, list[tuple[bool, str]]]) -> tuple[int, int, str]:
    cases, failed = [], 0
    for check, lines in sorted(checks.items()):
        failures = [line for failure, line in lines if failure]
        others = [line for failure, line in lines if not failure]
        body = ""
        if failures:
            failed += 1
            message = f"{len(failures)} findings"
            body += f"<failure message={quoteattr(message)}>{_text(failures)}</failure>"
        if others:
            body += f"<system-out>{_text(others)}</system-out>"
        cases.append(f"  <testcase classname={_attribute(name)} name={_attribute(check)}>{body}</testcase>\n")
    if not cases:
        cases.append(f'  <testcase classname={_attribute(name)} name="all checks"/>\n')
    head = f' <testsuite name={_attribute(name)} tests="{len(cases)}" failures="{failed}">\n'
    return len(cases), failed, head + "".join(cases) + " </testsuite>\n"


def _line(text: CheckedText, finding: Finding) -> str:
    place = f"{text.id}:{finding.side.value}:{finding.start}-{finding.end}"
    words = finding.found or excerpt(text, finding)
    expected = f" → {finding.expected}" if finding.expected else ""
    return f"{place} [{finding.severity.value}] {finding.message}: {words}{expected}"


def _text(lines: list[str]) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", visible("\n".join(lines))))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", visible(text)))
