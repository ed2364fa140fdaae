"""What says "is" twice in one clause: ეს არის სიმბოლოა, not ეს არის სიმბოლო."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.copula_endings import is_behind_a_noun, is_behind_a_predicate
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind

_IS = frozenset(("არის", "არიან", "წარმოადგენს"))
# What opens another clause, or a question within one.
_OPENS = frozenset(
    """
    და ან თუ რომ მაგრამ ხოლო რა რას ვინ სად როგორ რატომ როდის რამდენი რომელი რაც ვინც სადაც როგორც
    რომელიც რადგან თითქოს აქ იქ არა არ
    """.split()  # noqa: SIM905
)


def says_is(word: str) -> bool:
    """Whether a word is a verb that says what something is."""
    return word in _IS


def ends_in_is(word: str) -> bool:
    """Whether a word ends in -ა for "is"."""
    return word[-1] == "ა" and (is_behind_a_noun(word) or is_behind_a_predicate(word)) is not None


def doubled_copulas(clauses: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield the last word of a clause that says "is" where its verb has said it.

    Args:
        clauses: The clauses of a text.
    """
    for clause in clauses:
        texts = [word.text for word in clause]
        verb = next((place for place, text in enumerate(texts) if text in _IS), -1)
        if verb < 0 or verb == len(texts) - 1 or not _OPENS.isdisjoint(texts):
            continue
        last = clause[-1]
        if ends_in_is(last.text):
            yield Fault(last.start, last.end, FaultKind.DOUBLE_COPULA, last.text[:-1])
