"""What was for what will be: past verbs where the source speaks of the future, and the other way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.georgian.grammar.modifying import is_transparent
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.subjects import aorists, is_ergative, is_nominative
from transreview.languages.georgian.grammar.tenses import is_future, is_past, is_present
from transreview.languages.georgian.grammar.verb_persons import ITS_PREVERB, PREVERBS, person_of
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.grammar.words import is_vowel_nominative
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

AHEAD_WORDS = (
    "明天",
    "明日",
    "后天",
    "明年",
    "下周",
    "下週",
    "下个月",
    "下月",
    "下星期",
    "后年",
    "今后",
    "明晚",
    "明早",
    "来年",
)
BACK_WORDS = (
    "昨天",
    "昨日",
    "前天",
    "去年",
    "上周",
    "上週",
    "上个月",
    "上月",
    "上星期",
    "前年",
    "昨晚",
    "昨夜",
)
# 迎来年内第八次上调 comes to no next year.
AHEAD = lazy_pattern("|".join(AHEAD_WORDS).replace("来年", "(?<![迎未])来年(?!内)"))
BACK = lazy_pattern("|".join(BACK_WORDS))
# 将 of what will be, by the word behind it: not of taking hold (将他), of a general (将军), of nearly (将近)
# or of what something is done to (将货物运往).
_WILL_BEHIND = """
于 在 会 要 从 由 对 向 与 以 有 达 为 不 不再 继续 进一步 成为 举行 访问 召开 开始 担任 出任 参加 出席
前往 推出 发布 负责 接受 获得 进行 迎来 启动 开通 开放 投入 建成 完成 实施 采取 公布 宣布 揭晓 结束
返回 抵达 离开 出版 上映 播出 停止 关闭 取消 改善 进入 提高 降低 增加 减少 扩大 加强 加大 加快 推动
促进 建设 建立 设立 投资 投产 生产 销售 签署 支持 提供 帮助 影响 带来 吸引 达到 超过 增至 升至 降至
上升 下降 上涨 下跌 增长 缩短 延长 持续 面临 失去 需要 允许 禁止 征收 上调 下调 调整 修订 审议 组织 派
赴 收购 合并 出售 裁员 招聘 培训 培养 搬迁 落户 入驻 亮相 展出 展示 发行 上市 退市 分红 破产 复工 复产
开工 竣工 完工 通车 运营 升级 改造 采用 引进 研发 开发 制定 出台 执行 生效 施行 到期 截止 恢复 暂停
终止 取代 替代 会见 举办 承办 主办 主持 开幕 闭幕 开业 发射 播放 上线 下线 逐步 全面 正式 陆续
尽快 尽早 尽力 尽量 及时 很快 立即 立刻 马上 陪同 派出 前去 给予 回复 答复 通知 告知 联系 安排
处理 解决 讨论 研究 考虑 审查 审理 判决 公开 延期 推迟 提前 重新 再次
选举 选出 迎战 对阵 争夺 角逐 演出 演唱 讲述 介绍 视察 会谈 谈判 磋商 启程 出发 退休 辞职 卸任 接任
就任 上任 毕业 结婚 出生 拍卖 招标 投票 表决 通过 批准 否决 驳回 支付 缴纳 发放 表彰 授予 颁发 评选 公示
拆除 修复 翻新 种植 加入 退出 脱离
首次 分别 同时 共同 也 全部 大幅
"""
WILL_WORDS = ("即将", "將於", "將在", "將會", *(f"将{word}" for word in _WILL_BEHIND.split()))
_WILL = lazy_pattern("|".join(WILL_WORDS))
_PAST_SIGN = lazy_pattern(
    "了|过|過|曾|已|昨|去年|上[周週月]|此前|之前|当时|原本|本将|说|表示|称|指出|宣布|宣佈|透露|同意|决定|授权"
)
DONE_WORDS = ("已", "曾", "日前", "刚刚", "此前", "一直", "向来", "过去", "从前", "过", "当年", "小时候")
DONE = lazy_pattern(
    r"已经?(?![知婚故久经是在有不])[\u4e00-\u9fff]|曾|日前|刚刚|此前|一直(?![会到将])|向来|过去(?=住|是|在|常|也|总|很|没)|从前|(?:当|去|来|做|学|见|看|读|写|住|吃|喝|用|试|听|干|拍|演|参加|访问|担任|获得|接受|研究|工作|生活)过(?!程|来|后|去)|(?<![应])当年|小时候"
)
YET_TO_COME = lazy_pattern(
    "将|將|[会會](?![议議场場展长長员員见見谈談晤面计計所])|计划|計劃|预计|拟|(?<![重主需必])要(?![求点素害闻务])|有望|即(?=[将使])"
)


@cache
def _pairs() -> dict[str, str]:
    """Return the future of each past form that is listed, of one and of many."""
    text = (files(__package__) / "data" / "tenses.txt").read_text(encoding="utf-8")
    pairs = dict(line.split() for line in text.splitlines() if not line.startswith("#"))
    many = {f"{past[:-1]}ნენ": f"{future[:-1]}იან" for past, future in pairs.items() if past.endswith("და")}
    many |= {f"{past[:-1]}ეს": f"{future[:-1]}ენ" for past, future in pairs.items() if future.endswith("ს")}
    return pairs | many


@cache
def _futures() -> dict[str, str]:
    return {future: past for past, future in _pairs().items()}


_WORD = lazy_pattern("[ა-ჰ]{4,}")
_ALREADY = lazy_pattern("(?<![ა-ჰ])უკვე(?= [ა-ჰ]+(?:და|ა|ეს|ეთ|ით|დნენ)(?![ა-ჰ]))")


@lru_cache(maxsize=1 << 14)
def was(word: str) -> bool:
    """Whether a word is surely a verb of what was."""
    if (word in _pairs() or is_past(word)) and not _names_an_action(word):
        return True
    third = _of_us(word)
    return third in aorists() or (word.endswith(("ე", "ეთ")) and third in _pairs())


_OURS = lazy_pattern(
    "(?P<preverb>გადმო|გადა|გამო|შემო|ჩამო|წამო|ამო|გა|და|მო|შე|ჩა|წა|მი|აღ|ა)?ვ(?P<stem>[ა-ჰ]{3,})ეთ?"
)


def _of_us(word: str) -> str:
    """Return the third person of what may be an aorist of the first: გავგზავნეთ, გაგზავნა."""
    match = _OURS.fullmatch(word)
    return f"{match['preverb'] or ''}{match['stem']}ა" if match else ""


def _names_an_action(word: str) -> bool:
    """Whether an aorist is the name of its action too: ჩაწერა "wrote" and "writing"."""
    return word.endswith("ა") and is_form(f"{word[:-1]}ის") and is_form(f"{word}ს")


@lru_cache(maxsize=1 << 14)
def will_be(word: str) -> bool:
    """Whether a word is surely a verb of what will be."""
    if (word in _futures() and not is_present(word)) or is_future(word) or _is_made_of_an_aorist(word):
        return not was(word) and not _IS_A_NAME.search(word)
    person = person_of(word) if word.endswith(_OF_ME) else None
    return person is not None and not person.past and will_be(person.third)


def _is_made_of_an_aorist(word: str) -> bool:
    """Whether a word is the future of a known aorist, with a preverb that no present has: დაასაქმებს."""
    return (
        word.endswith(("ებს", "ებენ"))
        and word.startswith(_DONE)
        and f"{_BEHIND_FUTURES.sub('', word)}ა" in aorists()
    )


_DONE, _BEHIND_FUTURES = ("და", "გა", "ჩა", "მო", "წა"), lazy_pattern("ებ(?:ს|ენ)$")
# Names of actions, which end as futures do: ჩატვირთვა, ჩასწორება.
_IS_A_NAME = lazy_pattern(
    f"[ბ-დვ-თკ-ნპ-ტფ-ჰ]ვა$|^(?!(?:{PREVERBS})[იე]|[იე]){ITS_PREVERB}[ა-ჰ]{{3,}}(?<![დგ])ება$"
)
_OF_ME = ("ებ", "ავ", "ობ", "ებთ", "ავთ", "ობთ", "ამ", "ამთ")


@lru_cache(maxsize=1 << 14)
def may_be_to_come(word: str) -> bool:
    """Whether a word may speak of what will be, as far as its ending tells."""
    if was(word):
        return False
    if word in _futures() or word.startswith(_PLANS) or is_future(word):
        return True
    if word.endswith("ას") and noun_case(word) == DATIVE:
        return False  # კვირას
    return word.endswith(_LIKE_FUTURES) and not (word.endswith("ვა") and _names_an_action(word))


_PLANS = (
    "უნდა",
    "აპირებ",
    "გეგმავ",
    "დაგეგმ",
    "იქნება",
    "იქნებ",
    "ელის",
    "ელოდ",
    "მოსალოდნელ",
    "მიზან",
)
# Verbs of what would be, too: მოკვდებოდა.
_LIKE_FUTURES = (
    "დება",
    "დებიან",
    "ებს",
    "ებენ",
    "ავს",
    "ავენ",
    "ოფს",
    "ენს",
    "ვა",
    "ვთ",
    "ობს",
    "ობენ",
    "ებოდა",
    "ებდა",
    "ეს",
    "ოს",
    "ას",
)
_LIKE_PASTS = ("ა", "ო", "ეს", "ნენ", "ათ", "აა", "ვართ", "ეთ", "ით", "ია", "ვარ", "აც", "ოც")


def changed_tense(source: str, target: str) -> Iterator[Divergence]:
    """Yield past verbs for what will be, and future ones for what was, where no verb is of the right time.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if len(source) > _LONGEST:
        return
    will = _WILL.search(source) or AHEAD.search(source) or _expected(source)
    if will is not None and not _PAST_SIGN.search(source):
        if any(map(may_be_to_come, words_in(target))):
            return
        past = _ALREADY.search(target) or first_word(target, was) or _done_by_somebody(target)
        if past is not None:
            right = _pairs().get(past.group(), "")
            yield Divergence(DivergenceKind.TIME, will.span(), past.span(), right)
        return
    over = _DONE_AND_OVER.search(source) if will is None else None
    if over is not None and not any(map(_says_done, words_in(target))):
        lasting = first_word(target, _lasts)
        if lasting is not None:
            right = _futures().get(lasting.group(), "")
            yield Divergence(DivergenceKind.TIME, over.span(), lasting.span(), right)
            return
    going = _GOING_ON.search(source)
    if going is not None and not _PAST_SIGN.search(source):
        over = first_word(target, _is_over) or _done_by_somebody(target)
        over = over or first_word(target, _will_surely_be)
        if over is not None and not any(_goes_on(word) for word in words_in(target) if word != over.group()):
            yield Divergence(DivergenceKind.TIME, going.span(), over.span())
        return
    done = BACK.search(source) or DONE.search(source)
    if done is None or will is not None or YET_TO_COME.search(source):
        return
    future = first_word(target, will_be)
    if future is None:
        return
    # Whatever may be a verb of what was, and no name or noun in -ა, speaks for the translation.
    if any(map(may_be_past, words_in(target))):
        return
    yield Divergence(DivergenceKind.TIME, done.span(), future.span(), _futures().get(future.group(), ""))


