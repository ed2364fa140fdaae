"""Values of one line in YAML and TOML: read as text, and written again with another text."""

from __future__ import annotations

import json
import re

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
    """Return a YAML value with another text in it, in the quotes that it had or now needs."""
    new = new if "\n" in old else " ".join(new.split())
    if raw.startswith("'") and "\n" not in new:
        return "'" + new.replace("'", "''") + "'"
    plain = not raw.startswith('"') and not _NEEDS_QUOTES.search(new) and not _NO_TEXT.fullmatch(new)
    return new if plain and "\n" not in new else json.dumps(new, ensure_ascii=False)


def refill_toml(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a TOML string with another text in it."""
    new = new if "\n" in old else " ".join(new.split())
    if raw.startswith("'") and "'" not in new and "\n" not in new:
        return f"'{new}'"
    return json.dumps(new, ensure_ascii=False)
