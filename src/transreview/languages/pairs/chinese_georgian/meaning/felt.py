"""Verbs whose subject is in the dative, in the form of another person: 我忘了 is no დაავიწყდა."""

from __future__ import annotations

import re
from functools import cache

# What he feels and what I feel: how the forms begin. მ of the first person is გვ of many, გ of the second.
_TABLE = """
დაავიწყდ დამავიწყდ | ავიწყდებ მავიწყდებ | ახსოვ მახსოვ | მოსწონ მომწონ | მოეწონ მომეწონ | უყვარ მიყვარ
სჭირდებ მჭირდებ | დასჭირდ დამჭირდ | ეშინი მეშინი | შეეშინდ შემეშინდ | სურს მსურს | აქვს მაქვს | ჰქონდ მქონდ
ჰყავს მყავს | შეუძლი შემიძლი | შეეძლ შემეძლ | სძინავ მძინავ | დაეძინ დამეძინ | ჩაეძინ ჩამეძინ | სტკივ მტკივ
სცივ მცივ | სცხელ მცხელ | სწყური მწყური | ესმის მესმის | უკვირ მიკვირ | გაუკვირდ გამიკვირდ | გაუხარდ გამიხარდ
უხარი მიხარი | ენატრებ მენატრებ | მოენატრ მომენატრ | სჯერ მჯერ | სძულ მძულ | ეზარებ მეზარებ | ურჩევნი მირჩევნი
მოუწი მომიწი | მოუხდ მომიხდ | გაუჭირდ გამიჭირდ | მიაჩნი მიმაჩნი | აინტერესებ მაინტერესებ
"""
_PAIRS = [tuple(pair.split()) for line in _TABLE.strip().splitlines() for pair in line.split("|")]
FIRST, SECOND, THIRD = "first", "second", "third"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return what finds the forms of each person."""
    forms: dict[str, list[str]] = {FIRST: [], SECOND: [], THIRD: []}
    for third, first in _PAIRS:
        # The mark stands where the two begin to differ.
        place = next(at for at, letter in enumerate(first) if third[at : at + 1] != letter)
        mark = first.index("მ", place)
        rest = first[mark + 1 :]
        forms[THIRD].append(third)
        forms[FIRST] += [first, f"{first[:mark]}გვ{rest}"]
        forms[SECOND].append(f"{first[:mark]}გ{rest}")
    return {person: re.compile(f"(?<![ა-ჰ])(?:{'|'.join(stems)})[ა-ჰ]*") for person, stems in forms.items()}


def felt_by(person: str, target: str) -> re.Match[str] | None:
    """Return the first such verb of a person in a text.

    Args:
        person: `FIRST`, `SECOND` or `THIRD`.
        target: Georgian text.
    """
    return _patterns()[person].search(target)


def without_felt(person: str, target: str) -> str:
    """Return a text without such verbs of a person: სჭირდებათ ends as a verb of "you" does."""
    return _patterns()[person].sub(" ", target)