def _done_by_somebody(target: str) -> re.Match[str] | None:
    """Return an aorist that is the name of its action too, where an ergative says who did it: მან დაწერა."""
    if not any(map(is_ergative, words_in(target))):
        return None
    return first_word(target, aorists().__contains__)


_LONGEST = 60
# 会 of what will be, in a plain sentence: not of what one can, nor of what was thought.
_EXPECTED = lazy_pattern(
    "(?<![机社大协学工公年议不与开都约展博运峰商晚宴例盛集聚总])[会會](?:继续|再|进一步|有所|越来越|逐步|很快|如期|按时|降|升|涨|跌|增加|减少|变)"
    "|(?:^|(?<=，))(?:我们?|咱们|公司|政府|双方|厂家|医生)(?:还|也|都|一定)?[会會](?:派|帮|给|尽|把|向|为|在|安排|提供|通知|联系|发|寄|送|考虑"
    "|支持|努力|准备|来|去|回|到|陪|等|告诉|负责|处理|解决|按|与|和|对|继续)"
)
_NOT_EXPECTED = lazy_pattern("想|以为|觉得|认为|担心|原|本来|总|常|往往|才|如果|若|能|时|都|吗|？|使|让|导致")
_PLAIN = 24


def _expected(source: str) -> re.Match[str] | None:
    """Return what says in a short sentence that something will be: 价格会继续回落."""
    found = _EXPECTED.search(source) if len(source) <= _PLAIN else None
    return None if found is None or _NOT_EXPECTED.search(source) else found


