"""Words that exclude each other: left and right, buyer and seller, import and export (data/contrasts.txt)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind


class _Member(NamedTuple):
    """One member of a set.

    Attributes:
        group: The set's number.
        georgian: Beginnings of the words that may stand for it.
        surely: Those that stand for no other member.
    """

    group: int
    georgian: tuple[str, ...]
    surely: tuple[str, ...]


class Contrasts(NamedTuple):
    """The sets of one source language, with what finds their words in a text."""

    finder: AhoCorasick
    owners: list[tuple[int, ...]]  # the members of each Chinese word, one a set; of some none
    members: list[_Member]
    groups: list[list[int]]
    words: list[str]  # those that mean a member
    whole: list[bool]  # which of all are whole words


def turned_contrasts(source: str, target: str) -> Iterator[Divergence]:
    """Yield the words that stand for another member of a set than those of a Chinese source."""
    return turned(_contrasts(), source, target)


def turned(
    contrasts: Contrasts,
    source: str,
    target: str,
    *,
    is_word: Callable[[str, int, int], bool] | None = None,
) -> Iterator[Divergence]:
    """Yield the words of a translation that stand for another member of the set than the source's.

    Said only where the source has one member of a set, or two, and the translation lacks one of these and
    has another that the source has not; a long translation may put the thing in other words.

    Args:
        contrasts: The sets, with the words of the source's language.
        source: Text of one segment.
        target: Its Georgian translation.
        is_word: Whether a span of the source is a word; None where all are.
    """
    said: dict[int, dict[int, tuple[int, int]]] = {}
    for number, start, end in contrasts.finder.find_matches_as_indexes(source):
        if is_word is not None and not is_word(source, start, end):
            continue
        if contrasts.whole[number] and end < len(source) and source[end].isalnum():
            continue
        for owner in contrasts.owners[number]:
            said.setdefault(contrasts.members[owner].group, {}).setdefault(owner, (start, end))
    told = set()
    for group, named in said.items():
        lost = [span for ours, span in named.items() if not _first(contrasts.members[ours].georgian, target)]
        if len(lost) != 1 or len(named) > _MOST:
            continue
        span = lost[0]
        others = (contrasts.members[other] for other in contrasts.groups[group] if other not in named)
        found = next((place for other in others if (place := _first(other.surely, target))), None)
        if found is not None and found not in told:
            told.add(found)
            yield Divergence(DivergenceKind.CONTRAST, span, found)


def named_members(source: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the members that a Chinese text names, with the beginnings of words that stand for no other.

    Args:
        source: Chinese text.
    """
    contrasts = _contrasts()
    for number, start, end in contrasts.finder.find_matches_as_indexes(source):
        for owner in contrasts.owners[number]:
            yield start, end, contrasts.members[owner].surely


def contrasts_of(package: str, name: str, *, fold: bool = False) -> Callable[[], Contrasts]:
    """Return what reads a file of sets when it is first asked for.

    Args:
        package: Package in whose folder data it stands.
        name: Its name.
        fold: Whether words of the source are separated by / on lines with ! too, and may hold blanks.
    """
    return cache(lambda: _read((files(package) / "data" / name).read_text(encoding="utf-8"), fold=fold))


def _read(text: str, *, fold: bool) -> Contrasts:
    words: dict[str, tuple[int, ...]] = {}
    members: list[_Member] = []
    groups: list[list[int]] = []
    for line in text.splitlines():
        if line.startswith("!"):
            none = line[1:].strip().split("/") if fold else line[1:].split()
            words |= dict.fromkeys(none, ())
        elif line and not line.startswith("#"):
            groups.append([])
            for member in line.split(" | "):
                source, _sign, georgian = member.partition(" = ")
                forms = [form.strip() for form in georgian.split("/")]
                every = tuple(form.lstrip("~") for form in forms)
                surely = tuple(form for form in forms if not form.startswith("~"))
                every, surely = every + _for_it(every), surely + _for_it(surely)
                for word in map(str.strip, source.split("/")):
                    words[word] = (*words.get(word, ()), len(members))
                groups[-1].append(len(members))
                members.append(_Member(len(groups) - 1, every, surely))
    finder = AhoCorasick([word.rstrip("=") for word in words], matchkind=MatchKind.LeftmostLongest)
    meaning = [word for word, owners in words.items() if owners]
    whole = [word.endswith("=") for word in words]
    return Contrasts(finder, list(words.values()), members, groups, meaning, whole)


# Of a noun as long as this, what is for it is made in სა-: ტენდერი, სატენდერო.
_LEAST_NOUN = 5


def _for_it(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the beginnings of the adjectives in სა- of nouns."""
    return tuple(
        f"სა{form}"
        for form in forms
        if len(form) >= _LEAST_NOUN and form.isalpha() and not form.startswith("სა")
    )


_contrasts = contrasts_of(__package__, "contrasts.txt")


SAYS_ONE_OF_A_SET = sign_of(lambda: _contrasts().words)


_MOST = 2


def _first(beginnings: tuple[str, ...], text: str) -> tuple[int, int] | None:
    """Return the span of the first words of a text that begin so; with = behind it one is a whole word.

    A pattern would say the same; but to compile one for each member takes longer than all their searches.
    """
    found: tuple[int, int] | None = None
    for form in beginnings:
        head, blank, tail = form.rstrip("=").partition(" ")
        start = text.find(head)
        while start >= 0 and (found is None or start < found[0]):
            end = _end_behind(text, start + len(head), f"{blank}{tail}", whole=form.endswith("="))
            if end and not (start and _is_of_word(text[start - 1])):
                found = start, end
                break
            start = text.find(head, start + 1)
    return found


def _end_behind(text: str, place: int, rest: str, *, whole: bool) -> int:
    """Return where the words end of which a text has the rest from a place on, 0 where it has not."""
    for letter in rest:
        there = text[place : place + 1]
        if there != letter and not (letter == " " and there.isspace()):
            return 0
        place += 1
    end = place
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return 0 if whole and end > place else end


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
