"""How many feel, have or need something: მკითხველს უყვარს, მკითხველებს უყვართ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import is_noun, joins_nouns, listed
from transreview.languages.georgian.grammar.counting import may_count
from transreview.languages.georgian.grammar.verbs import felt_by_many, people_in_the_dative
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind


def numbers_of_feeling(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the verb of many with one person who feels, and of one with many people.

    Args:
        clause: Words of a clause whose verb has its subject in the dative.
        cases: In which case each of them stands.
        place: Which of them is the verb.
    """
    right = number_of_feeling(clause[place].text)
    if not right or joins_nouns(clause) or place + 1 != len(clause):
        return
    datives = [at for at, case in enumerate(cases[:place]) if case == "Dat" and is_noun(clause[at].text)]
    if len(datives) != 1 or clause[datives[0]].text not in people_in_the_dative():
        return
    if any(may_count(word.text) or word.text in listed("quantity") for word in clause[: datives[0]]):
        return
    many = clause[datives[0]].text.endswith("ებს")
    if many != clause[place].text.endswith("თ"):
        yield Fault(clause[place].start, clause[place].end, FaultKind.PERSON, right)


def number_of_feeling(word: str) -> str:
    """Return a verb of what another feels or has in the other number: აქვს of აქვთ; nothing of others."""
    if word.startswith("გ") and not word.startswith(("გაა", "გაუ")):
        return ""  # you: გაქვს
    if (many := felt_by_many(word)) and many != word:
        return many
    for one in (word[:-1], f"{word[:-1]}ს"):
        if word.endswith("თ") and felt_by_many(one) == word and not one.endswith("თ"):
            return one
    return ""
