"""Dates and times of day in Chinese text: what the numbers found so far mean together."""

from __future__ import annotations

from transreview.languages.chinese.numerals import numeral
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

# 周三 is Wednesday; in 两周三次 and 每周一次 the numeral belongs to what follows.
WEEKDAY = (
    r"(?<![\d一二两三四五六七八九十几数这])(?:星期|礼拜|禮拜|周|週)"
    r"(?P<weekday>[一二三四五六日天])(?![次个個年周遍百千万])"
)

PART_OF_DAY = lazy_pattern(
    r"(?P<pm>下午|晚上|傍晚|午后|午後|今晚|昨晚|当晚|明晚|晚间|夜里|晚)"
    r"|(?P<am>上午|凌晨|早上|清晨|早晨|今早|早)|(?P<noon>中午)"
)
_BEFORE = 4
_SHARED = frozenset({QuantityKind.PERCENT, QuantityKind.CURRENCY, QuantityKind.MEASURE})
_RANGE = frozenset({"-", "–", "—", "~", "～", "至", "到", "、", "或", "和", "与"})
_CENTURY_BEFORE = lazy_pattern(
    r"(?:(?:上个?|本)世[纪紀]|(?<!\d)(?P<n>\d{1,2})世[纪紀]|(?P<han>[一二十]{1,3})世[纪紀])的?$"
)
_MINUTES = lazy_pattern(
    r"[点时點時]\s?(?P<half>半)|[点时點時]\s?(?P<quarter>[一三])刻|[点时點時]\s?(?P<minutes>[0-5]?\d)分?(?!\d)"
    r"|[点时點時](?P<spoken>[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)分(?!之|钟|鐘)"
    r"|[点點](?P<bare>[二三四五]?十[一二三四五六七八九]?)(?=[，。、的开出到抵召举]|$)"
)
_HOUR = lazy_pattern(r"[点點](?:钟|鐘|整)?|[时時](?![间間代候期刻尚常机機而])")


