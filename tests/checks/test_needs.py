"""A check that needs a feature is not asked where the feature is empty, and sees nothing there."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.checks import CheckContext, SegmentText, characters, check_segment, check_segments, quotation
from transreview.checks.families import blanks, numbers, punctuation
from transreview.checks.features import Features
from transreview.checks.registry import REGISTRY
from transreview.checks.settings import CheckSettings

NEEDY = [check for check in REGISTRY if check.needs]
# Texts in which every feature that checks need is empty.
TEXTS = [("会议结束。", "შეხვედრა დასრულდა."), ("他来了。", "ის მოვიდა."), ("Hello", "გამარჯობა"), ("A", "ა")]


def test_every_need_is_a_feature() -> None:
    assert {check.needs for check in NEEDY} == {
        "target_faults", "divergences", "has_numbers", "message", "term_uses", "chinese_names", "names_countries",
    }  # fmt: skip
    assert all(hasattr(Features, check.needs) for check in NEEDY)


@pytest.mark.parametrize("check", NEEDY, ids=lambda check: check.id)
def test_a_check_without_what_it_needs_finds_nothing(check) -> None:
    context = CheckContext("zh", "ka")
    assert check.segment is not None
    for source, target in TEXTS:
        features = Features(SegmentText(source, target), context)
        assert not getattr(features, check.needs)
        assert list(check.segment(features)) == []


@pytest.mark.parametrize("block", [range(0x10D0, 0x10F1), range(0x4E00, 0xA000), range(0x20, 0x21)])
def test_the_letters_that_are_passed_over_together_have_no_other_kind(block) -> None:
    letters = [chr(code) for code in block]
    assert all(characters._MOST.fullmatch(letter) for letter in letters)
    assert len({characters.BITS[letter] for letter in letters}) == 1


CHARACTERS = st.one_of(
    st.sampled_from("ა ჰჱᲐ一鿿ꀀ㐀,.…<>{}%&@/\\:?!\n\u200b\ufffd\u0301é日アЖ한α٣٪0９"), st.characters()
)


@given(st.text(CHARACTERS, max_size=20))
def test_the_mask_of_a_text_is_that_of_its_characters(text: str) -> None:
    assert characters.mask(text) == reduce(or_, map(characters.BITS.__getitem__, text), 0)


PIECES = st.sampled_from(
    (
        *"的他不在一二十半万百年月日。，、！？：；“”《》（）…—~*_`#|<>[]{}$%&@/\\\n\t\"'+=-–.,:;!?()„“«» \u00a0",
        *(
            "会议",
            "开始",
            "没有",
            "三分之一",
            "2021年9月10日",
            "版本3.10",
            "下午5:30",
            "百分之三十",
            "习近平",
            "上海",
        ),
        *(
            "შეხვედრა",
            "დაიწყო",
            "და",
            "არ",
            "მე9",
            "3,5",
            "26",
            "პროცენტი",
            "10 სექტემბერს",
            "მთაავარი",
            "მან",
        ),
        *(
            "ნახევარი",
            "ეს",
            "ორი სახლები",
            "BBC",
            "meeting",
            "заседание",
            "ტუმbოს",
            "ᲐᲮᲐᲚᲘ",
            "ჸუდე",
            "\ufffd",
        ),
        *(
            "https://example.org/a",
            "www.example.org",
            "a@example.org",
            "{0}",
            "%s",
            "%1",
            ":name",
            "<b>",
            "</b>",
        ),
        *(
            "**ა**",
            "`code`",
            "[^1]",
            "[ა](b)",
            "&quot;",
            "áƒ¡áƒ",
            "\u200b",
            "e\u0301",
            "| ა | ბ |",
            "## ",
            "1. ",
        ),
        *("version 3.1", "3:2", "v2.1.0", "iPhone 15", "...", "  ", " ,", "x_y", "\\n", "$5", "5 %"),
    )
)
TEXTS_OF_ALL_KINDS = st.lists(PIECES, max_size=8).map("".join) | st.lists(PIECES, max_size=8).map(" ".join)
PAIRS = [("zh", "ka"), ("en", "ka"), ("ka", "zh"), ("en", "de"), ("de", "ru")]
CONTEXTS = {
    pair: CheckContext(*pair, settings=CheckSettings(select=frozenset(check.id for check in REGISTRY)))
    for pair in PAIRS
}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PAIRS), TEXTS_OF_ALL_KINDS, TEXTS_OF_ALL_KINDS)
def test_what_is_passed_over_unread_would_find_nothing(pair, source, target) -> None:
    features = Features(SegmentText(source, target), CONTEXTS[pair])
    for gate, run, check in CONTEXTS[pair].segment_plan:
        if features.is_empty and not check.alone:
            continue
        is_let_in = (
            (not gate.source_has or features.source_mask & gate.source_has)
            and (not gate.target_has or features.target_mask & gate.target_has)
            and (not gate.either_has or (features.source_mask | features.target_mask) & gate.either_has)
            and (not gate.needs or getattr(features, gate.needs))
        )
        if not is_let_in:
            assert list(run(features)) == [], check.id


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PAIRS), st.lists(st.tuples(TEXTS_OF_ALL_KINDS, TEXTS_OF_ALL_KINDS), max_size=8))
def test_several_segments_looked_at_together_have_the_findings_that_each_has_alone(pair, texts) -> None:
    segments = [SegmentText(source, target, id=number) for number, (source, target) in enumerate(texts)]
    context = CONTEXTS[pair]
    assert check_segments(segments, context) == [check_segment(one, context) for one in segments]


SIGNS = st.text(st.sampled_from("აbа1 .,;:!?-–—\"„“”«»'\u00a0\n(["), max_size=16)


@settings(max_examples=1500, deadline=None)
@given(SIGNS)
def test_what_is_looked_for_by_its_first_character_is_what_its_pattern_finds(text: str) -> None:
    found = [match.span() for match in punctuation._dashes(text)]
    assert found == [match.span() for match in punctuation._DASH.finditer(text)]
    if blanks._GLUED.search(text):
        assert blanks._MAY_BE_GLUED.search(text)
    others = {match.end() - 1 for match in quotation._NO_QUOTE.finditer(text)}
    inches = {match.end() - 1 for match in quotation._INCHES.finditer(text)}
    marks: list[tuple[int, str]] = []
    for match in quotation.MARK.finditer(text):
        if match.start() not in others and (match.start() not in inches or len(marks) % 2):
            marks.append((match.start(), match.group()))
    assert list(quotation.marks(text)) == marks


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(("3", "35", "3.5", "33")), st.text(st.sampled_from("35.,ა "), max_size=12))
def test_digits_are_counted_where_they_are_a_number_of_their_own(digits: str, text: str) -> None:
    pattern = rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)"
    assert numbers._count(digits, text) == len(re.findall(pattern, text))
