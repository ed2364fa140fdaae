"""The other of two opposites in a comparison: 这条路比那条路短 is no "longer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

# Opposites as the end of a comparison says them, with the beginnings of their Georgian words.
_OPPOSITES = (
    ("长久", "გრძელ|დიდხანს|ხანგრძლივ", "短", "მოკლე|ხანმოკლე|ცოტა ხანს"),
    ("高", "მაღალ|მაღლ", "低矮", "დაბალ|დაბლ"),
    ("快", "სწრაფ|ჩქარ|მალე", "慢", "ნელ"),
    ("重", "მძიმე", "轻", "მსუბუქ|მჩატე"),
    ("贵", "ძვირ", "宜", "იაფ"),
    ("热暖", "თბილ|ცხელ", "冷凉", "ცივ|გრილ"),
    ("好", "უკეთ|კარგ", "差坏糟", "უარეს|ცუდ"),
    ("远", "შორ", "近", "ახლო"),
    ("强", "ძლიერ", "弱", "სუსტ"),
    ("早", "ადრე", "晚", "გვიან"),
    ("宽", "ფართო|განიერ", "窄", "ვიწრო"),
    ("厚", "სქელ", "薄", "თხელ"),
    ("多", "მეტ", "少", "ნაკლებ|ცოტა"),
    ("老", "ხნიერ|უფროს|ძველ|მოხუც", "轻", "ახალგაზრდ|უმცროს"),
)
_SAID = re.compile(
    "(?<!对)比[^，。；]{1,12}?(?:更|还|要)?(?P<how>[高低矮快慢重轻贵宜热暖冷凉好差坏糟远近强弱早晚宽窄厚薄多少长久短老])(?:一些|一点|很多|得多|了|[0-9一二两三四五六七八九十百千半几].*|些)?(?=[，。；！]|$)"
)
_DENIED = re.compile("(?<![ა-ჰ])(?:არ|ვერ|არა|აღარ|ისეთი|ისე)(?![ა-ჰ])")
SAYS_MORE_THAN = sign_of(lambda: "比")


def turned_comparisons(source: str, target: str) -> Iterator[Divergence]:
    """Yield the opposite of what a comparison says, where nothing of the translation says that itself.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    said = _SAID.search(source)
    if said is None or "不" in source or "没" in source or _DENIED.search(target):
        return
    how = said["how"]
    found = None
    turned = ((other, theirs, one, ours) for one, ours, other, theirs in _OPPOSITES)
    for one, ours, _other, theirs in (*_OPPOSITES, *turned):
        if how in one:
            if re.search(f"(?<![ა-ჰ])(?:{ours})", target):
                return
            found = found or re.search(f"(?<![ა-ჰ])(?:{theirs})[ა-ჰ]*", target)
    if found is not None:
        yield Divergence(DivergenceKind.DIRECTION, said.span("how"), found.span())
