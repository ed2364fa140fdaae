"""A glossary over both sides of a segment: what is rendered, what is missing, what is wrong and how it is mended."""

from __future__ import annotations

import pytest

from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.terminology import ConceptUse, SegmentTerms
from transreview.terminology.consistency import renderings


def concept(id_: str, zh: str, ka: str, also: str = "", forbidden: str = "", **rest: object) -> Concept:
    kinds = [(ka, TermKind.PREFERRED), (also, TermKind.ADMITTED), (forbidden, TermKind.FORBIDDEN)]
    source = [
        Term(text, "zh", kind=TermKind.ADMITTED if n else TermKind.PREFERRED)
        for n, text in enumerate(zh.split("|"))
    ]
    target = [Term(t, "ka", kind=kind) for cell, kind in kinds for t in cell.split("|") if t]
    return Concept(id_, terms=(*source, *target), **rest)  # type: ignore[arg-type]


GLOSSARY = Glossary(
    (
        concept("association", "协会", "ასოციაცია"),
        concept("optics", "光学", "ოპტიკა", "ოპტიკური"),
        concept("optical-association", "眼镜协会", "სათვალის ასოციაცია", forbidden="ოპტიკური ასოციაცია"),
        concept("industry", "眼镜行业", "სათვალის დარგი", "სათვალის ინდუსტრია", "ოპტიკური ინდუსტრია"),
        concept("party", "党", "პარტია", forbidden="წვეულება"),
        concept("party-history", "党史", "პარტიის ისტორია"),
        concept("banquet", "宴会", "წვეულება"),
        concept("xiamen", "厦门", "სიამენი", forbidden="ქიამენი"),
        concept("board", "理事会", "საბჭო", forbidden="დირექტორი"),
        concept("unit", "理事单位", "წევრი ორგანიზაცია", forbidden="დირექტორის ერთეული"),
        concept("old", "旧称", "ძველი", forbidden="დრო", status=ConceptStatus.DEPRECATED),
        concept("arrangement", "部署", "", forbidden="განლაგება"),
        concept("bank", "岸", "ნაპირი"),
        concept("shore", "岸", "სანაპირო"),
    ),
    ("zh", "ka"),
)
TERMS = SegmentTerms(GLOSSARY, "zh", "ka")


def uses(source: str, target: str) -> dict[str, ConceptUse]:
    return {use.concept.id: use for use in TERMS.uses(source, target)}


def test_a_forbidden_term_is_answered_by_the_preferred_one_in_the_same_case():
    target = "ოპტიკურმა ასოციაციამ ქიამენში იკრიბება, ოპტიკური ინდუსტრიებისთვისაც."
    found = uses("眼镜协会在厦门为眼镜行业", target)
    mended = {
        id_: [(w.found, w.expected.form, w.expected.certain) for w in use.forbidden]
        for id_, use in found.items()
    }
    assert mended == {
        "optical-association": [("ოპტიკურმა ასოციაციამ", "სათვალის ასოციაციამ", True)],
        "xiamen": [("ქიამენში", "სიამენში", True)],
        "industry": [("ოპტიკური ინდუსტრიებისთვისაც", "სათვალის დარგებისთვისაც", True)],
    }
    assert not any(use.missing for use in found.values())


def test_a_forbidden_term_counts_only_where_the_source_has_its_concept():
    assert not uses("光学协会在北京", "ოპტიკური ასოციაცია ქიამენში")["association"].forbidden
    assert set(uses("光学协会在北京", "ოპტიკური ასოციაცია ქიამენში")) == {"optics", "association"}


def test_a_term_that_the_translation_lacks_is_missing_and_an_admitted_one_is_not():
    assert uses("厦门", "ქალაქში")["xiamen"].missing
    assert uses("厦门", "ქალაქში")["xiamen"].expected == ("სიამენი",)
    assert not uses("眼镜行业", "სათვალის ინდუსტრიაში")["industry"].missing


def test_the_longest_source_term_alone_asks():
    assert list(uses("眼镜协会", "სათვალის ასოციაციის")) == ["optical-association"]


@pytest.mark.parametrize(
    ("source", "target", "wrong", "missing"),
    [
        ("学习党史", "წვეულების ისტორიის სწავლა", {"party": "პარტიის"}, set()),
        ("学习党史", "პარტიის ისტორიის სწავლა", {}, set()),
        ("学习党史", "წარსულის სწავლა", {}, {"party-history"}),
        ("学习党史的宴会", "პარტიის ისტორიის წვეულება", {}, set()),
        ("学习党史的宴会", "წვეულების ისტორიის წვეულება", {}, {"party-history"}),
    ],
    ids=["part", "right", "other words", "another concept's", "in doubt"],
)
def test_what_is_forbidden_for_a_part_is_wrong_where_the_whole_is_not_rendered(
    source, target, wrong, missing
):
    found = uses(source, target)
    assert {id_: use.forbidden[0].expected.form for id_, use in found.items() if use.forbidden} == wrong
    assert {id_ for id_, use in found.items() if use.missing} == missing


