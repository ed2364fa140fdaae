"""The other of two opposites in a comparison: 这条路比那条路短 is no "longer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# Opposites as the end of a comparison says them, with the beginnings of their Georgian words.
_OPPOSITES = (
    (
        "长久",
        "გრძელ|დიდხანს|ხანგრძლივ|გახანგრძლ|გაგრძელ",
        "短",
        "მოკლე|ხანმოკლე|ცოტა ხანს|მოკლდ|შემოკლ|შემცირ",
    ),
    (
        "高",
        "მაღალ|მაღლ|ამაღლ|იზრდ|გაიზარდ|იმატ|მოიმატ|აიწი",
        "低矮",
        "დაბალ|დაბლ|დადაბლ|მცირდ|შემცირ|იკლ|დაიკლ|დაიწი",
    ),
    ("快", "სწრაფ|ჩქარ|მალე|აჩქარ|დაჩქარ", "慢", "ნელ|შენელ"),
    ("重", "მძიმე|მძიმდ|დამძიმ", "轻", "მსუბუქ|მჩატე|შემსუბუქ"),
    ("贵", "ძვირ|გაძვირ", "宜", "იაფ|გაიაფ"),
    ("热暖", "თბილ|ცხელ|დათბ|თბებ|დაცხ|ცხელდ", "冷凉", "ცივ|გრილ|აცივ|აგრილ|ცივდ"),
    ("好", "უკეთ|კარგ|უმჯობეს|გაუმჯობ|გამოსწორ", "差坏糟", "უარეს|ცუდ|გაუარეს|გაფუჭ"),
    ("远", "შორ|დაშორ", "近", "ახლო|მიახლო|დაახლოვ|უახლოვ"),
    ("强", "ძლიერ|გაძლიერ", "弱", "სუსტ|შესუსტ"),
    ("早", "ადრე", "晚", "გვიან"),
    ("宽", "ფართო|განიერ|გაფართო", "窄", "ვიწრო|დავიწრო"),
    ("厚", "სქელ|გასქელ", "薄", "თხელ|გათხელ"),
    ("多", "მეტ|იზრდ|გაიზარდ|იმატ|მრავლდ|გამრავლ", "少", "ნაკლებ|ცოტა|მცირდ|შემცირ|იკლ|დაიკლ|იკლებ|კლებულ"),
    ("大", "დიდ|მოზრდ|უდიდ|იზრდ|გაიზარდ|გადიდ", "小", "პატარ|მცირე|მომცრო|უმცირ|მცირდ|შემცირ|დაპატარ"),
    ("深", "ღრმა|ღრმ|გაღრმ", "浅", "თხელ|არაღრმ"),
    ("难", "რთულ|ძნელ|გართულ|გაძნელ", "易单", "ადვილ|მარტივ|იოლ|გამარტივ|გაიოლ|გაადვილ"),
    ("硬", "მაგარ|მყარ|ხისტ", "软", "რბილ"),
    ("亮", "ნათელ|კაშკაშ|ნათლ", "暗", "ბნელ|მკრთალ"),
    ("富", "მდიდარ|მდიდრ", "穷", "ღარიბ"),
    ("胖", "მსუქან|მსუქნ", "瘦", "გამხდარ|გამხდრ"),
    ("新", "ახალ", "旧", "ძველ"),
    ("美", "ლამაზ", "丑", "უშნო|მახინჯ"),
    ("老", "ხნიერ|უფროს|ძველ|მოხუც|ბერდ", "轻", "ახალგაზრდ|უმცროს"),
)
_HOW = f"[{''.join(one + other for one, _ours, other, _theirs in _OPPOSITES)}]"
_SAID = lazy_pattern(
    f"(?<!对)比[^，。；]{{1,12}}?(?:更|还|要)?(?P<how>{_HOW})"
    "(?:一些|一点|很多|得多|了|[0-9一二两三四五六七八九十百千半几].*|些)?(?=[，。；！]|$)"
)
# What is less than another, with the one it is compared with: 不如那家大, 没有去年那么高.
_LESS = lazy_pattern(
    f"(?:不如|不及|比不上)[^，。；]{{1,10}}?(?:那么|这么|那样)?(?P<how>{_HOW})(?=[，。；！]|$)"
    f"|没有?[^，。；]{{0,8}}?(?:那么|这么|那样)(?P<much>{_HOW})"
    f"|没有(?:昨|今|去|前|上|以前|过去|那|我|他|她|你)[^，。；]{{0,6}}?(?P<plain>{_HOW})(?=[，。；！]|$)"
)
# What grows: 越来越高.
_GROWS = lazy_pattern(f"(?:越来越|日益|变得更加?|更加)(?P<how>{_HOW})(?=[，。；！了]|$)")
# More of any quality, and less of it: 更安全, ნაკლებად უსაფრთხო.
_MORE, _LITTLE = (
    lazy_pattern("(?<!对)比[^，。；]{1,12}更|更加?(?!多|改|新|换|衣|生)"),
    lazy_pattern("[少低不没小弱差轻淡浅慢短便薄窄易难无非]"),
)
_FEWER = lazy_pattern("(?<![ა-ჰ])ნაკლებ(?:ად|ი|ია)(?![ა-ჰ])")
_GEORGIAN_MORE = lazy_pattern("(?<![ა-ჰ])(?:უფრო|მეტ[ა-ჰ]*|უკეთ[ა-ჰ]*|კიდევ)(?![ა-ჰ])")
_DENIES = lazy_pattern("不(?!锈钢|动产|锈)|没(?!收)")
_DENIED = lazy_pattern("(?<![ა-ჰ])(?:არ|ვერ|არა|აღარ|ისეთი|ისე)(?![ა-ჰ])")
_LESS_THAN = lazy_pattern("(?<![ა-ჰ])(?:ნაკლებ|ჩამოუვარდ|ჩამორჩ)")
SAYS_MORE_THAN = sign_of(
    lambda: ("比", "不如", "不及", "那么", "这么", "那样", "越来越", "日益", "更", "比不上", "没有")
)


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
    more = _MORE.search(source)
    fewer = _FEWER.search(target) if more is not None and not _LITTLE.search(source) else None
    if more is not None and fewer is not None and not _GEORGIAN_MORE.search(target):
        yield Divergence(DivergenceKind.DIRECTION, more.span(), fewer.span())
        return
    said = _SAID.search(source) or _GROWS.search(source)
    if said is None or _DENIES.search(source) or _DENIED.search(target):
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


_THAN = lazy_pattern("(?<![ა-ჰ])(?:უფრო|ვიდრე)(?![ა-ჰ])|[ა-ჰ]{2,}ზე (?:უფრო )?$")


def _turned_less(less: re.Match[str], target: str) -> Iterator[Divergence]:
    """Yield what a translation says is more where the source says that it is less: 不如那家大."""
    if _DENIED.search(target) or _LESS_THAN.search(target):
        return
    group = less.lastgroup or "how"
    how = less[group]
    for one, ours, other, theirs in _OPPOSITES:
        words = ours if how in one else theirs if how in other else ""
        said = re.search(f"(?<![ა-ჰ])(?:{words})[ა-ჰ]*", target) if words else None
        if said is not None and _THAN.search(target[: said.start()]):
            yield Divergence(DivergenceKind.DIRECTION, less.span(group), said.span())
            return


def says_the_opposite(source: str, target: str) -> bool:
    """Whether a translation says "lower" for "higher": with both things exchanged that is the same.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    words = re.search(f"(?P<how>{_HOW})(?:于|一些|一点|很多|得多|了|的|[，。；！]|$)", source)
    if words is None:
        return False
    for one, ours, other, theirs in _OPPOSITES:
        for how, same, turned in ((one, ours, theirs), (other, theirs, ours)):
            if words["how"] in how and not _begins(same, target) and _begins(turned, target):
                return True
    return False


def _begins(words: str, target: str) -> bool:
    return re.search(f"(?<![ა-ჰ])(?:{words})", target) is not None
