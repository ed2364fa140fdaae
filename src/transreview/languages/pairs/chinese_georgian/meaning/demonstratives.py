"""This and that before a noun of another case: 这个国家 is ამ ქვეყანაში, and no ეს ქვეყანაში."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.agreement import is_plain_nominative, plain_demonstratives
from transreview.languages.georgian.grammar.words import words_of
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# A demonstrative with its noun; alone it is the subject (这是 …).
_SAID = lazy_pattern(
    "[这這那该該此](?:[一二两三几些]?(?:个|個|座|位|项|項|种|種|家|些|本|条|條|次|场|場|部|款|类|類|份|届|名|间|間|台|辆|艘|幅|所|段|片|批|套|座|国|國|市|省|校|案|院"
    "|地区|地區|平台|公司|城市|国家|问题|企业|系统|产品|项目|领域|机构|法|书|船|区|村|镇|山|河|人|年|月|天))"
)
# Of a thing that something belongs to: 这家公司的产品 is ამ კომპანიის, and no ეს კომპანიის.
_OF_THIS = lazy_pattern(f"{_SAID.pattern}[^，。；！？、的]{{0,5}}的")
_BEFORE_OWNER = lazy_pattern(
    "(?<![ა-ჰ\\w-])(?P<this>ეს|ის) (?:(?P<own>[ა-ჰ]+[იო]) )?(?!არის )[ა-ჰ]{2,}(?:ების|ის) (?=[ა-ჰ])"
)
# What stands behind a genitive belongs to one noun with it: თვალის ამ წვეთების.
_BETWEEN_OWNERS = lazy_pattern("(?<![ა-ჰ])[ა-ჰ]+ის (?P<this>ეს|ის) [ა-ჰ]{3,}(?:ების|ის) (?=[ა-ჰ])")
SAYS_THIS = sign_of(lambda: "这這那该該此")
_ALONE = frozenset(("ეს", "ის", "იგი"))
_WRITTEN = lazy_pattern("(?<![ა-ჰ\\w-])(?:ეს|ის|იგი) ")


def undeclined_demonstratives(source: str, target: str) -> Iterator[Divergence]:
    """Yield ეს and ის before a dative where the source says this or that of a thing."""
    if _ALONE.isdisjoint(words_in(target)) or not _WRITTEN.search(target):
        return
    said = _SAID.search(source)
    if said is None:
        return
    owner = (_BEFORE_OWNER if _OF_THIS.search(source) else _BETWEEN_OWNERS).search(target)
    # ეს ხიდი მდინარის: what follows is its own noun.
    own = owner.groupdict().get("own") if owner is not None else None
    if owner is not None and not (own and is_plain_nominative(own)):
        right = "ამ" if owner["this"] == "ეს" else "იმ"
        yield Divergence(DivergenceKind.DEMONSTRATIVE, said.span(), owner.span("this"), right)
        return
    for fault in plain_demonstratives(words_of(target), doubtful=True):
        if target[fault.start - 1 : fault.start] in ("", " ", "„", "("):
            span = (fault.start, fault.end)
            yield Divergence(DivergenceKind.DEMONSTRATIVE, said.span(), span, fault.right)
