"""Chinese names in Chinese text: places by list, persons by surname and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import KW_ONLY, dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.batches import TEXTS_KEPT
from transreview.languages.chinese.bigrams import bigrams
from transreview.languages.chinese.persons import PERSONS
from transreview.languages.chinese.places import RANKS, WORDS_TOO, by_first_two, places
from transreview.languages.chinese.signs import sign_of, signs_in
from transreview.languages.chinese.surnames import COMPOUND, SINGLE, TRADITIONAL, WEAK
from transreview.lazy_patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a text.

    Attributes:
        start: First character.
        end: One past the last.
        text: The name as it stands.
        kind: "person" or "place".
        confidence: 0 to 1.
    """

    start: int
    end: int
    text: str
    _: KW_ONLY
    kind: str
    confidence: float


# No given name holds these.
_NEVER_GIVEN = (
    "的了在是或等为為对對就也都还還将將已被把从從向以于於之其这這那他她我你您们們说說称稱表指认認問问"
)
_NEVER_LAST = "副与與及并並等省市县区区镇村部局厅处院校厂社党委会会员員长長号號年月日"
# 强 is in many names; 强调 is the verb.
_NO_WORD = "强调|強調|强烈|强化|强大|强势"
_GIVEN = rf"(?![{_NEVER_GIVEN}]|{_NO_WORD})[\u4e00-\u9fff]"
_LAST = rf"(?![{_NEVER_GIVEN}{_NEVER_LAST}]|{_NO_WORD})[\u4e00-\u9fff]"
_TWO = lazy_pattern(f"{_GIVEN}{_LAST}")
_ONE = lazy_pattern(_LAST)

_TITLES = """
总书记 書記 书记 主席 副主席 总理 副总理 总统 部长 副部长 局长 厅长 处长 科长 司长 省长 市长 县长 区长 镇长
村长 院长 校长 所长 会长 副会长 理事长 副理事长 秘书长 副秘书长 委员长 董事长 行长 社长 团长 组长 队长 站长
馆长 主任 副主任 总经理 经理 总裁 总监 主编 记者 教授 博士 院士 专家 先生 女士 小姐 同志 老师 医生
律师 将军 司令 政委 常委 委员 代表 大使 发言人 导演 演员 作家 书法家 创始人 负责人 工程师 研究员 總書記
主任委员 理事 监事 會長 理事長 祕書長 教练 球员 运动员 法官 检察官 被告 原告 作者 歌手 选手 科学家
钢琴家 小提琴家 音乐家 歌唱家 舞蹈家 建筑师 编剧
画家 诗人 老板 学者 设计师 摄影师 主持人 董事 船长 机长 护士 宇航员 航天员 棋手 企业家 创办人 外长 防长
"""
_TITLE = "|".join(sorted(_TITLES.split(), key=len, reverse=True))
_TITLE_AFTER = lazy_pattern(_TITLE)
# In bylines with a blank or a colon: （记者 李铭）, 摄影：王建国.
_BYLINE = (
    "(?:记者|記者|通讯员|通訊員|作者|编辑|編輯|责编|编译|摄影|攝影|撰文)[ \u3000：:]"
    "|(?:^|[（(\\s])[文图圖][/／]"
)
_TITLE_BEFORE = lazy_pattern(rf"(?:{_TITLE}|、|{_BYLINE})$")
_LONGEST_TITLE = 4
# Titles that follow a name and hardly ever a word that begins like one.
_HONOUR_AFTER = lazy_pattern(
    "总书记|副?主席|副?总理|副?总统|副?理事长|副?会长|副?秘书长|委员长|同志|先生|女士|小姐|教授|博士|院士|书记|老师|将军|大使|董事长"
)
_HONOUR_AFTER_SHORT = lazy_pattern(
    "总书记|副?主席|副?总理|副?总统|副?理事长|副?会长|委员长|同志|先生|女士|将军"
)

