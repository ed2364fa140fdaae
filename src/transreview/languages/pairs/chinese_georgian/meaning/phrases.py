"""Turns of a sentence that a translation may have the other way: 只有…才 is no "without", 尽管 no "because".

data/phrases.txt has a turn a line, with what says the contrary and what says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# Stands for the words of the contrary in the table where none are needed.
_NOTHING = "*"
# The fewest and the most characters of a gap, and those that are not in it.
_GAP, _NARROW_GAP = (0, 16, "。；"), (1, 10, "，。；、：")
_REST_AND_WORDS = "[ა-ჰ]*(?: [ა-ჰ-]+){0,3} "
_GAPS = lazy_pattern("[…~]")
# Adverbs and words of time that end as nouns with a postposition do.
_NO_NOUNS = (
    "(?!ყველაზე|ყოველთვის|უფრო|ამაზე|იმაზე|თავიდან|მხრიდან|გარედან|შიგნიდან|მასთან|ამასთან|თითქმის|მათთვის|მისთვის|იმისთვის|ამისთვის"
    "|[ა-ჰ]*(?:წლ|დღ|თვ|კვირ|საათ|დილ|ბავშვობ|დრო|წუთ|წელ|ხან|თვე|დრომ|მომავალ|დასაწყის|დასასრულ|შემოდგომა|ზაფხულ|ზამთარ|გაზაფხულ|შაბათ|პარასკევ|საუკუნე|საღამო|პერიოდ|შემთხვევა)(?:იდან|ში|ზე|დან|ამდე|მდე|ისთვის))"
)


class _Phrase(NamedTuple):
    """A turn of the source, and what a translation says of it.

    Attributes:
        kind: What is changed where the translation says the contrary.
        said: The turn.
        excused: Words of the source with which nothing is told; empty for none.
        wrong: Words of a translation that say the contrary; empty where none are needed.
        right: Words that say the same.
    """

    kind: DivergenceKind
    said: str
    excused: str
    wrong: str
    right: str


@cache
def _phrases() -> tuple[AhoCorasick, list[int], list[_Phrase]]:
    """Return what finds the beginnings of turns, the turn of each beginning, and the turns."""
    beginnings: list[str] = []
    owners: list[int] = []
    phrases: list[_Phrase] = []
    for line in (files(__package__) / "data" / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, _colon, row = line.partition(": ")
        source, _sign, target = row.partition(" = ")
        said, _semicolon, excused = source.partition(" ; ")
        wrong, _semicolon, right = target.partition(" ; ")
        for turn in said.split("/"):
            beginnings.append(_key(turn))
            owners.append(len(phrases))
        phrases.append(
            _Phrase(DivergenceKind(kind), said, excused, "" if wrong == _NOTHING else wrong, right)
        )
    return AhoCorasick(beginnings), owners, phrases


def _place(turns: str, source: str) -> tuple[int, int] | None:
    """Return the span of the first of some turns that a source has; None where it has none.

    By hand: to compile a pattern for each row takes longer than all their searches.
    """
    found: tuple[int, int] | None = None
    for turn in turns.split("/"):
        parts = _GAPS.split(turn)
        start = source.find(parts[0])
        while start >= 0 and (found is None or start < found[0]):
            end = _end_of(turn, parts, source, start)
            if end:
                found = start, end
                break
            start = source.find(parts[0], start + 1)
    return found


def _end_of(turn: str, parts: list[str], source: str, start: int) -> int:
    """Return where a turn ends that begins at a place of a source, 0 where it does not."""
    end = start + len(parts[0])
    place = len(parts[0])
    for part in parts[1:]:
        least, most, stops = _GAP if turn[place] == "…" else _NARROW_GAP
        following = source.find(part, end + least, end + most + len(part))
        if following < 0 or any(stop in source[end:following] for stop in stops):
            return 0
        place += 1 + len(part)
        end = following + len(part)
    return end


@cache
def _georgian(words: str) -> re.Pattern[str]:
    """Return what finds words by their beginnings; one with = is a whole word, one with - the end of one.

    One with @ is the end of a noun, one with & of a dative that is no genitive. Of two with + between them
    both must be there.
    """
    groups: dict[str, list[str]] = {}
    pairs: list[str] = []
    for word in words.split("/"):
        if "+" in word:
            one, other = map(_beginning, word.split("+"))
            pairs += [f"{one}(?=.*{other})", f"{other}(?=.*{one})"]
            continue
        shape = word[0] if word[0] in "@&-" else word[-1] if word[-1] == "=" else ""
        form = re.escape(word.strip("-=@&")).replace("\\~", _REST_AND_WORDS)
        groups.setdefault(shape, []).append(form)
    shapes = [_SHAPES[shape].format("|".join(forms)) for shape, forms in groups.items()]
    return re.compile("|".join((*shapes, *pairs)))


class _Signs(NamedTuple):
    """What a word of a text has one of if a turn's words may stand there: a beginning or an end."""

    beginnings: tuple[str, ...]
    ends: tuple[str, ...]

    def may_be_in(self, words: Sequence[str]) -> bool:
        """Whether it is worth looking for a turn's words; most texts have none, and need no pattern."""
        begins, ends = self.beginnings, self.ends
        return any(word.startswith(begins) or word.endswith(ends) for word in words)


