"""Candidate terms come from what both sides say together, with forms put into the dictionary form."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from transreview.model.glossary import Concept, Glossary, Term
from transreview.terminology import extraction
from transreview.terminology.citation import citation_form, number_in_use
from transreview.terminology.counting import counted
from transreview.terminology.extraction import (
    Candidate,
    TargetCandidate,
    _judged,
    _linked,
    _termhood,
    _without_parts,
    extract,
    log_likelihood,
)
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


def test_what_a_text_has_in_the_plural_only_is_entered_in_the_plural():
    pairs = [
        ("联合国通过了决议", "გაერთიანებული ერების ორგანიზაციამ მიიღო რეზოლუცია"),
        ("他在联合国发言", "მან გაერთიანებულ ერებში სიტყვა წარმოთქვა"),
        ("联合国很大", "გაერთიანებული ერები დიდია"),
        ("产业集群发展快", "სამრეწველო კლასტერები სწრაფად იზრდება"),
        ("我们看到产业集群", "ჩვენ სამრეწველო კლასტერებს ვხედავთ"),
        ("没有希望", "სამრეწველო კლასტერის გარეშე იმედი არ არსებობს"),
        ("今天天气很好", "დღეს კარგი ამინდია"),
        ("昨天下了雨", "გუშინ წვიმდა"),
    ]
    found = {candidate.text: candidate.targets[0].text for candidate in extract(pairs, "zh", "ka")}
    assert found["联合国"] == "გაერთიანებული ერები"
    assert found["产业集群"] == "სამრეწველო კლასტერი"  # the singular stands elsewhere


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("გამართვის სამუშაო", ["გამართვის სამუშაოები", "გამართვის სამუშაოებს"], "გამართვის სამუშაოები"),
        ("გამართვის სამუშაო", ["გამართვის სამუშაოები", "გამართვის სამუშაოს"], "გამართვის სამუშაო"),
        ("სტანდარტი", ["სტანდარტების"], "სტანდარტი"),
    ],
)
def test_one_singular_or_a_single_form_leaves_the_singular(text, forms, expected):
    assert number_in_use(text, forms, "ka") == expected


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


def candidate(text: str, rendering: str, *, count: int = 5, score: float = 10.0) -> Candidate:
    target = TargetCandidate(text=rendering, forms=(rendering,), together=count, segments=count, score=score)
    return Candidate(text=text, count=count, segments=tuple(range(count)), targets=(target,), score=score)


def kept(*found: Candidate) -> list[str]:
    return [one.text for one in _without_parts(found)]


def test_a_part_of_a_longer_candidate_of_the_same_rendering_is_left_out():
    longer = candidate("产业集群", "კლასტერი", count=5)
    assert kept(longer, candidate("集群", "კლასტერი", count=6)) == ["产业集群"]
    assert kept(longer, candidate("集群", "ჯგუფი", count=6)) == ["产业集群", "集群"]
    assert kept(longer, candidate("工业", "კლასტერი", count=6)) == ["产业集群", "工业"]


def test_of_one_rendering_a_part_that_is_frequent_by_itself_has_it_alone():
    """集群 six times beside 产业集群 five times is nearly as often; seven times stands for itself."""
    longer = candidate("产业集群", "კლასტერი", count=5)
    assert kept(longer, candidate("集群", "კლასტერი", count=7)) == ["集群"]


def test_a_rendering_is_left_to_those_that_it_goes_with_nearly_as_well():
    found = [
        candidate("甲乙", "ა", score=10.0),
        candidate("丙丁", "ა", score=7.0),
        candidate("戊己", "ა", score=6.9),
    ]
    assert [one.text for one in _linked(found)] == ["甲乙", "丙丁"]


def test_a_candidate_that_loses_its_best_rendering_is_dropped_and_one_that_loses_another_keeps_the_rest():
    strong = candidate("甲乙", "ა", score=10.0)
    best, second = (candidate("", word, score=score).targets[0] for word, score in (("ბ", 5.0), ("ა", 4.0)))
    keeps = replace(candidate("丙丁", "ბ"), targets=(best, second))
    drops = replace(candidate("戊己", "ა"), targets=(second, best))
    assert [(one.text, [t.text for t in one.targets]) for one in _linked([strong, keeps, drops])] == [
        ("甲乙", ["ა"]),
        ("丙丁", ["ბ"]),
    ]


@pytest.mark.parametrize(
    ("together", "segments", "places", "said", "believed"),
    [
        (2, 2, 2, 0.02, True),
        (2, 2, 2, 0.019, False),
        (4, 4, 5, 0.0, True),
        (4, 5, 4, 0.0, True),
        (4, 4, 6, 0.0, False),
        (3, 3, 3, 0.0, False),
        (2, 2, 2, None, True),
        (2, 2, 3, None, False),
        (3, 3, 4, None, True),
        (3, 4, 3, None, True),
        (3, 3, 5, None, False),
    ],
)
def test_a_rendering_that_no_dictionary_has_must_stand_with_its_source_and_hardly_without(
    together, segments, places, said, believed
):
    made = TargetCandidate(text="პორტი", forms=("პორტი",), together=together, segments=segments, score=5.0)
    judged = _judged("端口", made, places, lambda _source, _target: said)
    assert (judged is not None) is believed
    if judged is not None:
        assert judged.support == (said if said and said >= 0.02 else 0)


def test_latin_letters_that_merely_stand_there_too_are_no_rendering():
    made = TargetCandidate(text="USB", forms=("USB",), together=3, segments=3, score=5.0)
    assert _judged("端口", made, 3, lambda _source, _target: None) is None
    assert _judged("port", made, 3, lambda _source, _target: None) == made
    assert _judged("端口", made, 3, lambda _source, _target: 0.5) is not None
    assert _judged("端口", made, 3, None) == made


def test_a_dictionary_triples_the_strength_of_what_it_is_sure_of():
    target = TargetCandidate(text="a", forms=("a",), together=2, segments=2, score=10.0)
    assert [target.strength, replace(target, support=0.5).strength, replace(target, support=1.0).strength] == [
        10, 20, 30
    ]  # fmt: skip


def test_termhood_is_the_c_value():
    """Frantzi and Ananiadou (2000): frequency less the mean of the longer ones, times the logarithm of length."""
    texts = ["甲乙", "甲乙", "甲乙", "甲乙丙", "甲乙丙"]
    side = counted(texts, "zh", 2, Glossary())
    assert {"".join(key): value for key, value in _termhood(side).items()} == pytest.approx(
        {"甲乙": math.log2(3) * (5 - 2), "甲乙丙": math.log2(4) * 2}
    )


def test_a_candidate_must_occur_as_often_as_asked_on_either_side():
    pairs = [("服务器好", "სერვერი კარგია"), ("我爱服务器", "მიყვარს სერვერი"), ("天气", "ამინდი")]
    assert [c.text for c in extract(pairs, "zh", "ka")] == ["服务器"]
    assert extract(pairs, "zh", "ka", least=3) == []
    assert extract(pairs, "zh", "ka", limit=0) == []


def test_a_rendering_stands_in_half_of_the_segments_of_its_source_and_the_other_way_round():
    noise = [(f"天气{n}好", f"ამინდი {n} კარგია") for n in "一二三四五六"]
    has = [("产业集群发展", "კლასტერი იზრდება"), ("我们看产业集群", "ვხედავთ კლასტერს")]
    without = [("产业集群有用", "სასარგებლოა"), ("没有产业集群", "არაფერია")]
    found = {c.text: c.targets[0] for c in extract([*noise, *has, *without], "zh", "ka")}
    assert (found["产业集群"].together, found["产业集群"].segments) == (2, 2)
    more = [("产业集群大", "დიდია")]
    assert "产业集群" not in {c.text for c in extract([*noise, *has, *without, *more], "zh", "ka")}
    elsewhere = [("会议", "კლასტერი აქ"), ("书", "იქ კლასტერი"), ("山", "კლასტერის ბოლო")]
    assert "产业集群" not in {c.text for c in extract([*noise, *has, *elsewhere], "zh", "ka")}


def test_at_most_three_renderings_are_kept_none_a_part_of_another():
    pairs = [("甲乙来", "alpha beta, gamma, delta, epsilon"), ("去甲乙", "epsilon, delta, gamma, alpha beta")]
    found = {
        c.text: [t.text for t in c.targets] for c in extract([*pairs, ("天", "x"), ("地", "y")], "zh", "xx")
    }
    assert found["甲乙"] == ["alpha beta", "delta", "epsilon"]


def test_words_that_meet_as_often_as_by_chance_are_not_associated():
    assert log_likelihood(1, 1, 1, 1) == 0.0
    assert log_likelihood(2, 0, 0, 2) == pytest.approx(8 * math.log(2))


def test_of_all_that_two_long_texts_have_in_common_only_what_is_judged_is_worked_out(monkeypatch):
    words = [
        first + last for first in ("al", "be", "ga", "de") for last in ("ron", "mit", "lop", "vus", "kas")
    ]
    target = counted([", ".join(words)] * 2, "en", 2, Glossary())
    assert len(target.counts) == len(words)
    made = []
    worked_out = extraction._target
    monkeypatch.setattr(extraction, "is_dictionary_form", lambda *_given: True)
    monkeypatch.setattr(extraction, "_target", lambda *given: made.append(given[0]) or worked_out(*given))
    assert extraction._renderings("镜片", (0, 1), target, 2, "en", None)
    assert len(made) == extraction._JUDGED
    assert extraction._renderings("镜片", (0,), target, 2, "en", None) == ()
