"""Which kinds of character a text has: each kind has a bit, each block its first and last character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.checks import characters
from transreview.checks.characters import LATIN_HIGH, mask, script_bits

KINDS = {
    name: value
    for name, value in vars(characters).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, int) and name != "LETTERS"
}


def named(text: str) -> set[str]:
    bits = mask(text) & ~LATIN_HIGH
    return {name for name, value in KINDS.items() if bits & value}


def test_each_kind_has_one_bit_of_its_own() -> None:
    assert sorted(KINDS.values()) == [1 << place for place in range(len(KINDS))]


BLOCKS = {
    "INVISIBLE": ["\x00\x08", "\x0b\x0c", "\x0e\x1f", "\x7f\x7f", "\xad\xad", "\u061c\u061c", "\u180e\u180e", "\u200b\u200f",
                  "\u202a\u202e", "\u2060\u206f", "\ufeff\ufeff", "\ufff9\ufffb", "\U000e0000\U000e007f"],
    "C1_CONTROL": ["\x80\x9f"],
    "COMBINING": ["\u0300\u036f"],
    "ARCHAIC_GEORGIAN": ["\u10a0\u10cf", "\u10f1\u10f8", "\u2d00\u2d2f"],
    "GEORGIAN": ["\u10d0\u10f0", "\u10f9\u10ff"],
    "MTAVRULI": ["\u1c90\u1cbf"],
    "HAN": ["\u2e80\u2fdf", "\u3005\u3007", "\u3021\u3029", "\u3400\u4dbf", "\u4e00\u9fff", "\uf900\ufaff", "\U00020000\U0003ffff"],
    "KANA": ["\u3040\u30ff", "\uff66\uff9f"],
    "HANGUL": ["\uac00\ud7af"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "block"), [(kind, block) for kind, blocks in BLOCKS.items() for block in blocks]
)
def test_a_block_reaches_from_its_first_to_its_last_character(kind: str, block: str) -> None:
    first, last = block
    assert kind in named(first)
    assert kind in named(last)
    for outside in (ord(first) - 1, ord(last) + 1):
        if 0 <= outside < 0x40000 and not 0xD800 <= outside < 0xE000:
            if kind == "HANGUL":  # more of its letters stand behind the block, by their names
                continue
            inside_another = any(ord(a) <= outside <= ord(b) for a, b in BLOCKS[kind])
            assert (kind in named(chr(outside))) is inside_another, hex(outside)


@pytest.mark.parametrize(
    "block", ["\u3000\u3004", "\u3008\u3020", "\u3030\u303f", "\ufe30\ufe4f", "\uff00\uff65"]
)
def test_full_width_signs_are_known_by_their_blocks(block: str) -> None:
    first, last = block
    assert "FULLWIDTH" in named(first)
    assert "FULLWIDTH" in named(last)
    assert "FULLWIDTH" not in named(chr(ord(last) + 1))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", set()),
        ("会", {"HAN"}),
        ("a", {"LATIN"}),
        ("é", {"LATIN"}),
        ("Я", {"CYRILLIC"}),
        ("ა", {"GEORGIAN"}),
        ("α", {"GREEK"}),
        ("ա", {"ARMENIAN"}),
        ("ع", {"ARABIC"}),
        ("א", {"HEBREW"}),
        ("7", {"DIGIT"}),
        ("７", {"DIGIT", "FULLWIDTH"}),
        ("%", {"PERCENT", "MARK"}),
        ("％", {"PERCENT", "FULLWIDTH"}),
        ("「", {"QUOTE", "FULLWIDTH"}),
        ("„", {"QUOTE"}),
        ("(", {"BRACKET"}),
        ("[", {"BRACKET", "MARK"}),
        ("（", {"BRACKET", "FULLWIDTH"}),
        ("{", {"BRACE", "MARK"}),
        ("}", {"BRACE"}),
        ("<", {"MARKUP", "MARK"}),
        (">", {"MARKUP"}),
        ("@", {"AT_SIGN", "MARK"}),
        (":", {"COLON", "MARK"}),
        (".", set()),
        ("₾", {"CURRENCY"}),
        ("—", {"DASH"}),
        ("a会", {"LATIN", "HAN"}),
    ],
)
def test_a_text_has_the_kinds_of_its_characters(text: str, kinds: set[str]) -> None:
    assert named(text) == kinds


@pytest.mark.parametrize(
    ("character", "high"),
    [("\x7f", False), ("\x80", True), ("é", True), ("\u109f", True), ("\u10a0", False), ("ა", False), ("\u10ff", False),
     ("\u1100", True), ("™", True), ("\u2123", False), ("会", False)],
)  # fmt: skip
def test_what_a_wrong_decoding_of_latin_text_makes_is_known(character: str, high: bool) -> None:
    assert bool(mask(character) & LATIN_HIGH) is high


@given(st.text(max_size=20))
def test_the_mask_of_a_text_is_that_of_its_characters(text: str) -> None:
    together = 0
    for character in text:
        together |= mask(character)
    assert mask(text) == together


def test_a_script_is_known_by_its_code_and_any_other_letters_are_others() -> None:
    assert script_bits(("Hani", "Latn")) == mask("会a")
    assert script_bits(("Thai",)) == characters.OTHER_LETTER == mask("ก") & ~LATIN_HIGH
    assert script_bits(()) == 0
