"""Whose something is, exchanged between two parties: 检查了客户的设备 has no მომწოდებლის აღჭურვილობა."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from transreview.languages.pairs.chinese_georgian.meaning.poles import Phrase, ends_in
from transreview.languages.pairs.chinese_georgian.meaning.sides import named_once
from transreview.languages.pairs.chinese_georgian.meaning.things import NAMES_A_THING
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# So many characters behind a party may be what is its own.
_OWNED = lazy_pattern("[^，。；：、“”（）和与及同]{0,8}")
_ACTS = ("მა", "მ")
_SOMEWHERE = ("ში", "ზე", "თან", "დან", "გან", "თვის", "კენ", "მდე")
# Before a party these say that it is no owner but where something is, or for whom.
_AT = "在于对向从给为"
_OF = ("ის", "ების", "ს", "ური", "ული", "ურ", "ულ", "ურმა", "ულმა", "ურს", "ულს", "ურის", "ულის")
# (Parties are things.)
SAYS_OF_WHOM = NAMES_A_THING
_BETWEEN = lazy_pattern(r"\s(?:[ა-ჰ-]+\s){0,1}")


class _Party(NamedTuple):
    said: tuple[int, int]
    written: tuple[int, int]


def exchanged_owners(source: str, target: str) -> Iterator[Divergence]:
    """Yield the owner of what belongs to the other one of two parties.

    Args:
        source: Chinese text in which two parties are named, each once.
        target: Its translation.
    """
    parties = [_Party(said, written) for said, written in named_once(source, target)]
    for one, other in pairwise(parties):
        if _are_exchanged(source, target, one, other):
            yield Divergence(DivergenceKind.RELATION, one.said, one.written)
            return


def _are_exchanged(source: str, target: str, one: _Party, other: _Party) -> bool:
    # The owner's form, behind the other party: the others are most, and no words need to be looked for.
    if other.written > one.written or not target[slice(*one.written)].endswith(_OF):
        return False
    first = _OWNED.match(source[one.said[1] : other.said[0]])
    second = _OWNED.match(source, other.said[1])
    if first is None or second is None or not second.group():
        return False
    ours, theirs = ends_in(first.group(), second.group(), target)
    if not _owns(one, other, theirs, target) or _owns(other, one, theirs, target):
        return False
    given = _owns(other, one, ours, target) and not _owns(one, other, ours, target)
    return given or _acts_instead(source, target, one, other)


def _owns(party: _Party, other: _Party, things: list[Phrase], target: str) -> bool:
    """Whether one of some things follows a party in a translation, with a word between at most."""
    end = party.written[1]
    if not target[slice(*party.written)].endswith(_OF):
        return False
    return any(
        _BETWEEN.fullmatch(target[end : thing.start]) and not end <= other.written[0] < thing.start
        for thing in things
    )


def _acts_instead(source: str, target: str, one: _Party, other: _Party) -> bool:
    """Whether the second party, the owner in a source, acts in its translation in place of the first."""
    between = source[one.said[1] : other.said[0]]
    owner = source[other.said[1] : other.said[1] + 1] == "的" and "的" not in between and "被" not in between
    word = target[slice(*other.written)]
    first = other.written[0] == 0 and not word.endswith((*_OF[:2], *_SOMEWHERE))
    acts = (first or word.endswith(_ACTS)) and between[-1:] not in set(_AT)
    return owner and one.said[0] == 0 and acts
