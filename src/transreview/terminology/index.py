"""The terms of a glossary in one language, found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Protocol

from transreview.languages import language as language_of
from transreview.languages.tags import parse_tag
from transreview.model.glossary import Concept, Glossary, Term, TermMatch
from transreview.terminology.overlaps import longest


class _LanguageIndex(Protocol):
    def find_all(self, text: str) -> list[TermMatch]: ...


class TermIndex:
    """Finds the terms of one language, whatever that language does to its words.

    Args:
        concepts: A glossary, or concepts, or pairs of a concept id and a term.
        language: The language to look for; terms of all its scripts and regions count.
    """

    def __init__(self, concepts: Glossary | Iterable[Concept | tuple[str, Term]], language: str) -> None:
        self.language = language
        self._index = _language_index(_entries(concepts, language), language)

    def find(self, text: str) -> list[TermMatch]:
        """Return the terms of a text, the longest where they overlap.

        Returns:
            Matches in the order of the text; several where concepts share a term.
        """
        from transreview.terminology.chinese import ChineseIndex

        if isinstance(self._index, ChineseIndex):
            return self._index.find(text)
        return longest(self._index.find_all(text))

    def find_all(self, text: str) -> list[TermMatch]:
        """Return every term of a text, those within longer ones too, in order of their starts."""
        return self._index.find_all(text)


def _entries(
    concepts: Glossary | Iterable[Concept | tuple[str, Term]], language: str
) -> list[tuple[str, Term]]:
    wanted = base_language(language)
    found = []
    for item in concepts.concepts if isinstance(concepts, Glossary) else concepts:
        pairs = [(item.id, term) for term in item.terms] if isinstance(item, Concept) else [item]
        found += [pair for pair in pairs if base_language(pair[1].language) == wanted]
    return found


@cache
def base_language(code: str) -> str:
    """Return the language of a tag without script and region: terms of all of them are found together."""
    return parse_tag(code).language


def _language_index(entries: list[tuple[str, Term]], language: str) -> _LanguageIndex:
    record = language_of(language)
    if record.term_index:
        module, _colon, name = record.term_index.partition(":")
        made: _LanguageIndex = getattr(import_module(module), name)(entries)
        return made
    if not record.spaced:
        from transreview.terminology.chinese import ChineseIndex

        return ChineseIndex(entries)
    from transreview.terminology.words import WordIndex

    return WordIndex(entries, language)
