"""Whether two Chinese characters are a word where they stand, or end one word and begin the next."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# What is a word by itself, mostly: the character before or behind two others belongs to no third one then.
_ALONE = frozenset("和与與及或对對从從在向把被将將是以为為到等也都不了的跟同由让讓使给給据據按")


def is_of_two_words(text: str, start: int) -> bool:
    """Whether two characters only seem to be a word: 其中国内 is 其中 and 国内, and no 中国.

    Said only where no other way to cut the text is as good: the characters beside the two are no words,
    and belong to none with what stands beside them.

    Args:
        text: A text in simplified characters.
        start: Place of the first of the two.
    """
    before, behind = text[start - 1 : start], text[start + 2 : start + 3]
    if not (before and behind) or before in _ALONE or behind in _ALONE:
        return False
    words = _words()
    return (
        text[start - 1 : start + 1] in words
        and text[start + 1 : start + 3] in words
        and text[max(start - 2, 0) : start] not in words
        and text[start + 2 : start + 4] not in words
    )


@cache
def _words() -> frozenset[str]:
    """Return the words of two characters that lexicon and phrases have."""
    lines = (files(__package__) / "data" / "two_characters.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        line[place : place + 2] for line in lines if line[0] != "#" for place in range(0, len(line), 2)
    )
