"""A sister lost beside „and“: 我的妹妹和弟弟 is no ჩემი და ძმა, where და is the conjunction alone."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_SISTER_AND = lazy_pattern(
    "(?:姐姐|妹妹|姐|妹)(?:[和与跟及]|以及)|(?:[和与跟及]|以及)(?:[我你他她]们?的?)?(?:姐姐|妹妹)"
)
_AND = lazy_pattern("(?<![ა-ჰ-])და(?![ა-ჰ-])")
_SISTER = lazy_pattern(
    "(?<![ა-ჰ])(?:დის|დას|დამ|დები|დებ[ა-ჰ]+|დასთან|დისთვის|დაიკო[ა-ჰ]*|დაც|და-[ა-ჰ-]+|დედმამიშვილ[ა-ჰ]*)(?![ა-ჰ])"
)
SAYS_A_SISTER = sign_of(lambda: "姐妹")


def lost_sisters(source: str, target: str) -> Iterator[Divergence]:
    """Yield the sister joined to another, where a translation has one და for both.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    said = _SISTER_AND.search(source)
    if said is None or len(_AND.findall(target)) != 1:
        return
    if _SISTER.search(target) is None:
        yield Divergence(DivergenceKind.CLAUSE, said.span())
