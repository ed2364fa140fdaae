"""Checks of placeholders: what programs and site generators put in must come out as it went in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.directives import compare_directives, is_braced, is_read
from transreview.checks.features import Features
from transreview.checks.kept_parts import Part, differences, once_a_message, parts
from transreview.checks.paired_codes import BULLETIN, wrongly_nested
from transreview.formats.inline_marks import ADDRESS
from transreview.formats.placeholders import PLACEHOLDER, PLACEHOLDERS, icu_spans
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity
from transreview.model.inline_mark import InlineMark, MarkKind

MQM = "design-and-markup/markup"

_BRACED = lazy_pattern(r"\$?\{[^{}]*\}|%\s[sd](?![A-Za-z\w])")
# What is left of %1 when it was spaced or turned round.
_BROKEN_QT = lazy_pattern(r"(?<!\w)%\s\d{1,2}(?!\d)|(?<!\w)\d{1,2}%(?!\w)")
_QT = lazy_pattern(PLACEHOLDERS["qt"])
_COLON = lazy_pattern(PLACEHOLDERS["colon"])
_LIKE_COLON = lazy_pattern(r"(?<![\w:/]):[^\W\d_]\w*")
_DOLLARS = lazy_pattern(PLACEHOLDERS["dollars"])
# Kinds that are none where the source has none: a sign of money, a time, a per cent sign.
_UNSURE = lazy_pattern(
    rf"{PLACEHOLDERS['colon']}|{PLACEHOLDERS['at']}|{PLACEHOLDERS['dollar']}|{PLACEHOLDERS['qt']}"
    rf"|{PLACEHOLDERS['printf']}|%%"
)
_PRINTF = lazy_pattern(PLACEHOLDERS["printf"])
_BULLETIN = lazy_pattern(
    r"\[(/?(?:b|i|u|s|url|img|color|size|font|quote|code|list|center|spoiler))(?:=[^\]\n]{1,200})?\]",
    re.IGNORECASE,
)
_POSITION = lazy_pattern(r"%\d+\$")


@segment_check(
    "placeholder.mismatch",
    family="markup",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A placeholder of the source ({0}, %s, ${name}, %1, :name) is missing or changed.",
    good=("共有 {0} 个文件", "სულ {0} ფაილი"),
    bad=("共有 {0} 个文件", "სულ {1} ფაილი"),
    either_has=characters.BRACE
    | characters.PERCENT
    | characters.COLON
    | characters.CURRENCY
    | characters.BACKSLASH
    | characters.TILDE
    | characters.AT_SIGN
    | characters.BRACKET
    | characters.AMPERSAND,
)
def changed_placeholders(features: Features) -> Iterator[Hit]:
    """Compare the placeholders of both sides, of whatever program they are."""
    told = features.text.message
    formats = told.formats if told is not None else ()
    source = (told and told.msgid_plural) or features.source  # gettext holds every form against it
    if formats and is_read(source, formats):
        if not features.is_empty:
            lenient = told is not None and told.rare
            yield from compare_directives(source, features.target, formats, lenient=lenient)
        return
    in_source, in_target = _of_both(features)
    formatted = is_braced(formats)
    if formatted:
        in_source, in_target = _in_braces(in_source), _in_braces(in_target)
    if any(flag.startswith("no-") for flag in formats):  # its per cent signs are text
        in_source, in_target = _without_per_cent(in_source), _without_per_cent(in_target)
    if not in_source and not in_target:
        return
    if in_source:
        in_target = _with_remains(features.target, in_source, in_target)
    elif not formatted:
        # A sign that is none in the source ("100 %-იანი") is no placeholder in the translation.
        in_target = [part for part in in_target if not _UNSURE.fullmatch(part[2]) and len(part[2]) > 2]
    in_source = once_a_message(in_source, features.source)
    in_target = once_a_message(in_target, features.target)
    in_source, in_target = _comparable(in_source, in_target, features)
    if features.text.of_few or (told is not None and told.rare):
        in_source = _without_number(in_source, in_target)
    if features.text.of_few:  # 1 day, where the other language says %{count} of its 1, 21, 31
        in_target = _without_number(in_target, in_source)
    message = _("The placeholders differ from the source's")
    hits = [
        replace(hit, fix=None) if "|…}}" in hit.expected else hit  # its words are the translation's own
        for hit in differences(features.target, in_source, in_target, message)
    ]
    yield from hits
    if "other" in features.source:
        yield from _without_other(features.source, features.target, message)
    if not hits:
        yield from _of_the_same(features.source, features.target, message)


def _of_both(features: Features) -> tuple[list[Part], list[Part]]:
    """Return the placeholders of source and translation, of whatever program they are."""
    source, target = features.source, features.target
    in_source, in_target = _found(source), _found(target)
    if "[/" in source:
        in_source, in_target = in_source + _bulletin(source), in_target + _bulletin(target)
    if features.text.message is None:
        in_source = _of_running_text(source, features.source_marks, in_source, target)
        in_target = _of_running_text(target, features.target_marks, in_target, source)
    return in_source + _line_feeds(source, target), in_target


def _of_the_same(source: str, target: str, message: str) -> Iterator[Hit]:
    """Yield what is wrong though both sides have the same placeholders."""
    if "[/" in source:
        for span in wrongly_nested(source, target, BULLETIN):
            yield Hit(*span, _("The tags are wrongly nested"))
    if any("{" in part[2] for part in _found(source)):
        yield from _lone_braces(source, target)
    if not ADDRESS.search(source):  # %c3 of an address is no directive
        yield from _turned_round(source, target, message)


def _lone_braces(source: str, target: str) -> Iterator[Hit]:
    """Yield the braces of a translation that have no partner, where all of the source's have theirs."""
    if target.count("{") == target.count("}") or _without_partner(source):
        return
    for place in _without_partner(target):
        yield Hit(place, place + 1, _("A brace that begins no placeholder; a plain one is doubled or quoted"))


