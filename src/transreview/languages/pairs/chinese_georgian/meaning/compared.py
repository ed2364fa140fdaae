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
    ("大", "დიდ|მოზრდ|უდიდ", "小", "პატარ|მცირე|მომცრო|უმცირ"),
    ("深", "ღრმა|ღრმ", "浅", "თხელ|არაღრმ"),
    ("难", "რთულ|ძნელ", "易单", "ადვილ|მარტივ|იოლ"),
    ("老", "ხნიერ|უფროს|ძველ|მოხუც", "轻", "ახალგაზრდ|უმცროს"),
)
_SAID = re.compile(
    "(?<!对)比[^，。；]{1,12}?(?:更|还|要)?(?P<how>[高低矮快慢重轻贵宜热暖冷凉好差坏糟远近强弱早晚宽窄厚薄多少长久短老])(?:一些|一点|很多|得多|了|[0-9一二两三四五六七八九十百千半几].*|些)?(?=[，。；！]|$)"
)
# What is less than another, with the one it is compared with: 不如那家大, 没有去年那么高.
_LESS = re.compile(
    "(?:不如|不及|比不上)[^，。；]{1,10}?(?:那么|这么|那样)?(?P<how>[高低快慢重轻贵热暖冷凉好差远近强弱早晚宽窄厚薄多少长短老大小深浅难])(?=[，。；！]|$)"
    "|没有?[^，。；]{0,8}?(?:那么|这么|那样)(?P<much>[高低快慢重轻贵热暖冷凉好差远近强弱早晚宽窄厚薄多少长短老大小深浅难])"
)
# What grows: 越来越高.
_GROWS = re.compile(
    "(?:越来越|日益|变得更加?|更加)(?P<how>[高低矮快慢重轻贵热暖冷凉好差坏糟远近强弱早晚宽窄厚薄多少长短老大小深浅难])(?=[，。；！了]|$)"
)
_DENIED = re.compile("(?<![ა-ჰ])(?:არ|ვერ|არა|აღარ|ისეთი|ისე)(?![ა-ჰ])")
_LESS_THAN = re.compile("(?<![ა-ჰ])(?:ნაკლებ|ჩამოუვარდ|ჩამორჩ)")
SAYS_MORE_THAN = sign_of(lambda: ("比", "不如", "不及", "那么", "这么", "那样", "越来越", "日益", "更"))


def turned_comparisons(source: str, target: str) -> Iterator[Divergence]:
    """Yield the opposite of what a comparison says, where nothing of the translation says that itself.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    less = _LESS.search(source)
    if less is not None:
        yield from _turned_less(less, target)
        return
    said = _SAID.search(source) or _GROWS.search(source)
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


_THAN = re.compile("(?<![ა-ჰ])(?:უფრო|ვიდრე)(?![ა-ჰ])|[ა-ჰ]{2,}ზე (?:უფრო )?$")


def _turned_less(less: re.Match[str], target: str) -> Iterator[Divergence]:
    """Yield what a translation says is more where the source says that it is less: 不如那家大."""
    if _DENIED.search(target) or _LESS_THAN.search(target):
        return
    how = less["how"] or less["much"]
    for one, ours, other, theirs in _OPPOSITES:
        words = ours if how in one else theirs if how in other else ""
        said = re.search(f"(?<![ა-ჰ])(?:{words})[ა-ჰ]*", target) if words else None
        if said is not None and _THAN.search(target[: said.start()]):
            place = less.span("how") if less["how"] else less.span("much")
            yield Divergence(DivergenceKind.DIRECTION, place, said.span())
            return
