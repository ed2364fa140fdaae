"""Checks of inline marks: links, code, images, footnotes and emphasis come through whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.checks.localized_addresses import same_page
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity, Side
from transreview.model.inline_mark import InlineMark, MarkKind

MQM = "design-and-markup/markup"


def _of(marks: Sequence[InlineMark], *kinds: MarkKind) -> list[InlineMark]:
    return [mark for mark in marks if mark.kind in kinds]


def _lost(mine: Sequence[InlineMark], theirs: Sequence[InlineMark]) -> list[InlineMark]:
    """Return the marks whose value the other side lacks, each as often as it is missing."""
    missing = Counter(mark.value for mark in mine) - Counter(mark.value for mark in theirs)
    lost = []
    for mark in mine:
        if missing[mark.value] > 0:
            missing[mark.value] -= 1
            lost.append(mark)
    return lost


_BROKEN_LINK = lazy_pattern(r"\](\s+)\((?=[^()\s]+\))")


@segment_check(
    "link.lost",
    family="markup",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="A link or image of the source is no link any more in the translation, or leads elsewhere.",
    good=("参阅[安装说明](https://example.org/a)。", "იხილეთ [ინსტრუქცია](https://example.org/a)."),
    bad=("参阅[安装说明](https://example.org/a)。", "იხილეთ [ინსტრუქცია] (https://example.org/a)."),
    either_has=characters.BRACKET,
)
def lost_links(features: Features) -> Iterator[Hit]:
    """Report each link once; web addresses that are gone altogether are the business of url.mismatch."""
    in_text = "](" in features.source or "][" in features.source
    if features.is_empty or not (in_text or features.has_marks_beside):
        return
    kinds = MarkKind.LINK, MarkKind.IMAGE
    in_source, in_target = _of(features.source_marks, *kinds), _of(features.target_marks, *kinds)
    lost = [mark for mark in _lost(in_source, in_target) if mark.value and not mark.by_reference]
    new = [mark for mark in _lost(in_target, in_source) if not mark.by_reference]
    yield from _shown_no_more(in_source, in_target)
    broken = list(_BROKEN_LINK.finditer(features.target))
    codes = features.context.source.code, features.context.target.code
    for mark in tuple(lost):
        like = next((one for one in new if same_page(mark.value, one.value, codes)), None)
        if like is not None:  # the same page for readers of another language, or seen from another folder
            lost.remove(mark)
            new.remove(like)
    for mark in lost:
        if broken:
            match = broken.pop(0)
            span = match.span(1)
            message = _("A blank has broken the link to {address}").format(address=mark.value)
            fix = Fix(*span, "")
            yield Hit(*span, message, expected="](", fix=fix, severity=Severity.ERROR)
        elif new:
            other = new.pop(0)
            # Web addresses in the text itself are the business of url.mismatch; those beside it are not.
            told_there = _is_web(mark.value) and not (
                mark in features.text.source_marks and other in features.text.target_marks
            )
            if not told_there and not same_page(mark.value, other.value, codes):
                message = _("The link leads elsewhere than the source's")
                yield Hit(other.start, other.end, message, mark.value, found=other.value)
        elif mark in features.text.source_marks or not _is_web(mark.value) or mark.value in features.target:
            is_there = mark.value in features.target
            yield Hit(
                mark.start,
                mark.end,
                _("The link to {address} is gone").format(address=mark.value),
                side=Side.SOURCE,
                severity=Severity.INFO if is_there else None,
            )


def _shown_no_more(in_source: Sequence[InlineMark], in_target: Sequence[InlineMark]) -> Iterator[Hit]:
    """Yield the links of the translation that the source shows as images: the `!` before them is gone."""
    for mark in in_target:
        same = [one for one in in_source if mark.value and one.value == mark.value]
        if mark.kind is MarkKind.LINK and same and all(one.kind is MarkKind.IMAGE for one in same):
            message = _("The image has become a link")
            yield Hit(mark.start, mark.start, message, expected="!", fix=Fix(mark.start, mark.start, "!"))


def _is_web(address: str) -> bool:
    return "://" in address or address.startswith("www.")


@segment_check(
    "code.lost",
    family="markup",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="A code span or formula of the source is missing in the translation, or was translated.",
    good=("运行 `tool build` 命令。", "გაუშვით ბრძანება `tool build`."),
    bad=("运行 `tool build` 命令。", "გაუშვით აწყობის ბრძანება."),
    either_has=characters.MARK,
)
def lost_code(features: Features) -> Iterator[Hit]:
    """Report code that is nowhere in the translation, and remark code that has lost its marks."""
    if features.is_empty or not ("`" in features.source or features.has_marks_beside):
        return
    in_source, in_target = (
        _of(marks, MarkKind.CODE, MarkKind.FORMULA)
        for marks in (features.source_marks, features.target_marks)
    )
    lost = [mark for mark in _lost(in_source, in_target) if _is_code(mark.value, features)]
    new = others = _lost(in_target, in_source)
    if not features.context.shares_script:  # (of one script, stand-ins are translated: `info commandname`)
        new = [mark for mark in new if _is_code(mark.value, features)]
    kept = [mark for mark in in_target if mark not in others]
    for mark in lost:
        said = any(mark.value == other.value for other in in_target)  # if not as often
        if said or any(_is_like(mark.value, other.value) for other in others):
            continue
        if mark.value in features.target and mark.value in _without(features.target, kept):
            message = _("This code has lost its marks")
            yield Hit(mark.start, mark.end, message, side=Side.SOURCE, severity=Severity.INFO)
        elif new:
            other = new.pop(0)
            like = _plain(mark.value) == _plain(other.value) or _is_named_anew(mark, other, features)
            like = like or _is_localized(mark.value, other.value, features)
            yield Hit(
                other.start,
                other.end,
                _("This code differs from the source's"),
                f"`{mark.value}`",
                severity=Severity.INFO if like else None,
            )
        else:
            formula = mark.kind is MarkKind.FORMULA
            message = (
                _("The translation lacks this formula") if formula else _("The translation lacks this code")
            )
            wanted = mark.value if formula else f"`{mark.value}`"
            yield Hit(mark.start, mark.end, message, wanted, side=Side.SOURCE)


def _without(text: str, marks: Sequence[InlineMark]) -> str:
    """Return a text without what its marks hold: `input` is no mention of `in`."""
    for mark in marks:
        text = f"{text[: mark.start]}{' ' * (mark.end - mark.start)}{text[mark.end :]}"
    return text


def _is_named_anew(mark: InlineMark, other: InlineMark, features: Features) -> bool:
    """Whether both are words that stand for something (file_name, commandname), each in its language."""
    if not features.context.shares_script:
        return False
    alike = [_WORD.sub("a", value) for value in (mark.value, other.value)]
    return alike[0] == alike[1] or bool(_NAMED.fullmatch(mark.value) and _NAMED.fullmatch(other.value))


_LOCALE = lazy_pattern(r"(?<![\w-])(?P<code>[a-z]{2,3})(?:[-_][A-Za-z]{2,4})?(?![\w-])")


def _is_localized(one: str, other: str, features: Features) -> bool:
    """Whether two examples differ only in the language they name, and one names its own text's."""
    found = [list(_LOCALE.finditer(text)) for text in (one, other)]
    codes = [match["code"] for matches in found for match in matches]
    if len(found[0]) != 1 or len(found[1]) != 1 or _LOCALE.sub("", one) != _LOCALE.sub("", other):
        return False
    return codes[0] == features.context.source.code or codes[1] == features.context.target.code


