"""Numbers of languages of which only the digits are understood."""

from __future__ import annotations

from functools import cache

from transreview.languages.number_words import Lexicon, read_nothing
from transreview.languages.spaced_quantities import Parser, quantity_parser


@cache
def digit_parser(decimal: str) -> Parser:
    """Return the parser of numbers in digits for a language with this decimal separator."""
    return quantity_parser(Lexicon(read_nothing, "", decimal=decimal, latin=True))