# Years of the Republic of China and of Japanese eras: what has to be added to them.
_ERAS = {"民国": 1911, "民國": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_ERA = lazy_pattern(f"(?:{'|'.join(_ERAS)})$")
_ERA_BEFORE = 2
# The months of the old calendar are no months of ours.
_OLD_CALENDAR = lazy_pattern("(?:农历|農曆|阴历|陰曆|旧历|夏历)[^，。；]{0,4}$")
_OLD_BEFORE = 6


def clock_time(text: str, start: int, end: int, minutes: int, digits: str) -> Quantity:
    """Return a time of day, after noon where the words before it say so.

    Args:
        text: The text.
        start: Where the time begins.
        end: Where it ends.
        minutes: Minutes since midnight as written.
        digits: The digits as written.
    """
    part = _part_of_day(text, start)
    if (part == "pm" and minutes < 12 * 60) or (part == "noon" and minutes < 6 * 60):
        minutes += 12 * 60
    elif part == "am" and 12 * 60 <= minutes < 13 * 60:
        minutes -= 12 * 60
    return Quantity(start, end, minutes, QuantityKind.TIME, digits=digits)


def _part_of_day(text: str, start: int) -> str:
    found = list(PART_OF_DAY.finditer(text, max(0, start - _BEFORE), start))
    return str(found[-1].lastgroup) if found and start - found[-1].end() <= 1 else ""


def dated(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with years, decades, months, days and hours recognised by their signs."""
    result: list[Quantity] = []
    for quantity in found:
        read = _calendar(text, quantity, result[-1] if result else None)
        if read.kind is QuantityKind.DECADE and result and result[-1].end >= read.start:
            result.pop()
        if result and read.start < result[-1].end:
            continue
        counts_alike = bool(result) and read.kind in _SHARED and result[-1].kind is QuantityKind.CARDINAL
        if counts_alike and text[result[-1].end : read.start] in _RANGE:
            # 30至43%: both are percentages.
            result[-1] = result[-1]._replace(kind=read.kind, unit=read.unit)
        if read.kind is QuantityKind.MONTH and read.other in range(1, 13):
            # 三四月: two months.
            result.append(read._replace(end=read.start + 1, other=None))
            read = read._replace(start=read.start + 1, value=read.other or 0, other=None)
        result.append(read)
    return result


def _calendar(text: str, quantity: Quantity, before: Quantity | None) -> Quantity:
    value, end = quantity.value, quantity.end
    if not isinstance(value, int):
        return quantity
    if quantity.unit == "y" and text[end - 1] == "年" and not quantity.approximate:
        return _year(text, quantity)
    if value == _HOURS_OF_A_DAY and _ROUND_THE_CLOCK.match(text, quantity.end):
        return quantity._replace(idiom=True)
    if quantity.kind is not QuantityKind.CARDINAL:
        return quantity
    sign = text[end : end + 1]
    if sign == "月" and 1 <= value <= 12 and text[end + 1 : end + 2] not in {"球", "亮", "饼"}:
        if _OLD_CALENDAR.search(text, max(0, quantity.start - _OLD_BEFORE), quantity.start):
            return quantity._replace(end=end + 1, kind=QuantityKind.ORDINAL, idiom=False)
        return quantity._replace(end=end + 1, kind=QuantityKind.MONTH, idiom=False)
    if sign in {"日", "号", "號"} and sign and 1 <= value <= 31:
        in_date = before is not None and before.kind is QuantityKind.MONTH and before.end == quantity.start
        if in_date or sign == "日":
            return quantity._replace(end=end + 1, kind=QuantityKind.DAY, idiom=not in_date and value == 1)
    if sign in {"点", "點", "时", "時"} and sign and 0 <= value <= 24:
        return _hour(text, quantity)
    return quantity


# At any time, which another language calls day and night: 24小时在线.
_HOURS_OF_A_DAY = 24
_ROUND_THE_CLOCK = lazy_pattern(
    "(?<=小时)(?:全天)?(?:在线|服务|营业|值[守班]|客服|热线|不间断|不打烊|待命|运转|供应|开放|轮班|内?都可)"
)


def _year(text: str, quantity: Quantity) -> Quantity:
    """年 after a number: a year, a decade (年代), or so many years."""
    value, end, start = int(quantity.value), quantity.end, quantity.start
    if era := _ERA.search(text, max(0, start - _ERA_BEFORE), start):
        counted = _ERAS[era[0]] + value
        return quantity._replace(value=counted, kind=QuantityKind.YEAR, unit="", idiom=False, other=value)
    written = end - 1 - start
    if text[end : end + 1] == "代":
        return _decade(text, quantity)
    if (written == 4 and 1000 <= value <= 2199) or text[max(0, start - 3) : start] == "公元前":
        return quantity._replace(kind=QuantityKind.YEAR, unit="", idiom=False)
    if written == 2 and quantity.digits and (value < 30 or value >= 50):
        # 98年, 08年: a year of this or the last century, or so many years.
        century = 2000 if value < 50 else 1900
        return quantity._replace(other=century + value)
    return quantity


def _decade(text: str, quantity: Quantity) -> Quantity:
    """1990年代, 90年代, 20世纪30年代, 上世纪八十年代."""
    value, start = int(quantity.value), quantity.start
    if value < 100:
        century = 19
        if said := _CENTURY_BEFORE.search(text, 0, start):
            start = said.start()
            if said["n"]:
                century = int(said["n"]) - 1
            elif said["han"]:
                century = int(numeral(said["han"]) or 20) - 1
            elif said[0].startswith("本"):
                century = 20
        elif value < 30:
            century = 20
        value += century * 100
    return quantity._replace(
        start=start,
        end=quantity.end + 1,
        value=value,
        kind=QuantityKind.DECADE,
        unit="",
        idiom=False,
    )


_TO_AN_HOUR = lazy_pattern(
    "差(?:(?P<minutes>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})分钟?|一(?P<quarter>刻)钟?)到?(?P<hour>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[点點]钟?"
    "|(?P<hour_2>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[点點]差(?:(?P<minutes_2>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})分|一(?P<quarter_2>刻))"
)


def before_an_hour(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with the times that are told by what an hour lacks: 差五分十点, 9:55.

    Args:
        text: The text.
        found: Its quantities, in order.
    """
    for match in _TO_AN_HOUR.finditer(text):
        hour = numeral(match["hour"] or match["hour_2"])
        written = match["minutes"] or match["minutes_2"]
        minutes = numeral(written) if written else 15
        if not hour or minutes is None or hour > 24 or minutes >= 60:
            continue
        time = clock_time(text, match.start(), match.end(), int(hour * 60 - minutes), "")
        found = [q for q in found if not match.start() <= q.start < match.end()]
        found = sorted([*found, time], key=lambda quantity: quantity.start)
    return found


def _hour(text: str, quantity: Quantity) -> Quantity:
    """5点半, 下午3时15分, 8点钟; a bare 3点 may be three points."""
    start, end = quantity.start, quantity.end
    if match := _MINUTES.match(text, end):
        extra = 30 if match["half"] else int(match["minutes"] or 0)
        if match["quarter"]:
            extra = 15 if match["quarter"] == "一" else 45
        if spoken := match["spoken"] or match["bare"]:
            extra = int(numeral(spoken.lstrip("零〇")) or 0)
        if match["minutes"] and not match[0].endswith("分") and text[end] in "点點":
            return quantity
        if match["bare"] and not _part_of_day(text, start):
            return quantity
        return clock_time(text, start, match.end(), int(quantity.value) * 60 + extra, quantity.digits)
    match = _HOUR.match(text, end)
    if match is None:
        return quantity
    if match.end() - match.start() == 2 or _part_of_day(text, start) or text[end] in "时時":
        return clock_time(text, start, match.end(), int(quantity.value) * 60, quantity.digits)
    return quantity
