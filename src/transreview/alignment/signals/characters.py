"""Han characters that two languages write alike: 会議 and 会议 share one, 人権 and 人权 too."""

from __future__ import annotations

from transreview.alignment.signals.stems import han_runs
from transreview.languages.language import Language
from transreview.terminology.chinese_folding import fold


def share_characters(left: Language, right: Language) -> bool:
    """Whether two languages are written with Han characters beside other scripts, and so share words."""
    return left.code != right.code and all("Hani" in language.scripts for language in (left, right))


def character_tokens(text: str) -> set[str]:
    """Return the Han characters of a text, traditional ones in their simplified shapes."""
    return {character for run in han_runs(fold(text).text) for character in run}
