"""Georgian declension: forms from cells, cells from forms, and one term in the place of another.

Table-driven: stem classes (`stems`), one table of endings that both generates and recognises
(`suffixes`), a list of words that the rules do not reach (`lexicon.txt`), agreement inside a
phrase (`agreement`, `phrase`), and words in other scripts with hyphenated endings (`foreign`).
"""

from transreview.languages.georgian.declension.cells import (
    CASES,
    CLITICS,
    NUMBERS,
    POSTPOSITIONS,
    Cell,
    Reading,
)
from transreview.languages.georgian.declension.generation import Paradigm, decline, paradigm
from transreview.languages.georgian.declension.recognition import analyse
from transreview.languages.georgian.declension.replacement import Transfer, transfer

__all__ = [
    "CASES",
    "CLITICS",
    "NUMBERS",
    "POSTPOSITIONS",
    "Cell",
    "Paradigm",
    "Reading",
    "Transfer",
    "analyse",
    "decline",
    "paradigm",
    "transfer",
]
