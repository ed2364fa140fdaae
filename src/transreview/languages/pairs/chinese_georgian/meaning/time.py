"""Tomorrow for yesterday, and what was for what will be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.grammar.subjects import aorists, verbs_with
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

_AHEAD_WORDS = ("明天", "明日", "后天", "明年", "下周", "下週", "下个月", "下月", "下星期", "后年", "今后")
_BACK_WORDS = ("昨天", "昨日", "前天", "去年", "上周", "上週", "上个月", "上月", "上星期", "前年", "昨晚")
_AHEAD = re.compile("|".join(_AHEAD_WORDS))
_BACK = re.compile("|".join(_BACK_WORDS))
_GEORGIAN_AHEAD = re.compile(
    "(?<![ა-ჰ])(?:ხვალ|ზეგ|გაისად|მომავალ(?:ი|ს)? (?:წლ|წელ|კვირ|თვე|თვის)|"
    "შემდეგ(?:ი)? (?:წლ|წელ|კვირ|თვე|თვის))[ა-ჰ]*"
)
_GEORGIAN_BACK = re.compile(
    "(?<![ა-ჰ])(?:გუშინ|გუშინწინ|შარშან|წინა დღეს|წუხელ|გასულ(?:ი)? (?:წლ|წელ|კვირ|თვე|თვის)|"
    "წინა (?:წლ|წელ|კვირ|თვე|თვის))[ა-ჰ]*"
)
# 将 of what will be, not of taking hold (将他), of a general (将军) or of nearly (将近).
_WILL_WORDS = """
即将 将于 将在 将会 将要 将从 将由 将对 将向 将与 将以 将继续 将进一步 将成为 将举行 将访问 将召开
将开始 将有 将达 将担任 将出任 将参加 将出席 将前往 将推出 将发布 将负责 将接受 将获得 将进行 将迎来
将启动 将开通 将开放 将投入 将建成 将完成 将实施 将采取 将公布 将宣布 将揭晓 将结束 将返回 将抵达 将离开
将出版 将上映 将播出 将停止 将关闭 將於 將在 將會
"""
_WILL = re.compile("|".join(_WILL_WORDS.split()))
_PAST_SIGN = re.compile(
    "了|过|過|曾|已|昨|去年|上[周週月]|此前|之前|当时|原本|本将|说|表示|称|指出|宣布|宣佈|透露"
)
# Verbs by what was and what will be.


def _verbs() -> list[tuple[str, str]]:
    text = (files(__package__) / "data" / "tenses.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return [(past, future) for past, future in rows]


_PAIRS = _verbs()
_PAST = dict(_PAIRS)
_FUTURE = {future: past for past, future in _PAIRS}
_PAST |= {f"{past[:-1]}ნენ": f"{future[:-1]}იან" for past, future in _PAIRS if past.endswith("და")}
_WORD = re.compile("[ა-ჰ]{4,}")
_FUTURE_SHAPE = re.compile(
    "(?:და|გა|მო|შე|ჩა|წა|მი|ამო|გამო|წარმო)[ა-ჰ]+(?:დება|ებს|ავს|ვა|ება|ოფს|ენს|დებიან|ებენ|"
    "ავენ)|უნდა|აპირებს|იქნება"
)


_ALREADY = re.compile("(?<![ა-ჰ])უკვე(?= [ა-ჰ]+(?:და|ა|ეს|ეთ|ით|დნენ)(?![ა-ჰ]))")


def changed_time(source: str, target: str) -> Iterator[Divergence]:
    """Yield the words of time that point the other way, and past verbs for what will be (and back)."""
    for theirs, ours, wrong in (
        (_AHEAD, _GEORGIAN_AHEAD, _GEORGIAN_BACK),
        (_BACK, _GEORGIAN_BACK, _GEORGIAN_AHEAD),
    ):
        said = theirs.search(source)
        if (
            said is None
            or (theirs is _AHEAD and _BACK.search(source))
            or (theirs is _BACK and _AHEAD.search(source))
        ):
            continue
        found = wrong.search(target)
        if found is not None and not ours.search(target):
            yield Divergence(DivergenceKind.TIME, said.span(), found.span(), sure=True)
            return
    yield from _changed_era(source, target)
    yield from _changed_distance(source, target)
    yield from _changed_part_of_day(source, target)
    yield from _changed_tense(source, target)


_BEFORE_CHRIST_WORDS = ("公元前", "西元前", "纪元前")
_BEFORE_CHRIST = re.compile("|".join(_BEFORE_CHRIST_WORDS))
_GEORGIAN_BEFORE_CHRIST = re.compile(
    "(?<![ა-ჰ])(?:ძვ|ძველი წელთაღრიცხვ|ძველი ერ)|წელთაღრიცხვამდე|შობამდე|ქრისტემდე|ერამდე"
    "|ჩ\\. ?წ\\. ?-?მდე|BC"
)
_YEAR = re.compile("[0-9]{1,4}|[XVI]+ საუკუნ[ა-ჰ]+|[ა-ჰ]+ საუკუნ[ა-ჰ]+")


def _changed_era(source: str, target: str) -> Iterator[Divergence]:
    """Yield the year or century before Christ that has lost its era."""
    said = _BEFORE_CHRIST.search(source)
    if said is None or _GEORGIAN_BEFORE_CHRIST.search(target):
        return
    year = _YEAR.search(target)
    if year is not None:
        yield Divergence(DivergenceKind.TIME, said.span(), year.span(), sure=True)


_SPANS = ("年", "个月", "個月", "天", "周", "星期", "小时", "小時", "分钟", "分鐘", "日")
_SPAN = f"(?:{'|'.join(_SPANS)})(?:之|以)?"
_AGO, _LATER = re.compile(f"{_SPAN}前"), re.compile(f"{_SPAN}[后後]")
_DISTANCE_WORDS = [f"{span}{of}{way}" for span in _SPANS for of in ("", "之", "以") for way in "前后後"]
_GEORGIAN_AGO = re.compile("(?<![ა-ჰ])(?:წინ|უკან|ადრე|მანამდე|წინათ)(?![ა-ჰ])|მდე(?![ა-ჰ])")
_GEORGIAN_LATER = re.compile("(?<![ა-ჰ])(?:შემდეგ|მერე)(?![ა-ჰ])")
_IN_TIME = re.compile("(?:წელ|თვე|კვირა|დღე|საათ|წუთ|წლი)ს?(?:ში|ის შემდეგ|თავზე)(?![ა-ჰ])")


def _changed_distance(source: str, target: str) -> Iterator[Divergence]:
    """Yield "after five years" for "five years ago", and the other way."""
    ago, later = _AGO.search(source), _LATER.search(source)
    if (ago is None) == (later is None):
        return
    back, ahead = _GEORGIAN_AGO.search(target), _GEORGIAN_LATER.search(target)
    if ago is not None and ahead is not None and back is None:
        yield Divergence(DivergenceKind.TIME, ago.span(), ahead.span(), sure=len(source) <= _PLAIN)
    if later is not None and back is not None and ahead is None and not _IN_TIME.search(target):
        yield Divergence(DivergenceKind.TIME, later.span(), back.span(), sure=len(source) <= _PLAIN)


_PLAIN = 24


# Parts of the day; the small hours (凌晨) are night or morning.
_MORNING_WORDS = ("上午", "早上", "清晨", "早晨", "今早")
_EVENING_WORDS = ("下午", "晚上", "傍晚", "夜里", "今晚", "昨晚", "晚间")
_MORNING = re.compile("|".join(_MORNING_WORDS))
_EVENING = re.compile("|".join(_EVENING_WORDS))
_GEORGIAN_MORNING = re.compile("(?<![ა-ჰ])დილ(?:ის|ით|ას|ა|იდან|ამდე)(?![ა-ჰ])")
_GEORGIAN_EVENING = re.compile("(?<![ა-ჰ])(?:საღამო[ა-ჰ]*|ღამ(?:ის|ით|ე)|ნაშუადღევს)(?![ა-ჰ])")


def _changed_part_of_day(source: str, target: str) -> Iterator[Divergence]:
    morning, evening = _MORNING.search(source), _EVENING.search(source)
    if (morning is None) == (evening is None):
        return
    theirs = _GEORGIAN_MORNING.search(target), _GEORGIAN_EVENING.search(target)
    wrong = theirs[1] if morning is not None else theirs[0]
    right = theirs[0] if morning is not None else theirs[1]
    said = morning or evening
    if wrong is not None and right is None and said is not None:
        yield Divergence(DivergenceKind.TIME, said.span(), wrong.span(), sure=True)


def _changed_tense(source: str, target: str) -> Iterator[Divergence]:
    will = _WILL.search(source) or _AHEAD.search(source)
    if will is not None and not _PAST_SIGN.search(source):
        if _FUTURE_SHAPE.search(target):
            return
        already = _ALREADY.search(target)
        if already is not None:
            yield Divergence(DivergenceKind.TIME, will.span(), already.span())
            return
        known = aorists()
        known |= verbs_with("ergative")
        past = next((w for w in _WORD.finditer(target) if w.group() in _PAST or w.group() in known), None)
        if past is not None:
            yield Divergence(DivergenceKind.TIME, will.span(), past.span(), _PAST.get(past.group(), ""))
        return
    was = _BACK.search(source)
    if was is not None and will is None and not re.search("将|將|会|會|计划|計劃|预计|拟|要", source):
        future = next((word for word in _WORD.finditer(target) if word.group() in _FUTURE), None)
        if future is not None:
            yield Divergence(DivergenceKind.TIME, was.span(), future.span(), _FUTURE[future.group()])


# What says any time at all: most segments say none.
SAYS_TIME = sign_of(
    lambda: (
        *_AHEAD_WORDS, *_BACK_WORDS, *_WILL_WORDS.split(), *_BEFORE_CHRIST_WORDS, *_DISTANCE_WORDS,
        *_MORNING_WORDS, *_EVENING_WORDS,
    )
)  # fmt: skip
