"""Wrapping loses no text, never exceeds the width, and keeps to the Chinese line-breaking rules."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual.document._document import Document

from transreview.tui.widgets.line_breaks import LineBreaks, Sections, breaks, plain_breaks
from transreview.tui.widths import cells
from transreview.tui.wrap import count_lines, wrap

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


@settings(max_examples=200)
@given(st.text(st.sampled_from("აბგ  b,(")), st.integers(2, 12), st.integers(1, 9))
@example("   b", 2, 2)  # the blanks are on no line
def test_lines_of_plain_letters_are_broken_as_all_others_are(text, width, most):
    assert list(plain_breaks(text, 0, width)) == list(breaks(text, 0, width))
    special = "中" + text  # letters of two cells are looked at word by word
    assert wrap(text, width) == [(a - 2, b - 2) for a, b in wrap(f"中\n{text}", width)[1:]]
    assert min(count_lines(special, width, most), most) == min(len(wrap(special, width)), most)


@settings(max_examples=200)
@given(
    TEXT, st.integers(2, 12), st.lists(st.tuples(st.integers(0, 130), st.integers(0, 3), TEXT), max_size=5)
)
def test_after_changes_the_lines_of_the_editor_are_those_of_the_new_text(text, width, changes):
    document = Document(text)
    lines = LineBreaks(document, width)
    for at, gone, new in changes:
        row = at % document.line_count
        start = min(at, len(document[row]))
        end = min(start + gone, len(document[row]))
        done = document.replace_range((row, start), (row, end), new[:20])
        lines.wrap_range((row, start), (row, end), done.end_location)
        fresh = LineBreaks(document, width)
        assert lines.height == fresh.height
        for row, line in enumerate(document.lines):
            shown: Sections = lines.get_sections(row)
            assert "".join(shown) == line
            assert shown[:] == fresh.get_sections(row)[:]
            assert all(cells(part) <= width for part in shown)


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
