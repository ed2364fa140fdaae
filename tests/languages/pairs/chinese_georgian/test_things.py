"""Things named on both sides are found in every form, with the case or postposition that they stand in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from transreview.languages.chinese.signs import signs_in
from transreview.languages.pairs.chinese_georgian.meaning import marks, phrases, things
from transreview.languages.pairs.chinese_georgian.meaning.things import (
    ADV,
    DAT,
    ERG,
    GEN,
    INS,
    NAMES_A_THING,
    NOM,
    _table,
    only_standing,
    standings,
    things_in,
)


@pytest.mark.parametrize(
    ("source", "target", "how"),
    [
        ("合同", "ხელშეკრულება გაფორმდა", NOM),
        ("合同", "ხელშეკრულებები გაფორმდა", NOM),
        ("公司", "კომპანიამ განაცხადა", ERG),
        ("公司", "კომპანიებს სთხოვეს", DAT),
        ("会议", "შეხვედრის მონაწილეები", GEN),
        ("会议", "შეხვედრის შემდეგ", "შემდეგ"),
        ("会议", "შეხვედრების დროსაც", "დროს"),
        ("质量", "ხარისხით კმაყოფილია", INS),
        ("礼物", "საჩუქრად მიიღო", ADV),
        ("银行", "ბანკშია", "ში"),
        ("银行", "ბანკისთვისაც", "თვის"),
        ("工厂", "ქარხნიდან", "დან"),
        ("工厂", "ქარხანამდე", "მდე"),
        ("市场", "ბაზრისკენ", "კენ"),
        ("市场", "ბაზართან", "თან"),
        ("天气", "ამინდის გამო", "გამო"),
    ],
)
def test_how_a_thing_stands(source: str, target: str, how: str) -> None:
    (thing,) = things_in(source)
    standing = only_standing(thing, target)
    assert standing is not None
    assert standing.how == how


def test_a_word_made_of_the_thing_is_not_the_thing() -> None:
    (thing,) = things_in("银行")
    assert list(standings(thing, "საბანკო გადარიცხვა, ბანკირი")) == []


def test_a_postposition_belongs_to_what_it_follows() -> None:
    (thing,) = things_in("会议")
    standing = only_standing(thing, "შეხვედრის შემდეგაც")
    assert standing is not None
    assert (standing.start, standing.end, standing.last) == (0, 9, 18)


def test_of_two_words_for_a_thing_none_is_the_only_one() -> None:
    (thing,) = things_in("公司")
    assert only_standing(thing, "კომპანიამ კომპანია იყიდა") is None


def test_every_thing_has_the_sign_of_things_and_every_turn_a_thing() -> None:
    words = _table()[3]
    assert len(words) > 600
    assert all(signs_in(word) & NAMES_A_THING for word in words)
    assert all(turn.count("N") == 1 for row in marks._rows() for turn in row.turns)


@pytest.mark.parametrize(
    ("turns", "source", "span"),
    [
        ("只有…才", "你只有努力才行", (1, 6)),
        ("只有…才", "只有他。才来", None),
        ("除~外", "除他外", (0, 3)),
        ("除~外", "除外", None),
        ("除~外", "除他，外", None),
        ("从~来/向~去", "他向东去", (1, 4)),
        ("一边…一边", "他一边吃一边说", (1, 6)),
        ("又…又/还", "还有", (0, 1)),
    ],
)
def test_where_a_turn_stands(turns: str, source: str, span: tuple[int, int] | None) -> None:
    assert phrases._place(turns, source) == span


def test_two_words_are_found_in_either_order() -> None:
    found = phrases._georgian("უყურ+წიგნ")
    assert found.search("წიგნს უყურებს")
    assert found.search("უყურებს ამ წიგნს")
    assert not found.search("უყურებს ფილმს")


def test_no_table_has_letters_of_two_scripts_in_a_word():
    mixed = re.compile("[ა-ჰ][A-Za-zА-Яа-я]|[A-Za-zА-Яа-я][ა-ჰ]")
    tables = [*Path(things.__file__).parent.glob("data/*.txt")]
    assert tables
    assert not [
        (table.name, found[0]) for table in tables for found in mixed.finditer(table.read_text("utf-8"))
    ]
