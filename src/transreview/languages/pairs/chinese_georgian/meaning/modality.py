"""What must be, may be and perhaps is: 必须 is no "can", 可以 no "must", 可能 no "surely"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern


class _Modality(NamedTuple):
    """What a source says, what may not stand with it there, and what a translation says instead.

    Attributes:
        said: The words of the source.
        excused: Words of the source with which nothing is told.
        wrong: Words of the translation that say the other thing.
        right: Words of the translation that say the same.
    """

    said: re.Pattern[str]
    excused: re.Pattern[str]
    wrong: re.Pattern[str]
    right: re.Pattern[str]


_MUST = "必须|必須|应当|應當|务必|務必|有义务|有責任|不得不|一定要|(?<![可以])须(?=[经在向于由按有提])"
_MAY = "可以|能够|能夠|有权|有權|允许|允許|准许|可能|可(?=[在由向选自随申])|(?<![不才可只])能(?![力源量])"
_GEORGIAN_MUST = (
    r"(?<!\w)(?:უნდა|ვალდებულ|სავალდებულ|მოვალე|იძულებულ|აუცილებ|საჭირო|ეკისრება|მოეთხოვება|ევალება|მოუწევს"
    r"|მოუხდება)\w*"
)
_GEORGIAN_MAY = r"(?<!\w)(?:შეუძლი|შეგიძლი|შეგვიძლი|შემიძლი|შეეძლ|შეიძლება|შესაძლ|შეძლ|ნებადართ|უფლება)\w*"
_PERHAPS = "可能|也许|也許|或许|或許|大概|恐怕"
_SURELY = "一定|肯定|必定|必将|必然|务必|必须"
_GEORGIAN_PERHAPS = (
    r"(?<!\w)(?:შესაძლ|შეიძლება|ალბათ|სავარაუდო|იქნებ|მოსალოდნელ|ეგებ|თითქოს|სავარაუდოდ|შეუძლია)\w*"
)
_GEORGIAN_SURELY = r"(?<!\w)(?:აუცილებლად|უეჭველად|უსათუოდ|უდავოდ|დანამდვილებით|რა თქმა უნდა|ნამდვილად)(?!\w)"

_KINDS = (
    _Modality(
        lazy_pattern(_MUST),
        lazy_pattern(_MAY + "|不必|无须|無須"),
        lazy_pattern(_GEORGIAN_MAY),
        lazy_pattern(_GEORGIAN_MUST + r"|(?<!\w)(?:არ|ვერ|ნუ|აკრძალ)\w*"),
    ),
    _Modality(
        lazy_pattern("可以|有权|有權|能够|能夠"),
        lazy_pattern(_MUST + "|要|应|應|需|想|愿|願|希望|必|该|該|得|可以说|可以看出"),
        lazy_pattern(r"(?<!\w)(?:უნდა|ვალდებულ\w*|სავალდებულოა?|მოვალეა?)(?!\w)"),
        lazy_pattern(_GEORGIAN_MAY + r"|(?<!\w)(?:არ|ვერ|ნუ)(?!\w)|თქმა უნდა"),
    ),
    _Modality(
        lazy_pattern(_PERHAPS),
        lazy_pattern(_SURELY + "|不可能|可能性|尽可能|盡可能|可能会一定"),
        lazy_pattern(_GEORGIAN_SURELY),
        lazy_pattern(_GEORGIAN_PERHAPS),
    ),
    _Modality(
        lazy_pattern("一定会|一定能|必将|必定|肯定会|必然"),
        lazy_pattern(_PERHAPS + "|不一定|未必|是否|如果|若"),
        lazy_pattern(r"(?<!\w)(?:ალბათ|შესაძლოა?|შეიძლება|იქნებ|სავარაუდოდ)(?!\w)"),
        lazy_pattern(_GEORGIAN_SURELY + r"|(?<!\w)(?:აუცილებ|გარდაუვალ|უეჭვ|ეჭვგარეშე|გარანტ)\w*"),
    ),
)


def changed_modality(source: str, target: str) -> Iterator[Divergence]:
    """Yield the permission that stands for a duty, the duty for a permission, and certainty for a guess."""
    for kind in _KINDS:
        said = kind.said.search(source)
        if said is None or kind.excused.search(source):
            continue
        found = kind.wrong.search(target)
        if found is not None and not kind.right.search(target):
            yield Divergence(DivergenceKind.MODALITY, said.span(), found.span())
            return


_ASIDE = lazy_pattern(r"\(\?[^()]*\)")
SAYS_A_MODALITY = sign_of(
    lambda: (_ASIDE.sub("", word) for kind in _KINDS for word in kind.said.pattern.split("|"))
)
