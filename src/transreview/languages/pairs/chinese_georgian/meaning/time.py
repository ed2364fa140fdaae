"""Tomorrow for yesterday, and what was for what will be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.meaning.tenses import (
    AHEAD,
    AHEAD_WORDS,
    BACK,
    BACK_WORDS,
    DONE,
    DONE_WORDS,
    WILL_WORDS,
    YET_TO_COME,
    changed_tense,
    first_word,
    may_be_past,
    may_be_to_come,
    was,
    will_be,
)
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

GEORGIAN_AHEAD = lazy_pattern(
    "(?<![ა-ჰ])(?:ხვალ|ზეგ|გაისად|მომავალ(?:ი|ს)? (?:წლ|წელ|კვირ|თვე|თვის)|"
    "შემდეგ(?:ი)? (?:წლ|წელ|კვირ|თვე|თვის))[ა-ჰ]*"
)
GEORGIAN_BACK = lazy_pattern(
    "(?<![ა-ჰ])(?:გუშინ|გუშინწინ|შარშან|წინა დღეს|წუხელ|გასულ(?:ი)? (?:წლ|წელ|კვირ|თვე|თვის)|"
    "წინა (?:წლ|წელ|კვირ|თვე|თვის))[ა-ჰ]*"
)


def changed_time(source: str, target: str) -> Iterator[Divergence]:
    """Yield the words of time that point the other way, and past verbs for what will be (and back)."""
    for theirs, ours, wrong in (
        (AHEAD, GEORGIAN_AHEAD, GEORGIAN_BACK),
        (BACK, GEORGIAN_BACK, GEORGIAN_AHEAD),
    ):
        said = theirs.search(source)
        if (
            said is None
            or (theirs is AHEAD and BACK.search(source))
            or (theirs is BACK and AHEAD.search(source))
        ):
            continue
        found = wrong.search(target)
        if found is not None and not ours.search(target):
            yield Divergence(DivergenceKind.TIME, said.span(), found.span(), sure=True)
            return
    # Done already, and told of tomorrow.
    done = DONE.search(source)
    tomorrow = _ahead(source, target) if done and not AHEAD.search(source) else None
    if done is not None and tomorrow is not None and not YET_TO_COME.search(source):
        yield Divergence(DivergenceKind.TIME, done.span(), tomorrow.span())
        return
    yield from _changed_era(source, target)
    yield from _changed_distance(source, target)
    yield from _changed_part_of_day(source, target)
    yield from _changed_bound(source, target)
    yield from list(changed_tense(source, target)) or list(_unlike_its_time(source, target))


# When something is or was done, in a clause of its own.
_WHEN_AHEAD = lazy_pattern("(?<![ა-ჰ])(?:ხვალ|ზეგ|მომავალ (?:წელს|კვირას|თვეს))(?![ა-ჰ])")
_WHEN_BACK = lazy_pattern(
    "(?<![ა-ჰ])(?:გუშინ|შარშან|გასულ (?:წელს|კვირას|თვეს)|[ა-ჰ]+ (?:წლის|თვის|კვირის|დღის) წინ)(?![ა-ჰ])"
)
_PARTICIPLE = lazy_pattern("[ა-ჰ]{3,}(?:ულ|ილ|ებელ|ებად|ამდელ)(?:ი|მა|ს|ის|ად)?(?![ა-ჰ])")


def _unlike_its_time(source: str, target: str) -> Iterator[Divergence]:
    """Yield the verb of a clause that speaks of another time than its own words: მომავალ წელს გაძვირდა."""
    for said, when, wrong, right in (
        (AHEAD, _WHEN_AHEAD, was, may_be_to_come),
        (BACK, _WHEN_BACK, will_be, may_be_past),
        (_AGO, _WHEN_BACK, will_be, may_be_past),
    ):
        theirs = said.search(source)
        ours = when.search(target) if theirs is not None else None
        if theirs is None or ours is None:
            continue
        start = max(target.rfind(mark, 0, ours.start()) for mark in ",;:„–—") + 1
        clause = re.split("[,;:.“–—]", target[start:], maxsplit=1)[0]
        verb = None if _PARTICIPLE.search(clause) else first_word(clause, wrong)
        if verb is not None and not any(map(right, words_in(clause))):
            span = (verb.start() + start, verb.end() + start)
            yield Divergence(DivergenceKind.TIME, theirs.span(), span)
            return


_IN_THE_FUTURE = lazy_pattern("(?<![ა-ჰ])(?:სამომავლოდ|მომავალში(?! [ა-ჰ]+(?:ში|ზე)(?![ა-ჰ])))(?![ა-ჰ])")
_SAYS_THE_FUTURE = lazy_pattern("未来|未來|今后|今後|以后|日后|来日|前途|前景|展望")


def _ahead(source: str, target: str) -> re.Match[str] | None:
    """Return what speaks of the time to come in a translation of something that is done."""
    named = GEORGIAN_AHEAD.search(target)
    return named or (None if _SAYS_THE_FUTURE.search(source) else _IN_THE_FUTURE.search(target))


_BEFORE_CHRIST_WORDS = ("公元前", "西元前", "纪元前")
_BEFORE_CHRIST = lazy_pattern("|".join(_BEFORE_CHRIST_WORDS))
_GEORGIAN_BEFORE_CHRIST = lazy_pattern(
    "(?<![ა-ჰ])(?:ძვ|ძველი წელთაღრიცხვ|ძველი ერ)|წელთაღრიცხვამდე|შობამდე|ქრისტემდე|ერამდე"
    "|ჩ\\. ?წ\\. ?-?მდე|BC"
)
_YEAR = lazy_pattern("[0-9]{1,4}|[XVI]+ საუკუნ[ა-ჰ]+|[ა-ჰ]+ საუკუნ[ა-ჰ]+")


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
_AGO, _LATER = lazy_pattern(f"{_SPAN}前"), lazy_pattern(f"{_SPAN}[后後]")
_DISTANCE_WORDS = [f"{span}{of}{way}" for span in _SPANS for of in ("", "之", "以") for way in "前后後"]
_GEORGIAN_AGO = lazy_pattern("(?<![ა-ჰ])(?:წინ|უკან|ადრე|მანამდე|წინათ)(?![ა-ჰ])|მდე(?![ა-ჰ])")
_GEORGIAN_LATER = lazy_pattern("(?<![ა-ჰ])(?:შემდეგ|მერე)(?![ა-ჰ])")
_IN_TIME = lazy_pattern("(?:წელ|თვე|კვირა|დღე|საათ|წუთ|წლი)ს?(?:ში|ის შემდეგ|თავზე)(?![ა-ჰ])")


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
_MORNING = lazy_pattern("|".join(_MORNING_WORDS))
_EVENING = lazy_pattern("|".join(_EVENING_WORDS))
_GEORGIAN_MORNING = lazy_pattern("(?<![ა-ჰ])დილ(?:ის|ით|ას|ა|იდან|ამდე)(?![ა-ჰ])")
_GEORGIAN_EVENING = lazy_pattern("(?<![ა-ჰ])(?:საღამო[ა-ჰ]*|ღამ(?:ის|ით|ე)|ნაშუადღევს)(?![ა-ჰ])")


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


# From a day on, and up to it.
_SINCE = lazy_pattern(
    "(?:自|从)[^，。；至到]{1,14}(?:起|开始)|(?<=[日月年])起(?=施行|实施|生效|执行|开始|，)"
)
_UNTIL = lazy_pattern(
    "(?<=[日月年周底末初前])(?:之前|以前|前(?=必须|须|应|需|完成|提交|报名|付款|交|，))|截至|截止|有效期至|直到"
    "|(?:持续|延续|延长|营业|开放|工作|服务|上课|开|服役|任职|在任|居住|生活|学习|运行|使用|保存|保留|实施|执行|展出|停留|推迟|延期)[到至]|(?:营业|开放|工作)(?:到|至)?(?:晚上|下午|夜里)"
)
_TIMES = (
    "(?:იანვ|თებერვ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბ|ოქტომბ|ნოემბ|დეკემბ"
    "|წლ|წელ|თვ|კვირ|დღ|საათ|ასაკ|ბოლო|დასაწყის|შაბათ|პარასკევ)"
)
_BOUNDS = (
    "起",
    "开始",
    "之前",
    "以前",
    "前",
    "截至",
    "截止",
    "有效期至",
    "直到",
    "到",
    "至",
    "营业",
    "开放",
    "工作",
)
_GEORGIAN_SINCE = lazy_pattern(f"(?<![ა-ჰ]){_TIMES}[ა-ჰ]*(?:დან|დანვე)(?![ა-ჰ])")
_GEORGIAN_UNTIL = lazy_pattern(f"(?<![ა-ჰ]){_TIMES}[ა-ჰ]*მდე(?![ა-ჰ])")


def _changed_bound(source: str, target: str) -> Iterator[Divergence]:
    """Yield "until July" for "from July on", and the other way."""
    if "დან" not in target and "მდე" not in target:
        return
    since, until = _SINCE.search(source), _UNTIL.search(source)
    if (since is None) == (until is None):
        return
    if until is not None and _FROM.search(source, 0, until.start()):
        return  # 从五月推迟到七月: what it comes from is said, too
    begins, ends = _GEORGIAN_SINCE.search(target), _GEORGIAN_UNTIL.search(target)
    wrong, right = (ends, begins) if since is not None else (begins, ends)
    said = since or until
    if wrong is not None and right is None and said is not None:
        yield Divergence(DivergenceKind.TIME, said.span(), wrong.span())


_FROM = lazy_pattern("[从由][^，。；]*$")


# What says any time at all: most segments say none.
SAYS_TIME = sign_of(
    lambda: (
        *AHEAD_WORDS, *BACK_WORDS, *WILL_WORDS, *DONE_WORDS, *_BOUNDS, *_BEFORE_CHRIST_WORDS,
        *_DISTANCE_WORDS, "正在", "尚在", "仍在", "还在", "会", "會", *_MORNING_WORDS, *_EVENING_WORDS,
    )
)  # fmt: skip