@pytest.mark.parametrize(
    ("target", "forms", "missing"),
    [
        ("წვეულების საქალაქო კომიტეტმა გადაწყვიტა", ["პარტიის"], False),  # nothing of the whole is right
        ("საქალაქო კომიტეტმა წვეულება გამართა", [], False),  # the whole is, and somebody feasted
        ("პარტიის საქალაქო კომიტეტმა წვეულება გამართა", [], False),
        ("წვეულება გაიმართა", ["პარტია"], False),
        ("მერიამ გადაწყვიტა", [], True),
    ],
)
def test_what_is_forbidden_for_what_only_the_rendering_names_is_wrong_where_that_is_not_there(
    target: str, forms: list[str], missing: bool
) -> None:
    """市委, a committee of the Party, has no 党 in it."""
    committee = concept("committee", "市委", "პარტიის საქალაქო კომიტეტი", "საქალაქო კომიტეტი")
    terms = SegmentTerms(Glossary((*GLOSSARY.concepts, committee), ("zh", "ka")), "zh", "ka")
    found = terms.uses("市委决定", target)
    assert [wrong.expected.form for use in found for wrong in use.forbidden if wrong.expected] == forms
    assert any(use.missing for use in found) is missing


def test_what_is_right_for_another_concept_of_the_source_is_excused():
    assert not uses("党的宴会", "პარტიის წვეულება")["party"].forbidden
    assert uses("跟党走", "წვეულებას მიჰყვება")["party"].forbidden


def test_the_longer_of_two_forbidden_terms_is_reported_once():
    found = uses("理事会和理事单位", "დირექტორის ერთეულები და საბჭო")
    assert [w.found for w in found["unit"].forbidden] == ["დირექტორის ერთეულები"]
    assert not found["board"].forbidden


def test_a_deprecated_concept_asks_for_nothing():
    assert uses("旧称", "დრო") == {}


def test_a_concept_may_forbid_without_preferring():
    use = uses("工作部署", "ამოცანების განლაგება")["arrangement"]
    assert [(w.found, w.expected) for w in use.forbidden] == [("განლაგება", None)]
    assert not use.missing
    assert not uses("工作部署", "ამოცანები")["arrangement"].missing


def test_concepts_that_share_a_source_term_are_satisfied_by_one_rendering():
    assert not any(use.missing for use in TERMS.uses("岸上", "სანაპიროზე"))
    (missing,) = TERMS.uses("岸上", "მთაზე")
    assert missing.missing
    assert missing.expected == ("ნაპირი", "სანაპირო")


def test_an_article_that_calls_one_thing_by_two_names_is_mixed():
    article = [
        ("眼镜行业", "სათვალის დარგს"),
        ("眼镜行业", "სათვალის ინდუსტრია"),
        ("眼镜行业", "სათვალის დარგში"),
    ]
    (found,) = renderings([TERMS.uses(source, target) for source, target in article])
    assert found.mixed
    assert [(r.term, [n for n, _match in r.places]) for r in found.renderings] == [
        ("სათვალის დარგი", [0, 2]),
        ("სათვალის ინდუსტრია", [1]),
    ]


def test_other_languages_keep_the_capitals_of_what_they_replace():
    english = Concept(
        "oa",
        terms=(
            Term("眼镜协会", "zh"),
            Term("spectacles association", "en"),
            Term("optical association", "en", kind=TermKind.FORBIDDEN),
        ),
    )
    terms = SegmentTerms(Glossary((english,), ("zh", "en")), "zh", "en")
    (use,) = terms.uses("眼镜协会", "Optical associations and the OPTICAL ASSOCIATION")
    assert [(w.expected.form, w.expected.certain) for w in use.forbidden] == [
        ("Spectacles association", False),  # a plural that nobody has inflected
        ("SPECTACLES ASSOCIATION", True),
    ]


def test_a_proposed_concept_is_reported_more_mildly_than_an_approved_one():
    from transreview.checks.context import CheckContext
    from transreview.checks.engine import check_segment
    from transreview.checks.segment_text import SegmentText
    from transreview.model.finding import Severity

    text = SegmentText("厦门发展很快。", "ქიამენი სწრაფად ვითარდება.")
    for status, severity in (
        (ConceptStatus.APPROVED, Severity.ERROR),
        (ConceptStatus.PROPOSED, Severity.WARNING),
    ):
        glossary = Glossary(
            (concept("x", "厦门", "სიამენი", forbidden="ქიამენი", status=status),), ("zh", "ka")
        )
        found = check_segment(text, CheckContext("zh", "ka", glossary=glossary))
        assert [f.severity for f in found if f.check == "term.forbidden"] == [severity]


