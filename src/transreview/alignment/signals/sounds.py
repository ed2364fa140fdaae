"""Sounds: the consonants of a name, coarse enough to be the same in every script.

Labials, dentals, velars, sibilants and liquids are one letter each: Chinese renders b and p, d and t,
g and k, l and r alike, and 利文斯顿 (li wen si dun) and ლივინგსტონი both become PNST with an L in front.
"""

from __future__ import annotations

import re
from functools import cache

from transreview.alignment.weights import DATA

_CLASSES = {
    "P": "ბპფვbpfvwбпфв",
    "M": "მmм",
    "N": "ნnñн",
    "T": "დთტdtдт",
    "L": "ლრlrлр",
    "K": "გკქყღgkqcгкґ",
    "H": "ხჰhх",
    "S": "სზცძჩჭჯჟშწszjçšžčßсзцжчшщђћ",
}
_SOUND = {letter: name for name, letters in _CLASSES.items() for letter in letters}
_SOUND["x"] = "KS"
_DOUBLED = re.compile(r"(.)\1+")


class _Sounds(dict[int, str]):
    """The sounds of all letters as `str.translate` takes them; none for a letter that has no consonant."""

    def __missing__(self, letter: int) -> str:
        """Remember a letter that is not in the table."""
        return self.setdefault(letter, "")


_SOUNDS = _Sounds({ord(letter): sound for letter, sound in _SOUND.items()})
# Letters that stand for one sound in Latin spelling.
_GROUPS = (("sch", "s"), ("tch", "s"), ("ch", "s"), ("sh", "s"), ("th", "t"), ("ph", "f"), ("ck", "k"))
_SOFT_C = (("ce", "se"), ("ci", "si"), ("cy", "sy"))


def word_sounds(word: str) -> str:
    """Return the consonants of a word in an alphabet.

    Args:
        word: Lower-case letters, Georgian, Latin or Cyrillic.
    """
    if word[:1].isascii():
        for group, sound in (*_GROUPS, *_SOFT_C):
            word = word.replace(group, sound)
    # A doubled letter is one sound: Bennett, ბენეტი.
    return _DOUBLED.sub(r"\1", word).translate(_SOUNDS)


@cache
def han_sounds() -> dict[str, str]:
    """Return the consonants of each Chinese character as Mandarin reads it (呼 H, 顿 TN, 安 N, 奥 none)."""
    table: dict[str, str] = {}
    for line in (DATA / "han_sounds.txt").read_text(encoding="utf-8").splitlines():
        sounds, characters = line.split("\t")
        table.update(dict.fromkeys(characters, sounds))
    return table


@cache
def name_characters() -> frozenset[str]:
    """Return the characters that names of foreign people and places are written with."""
    return frozenset((DATA / "name_characters.txt").read_text(encoding="utf-8").strip())
