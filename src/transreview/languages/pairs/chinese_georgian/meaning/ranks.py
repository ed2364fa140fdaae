"""Deputies, former and honorary holders of an office: 副市长 is no მერი, 前总统 no პრეზიდენტი."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

_OFFICE = (
    "总理|總理|主席|总统|總統|部长|部長|市长|市長|省长|省長|书记|書記|主任|总裁|總裁|院长|院長|校长|校長|经理|經理|会长|會長"
    "|秘书长|秘書長|局长|局長|总经理|董事长|司长|县长|州长|行长|理事长|所长|区长|议长|首相|外长|防长|财长|国务卿|教练|队长|总监|馆长|台长"
    "|教授|领导人|大使|总干事|检察长|总书记|厅长|处长|科长|镇长|村长|团长"
)
_GEORGIAN_OFFICE = re.compile(
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
        re.compile(f"(?:常务)?副(?={_PLACE}(?:{_OFFICE}))"),
        re.compile(r"(?<!\w)(?:ვიცე|მოადგილ|ასოცირებულ|თანა|ქვე|სუბ|მეორე)\w*"),
        re.compile(r"(?<!\w)(?:ვიცე-\w+|მოადგილ\w*)"),
        re.compile("副|代|次|助理|二把手|亚军|常务"),
    ),
    _Rank(
        re.compile(
            f"(?<![以之目当提面空眼从年月天周日先生线先])(?:前|原|前任)(?={_PLACE}(?:{_OFFICE}|{_FORMER}))"
        ),
        re.compile(r"(?<!\w)(?:ყოფილ|ექს|წინა|ადრ|წინამორბედ|მანამდე|უწინდ|ძველ|იყო|მაშინდელ)\w*"),
        re.compile(r"(?<!\w)(?:ყოფილ(?:ი|მა|ს|ის)?|ექს-\w+)(?!\w)"),
        re.compile("前|原|曾|旧|舊|过去|過去|已故|退|离|離|昔|往|老|卸|先后|解体"),
    ),
    _Rank(
        re.compile(f"(?:名誉|榮譽|荣誉)(?={_PLACE}(?:{_OFFICE}))"),
        re.compile(r"(?<!\w)საპატიო\w*"),
        re.compile(r"(?<!\w)საპატიო(?!\w)"),
        re.compile("名誉|榮譽|荣誉|贵宾|嘉宾|荣|尊|光荣"),
    ),
    _Rank(
        re.compile(f"(?:代理|临时|代)(?=(?:{_OFFICE}))"),
        re.compile(r"(?<!\w)(?:მოვალეობის|დროებით|მ\.\s?შ|შემსრულებ|მოვალეობ)\w*"),
        re.compile(r"(?<!\w)მოვალეობის შემსრულებ\w*"),
        re.compile("代|临时|臨時|署理|看守|履行"),
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


_SIGN = re.compile("[副前原名荣榮代临]")
_WORDS = ("ვიცე-", "მოადგილ", "ყოფილ", "ექს-", "საპატიო", "მოვალეობის")
_OFFICES = re.compile(_OFFICE)
# Without an office, or who may be a former one without any, nothing has a rank.
SAYS_AN_OFFICE = sign_of(lambda: (*_OFFICE.split("|"), *_FORMER.split("|")))
