"""How Chinese is read: the tables are pypinyin's, cut as it cuts."""

from __future__ import annotations

import random
import subprocess
import sys
from importlib.resources import files

import pytest

from transreview.languages.chinese.readings import syllables

DATA = files("transreview.languages.chinese") / "data"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("重庆", "chong qing"),
        ("长城", "chang cheng"),
        ("成长", "cheng zhang"),
        ("银行行长", "yin hang hang zhang"),
        ("吕布", "lv bu"),
        ("瀋陽", "shen yang"),
        ("Ａ座", "zuo"),
        ("", ""),
    ],
)
def test_phrases_are_read_as_phrases_and_the_rest_by_characters(text: str, read: str) -> None:
    assert syllables(text, "word") == tuple(read.split())


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("长白", "chang bai"), ("长宁", "chang ning"), ("長陽", "chang yang"), ("长子", "zhang zi"), ("花都", "hua du"),
        ("新都", "xin du"), ("郫都", "pi du"), ("什邡", "shi fang"), ("马尾", "ma wei"), ("闵行", "min hang"),
        ("阿勒泰", "a le tai"), ("锡林郭勒", "xi lin guo le"), ("曾都", "zeng du"), ("重固", "chong gu"), ("藏北", "zang bei"),
        ("浚县", "xun xian"), ("筠连", "jun lian"), ("荥经", "ying jing"), ("六合", "lu he"), ("泊头", "bo tou"),
        ("闵行区", "min hang qu"), ("马尾区", "ma wei qu"), ("长白县", "chang bai xian"), ("宕昌", "tan chang"), ("大宛", "da yuan"), ("高句丽", "gao gou li"),
    ],
)  # fmt: skip
def test_places_are_read_as_they_are_called(name: str, read: str) -> None:
    assert syllables(name, "place") == tuple(read.split())


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("李长春", "li chang chun"),
        ("王长青", "wang chang qing"),
        ("阚清子", "kan qing zi"),
        ("黄晟", "huang sheng"),
    ],
)
def test_given_names_are_read_as_they_are_called(name: str, read: str) -> None:
    assert syllables(name, "person") == tuple(read.split())


def test_the_tables_read_as_pypinyin_does() -> None:
    pypinyin = pytest.importorskip("pypinyin")
    if f"pypinyin {pypinyin.__version__} " not in (DATA / "phrases.txt").read_text(encoding="utf-8")[:60]:
        pytest.skip("the tables are of another version of pypinyin")
    phrases = (DATA / "phrases.txt").read_text(encoding="utf-8").split("\n")[1:-1]
    draw = random.Random(5)
    texts = [
        *draw.sample(phrases, 3000),
        *("".join(draw.sample("".join(phrases[:9000]), 3)) for _ in range(500)),
    ]
    for text in texts:
        expected = [one.replace("ü", "v") for one in pypinyin.lazy_pinyin(text, errors="ignore")]
        assert list(syllables(text, "word")) == [one for one in expected if one.isalpha()], text


def test_reading_a_name_imports_no_dictionary_of_another_package() -> None:
    code = (
        "import sys; from transreview.languages.chinese.readings import syllables;"
        "syllables('李克强', 'person'); sys.exit('pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