@pytest.mark.parametrize(
    ("target", "form"),
    [
        ("სამრეწველო ჯგუფმა გადაწყვიტა", "კლასტერმა"),
        ("დიდი სამრეწველო ჯგუფი", "კლასტერი"),
        ("ეს ჯგუფი", "სამრეწველო კლასტერი"),
        ("სამრეწველო. ჯგუფი", "სამრეწველო კლასტერი"),
        ("ჯგუფი", "სამრეწველო კლასტერი"),
    ],
)
def test_a_word_of_the_right_term_that_stands_there_is_not_put_there_twice(target, form):
    concept = Concept(
        "cluster",
        terms=(
            Term("产业集群", "zh"),
            Term("სამრეწველო კლასტერი", "ka", kind=TermKind.PREFERRED),
            Term("ჯგუფი", "ka", kind=TermKind.FORBIDDEN),
        ),
    )
    (use,) = SegmentTerms(Glossary((concept,), ("zh", "ka")), "zh", "ka").uses("产业集群", target)
    assert use.forbidden[0].expected.form == form
    assert use.forbidden[0].expected.certain


def test_a_term_that_stands_whole_before_the_wrong_one_is_put_there_all_the_same():
    concept = Concept(
        "cluster",
        terms=(
            Term("产业集群", "zh"),
            Term("სამრეწველო კლასტერი", "ka", kind=TermKind.PREFERRED),
            Term("ჯგუფი", "ka", kind=TermKind.FORBIDDEN),
        ),
    )
    terms = SegmentTerms(Glossary((concept,), ("zh", "ka")), "zh", "ka")
    (use,) = terms.uses("产业集群", "ეს სამრეწველო კლასტერი ჯგუფი")
    assert [wrong.expected.form for wrong in use.forbidden] == ["სამრეწველო კლასტერი"]


def test_an_article_that_keeps_to_one_name_is_not_mixed():
    (found,) = renderings(
        [TERMS.uses("眼镜行业", "სათვალის დარგს"), TERMS.uses("眼镜行业", "სათვალის დარგში")]
    )
    assert not found.mixed
    assert len(found.renderings[0].places) == 2


def test_two_concepts_that_forbid_one_form_leave_it_to_the_longer_source_term():
    wrong = Term("ჯგუფი", "ka", kind=TermKind.FORBIDDEN)
    short = Concept("short", terms=(Term("集群", "zh"), Term("კლასტერი", "ka"), wrong))
    long = Concept("long", terms=(Term("集群企业", "zh"), Term("კლასტერის საწარმო", "ka"), wrong))
    terms = SegmentTerms(Glossary((short, long), ("zh", "ka")), "zh", "ka")
    for source in ("集群和集群企业", "集群企业和集群"):
        found = {use.concept.id: [w.found for w in use.forbidden] for use in terms.uses(source, "ჯგუფი")}
        assert found == {"long": ["ჯგუფი"], "short": []}


def test_a_source_without_terms_asks_for_nothing_whatever_the_translation_has():
    assert TERMS.uses("天气很好", "ოპტიკური ასოციაცია წვეულებაზე") == []
    assert TERMS.uses("", "") == []


def test_one_use_speaks_for_concepts_that_share_a_term_the_first_of_the_glossary_and_all_that_they_ask_for():
    [(name, use)] = uses("岸很美。", "აქ ლამაზია.").items()
    assert (name, use.missing, use.expected) == ("bank", True, ("ნაპირი", "სანაპირო"))
    assert [(match.start, match.end) for match in use.source] == [(0, 1)]
    assert (use.rendered, use.forbidden) == ((), ())
    for word in ("ნაპირი", "სანაპირო"):
        [rendered] = uses("岸很美。", f"{word} ლამაზია.").values()
        assert not rendered.missing
        assert [match.term.text for match in rendered.rendered] == [word]


PLACES = SegmentTerms(
    Glossary(
        (
            Concept(
                "beijing",
                terms=(
                    Term("北京", "zh"),
                    Term("პეკინი", "ka", grammar=("place",)),
                    Term("ბეიჯინგი", "ka", kind=TermKind.FORBIDDEN, grammar=("place",)),
                ),
            ),
            Concept(
                "lens",
                terms=(
                    Term("镜片", "zh"),
                    Term("ლინზა", "ka"),
                    Term("ობიექტივი", "ka", kind=TermKind.FORBIDDEN),
                ),
            ),
        ),
        ("zh", "ka"),
    ),
    "zh",
    "ka",
)


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("ეს პეკინელი მწერალია.", []),
        ("ეს პეკინური სტილია.", []),
        ("ის პეკინში ცხოვრობს.", []),
        ("ეს ბეიჯინგელი მწერალია.", ["ბეიჯინგელი"]),
        ("ის ბეიჯინგში ცხოვრობს.", ["ბეიჯინგში"]),
        ("ეს ბეიჯინგელი პეკინში ცხოვრობს.", ["ბეიჯინგელი"]),
    ],
)
def test_words_derived_from_the_wrong_name_of_a_place_are_wrong_those_from_the_right_one_are_not(
    target, wrong
):
    found = [use for use in PLACES.uses("北京。", target) if use.concept.id == "beijing"]
    assert [one.found for use in found for one in use.forbidden] == wrong
