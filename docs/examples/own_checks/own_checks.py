"""A team's own check as a package: prices have to name their currency before the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import target_is
from transreview.checks.features import Features
from transreview.model.finding import Severity

_PRICE = re.compile(r"(\d[\d ,.]*)\s?(USD|EUR|CNY)\b")


@segment_check(
    "house.price",
    family="house",
    severity=Severity.WARNING,
    mqm="style/organizational-style",
    explanation="A currency code stands behind the number; our house style puts it in front.",
    good=("价格为300美元", "ფასი USD 300"),
    bad=("价格为300美元", "ფასი 300 USD"),
    applies=target_is("ka"),
)
def price(features: Features) -> Iterator[Hit]:
    """Report codes behind numbers."""
    for match in _PRICE.finditer(features.target):
        yield Hit(
            *match.span(),
            "The currency code stands before the number",
            expected=f"{match[2]} {match[1].strip()}",
        )
