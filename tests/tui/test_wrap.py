"""Wrapping loses no text, never exceeds the width, and keeps to the Chinese line-breaking rules."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.tui.widths import cells
from transreview.tui.wrap import wrap

TEXT = st.text(
    st.sampled_from(list("眼镜业。，：“”（）《》——…… ab1-.,()აბგდ„“中\n　e\u0301𠀀👍😀")), max_size=120
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@settings(max_examples=300)
@given(TEXT, st.integers(2, 40))
def test_no_text_is_lost(text, width):
    kept = "".join(lines(text, width))
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)
    spans = wrap(text, width)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(not text[a[1] : b[0]].strip() for a, b in pairwise(spans))


@settings(max_examples=300)
@given(TEXT, st.integers(2, 40))
def test_no_line_exceeds_the_width(text, width):
    assert all(cells(line) <= width for line in lines(text, width))


@settings(max_examples=300)
@given(
    st.lists(st.from_regex(r"[（《“(]{0,2}[眼镜业][。，、）》”)]{0,2}", fullmatch=True)), st.integers(12, 40)
)
def test_no_line_begins_with_closing_or_ends_with_opening_marks(groups, width):
    text = "".join(groups)
    broken = lines(text, width)
    assert not any(line[:1] in set("。，、）》”)") for line in broken[1:])
    assert not any(line[-1:] in set("（《“(") for line in broken[:-1])


def test_han_fill_the_line_up_to_the_margin_after_a_latin_word():
    assert lines("贸易 iPhone销售额增长", 16) == ["贸易 iPhone销售", "额增长"]


def test_closing_quote_and_full_stop_stay_with_their_character():
    assert lines("他说：“眼镜。”然后", 13) == ["他说：“眼", "镜。”然后"]
    assert lines("他说：“眼镜。”然后", 7) == ["他说：", "“眼", "镜。”然", "后"]


def test_double_dash_and_ellipsis_stay_together_and_off_the_line_start():
    assert lines("中国——眼镜……中国", 6) == ["中国——", "眼镜……", "中国"]
    assert lines("中国——眼镜", 5) == ["中", "国——", "眼镜"]


def test_ascii_bracket_before_han_does_not_end_a_line():
    assert lines("协会(商会)代表", 5) == ["协会", "(商", "会)代", "表"]


def test_georgian_breaks_between_words_only():
    assert lines("ჩინეთის „ოპტიკური“ ასოციაცია", 12) == ["ჩინეთის", "„ოპტიკური“", "ასოციაცია"]


def test_no_break_space_holds_words_together():
    assert lines("12 000\u00a0იუანი აქ", 10) == ["12", "000\u00a0იუანი", "აქ"]


def test_blank_lines_and_leading_ideographic_blanks_stay():
    assert lines("　　眼镜\n\n业", 8) == ["　　眼镜", "", "业"]


def test_long_words_are_divided_by_force_and_marks_stay_on_their_letter():
    assert lines("a" * 10, 4) == ["aaaa", "aaaa", "aa"]
    assert lines("xe\u0301" * 3, 2) == ["xe\u0301"] * 3


@pytest.mark.parametrize("text", ["", " ", "\n", "   \n"])
def test_empty_texts_have_a_line(text):
    assert lines(text, 5)
