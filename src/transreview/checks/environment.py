"""What segments are looked at with: the language pair, the glossary and the user's choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.checks.lengths import LengthBands, bands_for
from transreview.checks.settings import CheckSettings
from transreview.languages import Language
from transreview.languages.pairs import pair
from transreview.languages.registry import language
from transreview.model.glossary import Glossary

if TYPE_CHECKING:
    from transreview.terminology import ConceptUse, SegmentTerms


class Environment:
    """Everything that features of a segment depend on beside its texts; it knows no checks.

    Args:
        source_language: BCP 47 tag of the source.
        target_language: BCP 47 tag of the translation.
        glossary: Concepts whose terms are looked for; None for none.
        settings: The user's choices.
        lengths: Bands of usual lengths fitted to the user's own segments; the pair's own when None.
    """

    def __init__(
        self,
        source_language: str = "zh",
        target_language: str = "ka",
        *,
        glossary: Glossary | None = None,
        settings: CheckSettings | None = None,
        lengths: LengthBands | None = None,
    ) -> None:
        self.source = language(source_language)
        self.target = language(target_language)
        self.pair = pair(source_language, target_language)
        self.glossary = glossary
        self.settings = settings or CheckSettings()
        self.lengths = lengths or bands_for(self.source, self.target, self.pair)
        self.shares_script = bool(set(self.source.scripts) & set(self.target.scripts))
        self.quotes = _quotes(self.settings.quotes, self.target)
        self.foreign_terms = _foreign_terms(glossary, self.target)
        self._terms: SegmentTerms | None = None

    def term_uses(self, source: str, target: str) -> list[ConceptUse]:
        """Return the glossary's concepts in a source text with their renderings in its translation."""
        if self.glossary is None or not self.glossary.concepts:
            return []
        if self._terms is None:
            from transreview.terminology import SegmentTerms

            self._terms = SegmentTerms(self.glossary, self.source.tag, self.target.tag)
        return self._terms.uses(source, target)


def _quotes(chosen: str, target: Language) -> tuple[str, str]:
    """Return the quotation marks to offer: the team's, else the language's norm."""
    return (chosen[0], chosen[-1]) if chosen else target.quotes[0]


def _foreign_terms(glossary: Glossary | None, target: Language) -> frozenset[str]:
    """Return the glossary's target terms, and the words in them: they may be of any script."""
    if glossary is None:
        return frozenset()
    terms = {term.text for _concept, term in glossary.terms(target.code)}
    return frozenset(terms | {word for term in terms for word in term.split()})
