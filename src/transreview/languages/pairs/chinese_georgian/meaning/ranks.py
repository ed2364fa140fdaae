"""Deputies, former and honorary holders of an office: 副市长 is no მერი, 前总统 no პრეზიდენტი."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_OFFICE = (
    "总理|總理|主席|总统|總統|部长|部長|市长|市長|省长|省長|书记|書記|主任|总裁|總裁|院长|院長|校长|校長|经理|經理|会长|會長"
    "|秘书长|秘書長|局长|局長|总经理|董事长|司长|县长|州长|行长|理事长|所长|区长|议长|首相|外长|防长|财长|国务卿|教练|队长|总监|馆长|台长"
    "|教授|领导人|大使|总干事|检察长|总书记|厅长|处长|科长|镇长|村长|团长"
)
_GEORGIAN_OFFICE = lazy_pattern(
    r"(?<!\w)(?:პრემიერ|თავმჯდომარ|პრეზიდენტ|მინისტრ|მერ(?=(?:ი|მა|ს|ის|ია|თან|ად)?(?!\w))|გუბერნატორ|მდივან|მდივნ|დირექტორ"
    r"|რექტორ|მენეჯერ|პროფესორ|სპიკერ|მწვრთნელ|კაპიტან|ელჩ(?!ო)|ხელმძღვანელ|კანცლერ|ლიდერ|პროკურორ|უფროს|გამგებ|მმართველ)\w*"
)


class _Rank(NamedTuple):
    """A rank: how the source says it, and what of a translation says it too.

    Attributes:
        said: The word before the office.
        ours: What of the translation says it.
        surely: The words of the translation that say nothing else.
        signs: What else of a source may stand for these.
    """

    said: re.Pattern[str]
    ours: re.Pattern[str]
    surely: re.Pattern[str]
    signs: re.Pattern[str]


_FORMER = "球员|冠军|妻|夫"
_PLACE = "[^，。；、：\\s]{0,4}?"
_RANKS = (
    _Rank(
        lazy_pattern(f"(?:常务)?副(?={_PLACE}(?:{_OFFICE}))"),
        lazy_pattern(r"(?<!\w)(?:ვიცე|მოადგილ|ასოცირებულ|თანა|ქვე|სუბ|მეორე)\w*"),
        lazy_pattern(r"(?<!\w)(?:ვიცე-\w+|მოადგილ\w*)"),
        lazy_pattern("副|代|次|助理|二把手|亚军|常务"),
    ),
    _Rank(
        lazy_pattern(
            f"(?<![以之目当提面空眼从年月天周日先生线先])(?:前|原|前任)(?={_PLACE}(?:{_OFFICE}|{_FORMER}))"
        ),
        lazy_pattern(r"(?<!\w)(?:ყოფილ|ექს|წინა|ადრ|წინამორბედ|მანამდე|უწინდ|ძველ|იყო|მაშინდელ)\w*"),
        lazy_pattern(r"(?<!\w)(?:ყოფილ(?:ი|მა|ს|ის)?|ექს-\w+)(?!\w)"),
        lazy_pattern("前|原|曾|旧|舊|过去|過去|已故|退|离|離|昔|往|老|卸|先后|解体"),
    ),
    _Rank(
        lazy_pattern(f"(?:名誉|榮譽|荣誉)(?={_PLACE}(?:{_OFFICE}))"),
        lazy_pattern(r"(?<!\w)საპატიო\w*"),
        lazy_pattern(r"(?<!\w)საპატიო(?!\w)"),
        lazy_pattern("名誉|榮譽|荣誉|贵宾|嘉宾|荣|尊|光荣"),
    ),
    _Rank(
        lazy_pattern(f"(?:代理|临时|代)(?=(?:{_OFFICE}))"),
        lazy_pattern(r"(?<!\w)(?:მოვალეობის|დროებით|მ\.\s?შ|შემსრულებ|მოვალეობ)\w*"),
        lazy_pattern(r"(?<!\w)მოვალეობის შემსრულებ\w*"),
        lazy_pattern("代|临时|臨時|署理|看守|履行"),
    ),
)


def changed_rank(source: str, target: str) -> Iterator[Divergence]:
    """Yield the offices that have lost or got a word of rank."""
    if not _SIGN.search(source) and not any(word in target for word in _WORDS):
        return
    for rank in _RANKS:
        said = rank.said.search(source)
        if said is not None:
            office = None if rank.ours.search(target) else _GEORGIAN_OFFICE.search(target)
            if office is not None:
                yield Divergence(DivergenceKind.RANK, said.span(), office.span())
            continue
        added = rank.surely.search(target)
        if added is not None and not rank.signs.search(source) and _OFFICES.search(source):
            yield Divergence(DivergenceKind.RANK, (0, 0), added.span())


_SIGN = lazy_pattern("[副前原名荣榮代临]")
_WORDS = ("ვიცე-", "მოადგილ", "ყოფილ", "ექს-", "საპატიო", "მოვალეობის")
_OFFICES = lazy_pattern(_OFFICE)
# Without an office, or who may be a former one without any, nothing has a rank.
SAYS_AN_OFFICE = sign_of(lambda: (*_OFFICE.split("|"), *_FORMER.split("|")))
