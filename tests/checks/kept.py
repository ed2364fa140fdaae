"""All that the checks say, kept whole: `python -m tests.kept checks` renews golden/*.findings.

Every finding of every check, also of those that a row is not about, on all rows of `cases` and `pairs`, on sentences
of many languages with small faults (`varied`), and on documents made of these. Rows without a finding are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tests import varied
from tests.checks import test_pairs
from tests.checks.case_tables import CASES, GLOSSARY, all_findings
from tests.kept import printable
from transreview.checks import CheckContext, SegmentText, check_document, check_segment
from transreview.checks.settings import CheckSettings, RegexRule
from transreview.model.finding import Finding, Severity
from transreview.model.unit import UnitKind

GOLDEN = Path(__file__).parent / "golden"


def told(finding: Finding) -> str:
    """Return all that a finding says, on one line."""
    said = f"    {finding.check} {finding.severity.value} {finding.side.value} {finding.start}-{finding.end} “{_short(finding.found)}”"
    if finding.expected:
        said += f" → “{_short(finding.expected)}”"
    if finding.fix:
        said += f" fix {finding.fix.start}-{finding.fix.end} “{finding.fix.text}”"
    if finding.confidence != 1:
        said += f" {finding.confidence:.3f}"
    if finding.segment_id or finding.concept_id:
        said += f" of {finding.segment_id} {finding.concept_id}"
    return printable(f"{said} {finding.mqm}: {finding.message}")


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:24]}…{len(text)}…{text[-24:]}"


def _row(head: str, source: str, target: str, findings: Iterable[Finding]) -> list[str]:
    lines = [told(one) for one in findings]
    return [printable(f"{head} | {source} | {target}"), *lines] if lines else []


def cases() -> str:
    """Return what is found in the rows of the tables of cases."""
    lines = []
    for table, rows in groupby(CASES, lambda case: case.place.partition(":")[0]):
        lines.append(f"== {table}")
        for case in rows:
            asked = {
                "lang",
                "kind",
                "glossary",
                "calques",
                "select",
                "in_document",
                "formats",
                "forms",
                "nplurals",
            }
            options = "".join(f" {name}={value}" for name, value in case.options.items() if name in asked)
            found = [one for _source, _target, one in all_findings(case)]
            lines += _row(f"{case.check}{options}", case.source, case.target, found)
    return "\n".join(lines) + "\n"


def pairs() -> str:
    """Return what is found in the rows of right and wrong translations."""
    lines = []
    for sign in "-+?":
        for kind, source, target in test_pairs.lines(sign):
            lines += _row(f"{sign} {kind}", source, target, test_pairs.findings(kind, source, target))
    return "\n".join(lines) + "\n"


def _contexts(code: str) -> CheckContext:
    source, _dash, target = code.partition("-")
    return CheckContext(source, target, glossary=GLOSSARY)


def varied_rows() -> str:
    """Return what is found in sentences of many languages with small faults."""
    lines = []
    contexts = {code: _contexts(code) for code in varied.PAIRS}
    kinds = list(UnitKind)
    for number, (code, fault, source, target) in enumerate(varied.rows()):
        kind = kinds[number % len(kinds)] if number % 4 == 3 else UnitKind.PARAGRAPH
        text = SegmentText(
            source, target, id=1, kind=kind, in_document=number % 3 == 1,
            source_open=int(number % 17 == 4), target_open=int(number % 13 == 5), runs_on=number % 11 == 6,
            levels=(number % 2 + 1, 2) if kind is UnitKind.HEADING else (0, 0), only_here=number % 29 == 7,
        )  # fmt: skip
        name = "" if kind is UnitKind.PARAGRAPH else f" {kind.value}"
        lines += _row(
            f"{code} {fault}{name}", source[:12], _short(target), check_segment(text, contexts[code])
        )
    return "\n".join(lines) + "\n"


def documents() -> str:
    """Return what is found in documents of sentences that come again, some of them with a fault."""
    lines = []
    for code in varied.PAIRS[:16]:
        rows = [row for row in varied.rows() if row[0] == code]
        texts = [
            SegmentText(
                source, target, id=1, kind=UnitKind.LIST_ITEM if number % 7 > 4 else UnitKind.PARAGRAPH
            )
            for number, (_code, _fault, source, target) in enumerate(rows)
        ]
        for step in (2, 3):
            some = texts[::step]
            lines.append(f"== {code} each {step}")
            for index, findings in check_document(some, _contexts(code)).items():
                compared = [one for one in findings if one.check in COMPARING]
                lines += _row(str(index), some[index].source[:12], _short(some[index].target), compared)
    return "\n".join(lines) + "\n"


COMPARING = {check.id for check in CheckContext("zh", "ka").document_plan} | {
    "punct.quote",
    "punct.quote_mix",
}


def _chosen() -> Iterator[tuple[str, CheckSettings]]:
    yield "quotes", CheckSettings(quotes="«»")
    yield "comma", CheckSettings(number_format="comma")
    yield "point", CheckSettings(number_format="point")
    yield "department", CheckSettings(name_practice="department")
    yield "short sentences", CheckSettings(overlong_words=8)
    yield "few", CheckSettings(select=frozenset({"num", "punct.final"}), ignore=frozenset({"num.format"}))
    yield (
        "severe",
        CheckSettings(
            severities={
                "num": Severity.CRITICAL,
                "punct": Severity.INFO,
                "space": Severity.ERROR,
                "len.unusual": Severity.WARNING,
            }
        ),
    )
    yield (
        "allowed",
        CheckSettings(
            allow={"num.mismatch": (re.compile(r"\d"),), "*": (re.compile("basically|ძალიან|გამოიყენეთ.*"),)}
        ),
    )
    yield "rules", CheckSettings(
        rules=(
            RegexRule(id="one", pattern=re.compile(r"(\d+) წ"), message="years", replacement=r"\1 წელი"),
            RegexRule(id="two", pattern=re.compile("会议"), message="in the source", side="source", severity=Severity.INFO),
            RegexRule(id="three", pattern=re.compile("შეხვედრა"), message="m", unless=re.compile("会议")),
            RegexRule(id="four", pattern=re.compile("შეხვედრა"), message="m", only_if=re.compile("会议")),
        )
    )  # fmt: skip


def choices() -> str:
    """Return what other settings change in what is found: lines that come and lines that go."""
    lines = []
    for code in ("zh-ka", "en-de"):
        rows = [row for row in varied.rows() if row[0] == code][::2]
        texts = [SegmentText(source, target) for _code, _fault, source, target in rows]
        plain = CheckContext(*code.split("-"))
        usual = [_all_told(text, plain) for text in texts]
        for name, settings in _chosen():
            context = CheckContext(*code.split("-"), settings=settings)
            lines.append(f"== {name} {code}")
            for (_code, fault, source, target), text, before in zip(rows, texts, usual, strict=True):
                after = _all_told(text, context)
                changed = [f"-{line}" for line in before if line not in after]
                changed += [f"+{line}" for line in after if line not in before]
                lines += (
                    [printable(f"{fault} | {source[:12]} | {_short(target)}"), *changed] if changed else []
                )
    return "\n".join(lines) + "\n"


def _all_told(text: SegmentText, context: CheckContext) -> list[str]:
    return [told(one) for one in check_segment(text, context)]


PARTS: dict[Path, Callable[[], str]] = {
    GOLDEN / "cases.findings": cases,
    GOLDEN / "pairs.findings": pairs,
    GOLDEN / "varied.findings": varied_rows,
    GOLDEN / "documents.findings": documents,
    GOLDEN / "choices.findings": choices,
}
