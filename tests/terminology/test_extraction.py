"""Candidate terms come from what both sides say together, with forms put into the dictionary form."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import pytest

from transreview.model.glossary import Concept, Glossary, Term
from transreview.terminology.citation import citation_form
from transreview.terminology.extraction import extract, log_likelihood
from transreview.terminology.ngrams import grams

PAIRS = [
    ("杜同和在会上发言", "დუ ტუნხემ შეხვედრაზე ილაპარაკა"),
    ("记者采访了杜同和，他很高兴", "ჟურნალისტმა ინტერვიუ ჩაწერა დუ ტუნხესთან, ის კმაყოფილია"),
    ("杜同和的报告很长", "დუ ტუნხეს მოხსენება გრძელია"),
    ("产业集群发展快", "სამრეწველო კლასტერი სწრაფად იზრდება"),
    ("我们看到产业集群", "ჩვენ სამრეწველო კლასტერს ვხედავთ"),
    ("没有产业集群，就没有未来", "სამრეწველო კლასტერების გარეშე მომავალი არ არსებობს"),
    ("今天天气很好", "დღეს კარგი ამინდია"),
    ("昨天下了雨", "გუშინ წვიმდა"),
]


def test_expressions_that_occur_together_are_candidates_with_their_dictionary_forms():
    found = {candidate.text: candidate for candidate in extract(PAIRS, "zh", "ka")}
    assert found["产业集群"].targets[0].text == "სამრეწველო კლასტერი"
    assert found["产业集群"].targets[0].together == 3
    assert found["产业集群"].segments == (3, 4, 5)
    assert found["杜同和"].targets[0].text.startswith("დუ ტუნხე")
    assert set(found["杜同和"].targets[0].forms) == {"დუ ტუნხემ", "დუ ტუნხესთან", "დუ ტუნხეს"}


def test_a_part_that_is_always_in_the_same_longer_expression_is_no_candidate():
    texts = [candidate.text for candidate in extract(PAIRS, "zh", "ka")]
    assert not {"产业", "集群", "产业集", "业集群", "杜同", "同和"} & set(texts)


def test_what_the_glossary_has_is_left_out_and_never_cut_through():
    known = Concept("cluster", terms=(Term("产业集群", "zh"), Term("სამრეწველო კლასტერი", "ka")))
    texts = [
        candidate.text for candidate in extract(PAIRS, "zh", "ka", glossary=Glossary((known,), ("zh", "ka")))
    ]
    assert "杜同和" in texts
    assert not any("集群" in text or "产业" in text for text in texts)


def test_it_works_the_other_way_round_and_between_spaced_languages():
    back = {c.text: c for c in extract([(target, source) for source, target in PAIRS], "ka", "zh")}
    assert any(c.targets[0].text == "产业集群" for c in back.values())
    english = [
        ("the standing council met", "der ständige Rat tagte"),
        ("a standing council", "ein ständiger Rat"),
    ]
    english += [("it rained", "es regnete"), ("sun shone", "Sonne schien")]
    assert "standing council" in [candidate.text for candidate in extract(english, "en", "de")]


def test_nothing_comes_of_nothing():
    assert extract([], "zh", "ka") == []
    assert extract([("", ""), ("党", "პარტია")], "zh", "ka") == []


def test_the_ranking_is_the_same_in_every_run():
    code = (
        "from tests.terminology.test_extraction import PAIRS; from transreview.terminology.extraction import extract;"
        "print([(c.text, c.score, [t.text for t in c.targets]) for c in extract(PAIRS, 'zh', 'ka')])"
    )
    runs = {
        subprocess.check_output([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["სათვალის დარგში", "სათვალის დარგის"], "სათვალის დარგი"),
        (["ოპტიკურმა ასოციაციამ", "ოპტიკური ასოციაციის"], "ოპტიკური ასოციაცია"),
        (["მშენებლობის"], "მშენებლობა"),
        (["ვენჯოუსა", "ვენჯოუ"], "ვენჯოუ"),
        (["მთავრობას"], "მთავრობა"),
    ],
)
def test_georgian_forms_lead_back_to_the_nominative(forms, expected):
    assert citation_form(forms, "ka") == expected


def test_dunnings_measure_is_that_of_the_textbook():
    # Dunning (1993), G² of a 2×2 table: twice the sum of observed times log observed over expected.
    both, first, second, neither = 10, 5, 8, 77
    total = 100
    cells = [(both, 15 * 18), (first, 15 * 82), (second, 85 * 18), (neither, 85 * 82)]
    expected = 2 * sum(n * math.log(n * total / product) for n, product in cells)
    assert log_likelihood(both, first, second, neither) == pytest.approx(expected)
    assert log_likelihood(1, 49, 49, 1) == 0.0


def test_sequences_keep_within_clauses_and_point_at_their_place():
    text = "სათვალის დარგი, ახალი გზა"
    keys = {text[gram.start : gram.end] for gram in grams(text, "ka")}
    assert "სათვალის დარგი" in keys
    assert not any("," in key for key in keys)
    assert not any("的" in "".join(gram.key) for gram in grams("党的建设", "zh"))


def test_function_phrases_are_no_candidates():
    pairs = [
        ("我们可以使用服务器", "ჩვენ შეგვიძლია გამოვიყენოთ სერვერი"),
        ("我们可以重启服务器", "ჩვენ შეგვიძლია გადავტვირთოთ სერვერი"),
        ("让我们创建一个文件", "მოდით შევქმნათ ფაილი"),
        ("让我们创建一个表格", "მოდით შევქმნათ ცხრილი"),
        ("如果服务器停止", "თუ სერვერი გაჩერდა"),
        ("启动时服务器很慢", "ჩართვისას სერვერი ნელია"),
        ("启动时请等待", "ჩართვისას დაელოდეთ"),
        ("今天下雨", "დღეს წვიმს"),
    ]
    found = {candidate.text: candidate.targets[0].text for candidate in extract(pairs, "zh", "ka")}
    assert found["服务器"] == "სერვერი"
    assert not any(set(text) & set("我们可以让一个如果时") for text in found), found


def test_a_dictionary_tells_renderings_from_neighbours():
    pairs = [
        ("端口开放，地址正确", "პორტი ღიაა, მისამართი სწორია"),
        ("端口关闭，地址错误", "პორტი დახურულია, მისამართი არასწორია"),
        ("天气好", "კარგი ამინდი"),
    ]
    known = {("端口", "პორტი"): 0.8, ("地址", "მისამართი"): 0.7}

    def support(source, target):
        return known.get((source, target), 0.0)

    found = {c.text: c.targets[0] for c in extract(pairs, "zh", "ka", support=support)}
    assert (found["端口"].text, found["端口"].support) == ("პორტი", 0.8)
    assert found["地址"].text == "მისამართი"
    assert extract(pairs, "zh", "ka", support=lambda _source, _target: 0.0) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("功能时", False),
        ("机器上", False),
        ("一页", False),
        ("服务器", True),
        ("实时", True),
        ("服务器允许", False),
        ("标志生成一个新", False),
    ],
)
def test_which_sequences_of_characters_may_be_terms(text, whole):
    odd = {text[g.start : g.end]: g.odd_start or g.odd_end for g in grams(text, "zh")}
    assert (odd.get(text) is False) is whole
