"""The report as JUnit XML: a suite an article, a case a check, a failure for findings at error level.

Thresholds are a suite of their own. Follows the schema that Jenkins and GitLab read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from xml.sax.saxutils import escape, quoteattr

from transreview.workflow.quality.report_model import Report
from transreview.workflow.quality.report_quality import FindingRow
from transreview.workflow.quality.thresholds import shown

# XML 1.0 has no way to write these, not even as references.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render_junit(model: Report) -> str:
    """Return the report's findings and thresholds as JUnit XML."""
    findings: dict[str, dict[str, list[FindingRow]]] = defaultdict(lambda: defaultdict(list))
    for finding in model["findings"]["list"]:
        findings[finding["article"]][finding["check"]].append(finding)
    suites = [_suite(a["slug"], findings[a["slug"]]) for a in model["articles"]]
    if model["thresholds"]:
        suites.append(_thresholds(model))
    tests = sum(count for count, _failed, _xml in suites)
    failures = sum(failed for _count, failed, _xml in suites)
    body = "".join(xml for _count, _failed, xml in suites)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name={_attribute(model["run"]["project"])} tests="{tests}" failures="{failures}">\n'
        f"{body}</testsuites>\n"
    )


def _suite(name: str, by_check: dict[str, list[FindingRow]]) -> tuple[int, int, str]:
    cases, failed = [], 0
    for check, found in sorted(by_check.items()):
        errors = [f for f in found if f["severity"] in {"critical", "error"}]
        rest = [f for f in found if f["severity"] not in {"critical", "error"}]
        failed += bool(errors)
        body = ""
        if errors:
            text = escape(_clean("\n".join(_line(f) for f in errors)))
            body += f"<failure message={_attribute(f'{len(errors)} findings')}>{text}</failure>"
        if rest:
            body += f"<system-out>{escape(_clean(chr(10).join(_line(f) for f in rest)))}</system-out>"
        cases.append(f"  <testcase classname={_attribute(name)} name={_attribute(check)}>{body}</testcase>\n")
    if not cases:
        cases = [f'  <testcase classname={_attribute(name)} name="checks"></testcase>\n']
    xml = f' <testsuite name={_attribute(name)} tests="{len(cases)}" failures="{failed}">\n{"".join(cases)}'
    return len(cases), failed, xml + " </testsuite>\n"


def _thresholds(model: Report) -> tuple[int, int, str]:
    cases, failed = [], 0
    for t in model["thresholds"]:
        body = ""
        if not t["passed"]:
            failed += 1
            value = "no data" if t["value"] is None else shown(t["value"])
            body = f"<failure message={_attribute(value + ', limit ' + str(t['limit']))}></failure>"
        cases.append(f'  <testcase classname="thresholds" name={_attribute(t["name"])}>{body}</testcase>\n')
    xml = f' <testsuite name="thresholds" tests="{len(cases)}" failures="{failed}">\n{"".join(cases)}'
    return len(cases), failed, xml + " </testsuite>\n"


def _line(finding: FindingRow) -> str:
    place = f"{finding['key']}:{finding['side']}:{finding['start']}-{finding['end']}"
    about = f": {finding['found']}" if finding["found"] else ""
    expected = f" → {finding['expected']}" if finding["expected"] else ""
    context = f" ({finding['context']})" if finding["context"] else ""
    return f"{place} [{finding['severity']}] {finding['message']}{about}{expected}{context}"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))
