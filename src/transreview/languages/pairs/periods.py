"""Parts of a year that one side names by their months: 上半年, იანვარ-ივნისში."""

from __future__ import annotations

from transreview.lazy_patterns import lazy_pattern

_PERIOD = lazy_pattern(
    "(?P<half>[上下])半年|(?P<first>前|头)(?P<many>[二两三四五六七八九十]|十一|[2-9]|1[01])个月"
    "|第?(?P<quarter>[一二三四1-4])季度|年(?P<edge>[初底末])"
)
_NUMBERS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "十一": 11}


def months_named(source: str) -> set[int]:
    """Return the months in which the parts of a year begin and end that a Chinese text names.

    Args:
        source: Chinese text.
    """
    months: set[int] = set()
    for match in _PERIOD.finditer(source):
        if match["half"]:
            months |= {1, 6} if match["half"] == "上" else {7, 12}
        elif match["first"]:
            months |= {1, _number(match["many"])}
        elif match["quarter"]:
            quarter = _number(match["quarter"])
            months |= {3 * quarter - 2, 3 * quarter}
        else:
            months.add(1 if match["edge"] == "初" else 12)
    return months


def _number(text: str) -> int:
    return _NUMBERS[text] if text in _NUMBERS else int(text)
