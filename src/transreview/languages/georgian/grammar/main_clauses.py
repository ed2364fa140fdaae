"""Main clauses that others stand within: კომპანიამ, რომელიც აქ მუშაობს, ქარხანა ააშენა."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import case_of, listed
from transreview.languages.georgian.grammar.words import Word

_MOST_INSERTED = 5
_RELATIVES = ("რომელ", "რომლ", "სადაც", "ვინც", "საიდანაც", "რაც")
_FEWEST_CLAUSES, _MOST_CLAUSES = 3, 3


def main_clauses(
    clauses: Sequence[Sequence[Word]], has_verb: Callable[[Word], bool]
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Yield the beginning and the rest of each clause that goes on behind others between its commas.

    Those are relative clauses, with what depends on them, and a few words that no verb could ask for.

    Args:
        clauses: The clauses of a text.
        has_verb: Whether a word may be a verb: a part without one is no clause of its own.
    """
    if len(clauses) < _FEWEST_CLAUSES:
        return
    for at, first in enumerate(clauses):
        if first[-1].gap != ", ":
            continue
        rest = _behind_inserted(clauses, at + 1, has_verb, named=first[0].text in _PRONOUNS)
        if rest > at + 1 and not any(map(has_verb, first)):
            yield first, clauses[rest]


def _behind_inserted(
    clauses: Sequence[Sequence[Word]], first: int, has_verb: Callable[[Word], bool], *, named: bool
) -> int:
    """Return the place of what goes on behind the clauses from a place on; that place if nothing does.

    Args:
        clauses: The clauses of a text.
        first: Which of them comes behind the beginning.
        has_verb: Whether a word may be a verb.
        named: Whether what comes behind may say who it is: ჩვენ, ქარხნის მუშები, ….
    """
    at = first
    while at < len(clauses) and at < first + _MOST_CLAUSES:
        clause = clauses[at]
        depends = at > first and clause[0].text in listed("joint")
        says_who = named and at == first and not any(map(has_verb, clause))
        if not depends and not says_who and not _is_inserted(clause, has_verb):
            break
        if clause[-1].gap != ", ":
            return first
        at += 1
    goes_on = first < at < len(clauses) and clauses[at][0].text not in _NO_REST
    return at if goes_on and clauses[at][0].text not in listed("joint") else first


_PRONOUNS = frozenset(("მე", "ჩვენ", "შენ", "თქვენ"))
_NO_REST = frozenset(("და", "ან", "ასევე", "აგრეთვე", "მათ"))


def _is_inserted(clause: Sequence[Word], has_verb: Callable[[Word], bool]) -> bool:
    """Whether a clause is a relative one, or has nothing in it that a verb could ask for."""
    if clause[0].text.startswith(_RELATIVES):
        return True
    if len(clause) > _MOST_INSERTED or any(map(has_verb, clause)):
        return False
    among = [word.text for word in clause[:2]] == ["მათ", "შორის"]
    return among or all(case_of(word.text) == "-" for word in clause)