_RUN = lazy_pattern("[ა-ჰ]+")


@cache
def _signs(words: str) -> _Signs:
    """Return by what some words are told; of what begins with no letter the beginning that any word has."""
    beginnings: list[str] = []
    ends: list[str] = []
    for word in words.replace("+", "/").split("/"):
        if word[0] in "@&-":
            runs = _RUN.findall(word)
            ends.append(runs[-1] if word.rstrip("=").endswith(tuple(runs)) else "")
        else:
            run = _RUN.match(word)
            beginnings.append(run[0] if run else "")
    return _Signs(tuple(beginnings), tuple(ends))


def _beginning(word: str) -> str:
    return f"(?<![ა-ჰ]){re.escape(word.rstrip('='))}" + ("(?![ა-ჰ])" if word.endswith("=") else "[ა-ჰ]*")


# How words are found by the sign that they have in the table.
_SHAPES = {
    "": "(?<![ა-ჰ])(?:{})[ა-ჰ]*",
    "=": "(?<![ა-ჰ])(?:{})(?![ა-ჰ])",
    "-": "(?:{})(?![ა-ჰ])",
    "@": f"(?<![ა-ჰ]){_NO_NOUNS}[ა-ჰ]{{{{3,}}}}(?:{{}})(?![ა-ჰ])",
    "&": "(?<![ა-ჰ])[ა-ჰ]{{2,}}[ა-დვ-თკ-ჰ](?:{})(?![ა-ჰ])",
}


def _key(turn: str) -> str:
    """Return the part of a turn by which it is looked for, the longest; of short ones the one seldom met."""
    parts = _GAPS.split(turn)
    return max(parts if parts[0] in _SELDOM else reversed(parts), key=len)


_SELDOM = "朝往除沿就"


def _beginnings() -> list[str]:
    text = (files(__package__) / "data" / "phrases.txt").read_text(encoding="utf-8")
    rows = [line.partition(": ")[2] for line in text.splitlines() if line and not line.startswith("#")]
    return [_key(turn) for row in rows for turn in row.partition(" = ")[0].partition(" ; ")[0].split("/")]


SAYS_A_PHRASE = sign_of(_beginnings)


def turned_phrases(source: str, target: str) -> Iterator[Divergence]:
    """Yield the turns of a source of which a translation says the contrary, and nowhere the same.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    finder, owners, phrases = _phrases()
    written = _RUN.findall(target)
    for owner in sorted({owners[hit[0]] for hit in finder.find_matches_as_indexes(source, overlapping=True)}):
        phrase = phrases[owner]
        said = _place(phrase.said, source)
        if said is None or (phrase.excused and _place(phrase.excused, source)):
            continue
        wrong = _found(phrase.wrong, target, written) if phrase.wrong else None
        if (wrong or not phrase.wrong) and not _found(phrase.right, target, written):
            yield Divergence(phrase.kind, said, wrong.span() if wrong else None)


def _found(words: str, target: str, written: Sequence[str]) -> re.Match[str] | None:
    return _georgian(words).search(target) if _signs(words).may_be_in(written) else None