_WORD = lazy_pattern(r"[^\W\d_]+")
_NAMED = lazy_pattern(r"[\w./:<>+=~ -]*[^\W\d]{3}[\w./:<>+=~ -]*")


def _is_code(value: str, features: Features) -> bool:
    """Whether a code span is the same in every language: it holds no words of the source's own script."""
    mask = characters.mask(value)
    own = characters.script_bits(features.context.source.scripts) & ~characters.LATIN
    own |= characters.script_bits(features.context.target.scripts) & ~characters.LATIN
    words = features.context.shares_script and " " in value and value.replace(" ", "").isalpha()
    return bool(value) and not mask & own and not words


_LIKE = 0.6


def _is_like(one: str, other: str) -> bool:
    """Whether one holds the other, or they differ by a translated word inside."""
    from rapidfuzz.distance import Indel

    if _plain(one) in _plain(other):
        return True
    longer = max(len(one), len(other))
    return longer > _SHORTEST_ALIKE and Indel.normalized_similarity(one, other) >= _LIKE


# Shorter codes that are alike are other codes: range and ranges, fs.read and fs.open.
_SHORTEST_ALIKE = 20


def _plain(value: str) -> str:
    return "".join(char for char in value if char.isalnum()).lower()


@segment_check(
    "emphasis.broken",
    family="markup",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="Bold or italic is broken: a blank or a mark at its signs, so that readers see asterisks.",
    good=("**注意：** 先备份。", "**ყურადღება:** ჯერ სარეზერვო ასლი."),
    bad=("**注意：** 先备份。", "** ყურადღება:** ჯერ სარეზერვო ასლი."),
    target_has=characters.MARK,
)
def broken_emphasis(features: Features) -> Iterator[Hit]:
    """Report signs of emphasis that show, where the source has none that do."""
    if "*" not in features.target:
        return
    stray = [m for m in _of(features.target_marks, MarkKind.STRAY) if not _is_comment(features.target, m)]
    if features.has_marks_beside or not stray or _of(features.source_marks, MarkKind.STRAY):
        return
    if not features.is_empty and not any(
        "*" in features.source[m.start : m.end] for m in features.source_marks
    ):
        stray = [mark for mark in stray if len(mark.value) > 1]  # one asterisk alone may be a footnote
    for mark in stray[:1]:
        yield Hit(mark.start, mark.end, _("Readers will see these signs: the emphasis is broken"))


def _is_comment(text: str, mark: InlineMark) -> bool:
    """Whether asterisks are those of a comment in code: /** and */."""
    return "/" in {text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]}


