"""Where somebody or something comes from: 从农村来到城市 has a word in -დან, whatever the place is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_FROM = lazy_pattern(
    "(?:从|從|自)(?P<place>[^，。；！？、的]{1,8}?)(?:来到|來到|来|來|前往|飞往|飞到|飞抵|赴|回到|回来|回国|返回|起飞|出发|出發|启程"
    "|驶往|开往|驶出|进口|運到|运到|运往|搬到|迁到|逃到|逃往|走到)"
)
# 从…来看 "as seen from", 从来 "ever", 从明天起 of time.
_OF_TIME = lazy_pattern("[年月日天时周初末起]|从来|看|说|讲|上|中|小|此|头|新")
_MOVES = lazy_pattern(
    "(?:ჩამო|მო|წამო|გამო|შემო|გადმო|ჩა|წა|მი|გა|გადა|ა)(?:ვიდ|ვედ|ვა(?![ა-ჰ])|დის|დიან|ფრინდ|ფრენ|მგზავრ|ემგზავრ)|დაბრუნ|ბრუნდ"
    "|მიემგზავრ|გაიქც|იმპორტ|ჩამოიტან|შემოიტან|გადაიტან|გადაზიდ|დაიძრ|გაემართ|მიემართ"
)
_GEORGIAN_FROM = lazy_pattern("(?:დან|გან|იდანვე|დანვე|დანაც|განაც)(?![ა-ჰ])|მხრიდან|დატოვ|საკუთარი")


# From one thing to another, which ends in -მდე, and in nothing else that begins in -დან.
_FROM_TO = lazy_pattern("(?:从|從|自)[^，。；]{1,10}(?:[到至往]|[驶飞开]向)")
_TWICE = lazy_pattern("(?<![ა-ჰ])[ა-ჰ]{2,}დან (?:[ა-ჰ]+ )?(?P<wrong>[ა-ჰ]{2,}დან)(?![ა-ჰ])")
# Up to both of them: დილამდე საღამომდე.
_UP_TO_BOTH = lazy_pattern("(?<![ა-ჰ])(?P<wrong>[ა-ჰ]{2,}მდე) (?:[ა-ჰ]+ ){0,4}[ა-ჰ]{2,}მდე(?![ა-ჰ])")
_UP_TO = lazy_pattern("მდე(?![ა-ჰ])|მდეც|ჩათვლით")
# Within something, which is no "on": 车间里.
_WITHIN = lazy_pattern("(?<![哪这那心公英夜眼年月天期会话赛宴旅])(?:里面?|裡面?)(?![程约斯奥拉昂昔海])")
_ON = lazy_pattern("[上比对關关论谈按超]|以内")
_GEORGIAN_ON = lazy_pattern("(?<![ა-ჰ])(?!ყველა|უფრო|ამა|იმა)[ა-ჰ]{4,}ზეა?(?![ა-ჰ])")
_GEORGIAN_IN = lazy_pattern("ში(?:ა|ც|აც)?(?![ა-ჰ])|(?<![ა-ჰ])შიგ|შორის|შიდა|შუა")
_PLAIN = 20


def lost_origins(source: str, target: str) -> Iterator[Divergence]:
    """Yield the verb of movement of a translation that has no word for where the source says it begins.

    From one thing to another must not become from both.
    """
    both = _FROM_TO.search(source)
    twice = _TWICE.search(target) if both is not None else None
    upto = _UP_TO_BOTH.search(target) if both is not None else None
    if both is not None and upto is not None and not _GEORGIAN_FROM.search(target):
        yield Divergence(DivergenceKind.PLACE, both.span(), upto.span("wrong"))
        return
    if both is not None and twice is not None and not _UP_TO.search(target):
        yield Divergence(DivergenceKind.PLACE, both.span(), twice.span("wrong"))
        return
    if (sides := _FROM_SIDE.search(source)) is not None:
        yield from _turned_round(sides, target)
        return
    said = _FROM.search(source)
    if said is None or _OF_TIME.search(said["place"]):
        return
    moves = _MOVES.search(target)
    if moves is not None and not _GEORGIAN_FROM.search(target):
        yield Divergence(DivergenceKind.PLACE, said.span(), moves.span())


# From whom something is got, which a translation says with -გან or -დან.
_GETS = lazy_pattern(
    "(?:从|從|向)[^，。；！？]{1,10}?(?:收到|获得|得到|购买|购得|采购|买了?|借了?|取得|获取|了解到|得知|学到|学会)"
)


def lost_givers(source: str, target: str) -> Iterator[Divergence]:
    """Yield what has -თვის or -თან in a translation where the source has something got from it."""
    said = _GETS.search(source)
    if said is not None and not _GEORGIAN_FROM.search(target):
        yield from _against(said, _GEORGIAN_FOR, target)


_GEORGIAN_FOR = lazy_pattern("(?<![ა-ჰ])[ა-ჰ]{3,}(?:თვის|თან|კენ)(?![ა-ჰ])")
# From one side to the other.
_SIDES = {"东": "აღმოსავლ", "西": "დასავლ", "南": "სამხრ", "北": "ჩრდილ"}
_FROM_SIDE = lazy_pattern("[自从由](?P<away>[东西南北])(?:部|边|面)?[向往到至朝](?P<towards>[东西南北])")
_AWAY_OR_TOWARDS = "(?<![ა-ჰ-]){}[ა-ჰ-]*(?P<how>დან|კენ|ით|მდე|ში)(?![ა-ჰ])"


def _turned_round(sides: re.Match[str], target: str) -> Iterator[Divergence]:
    """Yield the side from which something goes where the source has it go there."""
    towards = re.search(_AWAY_OR_TOWARDS.format(_SIDES[sides["towards"]]), target)
    away = re.search(_AWAY_OR_TOWARDS.format(_SIDES[sides["away"]]), target)
    if towards is not None and towards["how"] == "დან" and (away is None or away["how"] != "დან"):
        yield Divergence(DivergenceKind.PLACE, sides.span(), towards.span())


SAYS_FROM = sign_of(lambda: "从從自由")


def _against(said: re.Match[str], words: re.Pattern[str], target: str) -> Iterator[Divergence]:
    """Yield the one word of a translation that says another place; of several it may be any."""
    found = list(words.finditer(target))
    if len(found) == 1:
        yield Divergence(DivergenceKind.PLACE, said.span(), found[0].span())


def turned_out(source: str, target: str) -> Iterator[Divergence]:
    """Yield what stands on a thing in a short translation, and within it in the source: 车间里."""
    said = _WITHIN.search(source)
    if said is None or len(source) > _PLAIN or _ON.search(source) or _GEORGIAN_IN.search(target):
        return
    yield from _against(said, _GEORGIAN_ON, target)


SAYS_WITHIN = sign_of(lambda: "里裡")


# Where something is or is done, with no word of what it comes from.
_AT = lazy_pattern(
    "(?:保存|存放|放|摆|挂|停|藏|留|住|安装|集中|陈列|展出)在|在[^，。；、的从]{1,10}?(?:上|里|中|内|工作|任职|学习|举行|举办|召开|发言|发表|生活|居住|开设|设有|设立|投资|生产|销售|参加|建立|建成)"
)
_FROM_ANYTHING = lazy_pattern("[从從自由来來出离離起脱回取获獲得收买買购購引源远遠后後除给給派选選带帶进進]")
_GEORGIAN_OUT = lazy_pattern(
    "(?<![ა-ჰ])(?!თავიდან|მხრიდან|გარედან|შიგნიდან|[ა-ჰ]*(?:წლ|დღ|თვ|კვირ|საათ|დილ|ბავშვობ)იდან)[ა-ჰ]{3,}დან(?![ა-ჰ])"
)
_GEORGIAN_AT = lazy_pattern("(?:ში|ზე|თან|შია|ზეა|თანაა|შიც|ზეც)(?![ა-ჰ])")


def left_places(source: str, target: str) -> Iterator[Divergence]:
    """Yield what has -დან in a translation, and in the source is where something is done: 在论坛上发言."""
    said = _AT.search(source)
    if said is None or _FROM_ANYTHING.search(source) or _GEORGIAN_AT.search(target):
        return
    if _GOES_AWAY.search(source, said.end()):
        return  # 在列表中隐藏, სიიდან დამალვა
    yield from _against(said, _GEORGIAN_OUT, target)


# What is no more where it was, or looked for there, which Georgian says with -დან.
_GOES_AWAY = lazy_pattern(
    "隐藏|删除|删去|移除|清除|去掉|查找|搜索|寻找|选择|选中|挑|提取|剪切|复制|下载|导入|消失|排除|过滤"
)
# Who does something with whom, which a translation says with -თან, შორის or და.
_WITH = lazy_pattern(
    "(?:(?<!参)[与與](?!会)|(?<![共不合相])同(?![意时样类一期等行事])|跟(?!踪)|(?<![共温缓])和(?![平谐解]))"
    "[^，。；、]{1,12}?(?:签订|签署|签了|合作|会谈|谈判|交流|竞争|联系|沟通|商讨|协商|达成|建立|有[^，。；、]{0,6}(?:往来|关系|联系|业务))"
)
_GEORGIAN_WITH = lazy_pattern(
    "თან(?:აა?|ა?ც)?(?![ა-ჰ])|(?<![ა-ჰ])(?:შორის|ერთად|და|ერთმანეთ[ა-ჰ]*|ურთიერთ(?!ობ)[ა-ჰ]*|ორმხრივ[ა-ჰ]*|თან)(?![ა-ჰ])"
)
_GEORGIAN_ON_OR_FROM = lazy_pattern("(?<![ა-ჰ])(?!ყველა|ამა|იმა)[ა-ჰ]{3,}(?:ზე|იდან|სგან|თვის)(?![ა-ჰ])")


def lost_companions(source: str, target: str) -> Iterator[Divergence]:
    """Yield what stands with another postposition than -თან where the source has it done with somebody."""
    said = _WITH.search(source)
    if said is None or _GEORGIAN_WITH.search(target):
        return
    yield from _against(said, _GEORGIAN_ON_OR_FROM, target)


# Where something goes, with no word of where it comes from.
_TOWARDS = lazy_pattern("(?:开往|驶往|飞往|前往|运往|通往|发往|赶往|去往|运到|运抵)(?!的)")
_GEORGIAN_TOWARDS = lazy_pattern("(?:ში|კენ|მდე|ზე|თან|ისკენაა|შია)(?![ა-ჰ])")


def turned_away(source: str, target: str) -> Iterator[Divergence]:
    """Yield what something comes from in a translation, and goes to in the source: 开往广州."""
    said = _TOWARDS.search(source)
    if said is None or _FROM_ANYTHING.search(_TOWARDS.sub("", source)) or _GEORGIAN_TOWARDS.search(target):
        return
    yield from _against(said, _GEORGIAN_OUT, target)


SAYS_TOWARDS = sign_of(lambda: "开驶飞前运通发赶去")


# For whom something is made, and of whom or from what in a translation: 为技术人员编写.
_FOR = lazy_pattern(
    "(?:为|爲|為)(?!了|何|什)[^，。；、]{1,12}?(?:编写|设计|准备|制作|提供|购买|开设|服务|打造|举办|定制|开发|制定|而写|建造)"
)
_GEORGIAN_OF = lazy_pattern("(?<![ა-ჰ])[ა-ჰ]{3,}(?:ისგან|ისაგან|ებისგან|სგან|ებიდან|ებზე)(?![ა-ჰ])")
_IS_FOR = lazy_pattern("თვის(?:აა?|ა?ც)?(?![ა-ჰ])|(?<![ა-ჰ])(?!მის|მათს)[ა-ჰ]{3,}(?<!ი)ს(?![ა-ჰ])")


def lost_receivers(source: str, target: str) -> Iterator[Divergence]:
    """Yield what has -გან, -დან or -ზე in a translation, and in the source is for whom something is made."""
    said = _FOR.search(source)
    found = _GEORGIAN_OF.search(target) if said is not None else None
    if said is not None and found is not None and not _IS_FOR.search(target):
        yield Divergence(DivergenceKind.PLACE, said.span(), found.span())


SAYS_FOR = sign_of(lambda: "为爲為")
SAYS_AT, SAYS_WITH = sign_of(lambda: "在"), sign_of(lambda: "与與同跟和")


# What one speaks about, which a translation says with -ზე or "about".
_ABOUT = lazy_pattern(
    "谈到|谈及|談到|谈论|讨论了?|提到|讲到|说起|关于|關於|就[^，。]{1,14}(?:交换意见|发表|交流|讨论|谈)"
)
_SPEAKS = lazy_pattern("(?<![ა-ჰ])(?:ი?საუბრ|ი?ლაპარაკ|ი?მსჯელ|გაამახვილ|გაცვალ)[ა-ჰ]*")
_GEORGIAN_ABOUT = lazy_pattern(
    "ზე(?:ა|ც|დაც)?(?![ა-ჰ])|(?<![ა-ჰ])(?:შესახებ|თაობაზე|გარშემო|ირგვლივ|დაკავშირებით|რომ)"
)
_ELSEWHERE = lazy_pattern(
    "(?<![ა-ჰ])[ა-ჰ]{3,}(?:ში|იდან|თვის|სთან)(?= (?:[ა-ჰ]+ )?(?:ი?საუბრ|ი?ლაპარაკ|ი?მსჯელ))"
)


def lost_topics(source: str, target: str) -> Iterator[Divergence]:
    """Yield what has another postposition than -ზე where the source speaks about it: მომავალში ისაუბრა."""
    said = _ABOUT.search(source)
    if said is None or not _SPEAKS.search(target) or _GEORGIAN_ABOUT.search(target):
        return
    found = _ELSEWHERE.search(target)
    if found is not None:
        yield Divergence(DivergenceKind.PLACE, said.span(), found.span())


SAYS_ABOUT = sign_of(lambda: "谈談讨提讲说关關就")
