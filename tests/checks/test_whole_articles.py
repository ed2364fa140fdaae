"""Whole articles with the shipped glossary: what is wrong is told, and nothing is cried that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.checks import CheckContext, SegmentText, check_document
from transreview.formats.glossary_csv import read_glossary
from transreview.model.finding import Severity

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.article"))


@pytest.fixture(scope="module")
def context():
    return CheckContext("zh", "ka", glossary=read_glossary(ROOT / "glossary" / "optical-industry.csv"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_told_what_is_wrong_in_it_and_nothing_else(path: Path, context: CheckContext) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    found = check_document([SegmentText(row[0], row[1]) for row in rows], context)
    told = {
        number: {
            f"{one.check} {one.found}"
            for one in found.get(number, ())
            if one.severity.rank >= Severity.WARNING.rank
        }
        for number in range(len(rows))
    }
    wanted = {number: {each.strip() for each in row[2].split(";") if each} for number, row in enumerate(rows)}
    assert told == wanted


def inconsistent(context: CheckContext, *pairs: tuple[str, str]) -> list[str]:
    found = check_document([SegmentText(*pair) for pair in pairs], context)
    return [one.found for ones in found.values() for one in ones if one.check == "term.inconsistent"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("中国很大。", "ჩინეთი დიდია."), ("中国产品很好。", "ჩინური პროდუქცია კარგია."), []),
        (("美国很大。", "აშშ დიდია."), ("美国很远。", "ამერიკის შეერთებული შტატები შორსაა."), []),
        (("美国很远。", "აშშ შორსაა."), ("美国专家说。", "ამერიკელმა ექსპერტმა თქვა."), []),
        (("创新重要。", "ინოვაცია მნიშვნელოვანია."), ("创新成果", "ინოვაციური შედეგები"), []),
        (("同比增长。", "წლიურად იზრდება."), ("同比下降。", "წინა წელთან შედარებით მცირდება."), []),
        (("行业发展。", "დარგი ვითარდება."), ("行业很大。", "ინდუსტრია დიდია."), ["ინდუსტრია"]),
    ],
    ids=[
        "adjective of a place",
        "short name of a place",
        "people of a place",
        "adjective of the word",
        "adverb",
        "two names",
    ],
)
def test_only_two_names_of_one_thing_are_inconsistent(
    context: CheckContext, first: tuple[str, str], second: tuple[str, str], told: list[str]
) -> None:
    assert inconsistent(context, first, second) == told
