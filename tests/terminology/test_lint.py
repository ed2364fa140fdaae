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


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("კანონებში", ("no-head", "warning", "a")),
        ("გზაზე", ("no-head", "warning", "a")),
        ("წილი ბაზარზე", None),
        ("ექვს", None),
        ("კარ", None),
        ("ქალები", ("plural-term", "warning", "a")),
        ("ვები", None),
        ("„პარტიის“", ("no-head", "warning", "a")),
        ("პარტია 2021", None),
        ("თანამშრომლობა და", ("no-head", "error", "a")),
    ],
)
def test_words_of_four_letters_are_too_short_to_be_judged_by_their_ending(term, expected):
    assert issues(f"a,,,党,,{term},,,") == ([expected] if expected else [])


def test_the_same_term_allowed_and_forbidden_does_not_stand_twice():
    assert [rule for rule, _severity, _id in issues("a,,,党,,პარტია,,პარტია,")] == ["forbidden-preferred"]
    assert ("repeated-term", "warning", "a") in issues("a,,,党,,პარტია,პარტია,,")


def test_an_admitted_term_without_a_preferred_one_is_a_remark_only():
    glossary = parse_glossary(HEAD + "a,,,党,,,პარტია,,\n", path="g.csv")[0]
    assert [(i.rule, i.severity) for i in lint(glossary)] == [("empty-cell", Severity.INFO)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a,s,,会长,,პრეზიდენტი|თავმჯდომარე,,,", "b,s,,会长,,თავმჯდომარე,,,"], []),
        (["a,s,,会长,主席,პრეზიდენტი,,,", "b,s,,主席,,თავმჯდომარე,,,"], ["different-targets"]),
        (["a,s,,会长,,პრეზიდენტი,,,", "b,s,,党,,პრეზიდენტი,,,"], []),
    ],
)
def test_concepts_of_one_source_term_differ_when_no_preferred_term_is_common(rows, expected):
    assert [rule for rule, _severity, _id in issues(*rows)] == expected


def test_a_concept_without_terms_in_a_language_is_nobodys_duplicate():
    assert "duplicate-concept" not in [rule for rule, *_ in issues("a,,,党,,,,,", "b,,,党,,,,,")]


def inside(*rows: str):
    glossary = parse_glossary(HEAD + "\n".join(rows), path="g.csv")[0]
    return [i for i in lint(glossary) if i.rule == "inside-another"]


def test_a_term_within_longer_ones_names_them_five_at_most():
    words = ("დიდი", "ახალი", "ძველი", "მცირე", "სუსტი", "ძლიერი")
    longer = [f"b{n},,,山{n},,{word} პარტია,,," for n, word in enumerate(words, 1)]
    (six,) = inside("a,,,党,,პარტია,,,", *longer)
    assert (six.severity, six.language, len(six.others)) == (Severity.INFO, "ka", 6)
    assert "b1, b2, b3, b4, b5 …" in six.message
    (five,) = inside("a,,,党,,პარტია,,,", *longer[:5])
    assert "…" not in five.message


def test_a_term_is_not_inside_one_that_is_its_own_or_as_long():
    assert inside("a,,,党,,პარტია,დიდი პარტია,,") == []
    assert inside("a,,,党,,პარტია,,,", "b,,,宴,,პარტია,,,") == []


def test_faults_stand_worst_first_then_by_line_then_by_name():
    glossary = parse_glossary(
        HEAD + "a,,,党,,,,,\nb,,,会,,სკოლის,,,\nc,,,山,,კანონი პარტიის შესახებ,,,\n", path="g.csv"
    )[0]
    assert [(i.rule, i.concept_id) for i in lint(glossary)] == [
        ("no-head", "c"),
        ("empty-cell", "a"),
        ("no-head", "b"),
    ]


def test_only_the_languages_that_are_asked_for_need_a_term():
    glossary = parse_glossary("id,zh,ka,en\na,党,პარტია,\n", path="g.csv")[0]
    assert lint(glossary) == []
    assert [i.rule for i in lint(glossary, languages=("zh", "en"))] == ["empty-cell"]


def test_a_replacement_by_itself_is_no_circle():
    assert "cycle" not in [rule for rule, *_ in issues("a,,,党,,პარტია,,პარტია,")]
