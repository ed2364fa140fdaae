"""Chinese names in Chinese text, and how they are read."""

from __future__ import annotations

import pytest

from transreview.languages.chinese.names import find_names
from transreview.languages.chinese.places import places
from transreview.languages.chinese.readings import kind_of, pinyin_name, syllables


def found(text: str, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in find_names(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国眼镜协会理事长杜同和，副理事长江波出席", [("杜同和", "person"), ("江波", "person")]),
        ("杜同和还就上半年的工作作了报告", [("杜同和", "person")]),
        ("杜同和对当前的工作作出重要指示", [("杜同和", "person")]),
        ("习近平总书记系列重要讲话", [("习近平", "person")]),
        ("王毅部长会见外宾", [("王毅", "person")]),
        ("记者陈晨报道", [("陈晨", "person")]),
        ("欧阳娜娜表示", [("欧阳娜娜", "person")]),
        ("理事会在湖南长沙召开", [("湖南", "place"), ("长沙", "place")]),
        ("温州、厦门两个产业集群", [("温州", "place"), ("厦门", "place")]),
        ("廈門和雲南", [("廈門", "place"), ("雲南", "place")]),
        ("白银市召开会议", [("白银", "place")]),
    ],
)
def test_names_with_something_that_shows_them(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "白宫表示不予置评",
        "方面表示欢迎",
        "周六说起此事",
        "高层说法不一",
        "两国开展合作",
        "协会理事长讲话",
        "杰克·莱西表示",
        "马丁表示",
    ],
)
def test_what_only_looks_like_a_name(text):
    assert found(text) == []


def test_names_of_the_article_are_found_without_anything_beside_them():
    assert found("会后江波离开会场") == []
    assert found("会后江波离开会场", known=("江波",)) == [("江波", "person")]


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("杜同和", "Du Tonghe"), ("单田芳", "Shan Tianfang"), ("仇和", "Qiu He"), ("曾国藩", "Zeng Guofan"),
        ("区伯", "Ou Bo"), ("尉迟恭", "Yuchi Gong"), ("欧阳修", "Ouyang Xiu"), ("吕布", "Lü Bu"), ("解晓东", "Xie Xiaodong"),
        ("厦门", "Xiamen"), ("重庆", "Chongqing"), ("长沙", "Changsha"), ("个旧", "Gejiu"), ("西安", "Xi'an"),
        ("六安", "Lu'an"), ("乐山", "Leshan"), ("乐清", "Yueqing"), ("台州", "Taizhou"), ("廈門", "Xiamen"),
    ],
)  # fmt: skip
def test_readings(name, latin):
    assert pinyin_name(name) == latin


def test_a_place_is_no_person_though_it_begins_with_a_surname():
    assert kind_of("温州") == "place"
    assert kind_of("温家宝") == "person"
    assert kind_of("闵行区") == kind_of("马尾区") == kind_of("洪泽县") == "place"
    assert kind_of("刘少奇") == "person"


def test_every_listed_place_has_a_reading():
    unread = [name for name in places() if len(syllables(name, "place")) != len(name)]
    assert unread == []
