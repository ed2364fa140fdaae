"""JSON locale files (i18next, ARB, web extensions): every string that is text, under its path of keys."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.keyed_values import is_text, repeated_keys
from transreview.formats.left_out import Left
from transreview.formats.lines import newline_of
from transreview.formats.placing import Placed, path_name, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.i18n import _

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*"|[{}\[\]:,]', re.DOTALL)


@dataclass(slots=True)
class _Level:
    """An object or array that is open.

    Attributes:
        is_object: Whether its values have keys.
        key: The key under way, or the number of the element.
        awaits: The next string is a value.
        index: Number of elements before.
    """

    is_object: bool
    key: str
    awaits: bool
    index: int = 0


def read_json(decoded: Decoded, path: Path | str) -> Document:
    """Return the strings of a JSON file that are text; what describes messages for translators stays.

    Raises:
        InputError: It is not JSON.
    """
    source = decoded.text
    try:
        json.loads(source)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        reason = error.msg if isinstance(error, json.JSONDecodeError) else _("its objects lie too deep")
        raise InputError(
            _("not JSON: {reason}").format(reason=reason),
            path=display_name(path),
            line=line or None,
            remedy=_("Mend it there, or fetch the file again: it may have been cut off."),
        ) from error
    places: list[Placed] = []
    left: Counter[Left] = Counter()
    found = list(_strings(source))
    messages = {name[: -len("/message")] for name, _start, _end in found if name.endswith("/message")}
    for name, start, end in found:
        text = json.loads(f'"{source[start:end]}"', strict=False)
        folder, _slash, last = name.rpartition("/")
        remark = any(key.startswith("@") for key in name.split("/")) or (
            folder in messages and last != "message"
        )
        if remark or not is_text(text):
            left[Left.VALUE] += 1
        else:
            places.append(Placed(start=start, end=end, text=text.strip(), name=name))
    if not places:
        raise no_text(path)
    units, layout = units_and_layout(source, places, "json")
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(source),
        metadata={},
        layout=layout,
        warnings=repeated_keys((unit.name, unit.line) for unit in units),
        left=dict(left),
    )


def _strings(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield path, start and end of each string that is a value, without its quotation marks."""
    levels: list[_Level] = []
    for match in _TOKEN.finditer(source):
        sign = match[0]
        level = levels[-1] if levels else None
        if sign in "{[":
            levels.append(_Level(sign == "{", "" if sign == "{" else "1", awaits=sign == "["))
        elif sign in "}]":
            levels.pop()
        elif level is None:
            continue
        elif sign == ":":
            level.awaits = True
        elif sign == ",":
            level.index += 1
            level.awaits = not level.is_object
            level.key = level.key if level.is_object else str(level.index + 1)
        elif level.awaits:
            yield path_name(one.key for one in levels), match.start() + 1, match.end() - 1
        else:
            level.key = json.loads(sign, strict=False)


def refill_json(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the inside of a JSON string with another text in it, its outer blanks kept."""
    whole = json.loads(f'"{raw}"', strict=False)
    lead, tail = whole[: len(whole) - len(whole.lstrip())], whole[len(whole.rstrip()) :]
    escaped = re.search(r"\\u[0-9A-Fa-f]{4}", raw) is not None and raw.isascii() and not whole.isascii()
    written = json.dumps(lead + new + tail, ensure_ascii=escaped)[1:-1]
    slashed = "\\/" in raw and raw.count("/") == raw.count("\\/")  # as PHP writes it
    return written.replace("/", "\\/") if slashed else written
