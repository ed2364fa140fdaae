"""In which ways one quantity may stand for another in a translation."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from transreview.languages.quantity import Quantity, QuantityKind

_K = QuantityKind


class Relation(IntEnum):
    """How two quantities correspond; the smaller the closer."""

    EQUAL = 0  # the same value
    READING = 1  # the second reading of one (98年 and 1998)
    CALENDAR = 2  # a decade and its first year, a century and its years
    TIME = 3  # 12 and 24 hours, an hour and its number
    PART = 4  # a fraction and a percentage
    UNIT = 5  # a converted measure
    ROUNDED = 6


# Kinds whose numbers can stand for each other when the value is equal; a weekday's or a month's
# number is written only where the other side names it too.
_COUNTING = frozenset(
    {
        _K.CARDINAL,
        _K.ORDINAL,
        _K.FRACTION,
        _K.PERCENT,
        _K.YEAR,
        _K.DAY,
        _K.CURRENCY,
        _K.MEASURE,
        _K.CENTURY,
        _K.DECADE,
    }
)

# Size of each unit in the base unit of its dimension.
_DIMENSIONS: dict[str, dict[str, float]] = {
    "length": {
        "nm": 1e-9, "µm": 1e-6, "mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "li": 500.0, "km": 1000.0,
        "in": 0.0254, "ft": 0.3048, "yd": 0.9144, "mi": 1609.344, "nmi": 1852.0,
    },
    "mass": {
        "µg": 1e-9, "mg": 1e-6, "g": 0.001, "kg": 1.0, "t": 1000.0, "jin": 0.5, "lb": 0.453592,
        "oz": 0.0283495, "ct": 2e-4,
    },
    "volume": {"ml": 0.001, "l": 1.0, "gal": 3.78541, "m³": 1000.0, "cm³": 0.001, "bbl": 158.987},
    "area": {
        "cm²": 1e-4,
        "m²": 1.0, "km²": 1e6, "ha": 1e4, "acre": 4046.86, "mu": 666.67, "ft²": 0.092903, "mi²": 2.58999e6,
    },
    "power": {"W": 1.0, "kW": 1e3, "MW": 1e6, "GW": 1e9, "hp": 735.5},
    "tension": {"V": 1.0, "kV": 1e3},
    "data": {"KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "Kb": 125.0, "Mb": 125e3, "Gb": 125e6},
    "frequency": {"Hz": 1.0, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
    "pressure": {"hPa": 100.0, "kPa": 1e3, "MPa": 1e6, "mmHg": 133.322},
    "energy": {"kWh": 1.0, "MWh": 1e3, "GWh": 1e6, "TWh": 1e9},
    "charge": {"mAh": 1.0},
    "current": {"A": 1.0},
    "refraction": {"D": 1.0},
    "light": {"lm": 1.0},
    "lighting": {"lx": 1.0},
    "pixels": {"px": 1.0, "Mpx": 1e6},
    "work": {"J": 1.0, "kJ": 1e3, "kcal": 4184.0},
    "loudness": {"dB": 1.0},
    "time": {
        "ns": 1e-9, "ms": 0.001, "s": 1.0, "min": 60.0, "¼h": 900.0, "h": 3600.0, "d": 86400.0,
        "wk": 604800.0, "mo": 2629800.0, "quarter": 7889400.0, "y": 31557600.0, "century": 3155760000.0,
    },
}  # fmt: skip
_UNITS: dict[str, tuple[float, str]] = {
    unit: (size, dimension) for dimension, units in _DIMENSIONS.items() for unit, size in units.items()
}
# A pound (ფუნტი, фунт) is money or weight; as weight it converts.
_UNITS["GBP"] = _UNITS["lb"]
_DEGREES = frozenset({"°", "°C", "°F"})
_DEGREES_ROUNDED = 1.5
_CONVERSION = 0.03
_ROUNDING = 0.06
_LIKE = 0.2
_NOON = 12 * 60


def units_clash(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are measured in two units of one dimension: 100 kilometres and 100 miles.

    So are a length, an area and a volume of one unit.
    """
    if not one.unit or not other.unit or one.unit == other.unit:
        return False
    if {one.unit, other.unit} == {"°C", "°F"}:
        return True
    if one.unit.rstrip("²³") == other.unit.rstrip("²³"):
        return True
    ours, theirs = _UNITS.get(one.unit), _UNITS.get(other.unit)
    if ours is None or theirs is None:
        return False
    return ours[0] != theirs[0] if ours[1] == theirs[1] else "GBP" not in (one.unit, other.unit)


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of equal value say the same kind of thing."""
    if one.kind is other.kind:
        return True
    return one.kind in _PLAIN and other.kind in _PLAIN


_PLAIN = frozenset({_K.CARDINAL, _K.ORDINAL, _K.MEASURE, _K.YEAR, _K.DAY, _K.CURRENCY})


def stands_for(one: Quantity, other: Quantity) -> Relation | None:
    """Return in what way a quantity may stand for another, or None."""
    if _K.WEEKDAY in {one.kind, other.kind}:
        return Relation.EQUAL if one.kind is other.kind and one.value == other.value else None
    if one.value == other.value and _comparable(one, other) and not units_clash(one, other):
        return Relation.EQUAL
    if _by_reading(one, other) and not units_clash(one, other):
        return Relation.READING
    if _in_calendar(one, other) or _in_calendar(other, one):
        return Relation.CALENDAR
    if _same_time(one, other) or _same_time(other, one):
        return Relation.TIME
    if (_K.FRACTION in {one.kind, other.kind} or "x" in {one.unit, other.unit}) and _same_part(one, other):
        return Relation.PART
    if one.unit and other.unit and _converts(one, other):
        return Relation.UNIT
    return Relation.ROUNDED if _rounds(one, other) else None


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.kind in _COUNTING and other.kind in _COUNTING:
        return True
    if one.kind is other.kind:
        return True
    # A month may be written as a number on the other side, but only in digits (26.05).
    number = other if one.kind is _K.MONTH else one
    return _K.MONTH in {one.kind, other.kind} and number.kind is _K.CARDINAL and bool(number.digits)


def _by_reading(one: Quantity, other: Quantity) -> bool:
    if one.other is None and other.other is None:
        return False
    if one.other is not None and other.other is not None and one.approximate and other.approximate:
        return one.other == other.other  # 六七 is no 7–8
    return one.other in {other.value, other.other} - {None} or (
        other.other is not None and other.other == one.value
    )


def _in_calendar(one: Quantity, other: Quantity) -> bool:
    if one.kind is _K.DECADE:
        return other.value in {one.value, one.value % 100, one.value + 9}
    if one.kind is _K.CENTURY:
        # The 19th century: 1800-იანი წლები, the 1800s.
        return other.value in {one.value, (one.value - 1) * 100}
    return False


def _same_time(one: Quantity, other: Quantity) -> bool:
    if one.kind is not _K.TIME:
        return False
    if other.kind is _K.TIME:
        return abs(one.value - other.value) in {0, _NOON}
    hours, minutes = divmod(int(one.value), 60)
    written = {hours + minutes / 100, hours % 12 + minutes / 100, hours % 12 + 12 + minutes / 100}
    return any(abs(other.value - value) < 0.001 for value in written)


def _same_part(one: Quantity, other: Quantity) -> bool:
    if "x" in {one.unit, other.unit}:
        # 增长一倍: twice as much, 100 per cent more.
        times, percent = (one, other) if one.unit == "x" else (other, one)
        return percent.kind is _K.PERCENT and abs((times.value - 1) * 100 - percent.value) < 0.5
    shares = [q.value / 100 if q.kind is _K.PERCENT else q.value for q in (one, other)]
    if not {one.kind, other.kind} <= {_K.FRACTION, _K.PERCENT}:
        # 2½ and 2,5; 0.5 and a half.
        return abs(shares[0] - shares[1]) < 0.01
    if {one.kind, other.kind} == {_K.FRACTION} and not _near(shares[0], shares[1], _LIKE):
        return False  # 万分之五 is no 0.005
    return abs(shares[0] - shares[1]) < 0.011


def _converts(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit and one.unit != "°":  # degrees that name no scale may be of two
        return False  # the same unit means the same number
    if one.unit in _DEGREES and other.unit in _DEGREES:
        return _same_temperature(one.value, other.value) or _same_temperature(other.value, one.value)
    ours, theirs = _UNITS.get(one.unit), _UNITS.get(other.unit)
    if ours is None or theirs is None or ours[1] != theirs[1]:
        return False
    return _near(one.value * ours[0], other.value * theirs[0], _CONVERSION)


def _same_temperature(celsius: float, fahrenheit: float) -> bool:
    return abs(celsius * 9 / 5 + 32 - fahrenheit) <= _DEGREES_ROUNDED


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other rounded: 20.4 million and some 20 million; never a year.

    A round number of the source is made precise by nobody who translates; nor is a measure rounded
    without a word that says so.
    """
    if units_clash(one, other):
        return False  # 3000 mu are no 3000 hectares
    low, high = sorted((one.value, other.value))
    if low < 100 or not _near(low, high, _ROUNDING) or _K.YEAR in {one.kind, other.kind}:
        return False
    if one.kind not in _COUNTING or other.kind not in _COUNTING:
        return False
    rounder = one if _zeros(one.value) > _zeros(other.value) else other
    if rounder.approximate:
        return True
    measured = one.kind is _K.MEASURE and one.unit == other.unit
    return rounder is other and not measured and rounder.value >= 10_000 and _zeros(rounder.value) >= 4


