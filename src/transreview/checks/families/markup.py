"""Checks of what is not language: addresses, tags, placeholders, list markers, line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.checks.list_markers import marker
from transreview.i18n import _
from transreview.model.finding import Fix, Severity

MQM = "design-and-markup/markup"

_URL = re.compile(r"(?:(?:https?|ftp)://|www\.)[\x21-\x7e]+", re.IGNORECASE)
_URL_TAIL = ".,;:!?'\")]}>"
_EMAIL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LIKE_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+")
_LANGUAGE_IN_URL = re.compile(r"(?<=[/.])(?:[a-z]{2}(?:[-_][A-Za-z]{2,4})?)(?=[/.])|(?<=://)[a-z]{2}(?=\.)")


def _urls(text: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _URL.finditer(text):
        url = match.group().rstrip(_URL_TAIL)
        if "(" in url and match.group()[len(url) :].startswith(")"):
            url += ")"
        found.append((match.start(), match.start() + len(url), url))
    return found


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), match.group()) for match in pattern.finditer(text)]


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
    if ("://" not in features.source and "www." not in features.source) and (
        "://" not in features.target and "www." not in features.target
    ):
        return
    for hit in _compare(
        features, _urls(features.source), _urls(features.target), _("The web address differs")
    ):
        same_page = _LANGUAGE_IN_URL.sub("", hit.expected) == _LANGUAGE_IN_URL.sub("", hit.found)
        if hit.expected and hit.found and same_page:
            yield Hit(
                hit.start,
                hit.end,
                _("The web address leads to another language's page"),
                hit.expected,
                found=hit.found,
                severity=Severity.INFO,
            )
        else:
            yield hit


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
    in_source, in_target = _spans(_EMAIL, features.source), _spans(_EMAIL, features.target)
    whole = {place[:2] for place in in_target}
    broken = [
        place
        for place in _spans(_LIKE_EMAIL, features.target)
        if not any(place[0] < end and start < place[1] for start, end in whole) or place[2].count(" ")
    ]
    broken = [place for place in broken if place[:2] not in whole]
    missing = Counter(place[2] for place in in_source) - Counter(place[2] for place in in_target)
    if not missing and broken and not in_source:
        broken = []
    yield from _compare(features, in_source, in_target + broken, _("The e-mail address differs"))


def _compare(
    features: Features,
    in_source: list[tuple[int, int, str]],
    in_target: list[tuple[int, int, str]],
    message: str,
) -> Iterator[Hit]:
    """Report what only one side has, a lost and a new one as one change where they are alone."""
    missing = Counter(text for _start, _end, text in in_source) - Counter(text for _s, _e, text in in_target)
    extra = Counter(text for _start, _end, text in in_target) - Counter(text for _s, _e, text in in_source)
    lost = list(missing.elements())
    new = []
    for start, end, text in in_target:
        if extra[text] > 0:
            extra[text] -= 1
            new.append((start, end, text))
    certain = len(lost) == 1 and len(new) == 1
    for wanted in lost:
        if new:
            start, end, text = new.pop(0)
            fix = Fix(start, end, wanted) if certain else None
            yield Hit(start, end, message, wanted, found=text, fix=fix)
        else:
            place = len(features.target.rstrip())
            yield Hit(place, place, message, wanted)
    for start, end, text in new:
        yield Hit(start, end, message, found=text)


_ATTRIBUTE = r"\s+[A-Za-z_:][A-Za-z0-9_:.-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?"
_TAG = re.compile(rf"</?[A-Za-z][A-Za-z0-9_:.-]*(?:{_ATTRIBUTE})*\s*/?>")
_BROKEN_TAG = re.compile(r"<\s+/?[a-z][\w-]*\s*>|<\s*/\s+[a-z][\w-]*\s*>|</?[^\W\d_a-zA-Z]+>")


@segment_check(
    "tag.mismatch",
    family="markup",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A tag of the source is missing, new, broken or wrongly nested in the translation.",
    good=("这是<b>重点</b>。", "ეს <b>მთავარია</b>."),
    bad=("这是<b>重点</b>。", "ეს <b>მთავარია."),
    either_has=characters.MARKUP,
)
def changed_tags(features: Features) -> Iterator[Hit]:
    """Compare the tags of both sides, then how those of the translation are nested."""
    in_source, in_target = _spans(_TAG, features.source), _spans(_TAG, features.target)
    in_target += _spans(_BROKEN_TAG, features.target) if in_source else []
    if not in_source and not in_target:
        return
    same = True
    real = _markup_names(in_source + in_target)
    for hit in _compare(features, in_source, in_target, _("The tags differ from the source's")):
        same = False
        if {_tag_name(tag) for tag in (hit.expected, hit.found) if tag} & real:
            yield hit
        else:
            message = _("Words in angle brackets differ from the source's")
            yield Hit(hit.start, hit.end, message, hit.expected, found=hit.found, severity=Severity.INFO)
    if same and _is_nested([place[2] for place in in_source]):
        names = [place[2] for place in in_target]
        if not _is_nested(names):
            start, end = in_target[0][0], in_target[-1][1]
            yield Hit(start, end, _("The tags are wrongly nested"), expected="".join(p[2] for p in in_source))


# Elements that stand in running text, of HTML, XLIFF and TMX; others are known by their closing tag.
_ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "blockquote",
        "br",
        "cite",
        "code",
        "del",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "td",
        "th",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "g",
        "x",
        "bx",
        "ex",
        "ph",
        "it",
        "mrk",
        "pc",
        "sc",
        "ec",
        "bpt",
        "ept",
    ]
)


def _tag_name(tag: str) -> str:
    return re.sub(r"[\s/>].*", "", tag.strip("</ "), flags=re.DOTALL).lower()


def _markup_names(tags: list[tuple[int, int, str]]) -> set[str]:
    """Return the names of what surely is markup, and no <placeholder> that a translator may translate."""
    names = {_tag_name(text) for _start, _end, text in tags}
    closed = {_tag_name(text) for _start, _end, text in tags if "/" in text or "=" in text}
    return (names & _ELEMENTS) | closed


def _is_nested(tags: list[str]) -> bool:
    stack = []
    for tag in tags:
        name = _tag_name(tag)
        if tag.endswith("/>"):
            continue
        if not tag.startswith("</"):
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


_PLACEHOLDER = re.compile(
    r"\$?\{\{?[A-Za-z0-9_.$:,!+-]*\}\}?"
    r"|%\{\w+\}"
    r"|%\(\w+\)[-+#0]*\d*(?:\.\d+)?[sdifgxXuc]"
    r"|%\d+\$[-+#0]*\d*(?:\.\d+)?(?:l{0,2}|h{0,2}|z)[a-zA-Z@]"
    r"|(?<![\d%])%[-+#0]*\d*(?:\.\d+)?(?:(?:l{0,2}|h{0,2}|z)[sdiu@]|l{0,2}[fgxXc](?![A-Za-z]))"
    r"|%%"
)
_BRACED = re.compile(r"\$?\{[^{}]*\}|%\s[sd](?![A-Za-z\w])")


@segment_check(
    "placeholder.mismatch",
    family="markup",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A placeholder of the source ({0}, %s, ${name}) is missing or changed in the translation.",
    good=("共有 {0} 个文件", "სულ {0} ფაილი"),
    bad=("共有 {0} 个文件", "სულ {1} ფაილი"),
    either_has=characters.BRACE | characters.PERCENT,
)
def changed_placeholders(features: Features) -> Iterator[Hit]:
    """Compare the placeholders of both sides."""
    in_source, in_target = _spans(_PLACEHOLDER, features.source), _spans(_PLACEHOLDER, features.target)
    if not in_source and not in_target:
        return
    if in_source:
        in_target += [
            place
            for place in _spans(_BRACED, features.target)
            if not any(place[0] < end and start < place[1] for start, end, _text in in_target)
        ]
    else:
        # A sign that is none in the source ("100 %-იანი") is no placeholder in the translation.
        in_target = [place for place in in_target if "{" in place[2] and len(place[2]) > 2]
    if any(_POSITION.match(text) for _start, _end, text in in_source + in_target):
        in_source, in_target = (_without_positions(places) for places in (in_source, in_target))
    yield from _compare(features, in_source, in_target, _("The placeholders differ from the source's"))


_POSITION = re.compile(r"%\d+\$")


def _without_positions(places: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return printf placeholders without their numbers: %2$s … %1$s stands for %s … %s."""
    return [(start, end, _POSITION.sub("%", text)) for start, end, text in places]


