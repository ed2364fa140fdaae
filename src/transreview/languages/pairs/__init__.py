"""What the tool knows of two languages together: lengths, punctuation, numbers, names."""

from __future__ import annotations

from functools import cache

from transreview.languages.pairs.language_pair import LanguagePair
from transreview.languages.pairs.lengths import length_model
from transreview.languages.pairs.punctuation import mark_table
from transreview.languages.registry import language
from transreview.languages.tags import parse_tag

__all__ = ["LanguagePair", "pair"]


def pair(source: str, target: str) -> LanguagePair:
    """Return what is known of two languages together; any two codes have an answer.

    Args:
        source: Tag of the source language.
        target: Tag of the target language.

    Returns:
        Fitted figures where there are any, else estimates; see `LanguagePair.fitted`.
    """
    return _pair(str(parse_tag(source)), str(parse_tag(target)))


@cache
def _pair(source: str, target: str) -> LanguagePair:
    from_language, to_language = language(source), language(target)
    model = length_model(from_language, to_language)
    return LanguagePair(
        source=from_language.code,
        target=to_language.code,
        length_ratio=model.ratio,
        length_variance=model.variance,
        log_spread=model.log_spread,
        fitted=model.fitted,
        marks=mark_table(from_language, to_language),
    )
