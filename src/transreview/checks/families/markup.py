"""Checks of what gives text its form: tags, list markers, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.checks.kept_parts import Part, differences, once_a_message, parts
from transreview.checks.list_markers import Marker, marker
from transreview.checks.paired_codes import CODES, wrongly_nested
from transreview.formats.html_inline import VOID
from transreview.formats.inline_marks import ADDRESS
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity
from transreview.model.inline_mark import InlineMark, MarkKind
from transreview.model.unit import UnitKind

MQM = "design-and-markup/markup"

_ATTRIBUTE = r"\s+[A-Za-z_:][A-Za-z0-9_:.-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?"
_TAG = lazy_pattern(rf"</?(?:[A-Za-z][A-Za-z0-9_:.-]*|\d{{1,2}})(?:{_ATTRIBUTE})*\s*/?>")
_BROKEN_TAG = lazy_pattern(r"<\s+/?[a-z][\w-]*\s*>|<\s*/\s+[a-z][\w-]*\s*>|</?[^\W\d_a-zA-Z]+>")


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
    in_source, in_target = (
        _tags(features.source, features.source_marks),
        _tags(features.target, features.target_marks),
    )
    in_target += parts(_BROKEN_TAG, features.target) if in_source else []
    if features.is_empty:
        return
    for start, end in wrongly_nested(features.source, features.target, CODES):
        yield Hit(start, end, _("The tags are wrongly nested"))
    if not in_source and not in_target:
        return
    in_source, in_target = (
        _without_links(in_source, in_target, features.target),
        _without_links(in_target, in_source, features.source),
    )
    in_source = once_a_message(in_source, features.source, _plain)
    in_target = once_a_message(in_target, features.target, _plain)
    real = _markup_names(in_source + in_target)
    message = _("The tags differ from the source's")
    hits = list(differences(features.target, in_source, in_target, message, same=_plain))
    if hits and _is_form_only(hits) and _is_nested([part[2] for part in in_target]):
        yield _of_form(hits, in_source, in_target)
        return
    of_markup: list[Hit] = []
    of_words: list[Hit] = []
    for hit in hits:
        names = {_tag_name(tag) for tag in (hit.expected, hit.found) if tag}
        (of_markup if names & real else of_words).append(hit)
    yield from _joined(of_markup)
    for hit in of_words:
        message = _("Words in angle brackets differ from the source's")
        yield Hit(hit.start, hit.end, message, hit.expected, found=hit.found, severity=Severity.INFO)
    if not hits and _is_nested([place[2] for place in in_source]):
        tags = [place[2] for place in in_target]
        if not _is_nested(tags):
            start, end = in_target[0][0], in_target[-1][1]
            yield Hit(start, end, _("The tags are wrongly nested"), expected="".join(p[2] for p in in_source))


_HREF = lazy_pattern(r"<a\s[^>]*?href\s*=", re.IGNORECASE)


def _without_links(mine: Sequence[Part], theirs: Sequence[Part], other: str) -> list[Part]:
    """Return tags without those of links for which the other text shows addresses as they are."""
    if any(_tag_name(part[2]) == "a" for part in theirs):
        return list(mine)
    bare = len(ADDRESS.findall(other))
    kept, link = [], False
    for part in mine:
        # (Which address it is, is the business of url.mismatch.)
        if _HREF.match(part[2]) and bare > 0:
            link, bare = True, bare - 1
        elif link and _tag_name(part[2]) == "a":
            link = False
        else:
            kept.append(part)
    return kept


def _joined(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what is wrong with the tags of one text: as one, where there is more than a change."""
    if len(hits) < _SEVERAL:
        yield from hits
        return
    places = [hit for hit in hits if hit.found] or hits[:1]
    expected, found = (
        " ".join(dict.fromkeys(tag for tag in tags if tag))
        for tags in zip(*((hit.expected, hit.found) for hit in hits), strict=True)
    )
    yield Hit(places[0].start, places[-1].end, hits[0].message, expected, found=found)


_SEVERAL = 2
_END = lazy_pattern(r"\s*/?>$")
# What these attributes say is translated.
_WORDS_FOR_READERS = lazy_pattern(
    r"(\s(?:alt|title|placeholder|summary|aria-label|data-title|label)\s*=\s*)(?:\"[^\"]*\"|'[^']*')"
)


def _plain(tag: str) -> str:
    """Return a tag without the writer's habits and words for readers.

    `<br>`, `<br/>` and `<br />` are one; so are `<a class="b" href='c'>` and `<a href="c" class="b">`.
    """
    tag = _WORDS_FOR_READERS.sub(r"\1", tag)
    closed = "/>" if tag.endswith("/>") and _tag_name(tag) not in VOID else ">"
    attributes = list(_ATTRIBUTES.finditer(tag))
    if attributes:
        named = sorted(f'{one["name"]}="{_value(one)}"' for one in attributes)
        return " ".join([tag[: attributes[0].start()], *named]) + closed
    return _END.sub(closed, tag)


def _value(attribute: re.Match[str]) -> str:
    return next((one for one in attribute.group("double", "single", "bare") if one is not None), "")


_ATTRIBUTES = lazy_pattern(
    r"\s+(?P<name>[A-Za-z_:][A-Za-z0-9_:.-]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>/]+))?)?"
)


