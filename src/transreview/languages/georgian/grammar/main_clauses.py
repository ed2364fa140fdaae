"""Main clauses that another one stands within: კომპანიამ, რომელიც აქ მუშაობს, ქარხანა ააშენა."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import case_of, listed
from transreview.languages.georgian.grammar.words import Word

_MOST_INSERTED = 5
_RELATIVES = ("რომელ", "რომლ", "სადაც", "ვინც", "საიდანაც", "რაც")


def main_clauses(
    clauses: Sequence[Sequence[Word]], has_verb: Callable[[Word], bool]
) -> Iterator[Sequence[Word]]:
    """Yield the clauses that go on behind a relative one, or behind a few words between commas.

    Args:
        clauses: The clauses of a text.
        has_verb: Whether a word may be a verb: a part without one is no clause of its own.
    """
    for first, middle, last in zip(clauses, clauses[1:], clauses[2:], strict=False):
        if first[-1].gap != ", " or middle[-1].gap != ", " or not _is_inserted(middle, has_verb):
            continue
        if any(map(has_verb, first)) or last[0].text in _NO_REST or last[0].text in listed("joint"):
            continue
        yield [*first, *last]


_NO_REST = frozenset(("და", "ან", "ასევე", "აგრეთვე", "მათ"))


def _is_inserted(clause: Sequence[Word], has_verb: Callable[[Word], bool]) -> bool:
    """Whether a clause is a relative one, or has nothing in it that a verb could ask for."""
    if clause[0].text.startswith(_RELATIVES):
        return True
    if any(map(has_verb, clause)) or len(clause) > _MOST_INSERTED:
        return False
    among = [word.text for word in clause[:2]] == ["მათ", "შორის"]
    return among or all(case_of(word.text) == "-" for word in clause)
