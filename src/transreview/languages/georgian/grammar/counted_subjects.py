"""Subjects behind a numeral in the ergative that stand in the nominative: ათმა მოხალისე მიიღო მონაწილეობა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import is_noun, listed
from transreview.languages.georgian.grammar.subjects import ergative
from transreview.languages.georgian.grammar.verbs import people
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.grammar_fault import Fault, FaultKind


def counted_subjects(
    clause: Sequence[Word], cases: Sequence[str], ergatives: Sequence[int]
) -> Iterator[Fault]:
    """Yield the person in the nominative behind a numeral in the ergative, where the verb has an object.

    Args:
        clause: Words of a clause whose verb wants an ergative.
        cases: In which case each of them stands.
        ergatives: Which of them are ergatives.
    """
    if len(ergatives) != 1 or ergatives[0] + 1 >= len(clause):
        return
    at = ergatives[0] + 1
    counts, noun = clause[at - 1].text, clause[at]
    if read_numeral(counts) is None and counts not in listed("quantity"):
        return
    others = [
        one for one, case in enumerate(cases) if case == "Nom" and one != at and is_noun(clause[one].text)
    ]
    if others and cases[at] == "Nom" and noun.text in people():
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, ergative(noun.text))
