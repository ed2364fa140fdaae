"""Make the filter of Georgian word forms: `python scripts/make_georgian_words.py FOLDER`.

FOLDER holds index.aff and index.dic of the npm package dictionary-ka (1.1.0). Every form that the
dictionary accepts is spelled out by its affix rules and put into a Bloom filter, which answers
"is this a word" from a few megabytes without loading a list, and into a sieve of checksums that is asked
first. Writes words.bloom and words.sieve in src/transreview/languages/georgian/data.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transreview.languages.georgian.word_forms import (
    BITS_A_WORD,
    HEADER,
    SIEVE_BITS,
    SIEVE_HEADER,
    positions,
    sieve_position,
)

DATA = Path(__file__).parents[1] / "src/transreview/languages/georgian/data"
NEEDS_AFFIX, CIRCUMFIX, FORBIDDEN = "&v", "&x", "&!"


@dataclass(frozen=True)
class Rule:
    """One line of an affix group."""

    strip: str
    add: str
    flags: tuple[str, ...]
    condition: re.Pattern[str]


def pairs(flags: str) -> tuple[str, ...]:
    """Return the two-letter names that a string of flags is made of."""
    return tuple(flags[i : i + 2] for i in range(0, len(flags), 2))


def read_rules(path: Path) -> tuple[dict[str, list[Rule]], dict[str, list[Rule]]]:
    """Return the suffix rules and the prefix rules of an affix file by flag."""
    groups: dict[str, dict[str, list[Rule]]] = {"SFX": defaultdict(list), "PFX": defaultdict(list)}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("#")[0].split()
        if len(cells) < 4 or cells[0] not in groups or (cells[3].isdigit() and cells[2] in "YN"):
            continue
        kind, name, strip, added = cells[:4]
        add, _slash, flags = added.partition("/")
        condition = cells[4] if len(cells) > 4 else "."
        pattern = f"{condition}$" if kind == "SFX" else f"^{condition}"
        groups[kind][name].append(
            Rule(
                "" if strip == "0" else strip,
                "" if add == "0" else add,
                pairs(flags),
                re.compile("" if condition == "." else pattern),
            )
        )
    return groups["SFX"], groups["PFX"]


def suffixed(word: str, rule: Rule) -> str | None:
    """Return the word with a rule's suffix, None where the rule does not take it."""
    if not word.endswith(rule.strip) or not rule.condition.search(word):
        return None
    return word[: len(word) - len(rule.strip)] + rule.add


def forms(
    word: str, flags: tuple[str, ...], suffixes: dict[str, list[Rule]], prefixes: dict[str, list[Rule]]
) -> Iterator[str]:
    """Yield every form of one entry: bare, suffixed up to twice, and prefixed."""
    if NEEDS_AFFIX not in flags:
        yield word
    level = [(word, flags)]
    for depth in range(3):
        following = []
        for stem, stem_flags in level:
            for flag in stem_flags:
                for rule in prefixes.get(flag, ()):
                    if rule.condition.search(stem):
                        yield rule.add + stem[len(rule.strip) :]
                for rule in suffixes.get(flag, ()) if depth < 2 else ():
                    form = suffixed(stem, rule)
                    if form is None:
                        continue
                    if CIRCUMFIX not in rule.flags and NEEDS_AFFIX not in rule.flags:
                        yield form
                    following.append((form, rule.flags))
        level = following


def main() -> None:
    """Spell all forms out and write the filter."""
    folder = Path(sys.argv[1])
    suffixes, prefixes = read_rules(folder / "index.aff")
    words: set[str] = set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines():
        entry, _slash, flags = line.strip().partition("/")
        if not re.fullmatch("[ა-ჰ]+(?:-[ა-ჰ]+)*", entry) or FORBIDDEN in pairs(flags):
            continue
        words.update(forms(entry, pairs(flags), suffixes, prefixes))
    size = (len(words) * BITS_A_WORD + 7) // 8
    bits, sieve = bytearray(size), bytearray(SIEVE_BITS // 8)
    for word in words:
        for position in positions(word, size * 8):
            bits[position >> 3] |= 1 << (position & 7)
        position = sieve_position(word)
        sieve[position >> 3] |= 1 << (position & 7)
    (DATA / "words.bloom").write_bytes(HEADER + bytes(bits))
    (DATA / "words.sieve").write_bytes(SIEVE_HEADER + bytes(sieve))
    print(f"{len(words)} forms, {size} and {len(sieve)} bytes")


if __name__ == "__main__":
    main()
