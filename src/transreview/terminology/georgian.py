"""Georgian terms in running text: thousands of them in one pass, in every case, without expanding forms.

A hash of stems and the closed set of endings of `languages.georgian.declension` recognise a word;
around the head of a longer term the other words must stand in a form that agrees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from transreview.languages.georgian.declension.cells import Reading
from transreview.languages.georgian.declension.foreign import read_foreign
from transreview.languages.georgian.declension.letters import Folded, fold_with_offsets
from transreview.languages.georgian.declension.phrase import FIXED, WORD, Phrase, Role, phrase_of
from transreview.languages.georgian.declension.suffixes import endings
from transreview.languages.georgian.declension.word import (
    bare_stem_readings,
    irregular_forms,
    irregular_readings,
    stem_grades,
)
from transreview.terminology.georgian_context import Tokens, read_around
from transreview.terminology.georgian_homographs import likelihood

Key = Hashable
Neighbour = tuple[int, str]
_SHORT_ACRONYM = 4  # letters
_ANYTHING: Neighbour = (0, "")
_BEGINNING = 2


class GeorgianMatch(NamedTuple):
    """A term found in a text.

    Attributes:
        key: The entry's key.
        start: First character of the term.
        end: One past its last character; a hyphenated ending (NATO-ს, „კლასტერი“-ს) is outside.
        readings: How the form can be read, best first.
        confidence: 0 to 1; below 1 where the form could also be another word.
        extent: One past the last character of a hyphenated ending: what a replacement replaces.
    """

    key: Key
    start: int
    end: int
    readings: tuple[Reading, ...]
    confidence: float
    extent: int


class _Entry(NamedTuple):
    key: Key
    phrase: Phrase


class _Group(NamedTuple):
    """The entries whose heads share a stem and the endings on it.

    Attributes:
        endings: What the endings on the stem say.
        certainty: How sure the stem is.
        beside: Entries by the beginning of the word beside the head and the side it stands on;
            under `_ANYTHING` those that have none, or one whose beginning may change.
    """

    endings: dict[str, tuple[Reading, ...]]
    certainty: float
    beside: dict[Neighbour, list[_Entry]]

    def entries(self, tokens: Tokens, index: int) -> Iterator[_Entry]:
        """Yield the entries whose other words may stand around a word of the text."""
        beside = self.beside
        yield from beside.get(_ANYTHING, ())
        if len(beside) > (_ANYTHING in beside):
            for side in (-1, 1):
                if 0 <= index + side < len(tokens.words):
                    yield from beside.get((side, tokens.words[index + side][:_BEGINNING].casefold()), ())


def _neighbour(phrase: Phrase) -> Neighbour:
    """Return what must stand beside the head; a modifier keeps its beginning in every case."""
    side = -1 if phrase.head else 1
    place = phrase.head + side
    if place >= len(phrase.words) or phrase.roles[place] is Role.JOINED:
        return _ANYTHING
    return side, phrase.words[place][:_BEGINNING].casefold()


class GeorgianIndex:
    """Finds Georgian terms by their stems.

    Args:
        entries: (key, term in its citation form, hints of the entry).
    """

    def __init__(self, entries: Iterable[tuple[Key, str, Iterable[str]]]) -> None:
        self._stems: dict[str, list[_Group]] = {}
        self._foreign: dict[str, list[_Entry]] = {}
        for key, term, hints in entries:
            phrase = phrase_of(term, hints)
            if not phrase.words:
                continue
            entry = _Entry(key, phrase)
            if phrase.stems is None or any(hint in FIXED for hint in phrase.hints):
                self._foreign.setdefault(phrase.words[phrase.head].casefold(), []).append(entry)
            else:
                self._add(entry)
        tables = {id(group.endings): group.endings for groups in self._stems.values() for group in groups}
        self._longest_ending = max((len(e) for table in tables.values() for e in table), default=0)

    def _add(self, entry: _Entry) -> None:
        stems = entry.phrase.stems
        assert stems is not None
        neighbour = _neighbour(entry.phrase)
        for stem, grades, certainty in stem_grades(stems):
            table = endings(stems.stem_class, grades)
            self._group(stem, table, certainty).beside.setdefault(neighbour, []).append(entry)
        for form in irregular_forms(stems):
            table = {"": tuple(irregular_readings(stems, form))}
            self._group(form, table, 1.0).beside.setdefault(neighbour, []).append(entry)

    def _group(self, stem: str, table: dict[str, tuple[Reading, ...]], certainty: float) -> _Group:
        """Return the group of a stem and a table of endings, made if there is none."""
        groups = self._stems.setdefault(stem, [])
        for group in groups:
            if group.endings is table and group.certainty == certainty:
                return group
        groups.append(_Group(table, certainty, {}))
        return groups[-1]

    def find(self, text: str) -> list[GeorgianMatch]:
        """Return every term of a text in order of its start, those within longer ones too.

        Of overlapping matches of one key only the longest is returned.
        """
        folded = fold_with_offsets(text)
        tokens = Tokens(folded.text, [match.span() for match in WORD.finditer(folded.text)])
        found = []
        for index in range(len(tokens.words)):
            for entry, readings, certainty in self._at(tokens, index):
                match = _match(entry, tokens, index, readings, certainty)
                if match is not None:
                    found.append(match if folded.starts is None else _in_original(match, folded))
        return _longest_of_each(found)

    def _at(self, tokens: Tokens, index: int) -> Iterator[tuple[_Entry, tuple[Reading, ...], float]]:
        """Yield the entries whose head may be a word of the text."""
        word = tokens.words[index]
        stems = self._stems
        if "ა" <= word[0] <= "ჿ":
            for cut in range(len(word), max(0, len(word) - self._longest_ending - 1), -1):
                groups = stems.get(word[:cut])
                if groups is None:
                    continue
                ending = word[cut:]
                for group in groups:
                    readings = group.endings.get(ending)
                    if readings is not None or not ending:
                        for entry in group.entries(tokens, index):
                            yield entry, readings or _bare(entry, word), group.certainty
        if self._foreign:
            for entry in self._foreign.get(word.casefold(), ()):
                if _written_alike(entry.phrase, word):
                    yield entry, read_foreign(""), 1.0


def _written_alike(phrase: Phrase, word: str) -> bool:
    """Compare letter case where it tells words apart: IT is no "it"; exact entries are exact."""
    cited = phrase.words[phrase.head]
    short_acronym = cited.isupper() and len(cited) <= _SHORT_ACRONYM
    return word == cited or not (short_acronym or "exact" in phrase.hints)


def _bare(entry: _Entry, word: str) -> tuple[Reading, ...]:
    stems = entry.phrase.stems
    if stems is None or stems.stem_class != "C" or word != stems.full:
        return ()
    return tuple(bare_stem_readings(stems, modified=len(entry.phrase.words) > 1))


def _match(
    entry: _Entry, tokens: Tokens, index: int, readings: tuple[Reading, ...], certainty: float
) -> GeorgianMatch | None:
    """Check the words around a head and return the match in offsets of the folded text."""
    phrase = entry.phrase
    if not readings:
        return None
    alone = len(phrase.words) == 1 or readings[0].clitic == "ა"
    if alone and phrase.stems is not None:
        certainty *= likelihood(tokens.words[index], phrase.stems, readings[0])
    if not certainty:
        return None
    around = read_around(phrase, tokens, index, readings)
    if around is None:
        return None
    start = tokens.spans[index - phrase.head][0] - len(phrase.lead)
    confidence = certainty * around.confidence
    return GeorgianMatch(entry.key, start, around.end, around.readings, confidence, around.extent)


def _in_original(match: GeorgianMatch, folded: Folded) -> GeorgianMatch:
    start, end = folded.original(match.start, match.end)
    return match._replace(start=start, end=end, extent=folded.original(match.start, match.extent)[1])


def _longest_of_each(found: list[GeorgianMatch]) -> list[GeorgianMatch]:
    """Drop matches that lie within or overlap a longer match of the same key."""
    if len(found) < 2:
        return found
    by_key: dict[Key, list[GeorgianMatch]] = {}
    for match in found:
        by_key.setdefault(match.key, []).append(match)
    kept: list[GeorgianMatch] = []
    for matches in by_key.values():
        kept.extend(matches if len(matches) == 1 else _not_overlapping(matches))
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _not_overlapping(matches: list[GeorgianMatch]) -> Iterator[GeorgianMatch]:
    """Yield of matches that hang together the longest ones that do not overlap."""
    chain: list[GeorgianMatch] = []
    reach = 0
    for match in sorted(matches, key=lambda m: m.start):
        if chain and match.start >= reach:
            yield from _longest_first(chain)
            chain = []
        chain.append(match)
        reach = max(reach, match.end)
    yield from _longest_first(chain)


def _longest_first(chain: list[GeorgianMatch]) -> list[GeorgianMatch]:
    kept: list[GeorgianMatch] = []  # in order of their starts
    for match in sorted(chain, key=lambda m: (m.start - m.end, m.start, -m.confidence)):
        place = bisect_left(kept, match.start, key=_start)
        free_before = place == 0 or kept[place - 1].end <= match.start
        if free_before and (place == len(kept) or match.end <= kept[place].start):
            kept.insert(place, match)
    return kept


def _start(match: GeorgianMatch) -> int:
    return match.start
