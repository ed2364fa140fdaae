"""Make a lexicon of the aligner from translated catalogs.

    python scripts/make_lexicon.py zh-ka [PAIR…] --packages FOLDER… [--places cities500.json]
        [--dictionary all.js] [-o src/transreview/languages/pairs/data]

A FOLDER holds unpacked packages: Debian's with gettext catalogs (dpkg -x), Mozilla's language packs,
the Unicode CLDR's JSON packages, MediaWiki, the OpenStreetMap tagging schema. What each contributes is
printed, for `LEXICON.md`. The table is P(word | word) in both directions by IBM model 1, joined with
the way over English, which fills what the direct pairs do not have.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from lexicon.catalogs import Message, read_folder, read_places
from lexicon.counting import Table, model_one, through
from lexicon.dictionary import dictionary_table
from transreview.alignment.signals.stems import han_runs, stems, unspaced_runs
from transreview.languages import language as language_of
from transreview.languages.pairs.lexicon import pack_lexicon

_ROUNDS = 6
_LONGEST_TEXT = 40
_LONGEST_WORD = 6
# A run of a script without spaces is a word if it is met so often and has at most so many characters.
_MET, _RUN = 3, 10
# Associations that are less probable in both directions are not worth their bytes.
_LEAST = 0.05
_STOP = frozenset(
    "a an the of to in on at for and or is are be was were by with from as it this that its not no can "
    "could will would should may might your you do does if".split()
)


def cutter(language: str, vocabulary: set[str]) -> Callable[[str], list[str]]:
    """Return what cuts a text of a language into the words that are counted."""
    if language == "zh":
        return lambda text: [word for run in han_runs(text) for word in _longest(run, vocabulary)]
    if not language_of(language).spaced:
        return lambda text: [word for run in unspaced_runs(_plain(text)) for word in _known(run, vocabulary)]
    if language == "en":
        stop = {stems(word, "en")[0] for word in _STOP if len(word) > 1}
        return lambda text: [stem for stem in stems(_plain(text), "en") if stem not in stop]
    return lambda text: stems(_plain(text), language)


def _plain(text: str) -> str:
    """Return a message without placeholders and the marks of menu keys."""
    return re.sub(r"%\d?\$?[a-z]|\{[^}]*\}|&[a-z]+;|<[^>]*>|\$\d|[_&~]", " ", text)


def _longest(run: str, vocabulary: set[str]) -> Iterator[str]:
    """Cut Chinese greedily from the left into known words, as the aligner does when it looks up."""
    start = 0
    while start < len(run):
        for end in range(min(start + _LONGEST_WORD, len(run)), start, -1):
            if end == start + 1 or run[start:end] in vocabulary:
                yield run[start:end]
                start = end
                break


def _known(run: str, vocabulary: set[str]) -> Iterator[str]:
    """Cut a run greedily from the left into words of a vocabulary; what is none is left out."""
    start = 0
    while start < len(run):
        ends = range(min(start + _RUN, len(run)), start, -1)
        end = next((end for end in ends if run[start:end] in vocabulary), None)
        if end:
            yield run[start:end]
        start = end or start + 1


def run_vocabulary(messages: list[Message], language: str) -> set[str]:
    """Return the words of a script without spaces: runs that are met often, no longer ones than needed.

    A long run of Han characters is nearly always made of short ones, so these are not counted.
    """
    runs: Counter[str] = Counter()
    for text in {message[language] for message in messages if language in message}:
        runs.update(unspaced_runs(_plain(text)))
    return {
        run for run, count in runs.items() if count >= _MET and 1 < len(run) <= (3 if han_runs(run) else _RUN)
    }


def both_ways(
    messages: list[Message], left: str, right: str, cut: dict[str, Callable[[str], list[str]]]
) -> tuple[Table, Table]:
    """Return P(right | left) and P(left | right) counted over the messages that have both."""
    seen = {(m[left], m[right]) for m in messages if left in m and right in m}
    pairs = [(sorted(set(cut[left](a))), sorted(set(cut[right](b)))) for a, b in sorted(seen)]
    pairs = [(a, b) for a, b in pairs if 0 < len(a) <= _LONGEST_TEXT and 0 < len(b) <= _LONGEST_TEXT]
    print(f"{left}-{right}: {len(pairs)} pairs of texts", file=sys.stderr)
    turned = [(b, a) for a, b in pairs]
    least, count = 0.02, 0.4
    return model_one(pairs, _ROUNDS, least, count), model_one(turned, _ROUNDS, least, count)


def mixed(first: Table, second: Table, share: float) -> Table:
    """Return the greater of a probability and `share` of the other table's."""
    result = dict(first)
    for pair, likely in second.items():
        result[pair] = max(result.get(pair, 0.0), share * likely)
    return result


