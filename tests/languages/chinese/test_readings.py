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
