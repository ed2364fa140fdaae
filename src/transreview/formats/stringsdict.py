"""Apple's Localizable.stringsdict: plural forms and texts by width or device, in a property list."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.html_inline import element_ends
from transreview.formats.html_tokens import Token, TokenKind, tokens
from transreview.formats.keyed_values import is_text, repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import newline_of
from transreview.formats.placing import Placed, path_name, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.formats.xml_reading import parse_xml
from transreview.formats.xml_values import shown_value
from transreview.i18n import _

_KINDS = frozenset({"NSStringFormatSpecTypeKey", "NSStringFormatValueTypeKey"})
_VARIABLE = re.compile(r"%(?:\d+\$)?#@\w+@")


def read_stringsdict(decoded: Decoded, path: Path | str, *, form: str = "stringsdict") -> Document:
    """Return the texts of a property list by their paths of keys; types and lone variables stay.

    Args:
        decoded: The file.
        path: Its name.
        form: The format that it goes by.

    Raises:
        InputError: It is no property list, or not well-formed.
    """
    source = decoded.text
    root = (
        parse_xml(source.encode("utf-8"), path, encoding="utf-8") if source.lstrip().startswith("<") else None
    )
    if root is None or root.tag != "plist":
        raise InputError(
            _("this is no property list: its root element is not <plist>"),
            path=display_name(path),
            remedy=_("A compiled one becomes XML again with: plutil -convert xml1 FILE."),
        )
    found = list(tokens(source, xml=True))
    places: list[Placed] = []
    keys: list[tuple[str, int]] = []
    left: Counter[Left] = Counter()
    for name, start, end in _strings(source, found):
        raw = source[start:end]
        text = shown_value(raw)
        if (name and name[-1] in _KINDS) or not is_text(_VARIABLE.sub("", text)):
            left[Left.VALUE] += 1
            continue
        path_of = path_name(name)
        keys.append((path_of, source.count("\n", 0, start) + 1))
        places.append(Placed(start=start, end=end, text=text.strip(), name=path_of, syntax="stringsdict"))
    left[Left.COMMENT] += sum(token.kind is TokenKind.COMMENT for token in found)
    if not places:
        raise no_text(path)
    units, layout = units_and_layout(source, places, form)
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys(keys),
        left={kind: count for kind, count in left.items() if count},
    )


def _strings(source: str, found: list[Token]) -> list[tuple[list[str], int, int]]:
    """Return path, start and end of the inside of each string."""
    ends = element_ends(found)
    path: list[str] = []
    key = ""
    strings = []
    for index, token in enumerate(found):
        if token.name in {"dict", "array"} and token.kind is TokenKind.START:
            path.append(key)
        elif token.name in {"dict", "array"} and token.kind is TokenKind.END:
            key = path.pop()
        elif index in ends:
            start, end = token.end, found[ends[index]].start
            if token.name == "key":
                key = html.unescape(source[start:end]).strip()
            elif token.name == "string":
                strings.append(([*path[1:], key], start, end))
    return strings
