"""The rule of a gettext catalog's plural forms: how many there are, and which one a number takes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from gettext import c2py

_COUNT = re.compile(r"nplurals\s*=\s*([^;\n]*)")
_EXPRESSION = re.compile(r"(?<!n)plural\s*=([^;\n]*)")
_HIGHEST = 1000  # the numbers for which gettext, too, works an expression out
_FEW = 5


class BrokenRule(StrEnum):
    """Why a plural expression says nothing."""

    DIVISION = "division"
    UNREADABLE = "unreadable"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralRule:
    """What the field Plural-Forms of a catalog's header says.

    Attributes:
        count: Number of plural forms, 0 where the field does not say it in figures.
        count_said: What stands in the place of that number; None where nothing does.
        expression: The C expression that gives a number its form; None where there is none.
        broken: What is wrong with the expression; None where it can be worked out.
        highest: The highest form that the expression gives, 0 without a sound one.
        rare: The forms that a few numbers alone take.
        singular: The form that 1 takes.
    """

    count: int = 0
    count_said: str | None = None
    expression: str | None = None
    broken: BrokenRule | None = None
    highest: int = 0
    rare: frozenset[int] = frozenset({0})
    singular: int = 0


@lru_cache(maxsize=64)
def read_plural_rule(field: str) -> PluralRule:
    """Return the rule that a header gives.

    Args:
        field: Value of its field Plural-Forms; a text without a rule leaves the one of English.
    """
    count, expression = _COUNT.search(field), _EXPRESSION.search(field)
    number = re.match(r"\d{1,3}", count[1]) if count else None
    said = expression[1].strip() if expression else None
    rule = PluralRule(
        count=int(number[0]) if number else 0,
        count_said=count[1].strip() if count else None,
        expression=said,
    )
    try:
        form_of = c2py("n != 1" if said is None else said)
        forms = [int(form_of(number)) for number in range(_HIGHEST + 1)]
    except ZeroDivisionError:
        return replace(rule, broken=BrokenRule.DIVISION)
    except (ValueError, ArithmeticError, RecursionError, SyntaxError, MemoryError):
        return replace(rule, broken=BrokenRule.UNREADABLE)
    if min(forms) < 0:
        return replace(rule, broken=BrokenRule.NEGATIVE)
    rare = frozenset(form for form, times in Counter(forms).items() if times <= _FEW)
    highest = max(forms) if said is not None else 0
    return replace(rule, highest=highest, rare=rare, singular=forms[1])
