"""Which scripts the letters of a text are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from transreview.lazy_patterns import lazy_pattern

# ISO 15924 code → character ranges of its letters (Unicode blocks; Han without radicals).
RANGES: dict[str, str] = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿＡ-Ｚａ-ｚ",
    "Geor": "Ⴀ-ჅჇჍა-ჺჼ-ჿᲐ-Ჿⴀ-ⴥⴧⴭ",
    "Hani": "々〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff",
    "Cyrl": "Ѐ-ҁҊ-ԯᲀ-ᲊ",
    "Grek": "Ͱ-ͳͶͷͻ-ͽͿΆΈ-ϡϰ-Ͽἀ-ῼ",
    "Armn": "Ա-Ֆա-և",
    "Hebr": "א-ת",
    "Arab": "ء-ىٮ-ۓەۮۯۺ-ۼۿݐ-ݿ\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc",
    "Hang": "가-힣ᄀ-ᇿㄱ-ㆎ",
    "Hira": "ぁ-ゖ",
    "Kana": "ァ-ヺｦ-ﾟ",
    "Thai": "ก-ะาำเ-ๆ",
    "Deva": "ऄ-हऽॐक़-ॡ",
    "Beng": "অ-হ",
    "Gujr": "અ-હ",
    "Guru": "ਅ-ਹ",
    "Taml": "அ-ஹ",
    "Telu": "అ-హ",
    "Knda": "ಅ-ಹ",
    "Mlym": "അ-ഹ",
    "Khmr": "ក-ឳ",
    "Laoo": "ກ-ະ",
    "Mymr": "က-ဪ",
    "Ethi": "ሀ-ፚ",
}


@cache
def _run() -> re.Pattern[str]:
    # Compiled when first asked for: it takes as long as the rest of the package's import.
    return re.compile("|".join(f"(?P<{code}>[{ranges}]+)" for code, ranges in RANGES.items()))


_OTHER_LETTER = lazy_pattern(r"[^\W\d_]")

# What is the same in every language and says nothing of one: addresses, tags, entities,
# placeholders, mentions. Names are of bounded length: a text of one endless word is read in one pass.
_NEUTRAL = lazy_pattern(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|</?[A-Za-z][^<>\n]{0,200}>|&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});"
    r"|\$?\{[\w.]*\}|%\([\w.]+\)[a-z]|(?<![\w@])[@#][A-Za-z_]\w*"
    r"|\b[\w-]{1,100}\.(?:com|org|net|edu|gov|info|cn|ge|ru|de|html?|pdf|docx?|xlsx?|jpe?g|png)\b"
)
_NEUTRAL_SIGN = lazy_pattern(r"[/@<&{#%.](?:(?<![%.])|(?<=%)\(|(?<=\.)[A-Za-z])")


def without_neutral(text: str) -> str:
    """Return the text with URLs, e-mail addresses, tags, entities and placeholders blanked out.

    Every other character keeps its place, so that spans found in the result fit the text.
    """
    if not _NEUTRAL_SIGN.search(text):
        return text
    if "\n" in text:  # none of it runs over a line end, and few lines of a long text have any
        return "\n".join(map(without_neutral, text.split("\n")))
    return _NEUTRAL.sub(lambda match: " " * len(match[0]), text)


def script_runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (script, start, end) of each run of letters of one script; unknown scripts are left out."""
    for match in _run().finditer(text):
        assert match.lastgroup is not None
        yield match.lastgroup, match.start(), match.end()


def histogram(text: str) -> dict[str, int]:
    """Count the letters of a text by script, most frequent first.

    URLs, e-mail addresses, tags and placeholders do not count.

    Args:
        text: Any text.

    Returns:
        ISO 15924 code → number of letters; "Zzzz" for letters of scripts that are not listed in
        `RANGES`. Empty where there are no letters.
    """
    counts: dict[str, int] = {}
    # A text has few different characters: each is looked up once, and its script remembered.
    for character, count in Counter(without_neutral(text)).items():
        script = _SCRIPTS.get(character)
        if script is None:
            script = _SCRIPTS.setdefault(character, _script_of(character))
        if script:
            counts[script] = counts.get(script, 0) + count
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


_SCRIPTS: dict[str, str] = {}


def _script_of(character: str) -> str:
    """Return the script of a letter, "Zzzz" for one of no listed script, "" for what is no letter."""
    if match := _run().match(character):
        return str(match.lastgroup)
    return "Zzzz" if _OTHER_LETTER.match(character) else ""
