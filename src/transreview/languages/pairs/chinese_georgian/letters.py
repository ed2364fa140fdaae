"""Pinyin taken for English and copied letter by letter, as machine translation does.

Observed in Georgian catalogs of map programs (ჰუნანი, ჩონგკინგი, ქინგჰაი, ჯიანგსუ, შანქსი,
გუანგჟოუ, ლიაონინგი) and in machine translation (ქიამენი, ტონგე).
"""

from __future__ import annotations

from transreview.languages.pairs.chinese_georgian.practices import INITIALS

_INITIALS: dict[str, tuple[str, ...]] = {
    "": ("",), "b": ("ბ",), "p": ("პ", "ფ"), "m": ("მ",), "f": ("ფ",), "d": ("დ",), "t": ("ტ", "თ"),
    "n": ("ნ",), "l": ("ლ",), "g": ("გ",), "k": ("კ", "ქ"), "h": ("ჰ", ""), "j": ("ჯ",),
    "q": ("ქ", "კ", "ჩ"), "x": ("ქს", "ქ", "კს", "ხ", "შ"), "zh": ("ჟ", "ჟჰ", "ზ"), "ch": ("ჩ",),
    "sh": ("შ",), "r": ("რ",), "z": ("ზ",), "c": ("კ", "ც"), "s": ("ს",), "w": ("ვ", "უ"), "y": ("ი", "ჲ"),
}  # fmt: skip
_LETTERS = str.maketrans("aeiouvnrmgêü", "აეიოუუნრმგეუ")


def copied(syllable: str) -> tuple[str, ...]:
    """Return how a pinyin syllable looks when its letters are copied.

    Args:
        syllable: Toneless pinyin ("xia", "tong").
    """
    initial = next((sign for sign in (*INITIALS, "y") if syllable.startswith(sign)), "")
    final = syllable[len(initial) :].translate(_LETTERS)
    if initial == "y" and final.startswith("ი"):
        return (final,)
    if initial == "y":
        return ("ი" + final,)
    return tuple(head + final for head in _INITIALS[initial])
