"""Markers in front of list items, by value: 1. = （一） = ა) = i) = ①."""

from __future__ import annotations

from dataclasses import dataclass

from transreview.lazy_patterns import lazy_pattern

_GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_CHINESE = "一二三四五六七八九十"
_BULLETS = "•·●◦‣■□◆◇▪○★☆※➢►"

_MARKER = lazy_pattern(
    r"\s*(?:"
    r"(?P<number>\d{1,2})(?:[.)](?!\d)|、|．|）)(?=\s|[^\W\d_]|[“\"„«《])"
    r"|[(（](?P<bracketed>\d{1,2}|[^\W\d_]{1,4})[)）](?!(?<=[A-Za-z][)）])[a-z])"
    r"|(?P<letter>[a-zA-Zა-ჰа-яА-Я])(?:\)|\.(?=\s)(?!\s[^\W\d_]\.))"
    r"|(?P<roman>[ivx]{1,5}|[IVX]{2,5})[.)](?=\s)"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、．.]"
    r"|(?P<circled>[①-⑳])"
    rf"|(?P<bullet>[{_BULLETS}]|[-–—*](?=\s))"
    r")"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker in front of a text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: As written.
        values: What it may stand for: numbers, or {0} for a bullet. A letter may be two numbers
            ("i" is the ninth letter and the Roman one).
    """

    start: int
    end: int
    text: str
    values: frozenset[int]


def marker(text: str) -> Marker | None:
    """Return the list marker in front of a text, or None where it begins with words."""
    first = text[:1]
    if first.isalpha() and not (text[1:3] and text[1] in ")）.、．iIvVxX一二三四五六七八九十"):
        return None
    match = _MARKER.match(text)
    if match is None:
        return None
    kind = match.lastgroup
    assert kind is not None
    written = match.group(kind)
    values = frozenset({0}) if kind == "bullet" else _values(written)
    if not values:
        return None
    begin = len(match.group()) - len(match.group().lstrip())
    return Marker(begin, match.end(), match.group().strip(), values)


def _values(written: str) -> frozenset[int]:
    if written.isdecimal():
        return frozenset({int(written)})
    if "①" <= written <= "⑳":
        return frozenset({ord(written) - ord("①") + 1})
    if written[0] in _CHINESE:
        value = _chinese(written)
        return frozenset({value}) if value else frozenset()
    found = set()
    small = written.lower()
    if small in _ROMAN:
        found.add(_ROMAN.index(small) + 1)
    if len(small) == 1:
        for alphabet in (_GEORGIAN, _CYRILLIC, "abcdefghijklmnopqrstuvwxyz"):
            if small in alphabet:
                found.add(alphabet.index(small) + 1)
    return frozenset(found)


def _chinese(written: str) -> int:
    """Return the value of a Chinese numeral up to 99, or 0 where it is none."""
    if any(char not in _CHINESE for char in written):
        return 0
    tens, ten, ones = written.partition("十")
    if not ten:
        return _CHINESE.index(written) + 1 if len(written) == 1 else 0
    return (_CHINESE.index(tens) + 1 if tens else 1) * 10 + (_CHINESE.index(ones) + 1 if ones else 0)
