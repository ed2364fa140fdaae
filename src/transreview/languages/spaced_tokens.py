"""Finds what may be part of a number in spaced text: digits, dates, Roman numerals, number words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass

from transreview.languages.digits import LONGEST, clock, date_parts, read_number, roman, whole
from transreview.languages.number_words import Lexicon, Reading, Role, WordReader, read_nothing
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

VULGAR = {"½": 0.5, "⅓": 1 / 3, "¼": 0.25, "¾": 0.75, "⅔": 2 / 3}

# What only digits, money, fractions and Roman numerals begin with.
_SIGN = lazy_pattern(r"[\d$£€¥₽₾½⅓¼¾⅔IVX]")
_MAY_BEGIN = lazy_pattern(r"[\d$£€¥₽₾'½⅓¼¾⅔IVX]")

# The decimal, thousands and percent signs beside Arabic digits; one character each, so that places stay.
_ARABIC_SIGN = lazy_pattern("[٪٫٬]")
_FROM_ARABIC = str.maketrans("٪٫٬", "%.,")

_REMEMBERED = 100_000


@dataclass(slots=True)
class Token:
    """A piece of text that has to do with numbers.

    Attributes:
        start: First character.
        end: One past the last that counts.
        until: One past the last that belongs to it: a case ending after digits (100-ზე).
        reading: What a word says; None for digits and whole quantities.
        value: Value of digits.
        other: Second reading of digits.
        digits: The digits as written.
        prefix: A currency sign right before digits.
        suffix: Letters right after digits that are no word of their own ("ე", "th").
        done: Quantities that need no further look (a date, a time).
    """

    start: int
    end: int
    until: int
    _: KW_ONLY
    reading: Reading | None = None
    value: int | float = 0
    other: int | float | None = None
    digits: str = ""
    prefix: str = ""
    suffix: str = ""
    done: tuple[Quantity, ...] = ()


Tokenizer = Callable[[str], list[Token]]


def tokenizer(lexicon: Lexicon) -> Tokenizer:
    """Return the function that finds the tokens of a text by a lexicon."""
    marker = re.compile(rf"\s*[(\[]?(?:\d{{1,2}}|{lexicon.list_marker or '[a-z]'})[.)](?=\s)")
    word = re.compile(_word(lexicon))
    readings = _Readings(lexicon.read)
    begins = _Beginnings(readings).__getitem__
    find = _apart(lexicon, word, readings) if _is_apart(lexicon) else _mixed(lexicon, readings)

    def tokens(text: str) -> list[Token]:
        if _ARABIC_SIGN.search(text):
            text = text.translate(_FROM_ARABIC)
        # Half of all segments have no digits, and most of those no word that a number begins with.
        if _SIGN.search(text) is None:
            if lexicon.read is read_nothing:
                return []
            cut = lexicon.cut(text) if lexicon.cut and _RARE_HYPHEN not in text else word.findall(text)
            if True not in map(begins, cut):
                return []
            first = marker.match(text)
            return _worded(text, cut, 0, first.end() if first else 0, readings)
        first = marker.match(text)
        return find(text, first.end() if first else 0)

    return tokens


_RARE_HYPHEN = "\u2010"
_Find = Callable[[str, int], list[Token]]


def _is_apart(lexicon: Lexicon) -> bool:
    """Whether no word of the language holds a character that digits, money and Roman numerals begin with."""
    letter = re.compile(lexicon.word or "(?!)")
    return not (lexicon.latin or lexicon.stopped or any(map(letter.match, "0$£€¥₽₾'½IVX")))


def _apart(lexicon: Lexicon, word: re.Pattern[str], readings: Mapping[str, Reading | None]) -> _Find:
    """Return the function that finds digits and the like first, then the words between them."""
    others = re.compile(f"{_ROMAN} | {_others(lexicon)}", re.VERBOSE)

    def find(text: str, at: int) -> list[Token]:
        found: list[Token] = []
        ahead = at
        while begin := _MAY_BEGIN.search(text, ahead):
            start = begin.start()
            match = others.match(text, start)
            if match is None:
                ahead = start + 1
                continue
            if start > at:
                found += _worded(text, word.findall(text, at, start), at, at, readings)
            found += _other(match, lexicon)
            at = ahead = match.end()
        return found + _worded(text, word.findall(text, at), at, at, readings)

    return find


def _worded(
    text: str, words: Sequence[str], at: int, begin: int, readings: Mapping[str, Reading | None]
) -> list[Token]:
    """Return the tokens of the words that stand in a text from a place on, one after the other.

    Args:
        text: The text.
        words: All its words from `at` on.
        at: Where to look for the first of them.
        begin: Place before which there are no tokens.
        readings: What words say of numbers.
    """
    found: list[Token] = []
    if not any(map(readings.__getitem__, words)):
        return found
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        if (reading := readings[word]) is not None and start >= begin:
            found.append(Token(start, at, at, reading=reading))
    return found


def _mixed(lexicon: Lexicon, readings: Mapping[str, Reading | None]) -> _Find:
    """Return the function that finds all in one go, where a word may be a Roman numeral, too."""
    word = f"(?P<word>{_word(lexicon)})"
    first, second = (_ROMAN, word) if lexicon.latin else (word, _ROMAN)
    pattern = re.compile(f"{first} | {second} | {_others(lexicon)}", re.VERBOSE)

    def find(text: str, at: int) -> list[Token]:
        found: list[Token] = []
        for match in pattern.finditer(text, at):
            if match.lastgroup != "word":
                found.extend(_other(match, lexicon))
            elif (reading := readings[match[0]]) is not None:
                start, end = match.span()
                found.append(Token(start, end, end, reading=reading))
        return found

    return find


class _Readings(dict[str, Reading | None]):
    """What the words met so far say of numbers: nearly all nothing, and are met again and again."""

    def __init__(self, read: WordReader) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Reading | None:
        reading = self._read(word.replace(".", ""))
        # A lone "m" is no million; only right after digits it may be one.
        if reading is not None and len(word) == 1 and reading.role is Role.SCALE:
            reading = None
        if len(self) < _REMEMBERED:
            self[word] = reading
        return reading


class _Beginnings(dict[str, bool]):
    """Whether a quantity may begin with a word: units say nothing without a number before them."""

    def __init__(self, readings: Mapping[str, Reading | None]) -> None:
        super().__init__()
        self._readings = readings

    def __missing__(self, word: str) -> bool:
        reading = self._readings[word]
        begins = reading is not None and reading.begins
        if len(self) < _REMEMBERED:
            self[word] = begins
        return begins


def _word(lexicon: Lexicon) -> str:
    word = f"{lexicon.word}+(?:[-‐]{lexicon.word}+)*" if lexicon.word else "(?!)"
    return f"(?:{lexicon.stopped})|{word}" if lexicon.stopped else word


# A word of Latin letters would swallow the numeral: it comes first there.
_ROMAN = r"(?P<roman>(?<![^\W\d_])[IVX]{2,7}(?!(?!(?:e|ème)\b)[^\W_]))"


def _others(lexicon: Lexicon) -> str:
    """Return the regular expression of what may be part of a number: no words, no long Roman numerals."""
    # What begins with none of the signs in the lookahead is passed over without trying the rest.
    letters = lexicon.word or "[^\\W\\d_]"
    stop = r"|(?P<stop>\.)(?=[ ][^\W\d_])" if lexicon.ordinal_stop else ""
    return rf"""
        (?=[\d$£€¥₽₾'½⅓¼¾⅔IVX])(?:
        (?P<date>(?<![\d.])(?P<d>\d{{1,2}})(?P<sep>[./-])(?P<m>\d{{1,2}})(?P=sep)
            (?P<y>(?:1[89]|20)?\d\d)(?![\d.]\d|\d))
      | (?P<iso>(?<!\d)(?P<iy>1\d{{3}}|20\d\d)-(?P<im>\d{{1,2}})-(?P<id>\d{{1,2}})(?!\d))
      | (?P<clock>(?<![\d:])(?P<hh>[01]?\d|2[0-4]):(?P<mm>[0-5]\d)(?::[0-5]\d)?(?![\d:]))
      | (?P<mixed>\d{{1,9}}[ ])?(?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})(?![\d/])
      | (?P<prefix>[$£€¥₽₾][ ]?|'(?=\d0))?
        (?P<number>\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)
        (?:[ ]?(?P<percent>[%％‰]|°[ ]?[CF]?|[℃℉])|(?:[-‐–]?(?P<suffix>{letters}+){stop})?)
      | (?P<letter>(?<![^\W\d_])[IVX](?![^\W_]))
      | (?P<vulgar>[½⅓¼¾⅔])
      )
        """


def _other(match: re.Match[str], lexicon: Lexicon) -> list[Token]:
    start, end = match.span()
    if match["number"]:
        return _digits(match, lexicon)
    if match["date"] and _is_date(match["d"], match["m"]):
        return [Token(start, end, end, done=tuple(date_parts(match, ("y", "m", "d"))))]
    if match["iso"]:
        return [Token(start, end, end, done=tuple(date_parts(match, ("iy", "im", "id"))))]
    if match["clock"]:
        time = Quantity(start, end, clock(match["hh"], match["mm"]), QuantityKind.TIME, digits=match["clock"])
        return [Token(start, end, end, done=(time,))]
    if match["over"]:
        return _slash(match)
    if match["roman"]:
        value = roman(match["roman"])
        return [] if value is None else [Token(start, end, end, reading=Reading(Role.ORDINAL, value))]
    if match["letter"]:
        if lexicon.latin:
            return []
        return [
            Token(start, end, end, reading=Reading(Role.ORDINAL, roman(match["letter"]) or 0, idiom=True))
        ]
    if match["vulgar"]:
        return [Token(start, end, end, value=VULGAR[match["vulgar"]], digits=match["vulgar"])]
    return [_plain(match, group) for group in ("d", "m", "y") if match["date"]]


_SIGNS = {
    "%": Reading(Role.AFTER, kind=QuantityKind.PERCENT),
    "％": Reading(Role.AFTER, kind=QuantityKind.PERCENT),
    "‰": Reading(Role.AFTER, kind=QuantityKind.FRACTION),
    "°": Reading(Role.AFTER, kind=QuantityKind.MEASURE, unit="°"),
    "°C": Reading(Role.AFTER, kind=QuantityKind.MEASURE, unit="°C"),
    "°F": Reading(Role.AFTER, kind=QuantityKind.MEASURE, unit="°F"),
    "℃": Reading(Role.AFTER, kind=QuantityKind.MEASURE, unit="°C"),
    "℉": Reading(Role.AFTER, kind=QuantityKind.MEASURE, unit="°F"),
}


def _digits(match: re.Match[str], lexicon: Lexicon) -> list[Token]:
    if len(match["number"]) > LONGEST:
        return []
    value, other, digits = read_number(match["number"].rstrip(".,'’"), lexicon.decimal)
    token = Token(
        match.start(), match.end("number"), match.end(), reading=None, value=value, other=other, digits=digits
    )
    token.prefix = (match["prefix"] or "").strip()
    if match["percent"]:
        percent = _SIGNS[match["percent"].replace(" ", "")]
        token.until = token.end
        return [token, Token(match.start("percent"), match.end(), match.end(), reading=percent)]
    suffix = match["suffix"]
    if lexicon.ordinal_stop and match["stop"]:
        token.suffix = "."
        return [token]
    if not suffix:
        return [token]
    reading = lexicon.read(suffix)
    if reading is not None and reading.role in {Role.AFTER, Role.SCALE}:
        token.until = token.end
        return [token, Token(match.start("suffix"), match.end(), match.end(), reading=reading)]
    token.suffix = suffix
    return [token]


def _is_date(day: str, month: str) -> bool:
    low, high = sorted((int(day), int(month)))
    return 1 <= low <= 12 and high <= 31


def _slash(match: re.Match[str]) -> list[Token]:
    """2/3 and 220 2/3; other pairs (9/11, 24/7) are two numbers."""
    upper, lower = int(match["over"]), int(match["under"])
    if 0 < upper < lower <= 100 and (lower <= 10 or upper == 1):
        value = whole(int(match["mixed"] or 0) + upper / lower)
        start, end = match.span()
        return [
            Token(
                start, end, end, done=(Quantity(start, end, value, QuantityKind.FRACTION, digits=match[0]),)
            )
        ]
    return [_plain(match, group) for group in ("mixed", "over", "under") if match[group]]


def _plain(match: re.Match[str], group: str) -> Token:
    start = match.start(group)
    written = match[group].strip()
    end = start + len(written)
    return Token(start, end, end, value=int(written), digits=written)
