"""What is said to me or done by me, and in the translation to another or by him: 她告诉我 is no უთხრა."""

from __future__ import annotations

import re

from transreview.languages.georgian.grammar.clauses import case_of, is_noun
from transreview.languages.georgian.grammar.receivers import gives
from transreview.languages.georgian.grammar.words import words_of
from transreview.lazy_patterns import lazy_pattern

# What is said to me or done for me, and the verbs of what is said to another.
_TO_ME = lazy_pattern(
    "(?:告诉|告訴|问|請|请|叫|让|催|劝|提醒|邀请|通知|建议|要求|鼓励|对|向|给|帮)了?我(?!们?(?:的|国|公司|厂))"
)
_WORD = lazy_pattern("[ა-ჰ]{4,}")
_TOLD = lazy_pattern(
    "(?:უთხრა|უთხრეს|ჰკითხა|ჰკითხეს|სთხოვა|სთხოვეს|მისცა|მისცეს|აჩვენა|აჩვენეს|ურჩია|ურჩიეს|დაურეკა|დაურეკეს"
    "|მისწერა|მისწერეს|აცნობა|აცნობეს|შეატყობინა|შეატყობინეს|შესთავაზა|შესთავაზეს|ასწავლა|ასწავლეს|შეახსენა|შეახსენეს|აუხსნა"
    "|აუხსნეს|დაეხმარა|დაეხმარნენ|მიუტანა|გაუგზავნა|გაუგზავნეს|უბრძანა|უამბო|უამბეს|დაპირდა|დაჰპირდა|უპასუხა|უპასუხეს"
    "|(?:დაურეკ|მისწერ|უთხრ|აცნობ|შეატყობინ|გაუგზავნ|აჩვენ|უჩვენ|ურჩი|ასწავლ|დაეხმარ)(?:ო|ოთ|ოს|ეთ|ე))"
)
TOLD_ME = lazy_pattern(
    "(?<![ა-ჰ])(?:მითხ|მკით|მთხოვ|მომც|მაჩვენ|მირჩ|დამირ|მომწ|მაცნობ|შემატ|შემომ|მასწავლ|შემახ|ამიხს|დამეხ|მომიტ"
    "|გამომიგ|მიბრძ|მიამბ|გვი|გვა|გვკ|გვთ|გაგვ|გაგვი|გამა|შეგვ|დაგვ|მოგვ|ჩემ|ჩვენ)"
)


def said_to_another(source: str, target: str) -> tuple[int, int] | None:
    """Return the verb of what is said to another where the source has it said to me: 她告诉我, უთხრა."""
    if _TO_ME.search(source) is None or len(_TO_ME.findall(source)) > 1:
        return None
    told = [match for match in _WORD.finditer(target) if _TOLD.fullmatch(match[0]) or gives(match[0])]
    if len(told) != 1 or re.search("给|对|向|问|告诉", _TO_ME.sub("", source)):
        return None
    before = target[: told[0].start()]
    if TOLD_ME.search(before) or any(case_of(word.text) == "Dat" for word in words_of(before)):
        return None
    return told[0].span()


_NEVER = lazy_pattern("没有?[^，。]{0,6}过|从未|从没|未曾|从来没")
_NEVER_DONE = lazy_pattern(
    "(?<![ა-ჰ])(?:არ|არასდროს|არასოდეს|ჯერ) "
    "(?P<done>(?:გადა|გამო|ჩამო|და|გა|მო|შე|ჩა|წა|მი|ა)?უ[ა-ჰ]{2,}(?:ავს|ია|ამს|ევს|ებია))(?![ა-ჰ])"
)


def never_by_another(who: str, source: str, target: str) -> tuple[int, int] | None:
    """Return the perfect of another where I, we or you have never done something: 我从未见过, უნახავს."""
    if who[0] in "他她" or not _NEVER.search(source):
        return None
    done = _NEVER_DONE.search(target)
    if done is None or any(case_of(word.text) == "Dat" and is_noun(word.text) for word in words_of(target)):
        return None
    return done.span("done")