def _without_partner(text: str) -> list[int]:
    """Return the places of the braces that close nothing or are never closed."""
    opened: list[int] = []
    alone: list[int] = []
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            alone.append(match.start())
    return sorted(alone + opened)


_BRACE = lazy_pattern("[{}]")


def _turned_round(source: str, target: str, message: str) -> Iterator[Hit]:
    """Yield where a translation has directives without numbers in another order.

    `%s` and `%d` are filled in as they come: in another order they get each other's values.
    """
    if _NO_PRINTF.search(source):
        return  # %h and %U are a template's own, and each of its signs stands for one thing
    there, here = list(_PRINTF.finditer(source)), list(_PRINTF.finditer(target))
    wanted, found = [_bare(match[0]) for match in there], [_bare(match[0]) for match in here]
    if wanted != found and sorted(wanted) == sorted(found):
        yield Hit(here[0].start(), here[-1].end(), message, " ".join(wanted))


# A letter behind a per cent sign that C's printf does not know, or a length without a conversion.
_NO_PRINTF = lazy_pattern(r"%(?![hlLqjztdiouxXeEfFgGaAcsSCpnm@])[A-Za-z]|%[hlLqjzt](?![A-Za-z])")


def _of_running_text(text: str, marks: Sequence[InlineMark], found: list[Part], other: str) -> list[Part]:
    """Return the placeholders of an article: what stands in addresses, or lists what shells expand, is none.

    `%20d` of an address is a blank and a d, `{pre,post}inst` are two names, and Turkish %50 is 50 %.
    """
    addresses = [match.span() for match in ADDRESS.finditer(text)] if "%" in text else []
    addresses += [(m.start, m.end) for m in marks if m.kind is MarkKind.IMAGE and "%" in m.value]
    return [
        part
        for part in found
        if not any(start <= part[0] < end for start, end in addresses)
        and not _EXPANSION.fullmatch(part[2])
        and not (part[2].startswith("[[") and text.count("[[") == other.count("[["))  # a link of a wiki
        and not (_IN_FRONT.fullmatch(part[2]) and re.search(rf"(?<!%)(?<!% )\b{part[2][1:]}\b", other))
    ]


_IN_FRONT = lazy_pattern(r"%\d{1,2}")
_EXPANSION = lazy_pattern(
    r"\{[A-Za-z_]+(?:,(?!(?:number|date|time|choice|spellout|ordinal|duration)\b)[A-Za-z_]+)+\}"
)


def _without_number(in_source: list[Part], in_target: list[Part]) -> list[Part]:
    """Return a plural's placeholders for a form that names its number itself (one file, no files)."""
    there = Counter(part[2] for part in in_target)
    missing = [part for part in in_source if part[2] not in there]
    return [part for part in in_source if part is not missing[0]] if len(missing) == 1 else in_source


def _without_other(source: str, target: str, message: str) -> Iterator[Hit]:
    """Yield that a message with branches lacks the one that none may lack."""
    there, here = (list(icu_spans(text)) for text in (source, target))
    if here and _others(source, there) and not _others(target, here):
        yield Hit(here[-1][0], here[-1][1], message, "other {…}")


def _others(text: str, spans: Sequence[tuple[int, int]]) -> int:
    return sum(_ICU_OTHER.search(text, start, end) is not None for start, end in spans)


def _line_feeds(source: str, target: str) -> list[Part]:
    r"""Return the first line feed that a source writes as a backslash and an n, where a translation has none.

    How many there are is the translation's own matter; `C:\new` and `\nabla` are none.
    """
    written = _LINE_FEED.search(source) if "\\n" in source else None
    if written is None or "\\n" in target or "\n" in target:
        return []
    return [(*written.span(), written[0])]


_LINE_FEED = lazy_pattern(r"(?<![\\:])(?<!\\\w)\\n(?![a-z])")


def _bulletin(text: str) -> list[Part]:
    """Return the tags of a bulletin board ([b], [/url]) in a text."""
    return [(match.start(), match.end(), f"[{match[1].lower()}]") for match in _BULLETIN.finditer(text)]


