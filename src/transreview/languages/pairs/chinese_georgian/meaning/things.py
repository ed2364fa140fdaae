"""Things that are named once on both sides (data/things.txt), and how the Georgian word for each stands.

The case, or the postposition joined to it or behind it: შეხვედრის შემდეგ is „შემდეგ“, ბანკისთვის „თვის“.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transreview.languages.chinese.signs import sign_of
from transreview.lazy_patterns import lazy_pattern

NOM, ERG, DAT, GEN, INS, ADV = "nom", "erg", "dat", "gen", "ins", "adv"
# Endings behind a stem, or behind -ებ of many, with how the word stands.
_ENDINGS = {
    "": NOM, "ი": NOM, "მა": ERG, "მ": ERG, "ს": DAT, "სა": DAT, "ის": GEN, "ისა": GEN, "ით": INS, "თი": INS,
    "ად": ADV, "დ": ADV, "ში": "ში", "ზე": "ზე", "თან": "თან", "სთან": "თან", "მდე": "მდე", "ამდე": "მდე",
    "იდან": "დან", "დან": "დან", "თვის": "თვის", "სთვის": "თვის", "ისთვის": "თვის", "სათვის": "თვის",
    "ისათვის": "თვის", "სგან": "გან", "ისგან": "გან", "საგან": "გან", "ისაგან": "გან", "სკენ": "კენ",
    "ისკენ": "კენ", "საკენ": "კენ", "ისაკენ": "კენ",
}  # fmt: skip
_BEHIND = lazy_pattern(
    f"(?P<vowel>[აეოუ])?(?P<many>ებ)?(?P<ending>{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})"
    "(?P<clitic>ც|ცაა|აც|ა|აა|ვე)?"
)
# What stands behind a word in the genitive or dative; „is“ may stand behind it.
_POSTPOSITION_WORDS = """
შესახებ თაობაზე გამო მიერ შემდეგ მერე დროს გარეშე ნაცვლად მაგივრად მაგიერ წინააღმდეგ მიხედვით
თანახმად საფუძველზე გარდა შორის წინ უკან ქვეშ ქვემოთ გვერდით ახლოს მახლობლად სიახლოვეს მეშვეობით
საშუალებით დახმარებით გზით მიმართ გარშემო ირგვლივ გასწვრივ განმავლობაში პერიოდში მსვლელობისას
მიმდინარეობისას შესაბამისად წყალობით შედეგად მიზეზით მიზნით სახელით სახით პარალელურად კვალდაკვალ
სასარგებლოდ მიღმა გამოკლებით გარეთ წინაშე მხრიდან ფარგლებში პროცესში ხარჯზე გულისთვის მიუხედავად
დაცვით პირას ნაპირას ზემოთ თავზე შიგნით
"""
_POSTPOSITIONS = frozenset(_POSTPOSITION_WORDS.split())
_NEXT = lazy_pattern(" (?P<word>[ა-ჰ]+)")
_CASES = frozenset((NOM, ERG, DAT, GEN, INS, ADV))


def _words() -> Iterable[str]:
    return _table()[3]


NAMES_A_THING = sign_of(_words)


class Thing(NamedTuple):
    """A thing that a source names: where, and which it is."""

    start: int
    end: int
    number: int


class Standing(NamedTuple):
    """A Georgian word for a thing: where it is, with its postposition, and how it stands.

    Attributes:
        start: First character.
        end: One past the last of the word itself.
        last: One past the last, with the postposition behind it.
        how: A case (`NOM`, `ERG` …) or a postposition.
        is_behind: Whether „is“ or „too“ stands behind it.
    """

    start: int
    end: int
    last: int
    how: str
    is_behind: bool

    @property
    def is_marked(self) -> bool:
        """Whether it has a postposition, not a bare case that other words may rule."""
        return self.how not in _CASES or self.how in (INS, ADV)


@cache
def _table() -> tuple[AhoCorasick, list[int], list[tuple[str, ...]], list[str]]:
    """Return what finds the Chinese words, the thing of each, the Georgian stems of each, and the words."""
    texts = [
        (files(__package__) / "data" / name).read_text(encoding="utf-8")
        for name in ("things.txt", "parties.txt")
    ]
    lines = [line for text in texts for line in text.splitlines() if line and not line.startswith("#")]
    rows = [line.split(" = ") for line in lines if "=/" not in line]  # no pronouns
    owners: dict[str, int] = {}
    for number, (chinese, _georgian) in enumerate(rows):
        for word in chinese.split("/"):
            owners.setdefault(word, number)
    finder = AhoCorasick(list(owners), matchkind=MatchKind.LeftmostLongest)
    return finder, list(owners.values()), [tuple(georgian.split("/")) for _, georgian in rows], list(owners)


@cache  # of most things no text speaks: a pattern is made when it is first asked for
def _written(number: int) -> re.Pattern[str]:
    return re.compile(f"(?<![ა-ჰ-])(?:{'|'.join(_table()[2][number])})(?P<rest>[ა-ჰ]*)(?![ა-ჰ-])")


def things_in(source: str) -> list[Thing]:
    """Return the things that a Chinese text names, in their order."""
    finder, owners, _stems, _words = _table()
    return [
        Thing(start, end, owners[number]) for number, start, end in finder.find_matches_as_indexes(source)
    ]


def written_stems(thing: Thing) -> tuple[str, ...]:
    """Return the stems of the Georgian words for a thing."""
    return _table()[2][thing.number]


def standings(thing: Thing, target: str) -> Iterator[Standing]:
    """Yield the words of a translation for a thing of its source, with how they stand.

    Args:
        thing: One of `things_in` the source.
        target: The translation.
    """
    stems = _table()[2][thing.number]
    if not any(stem in target for stem in stems):
        return
    for match in _written(thing.number).finditer(target):
        behind = _BEHIND.fullmatch(match["rest"])
        if behind is None:
            continue
        how, last = _ENDINGS[behind["ending"]], match.end()
        if how in (GEN, DAT) and not behind["clitic"]:
            following = _NEXT.match(target, last)
            word = following["word"] if following is not None else ""
            bare = next((one for one in (word, word[:-1], word[:-2]) if one in _POSTPOSITIONS), "")
            if following is not None and bare:
                how, last = bare, following.end()
        yield Standing(match.start(), match.end(), last, how, bool(behind["clitic"]))


def only_standing(thing: Thing, target: str) -> Standing | None:
    """Return the one word of a translation for a thing; None where there is none, or more than one."""
    found = list(standings(thing, target))
    return found[0] if len(found) == 1 else None