@segment_check(
    "list.marker",
    family="markup",
    severity=Severity.WARNING,
    mqm="design-and-markup/layout",
    explanation="The marker of a list item (1., （一）, •) is missing or another in the translation.",
    good=("（一）加强管理", "ა) მართვის გაძლიერება"),
    bad=("1. 加强管理", "2. მართვის გაძლიერება"),
)
def list_marker(features: Features) -> Iterator[Hit]:
    """Compare the markers in front by their value: 1 = 一 = ა = i."""
    if features.is_empty:
        return
    in_source, in_target = marker(features.source), marker(features.target)
    if in_source is None and in_target is None:
        return
    if in_source is None or in_target is None:
        only = in_source or in_target
        assert only is not None
        message = _("The list marker is missing") if in_source else _("The source has no list marker here")
        end = 0 if in_source else only.end
        yield Hit(0, end, message, expected=in_source.text if in_source else "")
        return
    if in_source.values.isdisjoint(in_target.values):
        yield Hit(
            in_target.start,
            in_target.end,
            _("The list marker has another value"),
            expected=in_source.text,
            found=in_target.text,
        )


# A line that breaks off in mid-sentence was wrapped to a width: the translation wraps elsewhere.
_WRAPPED = re.compile(r"[^\W\d_][,;]?[ \t]*\n[ \t]*[^\W\d_A-ZÀ-ÞА-Я\u3400-\u9fff]")


@segment_check(
    "newline.mismatch",
    family="markup",
    severity=Severity.WARNING,
    mqm="design-and-markup/layout",
    explanation="The translation has more or fewer line breaks than the source.",
    good=("第一行\n第二行", "პირველი ხაზი\nმეორე ხაზი"),
    bad=("第一行\n第二行", "პირველი ხაზი მეორე ხაზი"),
    either_has=characters.NEWLINE,
)
def line_breaks(features: Features) -> Iterator[Hit]:
    """Compare the number of single line breaks; blank lines between joined paragraphs do not count."""
    if features.is_empty or _WRAPPED.search(features.source.strip()):
        return
    in_source, in_target = (
        len(re.findall(r"(?<!\n)\n(?!\n)", text.strip())) for text in (features.source, features.target)
    )
    if in_source != in_target:
        place = features.target.find("\n")
        place = len(features.target.rstrip()) if place < 0 else place
        yield Hit(
            place,
            place,
            _("The number of line breaks differs"),
            expected=str(in_source),
            found=str(in_target),
        )


CHECKS = (changed_url, changed_email, changed_tags, changed_placeholders, list_marker, line_breaks)
