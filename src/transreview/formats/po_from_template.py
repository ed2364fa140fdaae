"""A catalog made of a template: its header is settled, and what translators remarked stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from transreview.formats.po_catalog import catalog_key, parse_catalog

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_HEADER = re.compile(
    r'(?P<comments>(?:#[^\n]*\n)*)(?P<head>msgid[ \t]+""[ \t]*\r?\nmsgstr[ \t]+""[ \t]*(?P<newline>\r?\n))'
    r'(?P<fields>(?:"[^\n]*"[ \t]*\r?\n)+)'
)
_FIELD = re.compile(r'"(?P<name>[A-Za-z][A-Za-z-]*):[ \t]*(?P<value>[^\n]*?)\\n"[ \t]*\r?\n')
_FUZZY = re.compile(r"#,[ \t]*fuzzy[ \t]*\r?\n")
_OPEN = re.compile(r"|nplurals=INTEGER.*|PACKAGE VERSION|YEAR-MO-DA.*|FULL NAME <.*|LANGUAGE <.*")


def catalog_of_template(
    data: bytes, path: Path | str, fields: Mapping[str, str], remarks: Mapping[str, Sequence[str]]
) -> bytes:
    """Return a catalog that was made of a template with what the template cannot say.

    Args:
        data: The catalog; every line of it stays, but for what its header leaves open.
        path: Its name, for messages.
        fields: Name → value of header fields that are known.
        remarks: Identity of a message → what translators have remarked on it, line by line; a message that
            has remarks keeps those.
    """
    catalog = parse_catalog(data, path=path)
    lines = _LINE.findall(data.decode(catalog.encoding)) if remarks else []
    for entry in sorted(catalog.entries, key=lambda one: one.line, reverse=True) if remarks else ():
        said = remarks.get(catalog_key(entry.msgctxt, entry.msgid), ())
        if said and not entry.comments:
            at = entry.line - 1
            newline = "\r\n" if lines[at].endswith("\r\n") else "\n"
            while at and lines[at - 1].startswith("#"):
                at -= 1
            lines[at:at] = [f"# {line}{newline}" for line in said]
    text = "".join(lines) if remarks else data.decode(catalog.encoding)
    return settled_header(text, fields).encode(catalog.encoding)


def settled_header(text: str, fields: Mapping[str, str]) -> str:
    """Return a catalog whose header says what its template left open; every other line stays.

    Args:
        text: The catalog.
        fields: Name → value of the fields that are known. One that the header lacks is added to its end.
    """
    found = _HEADER.search(text)
    if found is None or text[: found.start()].strip():
        return text
    named = {match["name"] for match in _FIELD.finditer(found["fields"])}

    def said(match: re.Match[str]) -> str:
        value = fields.get(match["name"])
        if value is None or not _OPEN.fullmatch(match["value"].strip()):
            return match[0]
        return match[0][: match.start("value") - match.start()].rstrip() + f' {value}\\n"' + found["newline"]

    lines = _FIELD.sub(said, found["fields"])
    lines += "".join(
        f'"{name}: {value}\\n"{found["newline"]}' for name, value in fields.items() if name not in named
    )
    comments = _FUZZY.sub("", found["comments"])
    return text[: found.start()] + comments + found["head"] + lines + text[found.end() :]
