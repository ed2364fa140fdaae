"""Which kinds of character a text has, as one bit mask, so that a check can be skipped unread.

A segment is looked at by some sixty checks, and most of them have nothing to look at in most
segments. One pass over the distinct characters of a text says which.
"""

from __future__ import annotations

import unicodedata

from transreview.lazy_patterns import lazy_pattern

HAN = 1 << 0
KANA = 1 << 1
HANGUL = 1 << 2
LATIN = 1 << 3
CYRILLIC = 1 << 4
GEORGIAN = 1 << 5
MTAVRULI = 1 << 6
ARCHAIC_GEORGIAN = 1 << 7
OTHER_LETTER = 1 << 8
DIGIT = 1 << 9
FULLWIDTH = 1 << 10
INVISIBLE = 1 << 11
REPLACEMENT = 1 << 12
C1_CONTROL = 1 << 13
COMBINING = 1 << 14
QUOTE = 1 << 15
BRACKET = 1 << 16
MARKUP = 1 << 17
AMPERSAND = 1 << 18
AT_SIGN = 1 << 19
SLASH = 1 << 20
BRACE = 1 << 21
PERCENT = 1 << 22
ELLIPSIS = 1 << 23
DASH = 1 << 24
COMMA = 1 << 25
NEWLINE = 1 << 26
COLON = 1 << 27
QUESTION = 1 << 28
LATIN_HIGH = 1 << 29
GREEK = 1 << 30
ARMENIAN = 1 << 31
ARABIC = 1 << 32
HEBREW = 1 << 33
BULLET = 1 << 34
CURRENCY = 1 << 35
# Signs that inline marks begin with; an address may begin with www. alone.
MARK = 1 << 36
BACKSLASH = 1 << 37
TILDE = 1 << 38
BAR = 1 << 39

LETTERS = (
    HAN
    | KANA
    | HANGUL
    | LATIN
    | CYRILLIC
    | GEORGIAN
    | MTAVRULI
    | ARCHAIC_GEORGIAN
    | OTHER_LETTER
    | GREEK
    | ARMENIAN
    | ARABIC
    | HEBREW
)

# ISO 15924 code → the bits of its letters.
SCRIPT_BITS = {
    "Hani": HAN,
    "Hans": HAN,
    "Hant": HAN,
    "Jpan": HAN | KANA,
    "Hira": KANA,
    "Kana": KANA,
    "Kore": HANGUL | HAN,
    "Hang": HANGUL,
    "Latn": LATIN,
    "Cyrl": CYRILLIC,
    "Geor": GEORGIAN | MTAVRULI | ARCHAIC_GEORGIAN,
    "Grek": GREEK,
    "Armn": ARMENIAN,
    "Arab": ARABIC,
    "Hebr": HEBREW,
}

_SIGNS = {
    "\ufffd": REPLACEMENT,
    "&": AMPERSAND,
    "@": AT_SIGN,
    "/": SLASH,
    "{": BRACE,
    "}": BRACE,
    "%": PERCENT,
    "％": PERCENT | FULLWIDTH,
    "٪": PERCENT,
    "…": ELLIPSIS,
    "-": DASH,
    "–": DASH,
    "—": DASH,
    ",": COMMA,
    "\n": NEWLINE,
    "\\": BACKSLASH,
    ":": COLON,
    "?": QUESTION,
    "<": MARKUP,
    ">": MARKUP,
    "•": BULLET,
    "·": BULLET,
    "●": BULLET,
}
_SIGNS.update(dict.fromkeys("\"“”„‟«»‘’‚‹›'＂＇", QUOTE))
_SIGNS.update(dict.fromkeys("「」『』《》〈〉", QUOTE | FULLWIDTH))
_SIGNS.update(dict.fromkeys("()[]", BRACKET))
_SIGNS.update(dict.fromkeys("（）［］【】〔〕〖〗", BRACKET | FULLWIDTH))
_SIGNS.update(dict.fromkeys("$€£¥₾₽", CURRENCY))
_SIGNS["~"], _SIGNS["|"] = TILDE, BAR
for _sign in "`*_~<[{%$:@&":
    _SIGNS[_sign] = _SIGNS.get(_sign, 0) | MARK

