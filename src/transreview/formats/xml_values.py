"""Values that stand alone in an element of XML: what they say, and how another text is written there."""

from __future__ import annotations

import html
import re

from transreview.formats.lines import LINE_END
from transreview.formats.outer_blanks import outer_blanks

_SECTION = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->", re.DOTALL)
_WHOLE = re.compile(r"(\s*)<!\[CDATA\[.*\]\]>(\s*)", re.DOTALL)
# Signs that an author wrote as references stay so.
_REFERENCES = (('"', "&quot;"), ("'", "&apos;"), ("\n", "&#10;"), ("\n", "&#xA;"), ("\u00a0", "&#160;"))


def shown_value(raw: str) -> str:
    """Return what the inside of an element says: references and sections of characters read."""
    parts, at = [], 0
    for match in _SECTION.finditer(raw):
        parts += [html.unescape(raw[at : match.start()]), match[1] or ""]
        at = match.end()
    return LINE_END.sub("\n", "".join([*parts, html.unescape(raw[at:])]))


def refill_value(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the inside of an element with another text in it, its outer blanks kept."""
    start, end = outer_blanks(shown_value(raw))
    newline = next(iter(LINE_END.findall(raw)), "\n")
    if section := _WHOLE.fullmatch(raw):
        start, end = start[len(section[1]) :], end[: len(end) - len(section[2])]
        inner = (start + new + end).replace("]]>", "]]]]><![CDATA[>").replace("\n", newline)
        return f"{section[1]}<![CDATA[{inner}]]>{section[2]}"
    written = html.escape(start + new + end, quote=False)
    for sign, reference in _REFERENCES:
        if reference in raw and sign not in raw:
            written = written.replace(sign, reference)
    return written.replace("\n", newline)
