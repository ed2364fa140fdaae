"""A whole gettext catalog read from a file: its header, encoding, messages and what is odd about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.formats.encoding import Decoded, decode, is_plainly_utf8, known_encoding
from transreview.formats.lines import LINE_END
from transreview.formats.po_entry import PoEntry, parse_header
from transreview.formats.po_reader import parse_text
from transreview.formats.reading import display_name, read_bytes
from transreview.i18n import _
from transreview.model.pair import Pair, PairFile
from transreview.model.segment import Status

_CHARSET = re.compile(rb"charset[ \t]*=[ \t]*([A-Za-z0-9_.:+-]+)", re.IGNORECASE)
_HEADER_BYTES = 16_384
_PLACEHOLDER = "charset"  # what xgettext writes: charset=CHARSET


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A gettext catalog.

    Attributes:
        entries: Its messages in order, without the header and the obsolete ones.
        header: Fields of its header, in order.
        header_entry: The header as a message, or None.
        obsolete: Messages that are kept but no longer in use.
        encoding: What it was read in.
        warnings: What is odd about it but can be read, one sentence each.
        repeated: Messages that are there a second time: with the same translation, or no longer in use.
    """

    entries: tuple[PoEntry, ...]
    header: dict[str, str]
    header_entry: PoEntry | None
    obsolete: tuple[PoEntry, ...]
    encoding: str
    warnings: tuple[str, ...]
    repeated: tuple[PoEntry, ...] = ()


def read_catalog(path: Path | str, *, encoding: str | None = None) -> Catalog:
    """Return the catalog in a file, or on standard input for "-".

    Args:
        path: The file.
        encoding: Its encoding; None for the one that its header names.

    Raises:
        InputError: It cannot be read without losing or changing something, with the line.
    """
    return parse_catalog(read_bytes(path), path=path, encoding=encoding)


def parse_catalog(data: bytes, *, path: Path | str, encoding: str | None = None) -> Catalog:
    """Return the catalog that some bytes are; arguments as for `read_catalog`.

    Raises:
        InputError: As for `read_catalog`: not decodable, no catalog, or damaged, with line or byte.
    """
    warnings: list[str] = []
    decoded = _decoded(data, path, encoding, warnings)
    lines = LINE_END.split(decoded.text)
    entries: list[PoEntry] = []
    obsolete: list[PoEntry] = []
    header: PoEntry | None = None
    repeated: list[PoEntry] = []
    gone: set[tuple[str | None, str]] = set()
    seen: dict[tuple[str | None, str], PoEntry] = {}
    for entry in parse_text([decoded.text], path=path, encoding=decoded.encoding):
        if entry.key in gone or (entry.obsolete and entry.key in seen):
            repeated.append(replace(entry, line=_line_of_source(entry, lines)))
        if entry.obsolete:
            gone.add(entry.key)
            obsolete.append(entry)
            continue
        first = seen.setdefault(entry.key, entry)
        if first is not entry:
            again = replace(entry, line=_line_of_source(entry, lines))
            warnings.append(_repeated(first, again, path))
            repeated.append(again)
        elif entry.is_header:
            header = entry
        else:
            entries.append(entry)
    if not entries and not obsolete and header is None and any(not line.isspace() for line in lines if line):
        raise InputError(
            _("there is no message in this catalog"),
            path=display_name(path),
            remedy=_("Is it a PO file, and whole?"),
        )
    if entries:
        _refuse_cut(entries[-1], lines, path)
    warnings += _oddities(header, entries, lines)
    fields = parse_header(header.msgstr) if header else {}
    return Catalog(
        entries=tuple(entries),
        header=fields,
        header_entry=header,
        obsolete=tuple(obsolete),
        encoding=decoded.encoding,
        warnings=tuple(warnings),
        repeated=tuple(repeated),
    )


def _decoded(data: bytes, path: Path | str, encoding: str | None, warnings: list[str]) -> Decoded:
    """Return the text of a catalog in the encoding that is named, here or in its header."""
    name = encoding or _declared(data, path, warnings)
    try:
        return decode(data, name, path=path)
    except InputError as error:
        if encoding or error.byte is None:
            raise
        raise InputError(
            _("the header says {encoding}, but these bytes are not").format(encoding=name),
            path=display_name(path),
            line=error.line,
            byte=error.byte,
            remedy=_("Mend the damage, or name the real encoding with --encoding."),
        ) from error


def _line_of_source(entry: PoEntry, lines: list[str]) -> int:
    """Return the line of a message's msgid, where gettext says that it is there already."""
    for number in range(entry.line, min(entry.target_line, len(lines) + 1)):
        if lines[number - 1].lstrip("#~ ").startswith("msgid"):
            return number
    return entry.line


