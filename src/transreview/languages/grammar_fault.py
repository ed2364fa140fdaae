"""One fault of grammar: where it stands, of which kind it is, what should stand there."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class FaultKind(StrEnum):
    """What is wrong."""

    AGREEMENT = "agreement"  # an adjective in another case than its noun
    RELATIVE = "relative"  # a relative pronoun of another number than its noun
    DEMONSTRATIVE = "demonstrative"  # ეს or ის before a noun of another case
    COUNTED = "counted"  # a plural after a numeral
    DETACHED = "detached"  # a postposition written apart
    GLUED = "glued"  # a postposition written together that stands alone
    COORDINATION = "coordination"  # -ს before და where -სა belongs
    SUBJECT = "subject"  # a nominative where the verb wants the ergative
    OBJECT = "object"  # a nominative where the verb wants the dative
    CASE = "case"  # a noun in another case than those beside it, or one too many in the nominative
    PERSON = "person"  # a pronoun and a verb of another person or number
    MOOD = "mood"  # a verb behind უნდა that does not say what should be done
    LETTER = "letter"  # a confusable letter, or one lost
    DOUBLE_COPULA = "double copula"  # მაღალიაა
    CALQUE = "calque"  # a wording taken from Russian


class Fault(NamedTuple):
    """A fault of grammar.

    Attributes:
        start: First character.
        end: One past the last.
        kind: What is wrong.
        right: What should stand there; empty where only a person can say.
        sure: Whether it is nearly always one.
        note: Where the rule comes from, for wordings.
    """

    start: int
    end: int
    kind: FaultKind
    right: str = ""
    sure: bool = True
    note: str = ""

    def moved(self, by: int) -> Fault:
        """Return the fault so many characters farther on."""
        return self._replace(start=self.start + by, end=self.end + by) if by else self
