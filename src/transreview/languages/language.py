"""What the tool knows of one language, as one plain record of tables and functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transreview.languages.quantity import Quantity

Span = tuple[int, int]


def _no_quantities(text: str) -> list[Quantity]:  # noqa: ARG001 - the signature of a parser
    return []


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    Attributes:
        code: BCP 47 tag without region where that is enough ("zh", "ka", "en").
        name: Its English name.
        autonym: Its name in itself.
        scripts: ISO 15924 codes of the scripts it is written in, main script first; empty where
            nothing is known. Han characters are "Hani" whether simplified or not.
        spaced: Whether words are separated by spaces.
        joiner: What stands between two sentences of a paragraph ("" or " ").
        sentences: Spans of the sentences of a paragraph, outer blanks left out.
        words: Spans of the words of a text; for unspaced languages of the characters.
        quantities: Every number in a text, in order, not overlapping.
        final_marks: Characters that end a sentence.
        quotes: Pairs of quotation marks in use, the norm first.
        one_quote_style: Whether good print has the first of `quotes` alone, others only inside them.
        nplurals: Number of plural forms of gettext.
        plural: Its plural expression in gettext's C syntax.
        decimal: Decimal separator of ordinary text.
        number_words: Whether `quantities` reads numbers in words too, not only in digits.
        variant: Subtag of the way of writing where the tag named one ("Hant" of zh-TW), else empty.
    """

    code: str
    name: str
    autonym: str
    scripts: tuple[str, ...]
    sentences: Callable[[str], list[Span]]
    words: Callable[[str], list[Span]]
    quantities: Callable[[str], Sequence[Quantity]] = _no_quantities
    spaced: bool = True
    joiner: str = " "
    final_marks: str = ".!?…"
    quotes: tuple[tuple[str, str], ...] = (("“", "”"),)
    one_quote_style: bool = False
    nplurals: int = 2
    plural: str = "n != 1"
    decimal: str = "."
    number_words: bool = False
    variant: str = ""

    @property
    def tag(self) -> str:
        """Its BCP 47 tag with the variant ("zh-Hant")."""
        return f"{self.code}-{self.variant}" if self.variant else self.code
