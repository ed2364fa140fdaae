"""One of several, of which the noun is of one: 最大的城市之一 is no ერთ-ერთი უდიდესი ქალაქებია."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_OF_SEVERAL = lazy_pattern("之一|其中一|中的一")
# The first noun of many that ends the phrase: in the nominative, the ergative, the dative, with „is“.
_MANY = lazy_pattern(
    "(?<![ა-ჰ])ერთ-ერთ(?:ი|მა|ს)? (?:[ა-ჰ-]+ ){0,4}?(?P<many>(?P<stem>[ა-ჰ]{3,})ებ(?:ი|ია|მა|ად))(?![ა-ჰ-])"
)
SAYS_ONE_OF_SEVERAL = sign_of(lambda: ("之一", "其中一", "中的一"))


def numbers_of_one(source: str, target: str) -> Iterator[Divergence]:
    """Yield the noun of many behind „one of“ in a translation.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    said = _OF_SEVERAL.search(source)
    if said is None:
        return
    for match in _MANY.finditer(target):
        stem = match["stem"]
        if any(map(is_form, (f"{stem}ები", f"{stem}ი", f"{stem}ა", f"{stem}ის"))):
            yield Divergence(DivergenceKind.RELATION, said.span(), match.span("many"))
