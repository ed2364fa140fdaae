"""More and less, rise and fall, at least and at most: which way a comparison goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_Table = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]

# Rise and fall: of the source, of the translation.
CHANGE: _Table = (
    lazy_pattern(
        "增长|增長|增加|上升|上涨|上漲|提高|提升|升高|攀升|增至|涨|漲|追加|激增|回升|扩大|擴大|增多|增强|上调|调高|调大|好转|回暖|改善|走高|走强|加剧|加重|升温|激化|攀高|变贵|变多|变大|变强|变高|延长|飙升|暴涨|上行|跃升|递增|走热|加快|加速|提速|增产|扩产|加息|加价"
    ),
    lazy_pattern(
        "缓解|放缓|收窄|减轻|遏制|抑制|下降|减少|減少|降低|下跌|缩小|縮小|下滑|萎缩|降至|跌|锐减|减至|回落|缩减|减弱|下调|调低|调小|恶化|走低|走弱|缓和|降温|暴跌|下行|骤降|递减|疲软|减慢|放慢|减缓|延缓|减速|趋缓|变便宜|变少|变小|变弱|变低|缩短|負增长|负增长|减产|减税|减员|减负|降价|降息|降本|削减|裁减"
    ),
    lazy_pattern(
        "(?<![ა-ჰ])(?!დაიწ|მოზარდ|მოზრდილ|აღზრდ|აღმზრდ|გამზრდ)(?:(?:გა|და|ა)უ|(?:გა|მო|და|წამო|ა)?)(?:იზარდ|იზრდ|ზრდ|ზარდ|იმატ|ემატ|მატებ|ძლიერ|მყარ|უკეთ|მაღლ|იწი|იწევ|"
        "ძვირდ|ძვირებ|აძვირ|ფართოვ|უმჯობეს|აღლდ|ჭარბ|ორმაგ|სამმაგ|მძაფრ|მწვავ|მძიმდ|მძიმებ|მძიმა|ამძიმ|აჩქარ|ჩქარდ|სწრაფდ|ხანგრძლ|გრძელდ)"
    ),
    lazy_pattern(
        "(?<![ა-ჰ])(?!მცირე)(?:(?:შე|და|გა)უ|(?:შე|და|ჩა|გა|მო)?ა?)(?:მცირ|კუმშ|კლებ|იკლ|აკლ|ეცა(?!დ)|ცემა|ცემის|ცემას|ეცემ|ვარდნ|იაფ|ვიწრ|უარეს|ეცნ|"
        "სუსტ(?=დ|ებ|ა(?!დ))|აგდ|დაბლ(?!ოკ)|ნელ|რბილ|უფასურ|მსუბუქდ|მსუბუქებ|მსუბუქა|ამსუბუქ|მოკლდ|ამოკლ)|დაიწი|დაიწევ"
    ),
)
# More and less than; 以上 and 以下; at least and at most.
AMOUNT: _Table = (
    lazy_pattern("高于|高於|超过|超過|多于|多於|大于|大於|以上|至少|逾|超出|优于"),
    lazy_pattern(
        r"低于|低於|少于|少於|小于|小於|不足|不到|以下|至多|最长(?=[\d一二两三四五六七八九十百千])|最多(?=[\d一二三四五六七八九十百千可能])|劣于|以内|不满(?=[\d一二两三四五六七八九十百千])|未满(?=[\d一二两三四五六七八九十百千])"
    ),
    lazy_pattern(
        "(?<![ა-ჰ])(?:მეტ(?:ი|ს|ად|ია|მა|ზე)?|მაღალ[ა-ჰ]*|აღემატ[ა-ჰ]*|ზემოთ|ზევით|არანაკლებ|"
        "მინიმუმ|აჭარბ[ა-ჰ]*|გადააჭარბ[ა-ჰ]*|უფროს[ა-ჰ]*|ასცდ[ა-ჰ]*|გადაცილებ[ა-ჰ]*|"
        "გადასცილ[ა-ჰ]*)(?![ა-ჰ])|სულ მცირე"
    ),
    lazy_pattern(
        "(?<![ა-ჰ])(?:ნაკლებ(?:ი|ს|ად|ია|მა)?|დაბალ[ა-ჰ]*|ქვემოთ|ქვევით|არაუმეტეს|მაქსიმუმ|(?<!სულ )მცირე|"
        "უმცროს[ა-ჰ]*|ჩამორჩ[ა-ჰ]*|ფარგლებში|არაუმეტეს)(?![ა-ჰ])|არ აღემატ|არ აჭარბ|ვერ აღწევ|ბევრი|"
        "-მდე|ამდე|მდე(?![ა-ჰ])"
    ),
)


# One thing beside another: 比去年多.
COMPARED: _Table = (
    lazy_pattern("(?<!对)比[^，。；]{1,12}(?:更?[多大高]|更[好快强长重贵])(?![少小低半])"),
    lazy_pattern("(?<!对)比[^，。；]{1,12}(?:更?[少小低]|更[差慢弱短轻])"),
    lazy_pattern(
        "(?<![ა-ჰ])(?:მეტ(?:ი|ს|ად|ია|მა|ჯერ)?|მეტი[ა-ჰ]*|მაღალ[ა-ჰ]*|დიდ(?:ი|ია|ად)?|აღემატ[ა-ჰ]*|აჭარბ[ა-ჰ]*)(?![ა-ჰ])"
    ),
    lazy_pattern("(?<![ა-ჰ])(?:ნაკლებ[ა-ჰ]*|დაბალ[ა-ჰ]*|მცირე[ა-ჰ]*|პატარ[ა-ჰ]*|ჩამორჩ[ა-ჰ]*)(?![ა-ჰ])"),
)
_FOLLOWED = lazy_pattern(r"\(\?=.*\)")
# A round number and more, and nearly a number: what is said of it, the contrary and the same.
_ROUND = (
    (
        lazy_pattern("(?<=[0-9十百千万亿])(?:[余多](?![少半])|有余)"),
        lazy_pattern(
            "(?<![ა-ჰ])(?:ნაკლებ(?:ი|მა|ს|ია|ად)?(?![ა-ჰ])|"
            "(?:არ|ვერ) (?:აღემატ|აღწევ|აჭარბ)|თითქმის (?=[0-9ა]))"
        ),
        lazy_pattern(
            "(?<![ა-ჰ])(?:მეტ(?:ი|მა|ს|ია|ად|ის)?(?![ა-ჰ])|აღემატ|აჭარბ|გადააჭარბ|ასცდ|გადასცდ|ზემოთ)|ოდე|მდე|ჯერ"
        ),
    ),
    (
        lazy_pattern(
            "(?:将近|接近|(?<![附最远靠亲临新相逼])近(?!年|来|日|期|几|[一二两三四五六七八九十0-9]+[年月日天周个小季世]))(?=[0-9一二两三四五六七八九十百千万])"
        ),
        lazy_pattern(
            "(?<=ზე )მეტ(?:ი|მა|ს|ია|ად)(?![ა-ჰ])"
            "|(?<![ა-ჰ])(?<!არ )(?<!ვერ )(?:აღემატ|გადააჭარბ|აჭარბ|ასცდ|გადასცდ)[ა-ჰ]*"
        ),
        lazy_pattern("(?<![ა-ჰ])(?:თითქმის|დაახლოებ|ახლო|უახლოვდ|მიუახლოვდ|ლამის|ნაკლებ|ცოტა)|მდე"),
    ),
)
SAYS_A_DIRECTION = sign_of(
    lambda: (
        "比",
        "余",
        "多",
        "近",
        *(
            _FOLLOWED.sub("", word)
            for table in (CHANGE, AMOUNT)
            for side in (0, 1)
            for word in table[side].pattern.split("|")
        ),
    )
)


def turned_direction(source: str, target: str) -> Iterator[Divergence]:
    """Yield the comparisons that go one way in the source and only the other way in the translation.

    Where the source goes both ways, its clauses are compared with those of the translation, if these are as
    many (库存减少，价格上涨).
    """
    if "，" in source:
        ours, theirs = _parts(source, _COMMA), _parts(target, _GEORGIAN_COMMA)
        if len(ours) == len(theirs) + 1 and _WHEN.fullmatch(ours[0][1]):
            ours = [(0, source[: ours[1][0] + len(ours[1][1])]), *ours[2:]]
        if len(ours) == len(theirs):
            turned = [
                found.shifted(start, place)
                for (start, clause), (place, translation) in zip(ours, theirs, strict=True)
                for found in _turned(clause, translation)
            ]
            if len(turned) != _CHANGED_PLACES or not _IF.search(source):
                yield from turned
            return
    yield from _turned(source, target)


# What is to be done may stand before its condition in a translation, so that two clauses change places.
_CHANGED_PLACES, _IF = 2, lazy_pattern("如果|若|要是|一旦|时，|则")
# A time at the beginning has a comma of its own in Chinese: 2023年，…
_WHEN = lazy_pattern("[^，；]{0,8}(?:年|月|日|季度|期间|以来|时|后|前|目前|如今|今天|近日)")
_COMMA, _GEORGIAN_COMMA = lazy_pattern("[，；]"), lazy_pattern("[,;] ")


def _parts(text: str, cut: re.Pattern[str]) -> list[tuple[int, str]]:
    parts, start = [], 0
    for match in cut.finditer(text):
        parts.append((start, text[start : match.start()]))
        start = match.end()
    return [*parts, (start, text[start:])]


def _turned(source: str, target: str) -> Iterator[Divergence]:
    yield from _turned_round(source, target)
    plain = _NOT_UNDER.sub(_at_least, _NOT_OVER.sub(_at_most, source)) if "不" in source else source
    for table in (CHANGE, AMOUNT, COMPARED):
        up, down, georgian_up, georgian_down = table
        falling, rising = down.search(plain), up.search(plain)
        if (rising is None) == (falling is None):
            continue
        said = rising or falling
        assert said is not None
        # What falls may be a growth (ზრდის პროგნოზი), or be restrained (ზრდის შეკავება).
        text = (
            target
            if table is not AMOUNT
            else _EXCEEDS_NOT.sub(_below, _NO_MORE.sub(_below, _NO_LESS.sub(_above, target)))
        )
        text = _ADDED.sub(_blank, text) if "添加" in source else text
        text = text if rising else _OF_GROWTH.sub(lambda match: " " * len(match[0]), text)
        ups, downs = georgian_up.search(text), georgian_down.search(text)
        if (ups is None) == (downs is None):
            continue
        found = ups or downs
        assert found is not None
        if said.group() == "至少" and _AT_LEAST.search(text):
            continue
        if (rising is not None) != (ups is not None) and not DENIED.search(text):
            # In a long sentence the two words may speak of two things.
            sure = len(source) <= _PLAIN
            place = (said.start(), _end_of_blank(plain, source, said.end()))
            yield Divergence(DivergenceKind.DIRECTION, place, found.span(), sure=sure)


_PLAIN = 24
# "At least", and no more than that: მცირე ტექსტი მაინც.
_AT_LEAST = lazy_pattern("(?<![ა-ჰ])(?:მაინც|თუნდაც|სულ ცოტა)(?![ა-ჰ])")


def _turned_round(source: str, target: str) -> Iterator[Divergence]:
    """Yield "less than" for a number and more, and "more than" for nearly a number."""
    for more, wrong, right in _ROUND:
        said = more.search(source)
        found = wrong.search(target) if said else None
        if said is not None and found is not None and not right.search(target):
            yield Divergence(DivergenceKind.DIRECTION, said.span(), found.span(), sure=len(source) <= _PLAIN)


def _end_of_blank(plain: str, source: str, end: int) -> int:
    """Return where the blanks end that stand in a plain text for the rest of a denial."""
    while end < len(plain) and plain[end] == " " and source[end] != " ":
        end += 1
    return end


# Not under is at least, not over at most.
_NOT_UNDER = lazy_pattern("不[得应能可许會会要宜]{0,2}以?(?:低|少|小)于")
_NOT_OVER = lazy_pattern("不[得应能可许會会要宜]{0,2}以?(?:超过|超過|高于|多于|大于)")


def _at_least(match: re.Match[str]) -> str:
    return "至少".ljust(len(match[0]))


def _at_most(match: re.Match[str]) -> str:
    return "至多".ljust(len(match[0]))


# "Not to be more than" is at most, "not to be less than" at least; also with what there is more of (ხანი).
_NOT_TO_BE = (
    "(?:ი|ს|ად|ის|ისა)?(?: (?:ხანს|ხნით|დრო|დროს))? (?:არ|ვერ|აღარ)(?= (?:უნდა|იქნება|არის|შეიძლება))"
)
_NO_MORE = lazy_pattern(f"(?<![ა-ჰ])(?:მეტ|დიდ|მაღალ){_NOT_TO_BE}")
_EXCEEDS_NOT = lazy_pattern(
    "(?<![ა-ჰ])(?:არ|ვერ|აღარ|ვეღარ) (?:უნდა )?(?:აღემატ|აჭარბ|გადააჭარბ|სცდებ|სცილდ)[ა-ჰ]*"
)
_NO_LESS = lazy_pattern(f"(?<![ა-ჰ])(?:ნაკლებ|დაბალ|მცირე){_NOT_TO_BE}")


def _below(match: re.Match[str]) -> str:
    return "ქვემოთ".ljust(len(match[0]))


def _above(match: re.Match[str]) -> str:
    return "ზემოთ".ljust(len(match[0]))


# What is added somewhere is no growth: 添加图片, დაამატე სურათი.
_ADDED = lazy_pattern("(?<![ა-ჰ])(?:და)?ა?მატ[ა-ჰ]*")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_OF_GROWTH = lazy_pattern(
    "(?<![ა-ჰ])ზრდის(?![ა-ჰ])"
    "|(?<![ა-ჰ])ზრდა?ს?(?![ა-ჰ])(?=[^,.;]{0,24}(?:კავ[ადებო]|ალაგმ|მუხრუჭ|ჩერ[ადებო]|ზღუდ|თრგუნ))"
)
DENIED = lazy_pattern("(?<![ა-ჰ])(?:არ|ვერ|არა|აღარ)(?![ა-ჰ])")
