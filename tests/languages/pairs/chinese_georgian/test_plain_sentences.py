"""One short clause: what its translation says otherwise is surely of the same thing."""

from __future__ import annotations

import pytest

from transreview.languages.pairs.chinese_georgian.meaning import divergences
from transreview.languages.pairs.chinese_georgian.meaning.plain_sentences import is_plain, is_plainly_denied


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("国产镜片更便宜。", True),
        ("买方承担运费，卖方负责包装。", False),  # two clauses
        ("他反对提高关税、降低补贴。", False),  # a list
        ("专家建议家长每两年带孩子到正规医院检查一次视力情况并建立档案。", False),  # long
    ],
)
def test_is_one_short_clause(source: str, plain: bool) -> None:
    assert is_plain(source) is plain


@pytest.mark.parametrize(
    ("source", "place", "denied"),
    [
        ("手术不会影响工作。", 2, True),
        ("企业不应打价格战，而要在质量上下功夫，也要在设计上下功夫。", 2, True),  # not this but that
        ("他没有辜负大家的期望。", 1, False),  # he lived up to it
        ("不锈钢镜架很耐用。", 0, False),  # a word with a sign of denial
        ("手术不会影响工作，也不会影响生活，更不会影响学习。", 2, False),
    ],
)
def test_denies_its_verb(source: str, place: int, denied: bool) -> None:
    assert is_plainly_denied(source, place) is denied


@pytest.mark.parametrize(
    ("source", "target", "sure"),
    [
        ("买方承担运费。", "ხარჯს გამყიდველი იხდის.", True),
        ("买方承担运费，货物由卖方负责在装运港装船，并承担保险。", "ხარჯს გამყიდველი იხდის.", False),
        ("工人们每天七点来到工厂。", "მუშები შვიდ საათზე მოდიან ქარხანაში.", False),  # what comes again
    ],
)
def test_a_contrary_is_sure_where_there_is_nothing_else(source: str, target: str, sure: bool) -> None:
    assert all(one.sure is sure for one in divergences(source, target) if one.kind == "contrast")
