"""Where something is, in a dative without its postposition: წიგნი ბიბლიოთეკას ინახება."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.clauses import listed
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.verbs import people_in_the_dative
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind

# Verbs that go with no dative but one of time.
_IS_SOMEWHERE_WORDS = """
ინახება იმართება გაიმართა გაიმართება ტარდება ჩატარდა ჩატარდება მდებარეობს ცხოვრობს ცხოვრობენ იყიდება დაიბადა
აშენდა შენდება იწარმოება მზადდება შეიკრიბა შეიკრიბნენ დევს წევს არსებობს ისვენებს მიმდინარეობს დაიდგა
განთავსდა მოთავსდა იმყოფება იმყოფებიან მუშაობს მუშაობენ იზრდება გროვდება ინთება იბეჭდება გამოიფინა გამოფენილია
"""
_IS_SOMEWHERE = frozenset(_IS_SOMEWHERE_WORDS.split())


def located_in_the_dative(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the one dative of a clause that says where something is, if -ში or -ზე is nowhere in it.

    Args:
        clause: Words of a clause, each of which is understood.
        cases: In which case each of them stands.
        place: Which of them is the verb.
    """
    if clause[place].text not in _IS_SOMEWHERE or cases.count("Dat") != 1 or "Nom" not in cases:
        return
    at = cases.index("Dat")
    word = clause[at].text
    following = clause[at + 1].text if at + 1 < len(clause) else ""
    if noun_case(word) != DATIVE or not word.endswith("ს") or word in people_in_the_dative():
        return
    if (
        word.startswith(tuple(listed("time")))
        or wants_genitive(word)
        or wants_genitive(following)
        or wants_another_case(following)
    ):
        return
    more = ("მეტი", "ნაკლები", "მეტ")
    pairs = zip(clause, [*(one.text for one in clause[1:]), ""], strict=True)
    if not any(one.text.endswith(("ში", "ზე", "თან")) and behind not in more for one, behind in pairs):
        plain = word[:-1] if word[-2] in VOWELS else f"{word[:-1]}ი"
        right = f"{word[:-1]}ში" if word.endswith("ებს") else decline(plain, "Dat", postposition="ში")
        yield Fault(clause[at].start, clause[at].end, FaultKind.CASE, right, sure=False)