# What goes on just now: 正在睡觉 is no "fell asleep".
_GOING_ON = lazy_pattern("正在(?!于)|(?:尚|仍|还)在(?=[讨研谈进修施建协调审商评考持继努寻调制准])")


@lru_cache(maxsize=1 << 14)
def _is_over(word: str) -> bool:
    """Whether a word is surely an aorist, and no imperfect, which speaks of what went on."""
    form = verb_form(word)
    aorist = form is not None and form.subject == "Erg"
    goes_on = word.endswith((*_WENT_ON, *_OURS_GO_ON))
    return (aorist or was(word)) and not goes_on and not _names_an_action(word)


def _will_surely_be(word: str) -> bool:
    """Whether a word is a future whose beginning is no present's: აღადგენს and განიცდის may speak of now."""
    return (
        not word.startswith(("აღ", "გან", "წარ", "შე", "გამო", "ვ"))
        and len(word) > _SHORTEST
        and will_be(word)
    )


_SHORTEST = 5
# What is over with its verb, in a plain sentence: 已经结束了 is no მთავრდება.
_OVER_WORDS = """
结束 完成 关闭 关门 开始 到达 抵达 离开 出发 签署 签了 批准 公布 发布 成立 建成 完工 竣工 取消 停止
卖光 卖完 售完 搬走 寄出 收到 付款 修好 做好 写完 读完 看完 吃完 毕业 去世 辞职 退休 恢复 倒闭 起飞
降落 通车 开业
"""
_DONE_AND_OVER = lazy_pattern(f"已经?(?:{'|'.join(_OVER_WORDS.split())})")