def _tags(text: str, marks: Sequence[InlineMark]) -> list[Part]:
    """Return the tags of a text; those in code are code."""
    code = [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.CODE]
    return [part for part in parts(_TAG, text) if not any(start <= part[0] < end for start, end in code)]


# Tags of form and of direction: a translation may do without them, as long as what it has is whole.
_FORM = frozenset(
    {"b", "strong", "i", "em", "u", "small", "big", "font", "mark", "code", "kbd", "tt", "samp"}
)
_DIRECTION = frozenset({"span", "bdi", "bdo", "div", "wbr", "p"})


def _is_form_only(hits: Sequence[Hit]) -> bool:
    return (
        all(_tag_name(tag) in _FORM | _DIRECTION for hit in hits for tag in (hit.expected, hit.found) if tag)
        and len({bool(hit.expected) for hit in hits}) == 1
    )


def _of_form(hits: Sequence[Hit], in_source: Sequence[Part], in_target: Sequence[Part]) -> Hit:
    """Return the one finding that says that emphasis in tags is gone or new."""
    names = {_tag_name(tag) for hit in hits for tag in (hit.expected, hit.found) if tag}
    first = hits[0]
    return Hit(
        first.start,
        hits[-1].end if first.found else first.end,
        _("The tags differ from the source's"),
        "".join(hit.expected for hit in hits),
        found="".join(hit.found for hit in hits),
        severity=Severity.INFO
        if names <= _DIRECTION or len(in_source) < len(in_target)
        else Severity.WARNING,
    )


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
        if tag.endswith("/>") or name in VOID:
            continue
        if not tag.startswith("</"):
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


# What begins other things than items: abbreviations (z. B.), a dash before speech or in place of "is".
_NO_ITEM = lazy_pattern(r"[^\W\d_]\.|[–—]")


def _is_initial(found: Marker, features: Features) -> bool:
    """Whether a capital with a stop is a person's initial (J. Smith) and no marker, as far as can be told."""
    return found.text[-1] == "." and found.text[0].isupper() and features.text.kind is not UnitKind.LIST_ITEM


def _is_ordinal(only: Marker, text: str, other: str) -> bool:
    """Whether a number with a full stop is rather a word of its sentence: 1. ve 2. sıra, levels 1 and 2."""
    following = text[only.end :].lstrip()[:1]
    cased = following.title() != following  # Georgian small letters are all that there are
    return cased and any(int(number) in only.values for number in _NUMBER.findall(other))


_NUMBER = lazy_pattern(r"(?<!\d)\d{1,4}(?!\d)")
_LEADING_NUMBER = lazy_pattern(r"\d{1,4}(?=[^\W\d])")


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
    if any(one is not None and _is_initial(one, features) for one in (in_source, in_target)):
        return
    if in_source is None and in_target is not None and _NO_ITEM.fullmatch(in_target.text):
        return
    if in_source is None or in_target is None:
        only = in_source or in_target
        assert only is not None
        other = _LEADING_NUMBER.match(features.target if in_source else features.source)
        if other and int(other[0]) in only.values:
            return  # an ordinal: 1. Ziffer, the 1st digit
        texts = features.source, features.target
        if _is_ordinal(only, *(texts if in_source else reversed(texts))):
            return
        message = _("The list marker is missing") if in_source else _("The source has no list marker here")
        end = 0 if in_source else only.end
        # A bullet more or less is how a list is set, a number more or less may be the text's.
        weight = Severity.INFO if features.text.in_document and only.values == {0} else None
        yield Hit(0, end, message, expected=in_source.text if in_source else "", severity=weight)
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
_WRAPPED = lazy_pattern(r"[^\W\d_][,;]?[ \t]*\n[ \t]*[^\W\d_A-ZÀ-ÞА-Я\u3400-\u9fff]")


@segment_check(
    "newline.mismatch",
    family="markup",
    severity=Severity.WARNING,
    mqm="design-and-markup/layout",
    explanation="The translation has more or fewer line breaks than the source.",
    good=("第一行\n第二行", "პირველი ხაზი\nმეორე ხაზი"),
    bad=("第一行\n第二行", "პირველი ხაზი მეორე ხაზი"),
    either_has=characters.NEWLINE | characters.BACKSLASH,
)
def line_breaks(features: Features) -> Iterator[Hit]:
    """Compare the number of single line breaks; blank lines between joined paragraphs do not count."""
    if features.is_empty:
        return
    written, found = (len(_written_breaks(text)) for text in (features.source, features.target))
    if written != found:
        end = len(features.target.rstrip())
        message = _("The number of line breaks written as \\n differs")
        yield Hit(end, end, message, expected=str(written), found=str(found))
    if _WRAPPED.search(features.source.strip()):
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


_PATH = lazy_pattern(r"[A-Za-z]:\\\S*|\\\\[\w.-]+\\\S*|\w+(?:\\\w+){2,}")


def _written_breaks(text: str) -> list[str]:
    """Return the line breaks that stand in a text as their escape, as resource files and CSV have them."""
    if "\\n" not in text:
        return []
    return re.findall(r"(?<!\\)(?:\\r)?\\n(?!abla|eq|u\b|ot\b|ewline|umber)", _PATH.sub("", text))


CHECKS = (changed_tags, list_marker, line_breaks)
