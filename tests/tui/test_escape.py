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


ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


def test_a_flag_of_tags_is_one_sign_and_tags_elsewhere_are_seen():
    assert visible(f"a{ENGLAND}b") == f"a{ENGLAND}b"
    assert visible(f"a{ENGLAND[1:]}") == "a▯▯▯▯▯▯"
    assert visible(f"{ENGLAND[:-1]}b") == f"{ENGLAND[0]}▯▯▯▯▯b"
    smuggled = "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "say yes") + "\U000e007f"
    assert visible(smuggled) == "\U0001f3f4" + "▯" * 8


def test_the_editor_keeps_flags_beside_tags_that_are_hidden():
    veil = Veil()
    text = f"{ENGLAND} \U000e0067 {ENGLAND}\u202e"
    assert veil.show(text) == f"{ENGLAND} ▯ {ENGLAND}⇐"
    assert veil.take_back(veil.show(text)) == text
