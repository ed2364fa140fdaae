"""List the singulars that the word list alone gets wrong: `python scripts/make_georgian_singulars.py`.

A plural's stem may be that of several known forms (ქვეყნ-: ქვეყნა is a form, ქვეყანა the word). simplemma's
Georgian dictionary (MIT) tells which one is a word of its own; unpacking it takes half a second, and of its
words a thousand decide anything. Writes src/transreview/languages/georgian/grammar/data/singulars.txt.
"""

from __future__ import annotations

import sys
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from transreview.languages.georgian.grammar.words import likely_singulars
from transreview.languages.stemming import lemma

OUT = Path(__file__).parents[1] / "src/transreview/languages/georgian/grammar/data/singulars.txt"
HEADER = """\
# The singular of the plurals of a stem, where the first form that the word list knows is none.
# From simplemma's Georgian dictionary (MIT), by scripts/make_georgian_singulars.py.
"""


def main() -> int:
    """Write the list."""
    dictionary = DefaultDictionaryFactory().get_dictionary("ka")
    words = {str(word) for word in (*dictionary, *dictionary.values())}
    lemmas = {word for word in words if lemma(word, "ka") == word}
    stems = {
        part for word in lemmas for part in (word, word[:-1], f"{word[:-3]}{word[-2:-1]}") if len(part) > 1
    }
    lines = []
    for stem in sorted(stems):
        likely = likely_singulars(stem)
        right = next((word for word in likely if lemma(word, "ka") == word), "")
        if right and right != likely[0]:
            lines.append(f"{stem} {right}")
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
