"""Keyboards without Latin letters: which key of the table stands on the key that was pressed."""

from __future__ import annotations


def _pairs(theirs: str, latin: str) -> dict[str, str]:
    return dict(zip(theirs, latin, strict=True))


# Linux "ge", Windows "Georgian QWERTY", macOS "Georgian QWERTY": seven letters need Shift, the others have
# no second one, which is why every action on a capital has another key as well.
GEORGIAN = _pairs("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "abgdevzTiklmnopJrstufqRySCcZwWxjh")

RUSSIAN = {
    **_pairs("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    **_pairs("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'),
    **_pairs("іІїЇєЄґҐ№", "sS]}'\"\\|#"),  # Ukrainian, where it differs; the numero sign stands on 3
}

# Chinese input methods pass letters on in small print only, but change the marks.
CHINESE = {
    **{chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)},  # full width
    **_pairs("、。《》【】「」·￥“”‘’", "/.<>[]{}`$\"\"''"),
}

LAYOUTS: dict[str, str] = {**CHINESE, **RUSSIAN, **GEORGIAN}
"""Character that a keyboard sends → the one that a Latin keyboard sends from the same key."""


def latin(key: str) -> str:
    """Return the key of a Latin keyboard for one of another, modifiers kept."""
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return modifiers + plus + LAYOUTS.get(last, last)
