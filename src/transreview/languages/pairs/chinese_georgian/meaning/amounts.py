"""By how much something changes, and to how much: 上涨了15% is no "15%-მდე გაიზარდა"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

_CHANGES = (
    "增长",
    "增加",
    "上涨",
    "上升",
    "提高",
    "下降",
    "下跌",
    "减少",
    "降低",
    "上调",
    "下调",
    "涨",
    "跌",
)
_BY = re.compile(f"(?:{'|'.join(_CHANGES)})(?:了|约)?(?P<number>[0-9]+(?:[.][0-9]+)?)[%％]")
_TO = re.compile(f"(?:{'|'.join(_CHANGES)}|降|升|增|减)[至到](?:了|约)?(?P<number>[0-9]+(?:[.][0-9]+)?)[%％]")
SAYS_BY_HOW_MUCH = sign_of(lambda: (*_CHANGES, "降", "升", "增", "减"))


def changed_amounts(source: str, target: str) -> Iterator[Divergence]:
    """Yield the percentage up to which something changes where the source has it change by this, and back.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    for said, wrong, right in ((_BY, "(?:ა?მდე)", "ით"), (_TO, "ით", "(?:ა?მდე)")):
        found = list(said.finditer(source))
        if len(found) != 1:
            continue
        number = re.escape(found[0]["number"]).replace(r"\.", "[.,]")
        behind = rf"(?<![0-9.,]){number} ?(?:%|პროცენტ)-?"
        written = re.search(f"{behind}{wrong}(?![ა-ჰ])", target)
        if written is not None and not re.search(f"{behind}{right}(?![ა-ჰ])", target):
            yield Divergence(DivergenceKind.DIRECTION, found[0].span(), written.span())
