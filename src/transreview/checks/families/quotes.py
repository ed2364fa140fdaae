"""Checks of quotation marks and brackets: balanced, kept, and in one style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from transreview.checks import characters, quotation
from transreview.checks.check import Hit, comparing_check, segment_check
from transreview.checks.comparison import Choices, Use
from transreview.checks.conditions import narrow_target, target_known
from transreview.checks.environment import Environment
from transreview.checks.features import Features
from transreview.checks.list_markers import marker
from transreview.checks.prose import without_links
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

MQM = "linguistic-conventions/punctuation"

_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【", "〕": "〔"}
_NARROW = {"（": "(", "）": ")", "［": "[", "］": "]", "【": "[", "】": "]", "〔": "(", "〕": ")"}
_BRACKET = lazy_pattern(r"[()\[\]（）［］【】〔〕]")
# "1)", "ა)", "iv)" in front of an item need no opening bracket; smileys are no brackets.
_ITEM = lazy_pattern(r"(?:^|(?<=[\s;,:.(]))(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})(?=[)）])")
_SMILEY = lazy_pattern(r"[:;]-?[()]")


def brackets(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of brackets of a text and the places of those without a partner."""
    ignored = {match.end() for match in _ITEM.finditer(text)}
    ignored.update(match.end() - 1 for match in _SMILEY.finditer(text))
    stack: list[tuple[str, int]] = []
    matched: list[tuple[int, int]] = []
    alone: list[int] = []
    for match in _BRACKET.finditer(text):
        sign, place = _NARROW.get(match.group(), match.group()), match.start()
        if sign in "([":
            stack.append((sign, place))
        elif stack and stack[-1][0] == _PAIRS[sign]:
            matched.append((stack.pop()[1], place))
        elif place not in ignored:
            alone.append(place)
    alone += [place for _sign, place in stack]
    return sorted(matched), sorted(alone)


@segment_check(
    "punct.bracket",
    family="punctuation",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A bracket has no partner, or the source's brackets are missing.",
    good=("测试（一）", "ტესტი (ერთი)"),
    bad=("测试（一）", "ტესტი (ერთი"),
    either_has=characters.BRACKET,
)
def unbalanced_brackets(features: Features) -> Iterator[Hit]:
    """Report lone brackets of the translation, else pairs of the source that it does not have."""
    in_target, alone = brackets(without_links(features.target, features.target_marks))
    in_source, source_alone = brackets(without_links(features.source, features.source_marks))
    for place in alone:
        yield Hit(
            place,
            place + 1,
            _("A bracket without its partner"),
            severity=Severity.INFO if source_alone else None,
        )
    if alone or features.is_empty or len(in_target) >= len(in_source):
        return
    listed = marker(features.source)
    for start, end in in_source[len(in_target) :] if not in_target else in_source[-1:]:
        if _is_gloss(features.source[start + 1 : end], features.target) or (listed and end < listed.end):
            continue
        place = len(features.target.rstrip())
        yield Hit(
            place,
            place,
            _("The source has brackets here that the translation lacks"),
            expected=features.source[start : end + 1],
            severity=Severity.WARNING
            if _tells(features.source[start + 1 : end], features.target)
            else Severity.INFO,
        )


_TELLING = lazy_pattern(r"[A-Z]{2,}|\d[\d,.]*\d")


def _tells(inner: str, target: str) -> bool:
    """Whether brackets hold an acronym or a number that is nowhere in the translation."""
    telling = _TELLING.findall(inner)
    return bool(telling) and not any(one in target for one in telling)


_NAME_GLOSS = lazy_pattern(r"\s*[A-Z]?[a-zà-ÿ'’.]+(?:[\s·-]+[A-Z]?[\w'’.]+)*\s*")


