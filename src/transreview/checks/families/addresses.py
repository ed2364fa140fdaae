"""Checks of web and e-mail addresses: none lost, none changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.checks.kept_parts import Part, differences, parts
from transreview.checks.localized_addresses import same_but_protocol, same_page
from transreview.formats.inline_marks import ADDRESS, EMAIL, address_end
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity
from transreview.model.inline_mark import InlineMark, MarkKind

MQM = "design-and-markup/markup"

_BESIDE_WORDS = lazy_pattern(r"[^\W\d_a-zA-Z]-$")
# A package with its version: react@16.3; a picture for finer screens: icon@2x.png.
_VERSION = lazy_pattern(r"@\d+(?:\.\d+)*$|@\dx\.\w+$")
_LIKE_EMAIL = lazy_pattern(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+")


def _urls(text: str, marks: Sequence[InlineMark]) -> list[Part]:
    """Return the web addresses of a text, those of links included; in code they are code."""
    code = [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.CODE]
    found = []
    for match in ADDRESS.finditer(text):
        if any(start <= match.start() < end for start, end in code):
            continue
        end = address_end(text, match.start(), match.end())
        end = _before_bracket(text, match.start(), end)
        before = text[max(0, 2 * match.start() - end - _NEAR) : end]
        if text.startswith("</a>", end) and _OWN_LINK.search(before):
            continue  # <a href="…">…</a> that shows its own address
        if _ROOT.fullmatch(text, match.start(), end):
            end -= 1  # the slash that a whole site may be written with
        found.append((match.start(), end, text[match.start() : end]))
    return found


def _before_bracket(text: str, start: int, end: int) -> int:
    """Return where an address ends that a closing bracket of the text around it follows."""
    depth = 0
    for place in range(start, end):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if depth < 0:
                return address_end(text, start, place)
        elif text[place] == "]":
            return address_end(text, start, place)
    return end


@segment_check(
    "url.mismatch",
    family="markup",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A web address of the source is missing, changed or new in the translation.",
    good=("见 https://example.org/a.html", "იხ. https://example.org/a.html"),
    bad=("见 https://example.org/a.html", "იხ. https://example.org/a.htm"),
    either_has=characters.SLASH | characters.LATIN,
)
def changed_url(features: Features) -> Iterator[Hit]:
    """Compare the addresses of both sides; another language's version of a page is only remarked."""
    source, target = features.source, features.target
    if ("://" not in source and "www." not in source) and ("://" not in target and "www." not in target):
        return
    in_source, in_target = _urls(source, features.source_marks), _urls(target, features.target_marks)
    # What stands in code on one side, and bare on the other, is there.
    in_source = [
        part for part in in_source if part[2] not in target or part in in_target or _bare(part, in_target)
    ]
    in_target = [part for part in in_target if part[2] not in source or _bare(part, in_source)]
    if (
        features.has_marks_beside
    ):  # of two formats: a link of the one stands in the text, of the other beside it
        in_source, in_target = (
            _not_beside(in_source, features.text.target_marks, in_target),
            _not_beside(in_target, features.text.source_marks, in_source),
        )
    for hit in differences(target, in_source, in_target, _("The web address differs")):
        codes = features.context.source.code, features.context.target.code
        if hit.expected and hit.found and same_but_protocol(hit.expected, hit.found):
            weight = Severity.WARNING if hit.expected.startswith("https") else Severity.INFO
            yield replace(hit, severity=weight)  # a site that has become safer since, or the other way round
        elif hit.expected and hit.found and same_page(hit.expected, hit.found, codes):
            elsewhere = _("The web address leads to another language's page")
            yield Hit(hit.start, hit.end, elsewhere, hit.expected, found=hit.found, severity=Severity.INFO)
        elif _is_stand_in(hit.expected, source, target) or _is_stand_in(hit.found, target, source):
            yield Hit(hit.start, hit.end, hit.message, hit.expected, found=hit.found, severity=Severity.INFO)
        elif hit.found and not hit.expected and not in_source:
            yield Hit(hit.start, hit.end, hit.message, found=hit.found, severity=Severity.WARNING)
        else:
            yield hit


_OWN_LINK = lazy_pattern(r"href\s*=\s*[\"']?([^\s\"'>]+)[\"']?[^<>]*>\1$")
_EXAMPLE = lazy_pattern(
    r"[a-z]+://(?:[\w.-]*\.)?(?:example\.(?:com|org|net)|localhost|[\w-]*\b(?:your|my)[\w-]*\.\w+)(?=[/:]|$)",
    re.IGNORECASE,
)


def _is_stand_in(address: str, text: str, other: str) -> bool:
    """Whether an example's words are translated in an address: https://example.com/你的名字.

    An address ends before letters that are not ASCII.
    """
    host = _EXAMPLE.match(address)
    if host is None:
        return False
    worded = re.compile(re.escape(host[0]) + r"(?:[/A-Za-z0-9_.@:?=&-]*[/=])[^\W\d_a-zA-Z]", re.IGNORECASE)
    return host[0].lower() in other.lower() and bool(worded.search(text) or worded.search(other))


_NEAR = 200  # characters that the rest of its tag may take
_ROOT = lazy_pattern(r"[a-z]+://[^/?#]+/", re.IGNORECASE)


def _not_beside(parts: list[Part], marks: Sequence[InlineMark], others: list[Part]) -> list[Part]:
    """Return the addresses that stand neither in the other text nor beside it."""
    there = Counter(mark.value for mark in marks if mark.kind in {MarkKind.LINK, MarkKind.IMAGE})
    left = []
    for part in parts:
        if there[part[2]] > 0 and not _bare(part, others):
            there[part[2]] -= 1
        else:
            left.append(part)
    return left


def _bare(part: Part, others: Sequence[Part]) -> bool:
    return any(part[2] == other[2] for other in others)


@segment_check(
    "email.mismatch",
    family="markup",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="An e-mail address of the source is missing or changed in the translation.",
    good=("联系 press@example.cn", "მოგვწერეთ: press@example.cn"),
    bad=("联系 press@example.cn", "მოგვწერეთ: press@example.ცნ"),
    either_has=characters.AT_SIGN,
)
def changed_email(features: Features) -> Iterator[Hit]:
    """Compare the e-mail addresses of both sides, finding also what has become of a broken one."""
    in_source, in_target = parts(EMAIL, features.source), parts(EMAIL, features.target)
    for worded in [part for part in in_source if _BESIDE_WORDS.search(features.source[: part[0]])]:
        # debian-тема-request@…: the example's words are translated, and no address before they are.
        whole_one = next((part for part in in_target if part[2].endswith(worded[2])), None)
        if whole_one is not None:
            in_source.remove(worded)
            in_target.remove(whole_one)
    whole = {place[:2] for place in in_target}
    broken = [
        place
        for place in parts(_LIKE_EMAIL, features.target)
        if not any(place[0] < end and start < place[1] for start, end in whole) or place[2].count(" ")
    ]
    sources = {place[2] for place in in_source}
    kept = [place for place in in_target if place[2] in sources]  # "… .org. Then" is no part of it
    broken = [
        place
        for place in broken
        if place[:2] not in whole
        and not any(one[0] <= place[0] and place[2].startswith(one[2]) for one in kept)
        and not _VERSION.search(place[2])
    ]
    missing = Counter(place[2] for place in in_source) - Counter(place[2] for place in in_target)
    if not missing and broken and not in_source:
        broken = []
    yield from differences(features.target, in_source, in_target + broken, _("The e-mail address differs"))


CHECKS = (changed_url, changed_email)
