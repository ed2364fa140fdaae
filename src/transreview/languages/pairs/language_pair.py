"""What the tool knows of two languages together, as one plain record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePair:
    """A source and a target language.

    Attributes:
        source: Code of the source language.
        target: Code of the target language.
        length_ratio: Characters of target per character of source.
        length_variance: Variance of the target's length per character of source, in squared
            characters (s² of Gale and Church 1993, for sentences).
        log_spread: Standard deviation of ln(target length / (ratio × source length)) of sentences.
        fitted: Whether ratio and spread were fitted on aligned text; else they are estimates from
            what is known of either language.
        marks: For a punctuation mark of the source, what may stand for it in the target, usual
            first; a mark that is not a key stays as it is.
        transliteration: Module that spells names of the source in the target, with the functions of
            `languages.pairs.chinese_georgian`; empty where none does.
        meaning: Module whose `divergences` finds what a translation has turned round; empty where
            nothing is known.
        turned: Module of the same kind that finds denials, times, directions and contrasts alone.
    """

    source: str
    target: str
    length_ratio: float
    length_variance: float
    log_spread: float
    fitted: bool = False
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    transliteration: str = ""
    meaning: str = ""
    turned: str = ""