def _in_braces(found: list[Part]) -> list[Part]:
    return [part for part in found if "{" in part[2] and not part[2].startswith("{{")]


def _without_per_cent(found: list[Part]) -> list[Part]:
    return [part for part in found if not part[2].startswith("%")]


def _found(text: str) -> list[Part]:
    """Return the placeholders of a text; of messages with branches the heads, whose words vary."""
    if "{" not in text:
        return parts(PLACEHOLDER, text)
    spans = list(icu_spans(text))
    within = _covered(text, spans)
    found = [
        (start, end, _MAGIC.sub(r"\1|…}}", part))
        for start, end, part in parts(PLACEHOLDER, text)
        if not within[start]
    ]
    for start, _end in spans:
        head = _ICU_HEAD.match(text, start)
        if head:
            found.append((start, head.end(), re.sub(r"\s", "", head.group())))
    return sorted(found)


# MediaWiki: {{PLURAL:$1|page|pages}}, {{GENDER:$2|he|she}}
_MAGIC = lazy_pattern(r"^(\{\{[A-Z]{4,12}:[^|{}]*)\|.*\}\}$", re.DOTALL)
_ICU_OTHER = lazy_pattern(r"(?<![\w-])other\s*\{")
_ICU_HEAD = lazy_pattern(r"\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,")


def _with_remains(target: str, in_source: Sequence[Part], in_target: list[Part]) -> list[Part]:
    """Add what may be left of placeholders that a translator or machine has broken."""
    patterns = [_BRACED]
    texts = [part[2] for part in in_source]
    if any(map(_QT.fullmatch, texts)):
        patterns.append(_BROKEN_QT)
    if any(map(_COLON.fullmatch, texts)):
        patterns.append(_LIKE_COLON)
    taken = _covered(target, [part[:2] for part in in_target])
    if "{" in target:
        taken = _covered(target, icu_spans(target), taken)
    for pattern in patterns:
        for part in parts(pattern, target):
            if taken.find(1, part[0], part[1]) < 0:
                in_target.append(part)
                _covered(target, [part[:2]], taken)
    return sorted(in_target)


def _covered(text: str, spans: Iterable[tuple[int, int]], covered: bytearray | None = None) -> bytearray:
    """Return a byte for each character of a text: 1 where a span lies, so that no span is looked for."""
    covered = bytearray(len(text) + 1) if covered is None else covered
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _comparable(
    in_source: list[Part], in_target: list[Part], features: Features
) -> tuple[list[Part], list[Part]]:
    """Return the placeholders without what may rightly differ: order numbers, thousands marks."""
    in_source, in_target = _without_grammar(in_source, in_target)
    sides = []
    for mine, theirs, text in (
        (in_source, in_target, features.target),
        (in_target, in_source, features.source),
    ):
        texts = {part[2] for part in theirs}
        sides.append([part for part in mine if part[2] in texts or not _is_doubtful(part[2], text)])
    if any(_POSITION.match(part[2]) for part in in_source) != any(_POSITION.match(p[2]) for p in in_target):
        sides = [[(start, end, _POSITION.sub("%", text)) for start, end, text in side] for side in sides]
    plain = [[(start, end, _bare(text)) for start, end, text in side] for side in sides]
    if Counter(part[2] for part in plain[0]) == Counter(part[2] for part in plain[1]):
        return [], []
    return sides[0], sides[1]


def _without_grammar(*sides: list[Part]) -> list[list[Part]]:
    """Return the placeholders without the functions of grammar that a language may do without, or use twice.

    {{PLURAL:$1|page|pages}} is one form where nouns do not change, {{GENDER:|your}} a verb without it.
    """
    grammar = [{part[2] for part in side if _GRAMMAR.match(part[2])} for side in sides]
    names = [{_name(text) for text in found} for found in grammar]
    kept = []
    for side, others, named in zip(sides, reversed(grammar), reversed(names), strict=True):
        kept.append(
            [
                part
                for part in side
                if not _GRAMMAR.match(part[2]) or (part[2] not in others and _name(part[2]) in named)
            ]
        )
    return kept


def _name(text: str) -> str:
    """Return the name of a function of grammar without what it looks at."""
    return text.partition("|")[0].partition(":")[0]


_GRAMMAR = lazy_pattern(r"\{\{(?:PLURAL|GENDER|GRAMMAR):|\{\[\s*plural\(")


def _bare(text: str) -> str:
    """Return a printf placeholder without the flag of a thousands mark; blanks in braces do not count."""
    if text.startswith("%"):
        return text.replace("'", "")
    return re.sub(r"\s+", "", text) if text.startswith(("{", "$")) else text


def _is_doubtful(text: str, other: str) -> bool:
    """Whether a sign may be text: a colon before a word, or a sum in dollars that the other side words."""
    if _COLON.fullmatch(text):
        return False
    return text.startswith("$") and not _DOLLARS.fullmatch(text) and text[1:].isdigit() and text[1:] in other


CHECKS = (changed_placeholders,)
