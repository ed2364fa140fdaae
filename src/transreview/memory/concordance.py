"""Concordance: where a word or phrase stands in the memory, in whatever form, with its translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transreview.languages.tags import parse_tag
from transreview.memory.file import MemoryFile, languages_of
from transreview.memory.record import MemoryPair
from transreview.memory.tokens import code, tokens
from transreview.model.finding import Side

_MOST_TOKENS = 16  # of a long selection the first ones decide


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A pair that has the words looked for.

    Attributes:
        pair: The pair.
        side: On which side it has them.
    """

    pair: MemoryPair
    side: Side


def concordance(
    memories: Sequence[MemoryFile],
    words: str,
    source_language: str,
    target_language: str,
    *,
    most: int = 50,
) -> list[Occurrence]:
    """Return the pairs that have all of some words on one side.

    Words of languages with spaces are found in every form that shares their stem, in any order;
    Chinese by its characters.

    Args:
        memories: Where to look.
        words: A word or phrase of either language.
        source_language: BCP 47 tag of the sources.
        target_language: BCP 47 tag of the translations.
        most: How many to return.

    Returns:
        Newest first; a pair once, though several memories hold it.

    Raises:
        InputError: A memory cannot be read.
    """
    wanted = languages_of(source_language, target_language)
    found: dict[tuple[str, str], Occurrence] = {}
    for memory in memories:
        for side, language in ((Side.SOURCE, source_language), (Side.TARGET, target_language)):
            code_of = parse_tag(language).language
            names = [code(token, code_of) for token in dict.fromkeys(tokens(words, code_of))][:_MOST_TOKENS]
            if not names:
                continue
            numbers = memory.having(names, side.value, most * 4)
            pairs = memory.pairs(numbers)
            for number in numbers:
                pair = pairs[number]
                if languages_of(pair.source_language, pair.target_language) == wanted:
                    found.setdefault((pair.source, pair.target), Occurrence(pair, side))
    return list(found.values())[:most]
