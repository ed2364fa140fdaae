"""Words that exclude each other: left and right, buyer and seller, import and export (data/contrasts.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
        georgian: Any word that may stand for it.
        surely: Any of those that stand for no other member.
    """

    group: int
    georgian: str
    surely: str


class _Contrasts(NamedTuple):
    finder: AhoCorasick
    owners: list[int | None]  # the member of each Chinese word; None of those that mean none
    members: list[_Member]
    groups: list[list[int]]
    words: list[str]  # those that mean a member


def turned_contrasts(source: str, target: str) -> Iterator[Divergence]:
    """Yield the words of a translation that stand for another member of the set than the source's.

    Said only where the source has exactly one member of a set, and the translation another and not this
    one; a long translation may put the thing in other words.
    """
    if len(source) > _LONGEST:
        return
    contrasts = _contrasts()
    said: dict[int, dict[int, tuple[int, int]]] = {}
    for number, start, end in contrasts.finder.find_matches_as_indexes(source):
        owner = contrasts.owners[number]
        if owner is not None:
            said.setdefault(contrasts.members[owner].group, {}).setdefault(owner, (start, end))
    for group, named in said.items():
        if len(named) != 1:
            continue
        (ours, span), *_rest = named.items()
        if _compiled(contrasts.members[ours].georgian).search(target):
            continue
        others = (contrasts.members[other] for other in contrasts.groups[group] if other != ours)
        found = next((match for other in others if (match := _compiled(other.surely).search(target))), None)
        if found is not None:
            yield Divergence(DivergenceKind.CONTRAST, span, found.span())


@cache
def _contrasts() -> _Contrasts:
    text = (files(__package__) / "data" / "contrasts.txt").read_text(encoding="utf-8")
    words: dict[str, int | None] = {}
    members: list[_Member] = []
    groups: list[list[int]] = []
    for line in text.splitlines():
        if line.startswith("!"):
            words |= dict.fromkeys(line[1:].split())
        elif line and not line.startswith("#"):
            groups.append([])
            for member in line.split(" | "):
                chinese, _sign, georgian = member.partition(" = ")
                forms = [form.strip() for form in georgian.split("/")]
                every = _pattern([form.lstrip("~") for form in forms])
                surely = _pattern([form for form in forms if not form.startswith("~")])
                words |= dict.fromkeys((word.strip() for word in chinese.split("/")), len(members))
                groups[-1].append(len(members))
                members.append(_Member(len(groups) - 1, every, surely))
    finder = AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest)
    meaning = [word for word, member in words.items() if member is not None]
    return _Contrasts(finder, list(words.values()), members, groups, meaning)


SAYS_ONE_OF_A_SET = sign_of(lambda: _contrasts().words)


_LONGEST = 60


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled when a text first asks for it: few are asked for."""
    return re.compile(pattern)


def _pattern(beginnings: list[str]) -> str:
    """Return the pattern of words that begin so; with = behind it a beginning is a whole word."""
    parts = [
        re.escape(form.rstrip("=")).replace("\\ ", r"\s") + (r"(?!\w)" if form.endswith("=") else r"\w*")
        for form in beginnings
    ]
    return rf"(?<!\w)(?:{'|'.join(parts)})"