def _declared(data: bytes, path: Path | str, warnings: list[str]) -> str | None:
    """Return the encoding in which to read a catalog; None where UTF-8 or its mark tells."""
    name = display_name(path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(
            _("this catalog is in UTF-16, which no gettext tool can read"),
            path=name,
            remedy=_("Save it as UTF-8."),
        )
    if b"\0" in data:
        decode(data, path=path)  # says what kind of damage it is
    match = _CHARSET.search(_header_bytes(data))
    declared = match[1].decode("ascii") if match else ""
    if data.startswith(codecs.BOM_UTF8) or not declared:
        return "utf-8"
    if declared.lower() == _PLACEHOLDER:
        warnings.append(_("The header still names the encoding CHARSET; read as UTF-8."))
        return "utf-8"
    try:
        encoding = known_encoding(declared)
    except UsageError as error:
        raise InputError(
            _("the header names an encoding that does not exist: {name}").format(name=declared),
            path=name,
            remedy=_("Name the real one with --encoding, or correct the header."),
        ) from error
    _refuse_contradiction(data, encoding, declared, name)
    return encoding


def _refuse_contradiction(data: bytes, encoding: str, declared: str, name: str) -> None:
    """Refuse bytes that are UTF-8 beyond doubt though the header names another encoding."""
    if encoding.startswith("utf") or not is_plainly_utf8(data):
        return
    raise InputError(
        _("the header says {declared}, but the text is in UTF-8").format(declared=declared),
        path=name,
        remedy=_("Correct the header's charset, or read it with --encoding utf-8."),
    )


def _header_bytes(data: bytes) -> bytes:
    """Return the bytes of the header's lines, without comments."""
    kept: list[bytes] = []
    for line in re.split(rb"\r\n|\r|\n", data[:_HEADER_BYTES]):
        bare = line.strip()
        if bare.startswith(b"#"):
            continue
        if not bare and kept:
            break
        if bare.startswith((b"msgid", b"msgctxt")) and kept:
            break
        if bare:
            kept.append(bare)
    return b"\n".join(kept) if kept and re.match(rb'msgid\s*""', kept[0]) else b""


def _repeated(first: PoEntry, entry: PoEntry, path: Path | str) -> str:
    """Return the warning about a message that is there twice with one translation.

    Raises:
        InputError: The two translations differ.
    """
    lines = _("lines {first} and {second}").format(first=first.line, second=entry.line)
    same = (first.msgstr, first.plurals, first.msgid_plural) == (
        entry.msgstr,
        entry.plurals,
        entry.msgid_plural,
    )
    if same and not entry.is_header:
        return _("The same message is there twice ({lines}).").format(lines=lines)
    what = (
        _("There are two headers ({lines})")
        if entry.is_header
        else _("The same message is there twice with different translations ({lines})")
    )
    raise InputError(
        what.format(lines=lines),
        path=display_name(path),
        line=entry.line,
        remedy=_("Keep one of the two."),
    )


def _refuse_cut(last: PoEntry, lines: list[str], path: Path | str) -> None:
    """Refuse a last message of several lines whose translation stops at the end of one of them.

    gettext wants line feeds at the end of both texts or of neither, so such a one goes on. One that has all
    lines of its source, and a line feed more, is whole: that is for the checks to tell.
    """
    ends = last.msgstr.endswith("\n"), last.msgid.endswith("\n")
    stops = ends == (True, False) and last.msgstr.count("\n") <= last.msgid.count("\n")
    if stops or (ends == (False, True) and last.msgstr and _on_several_lines(last, lines)):
        raise InputError(
            _("the translation of the last message ends in the middle; the file has been cut off"),
            path=display_name(path),
            line=last.line,
            remedy=_("Take it from a backup, or complete the message."),
        )


def _on_several_lines(entry: PoEntry, lines: list[str]) -> bool:
    """Whether the translation of a message begins on the line behind its keyword."""
    at = entry.target_line - 1
    return 0 <= at < len(lines) and lines[at].rstrip().endswith('msgstr ""')


def _oddities(header: PoEntry | None, entries: list[PoEntry], lines: list[str]) -> list[str]:
    found = []
    if header is None and entries:
        found.append(_("The catalog has no header; read as UTF-8."))
    last = entries[-1] if entries else None
    ends = [line for line in lines[-8:] if line.strip()]
    if last and last.msgstr.endswith(" ") and not last.msgid.endswith(" ") and _on_several_lines(last, lines):
        found.append(_("The last message ends in a blank; the file may have been cut off there."))
    if last and not last.msgstr and not last.plurals and ends and ends[-1].lstrip().startswith("msgstr"):
        found.append(_("The last message is untranslated; if it should not be, the file has been cut off."))
    return found


def read_bilingual_po(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,  # noqa: ARG001 - a catalog has one pair
    target_language: str | None = None,  # noqa: ARG001
) -> PairFile:
    """Return a catalog's messages as texts with their translations; errors as for `read_catalog`."""
    catalog = parse_catalog(data, path=path, encoding=encoding)
    return PairFile(
        format="PO",
        pairs=tuple(catalog_pair(entry, number) for number, entry in enumerate(catalog.entries, start=1)),
        source_language=catalog.header.get("X-Source-Language", ""),
        target_language=catalog.header.get("Language", ""),
        encoding=catalog.encoding,
        header=catalog.header,
        header_line=catalog.header_entry.target_line if catalog.header_entry else 0,
        marked=data.startswith(codecs.BOM_UTF8),
        repeated=tuple(catalog_pair(entry, 0) for entry in catalog.repeated),
        warnings=catalog.warnings,
    )


def catalog_pair(entry: PoEntry, number: int) -> Pair:
    """Return a message as a pair.

    Args:
        entry: The message.
        number: Its 1-based place in the catalog, which names a message without a context.
    """
    forms = entry.plurals or (entry.msgstr,)
    translated = any(forms)
    status = Status.MACHINE if entry.fuzzy else Status.CONFIRMED
    return Pair(
        id=entry.msgctxt or str(number),
        key=catalog_key(entry.msgctxt, entry.msgid),
        source=entry.msgid,
        target=forms[0],
        context=entry.msgctxt or "",
        note="\n".join(entry.extracted),
        comments=tuple(("", line) for line in entry.comments if line.strip()),
        line=entry.line,
        target_line=entry.target_line or entry.line,
        status=status if translated else None,
        state="fuzzy" if entry.fuzzy else "",
        flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
        source_plural=entry.msgid_plural or "",
        plurals=tuple(forms[1:]),
    )


def catalog_key(context: str | None, source: str) -> str:
    """Return what identifies a message in its catalog, as gettext joins it."""
    return source if context is None else f"{context}\x04{source}"
