"""What of a text is language: the one mask that all checks look through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transreview.formats.inline_marks import masked
from transreview.languages.scripts import without_neutral
from transreview.lazy_patterns import lazy_pattern
from transreview.model.inline_mark import InlineMark, MarkKind


def prose(text: str, marks: Sequence[InlineMark]) -> str:
    """Return a text with all that is no language replaced by as many blanks.

    Code, addresses, tags, placeholders, entities and the signs of links and emphasis go; the words of
    links and emphasis stay.

    Args:
        text: The text.
        marks: Its inline marks.
    """
    if "\\" in text:
        text = _ESCAPE.sub("  ", text)
    if "</" in text:
        text = _NATIVE.sub(lambda match: " " * len(match[0]), text)
    return without_neutral(masked(text, marks) if marks else text)


def is_code(mark: InlineMark) -> bool:
    """Whether a mark is code, a formula or a comment, whose signs are no punctuation."""
    return mark.kind in {MarkKind.CODE, MarkKind.FORMULA} or mark.value == "!--"


CODE_ELEMENT = lazy_pattern(
    r"<(code|kbd|samp|tt|var|pre)\b[^<>]*>.*?</\1\s*>|\$(?=\S)(?=[^$\n]*[\\^_={}])[^$\n]*[^$\s]\$(?!\d)",
    re.DOTALL | re.IGNORECASE,
)
"""An element of HTML that holds code, or a formula of TeX between dollar signs."""


# What TMX and XLIFF keep of another format is code of that format: <bpt i="1">{\f12 </bpt>.
_NATIVE = lazy_pattern(r"<(bpt|ept|ph|it|ut)\b[^<>]*>.{0,500}?</\1>", re.DOTALL)

# A line break or tab written out: the "n" of \n before a Georgian letter is no part of a word.
_ESCAPE = lazy_pattern(r"(?<!\\)\\[nrt](?![A-Za-z])")


def without_links(text: str, marks: Sequence[InlineMark]) -> str:
    """Return a text with the signs and addresses of its links replaced by as many blanks."""
    if "][" not in text and "](" not in text:
        return text
    for mark in marks:
        if mark.kind in {MarkKind.LINK, MarkKind.IMAGE} and mark.inner:
            start, end = mark.inner
            lead, tail = " " * (start - mark.start), " " * (mark.end - end)
            text = text[: mark.start] + lead + text[start:end] + tail + text[mark.end :]
    return text


def without_bare_code(words: str, text: str, marks: Sequence[InlineMark]) -> str:
    """Return the language of a text without what is marked as code on the other side alone.

    Args:
        words: The text with all that is no language blanked out.
        text: The text itself.
        marks: The marks of the other side.
    """
    codes = {mark.value for mark in marks if mark.kind is MarkKind.CODE and len(mark.value) > _SHORT_CODE}
    for code in sorted(codes, key=len, reverse=True):
        start = text.find(code)
        while start >= 0:
            end = start + len(code)
            words = words[:start] + " " * len(code) + words[end:]
            start = text.find(code, end)
    return words


# A power as programs write it: n^2 for n².
_POWER = lazy_pattern(r"(?<=[A-Za-z0-9)\]])\^\{?-?\d{1,3}\}?")


def without_powers(text: str) -> str:
    """Return a text with its powers blanked out, which others write as small figures that are no numbers."""
    return _POWER.sub(lambda match: " " * len(match[0]), text) if "^" in text else text


_SHORT_CODE = 3  # as short as a word that may stand anywhere

# Codes with digits in them that say no amount: versions, IP addresses, telephones, hashes, model names.
_TELEPHONE = r"\+?\d[\d() -]{7,}\d(?!\w|\.\d)"
_CODE = lazy_pattern(
    rf"{_TELEPHONE}"
    r"|(?<![A-Za-z0-9_.])(?:"
    r"[A-Za-z]{0,3}\d+(?:[.:]\d+){2,}[A-Za-z0-9.-]*(?<![.-])"  # 7.7.0, 127.0.0.1, v2.1.0-rc1, 10:20:30
    r"|0[xX][0-9A-Fa-f]+|0o[0-7]+"
    r"|(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}(?![A-Za-z0-9])"
    r"|[A-Za-z]+[A-Za-z_-]*\d+[A-Za-z0-9_.-]*(?<![.-])"  # SIGUSR1, UTF-8, x86_64
    r"|\d+(?:[A-Za-z_]+\d*){2,}"
    r"|\d+(?:[.,]\d+)?[kKMGTB](?![A-Za-z0-9])"  # 200k, 1.5M
    r")"
)


# File names, host names and dotted words of programs.
_NAME = lazy_pattern(r"(?<![\w.])[A-Za-z0-9_-]+(?:\.[A-Za-z][A-Za-z0-9_-]*)+(?![\w])")


def without_shared_codes(source: str, target: str) -> tuple[str, str]:
    """Return source and translation with the codes that both have replaced by as many blanks.

    They are the same, so there is nothing to compare; and read as numbers they would be amounts that
    nobody wrote.
    """
    return _without_shared(_CODE, source, target)


def without_shared_names(source: str, target: str) -> tuple[str, str]:
    """Return source and translation with the names of files and hosts that both have blanked out."""
    if "." not in source or "." not in target:
        return source, target
    return _without_shared(_NAME, source, target)


def _without_shared(pattern: re.Pattern[str], source: str, target: str) -> tuple[str, str]:
    of_source = list(pattern.finditer(source))
    of_target = list(pattern.finditer(target)) if of_source else []
    if not of_target:
        return source, target
    shared = Counter(map(_said, of_source)) & Counter(map(_said, of_target))
    if not shared:
        return source, target
    return _without(source, of_source, Counter(shared)), _without(target, of_target, Counter(shared))


_GROUPED = lazy_pattern(_TELEPHONE)
_GROUPING = str.maketrans("", "", "+() -")


def _said(code: re.Match[str]) -> str:
    """Return what a code says: each country groups the digits of a telephone number in its own way."""
    text = code.group()
    return text.translate(_GROUPING) if _GROUPED.fullmatch(text) else text


def _without(text: str, codes: Sequence[re.Match[str]], shared: Counter[str]) -> str:
    for match in codes:
        said = _said(match)
        if shared[said] > 0:
            shared[said] -= 1
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text
