"""Nothing in a text can steer the terminal, and the editor gives back what it was given."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from transreview.tui.escape import SYMBOLS, Veil, hidden_characters, visible, visible_line
from transreview.tui.widths import cells

HOSTILE = st.text(
    st.sampled_from([*SYMBOLS, *SYMBOLS.values(), "\n", "ა", "眼", "a", "\U000e0041", "\ue000", "👨"])
)
BIDI_CONTROLS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


@given(st.text())
def test_no_control_and_no_bidi_character_is_left(text):
    shown = visible(text)
    assert len(shown) == len(text)
    bad = {c for c in shown if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"} and c != "\n"}
    bad |= {c for c in shown if unicodedata.bidirectional(c) in BIDI_CONTROLS}
    assert not bad


def test_every_symbol_takes_one_cell():
    assert {symbol: cells(symbol) for symbol in SYMBOLS.values()} == dict.fromkeys(SYMBOLS.values(), 1)


@given(HOSTILE, HOSTILE)
def test_the_editor_gives_back_what_it_was_given(first, pasted):
    veil = Veil()
    shown = veil.show(first)
    assert veil.take_back(shown) == first
    assert veil.take_back(veil.show(pasted)).count("\x1b") == pasted.count("\x1b")
    assert (shown + "x").splitlines() == (shown + "x").split("\n")


def test_symbols_are_explained():
    assert hidden_characters("a\u202eb\x1b[2J\u202e") == [
        "⇐ is U+202E RIGHT-TO-LEFT OVERRIDE",
        "␛ is U+001B ESCAPE",
    ]
    assert visible_line("a\nb\t") == "a␊b␉"
