"""Two denials of a source that make a yes, and a translation that has one of them: 没有谁不想, 不得不."""

from __future__ import annotations

from collections.abc import Callable

from transreview.lazy_patterns import lazy_pattern

# Nobody is not: everybody is. The translation has two denials, or a word for all.
_NOBODY_NOT = lazy_pattern(
    "并非[^，。；]{0,4}(?:不(?!过)|无|没有)|(?:没有|沒有|没|无)(?:谁|人|哪个?|哪家|一个?|任何)[^，。；]{0,6}(?<!不)不(?![仅但断错同])"
)
_EVERYBODY = lazy_pattern("(?<![ა-ჰ])(?:ყველ|ყოველ|ნებისმიერ|თითოეულ|მთელ|სრულ)[ა-ჰ]*")
# It cannot be that one does not: one surely does.
_CANNOT_NOT = lazy_pattern("不(?:可能|会|能)不(?![仅但断错同久])")
_SURELY = lazy_pattern(
    "(?<![ა-ჰ])(?:აუცილებ|უეჭვ|უთუოდ|უდავ|ნამდვილ|იძულებ|უნდა|ალბათ|გარდაუვ|ეჭვგარეშე|მოუწ|მოგვიწ|მომიწ|მოუხდ|დარწმუნებ|ვალდებ)"
    "|თქმა უნდა"
)
# One is not unwilling: one wants to. The translation wants, or denies twice.
_NOT_UNWILLING = lazy_pattern("不是不(?:想|愿意?|肯|喜欢|爱|同意|知道|懂|关心|重视|努力)")
_UNWILLING = lazy_pattern(
    "(?<![ა-ჰ])(?:არ|აღარ|ვერ) (?:სურ|უნდოდ|მინდ|გვინდ|მსურ|გვსურ|უყვარ|მიყვარ|მოსწონ|ეთანხმ|იცოდ|იცი|ცდილ)"
)
# Denied once, for all Georgian words that go along with it: არც ერთ საწარმოს არ სურს.
_NOBODY = lazy_pattern("(?<![ა-ჰ])(?:არც ერთ|არცერთ|ვერც ერთ|ვერცერთ|არავი|ვერავი|არაფ|ვერაფ)[ა-ჰ]*")
_WHO = lazy_pattern("(?<![ა-ჰ])(?:ვინც|ვისაც|რომელ|რომ(?![ა-ჰ]))")
_PARTICLE = lazy_pattern("(?<![ა-ჰ])(?:არ|ვერ|აღარ|ვეღარ)(?![ა-ჰ])")


def lost_half(source: str, target: str, denials_in: Callable[[str], int]) -> tuple[int, int] | None:
    """Return the two denials of a source of which its translation has one.

    Args:
        source: Chinese text.
        target: Its translation.
        denials_in: Tells how many words of a translation deny something.
    """
    cannot = _CANNOT_NOT.search(source)
    twice = _NOBODY_NOT.search(source)
    willing = _NOT_UNWILLING.search(source)
    if cannot is None and twice is None and willing is None:
        return None
    one_of_all = _NOBODY.search(target) is not None and not _WHO.search(target)
    if twice is not None and one_of_all and len(_PARTICLE.findall(target)) <= 1:
        others = _NOBODY.sub("", target)
        return None if "გარეშე" in target or denials_in(others) > 1 else twice.span()
    if denials_in(target) != 1:
        return None
    if willing is not None and _UNWILLING.search(target) and len(_PARTICLE.findall(target)) == 1:
        return willing.span()
    if cannot is not None and not _SURELY.search(target):
        return cannot.span()
    if twice is None or _EVERYBODY.search(target) or _PARTICLE.search(target):
        return None
    return twice.span()


def all_do(source: str, target: str) -> bool:
    """Whether nobody does not in a source, and everybody does in its translation, which denies nothing.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    return _NOBODY_NOT.search(source) is not None and _EVERYBODY.search(target) is not None


# Words with a sign of denial that say yes, and Georgian words for them that deny all the same.
_YES = (
    (
        lazy_pattern("不得不|不能不|不可不|非[^，。；]{1,8}不可"),
        lazy_pattern("თუ არ|სხვა გზა|გარეშე|შეუძლებ|არ შეიძლება|არჩევანი"),
    ),
    (
        lazy_pattern("不少(?!于)|无数|許多|不时|不一会"),
        lazy_pattern("არ(?:ც თუ)? ცოტა|არ არის ცოტა|არცთუ|ბევრი არ"),
    ),
    (
        lazy_pattern("非常"),
        lazy_pattern("ადვილ|იოლ|მარტივ|ცოტა|ურიგო|რთულ|ძნელ|ცუდ|მცირე|უმნიშვნელ"),
    ),
    (lazy_pattern("不断"), lazy_pattern("წყდებ|წყვეტ|ჩერდებ|აჩერებ|ცხრებ|კლებ")),
    (lazy_pattern("不久"), lazy_pattern("გასულ|დიდი ხან|შორს|დიდხანს")),
)


def says_yes(source: str, target: str) -> bool:
    """Whether a source has such a word, and its translation no word for it that may deny.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    for said, excused in _YES:
        if said.search(source):
            return not excused.search(target) and not _SURELY.search(target)
    return False