@segment_check(
    "emphasis.lost",
    family="markup",
    severity=Severity.INFO,
    mqm=MQM,
    explanation="The source has words in bold, and the translation has none.",
    good=("**重要：** 先备份。", "**მნიშვნელოვანია:** ჯერ სარეზერვო ასლი."),
    bad=("**重要：** 先备份。", "მნიშვნელოვანია: ჯერ სარეზერვო ასლი."),
    either_has=characters.MARK,
)
def lost_emphasis(features: Features) -> Iterator[Hit]:
    """Report bold that is gone: a remark, and a warning where it begins the segment as a label."""
    in_text = "**" in features.source or "__" in features.source
    if features.is_empty or not (in_text or features.has_marks_beside):
        return
    strong = _of(features.source_marks, MarkKind.STRONG)
    if not strong or any(mark.kind in _EMPHATIC for mark in features.target_marks):
        return
    if "<b>" in features.target or "<strong>" in features.target:
        return
    first = strong[0]
    label = not features.source[: first.start].strip() and first.end < len(features.source.rstrip())
    label = label and features.length_deviation > _MOST_IS_GONE
    message = _("The bold of these words is gone")
    yield Hit(first.start, first.end, message, side=Side.SOURCE, severity=Severity.WARNING if label else None)


# A translation that is so short lacks the label itself, which other checks say.
_MOST_IS_GONE = -2.0
_EMPHATIC = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.STRAY})


@segment_check(
    "footnote.lost",
    family="markup",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="A footnote's sign stands on one side only.",
    good=("正文[^1]。", "ტექსტი[^1]."),
    bad=("正文[^1]。", "ტექსტი."),
    either_has=characters.BRACKET,
)
def lost_footnotes(features: Features) -> Iterator[Hit]:
    """Report footnotes of the source that the translation lacks, and those that it has alone."""
    in_text = "[^" in features.source or "[^" in features.target
    if features.is_empty or not (in_text or features.has_marks_beside):
        return
    in_source = _of(features.source_marks, MarkKind.FOOTNOTE)
    in_target = _of(features.target_marks, MarkKind.FOOTNOTE)
    if features.has_marks_beside and len(in_source) == len(in_target):
        return  # Word numbers its notes anew in every file
    for mark in _lost(in_source, in_target):
        message = _("The footnote is gone")
        yield Hit(mark.start, mark.end, message, f"[^{mark.value}]", side=Side.SOURCE)
    for mark in _lost(in_target, in_source):
        yield Hit(mark.start, mark.end, _("The source has no such footnote"))


_HEADING = lazy_pattern(r"(#{1,6})[ \t]+\S")


@segment_check(
    "heading.level",
    family="markup",
    severity=Severity.WARNING,
    mqm="design-and-markup/layout",
    explanation="A heading has another level than the source's, or is none.",
    good=("## 安装", "## დაყენება"),
    bad=("## 安装", "### დაყენება"),
)
def heading_level(features: Features) -> Iterator[Hit]:
    """Compare the levels that the files give, or the number signs in front where texts have them."""
    if features.text.levels[0] != features.text.levels[1]:
        wanted, found = map(str, features.text.levels)
        yield Hit(0, 0, _("The heading has another level than the source's"), wanted, found=found)
        return
    if features.is_empty or (features.source[0] != "#" and features.target[0] != "#"):
        return
    in_source, in_target = _HEADING.match(features.source), _HEADING.match(features.target)
    wanted, found = (match[1] if match else "" for match in (in_source, in_target))
    if wanted != found:
        message = _("The heading has another level than the source's")
        yield Hit(0, len(found), message, wanted, found=found)


_ROW = lazy_pattern(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_BAR = lazy_pattern(r"(?<!\\)\|")


@segment_check(
    "table.columns",
    family="markup",
    source_has=characters.BAR,
    severity=Severity.WARNING,
    mqm="design-and-markup/layout",
    explanation="A row of a table in Markdown has another number of cells than the source's.",
    good=("| 城市 | 人数 |", "| ქალაქი | რაოდენობა |"),
    bad=("| 城市 | 人数 |", "| ქალაქი რაოდენობა |"),
)
def table_columns(features: Features) -> Iterator[Hit]:
    """Compare the rows of tables that stand in a segment, one by one."""
    if features.is_empty or "|" not in features.source:
        return
    in_source, in_target = (list(_ROW.finditer(text)) for text in (features.source, features.target))
    if not in_source:
        return
    if len(in_source) != len(in_target):
        end = len(features.target)
        message = _("The table has another number of rows than the source's")
        yield Hit(0, end, message, str(len(in_source)), found=str(len(in_target)))
        return
    for one, other in zip(in_source, in_target, strict=True):
        wanted, found = (len(_BAR.findall(row.group())) - 1 for row in (one, other))
        if wanted != found:
            message = _("This row has another number of cells than the source's")
            yield Hit(*other.span(), message, str(wanted), found=str(found))


CHECKS = (
    lost_links,
    lost_code,
    broken_emphasis,
    lost_emphasis,
    lost_footnotes,
    heading_level,
    table_columns,
)
