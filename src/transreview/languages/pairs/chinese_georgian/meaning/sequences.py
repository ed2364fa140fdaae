"""What comes first and what comes then: 先付款，后发货 is no "first the goods, then the money"."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.coverage import counterparts_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_SAID = lazy_pattern(
    "(?<![首优预原事最领])先(?!生|后|進|进|前|例|行者|锋|驱)(?P<first>[^，。；]{1,10}?)[，、]?(?:然后|而后|再|后(?![天年来])|才)(?P<then>[^，。；]{1,12})"
)
_WRITTEN = lazy_pattern(
    "(?<![ა-ჰ])(?:ჯერ|თავდაპირველად|თავიდან|პირველად|უწინ) "
    "(?P<first>.+?)(?<![ა-ჰ])(?:შემდეგ|მერე|შემდგომ)(?![ა-ჰ])"
    "(?P<then>.+)"
)
SAYS_A_SEQUENCE = sign_of(lambda: "先")


def turned_sequences(source: str, target: str) -> Iterator[Divergence]:
    """Yield what a source has come first and its translation then, as far as the lexicon knows the words.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    written = _WRITTEN.search(target)
    said = _SAID.search(source) if written is not None else None
    if said is None or written is None:
        return
    straight = crossed = 0
    for ours in ("first", "then"):
        for theirs in ("first", "then"):
            found = counterparts_in(said[ours], written[theirs], "zh", "ka")
            straight, crossed = straight + found * (ours == theirs), crossed + found * (ours != theirs)
    if crossed and not straight:
        yield Divergence(DivergenceKind.DIRECTION, said.span(), written.span())
