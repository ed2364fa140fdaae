"""Clauses that others stand within: კომპანიამ, რომელიც აქ მუშაობს, ქარხანა ააშენა.

A sentence is read from its beginning, comma by comma. What begins with a relative pronoun or a conjunction
opens a clause of its own; what begins with neither goes on with the clause outside that still waits for its
verb, however many have been opened and closed since: რომ ფირმა, თუ ხარისხი დაეცა, ბაზარს დაკარგავს.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import pairwise

from transreview.languages.georgian.grammar.clauses import case_of, listed
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form

_MOST_INSERTED = 5
_RELATIVES = ("რომელ", "რომლ", "სადაც", "ვინც", "საიდანაც", "რაც", "რასაც", "რითაც", "როგორც")
_FEWEST_CLAUSES, _MOST_PIECES = 3, 4
Parts = list[Sequence[Word]]


class _Open:
    """A clause that has been opened, and what has been read of it.

    Attributes:
        parts: Its words, cut where და joins two clauses behind a verb.
        pieces: Between how many commas the last of its parts stands.
        has_verb: Whether the last of its parts has its verb, so that nothing has to follow.
        apart: Whether something of it may be no more than a list: nothing is said of it.
        gone_on: Whether it has gone on behind something.
        interrupted: Whether words stand behind what has been read of it that no verb could ask for.
        named: Whether it begins with "I", "we" or "you", of whom the next words may say who that is.
    """

    def __init__(self, parts: Parts, *, has_verb: bool) -> None:
        self.parts, self.has_verb = parts, has_verb
        self.pieces, self.apart, self.gone_on, self.interrupted = 1, False, False, False
        self.named = parts[0][0].text in _PRONOUNS

    def goes_on(self, parts: Parts, *, has_verb: bool, apart: bool) -> None:
        """Take the words behind what has been inserted, which are cut together with those before it."""
        self.parts = [*self.parts[:-1], *parts]
        self.pieces += 1
        self.gone_on = True
        self.apart = self.apart or (apart and not self.interrupted)
        self.interrupted = False
        self.has_verb = has_verb


def main_clauses(
    clauses: Sequence[Sequence[Word]],
    parts: Sequence[Parts],
    has_verb: Callable[[Word], bool],
    parts_of: Callable[[Sequence[Word]], Parts],
) -> Iterator[Parts]:
    """Yield each clause that goes on behind others between its commas, cut where და joins two.

    Args:
        clauses: The clauses of a text.
        parts: Each of them, cut where და joins two.
        has_verb: Whether a word may be a verb: a part without one is no clause of its own.
        parts_of: How a clause is cut where და joins two.
    """
    if len(clauses) < _FEWEST_CLAUSES or not _may_go_on(clauses, has_verb):
        return
    opened: list[_Open] = []
    for clause, cut in zip(clauses, parts, strict=True):
        opened = yield from _read(opened, clause, cut, has_verb, parts_of)
        if clause[-1].gap != ", ":
            yield from _closed(opened)
            opened = []
    yield from _closed(opened)


def _may_go_on(clauses: Sequence[Sequence[Word]], has_verb: Callable[[Word], bool]) -> bool:
    """Whether a clause waits for its verb, or for one behind და, with more than one behind it."""
    for clause, following in pairwise(clauses[:-1]):
        if clause[-1].gap != ", " or has_verb(clause[-1]):
            continue
        begins = following[0].text in listed("joint") or following[0].text.startswith(_RELATIVES)
        if not begins and (len(following) > _MOST_INSERTED or any(map(has_verb, following))):
            continue
        if any(word.text == "და" for word in clause) or not any(map(has_verb, clause)):
            return True
    return False


def _closed(opened: Sequence[_Open]) -> Iterator[Parts]:
    """Yield what is known to be whole of the clauses that end."""
    return (one.parts for one in opened if one.gone_on and one.has_verb and not one.apart)


def _read(
    opened: list[_Open],
    clause: Sequence[Word],
    parts: Parts,
    has_verb: Callable[[Word], bool],
    parts_of: Callable[[Sequence[Word]], Parts],
) -> Generator[Parts, None, list[_Open]]:
    """Read what stands between two commas: yield what it ends, return what is open behind it."""
    first = clause[0].text
    if opened and _is_inserted(clause, opened[-1], has_verb):
        opened[-1].interrupted = True
        return opened
    parts = _cut_behind_verb(parts, has_verb)
    verb = any(map(has_verb, parts[-1])) or _is_of_us(parts[-1][-1].text)
    if first.startswith(_RELATIVES) or (first in listed("joint") and first not in _GO_ON):
        return [*opened, _Open(parts, has_verb=verb)]
    apart = True  # a list, unless another clause stands before it
    while opened and opened[-1].has_verb:
        yield from _closed(opened[-1:])
        opened = opened[:-1]
        apart = False
    if not opened or first in _GO_ON or opened[-1].pieces == _MOST_PIECES:
        yield from _closed(opened)
        return [_Open(parts, has_verb=verb)]
    whole = _cut_behind_verb(parts_of([*opened[-1].parts[-1], *clause]), has_verb)
    opened[-1].goes_on(whole, has_verb=verb, apart=apart)
    return opened


def _is_of_us(word: str) -> bool:
    """Whether a word may be a verb of "we" that nothing else is known of: ვეწევით."""
    return word.startswith("ვ") and word.endswith("ით") and is_form(word) and not is_form(f"{word[:-2]}ს")


_PRONOUNS = frozenset(("მე", "ჩვენ", "შენ", "თქვენ"))
# Behind these no clause goes on that has been left.
_GO_ON = frozenset(("და", "ან", "ასევე", "აგრეთვე", "მათ", "მაგრამ", "თუმცა", "ხოლო", "არამედ", "ანუ"))


def _is_inserted(clause: Sequence[Word], outside: _Open, has_verb: Callable[[Word], bool]) -> bool:
    """Whether what stands between commas says who "we" are, or has nothing that a verb could ask for."""
    if any(map(has_verb, clause)) or outside.has_verb:
        return False
    names = outside.named and outside.pieces == 1
    if clause[0].text in listed("joint"):
        return names and clause[0].text == "როგორც"  # ჩვენ, როგორც ბანკი, …
    if names:
        return True
    if len(clause) > _MOST_INSERTED or clause[-1].gap != ", ":
        return False
    among = [word.text for word in clause[:2]] == ["მათ", "შორის"]
    return among or all(case_of(word.text) == "-" for word in clause)


def _cut_behind_verb(parts: Parts, has_verb: Callable[[Word], bool]) -> Parts:
    """Return the parts, the last one cut where და stands right behind its verb: დადიან და ოსტატებისგან, ….

    What stands behind waits for a verb of its own.
    """
    last = parts[-1]
    for at in range(1, len(last) - 1):
        if last[at].text == "და" and has_verb(last[at - 1]) and not any(map(has_verb, last[at:])):
            return [*parts[:-1], last[:at], last[at + 1 :]]
    return parts