def count(messages: list[Message], left: str, right: str, dictionary: Path | None) -> tuple[Table, Table]:
    """Return the tables of a pair, direct and over English."""
    cut = {code: cutter(code, set()) for code in {left, right, "en"} - {"zh"}}
    known: Table = {}
    vocabulary: set[str] = set()
    if dictionary:
        known, vocabulary = dictionary_table(dictionary, cut["en"])
    cut["zh"] = cutter("zh", vocabulary)
    for code in {left, right} - {"zh"}:
        if not language_of(code).spaced:
            cut[code] = cutter(code, run_vocabulary(messages, code))
    forward, backward = both_ways(messages, left, right, cut)
    if "en" in (left, right):
        if left == "zh":
            forward = mixed(forward, known, 0.5)
            backward = mixed(backward, _inverse(known), 0.5)
        return forward, backward
    to_right, from_right = both_ways(messages, "en", right, cut)
    if known:
        # What a word means stands in the dictionary; how often a sense is used does not, so the way
        # back takes the share of the sense as well.
        to_english, from_left = known, {(b, a): likely for (a, b), likely in known.items()}
    else:
        to_english, from_left = both_ways(messages, left, "en", cut)
    over = through(to_english, to_right, 0.03), through(from_right, from_left, 0.02)
    return mixed(forward, over[0], 0.3), mixed(backward, over[1], 0.3)


def _inverse(table: Table) -> Table:
    """Return P(a | b) from P(b | a), every a being as probable as another."""
    sums: Counter[str] = Counter()
    for (_a, b), likely in table.items():
        sums[b] += likely
    return {(b, a): likely / sums[b] for (a, b), likely in table.items()}


def pruned(forward: Table, backward: Table, most: int) -> dict[tuple[str, str], tuple[float, float]]:
    """Return the associations worth keeping: the strongest of each word on either side."""
    entries = {
        pair: (forward.get(pair, 0.0), backward.get(pair[::-1], 0.0))
        for pair in {*forward, *(pair[::-1] for pair in backward)}
    }
    entries = {pair: p for pair, p in entries.items() if max(p) >= _LEAST and all(len(w) < 20 for w in pair)}
    for side, limit in ((0, most), (1, most * 4)):
        by_word: dict[str, list[tuple[float, tuple[str, str]]]] = {}
        for pair, p in entries.items():
            # By how often a word is rendered so: rare words that are met once with it would be the surest.
            by_word.setdefault(pair[side], []).append((p[side], pair))
        kept = {pair for found in by_word.values() for _p, pair in sorted(found, reverse=True)[:limit]}
        entries = {pair: p for pair, p in entries.items() if pair in kept}
    return entries


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("pairs", nargs="+", help="two language codes, the alphabetically later first: zh-ka")
    parser.add_argument("--packages", nargs="+", type=Path, required=True)
    parser.add_argument("--places", type=Path, help="GeoNames cities as JSON")
    parser.add_argument("--dictionary", type=Path, help="CC-CEDICT, for pairs with Chinese")
    parser.add_argument(
        "--most", type=int, default=20, help="associations kept for a word of the first language"
    )
    parser.add_argument("-o", "--output", type=Path, default=Path("src/transreview/languages/pairs/data"))
    arguments = parser.parse_args()
    for pair in arguments.pairs:
        left, _dash, right = pair.partition("-")
        if left < right:
            parser.error(f"write the pair as {right}-{left}")
    folders = (found for folder in arguments.packages for found in read_folder(folder))
    places = read_places(arguments.places) if arguments.places else ()
    messages = [*folders, *places]
    for pair in arguments.pairs:
        make(pair, messages, arguments)


def make(pair: str, messages: list[tuple[str, Message]], arguments: argparse.Namespace) -> None:
    """Count and write one lexicon; print what each source contributes."""
    left, right = pair.split("-")
    wanted = [found for found in messages if len({left, right, "en"} & found[1].keys()) > 1]
    sources = Counter(name for name, message in wanted if left in message and right in message)
    dictionary = arguments.dictionary if "zh" in (left, right) else None
    forward, backward = count([message for _name, message in wanted], left, right, dictionary)
    entries = pruned(forward, backward, arguments.most)
    path = arguments.output / f"lexicon.{left}-{right}.npz"
    np.savez_compressed(path, **pack_lexicon(entries))
    print(f"{path}: {len(entries)} associations, {path.stat().st_size / 1e6:.2f} MB", file=sys.stderr)
    for name, number in sources.most_common():
        print(f"{pair}\t{name}\t{number}")


if __name__ == "__main__":
    main()