def _is_gloss(inner: str, target: str) -> bool:
    """Whether brackets only hold a name as its own language writes it (罗温（Rowan）).

    A translation into an alphabet may leave that out, or put it without brackets.
    """
    bare = inner.strip(" \u00a0«»“”„\"'")
    return bool(_NAME_GLOSS.fullmatch(inner)) or (bare.isascii() and bare.lower() in target.lower())


_SINGLE_QUOTED = lazy_pattern(r"(?<!\w)['‘‚][^'‘’‚]{3,}['’‘](?!\w)|(?<!\w)['‘‚].*['’‘]", re.DOTALL)
_CLAUSE_MARK = lazy_pattern("[，。！？；,!?;]")
_SHORTEST_SPEECH, _LONG_SPEECH = 8, 9


# “…，”他说，“…”: who speaks stands within the quotation, which other languages need not open anew.
_SPEAKER = lazy_pattern(
    "[^“”‘’「」，。！？：]{0,20}(?:[说說道称稱问問]|表示|指出|介绍|介紹|强调|強調|补充|補充|认为|認為|解释|解釋"
    "|告诉[^，。]{1,8})(?:道)?[，,：:]"
)


def _goes_on(source: str, quoted: Sequence[quotation.Quote]) -> int:
    """Return how many quotations of a source go on with the one before, behind who speaks."""
    return sum(
        _SPEAKER.fullmatch(source, first.end + 1, second.start) is not None
        for first, second in pairwise(quoted)
    )


@segment_check(
    "punct.quote",
    family="punctuation",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A quotation mark is missing: their number is odd, or the source's quotation is not marked.",
    good=("他说：“好。”", "მან თქვა: „კარგი“."),
    bad=("他说：“好。”", "მან თქვა: „კარგი."),
    either_has=characters.QUOTE,
)
def lost_quotes(features: Features) -> Iterator[Hit]:
    """Compare the quotation marks of both sides, minding quotations that run over segments."""
    if features.is_empty:
        return
    target_marks, source_marks = features.target_quotes, features.source_quotes
    if len(target_marks) % 2:
        place = _lone_mark(features.target, target_marks)
        weight = _odd_severity(features, len(source_marks))
        if (
            weight is Severity.ERROR
            and not features.text.in_document
            and _may_run_over(features.target, target_marks)
        ):
            # One mark fewer than the source's pairs: rather lost than left to a segment beside.
            weight = Severity.WARNING if len(target_marks) < len(source_marks) else Severity.INFO
        if weight is not None:
            yield Hit(place, place + 1, _("A quotation mark without its partner"), severity=weight)
        return
    if len(source_marks) - len(target_marks) < 2:
        return
    lost = [quote for quote in quotation.pairs(features.source) if not _is_name(quote.inner)]
    if (len(lost) - _goes_on(features.source, lost)) * 2 <= len(target_marks):
        return
    longest = max(lost, key=lambda quote: len(quote.inner), default=None)
    if longest is None:
        return
    heavy = (
        not target_marks
        and _is_speech(features.source, longest)
        and not _SINGLE_QUOTED.search(features.target)
    )
    place = len(features.target.rstrip())
    yield Hit(
        place,
        place,
        _("The source's quotation is not marked in the translation"),
        expected=features.source[longest.start : longest.end + 1],
        severity=Severity.WARNING if heavy else Severity.INFO,
    )


def _lone_mark(text: str, marks: Sequence[tuple[int, str]]) -> int:
    """Return the place of the mark that most likely has lost its partner."""
    expects_open = True
    for place, _mark in marks:
        if quotation.opens(text, place) is not expects_open:
            return place
        expects_open = not expects_open
    return marks[-1][0]


def _may_run_over(text: str, marks: Sequence[tuple[int, str]]) -> bool:
    """Whether one lone mark at either end leaves the quotation to a segment before or after."""
    first, last = marks[0][0], marks[-1][0]
    if len(marks) == 1:
        return True
    return not quotation.opens(text, first) or quotation.opens(text, last)


