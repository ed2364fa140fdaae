"""Faults of a glossary are found, and a sound one is left in peace."""

from __future__ import annotations

import pytest

from transreview.formats.glossary_csv import parse_glossary
from transreview.model.finding import Severity
from transreview.terminology.lint import lint

HEAD = "id,subject,status,zh,zh:also,ka,ka:also,ka:not,ka:grammar\n"


def issues(*rows: str) -> list[tuple[str, str, str]]:
    glossary = parse_glossary(HEAD + "".join(f"{row}\n" for row in rows), path="g.csv")[0]
    return [
        (i.rule, str(i.severity), i.concept_id) for i in lint(glossary) if i.severity is not Severity.INFO
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a,,,党,,პარტია,,,", "b,,,党,,პარტია,,,"], ("duplicate-concept", "error", "b")),
        (["a,s,,会长,,პრეზიდენტი,,,", "b,s,,会长,,თავმჯდომარე,,,"], ("different-targets", "error", "b")),
        (["a,,,党,,პარტია,,პარტია,"], ("forbidden-preferred", "error", "a")),
        (["a,,,党,,პარტია,,წვეულება,", "b,,,宴会,,წვეულება,,,"], ("forbidden-preferred", "warning", "a")),
        (["a,,,甲乙,,კარგი,,ცუდი,", "b,,,丙丁,,ცუდი,,კარგი,"], ("cycle", "error", "b")),
        (["a,,,党,,,,,"], ("empty-cell", "warning", "a")),
        (["a,,,党,,партия,,,"], ("wrong-script", "error", "a")),
        (["a,,,party党ია,,პარტია,,,"], ("wrong-script", "error", "a")),
        (["a,,,党,,პaრტია,,,"], ("wrong-script", "warning", "a")),
        (["a,,,党,,კანონი პარტიის შესახებ,,,"], ("no-head", "error", "a")),
        (["a,,,党,,პარტიის,,,"], ("no-head", "warning", "a")),
        (["a,,,党,,პარტიები,,,"], ("plural-term", "warning", "a")),
        (["a,,,党。,,პარტია,,,"], ("punctuation-edge", "warning", "a")),
        (["a,,,党,,…,,,"], ("never-matches", "error", "a")),
        (["a,,,党,党,პარტია,,,"], ("repeated-term", "warning", "a")),
        (["a,,,光学,,ოპტიკა,,ოპტიკური,", "b,,,中心,,ოპტიკური ცენტრი,,,"], ("inside-another", "warning", "a")),
    ],
)
def test_each_fault_is_found(rows, expected):
    assert expected in issues(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["a,s,,会长,,პრეზიდენტი,,,", "b,t,,会长,,თავმჯდომარე,,,"],
        ["a,,,AR眼镜,,AR სათვალე,,,", "b,,,5G,,5G,,,"],
        ["a,,,美国,,ამერიკის შეერთებული შტატები,აშშ,,plural-only"],
        ["a,,,党,,კანონი პარტიის შესახებ,,,head=1"],
        ["a,,deprecated,党,,პარტია,,,", "b,,,党,,პარტია,,,"],
        ["a,,,理事会,,საბჭო,,,", "b,,,常务理事会,,მუდმივმოქმედი საბჭო,,,"],
        ["a,,,报告,,ანგარიში,,,", "b,,,锻炼,,ვარჯიში,,,", "c,,,温州,,ვენჯოუ,,,"],
    ],
)
def test_what_is_sound_is_left_in_peace(rows):
    assert issues(*rows) == []


def test_issues_name_the_line_and_the_others():
    rows = HEAD + "a,,,党,,პარტია,,,\nb,,,党,,პარტია,,,\n"
    (issue,) = [i for i in lint(parse_glossary(rows, path="g.csv")[0]) if i.rule == "duplicate-concept"]
    assert issue.origin == ("g.csv", 3)
    assert issue.others == ("a",)


def test_a_longer_cycle_is_told_once_with_its_way():
    rows = ["a,,,甲乙,,ორი,,ერთი,", "b,,,丙丁,,სამი,,ორი,", "c,,,戊己,,ერთი,,სამი,"]
    glossary = parse_glossary(HEAD + "\n".join(rows), path="g.csv")[0]
    (cycle,) = [i for i in lint(glossary) if i.rule == "cycle"]
    assert "ერთი → ორი → სამი → ერთი" in cycle.message
