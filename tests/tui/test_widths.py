"""Widths are those that Textual composes with."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from transreview.tui.widths import cells, clip, graphemes, pad


@given(st.text(st.characters(codec="utf-8")))
def test_cells_are_richs_cells(text):
    assert cells(text) == cell_len(text)


@given(st.text(st.sampled_from(list("眼aე́👍👨❤"))), st.integers(1, 9))
def test_clip_and_pad_keep_to_the_width(text, width):
    assert cells(clip(text, width)) <= width
    assert cells(pad(text, width)) == width


@given(st.text(st.sampled_from(list("眼aე́👍👨\u200d\ufe0f❤"))))
def test_graphemes_cover_the_text(text):
    assert "".join(text[start:end] for start, end, _width in graphemes(text)) == text
