"""What a word may say about a number, in languages that put spaces between words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from enum import Enum, auto

from transreview.languages.quantity import QuantityKind


class Role(Enum):
    """What a word does beside numbers."""

    __hash__ = object.__hash__

    NUMBER = auto()  # counts by itself: seven, ოცდაათი
    SCALE = auto()  # multiplies what stands before it: thousand, მილიონი
    ORDINAL = auto()  # seventh, მეშვიდე
    PART = auto()  # half, third, მესამედი: the number before it counts such parts
    MONTH = auto()
    WEEKDAY = auto()
    AFTER = auto()  # a unit, a currency, per cent, century: says what the number before it counts
    APPROXIMATE = auto()  # about, დაახლოებით
    PART_OF_DAY = auto()  # morning, evening: "am" or "pm" in `unit`
    COUNTRY = auto()  # before a currency: აშშ, Canadian
    ORDINAL_SIGN = auto()  # before digits: მე-9
    GLUE = auto()  # "and" and "a" inside a number


@dataclass(frozen=True, slots=True)
class Reading:
    """One word read.

    Attributes:
        role: What it does.
        value: Its number: of a NUMBER, ORDINAL, SCALE, PART, MONTH or WEEKDAY.
        kind: For AFTER: the kind it gives the number before it.
        unit: For AFTER: unit or currency code. For NUMBER: the same where the word holds it
            (ხუთწლიანი), "%" for per cent.
        idiom: Could as well be no number.
        approximate: Says a rounded or indefinite number (ათობით, dozens).
        other: Second value, as in `Quantity.other`.
        closes: Whether nothing behind it belongs to its number (ორასიდან: "from two hundred").
        counts: For AFTER: whether the word counts one by itself, and so much (ათწლეული: 10 years).
    """

    role: Role
    value: float = 0
    _: KW_ONLY
    kind: QuantityKind = QuantityKind.CARDINAL
    unit: str = ""
    idiom: bool = False
    approximate: bool = False
    other: int | float | None = None
    counts: float = 0
    closes: bool = False

    @property
    def begins(self) -> bool:
        """Whether it makes a quantity without a number before it."""
        if self.role is Role.AFTER:
            return bool(self.counts or self.value) or self.kind is QuantityKind.CENTURY
        return self.role not in _BESIDE


# What only says more of a number that stands beside it.
_BESIDE = frozenset({Role.APPROXIMATE, Role.PART_OF_DAY, Role.COUNTRY, Role.ORDINAL_SIGN, Role.GLUE})

WordReader = Callable[[str], Reading | None]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language's words say about numbers.

    Attributes:
        read: Reads one word; None for a word that has nothing to do with numbers.
        word: Character class of the letters of its words, for a regular expression; empty when no
            word is read.
        decimal: Its decimal separator.
        ordinal: Regular expression of what makes digits an ordinal when it follows them ("th", "-ე").
        decade: Regular expression of what makes a year in digits a decade ("s", "-იან").
        about: Regular expression of endings of digits that round them (-მდე, "up to").
        between: Regular expression of what stands between the ends of a range ("to", "-დან ").
        from_ending: The same of endings of a number word that begins a range (-იდან, "from").
        clock_point: Whether a point separates hours and minutes ("17.30 საათზე").
        stopped: Regular expression of words with stops inside them ("p.m."); read without the stops.
        latin: Whether it is written in Latin letters, so that a lone I is a word and no numeral.
        ordinal_stop: Whether a stop makes digits an ordinal ("19. Jahrhundert").
        minus: Regular expression of the word that makes the number after it negative ("minus").
        list_marker: Regular expression of a list marker made of the language's own letters ("ა)").
        cut: Returns the words of a text as `word` finds them, and its numbers, and keeps them for others that
            ask; None where there is no such function.
    """

    read: WordReader
    word: str
    _: KW_ONLY
    decimal: str = "."
    ordinal: str = ""
    decade: str = ""
    about: str = ""
    between: str = ""
    from_ending: str = ""
    clock_point: bool = False
    stopped: str = ""
    latin: bool = False
    ordinal_stop: bool = False
    minus: str = ""
    list_marker: str = ""
    cut: Callable[[str], Sequence[str]] | None = None


def read_nothing(word: str) -> Reading | None:  # noqa: ARG001 - the signature of a reader
    """Read no word at all: for languages of which only the digits are understood."""
    return None