_VERBS = (
    "说|表示|指出|强调|认为|介绍|透露|告诉|回忆|坦言|宣布|要求|希望|作出|主持|出席|代表|还就|还|就|在|对|向|于|会见|访问|致辞|发言"
    "|辞职|获奖|获得|获|出庭|宣读|起诉|上诉|进球|夺冠|当选|出任|担任|去世|逝世|出生|出战|退役|领奖|签署|抵达|前往|毕业|来到|的"
    "|參加|参加|率|讲话|說|強調|認為|介紹|宣佈|會見|曾|的讲话|以及|与|和|及|等|为|是|也|将|已|同志|报道|报导|摄|告诉"
    "|致|发表|发布|负责|带领|率领|陪同|接受|签|主讲|受邀|应邀|考察|调研|走访|看望|祝贺|感谢|总结|汇报|解释|补充|说明|预测|预计|分析|呼吁|敦促"
    "|警告|证实|否认|承认|提出|提议|建议|决定|计划|相信|欢迎|迎接|会谈|会晤|会面|启程|参观|视察|检查|授予|颁|揭幕|揭牌|剪彩|上任|就任|被任命|接任"
    "|接替|卸任|离任|退休|创办|创立|领导|管理|经营|开设|设计|发明|研制|演讲|作了|作报告|做了|给|带|把|被|从|用|以|今天|昨天|近日|日前|随后|当天"
)
_SAYS = lazy_pattern(
    "说|表示|指出|强调|认为|介绍|透露|告诉|回忆|坦言|宣布|要求|希望|作出|主持|出席|还就|会见|致辞|发言|说道|称"
    "|對|对.{2,14}作出|在.{2,14}(?:说|指出|表示|强调)|就.{2,16}作|退役|夺冠|获奖|出任|当选|辞职|去世|逝世|入选|卫冕|摘金|出庭|执教|主演|领衔"
)
_EDGE_AFTER = lazy_pattern(rf"$|[^\u4e00-\u9fff]|{_VERBS}")
_EDGE_BEFORE = lazy_pattern(r"^$|[^\u4e00-\u9fff]$|[和与及由据让请对]$")

# Ends of countries' names that are surnames too: 荷兰, 波兰, 芬兰, 新西兰, 乌克兰.
_COUNTRY_ENDS = frozenset(("荷兰", "波兰", "芬兰", "西兰", "尔兰", "克兰", "格兰", "冰岛", "斯里", "马里"))
# Characters of transcribed foreign names that Chinese given names have not.
_FOREIGN = frozenset("斯尔姆蒂弗茨瓦汀鲍妮娅")
_DOTS = frozenset("·•・‧")


