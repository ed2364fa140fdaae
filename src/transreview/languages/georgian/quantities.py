"""Every number in Georgian text, with its value."""

from __future__ import annotations

from transreview.languages.georgian.number_words import LEXICON
from transreview.languages.spaced_quantities import quantity_parser

quantities = quantity_parser(LEXICON)
