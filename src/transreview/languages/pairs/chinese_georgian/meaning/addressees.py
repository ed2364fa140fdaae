"""Who is asked: 你们什么时候出发 is no "when do we leave"."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_ASKED = lazy_pattern("^(?:请问[，,]?)?(?:你们|您们|你|您)(?![的好])")
_FIRST = lazy_pattern("我|咱|自己|本人")
_WE = lazy_pattern("(?<![ა-ჰ])(?:მე|ჩვენ)(?![ა-ჰ])")
# Verbs of ours: შეგვიძლია for შეგიძლიათ.
_WE_MAY = lazy_pattern(
    "(?<![ა-ჰ])(?:შეგვიძლია|შეგვეძლო|გვაქვს|გვჭირდება|გვსურს|გვინდა|მოგვიწევს|ვაპირებთ"
    "|უნდა (?:და|გა|მო|შე|ჩა|წა|მი|გადა|ჩამო|წამო)?ვ[ა-ჰ]+თ|შევძლებთ)(?![ა-ჰ])"
)
# A form of the second person, or one that may be: an object in გ-, an order.
_YOU = lazy_pattern(
    "(?<![ა-ჰ])(?:თქვენ|შენ)[ა-ჰ]*|(?<![ა-ჰ])(?:და|გა|მო|შე|მი|ჩა|წა|გადა|ა)?გ(?!ვ(?:ი|ა|ს|ჭ|ე))[ა-ჰ]*(?:თ|ს)(?![ა-ჰ])|ხარ"
)
_THEY = lazy_pattern("(?<![ა-ჰ])(?:ის|მან|ისინი|მათ)(?= )")
_HE = lazy_pattern("他|她|它|其|谁|誰|人")


def changed_addressees(source: str, target: str) -> Iterator[Divergence]:
    """Yield "we" or "he" of a translation where the source's short sentence speaks to somebody."""
    asked = _ASKED.search(source)
    if asked is None or _FIRST.search(source) or _YOU.search(target):
        return
    found = _WE.search(target) or _WE_MAY.search(target)
    if found is None and not _HE.search(source):
        found = _THEY.match(target)
    if found is not None:
        yield Divergence(DivergenceKind.SPEAKER, asked.span(), found.span())


SAYS_YOU = sign_of(lambda: "你您")
