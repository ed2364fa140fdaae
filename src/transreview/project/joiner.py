"""How units are joined to the text of a segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transreview.model.article import Article
from transreview.model.unit import Unit

BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Joiner:
    """What stands between two sentences of one paragraph, on either side.

    Attributes:
        between_source: "" for languages written without spaces, else " ".
        between_target: The same for the language of the translation.
    """

    between_source: str
    between_target: str

    @classmethod
    def between(cls, source_language: str, target_language: str) -> Joiner:
        """Return the joiner for two languages."""
        from transreview.languages.registry import language  # reading a project needs none

        return cls(language(source_language).joiner, language(target_language).joiner)

    @classmethod
    def of(cls, article: Article) -> Joiner:
        """Return the joiner for the languages of an article."""
        return cls.between(article.source_language, article.target_language)

    def source(self, units: Sequence[Unit]) -> str:
        """Return the text that source units make together."""
        return join(units, self.between_source)

    def target(self, units: Sequence[Unit]) -> str:
        """Return the text that units in the target language make together."""
        return join(units, self.between_target)


def join(units: Sequence[Unit], between: str) -> str:
    """Return units as one text: a blank line between paragraphs, `between` inside one."""
    if not units:
        return ""
    parts = [units[0].text]
    for before, unit in pairwise(units):
        parts += [BLANK_LINE if before.paragraph != unit.paragraph else between, unit.text]
    return "".join(parts)
