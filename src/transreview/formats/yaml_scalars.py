"""Values of one line in YAML and TOML: read as text, and written again with another text."""

from __future__ import annotations

import json
import re

from transreview.formats.outer_blanks import on_one_line, outer_blanks

_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|.)")
_ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "f": "\f", "e": "\x1b", "a": "\a", "v": "\v",
    " ": " ", "_": "\u00a0", "N": "\u0085", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
# What is no text in YAML when it stands without quotes.
_NO_TEXT = re.compile(
    r"(?:[-+]?[\d.,:eE_+-]+|true|false|yes|no|on|off|null|~|\.inf|\.nan|\d{4}-\d\d-\d\d.*)", re.IGNORECASE
)
_NEEDS_QUOTES = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`~]|:(?:\s|$)|\s\#|^$|\s$""")
_BRACKETS = re.compile(r"[,\[\]{}]|:\S")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ufeff]")
_LINE_ENDS = re.compile(r"[\x7f\x85\u2028\u2029\ufeff]")
_CODED = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")


def read_scalar(raw: str, *, toml: bool) -> str | None:
    """Return the text of a value as it stands on its line, a remark behind it left out; None for others.

    Args:
        raw: What stands behind the key.
        toml: It is TOML, where only strings in quotes are text.
    """
    if raw[:1] == '"':
        match = re.fullmatch(r'"((?:[^"\\]|\\.)*)"', raw)
        return None if match is None else _ESCAPE.sub(_unescaped, match[1])
    if raw[:1] == "'":
        match = re.fullmatch(r"'((?:[^']|'')*)'", raw)
        return None if match is None else match[1] if toml else match[1].replace("''", "'")
    if toml or raw[:1] in {"|", ">", "[", "{", "&", "*", "!", "%", "@", "`", "#"} or " #" in raw:
        return None
    return None if _NO_TEXT.fullmatch(raw) else raw


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if len(code) > 1:
        return chr(int(code[1:], 16)) if int(code[1:], 16) < 0x110000 else match[0]
    return _ESCAPES.get(code, code)


def refill_yaml(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a YAML value of one line with another text in it, in the quotes that it had or now needs."""
    return quoted_as_before(raw, new if "\n" in old else on_one_line(new))


def quoted_as_before(raw: str, new: str, *, flow: bool = False) -> str:
    """Return a text as a YAML value: its quotes and outer blanks are those that the value had.

    Args:
        raw: The value as it stands in the file.
        new: The text now.
        flow: It stands in a list or mapping in brackets, where these and commas need quotes.
    """
    if raw[:1] in {"'", '"'}:
        start, end = outer_blanks(read_scalar(raw, toml=False) or "")
        new = start + new + end
    if raw.startswith("'") and not _CONTROL.search(new):
        return "'" + new.replace("'", "''") + "'"
    needs_quotes = _NEEDS_QUOTES.search(new) or _CONTROL.search(new) or (flow and _BRACKETS.search(new))
    if raw.startswith('"') or needs_quotes or _NO_TEXT.fullmatch(new):
        return in_double_quotes(new, ascii_only=raw.isascii() and _CODED.search(raw) is not None)
    return new


def in_double_quotes(text: str, *, ascii_only: bool = False) -> str:
    """Return a text in double quotes, what ends a line in YAML as escapes."""
    written = json.dumps(text, ensure_ascii=ascii_only)
    return written if ascii_only else _LINE_ENDS.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def refill_toml(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a TOML string with another text in it."""
    new = new if "\n" in old else on_one_line(new)
    if raw.startswith("'") and "'" not in new and not _CONTROL.search(new):
        return f"'{new}'"
    return json.dumps(new, ensure_ascii=False)
