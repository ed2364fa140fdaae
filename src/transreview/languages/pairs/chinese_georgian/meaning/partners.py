"""With whom, for whom, of whom: 与我们合作 is no თქვენთან თანამშრომლობა."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.pairs.chinese_georgian.meaning.persons import speaks_of_itself
from transreview.languages.pairs.chinese_georgian.meaning.told import TOLD_ME
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_QUOTED = lazy_pattern("[“”「」]")
_US_ANYWHERE = lazy_pattern("我们|我們|咱们|我(?!国|國|的国|党|省|市|县|军|校)")
_YOU_ANYWHERE = lazy_pattern("你|您|贵|请|請|诸位|各位|大家|阁下|自己")
_GEORGIAN_YOU = lazy_pattern("(?<![ა-ჰ])(?:თქვენ|შენ)(?:თან|თვის|გან|კენ|ზე|ში|ს|ი|მა|ც)?(?![ა-ჰ])")
_GEORGIAN_US = lazy_pattern("(?<![ა-ჰ])(?:ჩვენ|ჩემ)(?:თან|თვის|გან|კენ|ზე|ში|ს|ი|მა|ც)?(?![ა-ჰ])")
# Marks of me, us and you within a verb.
_MARKED_FIRST = lazy_pattern(
    "(?<![ა-ჰ])(?:გადმო|გადა|გამო|შემო|ჩამო|წამო|და|გა|მო|შე|ჩა|მი)(?:გვ|მ(?=[აიე]))[ა-ჰ]{2,}"
)
_MARKED_SECOND = lazy_pattern(
    "(?<![ა-ჰ])(?:გადა|გამო|შემო|ჩამო|წამო|და|გა|მო|შე|ჩა|მი)?გ(?!ვ)[ა-ჰ]{2,}|(?<![ა-ჰ])[ა-ჰ]+(?:ეთ|ით|ათ|ავთ|ებთ|ობთ)(?![ა-ჰ])"
)


# A verb with the mark of "you" for its object: შეგატყობინეს, beside შეატყობინეს.
_TO_YOU = lazy_pattern(
    "(?<![ა-ჰ])(?P<preverb>გადმო|გადა|გამო|შემო|ჩამო|და|გა|მო|შე|მი)გ(?P<rest>[აიე][ა-ჰ]{4,})(?![ა-ჰ])"
)


def _done_to_you(target: str) -> re.Match[str] | None:
    for match in _TO_YOU.finditer(target):
        preverb, rest = match["preverb"], match["rest"]
        if is_form(preverb + rest) or verb_form(preverb + rest) is not None:
            return match
    return None


# What is done for us, and a verb of what is done for him: 寄给我们, გაუგზავნეთ.
_TO_US = lazy_pattern("(?:[给給]|告诉|通知)我(?:们|們)?(?![的国國公厂校家省市])")
_FOR_OTHERS = lazy_pattern("(?<![ა-ჰ])(?:გადა|გამო|ჩამო|და|გა|მო|მი|შე)უ[ა-ჰ]{3,}(?:თ|ა|ეს|ს|ოს)(?![ა-ჰ])")


_TO_WHOM_YOU = lazy_pattern("[给給向](?:您|你们|你)(?!们?的|方)")
_FOR_US = lazy_pattern("(?<![ა-ჰ])(?:გადმო|გადა|გამო|შემო|ჩამო|და|გა|მო|მი|შე)გვ[აიე][ა-ჰ]{3,}")


def turned_to_us(source: str, target: str) -> Iterator[Divergence]:
    """Yield what is done for us where the source has it done for you: 发给您, გამოგვიგზავნის."""
    said = _TO_WHOM_YOU.search(source)
    found = _FOR_US.search(target) if said is not None and not _GEORGIAN_YOU.search(target) else None
    if said is not None and found is not None and not _TO_US.search(source) and not _QUOTED.search(source):
        yield Divergence(DivergenceKind.SPEAKER, said.span(), found.span())


def turned_to_another(source: str, target: str) -> Iterator[Divergence]:
    """Yield "you" where the source has only "we", and "we" where it has only "you"."""
    if _QUOTED.search(source):
        return
    us, you = _US_ANYWHERE.search(source), _YOU_ANYWHERE.search(source)
    to_us = _TO_US.search(source)
    if to_us is not None and not speaks_of_itself(target) and not _MARKED_FIRST.search(target):
        found = _FOR_OTHERS.search(target)
        if found is not None and TOLD_ME.search(target) is None and not found.group().endswith("და"):
            yield Divergence(DivergenceKind.SPEAKER, to_us.span(), found.span())
            return
    if us is not None and you is None:
        found = _GEORGIAN_YOU.search(target) or _done_to_you(target)
        if found is not None and not speaks_of_itself(target) and not _MARKED_FIRST.search(target):
            yield Divergence(DivergenceKind.SPEAKER, us.span(), found.span())
    elif us is None and you is not None and you.group() in "你您":
        found = _GEORGIAN_US.search(target)
        if found is not None and not _GEORGIAN_YOU.search(target) and not _MARKED_SECOND.search(target):
            yield Divergence(DivergenceKind.SPEAKER, you.span(), found.span())


SAYS_US_OR_YOU = sign_of(lambda: "我咱你您")
