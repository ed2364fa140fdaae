"""Sentences of articles with the shipped glossary, whose terms are rendered freely or wrongly.

A line of terms/*.terms is "- source | translation" for a right one, on which nothing of warning or above may stand,
and "+ source | translation" for one with a wrong term, of which a finding must warn. "?" marks what is known
and not yet reached. Written by the developers; not yet read by a native speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.formats.glossary_csv import read_glossary
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Glossary, Term

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "terms"


@pytest.fixture(scope="module")
def context() -> CheckContext:
    return CheckContext("zh", "ka", glossary=read_glossary(ROOT / "glossary" / "optical-industry.csv"))


def lines(sign: str) -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.terms")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(sign):
                source, target = line[2:].split(" | ")
                yield source, target


def warned(source: str, target: str, context: CheckContext) -> list[str]:
    found = check_segment(SegmentText(source, target), context)
    return [one.check for one in found if one.severity is not Severity.INFO]


@pytest.mark.parametrize(("source", "target"), list(lines("-")))
def test_a_right_translation_is_not_warned_of(source: str, target: str, context: CheckContext) -> None:
    assert warned(source, target, context) == []


@pytest.mark.parametrize(("source", "target"), list(lines("+")))
def test_a_wrong_term_is_warned_of(source: str, target: str, context: CheckContext) -> None:
    assert warned(source, target, context)


def glossary(hint: str, subject: str = "") -> CheckContext:
    hints = (hint,) if hint else ()
    lens = Concept(
        "lens",
        subject=subject,
        terms=(Term("偏光镜片", "zh", grammar=hints), Term("პოლარიზებული ლინზა", "ka")),
    )
    import_ = Concept("import", subject="t", terms=(Term("进口", "zh", grammar=hints), Term("იმპორტი", "ka")))
    export = Concept("export", subject="t", terms=(Term("出口", "zh", grammar=hints), Term("ექსპორტი", "ka")))
    return CheckContext("zh", "ka", glossary=Glossary((lens, import_, export), ("zh", "ka")))


@pytest.mark.parametrize(
    ("hint", "target", "severity"),
    [
        ("", "ქარხანა სათვალეებს აწარმოებს.", Severity.WARNING),
        ("general", "ქარხანა სათვალეებს აწარმოებს.", Severity.INFO),
        ("specialised", "ქარხანა სათვალეებს აწარმოებს.", Severity.WARNING),
        ("", "ქარხანა ლინზებს აწარმოებს.", Severity.INFO),
        ("specialised", "ქარხანა ლინზებს აწარმოებს.", Severity.WARNING),
        ("specialised", "ქარხანა ამ ლინზებს აწარმოებს.", Severity.INFO),
        ("specialised", "ქარხანა პოლარიზებულებს აწარმოებს.", Severity.INFO),
    ],
)
def test_the_mark_of_a_row_says_how_a_missing_term_is_told(
    hint: str, target: str, severity: Severity
) -> None:
    found = check_segment(SegmentText("工厂生产偏光镜片。", target), glossary(hint))
    assert [one.severity for one in found if one.check == "term.missing"] == [severity]


def test_another_concept_in_the_place_of_an_everyday_word_is_warned_of() -> None:
    def told(target: str) -> list[Severity]:
        found = check_segment(SegmentText("进口增长。", target), glossary("general"))
        return [one.severity for one in found if one.check == "term.missing"]

    assert told("ექსპორტი გაიზარდა.") == [Severity.WARNING]
    assert told("ვაჭრობა გაიზარდა.") == [Severity.INFO]
    assert told("იმპორტი გაიზარდა.") == []
