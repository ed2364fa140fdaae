"""Chinese terms are found as a reader finds them, whatever width, script or spacing the text has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transreview.model.glossary import Term
from transreview.terminology.chinese import ChineseIndex
from transreview.terminology.chinese_folding import fold


def index(*terms: str, **hints: str) -> ChineseIndex:
    return ChineseIndex([(t, Term(t, "zh", grammar=tuple(hints.get(t, "").split()))) for t in terms])


def found(chinese: ChineseIndex, text: str) -> list[tuple[str, str]]:
    return [(match.concept_id, text[match.start : match.end]) for match in chinese.find(text)]


def test_the_longest_term_from_the_left_is_taken():
    terms = index("中国", "眼镜", "中国眼镜协会", "理事会", "常务理事会", "党")
    text = "中国眼镜协会第九届常务理事会暨党建会"
    assert [m for m, _ in found(terms, text)] == ["中国眼镜协会", "常务理事会", "党"]
    assert [m.concept_id for m in terms.find_all(text)] == [
        "中国眼镜协会", "中国", "眼镜", "常务理事会", "理事会", "党",
    ]  # fmt: skip


def test_traditional_text_and_simplified_terms_meet_and_spans_stay():
    terms = index("中国眼镜协会", "镜片", "裏院")
    assert found(terms, "在中國眼鏡協會討論鏡片") == [("中国眼镜协会", "中國眼鏡協會"), ("镜片", "鏡片")]
    assert found(terms, "里院") == [("裏院", "里院")]


def test_full_width_letters_and_compatibility_forms_match_with_their_own_spans():
    terms = index("5G网络", "(株)", "公里", "AR眼镜")
    assert found(terms, "㈱ＡＲ眼镜，５Ｇ网络，3㎞公里") == [
        ("(株)", "㈱"), ("AR眼镜", "ＡＲ眼镜"), ("5G网络", "５Ｇ网络"), ("公里", "公里"),
    ]  # fmt: skip


def test_blanks_and_invisible_characters_inside_a_word_are_layout():
    terms = index("江波", "眼镜协会")
    text = "副理事长江　波，眼镜\n协会，眼\u200b镜协会"
    assert found(terms, text) == [
        ("江波", "江　波"),
        ("眼镜协会", "眼镜\n协会"),
        ("眼镜协会", "眼\u200b镜协会"),
    ]
    assert [m.confidence for m in terms.find(text)] == [0.9, 0.9, 1.0]


def test_latin_letters_at_the_edge_of_a_term_need_a_word_boundary():
    terms = index("AI", "AI眼镜", "5G")
    assert found(terms, "FAIR的AI眼镜，15G，AI。") == [("AI眼镜", "AI眼镜"), ("AI", "AI")]


def test_a_term_does_not_match_inside_the_words_its_hint_names():
    terms = index("会长", "会", 会长="not-in=会长期 not-in=大会长")
    assert found(terms, "会长说这将会长期存在") == [("会长", "会长"), ("会", "会")]


def test_a_term_is_not_found_where_two_other_words_meet():
    terms = index("中国", "国内市场", "会议")
    assert found(terms, "其中国内市场占六成，中国的会议") == [
        ("国内市场", "国内市场"), ("中国", "中国"), ("会议", "会议"),
    ]  # fmt: skip
    assert found(terms, "大會議程") == []


def test_a_single_character_is_less_certain():
    assert index("党").find("跟党走")[0].confidence < 1


def test_concepts_that_share_a_term_both_match():
    terms = ChineseIndex([("a", Term("会长", "zh")), ("b", Term("會長", "zh-Hant"))])
    assert [m.concept_id for m in terms.find("会长")] == ["a", "b"]


def test_an_empty_glossary_finds_nothing():
    assert index().find("党") == []
    assert index("").find_all("党") == []


def test_folding_twice_changes_nothing():
    once = fold("㈱ＡＲ眼鏡　乾淨，é e\u0301 ㎞ 著作 ﬁ").text
    assert fold(once).text == once


@given(st.text(st.sampled_from("中国國眼镜鏡 \n　aＡ㈱㎞é\u0301\u200b，"), max_size=30))
def test_every_folded_character_points_at_a_piece_of_the_text_in_order(text):
    folded = fold(text)
    spans = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert folded.starts is None or len(folded.starts) == len(folded.ends) == len(folded.text)


@given(
    st.text(st.sampled_from("中国眼镜会长期a"), max_size=20),
    # Of three characters and more: whether two are a word depends on those beside them.
    st.sets(st.sampled_from(["中国眼", "国眼镜", "眼镜会", "镜会长", "会长期", "a", "中国眼镜"])),
)
def test_the_automaton_agrees_with_a_plain_search(text, terms):
    chinese = index(*terms)
    plain = sorted(
        (i, i + len(t))
        for t in terms
        for i in range(len(text))
        if text.startswith(t, i)
        and not (t == "a" and ("a" in text[max(i - 1, 0) : i] or "a" in text[i + 1 : i + 2]))
    )
    assert sorted((m.start, m.end) for m in chinese.find_all(text)) == plain
    greedy, reached = [], 0
    for start, end in sorted(plain, key=lambda s: (s[0], -s[1])):
        if start >= reached:
            greedy.append((start, end))
            reached = end
    assert [(m.start, m.end) for m in chinese.find(text)] == greedy
