"""What a paragraph is, by rules that hold in any language: list marker, date, length, final mark."""

from __future__ import annotations

import re

from transreview.formats.lines import is_wider, width
from transreview.model.unit import UnitKind

# "1." "1)" "（一）" "(a)" "ა)" "①" "•" "一、"; a decimal number, a year or an initial ("J. Smith") is none.
LIST_MARKER = re.compile(
    r"""(?:
        [-*+•‣◦▪●○■□◆·–—][ \t\u3000]+
      | [（(]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[^\W\d_]|[ivxIVX]{1,4})\s?[）)][ \t]*
      | (?:\d{1,3}|[^\W\d_])[)）][ \t]*
      | \d{1,3}(?:\.\d{1,2})*[.．、](?![\d])[ \t]*
      | [一二三四五六七八九十]{1,3}[、．.][ \t]*
      | [①-⑳⑴-⒇⒈-⒛㈠-㈩Ⅰ-Ⅻⅰ-ⅻ][.、]?[ \t]*
      | [ivxIVX]{1,4}[.)][ \t]+
      | [a-z]\.[ \t]+
    )(?=\S)""",
    re.VERBOSE,
)

# Numbering that Chinese articles give to their parts, and that of chapters.
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、|[IVXⅠ-Ⅻ]")

# A marker that a line in the middle of a sentence may begin with: "26. Mai", "b. 1970".
WEAK_MARKER = re.compile(r"(?:\d{1,3}|[a-z])\.[ \t]")

_FINAL = ".!?…。！？．｡؟।:：;；,，、"
_CLOSING = "\"'”’»›“」』）)】]〕〉》*_"
_TITLE_WIDTH = 160
_HEADING_WIDTH = 100

# What every date has.
_SAYS_A_YEAR = re.compile(r"[\d年]")
_CJK_DATE = re.compile(
    r"\d{2,4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号號])?"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号號])?"
)
_NUMERIC_DATE = re.compile(
    r"""(?<!\d)(?:
        \d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}
      | \d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{4}
      | [^\W\d_]{3,5}-\d{1,2}-\d{4}
      | \d{1,2}-[^\W\d_]{3,5}-\d{4}
    )(?!\d)""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"^[^:：\d]{1,40}[:：]\s*")


def paragraph_kind(text: str, *, first: bool = False, last: bool = False) -> UnitKind:
    """Return what a paragraph of plain text is.

    Args:
        text: The paragraph, without outer blanks.
        first: It is the first of its document, so it may be the title.
        last: It is the last one, so it is no heading: nothing follows it.
    """
    if is_date_line(text):
        return UnitKind.DATE_LINE
    short = "\n" not in text and not is_wider(text, _TITLE_WIDTH if first else _HEADING_WIDTH)
    mark = ends_with(text)
    if LIST_MARKER.match(text):
        heading = short and not mark and _CHAPTER.match(text)
        return UnitKind.HEADING if heading and not last else UnitKind.LIST_ITEM
    if last:
        return UnitKind.PARAGRAPH
    if first and short and mark in {"", "!", "?", "！", "？", "…"}:
        return UnitKind.TITLE
    return UnitKind.HEADING if short and not mark else UnitKind.PARAGRAPH


def ends_with(text: str) -> str:
    """Return the punctuation mark that a text ends with behind any closing quotes, or ""."""
    bare = text.rstrip().rstrip(_CLOSING).rstrip()
    return bare[-1] if bare and bare[-1] in _FINAL else ""


def is_date_line(text: str) -> bool:
    """Return whether a line says when something was published and little else.

    A numeric date or one with 年月日, or a year beside a day and at most three words, with a label
    ("发布时间：", "გამოქვეყნების დრო:") or without.
    """
    if "\n" in text or not _SAYS_A_YEAR.search(text) or is_wider(text, 80):
        return False
    line = _LABEL.sub("", text.strip(), count=1)
    exact = _CJK_DATE.search(line) or _NUMERIC_DATE.search(line)
    if exact:
        rest = _TIME.sub(" ", line[: exact.start()] + " " + line[exact.end() :])
        return width("".join(_WORD.findall(rest))) <= 20 and not _NUMBER.search(rest)
    year = _YEAR.search(line)
    if year is None or ends_with(line) in set("!?。！？;；,，"):
        return False
    rest = _TIME.sub(" ", line[: year.start()] + " " + line[year.end() :])
    days = [int(number) for number in _NUMBER.findall(rest)]
    words = _WORD.findall(rest)
    return len(days) == 1 and 1 <= days[0] <= 31 and 1 <= len(words) <= 3