def _says_done(word: str) -> bool:
    """Whether a word may say that something was done or is over: an aorist, a perfect, a participle."""
    if _lasts(word):
        return False
    return may_be_past(word) or was(word) or word.endswith(("ულ", "ილ", "ული", "ილი", "ულად", "არაა", "ნენ"))


def _lasts(word: str) -> bool:
    """Whether a word is surely a present or a future of something that ends."""
    return _goes_on(word) and not was(word) and word.endswith(("ება", "ებიან", "ებს", "ებენ", "ავს"))


@lru_cache(maxsize=1 << 14)
def _goes_on(word: str) -> bool:
    """Whether a word may be a verb of what goes on, as far as its ending tells."""
    form = verb_form(word)
    if form is not None and not _is_over(word):
        return not will_be(word)
    if word.endswith("ება") and is_form(f"{word}ს"):
        return False  # მოლაპარაკება is a noun
    return word.endswith((*_WENT_ON, "ნავს", "ება", "ებიან", "ვარ", "ვართ", "არის", "არიან"))


_WENT_ON = ("ებდა", "ობდა", "ავდა", "ებოდა", "ოდა", "იდა", "ებდნენ", "ობდნენ", "ოდნენ", "იდნენ")


# We and you of the present: ვაწარმოებთ.
_OURS_GO_ON = ("ებთ", "ობთ", "ავთ", "ამთ")


def may_be_past(word: str) -> bool:
    """Whether a word may be a verb of what was, as far as its ending tells."""
    if word.endswith("ე") and _OURS.fullmatch(word):
        return True  # ვიყიდე
    if word == "ეს":
        return False
    if word.startswith("სა") and word.endswith("ო") and is_transparent(word):
        return False
    if word.endswith("თა") and is_form(f"{word[:-2]}ე") and is_form(f"{word[:-2]}ის"):
        return False  # საქმეთა
    return word.endswith(_LIKE_PASTS) and not is_noun(word)


@lru_cache(maxsize=1 << 14)
def is_noun(word: str) -> bool:
    """Whether a word that ends as verbs of the past do is the form of a noun, or a verb to come."""
    return is_nominative(word) or is_vowel_nominative(word) or is_future(word) or word in _futures()


def first_word(target: str, question: Callable[[str], bool]) -> re.Match[str] | None:
    """Return the first word of a text of which something is true."""
    return next((word for word in _WORD.finditer(target) if question(word.group())), None)