def _is_speech(text: str, quote: quotation.Quote) -> bool:
    """Whether the quotation is what somebody says, and not a name or a term set in marks."""
    inner = quote.inner
    if len(inner) < _SHORTEST_SPEECH:
        return False
    introduced = text[: quote.start].rstrip().endswith((":", "：", "说", "称", "道", "表示", "，", ","))
    introduced = introduced or bool(_SAID_AFTER.match(text, quote.end + 1))
    return bool(_CLAUSE_MARK.search(inner)) or (introduced and len(inner) >= _LONG_SPEECH)


_SAID_AFTER = lazy_pattern("[^，。！？；]{0,10}?(?:写道|说|表示|称道)")


# What Chinese sets in quotation marks because it is a name: such marks may go.
_NAMED = lazy_pattern(
    "(?:委员会|理事会|协会|学会|联合会|基金会|组织|公司|集团|银行|大学|学院|中心|局|部|署|院|党|报|台|社|网|频道|节目"
    "|法案|法|条约|协议|计划|规划|工程|项目|奖|杯|赛|节|日|集会|运动|行动|条例|会议|论坛|政府|所|军|队|号|店|馆|城|站|区|路"
    "|战争|革命|主义|时代|风暴|大会|峰会|议会|制)$"
)


def _is_name(inner: str) -> bool:
    """Whether quoted words are a name: of an institution by its last noun, or in Latin letters."""
    words = inner.strip()
    if _CLAUSE_MARK.search(words):
        return False
    return words.isascii() or bool(_NAMED.search(words))


def _odd_severity(features: Features, source_marks: int) -> Severity | None:
    """Return how bad an odd number of marks is; None where a quotation runs on from segment to segment."""
    text = features.text
    if text.target_open or text.runs_on:
        return Severity.INFO if not (source_marks % 2 or text.source_open) else None
    if source_marks % 2 or text.source_open:
        return None  # the source leaves its quotation open as well
    return Severity.ERROR


@segment_check(
    "punct.quote_style",
    family="punctuation",
    severity=Severity.INFO,
    mqm="locale-conventions",
    explanation="Quotation marks of different styles are mixed in one segment or one document.",
    good=("“好”和“坏”", "„კარგი“ და „ცუდი“"),
    bad=("“好”和“坏”", '„კარგი“ და "ცუდი"'),
    applies=lambda source, target: target_known(source, target) and narrow_target(source, target),
    target_has=characters.QUOTE,
)
def mixed_quotes(features: Features) -> Iterator[Hit]:
    """Report a segment whose pairs are of two styles, or a pair that opens in one and closes in another."""
    found = _quotations(features)
    if not found:
        return
    styles = [(features.target[quote.start], features.target[quote.end]) for quote in found]
    several, (opening, closing) = len(set(styles)) > 1, features.context.quotes
    for quote, style in zip(found, styles, strict=True):
        if style not in _STYLES or (several and style != (opening, closing)):
            yield _restyled(features, quote, opening, closing)


def _quotations(features: Features) -> list[quotation.Quote]:
    """Return the translation's quotations without strings of code (`print("hi")`, `lang="ka"`)."""
    found = quotation.pairs(features.target)
    if '"' not in features.source:
        return found
    return [quote for quote in found if not _is_code_string(features, quote)]


_BEFORE_STRING = lazy_pattern(r"(?:[\w)\]]\(|[=\[{:])$", re.ASCII)


def _is_code_string(features: Features, quote: quotation.Quote) -> bool:
    """Whether straight marks hang on what is before them as in code, and the source has both."""
    text = features.target
    if text[quote.start] != '"' or not _BEFORE_STRING.search(text, max(0, quote.start - 2), quote.start):
        return False
    return text[quote.start - 1 : quote.end + 1] in features.source


_STYLES = frozenset({('"', '"'), ("„", "“"), ("“", "”"), ("«", "»"), ("„", "”"), ("”", "”"), ("»", "«")})