_RANGES = (
    (0x0000, 0x0008, INVISIBLE),
    (0x000B, 0x000C, INVISIBLE),
    (0x000E, 0x001F, INVISIBLE),
    (0x007F, 0x007F, INVISIBLE),
    (0x0080, 0x009F, C1_CONTROL),
    (0x00AD, 0x00AD, INVISIBLE),
    (0x0300, 0x036F, COMBINING),
    (0x061C, 0x061C, INVISIBLE),
    (0x10A0, 0x10CF, ARCHAIC_GEORGIAN),
    (0x10D0, 0x10F0, GEORGIAN),
    (0x10F1, 0x10F8, ARCHAIC_GEORGIAN),
    (0x10F9, 0x10FF, GEORGIAN),
    (0x180E, 0x180E, INVISIBLE),
    (0x1C90, 0x1CBF, MTAVRULI),
    (0x200B, 0x200F, INVISIBLE),
    (0x202A, 0x202E, INVISIBLE),
    (0x2060, 0x206F, INVISIBLE),
    (0x2D00, 0x2D2F, ARCHAIC_GEORGIAN),
    (0x2E80, 0x2FDF, HAN),
    (0x3000, 0x3004, FULLWIDTH),
    (0x3005, 0x3007, HAN),
    (0x3008, 0x3020, FULLWIDTH),
    (0x3021, 0x3029, HAN),
    (0x3030, 0x303F, FULLWIDTH),
    (0x3040, 0x30FF, KANA),
    (0x3400, 0x4DBF, HAN),
    (0x4E00, 0x9FFF, HAN),
    (0xAC00, 0xD7AF, HANGUL),
    (0xF900, 0xFAFF, HAN),
    (0xFE30, 0xFE4F, FULLWIDTH),
    (0xFEFF, 0xFEFF, INVISIBLE),
    (0xFF00, 0xFF65, FULLWIDTH),
    (0xFF66, 0xFF9F, KANA),
    (0xFFF9, 0xFFFB, INVISIBLE),
    (0x20000, 0x3FFFF, HAN),
    (0xE0000, 0xE007F, INVISIBLE),
)

_NAMED = (
    ("LATIN", LATIN),
    ("CYRILLIC", CYRILLIC),
    ("GREEK", GREEK),
    ("ARMENIAN", ARMENIAN),
    ("ARABIC", ARABIC),
    ("HEBREW", HEBREW),
    ("HANGUL", HANGUL),
)


def _bits(char: str) -> int:
    bits = _SIGNS.get(char, 0)
    code = ord(char)
    for first, last, range_bits in _RANGES:
        if first <= code <= last:
            bits |= range_bits
    if 0x80 <= code <= 0x2122 and code not in range(0x10A0, 0x1100):
        bits |= LATIN_HIGH
    if bits & FULLWIDTH or bits & LETTERS:
        return bits | (DIGIT if char.isdigit() else 0)
    if char.isdigit():
        return bits | DIGIT
    if char.isalpha():
        name = unicodedata.name(char, "")
        return bits | next((bit for start, bit in _NAMED if name.startswith(start)), OTHER_LETTER)
    return bits | (COMBINING if unicodedata.combining(char) else 0)


class _Bits(dict[str, int]):
    """The bits of every character met so far."""

    def __missing__(self, char: str) -> int:
        bits = _bits(char)
        if len(self) < 60_000:
            self[char] = bits
        return bits


BITS = _Bits()


# Nearly all characters of a text are letters of one of these two kinds, which have no other bit, or blanks,
# which have none.
_MOST = lazy_pattern("[ა-ჰ一-\u9fff ]+")
_GEORGIAN_LETTER, _HAN_LETTER = lazy_pattern("[ა-ჰ]"), lazy_pattern("[一-\u9fff]")


def mask(text: str) -> int:
    """Return the bits of all characters of `text`, or-ed together."""
    bits = 0
    left = _MOST.sub("", text)
    if len(left) < len(text):
        if _GEORGIAN_LETTER.search(text):
            bits = GEORGIAN
        if _HAN_LETTER.search(text):
            bits |= HAN
    for char in set(left):
        bits |= BITS[char]
    return bits


def script_bits(scripts: tuple[str, ...]) -> int:
    """Return the bits of the letters that a language with these scripts (ISO 15924) is written in."""
    bits = 0
    for script in scripts:
        bits |= SCRIPT_BITS.get(script, OTHER_LETTER)
    return bits
