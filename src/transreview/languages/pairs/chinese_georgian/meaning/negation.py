"""Denials that a translation has lost or added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transreview.languages.chinese.signs import sign_of, signs_in
from transreview.languages.georgian.declension.stems import is_negated
from transreview.languages.georgian.words import WordMarks, words_in
from transreview.languages.pairs.chinese_georgian.meaning.bans import allowed
from transreview.languages.pairs.chinese_georgian.meaning.double_negation import all_do, lost_half, says_yes
from transreview.languages.pairs.chinese_georgian.meaning.later_clauses import later_denials
from transreview.languages.pairs.chinese_georgian.meaning.plain_sentences import is_plainly_denied
from transreview.languages.pairs.chinese_georgian.meaning.undenied import (
    is_enough_for,
    says_it_otherwise,
    without_affirming,
)
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# Words with a sign of denial that deny nothing: 差不多, 不断, 未来 … each is taken out before anything is
# looked for. Double denials (不得不, 没有不) too: they say yes.
_AFFIRMING = lazy_pattern(
    "不得不|不到(?=[0-9一二三四五六七八九十百千万两半])|不超过|不低于|不高于|不大于|不小于|不能不|不可不|不会不|没有不|沒有不|无不|無不|莫不|非[^，。；]{1,8}不可|不是不|不无|并非不|未尝不|不见不散"
    "|差不多|好不容易|了不起|大不了|要不是|要不然|要不|不一会|不一(?![定致样])|不断|不斷|不仅|不僅|不但|不只|不光|不单(?!独)|不止|不同(?!意(?![见見]))|不久|不少(?!于)|不管|不论|不論|不过(?!关|期|敏|问|瘾|滤)|不過"
    "|不如|不满|不滿|不幸|不安(?!全)|不禁|不愧|不妨|不惜|不时|不時|不料|不锈|不动产|不動產|不由|不已|不用说|不难|不難|不可思议|不可或缺|不可避免|不可分割"
    "|不良|不足(?!以)|不错|不錯|不便|不利(?!用)|不当|不法|不必|不易|不测|不知不觉|不约而同|不折不扣|不遗余力|不朽|不凡|不懈|不屑|不甘|不乏|对不起|不好意思"
    "|不客气|不用谢|不谢|忍不住|禁不住|不倒翁|不毛之地|不明(?!白)|不适(?!合|用)|不和(?!谐)|不成(?!功|熟|立)|不等(?!于)|不限|不均|不平|不孕|不妥|不慎|不在乎|不再是|不二(?!价)|独一无二|不亚于|不外乎"
    "|坚定不移|叫苦不迭|始终不渝|矢志不渝|不变价|居高不下|不无(?!聊)|经久不衰|长盛不衰|锲而不舍|孜孜不倦|百折不挠|不屈不挠|层出不穷|取之不尽|应接不暇"
    "|爱不释手|当仁不让|不谋而合|不胫而走|不期而遇|不速之客|出其不意|无微不至|不解之缘|不辞(?!职)|不拘一格|不负(?!责|担)|不渝"
    "|是不是|能不能|会不会|有没有|要不要|可不可|好不好|对不对|行不行|愿不愿|知不知"
    "|不可缺少|必不可少|各不相同|不相同|不菲|不计其数|不胜枚举|不俗|不小(?!心|于)|不弱|不差|不言而喻|不相上下|不列颠|差点没有?|差一点没有?|险些没有?|直言不讳|滔滔不绝|源源不断|络绎不绝|义不容辞|无稽之谈|供不应求|名不虚传|一成不变|坚持不懈|不可战胜|不约|不愁"
    "|没关系|沒關係|没收(?![到过回集拾取])|沒收|没落|没准|没事|没想到|没意思|没错|未来|未來|未必|未婚|未知|未免|未曾不|未成年|未遂"
    "|无论|無論|无疑|無疑|无数|無數|无线|無線|无人机|無人機|无锡|無錫|无比|無比|无偿|無償|无私|無私|无限|無限|无尽|无关(?:痛痒|紧要|大局)|无辜|无穷|无情|无意(?!义|識|识)|无为|无非"
    "|无名|无形|无声|无所谓|无机|无烟煤|南无|无核|無核|无能|无聊|无聊|无库存|无球|悬而未决|淹没|沉没|埋没|湮没|出没|吞没|神出鬼没|乐此不疲|不佳|不再抱|非常|非洲|非得|非凡|非典|非正式|"
    "难道[^。！]{1,40}[吗嗎？?]|不知所措|非政府|非营利|非物质|是非|除非|莫非|菲"
)
# What begins with any character is looked for at each of them: apart from the rest, and only where it may be.
_YES_OR_NO = lazy_pattern("[^，。；]不[^，。；]?(?=吗|嗎)|[^，。；]或不(?!是)")
_DENIAL = lazy_pattern(
    "不|难以|難以|非卖|没有|沒有|没|沒|未|尚未|从未|無|无|勿|莫(?=[要再让使忘怕])|(?<![区告个特级分性差鉴辨识])别(?=[再去说做哭走忘管动想怕忙急让给来吵碰理])|(?:(?<![^，。！；：“\\s])|(?<=[请你您们可都]))别(?!人|的|墅|处|致|名|号|出|样|国|针|具|无|有|离|扭|称|克|家|后|林|斯|尔)|甭|并非|並非|绝非|而非|禁止|严禁|禁(?=[用食烟酒入停行言])|忌(?=[用食口])"
    "|拒绝|拒絕|否认|否認|谢绝|謝絕|婉拒|缺乏|缺少|免(?=费)"
)
_QUESTION = lazy_pattern("[吗嗎么呢]？?$|？$|\\?$")
# Weak signs: other words often carry them over (无: -less), so that nothing but their absence is told.
_PARTICLES = (
    "(?<![ა-ჰ])(?:არ|ვერ|ნუ|აღარ|ვეღარ|ნუღარ|არა|არც|ვერც|ნურც|არავ[ა-ჰ]+|არაფ[ა-ჰ]+|"
    "ვერავ[ა-ჰ]+|ვერაფ[ა-ჰ]+|ნურა[ა-ჰ]*"
    "|არას[ა-ჰ]+|არსად[ა-ჰ]*|ვერას[ა-ჰ]+|ვერსად|არანაირ[ა-ჰ]*|არცერთ[ა-ჰ]*|არც-?ერთ[ა-ჰ]*|"
    "არა-?[ა-ჰ]+|არარ[ა-ჰ]+|აღარა[ა-ჰ]*|ნურავ[ა-ჰ]+)(?![ა-ჰ])|გარეშე"
)
_GEORGIAN_PARTICLE = lazy_pattern(_PARTICLES)
# What takes two words; the first may be the end of a longer one.
_IN_TWO_WORDS = "თავ(?:ს|ი) (?:შეიკავ|არიდ|იკავებ|აარიდ|დაანებ)|შორს (?:არის|დგა)|ხელს უშლ|თუ არა"
_FIRST_OF_TWO = ("თავს", "თავი", "შორს", "ხელს", "თუ")
_GEORGIAN_DENIAL = lazy_pattern(
    f"{_PARTICLES}|{_IN_TWO_WORDS}|(?<![ა-ჰ])უარ[ა-ჰ]*|"
    "[აუ]კრძალ|შეუძლებ|დაუშვებ|მიუხედავად|გარდა(?![ა-ჰ])|მოკლებულ|გამორიც|"
    "დენუკლ|იშვიათად"
    "|ჩაშალ|ჩაიშალ|ვეღარ|ნაკლებად|უფასო|ძნელ|სამწუხაროდ|დაკარგ|შეცდომ|ნაცვლად|მაგივრად|მაგიერ|ანონიმ"
    "|ჩა[ა-ჰ]{0,3}ფლავ|(?<![ა-ჰ])(?:და|მო|შემო)?(?:მ|გვ|გ)?აკლ(?!იმ|ერ)|(?<![ა-ჰ])ნაკლ|დეფიციტ|სიმცირ"
    "|შორსაა|შეუსაბამ|(?:უ|მი|გვი|გი)ჭირ(?:ს|თ|და)|გაუჭირ|"
    "(?<![ა-ჰ])არ(?!ჩევ|სებ|ეულ|გუმენტ|ქ)[ა-ჰ]{5,}(?:ება|ების|ებას|ებაზე|ობა|ობის)(?![ა-ჰ])|"
    "უარყო|უარყვ|შეწყვ|"
    "გააუქმ|გაუქმ|აცილებ|კრძალავს|კრძალულ|კრძალებ"
)
_PRIVATIVE = lazy_pattern("(?<![ა-ჰ])[ა-ჰ]{0,6}უ[ა-ჰ]{2,}(?![ა-ჰ])")
_PRIVATIVE_SHAPE = lazy_pattern(
    "(?:(?:გა|და|მო|შე|გამო|წარ|მი)?უ[ა-ჰ]{4,}(?:ობ|ვალ)[ა-ჰ]*)|"
    "(?:(?:გა|და|მო|შე|წა|ჩა|ამო|გამო|გადა|მი)უ[ა-ჰ]{2,}(?:ავ|ვად|ებელ|ებლ|ულ)(?:ი|ია|მა|ს|ის|ით|ები[ა-ჰ]*|ებ[ა-ჰ]+)?)|"
    "(?:უ[ა-ჰ]{3,}(?:ო|ოდ|ოს|ომ|ოთი|ოა|ოც|ოები[ა-ჰ]*|ოებ[ა-ჰ]+|ობ[ა-ჰ]+))|"
    "(?:(?:[ა-ჰ]{0,4}(?:გა|და|მო|შე|წა|ჩა|მი|აღ|წარ|გან|ად)|ხელ|პირ|თავ|გულ)?უ[ა-ჰ]{3,}(?:ელ|არ|ალ|ლ)(?:ი|ია|მა|ს|ის|ით|ად|ები|ებ[ა-ჰ]+)?)"
)
_NOT_PRIVATIVE = frozenset(
    ["უნდა", "უფრო", "უკვე", "უპასუხა", "უთხრა", "უყურებს", "უწოდა", "უჭირს", "უჩვენა", "უხდება"]
)
# What denies surely, and stands for nothing in a source that denies nothing.
_SURE_WORDS = (
    "არ",
    "ვერ",
    "ნუ",
    "აღარ",
    "ვეღარ",
    "არასოდეს",
    "არასდროს",
    "არავინ",
    "არავის",
    "არავინაც",
    "ვერავინ",
    "არაფერი",
)
SURE_DENIAL = lazy_pattern(f"(?<![ა-ჰ])(?:{'|'.join(_SURE_WORDS)})(?![ა-ჰ])")
_ANY_DENIAL = lazy_pattern(
    "[不没沒未无無非勿莫别甭否驳拒禁免避除反失缺少难難停止败误誤外仅僅只才却卻亏虧差几幾哪怎岂除拒逃漏忘绝絕罢罷弃棄断斷阻防戒退辞取消]|离线|为空|用完|用尽|耗尽|尽管|儘管|虽|雖|但|？|\\?"
)

# Words with such a sign that a translation has no denial for.
_SAYS_YES = lazy_pattern(
    "免费|免費|外借|对外|外卖|外出|外包|外表|外形|错误|停车|停車|外国|外國|国外|國外|海外|外贸|外資|外资|外汇|外商|外观|外交|外部|户外|至少|减少|多少|少年|少数|反映|反复|反馈|反应"
    "|防水|防晒|防盗|防伪|防护|预防|失业|失去|取得|取消|戒指|停止|停产|难题|困难|避免|断裂|诊断|判断|垄断|亏损|几乎|几家|几个|几十|差距|差异|退税|退休"
    "|误差|辞职|才能|人才|天才|但是|但|却|只(?![有能是])|仅"
)


def lost_negation(source: str, target: str) -> Iterator[Divergence]:
    """Yield the denial of a source that its translation has not."""
    # The translation first: most that deny something deny it there too.
    may = signs_in(source) & _MAY_DENY_TWICE
    outsiders = _OUTSIDERS.search(source) if may else None
    twice = outsiders or (_DENIED_TWICE.search(source) if may else None)
    if twice is not None:
        if not (_denies_outsiders(target, outsiders[0]) if outsiders else _denies_expressly(target)):
            yield Divergence(DivergenceKind.NEGATION_LOST, twice.span())
        return
    denied = denies(_whether(source, target))
    if denied and (lost := _lost_beside_another(source, target)):
        yield Divergence(DivergenceKind.NEGATION_LOST, lost)
        return
    if denied:
        yield from _added_to_a_yes(source, target)
        return
    if all_do(source, target):
        return
    unless = source.find("除非")
    denial = (unless, unless + 2) if unless >= 0 and not _ONLY.search(target) else _source_denial(source)
    if denial is not None and not says_it_otherwise(source, target):
        yield Divergence(DivergenceKind.NEGATION_LOST, denial, sure=is_plainly_denied(source, denial[0]))


def _whether(source: str, target: str) -> str:
    """Return a translation without თუ არა where the source asks whether: 还没有决定是否参加."""
    return target.replace("თუ არა", " ") if "თუ არა" in target and "是否" in source else target


def _lost_beside_another(source: str, target: str) -> tuple[int, int] | None:
    """Return the denial that a translation lacks that denies something else."""
    return (
        allowed(source, target)
        or _with_instead(source, target)
        or lost_half(source, target, _denials_in)
        or _denied_by_another(source, target)
        or later_denials(source, target, _without_yes, _how_often)
    )


def _without_yes(source: str) -> str:
    """Return a source without the words that have a sign of denial and deny nothing, as long as before."""
    if "吗" in source or "嗎" in source or "或不" in source:
        source = _YES_OR_NO.sub(_as_long, source)
    return _AFFIRMING.sub(_as_long, source)


def _as_long(match: re.Match[str]) -> str:
    return "一" * len(match[0])


def _how_often(target: str) -> int:
    """Return how often a translation denies something, each time that it does."""
    return sum(map(_is_denial, words_in(target)))


def _denials_in(target: str) -> int:
    """Return how many words of a translation deny something."""
    return sum(map(_is_denial, set(words_in(target))))


# What cannot be without another thing: two denials, of which one is in the second word (შეუძლებელი).
_WITHOUT = lazy_pattern(
    "(?:没有|若无|如果没有|离开)[^，。；]{2,14}[，]?[^，。；]{0,10}(?:不可能|无法|不能|就没有|难以)"
)
# What is not done without another thing: the translation denies twice too.
_DENIED_WITHOUT = lazy_pattern(
    "(?:(?:没有|若无|未经|如无|除非)[^，。；]{2,14}[，][^。；]{0,12}?|没有[^，。；没不]{1,8}(?:我们?|你们?|他们?|她们?|人们|就|便)[^，。；]{0,5}?|不[^，。；]{1,8}?(?=不[能得可准许让]))(?P<denied>不会|不能|不得|不可|无法|不予|不|就没有|便没有)(?!仅|但|断|过|久)"
)
_GEORGIAN_WITHOUT = lazy_pattern(
    "გარეშე|(?<![ა-ჰ])(?:რომ|თუ) (?:არა?|ვერ)(?![ა-ჰ])|(?<![ა-ჰ])(?:არა?|ვერ|ნუ|აღარ)(?![ა-ჰ])"
    "|უ[ა-ჰ]{3,}ოდ(?![ა-ჰ])"
)


_WITHOUT_IT = lazy_pattern("გარეშე|(?<![ა-ჰ])უ[ა-ჰ]{3,}ოდ(?![ა-ჰ])")


def _with_instead(source: str, target: str) -> tuple[int, int] | None:
    """Return what is not to be missed and the translation has: 没有支持，不可能 "with support"."""
    twice = _DENIED_WITHOUT.search(source)
    if twice is not None:
        left = _WITHOUT_IT.sub(" ", target)
        if left != target and not denies(left):
            return twice.span("denied")
    without = _WITHOUT.search(source)
    return without.span() if without is not None and not _GEORGIAN_WITHOUT.search(target) else None


# Words of the source that deny nothing in Chinese, with Georgian ones that may stand for its denial.
_LACKS = (
    (
        lazy_pattern("短缺|紧缺|缺口|不足|赤字|逆差|匮乏|不够|缺乏|缺少"),
        lazy_pattern(
            "(?:დეფიციტ|ნაკლებობ|სიმცირ|უკმარისობ|აკლ)[ა-ჰ]*|არასაკმარის[ა-ჰ]*"
            "|(?<![ა-ჰ])არ (?:[ა-ჰ]+ )?(?:საკმარის|კმარ|ჰყოფნ|ჰყო)[ა-ჰ]*"
        ),
    ),
    (lazy_pattern("免费|免費"), lazy_pattern("უფასო[ა-ჰ]*")),
    (lazy_pattern("错误|失误|差错"), lazy_pattern("შეცდომ[ა-ჰ]*|მცდარ[ა-ჰ]*")),
    (lazy_pattern("丢失|遗失|失去|丢|弄丢"), lazy_pattern("დაკარგ[ა-ჰ]*")),
    (lazy_pattern("困难|艰难"), lazy_pattern("ძნელ[ა-ჰ]*|უჭირ[ა-ჰ]*|გაჭირვ[ა-ჰ]*")),
    (lazy_pattern("取消|撤销|作废|废除"), lazy_pattern("გაუქმ[ა-ჰ]*|გააუქმ[ა-ჰ]*|უქმდ[ა-ჰ]*")),
    (lazy_pattern("禁止|取缔"), lazy_pattern("კრძალ[ა-ჰ]*|აკრძალ[ა-ჰ]*|იკრძალ[ა-ჰ]*")),
    (lazy_pattern("尽管|虽然|虽"), lazy_pattern("მიუხედავად[ა-ჰ]*")),
    (lazy_pattern("除[^，。]{1,12}外|除了"), lazy_pattern("(?<![ა-ჰ])გარდა(?![ა-ჰ])")),
    (lazy_pattern("遗憾|可惜|不幸"), lazy_pattern("სამწუხარო[ა-ჰ]*")),
    (lazy_pattern("罕见|少见|很少"), lazy_pattern("იშვიათ[ა-ჰ]*")),
    (lazy_pattern("排除"), lazy_pattern("გამორიცხ[ა-ჰ]*")),
    (lazy_pattern("甚微|较少|较低|偏低"), lazy_pattern("ნაკლებ[ა-ჰ]*|მცირე[ა-ჰ]*")),
    (lazy_pattern("匿名"), lazy_pattern("ანონიმ[ა-ჰ]*")),
    (lazy_pattern("代替|取代|替代|代为"), lazy_pattern("ნაცვლად|მაგივრად|მაგიერ")),
    # Who or what has not something, beside what is not done: 没有许可证的货物不能通关.
    (
        lazy_pattern(
            "|".join(f"{no}[^，。；不未没]{{1,8}}(?=的|，)" for no in ("没有", "沒有", "未经", "无(?!论)"))
        ),
        lazy_pattern("(?<= )გარეშე(?![ა-ჰ])"),
    ),
    (lazy_pattern("不满|不滿"), lazy_pattern("უკმაყოფილ[ა-ჰ]*")),
    (lazy_pattern("未成年"), lazy_pattern("არასრულწლოვ[ა-ჰ]*")),
    (lazy_pattern("不合格|次品|劣质|不达标"), lazy_pattern("უხარისხო[ა-ჰ]*|უვარგის[ა-ჰ]*|არასტანდარტ[ა-ჰ]*")),
    (lazy_pattern("不明|未知"), lazy_pattern("უცნობ[ა-ჰ]*|გაურკვევ[ა-ჰ]*")),
    (lazy_pattern("无限|无尽|無限"), lazy_pattern("უსაზღვრო[ა-ჰ]*|ულევ[ა-ჰ]*|შეუზღუდავ[ა-ჰ]*")),
    (lazy_pattern("不动产|不動產"), lazy_pattern("უძრავ[ა-ჰ]*")),
    (lazy_pattern("不锈"), lazy_pattern("უჟანგავ[ა-ჰ]*")),
    (lazy_pattern("不断|不斷|不懈"), lazy_pattern("(?:უწყვეტ|შეუჩერებ|განუწყვეტ|დაუღალ)[ა-ჰ]*")),
    (lazy_pattern("独立"), lazy_pattern("დამოუკიდებ[ა-ჰ]*")),
    (lazy_pattern("非法|违法"), lazy_pattern("უკანონ[ა-ჰ]*|არალეგალ[ა-ჰ]*")),
    (lazy_pattern("无线|无人机|无人驾驶"), lazy_pattern("უსადენ[ა-ჰ]*|უპილოტ[ა-ჰ]*|უკაბელ[ა-ჰ]*")),
    (lazy_pattern("失业"), lazy_pattern("უმუშევ[ა-ჰ]*")),
    (
        lazy_pattern("停产|停工|停电|停药|停用|停止|暂停|中止|中断|终止"),
        lazy_pattern("შეჩერ[ა-ჰ]*|შეწყვ[ა-ჰ]*|შეაჩერ[ა-ჰ]*"),
    ),
)
_ANY_LACK = lazy_pattern("|".join(said.pattern for said, _written in _LACKS))
_VERB_DENIED = lazy_pattern(
    "如果?不|若不|如未|若未|不按|未按|不交|不付|无法|不能|不会|未能|没能|没有(?=[因被受在对向把按])|从未|并未|尚未|不再|不愿|不想|不肯"
)


def _denied_by_another(source: str, target: str) -> tuple[int, int] | None:
    """Return a denied verb where what denies in the translation stands for another word: 短缺 "shortage"."""
    if not _ANY_LACK.search(source) or is_enough_for(source, target):
        return None
    rest, left = source, target
    for said, written in _LACKS:
        if said.search(source):
            rest, left = said.sub("某", rest), written.sub(" ", left)
    if left == target or denies(left):
        return None
    denied = _VERB_DENIED.search(source)
    if denied is not None:
        return denied.span() if _source_denial(source) else None
    return _source_denial(source) if len(source) <= _PLAIN and _source_denial(rest) else None


_PLAIN = 30


def added_negation(source: str, target: str) -> Iterator[Divergence]:
    """Yield the denial that only the translation has, of a source without `MAY_DENY`."""
    added = SURE_DENIAL.search(without_affirming(target)) if _MARKS.of(target) & _SURELY else None
    if added is not None and not _ANY_DENIAL.search(_SAYS_YES.sub(" ", source)):
        yield Divergence(DivergenceKind.NEGATION_ADDED, (0, 0), added.span())


def _added_to_a_yes(source: str, target: str) -> Iterator[Divergence]:
    """Yield the one denial of a translation whose source has a sign of one that denies nothing: 不少."""
    if not says_yes(source, target):
        return
    if not _ANY_DENIAL.search(_SAYS_YES.sub(" ", _without_yes(source))):
        added = list(SURE_DENIAL.finditer(target))
        if len(added) == 1:
            yield Divergence(DivergenceKind.NEGATION_ADDED, (0, 0), added[0].span())


# A denied loss, refusal, ban: the translation's own word of loss or refusal is no denial of it. And a ban
# for those who are not something.
_LOST = "放弃|放棄|失去|丧失|喪失|拒绝|拒絕|禁止|否认|否認|取消|缺席|缺少|忘记|忘記|输|輸"
_MAY_DENY_TWICE = sign_of(lambda: (*_LOST.split("|"), "非"))
_DENIED_TWICE = lazy_pattern(
    f"(?:没有|沒有|没|并未|从未|尚未|未曾|不会|不能|绝不|永不|并不|不肯|不愿|不想)(?:{_LOST})(?!的)"
)
# A ban for those who are not something: 非会员谢绝入内.
_OUTSIDERS = lazy_pattern(
    "(?<![是并除莫绝若而])非(?![常法洲凡典但]|[^，。；]{1,8}不可(?:[，。！？]|$))[^，,。；]{1,6}?(?:谢绝|謝絕|禁止|不得|请勿|勿|严禁|莫入|免进|不能|不可|无法|不允许|不准|无权|不(?![过但仅断同久得])|请|須|须|应|需(?!求))"
)
_ONLY = lazy_pattern("(?<![ა-ჰ])(?:მხოლოდ|მარტო|გარდა|სხვა|ახსოვ|მახსოვრ|იხსენ|ხსოვ)|(?:თუ|როცა) არ")
_NOT_ONE = lazy_pattern("(?<![ა-ჰ])არა-?[ა-ჰ]{3,}")


def _denies_expressly(target: str) -> bool:
    """Whether a translation has a particle of denial, a word made with უ-…-ო, or says "only"."""
    if _GEORGIAN_PARTICLE.search(_NO_DENIAL.sub(" ", target)) or _ONLY.search(target):
        return True
    privatives = (match.group() for match in _PRIVATIVE.finditer(target))
    return any(_is_privative(word) and not word.startswith("უარ") for word in privatives)


# A ban for them, which the translation denies too, beside who they are.
_BAN_OF_OUTSIDERS = lazy_pattern("(?:谢绝|謝絕|禁止|不得|请勿|勿|严禁|不能|不可|无法|不允许|不准|无权|不)$")


def _denies_outsiders(target: str, said: str) -> bool:
    """Whether a translation denies what somebody is, beside the ban: არაწევრებს, only members."""
    text = _NO_DENIAL.sub(" ", target)
    if _ONLY.search(text):
        return True
    if _NOT_ONE.search(text):
        return _BAN_OF_OUTSIDERS.search(said) is None or denies(_NOT_ONE.sub(" ", text))
    return any(_is_privative(match.group()) for match in _PRIVATIVE.finditer(text))


def _source_denial(source: str) -> tuple[int, int] | None:
    match = _DENIAL.search(_without_yes(source))
    return match.span() if match else None


MAY_DENY = sign_of(lambda: (*"不没沒未无無勿莫别甭非禁拒否", "难以", "難以", "谢绝", "謝絕", "缺乏", "缺少"))


# Words that begin as a denial does, and deny nothing: minors, foreigners, safety, "but", several.
_NO_DENIAL = lazy_pattern(
    "(?<![ა-ჰ])(?:არასრულწლოვ|არაერთ(?!ხმ)|არამედ|არაჩვეულებრივ|არაბ(?=[ეუ])|უცხოელ|უცხოურ|უცხოეთ|უნივერს|უმაღლეს|"
    "უსაფრთხო|ურთიერთ|უშუალო|უზრუნველ|უფროს|უმცროს|უკანასკნელ|უჯრედ|"
    "დამოუკიდებ|უმრავლეს|უმეტეს|უმცირეს|უპირატეს|უბრალო|უზარმაზარ|უარეს|უკეთეს|უფლებამოსილ|უხელმძღვანელ|უჩივ)[ა-ჰ]*"
)


def denies(target: str) -> bool:
    """Whether a Georgian text denies anything, in whatever way."""
    # Most denials are one word, which was looked at when it was first met; some are two (თუ არა).
    marks = _MARKS.of(target)
    if marks & _BY_ITSELF:
        return True
    return marks & _WITH_ANOTHER != 0 and _GEORGIAN_DENIAL.search(_NO_DENIAL.sub(" ", target)) is not None


def _is_denial(word: str) -> bool:
    """Whether a word denies something by itself."""
    may_be_privative = "უ" in word
    if may_be_privative or "არა" in word:
        word = _NO_DENIAL.sub(" ", word)
    if _GEORGIAN_DENIAL.search(word):
        return True
    return may_be_privative and any(_is_privative(match.group()) for match in _PRIVATIVE.finditer(word))


def _is_sure_denial(word: str) -> bool:
    return any(part in _SURE_WORDS for part in word.split("-"))


def _may_deny_with_another(word: str) -> bool:
    return word.endswith(_FIRST_OF_TWO)


_MARKS = WordMarks([_is_denial, _is_sure_denial, _may_deny_with_another])
_BY_ITSELF, _SURELY, _WITH_ANOTHER = 1, 2, 4


@lru_cache(maxsize=1 << 14)
def _is_privative(word: str) -> bool:
    """Whether a word is made with უ-…-ო or is a negated participle: უსადენო, შეუძლებელი, უცნობი."""
    if word in _NOT_PRIVATIVE or word.startswith("აუცილებ"):
        return False
    if word.startswith(
        (
            "უცნობ",
            "ამოუცნობ",
            "უძლურ",
            "უაზრ",
            "უფლებო",
            "უვნებ",
            "უმუშევ",
            "უხილავ",
            "უარ",
            "უკმ",
            "უჩ",
            "უსარგებ",
            "უბედ",
            "უგულებ",
        )
    ):
        return True
    return _PRIVATIVE_SHAPE.fullmatch(word) is not None or is_negated(word)