def _restyled(features: Features, quote: quotation.Quote, opening: str, closing: str) -> Hit:
    span = features.target[quote.start : quote.end + 1]
    wanted = f"{opening}{quote.inner}{closing}"
    return Hit(
        quote.start,
        quote.end + 1,
        _("Quotation marks of another style"),
        expected=wanted,
        found=span,
        fix=Fix(quote.start, quote.end + 1, wanted),
    )


@segment_check(
    "punct.quote_norm",
    family="punctuation",
    severity=Severity.INFO,
    mqm="locale-conventions",
    explanation="A quotation stands in marks that the language's print has not (Georgian has „ “).",
    good=("他说：“好”", "მან თქვა: „კარგი“"),
    bad=("他说：“好”", "მან თქვა: «კარგი»"),
    applies=lambda _source, target: target.one_quote_style,
    target_has=characters.QUOTE,
)
def foreign_quotes(features: Features) -> Iterator[Hit]:
    """Report the first quotation of a segment that has none in the marks of the language or the team."""
    opening, closing = features.context.quotes
    found = [
        quote
        for quote in _quotations(features)
        if (features.target[quote.start], features.target[quote.end]) in _STYLES
    ]
    if opening in features.target:
        yield from _closed_otherwise(features, opening, closing)
        return
    if not found:
        return
    first = found[0]
    if features.target[first.start] != opening:
        yield _restyled(features, first, opening, closing)


def _closed_otherwise(features: Features, opening: str, closing: str) -> Iterator[Hit]:
    """Yield the first mark that closes in another style what was opened in the right one: „კარგი”."""
    begin = features.target.index(opening)
    if closing in features.target or closing == opening:
        return
    for place, char in enumerate(features.target[begin + 1 :], start=begin + 1):
        if char in _CLOSING:
            message = _("Quotation marks of another style")
            yield Hit(place, place + 1, message, expected=closing, fix=Fix(place, place + 1, closing))
            return


_CLOSING = frozenset('”"»’')


def _quoted(features: Features) -> Iterator[Use]:
    if features.target_mask & characters.QUOTE:
        for quote in _quotations(features):
            style = features.target[quote.start] + features.target[quote.end]
            if (style[0], style[1]) in _STYLES:
                yield Use(
                    thing="quotation marks",
                    choice=style,
                    start=quote.start,
                    end=quote.end + 1,
                    text=features.target[quote.start : quote.end + 1],
                )


def _odd_styles(_thing: str, counts: Mapping[str, int], environment: Environment) -> dict[str, str]:
    """Return the styles outside the document's own majority, or outside the style the team asked for."""
    if len(counts) < 2:
        return {}
    own = "".join(environment.quotes)
    settled = environment.settings.quotes or own in counts
    wanted = own if settled else min(counts, key=lambda style: (-counts[style], style))
    return {style: wanted for style in counts if style != wanted}


def _other_style(use: Use, wanted: str, _environment: Environment) -> Hit:
    better = f"{wanted[0]}{use.text[1:-1]}{wanted[1]}"
    return Hit(
        use.start,
        use.end,
        _("Quotation marks of another style"),
        expected=better,
        found=use.text,
        fix=Fix(use.start, use.end, better),
    )


document_quotes = comparing_check(
    "punct.quote_mix",
    family="punctuation",
    severity=Severity.INFO,
    mqm="locale-conventions",
    explanation="A segment uses another style of quotation marks than most of its document.",
    good=("“好”\n“坏”", "„კარგი“\n„ცუდი“"),
    bad=("“好”\n“坏”", '„კარგი“\n"ცუდი"'),
    applies=narrow_target,
    compares=Choices(uses=_quoted, judge=_odd_styles, describe=_other_style),
)


CHECKS = (unbalanced_brackets, lost_quotes, mixed_quotes, foreign_quotes, document_quotes)
