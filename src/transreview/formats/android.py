"""Android's strings.xml: strings, arrays and plural forms by their names."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.html_inline import element_ends
from transreview.formats.html_tokens import Token, TokenKind, attributes, tokens
from transreview.formats.keyed_values import repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import newline_of
from transreview.formats.outer_blanks import outer_blanks
from transreview.formats.placing import Placed, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.formats.xml_reading import parse_xml
from transreview.i18n import _

_OPEN, _CLOSE = "<![CDATA[", "]]>"
# Sections of characters inside a string stand in its text like its tags.
_TAG = re.compile(r"<!\[CDATA\[|\]\]>|<[^<>]+>")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t"}
_BLANKS = re.compile(r"[ \t\r\n]+")
_CDATA = re.compile(r"\s*<!\[CDATA\[(.*)\]\]>\s*", re.DOTALL)


def read_android(decoded: Decoded, path: Path | str) -> Document:
    """Return the strings of an Android resource file; what it marks as untranslatable stays.

    Tags inside a string are part of its text, as translators are used to see them.

    Raises:
        InputError: It is no resource file, or not well-formed.
    """
    source = decoded.text
    root = (
        parse_xml(source.encode("utf-8"), path, encoding="utf-8") if source.lstrip().startswith("<") else None
    )
    if root is None or root.tag != "resources":
        raise InputError(
            _("this is no file of Android strings: its root element is not <resources>"),
            path=display_name(path),
            remedy=_("Other XML files are not read as articles."),
        )
    found = list(tokens(source, xml=True))
    ends = element_ends(found)
    places: list[Placed] = []
    left: Counter[Left] = Counter()
    for index, last in ends.items():
        _string(source, found, index, last, places, left)
    left[Left.COMMENT] += sum(token.kind is TokenKind.COMMENT for token in found)
    if not places:
        raise no_text(path)
    places.sort(key=lambda place: place.start)
    units, layout = units_and_layout(source, places, "android")
    kept = {kind: count for kind, count in left.items() if count}
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys((unit.name, unit.line) for unit in units),
        left=kept,
    )


def _string(
    source: str,
    found: Sequence[Token],
    index: int,
    last: int,
    places: list[Placed],
    left: Counter[Left],
) -> None:
    """Take one string, or the items of one array or of one set of plural forms."""
    token = found[index]
    given = {one.name: one.value for one in attributes(source, token)}
    name = given.get("name", "")
    if token.name not in {"string", "string-array", "plurals"} or not name:
        return
    if given.get("product", "default") != "default":  # one more text of that name, for another device
        name = f"{name} ({given['product']})"
    if given.get("translatable") == "false":
        left[Left.PROTECTED] += 1
        return
    if token.name == "string":
        _place(source, token.end, found[last].start, name, places, left)
        return
    ends = element_ends(found[index : last + 1])
    items = sorted(begin for begin in ends if found[index + begin].name == "item")
    for number, begin in enumerate(items, start=1):
        item = found[index + begin]
        quantity = {one.name: one.value for one in attributes(source, item)}.get("quantity", str(number))
        _place(source, item.end, found[index + ends[begin]].start, f"{name}/{quantity}", places, left)


def _place(source: str, start: int, end: int, name: str, places: list[Placed], left: Counter[Left]) -> None:
    raw = source[start:end]
    lead = len(raw) - len(raw.lstrip())
    bare = raw.strip()
    text = shown(bare)
    if bare.startswith(("@string/", "@android:", "?attr/")) or not any(one.isalpha() for one in text):
        left[Left.VALUE] += 1
        return
    places.append(Placed(start=start + lead, end=start + lead + len(bare), text=text.strip(), name=name))


def shown(raw: str) -> str:
    """Return the text of a string: entities and Android's escapes read, its tags as they stand."""
    cdata = _CDATA.fullmatch(raw)
    if cdata:
        return _read(cdata[1].replace("]]><![CDATA[", ""), quoted=False)  # one section may follow another
    quoted = len(raw) > 1 and raw.startswith('"') and raw.endswith('"') and not raw.endswith('\\"')
    inner = raw[1:-1] if quoted else raw
    parts, at, section = [], 0, False
    for tag in _TAG.finditer(inner):
        between = inner[at : tag.start()]
        parts += [_read(between if section else html.unescape(between), quoted=quoted), tag[0]]
        at, section = tag.end(), tag[0] == _OPEN or (section and tag[0] != _CLOSE)
    return "".join([*parts, _read(html.unescape(inner[at:]), quoted=quoted)])