def _zeros(value: float) -> int:
    text = str(value)
    return len(text) - len(text.rstrip("0")) if isinstance(value, int) else 0


def _near(one: float, other: float, tolerance: float) -> bool:
    return abs(one - other) <= tolerance * max(one, other)


def scale_differs(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities have the same digits and another magnitude (1.42亿, "142 thousand").

    Bare scale words (thousands, millions) count too, though either may be an idiom.
    """
    if one.value == other.value or one.kind not in _COUNTING or other.kind not in _COUNTING:
        return False
    low, high = sorted((one.value, other.value))
    if low <= 0 or one.idiom is not other.idiom:
        return False
    if one.idiom:
        # Tens, hundreds, thousands: 数十, ასობით.
        return low >= 10 and one.approximate and other.approximate and _significand(low) == _significand(high)
    if high < 1000:
        return False
    return _significand(one.value) == _significand(other.value)


def _significand(value: float) -> str:
    return str(value).replace(".", "").strip("0")


# The smaller unit in which the rest of a time is said, and how many of it make one.
_LOWER = {"h": ("min", 60), "y": ("mo", 12), "min": ("s", 60)}


def _is_full_hour(quantity: Quantity, hours: int) -> bool:
    return quantity.kind is _K.TIME and quantity.value % _NOON == hours * 60 % _NOON


def splits_time(time: Quantity, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return the two numbers that say a time's hours and minutes, or None; 四个半小时 is one, too."""
    if time.unit in _LOWER and time.value % 1:
        lower, size = _LOWER[time.unit]
        first = next((q for q in numbers if q.value == int(time.value) and q.unit == time.unit), None)
        rest = round(time.value % 1 * size)
        second = next((q for q in numbers if q.value == rest and q.unit == lower), None)
        return (first, second) if first is not None and second is not None else None
    if time.kind is not _K.TIME:
        return None
    hours, minutes = divmod(int(time.value), 60)
    if not time.digits and not minutes:
        return None  # three o'clock may be three points
    either = {hours, hours % 12, hours % 12 + 12}
    first = next((q for q in numbers if q.value in either or _is_full_hour(q, hours)), None)
    second = next((q for q in numbers if q.value == minutes and q is not first), None)
    return (first, second) if first is not None and second is not None else None
