"""How a workbook shows its numbers: 0.5 as 50%, 45415 as the day that it is, by the format of the cell."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree

from transreview.formats.xml_reading import attribute

# Formats that a workbook names by number alone and that show something else than the number. How 14 is
# shown depends on the reader's country: it stands here as the day that no country reads otherwise.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm", 31: 'yyyy"年"m"月"d"日"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_PIECE = re.compile(
    r"""
      "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | \[\$(?P<currency>[^\]-]*)(?:-[0-9A-Fa-f,]*)?\]
    | \[(?P<elapsed>h+|m+|s+)\] | \[[^\]]*\] | [_*].
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<date>y+|m+|d+|h+|s+|a{3,4}) | (?P<digits>[0\#?][0\#?,.]*) | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_Piece = tuple[str, str]


def number_formats(styles: etree._Element) -> list[str]:
    """Return the format of each style of cells, "" where the number is shown as it is.

    Args:
        styles: The root of the workbook's xl/styles.xml.
    """
    own = {
        attribute(one, "numFmtId"): attribute(one, "formatCode")
        for table in styles.iter("{*}numFmts")
        for one in table.iter("{*}numFmt")
    }
    found = []
    for cells in styles.iter("{*}cellXfs"):
        for style in cells.iter("{*}xf"):
            number = attribute(style, "numFmtId")
            built_in = _BUILT_IN.get(int(number), "") if number.isdecimal() else ""
            found.append(own.get(number, built_in))
    return found


def shown(value: str, code: str, *, from_1904: bool = False) -> str:
    """Return a number as its format shows it; as it is where the format is none that is known here.

    Args:
        value: The number as the file holds it.
        code: The format ("0%", "yyyy-mm-dd", "#,##0.00").
        from_1904: The workbook counts its days from 1904.
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    pieces = _pieces(code, negative=number < 0)
    kinds = {kind for kind, _text in pieces}
    if "date" in kinds:
        return _moment(number, pieces, from_1904=from_1904) or value
    return _amount(number, pieces) if "digits" in kinds else value


def _pieces(code: str, *, negative: bool) -> list[_Piece]:
    """Return what a format consists of: kinds and texts of the section that a number is shown by."""
    sections: list[list[_Piece]] = [[]]
    for match in _PIECE.finditer(code):
        kind = match.lastgroup
        if kind == "other" and match["other"] == ";":
            sections.append([])
        elif kind is not None:
            sections[-1].append((kind, match[kind]))
    if negative and len(sections) > 1 and sections[1]:
        return sections[1]
    return [("other", "-"), *sections[0]] if negative else sections[0]


def _amount(number: Decimal, pieces: list[_Piece]) -> str:
    """Return a number with the decimals, thousands and per cent of its format; not as 1/2 or 1E+5."""
    words = "".join(text for kind, text in pieces if kind == "other").replace("General", "")
    if "/" in words or re.search(r"[Ee][+-]", words) or sum(kind == "digits" for kind, _text in pieces) > 1:
        return f"{number.normalize():f}"
    mask = next(text for kind, text in pieces if kind == "digits")
    whole, _point, decimals = mask.rstrip(",").partition(".")
    thousands = len(mask) - len(mask.rstrip(","))  # a comma behind the digits shows thousands, two millions
    scaled = abs(number) * 100 ** words.count("%") / 1000**thousands
    places = sum(sign in "0#?" for sign in decimals)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    digits = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    for sign in reversed(decimals):
        if sign != "#" or not digits.endswith("0"):
            break
        digits = digits[:-1]
    digits = digits.removesuffix(".")
    head, _point, tail = digits.partition(".")
    head = head.rjust(sum(sign == "0" for sign in whole), "0")
    digits = head + ("." + tail if tail else "")
    return "".join(digits if kind == "digits" else text for kind, text in pieces).strip()


def _moment(number: Decimal, pieces: list[_Piece], *, from_1904: bool) -> str:
    """Return a day or time; "" where the number is none."""
    if any(kind == "elapsed" for kind, _text in pieces) or not 0 <= number < 2_958_466:
        return ""
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    moment = (_FIRST_DAY_1904 if from_1904 else _FIRST_DAY) + timedelta(seconds=seconds)
    noon = any(kind == "half" for kind, _text in pieces)
    dates = [index for index, (kind, _text) in enumerate(pieces) if kind == "date"]
    parts = []
    for index, (kind, text) in enumerate(pieces):
        if kind == "half":
            morning, afternoon = text.split("/")
            parts.append(morning if moment.hour < 12 else afternoon)
        elif kind == "date":
            at = dates.index(index)
            before = pieces[dates[at - 1]][1][:1].lower() if at else ""
            after = pieces[dates[at + 1]][1][:1].lower() if at + 1 < len(dates) else ""
            parts.append(_part(moment, text.lower(), minutes=before == "h" or after == "s", noon=noon))
        else:
            parts.append(text)
    return "".join(parts).strip()


def _part(moment: datetime, sign: str, *, minutes: bool, noon: bool) -> str:
    """Return one part of a day or time: the month of "mm", the hour of "h"."""
    first, length = sign[0], len(sign)
    if first == "y":
        return f"{moment.year:04}" if length > 2 else f"{moment.year % 100:02}"
    if first == "m" and not minutes and length > 2:
        name = _MONTHS[moment.month - 1]
        return {3: name[:3], 4: name}.get(length, name[:1])
    if (first == "d" and length > 2) or first == "a":
        name = _DAYS[moment.weekday()]
        return name if length > 3 else name[:3]
    hour = (moment.hour % 12 or 12) if noon else moment.hour
    value = {
        "m": moment.minute if minutes else moment.month,
        "d": moment.day,
        "h": hour,
        "s": moment.second,
    }[first]
    return f"{value:02}" if length > 1 else str(value)