@cache
def _no_names() -> dict[str, tuple[str, ...]]:
    """Words that begin with a surname and stand where names do, by their first character."""
    text = (files("transreview.languages.chinese") / "data" / "no_names.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        for word in line.split() if not line.startswith("#") else ():
            found[word[0]] = (*found.get(word[0], ()), word)
    return found


def find_names(text: str, known: Collection[str] = ()) -> list[Name]:
    """Return the Chinese names of a text, in order, not overlapping.

    Persons are recognised by surname, length, and a title or a verb of saying beside them; so names
    that stand without either are missed unless `known` has them.

    Args:
        text: Chinese text.
        known: Names met elsewhere in the article, found wherever they stand.
    """
    return _arranged(text, [*_known(text, known), *_unknown(text)] if known else list(_unknown(text)))


@lru_cache(maxsize=TEXTS_KEPT)
def _unknown(text: str) -> tuple[Name, ...]:
    """Names that a text shows by itself, in no order; asked for by several checks of one text."""
    return (*_places(text), *_persons(text), *_public_persons(text))


def _arranged(text: str, found: list[Name]) -> list[Name]:
    """Return names in order, of those that overlap the surest and longest."""
    if not found:
        return []
    found.sort(key=lambda name: (-name.confidence, -(name.end - name.start), name.start))
    kept: list[Name] = []
    taken = bytearray(len(text))
    for name in found:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _known(text: str, known: Collection[str]) -> list[Name]:
    from transreview.languages.chinese.readings import kind_of

    return [
        Name(match.start(), match.end(), name, kind=kind_of(name), confidence=0.95)
        for name in known
        if name
        for match in re.finditer(re.escape(name), text)
    ]


@cache
def _public() -> dict[str, tuple[str, ...]]:
    """Return the persons of public life by the first two characters of their names, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(PERSONS, key=len, reverse=True):
        found.setdefault(name[:2], []).append(name)
    return {key: tuple(names) for key, names in found.items()}


def _public_persons(text: str) -> list[Name]:
    """Persons of public life, whose names no word looks like, wherever they stand."""
    if not signs_in(text) & _A_PUBLIC_PERSON:
        return []
    index = _public()
    found: list[Name] = []
    taken = 0
    for start, two in enumerate(bigrams(text)):
        if start < taken or two not in index:
            continue
        name = next((one for one in index[two] if text.startswith(one, start)), None)
        if name is not None:
            taken = start + len(name)
            if not _is_foreign(text, start, taken):
                found.append(Name(start, taken, name, kind="person", confidence=0.85))
    return found


def _places(text: str) -> list[Name]:
    if not signs_in(text) & A_PLACE:
        return []
    index = by_first_two()
    found: list[Name] = []
    last = 0
    for position, two in enumerate(bigrams(text)):
        if position < last or two not in index:
            continue
        for name in index[two]:
            end = position + len(name)
            beginning = position if position == last else position - 1
            if text.startswith(name, position) and _is_place(text, beginning, position, end):
                found.append(Name(position, end, name, kind="place", confidence=0.9))
                last = end
                break
    return found


A_PLACE = sign_of(places)
_A_PUBLIC_PERSON = sign_of(lambda: PERSONS)
# What makes a word of a place's name with the character before it: 最大|连续.
_WITH_NEXT = {"大连": ("续", "續", "接", "锁", "通", "贯")}


def _is_place(text: str, before: int, start: int, end: int) -> bool:
    ranked = text.startswith(RANKS, end)
    if text.startswith(_WITH_NEXT.get(text[start:end], "\0"), end):
        return False
    if (places()[text[start:end]] in WORDS_TOO and not ranked) or _is_foreign(text, start, end):
        return False
    # In 南海南部 is no Hainan: a name does not begin behind a point of the compass, unless that ends
    # the name before it (湖南长沙).
    return ranked or text[max(0, before) : start] not in {"东", "南", "西", "北"}


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Whether a dot beside it makes it a part of a foreign name (杰克·莱西)."""
    return text[end : end + 1] in _DOTS or (start > 0 and text[start - 1] in _DOTS)


def _persons(text: str) -> list[Name]:
    found: list[Name] = []
    position = 0
    while match := _MAYBE_SURNAME.search(text, position):
        start = match.start()
        given = start + (2 if text[start : start + 2] in COMPOUND else 1)
        if given == start + 1 and text[start] not in _SINGLE:
            position = given
            continue
        position = start + 1
        if not _has_signs(text, start, given):
            continue
        if (
            text.startswith(_no_names().get(text[start], ()), start)
            or text[max(0, start - 1) : start + 1] in _COUNTRY_ENDS
        ):
            continue
        for pattern in (_TWO, _ONE):
            if (read := pattern.match(text, given)) and (sure := _certainty(text, start, read.end())):
                found.append(
                    Name(start, read.end(), text[start : read.end()], kind="person", confidence=sure)
                )
                position = read.end()
                break
    return found


def _has_signs(text: str, start: int, given: int) -> bool:
    """Whether a character stands beside a surname's name that what tells a person begins or ends with."""
    if start and text[start - 1] in _BEFORE:
        return True
    return not _AFTER.isdisjoint(text[given + 1 : given + 3])


def _first_characters(*patterns: re.Pattern[str]) -> Iterator[str]:
    """Yield the characters that the alternatives of some patterns begin with; a first one may be optional."""
    for pattern in patterns:
        for alternative in re.sub(r"\([^()]*\)", "", pattern.pattern).split("|"):
            yield alternative[0]
            if alternative[1:2] == "?":
                yield alternative[2]


# Characters that titles end with, and those that titles and words of saying begin with.
_BEFORE = frozenset([title[-1] for title in _TITLES.split()] + ["、", *" \u3000：:/／"])
_AFTER = frozenset(_first_characters(_TITLE_AFTER, _HONOUR_AFTER, _HONOUR_AFTER_SHORT, _SAYS))
_SINGLE = SINGLE | WEAK | TRADITIONAL.keys()
# What may be a surname, before what may be a given name, with a sign of either kind beside them. The second
# character of a surname (鲜于) may be none that a given name has.
_NOT_BEHIND = "".join(sorted(set(_NEVER_GIVEN) - {name[1] for name in COMPOUND}))
_MAYBE_SURNAME = lazy_pattern(
    f"[{''.join(sorted(_SINGLE | {name[0] for name in COMPOUND}))}](?![{_NOT_BEHIND}])(?=[\u4e00-\u9fff])"
    f"(?:(?<=[{''.join(sorted(_BEFORE))}].)|(?=.{{1,3}}[{''.join(sorted(_AFTER))}]))",
    re.DOTALL,
)


def _certainty(text: str, start: int, end: int) -> float:
    """How sure it is that text[start:end] names a person; 0 for not at all."""
    name = text[start:end]
    if _is_foreign(text, start, end) or not _FOREIGN.isdisjoint(name):
        return 0.0
    if name in places() or name[:2] in places():
        return 0.0
    titled = _TITLE_BEFORE.search(text, max(0, start - _LONGEST_TITLE), start) is not None
    if titled and _EDGE_AFTER.match(text, end):
        listed = text[start - 1] == "、"
        return 0.5 if listed else 0.85
    edge = _EDGE_BEFORE.search(text[max(0, start - 1) : start]) is not None
    if text[start] in WEAK:
        # 江泽民主席: a surname that is a word as well needs a title of honour behind it.
        sure = _HONOUR_AFTER if end - start > 2 else _HONOUR_AFTER_SHORT
        return 0.6 if edge and sure.match(text, end) else 0.0
    if _TITLE_AFTER.match(text, end):
        return 0.8 if edge else 0.6
    return 0.6 if edge and _SAYS.match(text, end) else 0.0
