"""Numbers of sections and figures in front of their titles: 第3.2节“…”, Chapter 4, “…”."""

from __future__ import annotations

import re

from transreview.languages.quantity import Quantity
from transreview.lazy_patterns import lazy_pattern

_REFERENCE = lazy_pattern(
    r"(?:\b(?:sections?|chapter|appendix|figure|table|part|example|abschnitt|kapitel|anhang|abbildung|tabelle"
    r"|beispiel|раздел\w*|глав\w*|приложени\w*|рис\w*|таблиц\w*|пример\w*|თავი\w*|სექცი\w*|დანართ\w*"
    r"|ცხრილ\w*|სურათ\w*|bölüm\w*|ek|şekil|tablo)|第)[\s\u00a0]*(?:[A-Z]\.)?[\d.]*$",
    re.IGNORECASE,
)
_TITLE = lazy_pattern(r"[\d.]*[\s\u00a0]*[节節章]?[\s\u00a0]*,?[\s\u00a0]*[“\"„«「『]")


def refers(quantity: Quantity, text: str) -> bool:
    """Whether a number is a section's in front of its title: the title is the reference, wherever it stands.

    Programs write such references, and number them in one language and not in another.
    """
    before = text[max(0, quantity.start - 24) : quantity.start]
    return _REFERENCE.search(before) is not None and _TITLE.match(text, quantity.end) is not None
