""".NET's .resx: the strings of a program's resources by their names."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.html_inline import element_ends
from transreview.formats.html_tokens import Token, TokenKind, attributes, tokens
from transreview.formats.keyed_values import is_text, repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import newline_of
from transreview.formats.placing import Placed, path_name, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.formats.xml_reading import parse_xml
from transreview.formats.xml_values import shown_value
from transreview.i18n import _

_DESIGNER = (">>", "$this.Name", "$this.Type")  # what the designer of forms notes for itself


def read_resx(decoded: Decoded, path: Path | str) -> Document:
    """Return the strings of a resource file; objects, files and the designer's notes stay.

    Raises:
        InputError: It is no resource file, or not well-formed.
    """
    source = decoded.text
    root = (
        parse_xml(source.encode("utf-8"), path, encoding="utf-8") if source.lstrip().startswith("<") else None
    )
    if root is None or root.tag != "root":
        raise InputError(
            _("this is no .resx file: its root element is not <root>"),
            path=display_name(path),
            remedy=_("Export the resources again from the program that made the file."),
        )
    found = list(tokens(source, xml=True))
    places: list[Placed] = []
    keys: list[tuple[str, int]] = []
    left: Counter[Left] = Counter()
    for name, start, end in _values(source, found, left):
        text = shown_value(source[start:end])
        keys.append((name, source.count("\n", 0, start) + 1))
        if is_text(text) and not name.startswith(_DESIGNER):
            places.append(Placed(start=start, end=end, text=text.strip(), name=path_name([name])))
        else:
            left[Left.VALUE] += 1
    left[Left.COMMENT] += sum(token.name == "comment" and token.kind is TokenKind.START for token in found)
    if not places:
        raise no_text(path)
    units, layout = units_and_layout(source, places, "resx")
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys(keys),
        left={kind: count for kind, count in left.items() if count},
    )


def _values(source: str, found: Sequence[Token], left: Counter[Left]) -> Iterator[tuple[str, int, int]]:
    """Yield name, start and end of the inside of each string; what is of another type is counted."""
    ends = element_ends(found)
    name = ""
    for index, token in enumerate(found):
        if token.name == "data" and token.kind is TokenKind.START:
            given = {one.name: html.unescape(one.value) for one in attributes(source, token)}
            name = given.get("name", "")
            if given.get("mimetype") or given.get("type", "System.String").split(",")[0] != "System.String":
                left[Left.VALUE] += 1
                name = ""
        elif token.name == "data":
            name = ""
        elif name and token.name == "value" and index in ends:
            yield name, token.end, found[ends[index]].start