def _read(text: str, *, quoted: bool) -> str:
    """Return text with Android's escapes read; blanks count only in quotation marks."""
    bare = text if quoted else _BLANKS.sub(" ", text)
    return _ESCAPE.sub(
        lambda match: chr(int(match[1][1:], 16)) if len(match[1]) > 1 else _ESCAPES.get(match[1], match[1]),
        bare,
    )


def refill_android(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return a string with another text in it: its tags as they were, everything else escaped.

    Args:
        raw: The string as it stood in the file.
        old: What was read of it.
        new: The text now.
        lost: Takes tags that the new text no longer has.
    """
    whole = shown(raw)
    if new.strip():  # the blanks and line feeds around it are the program's
        start, end = outer_blanks(whole)
        new = start + new.strip() + end
    if _CDATA.fullmatch(raw):
        written = _escaped(new).replace("]]>", "]]]]><![CDATA[>")
        for sign in "\"'":  # of attributes, say: as the author has them
            if sign in raw and f"\\{sign}" not in raw:
                written = written.replace(f"\\{sign}", sign)
        return f"<![CDATA[{written}]]>"
    quoted = len(raw) > 1 and raw.startswith('"') and raw.endswith('"')
    # What stands there as &lt;b&gt; reads like a tag, and is text.
    tags = set(_TAG.findall(raw)) if _are_closed(new) else set(_TAG.findall(raw)) - {_OPEN, _CLOSE}
    lost += [tag for tag in _TAG.findall(raw) if new.count(tag) < old.count(tag)]
    parts = (
        re.split("(" + "|".join(map(re.escape, sorted(tags, key=len, reverse=True))) + ")", new)
        if tags
        else [new]
    )
    codes = _as_written(raw)
    written, section = "", False
    for part in parts:
        if part in tags:
            written += part
            section = part == _OPEN or (section and part != _CLOSE)
        elif section:
            written += _escaped(part, quoted=quoted)
        else:
            written += html.escape(_escaped(part, quoted=quoted), quote=False).translate(codes)
    if quoted:
        return f'"{written}"'
    start, end = (blanks.replace(" ", "\\u0020") for blanks in outer_blanks(written))  # others are trimmed
    written = start + written.strip() + end
    return "\\" + written if written.startswith(("@", "?")) else written


def _are_closed(text: str) -> bool:
    """Whether each section of characters that a text opens is closed before the next one begins."""
    marks = [mark[0] for mark in _TAG.finditer(text) if mark[0] in {_OPEN, _CLOSE}]
    return marks == [_OPEN, _CLOSE] * (len(marks) // 2)


def _escaped(text: str, *, quoted: bool = False) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    text = text if quoted else text.replace("'", "\\'")
    return text.replace("\n", "\\n").replace("\t", "\\t")


def _as_written(raw: str) -> dict[int, str]:
    """Return the signs that a string has only as codes, or behind a backslash, with these; no letters."""
    found: dict[int, str] = {}
    bare = _ESCAPE.sub("", raw)
    for match in _ESCAPE.finditer(raw):
        sign = chr(int(match[1][1:], 16)) if len(match[1]) > 1 else match[1]
        if (len(match[1]) > 1 or sign in "@?") and not sign.isalpha() and sign not in bare and sign != " ":
            found.setdefault(ord(sign), match[0])
    return found
